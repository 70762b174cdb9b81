"""Where one types, a cursor stands: the one that is drawn, and the terminal's own upon it."""

import pytest

from interviewer.draw.lines import caret
from interviewer.draw.page import Page
from interviewer.engine.text_field import TextField

WIDTH = 20


def cursor_of(text: str, at: int | None = None) -> tuple[int, int] | None:
    """Its column and its line, in a text that is typed on a narrow page."""
    field = TextField(text, len(text) if at is None else at)
    return caret(Page(WIDTH).typing(field).lines)


@pytest.mark.parametrize(
    ("text", "at", "stands"),
    [
        ("", None, (3, 0)),
        ("Kari", None, (7, 0)),
        ("Kari ", None, (8, 0)),
        ("Kari  ", None, (9, 0)),
        ("Kari", 0, (3, 0)),
        ("Kari", 2, (5, 0)),
        ("Én\nTo", None, (3, 1)),
        ("Én\nTo", 2, (5, 0)),
        ("Én\n", None, (1, 1)),
        ("a" * 16, None, (19, 0)),
        ("Kari Lie og Ola Nordmann", None, (9, 1)),
    ],
)
def test_the_cursor_stands_where_the_next_character_comes(
    text: str, at: int | None, stands: tuple[int, int]
) -> None:
    """Behind the text, in it, behind blanks, and in whatever line that is."""
    assert cursor_of(text, at) == stands


def test_it_stands_before_the_hint_while_nothing_is_typed() -> None:
    page = Page(40).typing(TextField(), "Søk: ", hint="skriv et sted")
    assert page.lines[-1].plain.rstrip() == " Søk:   skriv et sted"
    assert caret(page.lines) == (6, 0)


def test_where_nothing_is_typed_there_is_none() -> None:
    assert caret(Page(WIDTH).say("Ringeliste").lines) is None
