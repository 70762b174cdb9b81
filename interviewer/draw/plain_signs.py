"""A picture for a font that has little more than the letters: frames and signs in ASCII.

Every sign gives way to one of the same width, so that nothing on the picture moves.  Letters that
Norwegian has are left alone, others lose what stands above or below them.
"""

import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import Final

from rich.cells import cell_len
from rich.text import Span
from rich.text import Text as Styled

from interviewer.draw.lines import Look, line_of, look

LETTERS: Final = frozenset("æøåÆØÅéÉèÈêÊòÒóÓôÔàÀ")
"""What Norwegian is written with besides ASCII; every old font has them."""

UNKNOWN: Final = "?"
"""Stands for what ASCII has nothing for."""

_LINES: Final = {
    **dict.fromkeys("─╌╴╶", "-"),
    **dict.fromkeys("━═", "="),
    **dict.fromkeys("│┃╷╵║", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼┏┓┗┛┡┩╇┳", "+"),
}
_BLOCKS: Final = dict(zip("░▒▓█▁▂▃▄▅▆▇", ".:%#_.-=+*%", strict=True))
_SIGNS: Final = dict(
    zip("✓✗●○★☎⏰▸›→←↑↓…·–—−×«»“”‘’´", '+x*o*T!>>><^v.----x""""\'\'\'', strict=True)
)
_ALIKE: Final = dict(zip("đŧłðŊŋĐŦ", "dtldNnDT", strict=True)) | _LINES | _BLOCKS | _SIGNS


def in_ascii(line: Styled) -> Styled:
    """The same line, as wide and with the same looks and clicks, in plain signs."""
    return line if line.plain.isascii() else _in_ascii(look(line))


def spelt_plainly(text: str) -> str:
    """Text without looks, likewise."""
    return "".join(map(_spelt, text))


@lru_cache(maxsize=1024)
def _in_ascii(line: Look) -> Styled:
    plain, style, spans = line
    spelt = [_spelt(char) for char in plain]
    begins = [0, *accumulate(map(len, spelt))]
    moved = tuple(Span(begins[one.start], begins[one.end], one.style) for one in spans)
    return line_of(("".join(spelt), style, moved))


@lru_cache(maxsize=4096)
def _spelt(char: str) -> str:
    """One character: as wide as it was."""
    if char.isascii() or char in LETTERS:
        return char
    bare = unicodedata.normalize("NFKD", char)[:1]
    plain = _ALIKE.get(char) or (bare if bare.isascii() else UNKNOWN)
    return plain.ljust(cell_len(char))[: cell_len(char)]
