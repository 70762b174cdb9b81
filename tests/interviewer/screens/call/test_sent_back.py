"""A finished interview with a question to ask again: asked of whoever is rung, then completed."""

from uuid import uuid4

import pytest

from db.database import Database
from db.people import sit_down
from db.records import Signed
from db.reviews import decide
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.decisions import DecisionKind
from tests.support.keyboard import NOON, TO_THE_OFFERS, Keyboard

NO_OFFERS_NO_PLANS = ("3", "5", "1", "enter", "3", "1", "1", "enter", "enter", "enter")
AFTERWARDS = ("4", "1", "enter", "enter")
INTRODUCED = ("enter", "1", "1", *"Oda", "enter", "enter", "e", "enter", "enter")


@pytest.fixture
def finished(on_line: Keyboard) -> Keyboard:
    """Kari has completed the interview with Halden, and is back at the call list."""
    on_line.keys(*TO_THE_OFFERS, *NO_OFFERS_NO_PLANS, *AFTERWARDS)
    assert isinstance(on_line.screen, CallList)
    return on_line


@pytest.fixture
def sent_back(finished: Keyboard, database: Database) -> Keyboard:
    """Berit wants to know more about the plans."""
    berit = sit_down(database, uuid4(), "Berit", "berit@pc", NOON)
    kept = finished.kept()
    assert kept is not None
    signed = Signed(uuid4(), berit.id, finished.now)
    question = Key("plans")
    decide(
        database,
        signed,
        kept.interview.id,
        1,
        DecisionKind.returned,
        "Er det helt sikkert?",
        question=question,
    )
    return finished


def revision(kari: Keyboard) -> int:
    """How many times the interview has been completed."""
    kept = kari.kept()
    assert kept is not None
    assert kept.revision is not None
    return kept.revision.number


class TestAskedAgain:
    """The question, with the coordinator's words, and then the interview is completed anew."""

    def test_of_the_same_person(self, sent_back: Keyboard) -> None:
        """It stands there when they answer the phone."""
        sent_back.keys(*"halden", "enter", "enter", "enter")
        assert sent_back.at == "plans"
        assert "Berit spør: Er det helt sikkert?" in sent_back.picture(120, 40)
        self._answered(sent_back)

    def test_of_somebody_else(self, sent_back: Keyboard) -> None:
        """Introduced first; nothing ends the call before it has been asked."""
        sent_back.keys(*"halden", "enter", "f5", "e", *"Oda", "enter", *"33170009", "enter")
        sent_back.keys("escape", "2")
        assert isinstance(sent_back.screen, Call)
        assert sent_back.at == "intro"
        sent_back.keys("enter", "1", "1", "enter", "e", "enter", "enter")  # her name is known
        assert sent_back.at == "plans"
        assert sent_back.call.attempt is not None
        assert "Berit spør: Er det helt sikkert?" in sent_back.picture(120, 40)
        self._answered(sent_back)

    def test_after_a_look_around(self, sent_back: Keyboard) -> None:
        """Where somebody has stood since is no matter: it is still to be asked."""
        sent_back.keys(*"halden", "enter", "f6")
        assert sent_back.at == "plans"
        assert "Berit spør: Er det helt sikkert?" in sent_back.picture(120, 40)
        sent_back.keys("pageup", "pageup", "escape", "escape", "escape")
        sent_back.keys(*"halden", "enter", "enter", "enter")
        assert sent_back.at == "plans"
        assert "Berit spør: Er det helt sikkert?" in sent_back.picture(120, 40)

    def _answered(self, kari: Keyboard) -> None:
        """Enter at the end hangs up, and Enter completes: nothing sends her round the card."""
        kari.keys("4")
        for _ in range(12):
            if kari.at is not None:
                kari.keys("pagedown")
        kari.keys("enter", "enter", "enter")
        assert kari.file().attempts[-1].outcome in {Outcome.complete, Outcome.no_service}
        assert isinstance(kari.screen, Call)
        kari.keys("enter")
        assert isinstance(kari.screen, CallList)
        assert revision(kari) == 2


class TestCorrected:
    """Somebody rings back with a correction: a finished interview opens with another answer."""

    def test_looking_changes_nothing(self, finished: Keyboard) -> None:
        finished.keys(*"halden", "enter", "f6")
        assert "Intervjuet er fullført." in finished.picture()
        finished.keys("enter", "escape", "escape")
        kept = finished.kept()
        assert kept is not None
        assert not kept.interview.open

    def test_asked_before_it_is_opened(self, finished: Keyboard) -> None:
        finished.keys(*"halden", "enter", "f6", "f6", *"planer om", "enter", "4")
        assert "INTERVIEW-CLOSED" in finished.picture()
        finished.keys("enter")
        assert "Intervjuet er åpnet igjen." in finished.picture()
        finished.keys("4")
        for _ in range(12):
            if finished.at is not None:
                finished.keys("pagedown")
        finished.keys("enter")
        assert revision(finished) == 2
