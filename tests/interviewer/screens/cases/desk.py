"""Short ways to the cases of a coordinator and into one of them.

Kari calls and Berit decides, each at her own keyboard, on one database.
"""

from datetime import timedelta
from uuid import UUID

from db.case_decisions import decisions_about
from db.cases import case_id_of
from db.database import Database
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.state import Cases
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.queue.state import Queue
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.lines import ListedCase
from schemas.review.decisions import DecisionKind
from tests.support.keyboard import Keyboard

MOSS, HALDEN = case_id_of("0104"), case_id_of("0101")
ANNE = "69 28 91 23"


def calls(kari: Keyboard, place: str, outcome: Outcome, note: str = "") -> None:
    """Kari rings somewhere, the call ends with an outcome, and she goes on to the list."""
    kari.type(place)
    kari.keys("enter", "enter")
    if isinstance(kari.screen, Card):  # there is no number yet
        kari.type(f"69 17 45 {len(place):02}")  # a number of its own: one rests between calls
        kari.keys("enter")
    kari.keys("f9", outcome.row.key or "")
    kari.type(note)
    kari.keys("enter", *("1" if outcome.refuses_for_ever else ""), "escape")


def looks(berit: Keyboard, later: timedelta = timedelta(seconds=20)) -> Cases:
    """Berit looks at her cases, as they are a little later."""
    berit.wait(later)
    berit.mind()
    berit.keys("f4")
    return cases_of(berit)


def cases_of(berit: Keyboard) -> Cases:
    """The list of cases, which must be on the screen."""
    assert isinstance(berit.screen, Cases)
    return berit.screen


def opens(berit: Keyboard, place: str) -> DecideCase:
    """Berit finds a case by what she types, and opens it."""
    looks(berit)
    berit.type(place)
    berit.keys("enter")
    return case_of(berit)


def case_of(berit: Keyboard) -> DecideCase:
    """One case, which must be on the screen."""
    assert isinstance(berit.screen, DecideCase)
    return berit.screen


def waiting(berit: Keyboard) -> list[str]:
    """The units that wait for her, in their order."""
    return [line.case.unit.id for line in cases_of(berit).lines]


def kinds(database: Database, case_id: UUID = HALDEN) -> list[DecisionKind]:
    """What has been decided about a case."""
    return [one.kind for one in decisions_about(database, case_id)]


def in_call_list(kari: Keyboard, case_id: UUID = HALDEN) -> ListedCase:
    """Where Kari finds a case a little later, and why."""
    kari.wait(timedelta(minutes=2))
    kari.mind()
    assert isinstance(kari.screen, CallList)
    return next(line for line in kari.screen.ranked if line.case.case_id == case_id)


def first_interview(turid: Keyboard) -> ReviewCase:
    """The first interview in the queue, opened."""
    turid.keys("enter")
    assert isinstance(turid.screen, ReviewCase)
    return turid.screen


def interviewed(turid: Keyboard) -> DecideCase:
    """The case of the first interview in the queue, opened among the cases."""
    assert isinstance(turid.screen, Queue)
    name = turid.screen.items[0].interview.unit_id
    turid.keys("f4")
    turid.type(name)
    turid.keys("enter")
    return case_of(turid)
