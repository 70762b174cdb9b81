"""Who is calling, and the rules they call by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.records import Interviewer
from interviewer.failures import Trouble
from schemas.calls.settings import Settings, SettingsProblem
from schemas.frame.frame import Frame
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.engine import Database


@dataclass(frozen=True, slots=True)
class Caller(Interviewer):
    """Who is calling, about which units, by which rules; or, `reviewing`, a coordinator."""

    settings: Settings
    survey: Survey
    frame: Frame
    reviewing: bool = False

    @classmethod
    def of(cls, one: Interviewer, db: Database, *, reviewing: bool = False) -> Caller:
        """Somebody at this database; Trouble where the settings cannot be used."""
        about = read_settings(), db.survey, db.frame
        return cls(one.id, one.name, one.seat, *about, reviewing)


def read_settings() -> Settings:
    """The project's own numbers, where there is a settings file; Trouble tells what is wrong."""
    from interviewer.places import settings_file

    file = settings_file()
    try:
        if file.exists() and not file.is_file():  # a pipe or a device would never end
            raise Trouble(
                "S-SETTINGS", f"{file} er ikke en vanlig fil; flytt den, og start på nytt."
            )
        return Settings.from_toml(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError):
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} kan ikke leses.") from None
    except SettingsProblem as problem:
        wrong = " ".join(problem.sentences)
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} må rettes: {wrong}") from None
