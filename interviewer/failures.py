"""What a person must be told before the program ends: one Norwegian sentence with a code."""

import os
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final


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
                f"Ringerunde finner andres «{room}» ({where}) i stedet for sin egen. Start med "
                "kommandoen ringerunde, fra en annen mappe, eller installer i et eget miljø.",
            )


COMMANDS_A_TERMINAL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
"""Control characters, and those that turn the order of what is read, as they stand before a path
that is copied from a window of Windows; a tab and a line break may stand in what somebody says."""


def require_plain(words: Iterable[str]) -> None:
    """What was typed behind the name goes back to the screen: it must not command the terminal."""
    if any(COMMANDS_A_TERMINAL.search(word) for word in words):
        raise Trouble(
            "CLI-CONTROL",
            "Det er styretegn (som Esc) i det som står bak «ringerunde», eller i en variabel. "
            "Skriv det på nytt uten dem.",
        )


def variables() -> list[str]:
    """What the environment says to this program."""
    return [value for name, value in os.environ.items() if name.startswith("RINGERUNDE_")]
