"""The goodbye comes last: before the conversation ends, what is missing or open is offered."""

import pytest

from db.database import Database
from interviewer.engine.leave_taking import Farewell
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from schemas.questionnaire.walk import Key
from tests.support.keyboard import TO_THE_OFFERS, Keyboard

OFFERED = "Før du avslutter samtalen: Noe mangler svar eller må avklares."
NO_OFFERS = ("3", "5", "1", "enter", "3")
"""No offers, and no plans: the next question is the closing's first."""


def offered(kari: Keyboard) -> list[str]:
    """What is offered before the end."""
    panel = kari.call.panel
    assert isinstance(panel, JumpPanel)
    return [row.step.question.id for row in panel.found(kari.call)]


@pytest.fixture
def skipped(on_line: Keyboard) -> Keyboard:
    """At the last question before the closing, with one before it passed over."""
    on_line.keys(*TO_THE_OFFERS, "3", "5", "pagedown")
    assert on_line.at == "knows_other_unit"
    return on_line


class TestBeforeTheClosing:
    """The first question of the closing is not read while something before it is missing."""

    def test_what_is_missing(self, skipped: Keyboard) -> None:
        skipped.keys("3")
        assert OFFERED in " ".join(skipped.picture().split())
        assert offered(skipped) == ["no_service_reason"]

    def test_the_interviewer_goes_there(self, skipped: Keyboard) -> None:
        """Enter goes to the first; when that is answered, the closing begins."""
        skipped.keys("3", "enter")
        assert skipped.at == "no_service_reason"
        skipped.keys("1", "enter")
        assert skipped.call.panel is None
        assert skipped.call.farewell is Farewell.last_section

    def test_or_goes_on(self, skipped: Keyboard) -> None:
        """Esc: nobody is asked again before the goodbye, where it still is missing."""
        skipped.keys("3", "escape", "1", "1", "enter")
        assert skipped.call.panel is None
        assert skipped.at == "final_remarks"
        skipped.keys("enter")
        assert skipped.at == "thanks"
        assert offered(skipped) == ["no_service_reason"]
        skipped.keys("escape")
        assert (skipped.call.panel, skipped.at) == (None, "thanks")

    def test_f6_decides_nothing(self, skipped: Keyboard) -> None:
        """Whoever looks for another question gets all of them, and is offered it again after."""
        skipped.keys("3", "f6", *"gruppebasert")
        assert offered(skipped) == []
        skipped.keys("escape")
        assert offered(skipped) == ["no_service_reason"]

    def test_also_what_is_passed_over_in_the_closing(self, on_line: Keyboard) -> None:
        """Thanks are said when the closing itself is whole."""
        on_line.keys(*TO_THE_OFFERS, *NO_OFFERS, "pagedown", "1", "enter", "enter")
        assert on_line.at == "thanks"
        assert offered(on_line) == ["contact_again"]

    def test_turning_pages(self, on_line: Keyboard) -> None:
        """Paged through to the end: twenty-five questions missing, and a check open."""
        on_line.keys(*TO_THE_OFFERS, "1", *"31111", "3")
        for _ in range(60):
            if on_line.call.panel is not None:
                break
            on_line.keys("pagedown")
        assert on_line.call.farewell is Farewell.last_section
        panel = on_line.call.panel
        assert isinstance(panel, JumpPanel)
        first, *others = panel.found(on_line.call)
        assert first.fired is not None
        assert first.fired.check.id == "offers_miss_the_definition"
        assert len(others) > 20
        on_line.keys("enter")
        assert isinstance(on_line.call.panel, CheckPanel)

    def test_hung_up_with_the_thanks(self, on_line: Keyboard) -> None:
        """F9 when all is asked, and they have said goodbye: whole, not broken off."""
        on_line.keys(*TO_THE_OFFERS, *NO_OFFERS)
        for key in ("1", "1", "enter", "enter", "enter"):
            if on_line.at == "thanks":
                break
            on_line.keys(key)
        assert on_line.at == "thanks"
        on_line.keys("f9")
        assert Key("thanks") in on_line.stored()
        assert not isinstance(on_line.call.panel, HangUpPanel)

    def test_gone_to_by_name(self, skipped: Keyboard) -> None:
        """Also who chooses a question of the closing with F6 is told first, and may go on."""
        skipped.keys("f6", *"kan vi ringe igjen", "enter")
        assert offered(skipped) == ["no_service_reason", "knows_other_unit"]
        skipped.keys("escape")
        assert (skipped.call.panel, skipped.at) == (None, "contact_again")

    def test_in_a_burst(self, skipped: Keyboard) -> None:
        """What is typed meanwhile goes where it is seen to go: into the list, not into answers."""
        skipped.burst("3", "1", "1")
        assert isinstance(skipped.call.panel, JumpPanel)
        assert "contact_again" not in {key.question for key in skipped.stored()}

    def test_somebody_else_is_asked_anew(self, skipped: Keyboard) -> None:
        """What the one decided with the first respondent does not hold for the next."""
        skipped.keys("3", "escape", "f5", "e", "1")
        assert skipped.call.parting is Farewell.none


class TestTakenUpAgain:
    """An interview that stopped in the closing is not taken up as if nothing were missing."""

    def test_after_the_program_has_ended(self, skipped: Keyboard, database: Database) -> None:
        """In the middle of the call: the next program offers it as the first one did."""
        skipped.keys("3", "escape")
        assert skipped.call.farewell is Farewell.last_section
        again = Keyboard(database, seed=7)
        again.keys("enter")
        assert again.call.attempt is not None
        assert offered(again) == ["no_service_reason"]
        assert OFFERED in " ".join(again.picture().split())
        again.keys("escape")
        assert (again.call.panel, again.at) == (None, "contact_again")

    def test_whole(self, on_line: Keyboard, database: Database) -> None:
        """With nothing missing one is straight in the closing again."""
        on_line.keys(*TO_THE_OFFERS, *NO_OFFERS)
        again = Keyboard(database, seed=7)
        again.keys("enter")
        assert (again.call.panel, again.call.farewell) == (None, Farewell.last_section)


class TestNothingMissing:
    """Then nothing is in the way."""

    def test_straight_on(self, on_line: Keyboard) -> None:
        on_line.keys(*TO_THE_OFFERS, *NO_OFFERS)
        assert on_line.call.panel is None
        assert on_line.call.farewell is Farewell.last_section

    def test_with_nobody_on_the_line(self, skipped: Keyboard) -> None:
        """Without a call there is nobody to say goodbye to."""
        skipped.keys("f9", "1", "1", "enter", "f6", "3")
        assert skipped.call.panel is None
