"""Who is calling, and the rules they call by."""

from __future__ import annotations

from dataclasses import dataclass

from db.records import Interviewer
from interviewer.failures import Trouble
from schemas.calls.settings import Settings, SettingsProblem
from schemas.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Caller(Interviewer):
    """Who is calling, and the rules they call by; or, `reviewing`, a coordinator at the desk."""

    settings: Settings
    survey: Survey
    reviewing: bool = False


def read_settings() -> Settings:
    """The project's own numbers, where there is a settings file; Trouble tells what is wrong."""
    from interviewer.places import settings_file

    file = settings_file()
    if file.exists() and not file.is_file():  # a pipe or a device would never end
        raise Trouble("S-SETTINGS", f"{file} er ikke en vanlig fil; flytt den, og start på nytt.")
    try:
        return Settings.from_toml(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError):
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} kan ikke leses.") from None
    except SettingsProblem as problem:
        wrong = " ".join(problem.sentences)
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} må rettes: {wrong}") from None
