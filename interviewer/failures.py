"""How the program tells that it cannot go on: one Norwegian sentence, a code, an exit status.

No traceback and no local variables reach a person; where an unforeseen error happened goes into
the log, without what anybody said or typed.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
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
    """Others have packages called `db` and `schemas`: installed over ours, they are told of."""
    import db
    import interviewer
    import schemas

    if len({Path(str(room.__file__)).parents[1] for room in (db, interviewer, schemas)}) > 1:
        raise Trouble(
            "S-ROOMS",
            "Installasjonen er blandet med andre pakker; installer Ringerunde i et eget miljø.",
        )


@contextmanager
def told() -> Iterator[None]:
    """Whatever goes wrong inside is told in one sentence."""
    try:
        yield
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as error:
        details = error.details if isinstance(error, Trouble) else ()
        sys.stderr.writelines(f"{line}\n" for line in (*details, sentence_of(error)))
        raise SystemExit(1) from None


def sentence_of(error: BaseException) -> str:
    """What to say about an error; one that was not foreseen is noted in the log."""
    if isinstance(error, Trouble):
        return f"{error.sentence} ({error.code})"
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

    from interviewer.places import data_folder

    log = logging.getLogger("ringerunde")
    if not log.handlers:
        file = data_folder() / "ringerunde.log"
        handler = RotatingFileHandler(file, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(message)s"))
        log.addHandler(handler)
        log.propagate = False
    return log
