"""What the rules said of a case is what they would say now, whenever it is asked for again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_codes import RedirectHow
from schemas.calls.call_window import always
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking import lines
from schemas.calls.ranking.cases import CaseState, GivenTo
from schemas.calls.ranking.listing import Ranked, rank
from schemas.calls.ranking.moment import NOBODY, RankingMoment
from schemas.calls.ranking.roll import Roll
from schemas.calls.ranking.rules import RankingRule, deciding
from schemas.calls.rests import times_like, too_like
from schemas.calls.settings import Settings
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.listed_case import (
    HARD,
    IDA,
    MONDAY,
    NUMBER,
    OLA,
    SOFT,
    Case,
    Ola,
    anything,
    oslo,
)

DEFAULTS: Final = Settings()
LEADS: Final = (RedirectHow.number_given, RedirectHow.name_only, RedirectHow.they_call_back)
JUST: Final = timedelta(microseconds=1)
OF_THE_DAY: Final = (*(oslo(2, f"{at}.00") for at in (11, 13, 15)), MONDAY.replace(hour=23))
"""When the call window, the part of the day or the day is another one."""

minutes = st.integers(-45, 45).map(lambda minutes: timedelta(minutes=minutes))
distances = st.sampled_from((-JUST, 0 * JUST, JUST)) | minutes


@st.composite
def in_the_middle(draw: st.DrawFn) -> list[CaseState]:
    """Any few cases, some of them held, given to somebody, interviewed in part or with a lead."""
    cases = draw(anything())
    for case in cases:
        if draw(st.booleans()) and case.attempts:
            whom = case.meet(Office.service_desk, draw(st.sampled_from(("", "69222222"))))
            case.sent(whom, draw(st.sampled_from(LEADS)))
        minutes = draw(st.integers(-60, 600))
        case.told(
            holder=draw(st.sampled_from((None, Ola(until=MONDAY + timedelta(minutes=minutes))))),
            given_to=draw(st.sampled_from((None, None, GivenTo(IDA, "Ida"), GivenTo(OLA, "Ola")))),
            interview=draw(st.sampled_from(("none", "none", "open", "reopened"))),
        )
    return [case.state() for case in cases]


def turns(cases: Sequence[CaseState]) -> Iterator[datetime]:
    """The moments that cases themselves tell of."""
    for case in cases:
        one, holder = case.appointment, case.holder
        if one:
            early, late = DEFAULTS.appointment_early_minutes, DEFAULTS.appointment_late_minutes
            yield from (one.due + timedelta(minutes=after) for after in (-early, 0, late))
        yield from (at for at in (case.rests_until, holder and holder.until) if at)


@st.composite
def around_a_turn(draw: st.DrawFn, cases: Sequence[CaseState]) -> list[datetime]:
    """Moments in whichever order, before, beside and behind one at which something turns."""
    turn = draw(st.sampled_from([*turns(cases), *OF_THE_DAY]))
    return [turn + apart for apart in draw(st.lists(distances, min_size=2, max_size=5))]


def shown(ranked: Ranked) -> list[tuple[Any, ...]]:
    """What stands on the list, in order and in words."""
    return [(one.case.case_id, one.rule.name, one.until, one.reason) for one in ranked]


def a_survey() -> list[CaseState]:
    """Cases of each kind, in the middle of a Monday and of what came before."""
    nth, cases = count(), list[Case]()

    def case(**more: Any) -> Case:
        cases.append(Case(next(nth)).told(**more))
        return cases[-1]

    friday = MONDAY - timedelta(days=3)
    for minutes in range(0, 360, 60):
        at, later = (day + timedelta(minutes=minutes) for day in (friday, MONDAY))
        case().call(at, Outcome.no_answer)
        case().call(at, Outcome.no_answer).call(later, Outcome.no_answer)
        case().call(later, Outcome.busy)
        case().call(friday, Outcome.busy).agree(later, HARD)
        case().call(friday, Outcome.busy).agree(later, SOFT, OLA)
        case().call(friday, Outcome.busy).agree(later, HARD, OLA)
        case(given_to=GivenTo(OLA, "Ola")).call(friday, Outcome.busy).agree(later, HARD)
        case(holder=Ola(until=later)).call(at, Outcome.busy)
        case().call(at - timedelta(days=7), Outcome.refusal_soft)
        led = case().call(later, Outcome.redirected)
        led.sent(led.meet(Office.culture, f"6911{minutes:04}"), NUMBER)
    case(rang_back_at=MONDAY).call(friday, Outcome.busy)
    case(returned_at=MONDAY).agree(MONDAY, HARD)
    case(interview="open").call(friday, Outcome.partial)
    case(holder=Ola())
    case()
    return [one.state() for one in cases]


def moments(cases: Sequence[CaseState]) -> list[datetime]:
    """Every half hour of some days, and just before, at and just after whatever turns in a case."""
    minutes = (MONDAY + timedelta(minutes=30 * nth) for nth in range(-2 * 48, 2 * 32))
    beside = (at + apart for at in turns(cases) for apart in (-JUST, 0 * JUST, JUST))
    return sorted({*minutes, *beside})


ORDERS: Final[dict[str, Callable[[datetime], Any]]] = {
    "forwards": lambda now: now,
    "backwards": lambda now: MONDAY - now,
    "by the time of the day": lambda now: (now.time(), now),
}


@pytest.mark.parametrize(("order", "who"), [*zip(ORDERS, (IDA, OLA, NOBODY), strict=True)])
def test_from_moment_to_moment(order: str, who: UUID) -> None:
    """The list that was ranked just before, and one of cases that nobody has looked at."""
    cases = a_survey()
    roll = Roll.of(cases)
    for now in sorted(moments(cases), key=ORDERS[order]):
        assert shown(rank(roll, now, who, DEFAULTS)) == shown(rank(cases, now, who, DEFAULTS))


@given(in_the_middle(), st.data(), st.sampled_from((IDA, OLA, NOBODY)))
def test_a_list_that_is_ranked_again_is_as_one_that_is_ranked_for_the_first_time(
    cases: list[CaseState], data: st.DataObject, who: UUID
) -> None:
    """At whatever moments, one after the other."""
    roll = Roll.of(cases)
    for now in data.draw(around_a_turn(cases)):
        again, anew = (rank(one, now, who, DEFAULTS) for one in (roll, cases))
        assert shown(again) == shown(anew)
        assert all(line.moment.now == now for line in again)


def test_each_of_several_sees_her_own_list() -> None:
    """Who looks at it in turn, and by other settings, has what is hers."""
    cases, hasty = a_survey(), replace(DEFAULTS, max_attempts=1)
    roll = Roll.of(cases)
    for now in moments(cases)[::20]:
        for who, rules in ((IDA, DEFAULTS), (OLA, DEFAULTS), (OLA, hasty), (NOBODY, hasty)):
            assert shown(rank(roll, now, who, rules)) == shown(rank(cases, now, who, rules))


def test_whoever_asks_in_the_midst_of_it_has_what_is_hers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads may rank one list, each for somebody else and at another moment."""
    cases = a_survey()
    now, later = MONDAY, MONDAY + timedelta(hours=2)
    hers, his = (shown(rank(cases, *one, DEFAULTS)) for one in ((later, IDA), (now, OLA)))
    roll, beside = Roll.of(cases), list[Ranked]()

    def look(case: CaseState, here: RankingMoment) -> RankingRule:
        if here.interviewer == IDA and here.now == later and not beside:
            beside.append(rank(roll, now, OLA, DEFAULTS))
        return deciding(case, here)

    before = rank(roll, now, IDA, DEFAULTS)
    seen = shown(before)
    monkeypatch.setattr(lines, "deciding", look)
    assert shown(rank(roll, later, IDA, DEFAULTS)) == hers
    assert shown(beside[0]) == his
    assert shown(before) == seen
    assert shown(rank(roll, later, IDA, DEFAULTS)) == hers


@pytest.mark.parametrize(
    "day", [datetime(2015, 3, 29, tzinfo=UTC), datetime(2015, 10, 25, tzinfo=UTC)]
)
def test_while_clocks_are_put_forward_or_back(day: datetime) -> None:
    """Where one may ring at any hour."""
    rules = replace(DEFAULTS, call_window=always(DEFAULTS.call_window))
    called = (
        Case(nth).call(day - timedelta(hours=nth), Outcome.no_answer) for nth in range(18, 30)
    )
    cases = [case.state(rules) for case in called]
    roll = Roll.of(cases)
    for minutes in range(-120, 360, 20):
        now = day + timedelta(minutes=minutes)
        assert shown(rank(roll, now, IDA, rules)) == shown(rank(cases, now, IDA, rules))


@given(st.integers(0, 24 * 60 - 1), st.integers(0, 24 * 60 - 1), st.integers(0, 480))
def test_the_times_like_another_are_those_too_like_it(now: int, avoid: int, near: int) -> None:
    """They are worked out once for all cases."""
    rules = replace(DEFAULTS, same_time_minutes=near)
    assert (avoid in times_like(now, rules)) == too_like(now, avoid, rules)
