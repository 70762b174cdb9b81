"""How fast it went: first answers, pauses, and what is usual."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from schemas.review.quality.pace import (
    KNOWN_FROM,
    PAUSE,
    Timed,
    TimedEntry,
    count_pace,
    first_answers,
    timed,
    usual_times,
)
from tests.schemas.review.quality.invented import KARI, NOON, OLA


def typed(*steps: tuple[str, int], call: UUID = KARI) -> list[TimedEntry]:
    """Answers to questions, each so many seconds after the one before."""
    at, entries = NOON, []
    for question, seconds in steps:
        at += timedelta(seconds=seconds)
        entries.append(TimedEntry(question, None, call, at))
    return entries


def times(*steps: tuple[str, int]) -> list[Timed]:
    """The same, each with the seconds that it took."""
    return list(timed(typed(*steps)))


class TestFirstAnswers:
    """A time belongs to the question that was answered with it."""

    def test_the_first_of_all_has_no_time(self) -> None:
        """Nobody knows when it was asked."""
        assert list(first_answers(times(("a", 0), ("b", 7)))) == [("b", 7)]

    def test_a_change_is_no_first_answer(self) -> None:
        """Nor is what stands again after something was undone."""
        assert list(first_answers(times(("a", 0), ("b", 7), ("a", 1), ("b", 1)))) == [("b", 7)]

    def test_a_pause_is_no_time(self) -> None:
        """And what is changed after it is still a change."""
        late = PAUSE.seconds + 1
        assert list(first_answers(times(("a", 0), ("b", late), ("b", 1), ("c", 5)))) == [("c", 5)]

    def test_between_two_calls_nobody_is_asked(self) -> None:
        entries = [*typed(("a", 0)), *typed(("b", 9), call=OLA)]
        assert list(first_answers(timed(entries))) == []

    def test_a_clock_that_was_set_back_gives_no_time(self) -> None:
        assert list(first_answers(times(("a", 0), ("b", -5), ("c", 5)))) == [("c", 5)]


class TestUsual:
    """The median, where it says anything."""

    def test_it_is_known_from_enough_answers(self) -> None:
        few = [typed(("a", 0), ("b", 8))] * (KNOWN_FROM - 1)
        assert usual_times(few) == {}
        assert usual_times([*few, typed(("a", 0), ("b", 30))]) == {"b": 8}

    def test_what_only_takes_typing_says_nothing(self) -> None:
        assert usual_times([typed(("a", 0), ("b", 3))] * KNOWN_FROM) == {}

    def test_under_half_of_it_is_quick(self) -> None:
        """And the whole is how long all of it took."""
        found = count_pace(typed(("a", 0), ("b", 4), ("c", 3), ("d", 60)), {"b": 8, "c": 8})
        assert (found.quick, found.judged, found.spent, found.usual) == (1, 2, 7, 16)
        assert found.talked == timedelta(seconds=67)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-300, 300)), max_size=12))
def test_nothing_is_ever_negative(steps: list[tuple[str, int]]) -> None:
    """Whatever the clocks did."""
    found = count_pace(typed(*steps), {"b": 8, "c": 5})
    assert found.talked >= timedelta()
    assert 0 <= found.quick <= found.judged <= 2
    assert found.spent >= 0
