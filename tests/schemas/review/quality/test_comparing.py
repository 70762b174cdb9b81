"""One interviewer beside the others: what chance brings is no flag, and few interviews say so."""

import random
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from schemas.review.quality.comparing import AllCounted, CountedInterview, Deviation
from schemas.review.quality.measures import ENOUGH

PARTS = st.lists(st.integers(0, 10), min_size=1, max_size=40)


def counted(parts: list[int], stratum: str = "") -> list[CountedInterview]:
    """Interviews with so much of something in each, of ten."""
    return [CountedInterview(Fraction(one), 10, stratum) for one in parts]


def verdict(hers: list[CountedInterview], others: list[CountedInterview]) -> Deviation:
    """What comes of hers beside the others'."""
    return AllCounted([*hers, *others]).compare(hers).verdict


class TestVerdict:
    """When a difference is worth a word."""

    def test_far_from_the_others(self) -> None:
        usual, much = counted([0, 1, 0, 1] * 5), counted([5, 4, 6, 5] * 5)
        assert verdict(much, usual) is Deviation.more
        assert verdict(usual, much) is Deviation.less

    def test_as_the_others(self) -> None:
        assert verdict(counted([0, 1, 2] * 5), counted([1, 0, 2] * 20)) is Deviation.usual

    def test_few_interviews_say_nothing(self) -> None:
        """However odd they are; and neither do few of the others."""
        few, many = counted([9] * (ENOUGH - 1)), counted([0] * 50)
        assert verdict(few, many) is Deviation.too_few
        assert verdict(many, few) is Deviation.too_few

    def test_one_interview_is_no_habit(self) -> None:
        """Ten times as much as anybody, but once."""
        assert verdict(counted([10, *[0] * 11]), counted([0] * 200)) is Deviation.usual

    def test_out_of_nothing(self) -> None:
        nothing = [CountedInterview(Fraction(), 0)] * 20
        assert verdict(nothing, counted([1] * 20)) is Deviation.nothing

    def test_like_is_held_against_like(self) -> None:
        """Whoever has other cases than the others is not odd for that."""
        hers = counted([8, 7, 9] * 5, "short")
        others = [*counted([8, 9, 7] * 5, "short"), *counted([0, 1] * 30, "whole")]
        assert verdict(hers, others) is Deviation.usual

    def test_what_nobody_else_has_is_held_against_nobody(self) -> None:
        found = AllCounted([*counted([5] * 20, "hers"), *counted([0] * 20, "theirs")])
        assert found.compare(counted([5] * 20, "hers")).verdict is Deviation.too_few


@given(PARTS, PARTS, st.randoms(use_true_random=False))
def test_the_order_says_nothing(hers: list[int], others: list[int], dice: random.Random) -> None:
    """The same interviews, in any order."""
    one, other = counted(hers), counted(others)
    before = verdict(one, other)
    dice.shuffle(one)
    dice.shuffle(other)
    assert verdict(one, other) is before


@given(PARTS, st.integers(1, 6))
def test_nobody_stands_out_among_equals(parts: list[int], others: int) -> None:
    """Everybody with the same interviews."""
    hers = counted(parts)
    assert verdict(hers, hers * others) in {Deviation.usual, Deviation.too_few}


@given(PARTS, PARTS)
def test_what_is_told_is_what_there_is(hers: list[int], others: list[int]) -> None:
    """Her part, and what the others would have in her place."""
    found = AllCounted([*counted(hers), *counted(others)]).compare(counted(hers))
    assert found.value == Fraction(sum(hers), 10 * len(hers))
    assert found.others == Fraction(sum(others), 10 * len(others))


def test_chance_flags_few() -> None:
    """Of a hundred interviewers who do the same, hardly any is pointed at."""
    dice = random.Random(2015)
    flags = 0
    for _ in range(100):
        parts = [sum(dice.random() < 0.05 for _ in range(10)) for _ in range(60)]
        flags += verdict(counted(parts[:20]), counted(parts[20:])) is not Deviation.usual
    assert flags <= 2
