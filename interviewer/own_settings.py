"""The project's own numbers, by which everybody at this machine calls."""

from interviewer.failures import Trouble
from interviewer.places import settings_file
from schemas.calls.settings import Settings, SettingsProblem


def read_settings() -> Settings:
    """The project's own numbers, where there is a settings file; Trouble tells what is wrong."""
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
