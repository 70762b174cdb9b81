"""The sentence above a figure is right whatever was counted: nobody, one, all, and as many."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from schemas.review.rates import exact
from schemas.review.report.sentences import (
    NAMED,
    NO_ANSWERS,
    both_say,
    most_says,
    part_says,
    range_says,
    where_most,
)

UNITS = ("enhet", "enheter")
SOME = st.integers(0, 2000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
COUNTS = st.lists(st.integers(0, 50), max_size=8)


def numbers(sentence: str) -> list[int]:
    """The numbers in a sentence, in order."""
    return [int(re.sub(r"\D", "", one)) for one in re.findall(r"\d[\d\xa0]*", sentence)]


class TestHowManyOfAll:
    """`part_says`"""

    @given(SOME)
    def test_tells_both_numbers_and_the_right_share(self, some: tuple[int, int]) -> None:
        count, of = some
        said = part_says(count, of, UNITS, "har tilbud")
        if not of:
            assert said == NO_ANSWERS
        elif said.startswith("Ingen"):
            assert (count, numbers(said)) == (0, [of])
        elif said.startswith("Alle"):
            assert (count, numbers(said)) == (of, [of])
        else:
            assert numbers(said)[:2] == [count, of]
            for share in numbers(said)[2:]:
                assert 0 < share < 100
                assert abs(100 * count / of - share) <= 1

    def test_nobody_one_and_all(self) -> None:
        told = {(n, of): part_says(n, of, UNITS, "svarte") for of in (0, 1, 2, 3) for n in (0, 1)}
        assert told[0, 0] == NO_ANSWERS
        assert told[0, 1] == "0 av 1 enhet svarte"
        assert told[1, 1] == "1 av 1 enhet svarte"
        assert told[0, 3] == "Ingen av 3 enheter svarte"
        assert told[1, 3] == "1 av 3 enheter (33 prosent) svarte"
        assert part_says(3, 3, UNITS, "svarte") == "Alle 3 enheter svarte"

    def test_a_few_are_not_nobody_and_nearly_all_are_not_all(self) -> None:
        assert "(under 1 prosent)" in part_says(1, 470, UNITS, "svarte")
        assert "(over 99 prosent)" in part_says(469, 470, UNITS, "svarte")


class TestBothOfTwo:
    """`both_say`"""

    def test_nobody_one_and_all(self) -> None:
        words = ("oppga en", "har en")
        assert both_say(0, 0, 0, UNITS, words) == NO_ANSWERS
        assert both_say(2, 0, 4, UNITS, words).endswith("(50 prosent) oppga en, og ingen har en")
        assert both_say(0, 1, 4, UNITS, words).endswith(" oppga en, og 1 (25 prosent) har en")
        assert both_say(4, 4, 4, UNITS, words) == "Alle 4 enheter oppga en, og 4 har en"

    @given(SOME, st.data())
    def test_tells_the_first_as_it_would_alone_and_the_second_beside_it(
        self, some: tuple[int, int], data: st.DataObject
    ) -> None:
        first, of = some
        second = data.draw(st.integers(0, of))
        alone = part_says(first, of, UNITS, "oppga en")
        said = both_say(first, second, of, UNITS, ("oppga en", "har en"))
        assert said.startswith(alone)
        rest = said.removeprefix(alone)
        assert numbers(rest)[:1] == [second] * bool(second and of)
        assert ("ingen" in rest) == (bool(of) and not second)


class TestWhereMost:
    """`where_most`"""

    GROUPS = st.lists(
        st.integers(0, 30).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))),
        max_size=5,
    )

    @given(GROUPS)
    def test_names_all_with_the_largest_share_and_no_other(
        self, groups: list[tuple[int, int]]
    ) -> None:
        told = [(f"gruppe {chr(97 + nth)}", *one) for nth, one in enumerate(groups)]
        said = where_most(told, UNITS, "har tilbud")
        known = [one for one in told if one[2]]
        most = max((Fraction(n, of) for _, n, of in known), default=Fraction())
        first = [one for one in known if Fraction(one[1], one[2]) == most]
        if said.startswith("Andelen"):
            assert re.findall("«(.*?)»", said) == [label for label, *_ in first]
            assert all(f"{n} av {of} enhet" in said for _, n, of in first)
        else:
            assert not most or len(first) == len(known)
            whole = part_says(sum(n for _, n, _ in known), sum(of for *_, of in known), UNITS, "")
            assert said.startswith(whole.strip())


class TestFromHowMuchToHowMuch:
    """`range_says`"""

    def test_none_one_alike_and_several(self) -> None:
        told = [
            range_says([Fraction(one) for one in some], UNITS, "årsverk")
            for some in ([], ["1.5"], ["2", "2"], ["1.5", "14", "3"])
        ]
        assert told == [
            NO_ANSWERS,
            "1,5 årsverk i 1 enhet",
            "2 årsverk i hver av 2 enheter",
            "Fra 1,5 til 14 årsverk i 3 enheter",
        ]

    @given(st.lists(st.fractions(0, 400, max_denominator=2), max_size=9))
    def test_tells_the_least_and_the_most(self, values: list[Fraction]) -> None:
        said = range_says(values, UNITS, "årsverk")
        if values:
            assert exact(min(values)) in said
            assert exact(max(values)) in said
            assert (
                f"i {'hver av ' * (len(values) > 1 and len(set(values)) == 1)}{len(values)} enhet"
                in said
            )
        else:
            assert said == NO_ANSWERS


class TestTheCommonest:
    """`most_says`"""

    @given(COUNTS, st.integers(0, 20))
    def test_names_all_that_are_as_common_and_no_other(self, counts: list[int], more: int) -> None:
        told = [(f"svar {chr(97 + nth)}", count) for nth, count in enumerate(counts)]
        of = max(counts, default=0) + more
        said = most_says(told, of, UNITS)
        most = max(counts, default=0)
        first = [label for label, count in told if count == most]
        if not most:
            assert said == NO_ANSWERS
        elif len(first) > NAMED:
            assert numbers(said)[:3] == [len(first), most, of]
        else:
            assert re.findall("«(.*?)»", said) == first
            assert numbers(said)[:2] == [most, of]
            assert said.endswith(" hver") == (len(first) > 1)
