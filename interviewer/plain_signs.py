"""Whether this machine's font has frames and signs, and what commands print where it has not."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
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
    import tomllib  # not for the variable's sake

    from interviewer.settings_text import settings_text

    with suppress(OSError, ValueError, RecursionError, Trouble):
        return tomllib.loads(settings_text()).get(SETTING) is True
    return False


class PlainSigns(TextIOWrapper):
    """What is printed to people, with every frame and sign in ASCII and as wide as it was."""

    def write(self, text: str, /) -> int:
        """Print it; what is meant for programs is written as bytes, and stays as it is."""
        if not text.isascii():
            from interviewer.draw.plain_signs import spelt_plainly

            text = spelt_plainly(text)
        return super().write(text)


def print_plainly() -> None:
    """From now on, where somebody wants plain signs, all that is printed has them."""
    if not are_plain_signs_wanted():
        return
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            buffered = stream.line_buffering
            # Beside the other one, which the screens of `review` and `demo` write to.
            setattr(
                sys, name,
                PlainSigns(stream.buffer, stream.encoding, "replace", line_buffering=buffered),
            )  # fmt: skip
