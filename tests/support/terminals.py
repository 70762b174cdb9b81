"""What terminals send for the keys of the program: a table of each, and what they have in common.

From terminfo where it has the terminal (`infocmp -1 -x NAME`; the names stand below), both as a
terminal begins and as its program may set it (DECCKM); and from what its makers say of the rest.
`python -m tests.support.terminals` prints the tables.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from interviewer.controls.keys import Keycap

Keys = Mapping[str, str]
"""The names of keys, as the program has them, and what is sent."""


def _control(letters: str) -> dict[str, str]:
    return {f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in letters}


def _numbered(**codes: int) -> dict[str, str]:
    return {key: f"\x1b[{code}~" for key, code in codes.items()}


EVERYWHERE: Keys = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "question_mark": "?",
    "exclamation_mark": "!",
    "0": "0",
    "backspace": "\x7f",
    **_control("ytrlzgopqjaewukf"),
    **_numbered(delete=3, pageup=5, pagedown=6),
    **_numbered(f5=15, f6=17, f7=18, f8=19, f9=20, f12=24),
}
"""What all of them send alike, unless their own table says otherwise."""

ARROWS: Keys = {"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D"}
ARROWS_SET: Keys = {"up": "\x1bOA", "down": "\x1bOB", "right": "\x1bOC", "left": "\x1bOD"}
"""After a program has asked for them so (DECCKM): ours does not, but may find it so."""

PF: Keys = {"f1": "\x1bOP", "f2": "\x1bOQ", "f4": "\x1bOS"}
NUMBERED_PF: Keys = _numbered(f1=11, f2=12, f4=14)
ENDS: Keys = {"home": "\x1b[H", "end": "\x1b[F"}
ENDS_SET: Keys = {"home": "\x1bOH", "end": "\x1bOF"}
NUMBERED_ENDS: Keys = _numbered(home=1, end=4)
WORDS: Keys = {"ctrl+left": "\x1b[1;5D", "ctrl+right": "\x1b[1;5C"}
BACK_TAB: Keys = {"shift+tab": "\x1b[Z"}

XTERM: Keys = {**ARROWS, **PF, **ENDS, **WORDS, **BACK_TAB}
XTERM_SET: Keys = {**XTERM, **ARROWS_SET, **ENDS_SET}
SCREEN: Keys = {**ARROWS, **PF, **NUMBERED_ENDS, **WORDS, **BACK_TAB}


def _reported(held: int) -> dict[str, str]:
    """All keys that are no characters, as the kitty protocol reports them, with these held.

    Enter, Tab and Backspace stay as they always were, and so does what is a character.
    """
    locks = f";{held}" if held > 1 else ""
    one = f"1{locks}" if locks else ""
    letters = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
    letters |= {"f1": "P", "f2": "Q", "f4": "S"}
    numbers = {"delete": 3, "pageup": 5, "pagedown": 6}
    numbers |= {"f5": 15, "f6": 17, "f7": 18, "f8": 19, "f9": 20, "f12": 24}
    control = held - 1 + 4 + 1
    return {
        **{key: f"\x1b[{one}{letter}" for key, letter in letters.items()},
        **{key: f"\x1b[{number}{locks}~" for key, number in numbers.items()},
        "escape": f"\x1b[27{locks}u",
        "shift+tab": f"\x1b[9;{held - 1 + 1 + 1}u",
        "ctrl+left": f"\x1b[1;{control}D",
        "ctrl+right": f"\x1b[1;{control}C",
        **{f"ctrl+{one}": f"\x1b[{ord(one)};{control}u" for one in "ytrlzgopqjaewukf"},
    }


@dataclass(frozen=True)
class TerminalKeys:
    """A terminal, its name in terminfo if it has one, and its table."""

    name: str
    keys: Keys
    terminfo: str = ""
    variables: Mapping[str, str] = field(default_factory=dict)
    """What is in its surroundings and tells a program where it is."""
    lacks: frozenset[str] = frozenset()
    """Keys that come as another one, or not at all."""

    @property
    def table(self) -> dict[str, str]:
        """Every key of ours, as it is sent."""
        whole = {**EVERYWHERE, **self.keys}
        return {key: sent for key, sent in whole.items() if key not in self.lacks}


_NO_WORDS = frozenset(WORDS)

TERMINALS = (
    TerminalKeys("Windows Terminal", XTERM),
    TerminalKeys("Windows Terminal, set", XTERM_SET, "ms-terminal"),
    TerminalKeys("conhost of Windows 10 and 11", {**XTERM, "backspace": "\x7f"}),
    TerminalKeys("cmd over an old ssh", {**XTERM, "backspace": "\x08"}),
    TerminalKeys("macOS Terminal", XTERM),
    TerminalKeys("macOS Terminal, set", XTERM_SET, "nsterm"),
    TerminalKeys("iTerm2", XTERM_SET, "iterm2"),
    TerminalKeys("GNOME and others by VTE", XTERM),
    TerminalKeys("GNOME and others by VTE, set", XTERM_SET, "vte-256color"),
    TerminalKeys("Konsole", XTERM_SET, "konsole"),
    TerminalKeys("xterm", XTERM),
    TerminalKeys("xterm, set", XTERM_SET, "xterm-256color"),
    TerminalKeys("tmux", SCREEN),
    TerminalKeys("tmux, set", {**SCREEN, **ARROWS_SET}, "tmux-256color"),
    TerminalKeys("screen", SCREEN, lacks=_NO_WORDS),
    TerminalKeys("screen, set", {**SCREEN, **ARROWS_SET}, "screen-256color", lacks=_NO_WORDS),
    TerminalKeys(
        "the Linux console",
        {
            **ARROWS,
            **NUMBERED_ENDS,
            "f1": "\x1b[[A",
            "f2": "\x1b[[B",
            "f4": "\x1b[[D",
            "f5": "\x1b[[E",
            "shift+tab": "\x1b\t",
        },
        "linux",
        {"TERM": "linux"},
        _NO_WORDS,  # they come as the arrows alone
    ),
    TerminalKeys(
        "PuTTY",
        {**ARROWS_SET, **NUMBERED_PF, **NUMBERED_ENDS, **BACK_TAB},
        "putty",
        lacks=_NO_WORDS,
    ),
    TerminalKeys(
        "rxvt",
        {
            **ARROWS,
            **NUMBERED_PF,
            **_numbered(home=7, end=8),
            **BACK_TAB,
            "ctrl+left": "\x1bOd",
            "ctrl+right": "\x1bOc",
        },
        "rxvt-unicode",
    ),
    TerminalKeys("kitty, foot, Ghostty, WezTerm: their own protocol", _reported(1)),
    TerminalKeys("the same, with Num Lock", _reported(1 + 128)),
    TerminalKeys("the same, with both locks", _reported(1 + 128 + 64)),
)
"""Over ssh a terminal sends what it sends at home."""

CAPABILITIES = {
    "up": "kcuu1",
    "down": "kcud1",
    "right": "kcuf1",
    "left": "kcub1",
    "home": "khome",
    "end": "kend",
    "pageup": "kpp",
    "pagedown": "knp",
    "delete": "kdch1",
    "backspace": "kbs",
    "shift+tab": "kcbt",
    **{f"f{number}": f"kf{number}" for number in (1, 2, 4, 5, 6, 7, 8, 9, 12)},
}
"""What terminfo calls the keys that it has."""


def lines() -> Iterator[str]:
    """The tables, one terminal after the other, as text."""
    for terminal in TERMINALS:
        yield f"{terminal.name}{f' ({terminal.terminfo})' if terminal.terminfo else ''}"
        for keycap in Keycap:
            for key in keycap.names:
                yield f"  {key:18}{terminal.table.get(key, '–')!r}"


def main() -> None:
    """Print them."""
    print("\n".join(lines()))  # noqa: T201 - that is what it is for


if __name__ == "__main__":
    main()
