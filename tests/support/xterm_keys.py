"""The bytes xterm sends for a key."""

FUNCTION_KEYS = dict(enumerate((15, 17, 18, 19, 20, 21, 23, 24), start=5))
"""F5 to F12; the gaps in xterm's numbers are keys that old keyboards had in between."""

KEYS = {
    "Enter": "\r",
    "Escape": "\x1b",
    "Tab": "\t",
    "Shift+Tab": "\x1b[Z",
    "Backspace": "\x7f",
    "Space": " ",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "Insert": "\x1b[2~",
    "Delete": "\x1b[3~",
    "PageUp": "\x1b[5~",
    "PageDown": "\x1b[6~",
    **{f"F{number}": f"\x1bO{letter}" for number, letter in enumerate("PQRS", start=1)},
    **{f"F{number}": f"\x1b[{code}~" for number, code in FUNCTION_KEYS.items()},
}


def sequence(key: str) -> str:
    """What `key` sends: a name from `KEYS`, `Ctrl+C`, or the character itself."""
    if key in KEYS:
        return KEYS[key]
    if key.startswith("Ctrl+") and len(key) == len("Ctrl+C"):
        return chr(ord(key[-1].upper()) & 0x1F)
    if len(key) == 1:
        return key
    raise ValueError(f"no such key: {key}. There are {', '.join(KEYS)} and Ctrl+letter")
