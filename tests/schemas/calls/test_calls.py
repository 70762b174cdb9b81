"""Calls: who is on the line, the way to the right person, how a call ended and how long it took."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import ContactPoint, EndUndone, end_before, on_the_line, suggest_outcome
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.growing_case import DEAD_END, MORNING, NAME, NUMBER, TRANSFERRED, Case


class TestRedirects:
    """A redirect leads from whoever we spoke with to somebody else, or nowhere."""

    def test_only_a_dead_end_leads_nowhere(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        with pytest.raises(ValueError, match="leads somewhere"):
            case.sent(None, NUMBER)
        with pytest.raises(ValueError, match="leads somewhere"):
            case.sent(switchboard, DEAD_END)

    def test_whoever_they_put_us_through_to_is_on_the_line(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        desk = case.meet(Office.service_desk)
        health = case.meet(Office.health_and_care)
        call = case.call(switchboard)
        assert on_the_line(call, case.redirects) == switchboard.id
        case.sent(desk, TRANSFERRED)
        assert on_the_line(call, case.redirects) == desk.id
        case.sent(health, NUMBER)
        assert on_the_line(call, case.redirects) == desk.id

    def test_a_new_call_starts_afresh(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        case.sent(case.meet(Office.culture), TRANSFERRED)
        again = case.call(switchboard)
        assert on_the_line(again, case.redirects) == switchboard.id


class TestTheWay:
    """Wherever a person sits on the chain, the way there is drawn."""

    def test_to_the_right_person(self, case: Case, switchboard: ContactPoint) -> None:
        desk = case.meet(Office.service_desk)
        health = case.meet(Office.health_and_care)
        kari = case.meet(Office.healthy_life_centre, "Kari Lie", knows=Knowledge.is_the_one)
        case.call(switchboard)
        for step in (desk, health, kari):
            case.sent(step, TRANSFERRED)
        assert case.way(kari) == (
            "Sentralbord → Servicetorg → Helse og omsorg → Frisklivssentral (Kari Lie) ✓"
        )
        assert case.way(health) == "Sentralbord → Servicetorg → Helse og omsorg"

    def test_a_department_goes_by_its_own_name(self, case: Case) -> None:
        assert case.way(case.meet(Office.health_house, named="Mestringshuset")) == (
            "Mestringshuset"
        )

    def test_a_ring_has_an_end(self, case: Case, switchboard: ContactPoint) -> None:
        desk = case.meet(Office.service_desk)
        case.call(switchboard)
        case.sent(desk, TRANSFERRED)
        case.sent(switchboard, TRANSFERRED)
        case.sent(switchboard, TRANSFERRED)
        assert case.way(desk) == "Sentralbord → Servicetorg"
        assert case.way(switchboard) == "Sentralbord"


class TestSuggestedOutcome:
    """What happened on the line suggests an outcome, and nothing is guessed."""

    @pytest.mark.parametrize(
        ("how", "outcome"),
        [
            (NUMBER, Outcome.redirected),
            (NAME, Outcome.redirected),
            (RedirectHow.they_call_back, Outcome.redirected),
            (TRANSFERRED, None),
        ],
    )
    def test_after_being_sent_on(
        self, case: Case, switchboard: ContactPoint, how: RedirectHow, outcome: Outcome | None
    ) -> None:
        call = case.call(switchboard)
        case.sent(case.meet(Office.culture), how)
        assert suggest_outcome(call, case.redirects) is outcome

    def test_after_a_dead_end(self, case: Case, switchboard: ContactPoint) -> None:
        call = case.call(switchboard)
        case.sent(case.meet(Office.culture), TRANSFERRED)
        case.sent(None, DEAD_END)
        assert suggest_outcome(call, case.redirects) is Outcome.wrong_department

    def test_another_call_suggests_nothing(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        case.sent(None, DEAD_END)
        assert suggest_outcome(case.call(switchboard), case.redirects) is None


class TestHowLongACallTook:
    """By the clock that nobody sets, if there was one."""

    @pytest.mark.parametrize(
        ("seconds", "minutes", "lasted"),
        [(90, 5, 90), (90, -60, 90), (None, 5, 300), (None, -60, None), (None, None, None)],
    )
    def test_lasted(self, seconds: int | None, minutes: int | None, lasted: int | None) -> None:
        """A call of an older version whose end is before its beginning was not timed."""
        ended = None if minutes is None else MORNING + timedelta(minutes=minutes)
        dialled = Case()
        call = dialled.call(dialled.meet(Office.switchboard), Outcome.no_answer)
        call = replace(call, started_at=MORNING, ended_at=ended, seconds=seconds)
        assert call.lasted == (None if lasted is None else timedelta(seconds=lasted))
        assert replace(call, end_unknown=True).lasted is None


class TestACallThatWasOver:
    """Its end was undone, to tell anew what came of it."""

    BEGAN = datetime(2015, 3, 2, 11, tzinfo=UTC)

    def undone(self, ended: int, at: int, seconds: int | None = None) -> EndUndone:
        """It had ended, and that was undone, so many minutes after it began."""
        ended_at, then = (self.BEGAN + timedelta(minutes=one) for one in (ended, at))
        return EndUndone(ended_at, seconds, then)

    def noted(self, at: int) -> datetime:
        """The last answer was stored so many minutes after it began."""
        return self.BEGAN + timedelta(minutes=at)

    def test_ended_when_it_had(self) -> None:
        """With what the clock that nobody sets had measured; also a few minutes later: nobody was
        on the line all that time without a word of it."""
        for at in (6, 59, 1440):
            assert end_before([self.undone(3, at, 175)], self.noted(2)) == self.undone(3, at, 175)

    def test_stays_over(self) -> None:
        """However often it is told anew."""
        again = [self.undone(3, 4), self.undone(5, 1440), self.undone(5, 1442)]
        assert end_before(again, None) == self.undone(5, 1440)

    def test_or_goes_on(self) -> None:
        """Where the wrong key was pressed in the middle of it, and was taken back at once."""
        assert end_before([self.undone(3, 4)], None) is None

    def test_or_went_on(self) -> None:
        """Where somebody has answered since; but not the next day."""
        assert end_before([self.undone(3, 30)], self.noted(31)) is None
        next_day = self.undone(3, 1440)
        assert end_before([next_day], self.noted(1441)) == next_day
