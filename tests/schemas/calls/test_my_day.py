"""The day of one interviewer, from all calls that there are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from schemas.calls.calls import CallAttempt
from schemas.calls.my_day import day_of
from schemas.calls.outcomes import Outcome

KARI, OLA = UUID(int=1), UUID(int=2)
NINE = datetime(2015, 3, 2, 8, 0, tzinfo=UTC)
"""Nine o'clock in Norway."""


def call(
    begins: int, minutes: int, who: UUID = KARI, outcome: Outcome = Outcome.no_answer
) -> CallAttempt:
    """A call that begins so many minutes after nine."""
    started = NINE + timedelta(minutes=begins)
    return CallAttempt(
        id=UUID(int=abs(begins)),
        case_id=UUID(int=3),
        number=1,
        contact_id=UUID(int=4),
        phone="",
        interviewer_id=who,
        interviewer="",
        started_at=started,
        ended_at=started + timedelta(minutes=minutes),
        end_unknown=False,
        outcome=outcome,
        note="",
    )


def after(minutes: int) -> datetime:
    """So many minutes after nine."""
    return NINE + timedelta(minutes=minutes)


class TestCounts:
    """Calls, interviews, and time on the phone."""

    def test_mine_and_of_today(self) -> None:
        """Not another's, nor yesterday's."""
        yesterday = call(-24 * 60, 10)
        calls = [yesterday, call(0, 2), call(5, 20, outcome=Outcome.complete), call(6, 9, OLA)]
        day = day_of(calls, KARI, after(30))
        assert (day.calls, day.interviews, day.on_phone) == (2, 1, timedelta(minutes=22))

    def test_nothing_yet(self) -> None:
        assert day_of([], KARI, NINE).calls == 0


class TestABreak:
    """It is due when somebody has rung for long without one."""

    @pytest.mark.parametrize(("now", "due"), [(91, True), (105, False)])
    def test_due_until_there_is_one(self, now: int, due: bool) -> None:
        """Ten minutes without a call are a break."""
        calls = [call(begins, 5) for begins in range(0, 90, 10)]
        day = day_of(calls, KARI, after(now))
        assert day.is_due_for_a_break(85) is due

    def test_counted_from_the_latest(self) -> None:
        calls = [call(0, 40), call(60, 40)]
        assert day_of(calls, KARI, after(101)).at_it == timedelta(minutes=40)

    def test_whatever_the_clock_on_the_wall_was_set_to_meanwhile(self) -> None:
        one = call(0, 40)
        back = replace(one, ended_at=one.started_at - timedelta(hours=1), seconds=2400)
        assert day_of([back], KARI, after(41)).at_it == timedelta(minutes=40)

    def test_never(self) -> None:
        """Where the setting says so."""
        assert not day_of([call(0, 200)], KARI, after(200)).is_due_for_a_break(0)
