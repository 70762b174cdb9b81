"""How the program tells that it cannot go on: one Norwegian sentence, a code, an exit status.

No traceback and no local variables reach a person; where an unforeseen error happened goes into
the log, without what anybody said or typed.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interviewer.failures import COMMANDS_A_TERMINAL, Trouble
from schemas.language import Explained

if TYPE_CHECKING:
    import logging

LOG_SIZE: Final = 200_000
"""Bytes; errors are rare, and the last ones are those that matter."""


@contextmanager
def told() -> Iterator[None]:
    """Whatever goes wrong inside is told in one sentence."""
    try:
        yield
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        details = error.details if isinstance(error, Trouble) else ()
        lines = (*details, sentence_of(error))
        sys.stderr.writelines(f"{COMMANDS_A_TERMINAL.sub('', line)}\n" for line in lines)
        raise SystemExit(1) from None


_NO_WAY_OUT: Final = {
    errno.ENOSPC: "Disken er full. Frigjør plass, og prøv igjen.",
    errno.EFBIG: "Filen blir for stor. Skriv til en annen disk.",
    errno.EIO: "Disken eller skjermen svarer ikke. Prøv igjen.",
}
"""What is wrong with where the output of a command goes: there is no file of ours without a name
(files that we write ourselves tell of it in their own words)."""


def sentence_of(error: BaseException) -> str:
    """What to say about an error; one that was not foreseen is noted in the log."""
    if isinstance(error, Trouble):
        return f"{error.sentence} ({error.code})"
    if isinstance(error, OSError) and error.errno in _NO_WAY_OUT and error.filename is None:
        return f"Får ikke skrevet ut svaret: {_NO_WAY_OUT[error.errno]} (S-OUTPUT)"
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return "Navnet på en fil eller mappe er for langt for disken. Oppgi et kortere. (S-NAME)"
    if isinstance(error, PermissionError) and error.filename is not None:
        return f"Du har ikke tilgang til {error.filename}. Få den, og prøv igjen. (S-PERMISSION)"
    if isinstance(error, FileNotFoundError) and not _is_somewhere():
        return "Mappen du står i, finnes ikke lenger. Gå til en annen (cd), og prøv igjen. (S-CWD)"
    if isinstance(error, Explained):
        again = " Prøv igjen om litt." if error.retryable else ""
        return f"{error}{again} ({error.code})"
    note(error)
    return (
        f"Ringerunde stoppet på grunn av en feil i programmet ({type(error).__name__}). "
        "Alle svar er lagret. Start på nytt for å fortsette. (S-ERROR)"
    )


def _is_somewhere() -> bool:
    """Whether there is a folder that one stands in: somebody may have deleted it meanwhile."""
    try:
        return bool(Path.cwd())
    except FileNotFoundError:
        return False


def note(error: BaseException) -> None:
    """Type and place of an error into the log: never its text, which can hold answers."""
    import json  # what an error needs is loaded with the first one: most runs have none
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in frames]
    entry = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "error": type(error).__name__,
        "where": places,
    }
    try:
        _log().error(json.dumps(entry))
    except (OSError, Trouble):  # an error while telling of an error helps nobody
        return


def _log() -> "logging.Logger":
    import logging
    from logging.handlers import RotatingFileHandler

    from interviewer.places import made_folder

    log = logging.getLogger("ringerunde")
    if not log.handlers:
        file = made_folder() / "ringerunde.log"
        handler = RotatingFileHandler(file, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(message)s"))
        log.addHandler(handler)
        log.propagate = False
    return log
