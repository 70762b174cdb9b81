"""What the terminal sends, taken apart into keys before Textual reads it.

A terminal has one sign for Esc and for the beginning of other keys' signs (F5 is Esc, `[15~`).
Textual tells them apart by the pause after an Esc: in a burst of keys, or over a slow line, Esc
and Enter become the character `^`, and a key that it does not know swallows those that follow.
Here they are told apart by their form, so that a burst gives what slow typing gives.  Only an Esc
with `[` or a capital O right behind it may still be another key, where the terminal has no better
sign for Esc; newer ones do.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache, partial
from time import monotonic
from typing import Final

from textual import constants, events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

ESC: Final = "\x1b"
PASTING: Final = {BRACKETED_PASTE_START, BRACKETED_PASTE_END}

_TOKEN: Final = re.compile(
    r"""
        \x1b\[\[[A-E]                 # F1 to F5 of the Linux console
      | \x1b\[[0-?]*[ -/]*[@-Z\\-~]   # a control sequence, as ECMA-48 has it
      | \x1bO[ABCDFHMPQRSa-d]        # arrows, F1 to F4; "Os" is a place
      | (?P<begun>\x1b(\[[0-?]*[ -/]*|\[\[|O)?\Z)  # one that may still be on its way
      | .                             # Esc itself, or a character
    """,
    re.VERBOSE | re.DOTALL,
)


def tokens(data: str) -> tuple[list[str], str]:
    """Key by key: each a character or a whole control sequence; and a beginning of one, if any."""
    found = list(_TOKEN.finditer(data))
    if found and found[-1]["begun"]:
        return [one[0] for one in found[:-1]], found[-1][0]
    return [one[0] for one in found], ""


@lru_cache(maxsize=256)
def is_known(sequence: str) -> bool:
    """Whether Textual knows a control sequence; one it does not know is nobody's answer."""
    return any(True for _ in XTermParser().feed(sequence))


class KeyByKey(XTermParser):
    """Textual's reader of keys, which is only ever given whole ones."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._begun = ""
        self._since = 0.0
        self._pasting = False

    def feed(self, data: str) -> Iterable[Message]:
        """The keys in `data`; a beginning waits for the next data, or for `tick`."""
        if not data:  # the end
            yield from super().feed(data)
            return
        whole, self._begun = tokens(self._begun + data)
        self._since = monotonic()
        for token in whole:
            yield from self._key(token)

    def tick(self) -> Iterable[Message]:
        """Called again and again: a beginning that nothing has followed was typed as it stands."""
        if self._begun and monotonic() - self._since >= constants.ESCAPE_DELAY:
            typed, self._begun = self._begun, ""
            for char in typed:
                yield from self._key(char)

    def _key(self, token: str) -> Iterator[Message]:
        if token in PASTING:
            self._pasting = token == BRACKETED_PASTE_START
            yield from super().feed(token)
        elif len(token) == 1 and token != ESC:
            yield from super().feed(token)
        elif self._pasting:
            return  # colours and the like in what was pasted
        elif token == ESC:
            yield events.Key("escape", ESC)
        elif is_known(token):
            yield from super().feed(token)


def read_key_by_key() -> None:
    """Let Textual's drivers read with `KeyByKey`, and leniently.

    A terminal that is set to Latin-1 sends bytes for æ, ø and å of which Textual's thread for the
    keys would die: here they become signs of something that could not be read.
    """
    with suppress(ImportError):  # Windows has another driver
        from textual.drivers import linux_driver

        lenient = partial(getincrementaldecoder("utf-8"), errors="replace")
        vars(linux_driver)["getincrementaldecoder"] = lambda encoding: lenient
        vars(linux_driver)["XTermParser"] = KeyByKey
    with suppress(ImportError, AttributeError):  # and this one is only there
        from textual.drivers import win32

        vars(win32)["XTermParser"] = KeyByKey
