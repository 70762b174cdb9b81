"""From what is told of some units and of sums, nobody works out what a withheld unit has."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from schemas.review.report.withheld import TOGETHER, UnitNumbers, summed

NUMBERS = st.none() | st.integers(0, 9).map(Fraction)
UNITS = st.lists(
    st.tuples(st.sampled_from("NMVS"), st.booleans(), NUMBERS, NUMBERS), max_size=25
).map(
    lambda some: [
        UnitNumbers(f"U{n:02}", group, named, (staff, fte))
        for n, (group, named, staff, fte) in enumerate(some)
    ]
)


def unit(id: str, group: str, *, named: bool = True, has: int | None = 2) -> UnitNumbers:
    """A unit with one number."""
    return UnitNumbers(id, group, named, (None if has is None else Fraction(has),))


def shown(units: Sequence[UnitNumbers]) -> list[tuple[tuple[str, ...], int, int]]:
    """The groups of each sum, with how many units stand alone there, and how many do not."""
    return [(one.groups, len(one.alone), len(one.rest)) for one in summed(units)]


class TestNobodyFindsOut:
    """`summed`, for all that units may have and say."""

    @given(UNITS)
    def test_what_a_withheld_unit_has(self, units: list[UnitNumbers]) -> None:
        """What is left of each sum, when all that is shown is taken away, can be shared out in
        another way among at least three; or nobody knows anything of it.
        """
        told = summed(units)
        for one in told:
            for numbers in zip(*(rest.numbers for rest in one.rest), strict=True):
                left = sum(filter(None, numbers), Fraction())
                may_have = [number for number in numbers if number]
                nothing = all(number is None for number in numbers)
                alone = len(told) == 1 and not one.alone
                assert nothing or alone or (left and len(may_have) >= TOGETHER)

    @given(UNITS)
    def test_what_may_not_be_named_never_stands_alone(self, units: list[UnitNumbers]) -> None:
        assert all(unit.may_be_named for one in summed(units) for unit in one.alone)

    @given(UNITS)
    def test_nobody_is_lost_or_counted_twice(self, units: list[UnitNumbers]) -> None:
        told = [unit for one in summed(units) for unit in (*one.alone, *one.rest)]
        assert sorted(one.unit_id for one in told) == [one.unit_id for one in units]
        groups = [group for one in summed(units) for group in one.groups]
        assert sorted(groups) == sorted({one.group for one in units})


class TestNoMoreIsHiddenThanMustBe:
    """Whoever may be named is, where that tells of nobody else."""

    def test_where_all_may_be_named_all_stand_alone(self) -> None:
        assert shown([unit("A", "N"), unit("B", "S")]) == [(("N",), 1, 0), (("S",), 1, 0)]

    def test_one_is_hidden_among_two_more_of_its_group(self) -> None:
        """And the other groups are as they were."""
        units = [unit(id, "S") for id in "ABCD"] + [unit("E", "S", named=False), unit("F", "N")]
        assert shown(units) == [(("N",), 1, 0), (("S",), 2, 3)]

    def test_a_small_group_is_told_with_the_smallest_of_the_others(self) -> None:
        units = [unit(id, "S") for id in "ABCD"] + [unit(id, "V") for id in "EFG"]
        units += [unit("H", "N", named=False), unit("I", "N")]
        assert shown(units) == [(("S",), 4, 0), (("N", "V"), 2, 3)]

    def test_who_has_nothing_hides_nobody(self) -> None:
        """Two that have nothing beside one that is withheld: the sum is still its alone."""
        units = [unit("A", "S", named=False), *(unit(id, "S", has=0) for id in "BC")]
        assert shown([*units, unit("D", "S"), unit("E", "S")]) == [(("S",), 0, 5)]

    def test_what_nobody_knows_needs_no_hiding(self) -> None:
        units = [unit("A", "S", named=False, has=None), unit("B", "S")]
        assert shown(units) == [(("S",), 1, 1)]
