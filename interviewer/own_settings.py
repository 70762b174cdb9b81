"""The project's own numbers, by which everybody at this machine calls."""

import errno
from typing import Final

from interviewer.failures import Trouble
from interviewer.places import settings_file
from interviewer.settings_text import settings_text
from schemas.calls.settings import Settings, SettingsProblem

HELPS: Final[dict[int | None, str]] = {
    errno.EACCES: "Gi lesetilgang til filen.",
    errno.EPERM: "Gi lesetilgang til filen.",
    errno.ELOOP: "Det er en lenke på veien som fører tilbake til seg selv. Rett den.",
}


def read_settings() -> Settings:
    """The project's own numbers, where there is a settings file; Trouble tells what is wrong."""
    file = settings_file()
    try:
        return Settings.from_toml(settings_text())
    except OSError as error:
        what_helps = HELPS.get(error.errno, "Kontroller disken, og prøv igjen.")
        raise Trouble(
            "S-SETTINGS", f"Får ikke åpnet innstillingene i {file}. {what_helps}"
        ) from None
    except UnicodeDecodeError:
        raise Trouble(
            "S-SETTINGS",
            f"Innstillingene i {file} er i en tegnkoding som ikke kan leses. Lagre den som UTF-8.",
        ) from None
    except SettingsProblem as problem:
        wrong = " ".join(problem.sentences)
        raise Trouble("S-SETTINGS", f"Innstillingene i {file} må rettes: {wrong}") from None
