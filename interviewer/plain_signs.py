"""Whether this machine's font has frames and signs: a variable or the settings say it."""

import os
from contextlib import suppress
from typing import Final

from interviewer.failures import Trouble

ASCII_VARIABLE: Final = "RINGERUNDE_ASCII"
"""Set to anything but 0, the terminal's font has no frames and signs; to 0, it has."""

SETTING: Final = "plain_signs"
"""The same in settings.toml, where the variable is not set."""


def are_plain_signs_wanted() -> bool:
    """Whether the surroundings ask for plain signs, or else the settings.

    What is wrong in the settings is told by whoever needs the rest of them.
    """
    if (typed := os.environ.get(ASCII_VARIABLE, "").strip()) != "":
        return typed != "0"
    from interviewer.settings_text import saved_text, settings_text

    with suppress(OSError, ValueError, RecursionError, Trouble):
        if _may_be_set(saved_text()):
            import tomllib  # most settings do not ask for it: no picture waits for a reader

            return tomllib.loads(settings_text()).get(SETTING) is True
    return False


def _may_be_set(text: str) -> bool:
    """Whether it stands there, and not only that they are unwanted; what nobody can see may stand
    in the middle of it, for that is taken out before it is read.
    """
    seen = "".join(text.split())
    said = (rest.lstrip("=\"'") for rest in seen.split(SETTING)[1:])
    return not seen.isprintable() or not all(rest.startswith("false") for rest in said)
