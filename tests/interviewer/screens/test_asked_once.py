"""What cannot be undone, or closes a case for ever, is asked once, and says what it will do.

Until that is answered nothing is stored, and Esc leaves everything as it was.
"""

from dataclasses import dataclass

import pytest

from db.database import Database
from db.trail.trail import head_of
from interviewer.screens.case.state import DecideCase
from interviewer.screens.interview.state import ReviewCase
from interviewer.words import WORDS
from schemas.calls.outcomes import BY_KEY, Outcome
from schemas.language.option_keys import OPTION_KEYS
from tests.support.keyboard import TO_THE_NAME, Keyboard


@dataclass(frozen=True)
class Final:
    """Keys that lead to the question, what it says, and the keys that do it."""

    asks: tuple[str, ...]
    says: tuple[str, ...]
    does: tuple[str, ...]


NEVER_AGAIN: dict[str, Final] = {
    f"the outcome {one.name}": Final(
        ("f9", key, "enter"), ("Dette kan ikke angres.", one.next_step), ("1",)
    )
    for key, one in BY_KEY.items()
    if one.refuses_for_ever
}
IN_A_CALL: dict[str, Final] = {
    **NEVER_AGAIN,
    "a call that was none": Final(
        ("f9", "0"), ("Oppringningen blir tatt bort. Det kan ikke angres.",), ("1",)
    ),
}
ON_THE_CARD: dict[str, Final] = {
    "two become one": Final(
        ("down", "f12", "5", "1"), ("tas ut, og alt som er gjort der, føres på",), ("1",)
    ),
    "nobody rings there any more": Final(
        ("down", "f12", "6"), ("Det kan ikke angres.",), (*"sluttet", "enter")
    ),
}
CLOSING = "Saken lukkes uten intervju. Du kan sende den tilbake senere."
ERASED = ("Dette slettes for alltid:", "Dette blir stående:", "trykk Enter for å slette.")
ON_A_CASE: dict[str, Final] = {
    "not found": Final(("2",), (CLOSING,), (*"lett lenge", "enter")),
    "out of the sample": Final(("3",), (CLOSING,), (*"nedlagt", "enter")),
    "given up": Final(("4",), (CLOSING,), (*"nytter ikke", "enter")),
}


def stored(database: Database) -> object:
    """The end of the trail: it moves with everything that is stored."""
    with database.read() as session:
        return head_of(session.connection())


def is_asked_once(kari: Keyboard, database: Database, final: Final) -> None:
    """Nothing is stored by asking, nor by Esc; then it is done."""
    here, before = kari.loop.screen, stored(database)
    kari.keys(*final.asks)
    seen = " ".join(kari.picture().split())
    assert [words for words in final.says if words not in seen] == []
    kari.keys("escape")
    assert stored(database) == before
    kari.loop.screen = here
    kari.keys(*final.asks, *final.does)
    assert stored(database) != before


@pytest.mark.parametrize("final", IN_A_CALL.values(), ids=IN_A_CALL)
def test_in_a_call(on_line: Keyboard, database: Database, final: Final) -> None:
    is_asked_once(on_line, database, final)


@pytest.fixture
def card(on_line: Keyboard) -> Keyboard:
    """The card with the switchboard, and Anne."""
    on_line.keys("f12", "enter", "tab", *"69174500", "escape")
    on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Anne", "enter", "f9", "4", "1", *"senere", "enter")
    return on_line


@pytest.mark.parametrize("final", ON_THE_CARD.values(), ids=ON_THE_CARD)
def test_on_the_card(card: Keyboard, database: Database, final: Final) -> None:
    is_asked_once(card, database, final)


@pytest.fixture
def at_a_case(practice: Database) -> Keyboard:
    """A coordinator at the first case that waits for one."""
    berit = Keyboard(practice, reviewing=True).sits_down("Berit")
    berit.keys("f4", "enter")
    return berit


@pytest.mark.parametrize("final", ON_A_CASE.values(), ids=ON_A_CASE)
def test_on_a_case(at_a_case: Keyboard, practice: Database, final: Final) -> None:
    is_asked_once(at_a_case, practice, final)


def test_a_case_that_is_withdrawn(at_a_case: Keyboard, practice: Database) -> None:
    """One key is not enough: the name of the place has to be typed."""
    assert isinstance(at_a_case.screen, DecideCase)
    name = at_a_case.screen.unit.name
    is_asked_once(at_a_case, practice, Final(("5",), ERASED, (*name, "enter")))


def test_an_interview_that_is_withdrawn(practice: Database) -> None:
    """From the finished interview, too."""
    berit = Keyboard(practice, reviewing=True).sits_down("Berit")
    berit.keys("enter")
    assert isinstance(berit.screen, ReviewCase)
    labels = [label for _, label in berit.screen.ways]
    key, name = OPTION_KEYS[labels.index(WORDS.withdraw)], berit.screen.unit.name
    is_asked_once(berit, practice, Final((key,), ERASED, (*name, "enter")))


def test_no_other_outcome_closes_a_case_for_ever() -> None:
    """The others can be undone for as long as nothing builds on them."""
    asked = {one for one in Outcome if one.refuses_for_ever and one.row.key}
    assert len(asked) == len(NEVER_AGAIN)
