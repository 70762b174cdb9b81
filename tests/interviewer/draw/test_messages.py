"""What must be told, below what one works with."""

import pytest

from interviewer.controls.screen import Notice
from interviewer.draw.bars import Surroundings, framed
from interviewer.draw.page import Page
from tests.db.world import NOON

LONG = "En lang melding om noe som ikke ble lagret, og hvor det ligger. " * 6


def told(rows: int, lines: int) -> list[str]:
    """A screen of so many rows, with so many lines in it and a long message."""
    body = Page(80).blank(lines)
    drawn = framed(Surroundings(80, rows, NOON), [], body, Notice(LONG), [])
    return [line.plain.rstrip() for line in drawn]


def test_a_message_takes_the_room_that_is_free() -> None:
    """Its last words may be what somebody has to do."""
    screen = told(rows=24, lines=10)
    assert len(screen) == 24
    assert " ".join(screen).count("hvor det ligger.") == 6


@pytest.mark.parametrize("lines", [20, 24, 400])
def test_what_there_is_no_room_for_is_seen_to_be_missing(lines: int) -> None:
    """Where one works is seen, too; nothing ends in the middle as if that were all."""
    screen = told(rows=24, lines=lines)
    assert len(screen) == 24
    assert screen[-2].endswith("…")
    assert sum("lagret" in line or "melding" in line for line in screen) <= 4
