"""How the program tells that it cannot go on: one Norwegian sentence, a code, an exit status.

No traceback and no local variables reach a person; where an unforeseen error happened goes into
the log, without what anybody said or typed.
"""

import errno
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import logging

LOG_SIZE: Final = 200_000
"""Bytes; errors are rare, and the last ones are those that matter."""


class Trouble(Exception):
    """Something a person must be told before the program ends, with a code.

    `details` are lines that stand before the sentence, where there is more to put right than one
    thing.
    """

    def __init__(self, code: str, sentence: str, details: Iterable[str] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.details = tuple(details)


def require_own_rooms() -> None:
    """Others have packages called `db` and `schemas`, too; nothing of theirs is run.

    They may have been installed over ours, or lie in the folder that somebody works in, where
    `python -m` looks first.
    """
    home = Path(__file__).parents[1]
    for room in ("db", "schemas"):
        found = find_spec(room)
        if found is None or found.origin is None or Path(found.origin).parents[1] != home:
            where = found.origin if found and found.origin else room
            raise Trouble(
                "S-ROOMS",
                f"Ringerunde finner andres «{room}» ({where}) i stedet for sin egen; start med "
                "kommandoen ringerunde, fra en annen mappe, eller installer i et eget miljø.",
            )


_COMMANDS_A_TERMINAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters; a tab and a line break may stand in what somebody wants to say."""


def require_plain(words: Iterable[str]) -> None:
    """What was typed behind the name goes back to the screen: it must not command the terminal."""
    if any(_COMMANDS_A_TERMINAL.search(word) for word in words):
        raise Trouble(
            "CLI-CONTROL",
            "Det er styretegn (som Esc) i det som står bak «ringerunde», eller i en variabel; "
            "skriv det på nytt uten dem.",
        )


def variables() -> list[str]:
    """What the environment says to this program."""
    return [value for name, value in os.environ.items() if name.startswith("RINGERUNDE_")]


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
        sys.stderr.writelines(f"{_COMMANDS_A_TERMINAL.sub('', line)}\n" for line in lines)
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
    code = getattr(error, "code", None)
    if isinstance(code, str) and _is_ours(error):
        again = " Prøv igjen om litt." if getattr(error, "retryable", False) else ""
        return f"{error}{again} ({code})"
    note(error)
    return (
        f"Ringerunde stoppet på grunn av en feil i programmet ({type(error).__name__}). "
        "Alle svar er lagret. Start på nytt for å fortsette. (S-ERROR)"
    )


def _is_ours(error: BaseException) -> bool:
    return type(error).__module__.split(".")[0] in {"db", "schemas", "interviewer"}


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
