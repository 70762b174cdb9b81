"""How far the calling has come, counted from invented histories."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import CallAttempt, ContactPoint
from schemas.calls.outcome_rows import Category
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState, History, state_of
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.settings import Settings
from schemas.review.followed import AppointmentOutcome, Appointments, Followed, follow
from schemas.review.progress import Forecast, Progress, determined, forecast, progress
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.departments import Office
from tests.support.municipalities import FRAME

RULES = Settings()
NOON = datetime(2015, 3, 16, 11, tzinfo=UTC)
"""A Monday; Easter and its holidays are two weeks ahead."""

DAY = timedelta(days=1)


def call(
    number: int, outcome: Outcome | None, at: datetime, minutes: float | None = 10
) -> CallAttempt:
    """A call of so many minutes; None: nobody knows when it ended."""
    return CallAttempt(
        id=uuid4(),
        case_id=UUID(int=1),
        number=number,
        contact_id=UUID(int=2),
        phone="22222222",
        interviewer_id=UUID(int=3),
        interviewer="Åse",
        started_at=at,
        ended_at=None if minutes is None else at + timedelta(minutes=minutes),
        end_unknown=minutes is None,
        outcome=outcome,
        note="",
    )


def switchboard() -> ContactPoint:
    return ContactPoint(
        id=UUID(int=2),
        case_id=UUID(int=1),
        department=Office.switchboard,
        department_name="",
        person="",
        role="",
        phone="22222222",
        email="",
        source="register",
        knows=Knowledge.unknown,
        created_at=NOON,
    )


def case(
    *calls: CallAttempt,
    nth: int = 0,
    decision: Outcome | None = None,
    found: Class | None = None,
    frozen_at: datetime | None = None,
    returned_at: datetime | None = None,
) -> Followed:
    """The case of the nth unit after these calls."""
    history = History(
        case_id=uuid4(),
        unit=FRAME.units[nth],
        contacts=(switchboard(),),
        attempts=calls,
        decision=decision,
        returned_at=returned_at,
    )
    state = state_of(history, RULES)
    return follow(state, calls, decision, classes=Class, found=found, frozen_at=frozen_at)


def settled(at: datetime, nth: int = 0) -> Followed:
    """A case whose only call was an interview."""
    return case(call(1, Outcome.complete, at), nth=nth, found=Class.service)


def seen_at_noon(cases: Sequence[Followed], *agreed: AppointmentOutcome) -> Progress:
    """How far they have come."""
    states = [one.state for one in cases if isinstance(one.state, CaseState)]
    return progress(cases, states, agreed, FRAME.groups, NOON, RULES)


class TestOneCase:
    @pytest.mark.parametrize("outcome", Outcome)
    def test_is_settled_when_its_outcome_is_final(self, outcome: Outcome) -> None:
        """And not while somebody is still to call again."""
        decided = outcome if outcome.coordinator_only else None
        calls = () if decided else (call(1, outcome, NOON),)
        assert case(*calls, decision=decided).is_settled == outcome.final

    def test_is_not_settled_when_it_was_returned(self) -> None:
        """A coordinator wants something to be asked."""
        done = call(1, Outcome.complete, NOON)
        assert case(done).is_settled
        assert not case(done, returned_at=NOON + DAY).is_settled

    def test_was_settled_when_the_deciding_call_was_over(self) -> None:
        """Not when somebody looked at the interview again later."""
        calls = call(1, Outcome.no_answer, NOON), call(2, Outcome.complete, NOON + DAY)
        done = case(*calls, frozen_at=NOON + 9 * DAY)
        assert done.settled_at == NOON + DAY + timedelta(minutes=10)
        assert case(calls[0]).settled_at is None

    def test_without_a_deciding_call_was_settled_when_it_was_frozen(self) -> None:
        assert case(decision=Outcome.covered, frozen_at=NOON).settled_at == NOON

    def test_costs_what_its_calls_took(self) -> None:
        """A call whose end nobody knows counts as a call, and its minutes for nothing."""
        one = case(
            call(1, Outcome.busy, NOON, 0.5),
            call(2, Outcome.redirected, NOON, None),
            call(3, Outcome.complete, NOON, 14),
        )
        assert (one.state.attempts, one.timed) == (3, 2)
        assert one.talked == timedelta(minutes=14.5)

    def test_that_is_covered_has_that_finding(self) -> None:
        """No interview of its own says so, another's does."""
        one = case(decision=Outcome.covered)
        assert one.finding is Class.covered
        assert one.compared.finding is Class.covered

    @pytest.mark.parametrize("found", [Class.none, Class.borderline, Class.planning])
    def test_that_a_coordinator_calls_covered_is_whatever_its_interview_says(
        self, found: Class
    ) -> None:
        """The overview lists it as a part of the service, so the matrix must, too."""
        done = call(1, Outcome.complete, NOON)
        assert case(done, decision=Outcome.covered, found=found).finding is Class.covered

    def test_that_has_its_own_keeps_it(self) -> None:
        done = call(1, Outcome.complete, NOON)
        one = case(done, decision=Outcome.covered, found=Class.service)
        assert one.finding is Class.service

    def test_that_withdrew_has_no_finding(self) -> None:
        done = call(1, Outcome.complete, NOON)
        assert case(done, decision=Outcome.withdrawn, found=Class.service).finding is None

    def test_of_who_withdrew_has_none(self) -> None:
        one = case(call(1, Outcome.complete, NOON), decision=Outcome.withdrawn, found=Class.none)
        assert (one.finding, one.category) == (None, Category.refusal)

    def test_that_was_given_up_counts_as_what_its_calls_came_to(self) -> None:
        """Giving up overwrites no refusal; where nobody called, nothing is known."""
        refused = call(1, Outcome.refusal_soft, NOON)
        assert case(refused, decision=Outcome.given_up).category is Category.refusal
        assert case(decision=Outcome.given_up).category is Category.unknown_other


class TestWhereTheCasesAre:
    def test_every_case_is_in_one_place(self) -> None:
        """By outcome within the place, the commonest first."""
        cases = [
            case(nth=0),
            case(nth=1),
            case(call(1, Outcome.to_coordinator, NOON), nth=2),
            settled(NOON, nth=3),
            case(call(1, Outcome.refusal_hard, NOON), nth=4),
        ]
        seen = seen_at_noon(cases)
        places = {place.place: (place.count, place.outcomes) for place in seen.places}
        assert list(places) == [one for one in ListPlace if one is not ListPlace.given]
        assert places[ListPlace.callable] == (0, ())  # it is lunch
        assert places[ListPlace.waiting] == (2, ((None, 2),))
        assert places[ListPlace.with_coordinator] == (1, ((Outcome.to_coordinator, 1),))
        assert places[ListPlace.in_review] == (1, ((Outcome.complete, 1),))
        assert places[ListPlace.finished] == (1, ((Outcome.refusal_hard, 1),))
        assert (seen.cases, seen.settled) == (5, 2)

    def test_every_county_has_its_share(self) -> None:
        """Counties without cases are there, with nothing to divide by."""
        seen = seen_at_noon([settled(NOON, nth=0), case(nth=1)])
        first, *others = seen.groups
        assert (first.group.name, first.count, first.settled) == ("Østfold", 2, 1)
        assert first.share == Fraction(1, 2)
        assert [one.share for one in others] == [None] * 18

    def test_an_empty_database_has_nothing(self) -> None:
        seen = seen_at_noon([])
        assert (seen.cases, seen.settled, seen.determination.percent) == (0, 0, "–")
        assert seen.effort.calls_per_case is seen.effort.minutes_per_case is None


class TestWhatASettledCaseCosts:
    def test_is_told_in_calls_and_minutes(self) -> None:
        """Only settled cases that we rang are counted, as in the report: others have not cost all
        that they will, or nothing."""
        cases = [
            case(nth=9, decision=Outcome.out_of_frame),
            case(call(1, Outcome.busy, NOON, 1), call(2, Outcome.complete, NOON, 20)),
            case(call(1, Outcome.refusal_hard, NOON, None)),
            case(call(1, Outcome.no_answer, NOON, 99)),
        ]
        effort = seen_at_noon(cases).effort
        assert (effort.cases, effort.calls, effort.untimed) == (2, 3, 1)
        assert effort.calls_per_case == Fraction(3, 2)
        assert effort.minutes_per_case == Fraction(21, 2)


class TestAppointments:
    @pytest.mark.parametrize(
        ("agreed", "counted"),
        [
            (AppointmentOutcome(NOON + DAY), Appointments(1, 0, 0)),
            (AppointmentOutcome(NOON), Appointments(1, 0, 0)),
            (AppointmentOutcome(NOON - DAY), Appointments(0, 0, 1)),
            (AppointmentOutcome(NOON - DAY, NOON, kept=True), Appointments(0, 1, 0)),
            (AppointmentOutcome(NOON, NOON - DAY, kept=False), Appointments(0, 0, 0)),
            (AppointmentOutcome(NOON - DAY, NOON, kept=False), Appointments(0, 0, 1)),
        ],
        ids=["ahead", "just now", "went by", "kept", "called off in time", "moved afterwards"],
    )
    def test_are_open_kept_or_missed(
        self, agreed: AppointmentOutcome, counted: Appointments
    ) -> None:
        """One that was moved or called off in time is none of them."""
        assert seen_at_noon([], agreed).appointments == counted

    def test_a_file_tells_the_same_tomorrow(self) -> None:
        """What has gone by is open there until somebody closes it; all else is as it is counted."""
        assert AppointmentOutcome(NOON - DAY).went() == "open"
        assert AppointmentOutcome(NOON - DAY).went(NOON) == "missed"
        for closed in (NOON, NOON - DAY), (NOON - DAY, NOON):
            assert AppointmentOutcome(*closed).went() == AppointmentOutcome(*closed).went(NOON)


class TestTheForecast:
    today = NOON.date()

    def of(self, days_ago: Sequence[int], left: int) -> Forecast:
        """What is foretold when cases were settled so many days ago, and some are left."""
        done = [settled(NOON - days * DAY) for days in days_ago]
        return forecast([*done, *(case() for _ in range(left))], self.today)

    def test_goes_on_as_in_the_last_two_weeks(self) -> None:
        """Five in ten working days; the sixth of six that are left takes twelve of them.

        Those are 17 March to 1 April: the Wednesday before Maundy Thursday.
        """
        assert self.of([14, 11, 5, 4, 3], left=6) == Forecast(6, Fraction(1, 2), date(2015, 4, 1))

    def test_knows_holidays_and_weekends(self) -> None:
        """One day more, and it is the Tuesday after Easter."""
        assert self.of([14] * 10, left=13).on == date(2015, 4, 7)

    def test_looks_no_further_back(self) -> None:
        """What went fast three weeks ago does not help us now."""
        assert self.of([15] * 50, left=3) == Forecast(3, Fraction(0), None)

    def test_counts_working_days_from_the_first_call_on(self) -> None:
        """Begun last Thursday: two working days, and a weekend."""
        assert self.of([4, 4, 3], left=3) == Forecast(3, Fraction(3, 2), date(2015, 3, 18))

    @pytest.mark.parametrize("days_ago", [[], [0], [2, 1]])
    def test_cannot_be_told_before_a_whole_working_day(self, days_ago: list[int]) -> None:
        """Nobody has called; somebody began today; or somebody began on a Saturday."""
        assert self.of(days_ago, left=1) == Forecast(1, None, None)

    def test_is_over_when_nothing_is_left(self) -> None:
        assert self.of([5], left=0).on is None
        assert self.of([5], left=0).left == 0

    def test_a_day_is_a_day_in_norway(self) -> None:
        """Half past midnight here is the evening before in UTC."""
        night = datetime(2015, 3, 15, 23, 30, tzinfo=UTC)
        before = settled(night - 3 * DAY)
        assert forecast([before, settled(night), case()], self.today).pace == Fraction(1, 1)

    @given(st.lists(st.integers(1, 14), min_size=1, max_size=20), st.integers(1, 30))
    def test_is_enough_days_and_not_one_too_many(self, days_ago: list[int], left: int) -> None:
        """By that day the pace has settled what is left, and by the one before it had not."""
        told = self.of(days_ago, left)
        if told.pace is None:
            return
        assert told.on is not None
        between = (self.today + nth * DAY for nth in range(1, (told.on - self.today).days + 1))
        days = sum(day.weekday() < 5 and day not in HOLIDAYS for day in between)
        assert (days - 1) * told.pace < left <= days * told.pace


HOLIDAYS = {
    *(date(2015, 4, day) for day in (2, 3, 6)),
    *(date(2015, 5, day) for day in (1, 14, 25)),
    *(date(2015, 12, day) for day in (25,)),
    date(2016, 1, 1),
    *(date(2016, 3, day) for day in (24, 25, 28)),
    *(date(2016, 5, day) for day in (5, 16, 17)),
}
"""Public holidays on working days, as the almanac has them, as far as a slow pace reaches."""


class TestDetermination:
    def test_is_of_all_units(self) -> None:
        """Whether an interview was whole or short: what matters is that we know."""
        cases = [
            settled(NOON),
            case(call(1, Outcome.no_service, NOON), found=Class.none),
            case(decision=Outcome.covered),
            case(call(1, Outcome.refusal_hard, NOON)),
            case(decision=Outcome.not_found_after_search),
            case(),
        ]
        assert determined(cases).value == Fraction(3, 6)

    def test_leaves_out_what_a_coordinator_took_out_of_the_sample(self) -> None:
        assert determined([settled(NOON), case(decision=Outcome.out_of_frame)]).value == 1

    def test_is_undone_when_an_interview_is_opened_again(self) -> None:
        """Without a frozen class nothing is known."""
        assert determined([replace(settled(NOON), finding=None)]).value == 0
