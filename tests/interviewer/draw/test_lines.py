"""How a paragraph is broken into lines."""

import pytest
from rich.text import Text as Styled

from interviewer.draw.lines import NO_BREAK, wrapped


@pytest.mark.parametrize("width", range(12, 40))
def test_a_no_break_space_holds_words_together(width: int) -> None:
    """A sign and what it means, or the digits of a number, stand on the same line."""
    words = f"kilde: Servicetorg · ★{NO_BREAK}spor · 21{NO_BREAK}000 innbyggere"
    lines = [line.plain for line in wrapped(Styled(words), width, 0, 0)]
    assert sum(f"★{NO_BREAK}spor" in line for line in lines) == 1
    assert sum(f"21{NO_BREAK}000" in line for line in lines) == 1
