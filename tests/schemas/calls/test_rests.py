"""Rests: how long nobody calls after a call, and that it is said as it is done."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.outcomes import Outcome
from schemas.calls.rests import (
    HalfDay,
    Minutes,
    NoRest,
    OtherPart,
    Past,
    Rest,
    Whose,
    WorkingDays,
    clock,
    too_like,
)
from schemas.calls.settings import Settings
from schemas.calls.workdays import PartOfDay, is_working_day
from schemas.language.dates import local

SETTINGS = Settings()
WINDOW = SETTINGS.call_window
NUMBER = Whose.number
MONDAY = datetime(2015, 2, 2, 8, tzinfo=UTC)  # 09.00 in Norway

RESTS = st.one_of(
    st.builds(Minutes, st.just(NUMBER), minutes=st.integers(1, 600)),
    st.builds(Minutes, st.just(NUMBER), minutes=st.integers(1, 60), times_a_day=st.integers(1, 5)),
    st.builds(OtherPart, st.just(NUMBER), minutes=st.integers(1, 600)),
    st.just(HalfDay(NUMBER)),
    st.builds(WorkingDays, st.just(NUMBER), days=st.integers(1, 20)),
)
PASTS = st.builds(
    Past,
    at=st.integers(0, 330 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes)),
    tried=st.lists(st.sampled_from(PartOfDay), max_size=4).map(tuple),
    avoid=st.none() | st.integers(8 * 60, 15 * 60),
    alike=st.integers(1, 6),
    settings=st.just(SETTINGS),
)


def past(at: datetime = MONDAY, *tried: PartOfDay, alike: int = 1) -> Past:
    """A call that ended then."""
    return Past(at, tried, None, alike, SETTINGS)


class TestEveryRest:
    """Whatever kind it is."""

    @given(RESTS, PASTS)
    def test_ends_later_and_when_we_ring(self, rest: Rest, past: Past) -> None:
        over = rest.over(past)
        assert over > past.at
        assert WINDOW.is_open(over)

    @given(RESTS, PASTS, st.integers(1, 10_000))
    def test_does_not_end_earlier_for_a_call_that_ended_later(
        self, rest: Rest, past: Past, minutes: int
    ) -> None:
        """But for where it looks for a better time of the day."""
        if isinstance(rest, OtherPart):
            return
        later = Past(past.at + timedelta(minutes=minutes), *_besides(past))
        assert rest.over(later) >= rest.over(past)

    @given(RESTS)
    def test_can_be_said(self, rest: Rest) -> None:
        assert rest.words.startswith(("om ", "neste "))


def _besides(past: Past) -> tuple[tuple[PartOfDay, ...], int | None, int, Settings]:
    return past.tried, past.avoid, past.alike, past.settings


class TestMinutes:
    @given(PASTS, st.integers(1, 600), st.integers(1, 600))
    def test_more_of_them_do_not_end_earlier(self, past: Past, some: int, more: int) -> None:
        shorter, longer = sorted((some, more))
        one, other = (Minutes(NUMBER, minutes=count) for count in (shorter, longer))
        assert one.over(past) <= other.over(past)

    def test_so_often_a_day_and_then_the_next(self) -> None:
        rest = Minutes(NUMBER, minutes=15, times_a_day=3)
        assert rest.over(past(alike=2)) == MONDAY + timedelta(minutes=15)
        assert local(rest.over(past(alike=3))).date() == local(MONDAY).date() + timedelta(days=1)

    @pytest.mark.parametrize(
        ("rest", "words"),
        [
            (Minutes(NUMBER, minutes=5), "om 5 minutter"),
            (Minutes(NUMBER, minutes=60), "om 1 time"),
            (Minutes(NUMBER, minutes=90), "om 90 minutter"),
            (Minutes(NUMBER, minutes=120), "om 2 timer"),
            (
                Minutes(NUMBER, minutes=15, times_a_day=3),
                "om 15 minutter, høyst tre ganger om dagen",
            ),
        ],
    )
    def test_in_words(self, rest: Rest, words: str) -> None:
        assert rest.words == words


class TestOtherPart:
    @given(PASTS, st.integers(1, 300))
    def test_is_another_part_of_the_day_while_one_is_left(self, past: Past, minutes: int) -> None:
        """Unless every time in the other parts is too like the last one."""
        over = OtherPart(NUMBER, minutes=minutes).over(past)
        assert over >= past.at + timedelta(minutes=minutes)
        left = set(PartOfDay) - set(past.tried)
        if left and past.avoid is None:
            assert WINDOW.part(over) in left

    @given(PASTS)
    def test_is_not_the_same_time_of_the_day(self, past: Past) -> None:
        """A week is looked through for it."""
        over = OtherPart(NUMBER, minutes=1).over(past)
        first = WINDOW.next_open(past.at + timedelta(minutes=1))
        assert over == first or not too_like(clock(over), past.avoid, SETTINGS)


class TestDays:
    @given(PASTS, st.integers(1, 20))
    def test_so_many_working_days(self, past: Past, days: int) -> None:
        """None of which is a Saturday, a Sunday or a public holiday."""
        over = local(WorkingDays(NUMBER, days=days).over(past)).date()
        first = local(past.at).date() + timedelta(days=1)
        between = [first + timedelta(days=n) for n in range((over - first).days + 1)]
        assert sum(map(is_working_day, between)) >= days
        assert is_working_day(over)

    def test_in_words(self) -> None:
        assert WorkingDays(NUMBER, days=1).words == "neste virkedag"
        assert WorkingDays(NUMBER, days=3).words == "om 3 virkedager"
        assert HalfDay(NUMBER).words == "neste formiddag eller ettermiddag"


class TestNoRest:
    def test_is_over_at_once_and_not_spoken_of(self) -> None:
        assert NoRest().over(past()) == MONDAY
        assert NoRest().words == ""

    def test_nobody_else_means_none(self) -> None:
        """Whoever rests neither minutes nor days says what happens instead."""
        resting = [one for one in Outcome if one.row.rest.words]
        assert all("{rest}" in one.row.then for one in resting)
