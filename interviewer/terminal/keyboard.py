"""What the terminal sends, taken apart into keys before Textual reads it.

A terminal has one sign for Esc and for the beginning of other keys' signs (F5 is Esc, `[15~`).
Textual tells them apart by the pause after an Esc: in a burst of keys, or over a slow line, Esc
and Enter become the character `^`, and a key that it does not know swallows those that follow.
Here they are told apart by their form, so that a burst gives what slow typing gives.  Only an Esc
with `[` or a capital O right behind it may still be another key, where the terminal has no better
sign for Esc; newer ones do.

A terminal also answers, late over a slow line: its colours, its name, what it can do.  These are
strings between an Esc with `]`, `P`, `X`, `^` or `_` and an end of their own: nobody's key.

What each of the terminals in use sends for each key is in `tests/support/terminals.py`.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from time import monotonic
from typing import Final

from textual import constants, events
from textual.message import Message

from interviewer.terminal.textual_parts import (
    BRACKETED_PASTE_END,
    BRACKETED_PASTE_START,
    XTermParser,
)

ESC: Final = "\x1b"
UNREADABLE: Final = "\x18"
"""What stands in pasted text for what cannot be passed on: taken out with the rest that is not
seen, and told of with it."""

PASTING: Final = {BRACKETED_PASTE_START, BRACKETED_PASTE_END}

_BODY: Final = r"[^\x00-\x1f\x7f\x9c]*"
_REPLY: Final = r"\x1b(?:\]|P[!-?]|_G)"
"""How what a terminal answers begins: to nobody's question, or to one that was asked long ago."""

_TOKEN: Final = rf"""(?xs)
        \x1b\[\[[A-E]                 # F1 to F5 of the Linux console
      | \x1b\[M[ -\uffff]{{3}}          # a mouse of the oldest kind, which nobody has asked for
      | \x1b\[(?!M)[0-?]*[ -/]*[@-Z\\-~]  # a control sequence, as ECMA-48 has it
      | \x1bO[ABCDFHMPQRSa-d]        # arrows, F1 to F4; "Os" is a place
      | {_REPLY}{_BODY}(?:\x07|\x1b\\|\x9c|(?=[\x00-\x06\x08-\x1a\x1c-\x1f\x7f]|\x1b[^\\]))
      | \x1b[PX^_]{_BODY}(?:\x07|\x1b\\|\x9c)  # the other strings, if they are closed
      | \x1b\\                        # the end of a string whose beginning is gone
      | (?P<begun>(?:\x1b(?:\[[0-?]*[ -/]*|\[M[ -\uffff]{{0,2}}|\[\[|O)?
                   |(?:{_REPLY}|\x1b[PX^_]){_BODY}\x1b?)\Z)  # one that may still be on its way
      | .                             # Esc itself, or a character
    """
"""Compiled with the first key: the first picture need not wait for it."""

_REPLIES: Final = re.compile(rf"{_REPLY}|\x1b\[M")
_CUT_OFF: Final = re.compile(r"\][0-9lL]|P[!-?]|_G|\[[?>0-9]")
"""The beginning of a reply, or of a key, whose Esc came so long before that it was a key itself."""

_EIGHT_BITS: Final = {at: f"{ESC}{chr(at - 64)}" for at in (0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F)}
"""What begins sequences in one character: few terminals still answer so."""

_MOUSE: Final = re.compile(r"\x1b\[<[-\d;]+[mM]\Z")
"""The mouse as all terminals of today tell of it; older ones say nothing that is read here."""

_REPORTED: Final = (
    r"\x1b\[(?P<code>\d*)(?::[\d:]*)?;(?P<with>\d+)(?::(?P<event>\d+))?(?P<end>[A-HPQSZu~])\Z"
)
"""A key as newer terminals report it: which, with which others held, and what happened to it."""

LOCKS: Final = 64 + 128
"""Caps Lock and Num Lock, which change no key that is not a character."""
SHIFT: Final = 1
LET_GO: Final = "3"

BACK_TAB: Final = "\x1b[Z"
BACK_TAB_OF_THE_CONSOLE: Final = "\x1b\t"
"""Elsewhere that is Esc and Tab."""

PATIENCE: Final = 2.0
"""Seconds that the rest of a reply may take: one over a slow line never becomes keys."""

STRINGS: Final = frozenset("]PX^_\\")
"""What follows the Esc of a string of the terminal, or of its end."""


def tokens(data: str) -> tuple[list[str], str]:
    """Key by key: each a character, a whole control sequence or a string of the terminal's own;
    and the beginning of one, if any."""
    if len(data) == 1 and data != ESC:  # most are typed one by one
        return [data], ""
    found = list(re.finditer(_TOKEN, data))
    if found and found[-1]["begun"]:
        return [one[0] for one in found[:-1]], found[-1][0]
    return [one[0] for one in found], ""


@lru_cache(maxsize=256)
def is_known(sequence: str) -> bool:
    """Whether Textual knows a control sequence; one it does not know is nobody's answer."""
    with suppress(ValueError, OverflowError):  # numbers in it that are none, or no character's
        return any(True for _ in XTermParser().feed(sequence))
    return False


def as_always(token: str) -> str:
    """A key that is reported at length, in the form that all terminals have; empty if let go.

    >>> as_always("\x1b[1;129A") == "\x1b[A"  # with Num Lock on
    True
    """
    if len(token) == 1:
        return token
    if (key := re.match(_REPORTED, token)) is None:
        return token
    if key["event"] == LET_GO:
        return ""
    held = max(int(key["with"]) - 1, 0) & ~LOCKS
    if key["end"] == "Z" and held == SHIFT:
        return BACK_TAB
    if held:
        return f"{ESC}[{key['code']};{held + 1}{key['end']}"
    return f"{ESC}[{'' if key['code'] == '1' else key['code']}{key['end']}"


def typed_ahead(data: str) -> str:
    """What was typed before the terminal was ours: it has made Enter the end of a line by then."""
    return data.replace("\n", "\r")


class KeyByKey(XTermParser):
    """Textual's reader of keys, which is only ever given whole ones."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._begun = ""
        self._since = 0.0
        self._escaped = 0.0
        self._pasting = False
        self._is_first = True
        self._on_the_console = os.environ.get("TERM", "").startswith("linux")

    def feed(self, data: str) -> Iterable[Message]:
        """The keys in `data`; a beginning waits for the next data, or for `tick`."""
        if not data:  # the end
            yield from super().feed(data)
            return
        if self._is_first:
            data, self._is_first = typed_ahead(data), False
        if _CUT_OFF.match(data) and monotonic() - self._escaped < PATIENCE:
            data = ESC + data
        data = self._begun + data.translate(_EIGHT_BITS)
        if self._on_the_console:
            data = data.replace(BACK_TAB_OF_THE_CONSOLE, BACK_TAB)
        whole, self._begun = tokens(data)
        self._since, self._escaped = monotonic(), 0.0
        for token in whole:
            yield from self._key(token)

    def tick(self) -> Iterable[Message]:
        """Called again and again: a beginning that nothing has followed was typed as it stands.

        But a reply that breaks off is nobody's, and is forgotten.
        """
        waited = monotonic() - self._since
        if not self._begun or waited < constants.ESCAPE_DELAY:
            return
        if len(self._begun) > 2 and _REPLIES.match(self._begun):
            if waited >= PATIENCE:
                self._begun = ""
            return
        typed, self._begun = self._begun, ""
        self._escaped = monotonic() if typed == ESC else 0.0
        for char in typed:
            yield from self._key(char)

    def _key(self, sent: str) -> Iterator[Message]:
        token = as_always(sent)
        if token in PASTING:
            self._pasting = token == BRACKETED_PASTE_START
            yield from super().feed(token)
        elif len(token) == 1 and token != ESC:
            yield from super().feed(UNREADABLE if self._pasting and token == "\0" else token)
        elif self._pasting:  # colours and the like in what was pasted
            yield from super().feed(UNREADABLE)
        elif token == ESC:
            yield events.Key("escape", ESC)
        elif not token or token[1:2] in STRINGS:
            return  # a key that is let go, or what the terminal says of itself
        elif _MOUSE.match(token) or is_known(token):
            yield from super().feed(token)
