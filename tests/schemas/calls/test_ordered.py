"""Entries in order, of which another sequence is made where a few change."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.ranking import ordered
from schemas.calls.ranking.ordered import Ordered

numbers = st.sets(st.integers(0, 60))


@pytest.fixture(scope="module", autouse=True)
def _few_in_a_pack() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordered, "TOGETHER", 3)
        yield


def entries(some: set[int]) -> list[tuple[int, int]]:
    """Several begin with the same."""
    return [(one // 10, one) for one in sorted(some)]


@given(numbers, st.lists(st.tuples(numbers, numbers)))
def test_they_are_as_if_put_in_order_at_once(
    here: set[int], steps: list[tuple[set[int], set[int]]]
) -> None:
    """Whatever is taken out and put in; and whoever has an older one sees what was."""
    now = Ordered.of(entries(here))
    for gone, come in steps:
        before, seen = now, here
        now = before.after(entries(gone & seen), entries(come - seen))
        here = (seen - gone) | (come - seen)
        assert (list(before), list(now)) == (entries(seen), entries(here))
        assert all(now.packs)
        assert len(now) == len(here)
    assert [one for one in range(61) if now.find(one // 10, one)] == sorted(here)


@given(numbers, st.integers(-1, 7))
def test_those_with_one_lead_stand_between_the_others(here: set[int], lead: int) -> None:
    """And all up to it are found from the first on."""
    now = Ordered.of(entries(here))
    before, among, behind = now.around(lead, lambda entry: entry[0])
    assert [one for pack in before for one in pack] == [e for e in now if e[0] < lead]
    assert list(among) == [one for one in now if one[0] == lead]
    assert [one for pack in behind for one in pack] == [e for e in now if e[0] > lead]
    assert list(now.until(lead)) == [one for one in now if one[0] <= lead]
