"""The project's own numbers, by which everybody at this machine calls."""

import codecs

from interviewer.failures import Trouble
from interviewer.places import settings_file
from schemas.calls.settings import Settings, SettingsProblem


def read_settings() -> Settings:
    """The project's own numbers, where there is a settings file; Trouble tells what is wrong."""
    file = settings_file()
    try:
        if file.exists() and not file.is_file():  # a pipe or a device would never end
            raise Trouble(
                "S-SETTINGS", f"{file} er ikke en vanlig fil. Flytt den, og start på nytt."
            )
        return Settings.from_toml(_decoded(file.read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError:
        raise Trouble(
            "S-SETTINGS", f"Får ikke åpnet innstillingene i {file}. Gi lesetilgang til filen."
        ) from None
    except UnicodeDecodeError:
        raise Trouble(
            "S-SETTINGS",
            f"Innstillingene i {file} er i en tegnkoding som ikke kan leses. Lagre den som UTF-8.",
        ) from None
    except SettingsProblem as problem:
        wrong = " ".join(problem.sentences)
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} må rettes: {wrong}") from None


def _decoded(content: bytes) -> str:
    """The file as text: in UTF-8, or as PowerShell (UTF-16) and cmd (Windows-1252) write it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
