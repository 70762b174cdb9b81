"""The call list: what comes to a coordinator, in what order cases stand, and what holds of any."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_window import CallWindow
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.rules import RULES, ListPlace
from schemas.language.dates import local
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.listed_case import (
    MONDAY,
    NUMBER,
    OLA,
    SOFT,
    Case,
    anything,
    oslo,
    place,
    ranked,
)
from tests.support.municipalities import FRAME


class TestCoordinator:
    """What we cannot get further with; nothing is closed by itself."""

    @pytest.mark.parametrize(
        ("outcome", "reason"),
        [
            (Outcome.to_coordinator, "Til koordinator (kl. 09.00)"),
            (Outcome.unable, "Kan ikke delta (språk, sykdom) (kl. 09.00) – ingen spor igjen"),
            (
                Outcome.wrong_department,
                "Feil avdeling, vet ikke hvem (kl. 09.00) – ingen spor igjen",
            ),
        ],
    )
    def test_after_a_call(self, outcome: Outcome, reason: str) -> None:
        case = Case().call(oslo(2, "09.00"), outcome)
        assert place(case, oslo(2, "10.00")) == (ListPlace.with_coordinator, reason)

    def test_not_while_there_is_a_lead(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.wrong_department)
        case.sent(case.meet(Office.culture, "69111111"), NUMBER)
        assert place(case, oslo(2, "10.00"))[0] is ListPlace.callable

    def test_a_soft_refusal_after_five_working_days(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.refusal_soft)
        assert place(case, oslo(6, "09.00"))[0] is ListPlace.waiting
        assert place(case, oslo(9, "09.00"))[0] is ListPlace.with_coordinator

    def test_after_eight_attempts_counted_anew_when_it_was_returned(self) -> None:
        case = Case()
        for day in (2, 3, 4, 5, 6, 9, 10, 11):
            case.call(oslo(day, "09.00"), Outcome.no_answer)
        assert place(case, oslo(12, "12.30")) == (
            ListPlace.with_coordinator,
            "Åtte forsøk uten intervju",
        )
        case.told(returned_at=oslo(12, "08.00"))
        assert place(case, oslo(12, "12.30")) == (
            ListPlace.callable,
            "Tilbake fra koordinatoren kl. 08.00",
        )
        case.call(oslo(12, "12.30"), Outcome.no_answer)
        assert place(case, oslo(13, "14.00"))[0] is ListPlace.callable


class TestOrder:
    """Callable cases come in the order of the specification."""

    def everything(self) -> list[Case]:
        """One case of each kind, the last first, as they stand on Tuesday at noon."""
        seven = [Case(nth) for nth in range(9)]
        rest, new, untried, warm, soft, partial, returned, rang, hard = seven
        rest.call(oslo(2, "09.00"), Outcome.busy)
        untried.call(oslo(2, "09.00"), Outcome.no_answer)
        warm.call(oslo(3, "09.00"), Outcome.redirected)
        warm.sent(warm.meet(Office.culture, "69111111"), NUMBER)
        soft.call(oslo(2, "09.00"), Outcome.unavailable).agree(oslo(3, "12.00"), SOFT)
        partial.call(oslo(2, "09.00"), Outcome.partial).told(interview="reopened")
        returned.told(returned_at=oslo(3, "08.00"))
        rang.call(oslo(2, "09.00"), Outcome.no_answer).told(rang_back_at=oslo(3, "10.00"))
        hard.agree(oslo(3, "12.00"), only_with=OLA)
        assert new.attempts == []
        return seven

    def test_by_the_rules(self) -> None:
        names = [one.rule.name for one in ranked(self.everything(), oslo(3, "12.00"), OLA).callable]
        assert names == ["hard_appointment", "rang_back", "to_resume"]
        free = [case for case in self.everything() if case.nth != 8]
        assert [one.rule.name for one in ranked(free, oslo(3, "12.30")).callable] == [
            "rang_back",
            "returned",
            "to_resume",
            "appointment",
            "warm_lead",
            "untried_part",
            "never_called",
            "longest_wait",
        ]

    def test_what_was_agreed_on_for_now_comes_before_what_can_wait(self) -> None:
        """The ten minutes of a time to try again pass; a coordinator's question stays."""
        free = [case for case in self.everything() if case.nth != 8]
        names = [one.rule.name for one in ranked(free, oslo(3, "12.00")).callable]
        assert names[:4] == ["rang_back", "soft_appointment", "returned", "to_resume"]

    def test_an_interview_that_the_program_stopped_in_goes_on_before_what_is_new(self) -> None:
        """Nobody knows how that call ended; where nothing had been asked, nobody waits for us."""
        cut_off, empty, new = Case(0), Case(1), Case(2)
        cut_off.call(oslo(2, "09.00"), None).told(interview="open")
        empty.call(oslo(2, "09.00"), None)
        lines = ranked([new, empty, cut_off], oslo(2, "10.00")).callable
        assert [one.rule.name for one in lines] == ["to_resume", "never_called", "longest_wait"]
        assert lines[0].reason == "Fortsett intervjuet med Sentralbord"

    def test_somebody_named_first_then_from_county_to_county(self) -> None:
        counties = [unit.group.id for unit in FRAME]
        firsts = [counties.index(no) for no in ("01", "02")]
        cases = [Case(firsts[0]), Case(firsts[0] + 1), Case(firsts[1]), Case(firsts[1] + 1)]
        cases[3].meet(Office.public_health, "69111111", "Per Dal")
        lines = ranked(cases, MONDAY).callable
        assert [one.case.unit.group.id for one in lines] == ["02", "01", "02", "01"]
        assert lines[0].reason == "Per Dal, oppgitt som kontaktperson"

    def test_a_county_that_is_ahead_waits_for_the_others(self) -> None:
        counties = [unit.group.id for unit in FRAME]
        first, second = counties.index("01"), counties.index("02")
        cases = [Case(first + nth) for nth in range(4)] + [Case(second + nth) for nth in range(4)]
        cases[0].call(oslo(2, "08.30"), Outcome.redirected)
        top = ranked(cases, oslo(2, "09.00")).callable[0]
        assert top.case.unit.group.id == "02"


class TestRules:
    """The list is generated from the rules, and the rules are complete."""

    def test_every_place_has_a_rule(self) -> None:
        assert {rule.place for rule in RULES} == set(ListPlace)

    def test_names_are_unlike(self) -> None:
        assert len({rule.name for rule in RULES}) == len(RULES)

    def test_the_last_one_always_applies(self) -> None:
        assert RULES[-1].name == "longest_wait"

    def test_what_waits_waits_until_a_time(self) -> None:
        assert all(rule.until for rule in RULES if rule.place is ListPlace.waiting)


MOMENTS = st.integers(0, 14 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


class TestAnyCases:
    """What holds whatever has happened, at any moment."""

    @given(anything(), MOMENTS)
    def test_each_is_in_exactly_one_place_and_says_why(
        self, cases: list[Case], now: datetime
    ) -> None:
        lines = list(ranked(cases, now))
        assert sorted(one.case.unit.id for one in lines) == sorted(
            case.state().unit.id for case in cases
        )
        assert all(one.reason for one in lines)

    @given(anything(), MOMENTS)
    def test_what_waits_waits_for_a_time_to_come(self, cases: list[Case], now: datetime) -> None:
        waiting = [one.until for one in ranked(cases, now).waiting]
        assert all(until and until > now for until in waiting)
        assert all(one <= two for one, two in pairwise(waiting) if one and two)

    @given(anything(), MOMENTS)
    def test_who_is_called_may_be_called(self, cases: list[Case], now: datetime) -> None:
        today = local(now).date()
        for one in ranked(cases, now).callable:
            assert one.case.outcome is not Outcome.refusal_hard
            if one.rule.name == "to_finish":
                continue  # nobody is rung: the form is to be completed
            assert one.contact or one.case.appointment
            assert CallWindow().is_open(now) or one.case.appointment
            if one.contact and one.rule.name != "hard_appointment":
                times = sum(
                    call.phone == one.contact.phone and local(call.started_at).date() == today
                    for case in cases
                    for call in case.attempts
                )
                assert times < 2

    @given(anything(), MOMENTS)
    def test_the_order_in_which_they_are_read_does_not_matter(
        self, cases: list[Case], now: datetime
    ) -> None:
        assert list(ranked(cases, now)) == list(ranked(cases[::-1], now))
