"""A telephone number large enough to dial from across the desk."""

from typing import Final

_DIGITS: Final = {
    "0": ("┌─┐", "│ │", "└─┘"),
    "1": (" ╷ ", " │ ", " ╵ "),
    "2": ("╶─┐", "┌─┘", "└─╴"),
    "3": ("╶─┐", " ─┤", "╶─┘"),
    "4": ("╷ ╷", "└─┤", "  ╵"),
    "5": ("┌─╴", "└─┐", "╶─┘"),
    "6": ("┌─╴", "├─┐", "└─┘"),
    "7": ("╶─┐", "  │", "  ╵"),
    "8": ("┌─┐", "├─┤", "└─┘"),
    "9": ("┌─┐", "└─┤", "╶─┘"),
    "+": ("   ", "╶┼╴", "   "),
    " ": (" ", " ", " "),
}


def large(number: str) -> tuple[str, str, str]:
    """`number` in three lines of box characters; what has no large form is left out."""
    glyphs = [_DIGITS[char] for char in number.replace("\xa0", " ") if char in _DIGITS]
    top, middle, bottom = (" ".join(rows) for rows in zip(*glyphs, strict=True))
    return top, middle, bottom
