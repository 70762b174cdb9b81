"""Rows are kept without gaps, and come out as they went in."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from db.kept_rows import ATTEMPTS, BYTES, GIVEN_TO, HELD_BY, ID, LANE, TOGETHER, KeptRows
from db.unit_rows import KIND, NAME, SIZE, UNIT

words = st.text(max_size=8)
sizes = st.none() | st.integers(min_value=0, max_value=10**12)


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[Any, ...]]:
    """Rows as the database finds them, by unit: each and its id once, and much that is alike."""
    made = []
    ids = draw(st.sets(st.integers(min_value=0, max_value=2**128 - 1), max_size=6))
    units = draw(st.sets(words, min_size=len(ids), max_size=len(ids)))
    for id, number in zip(ids, sorted(units), strict=True):
        lane = draw(st.sampled_from(("live", "numberless")))
        case = (lane, draw(st.sampled_from((0, 2))), "", None, None, None, None, None)
        unit = (number, draw(words), draw(sizes), "kind", "03", None, None, None)
        made.append((*unit, *case, f"{id:032x}"))
    return made


def as_kept(row: Sequence[Any]) -> tuple[Any, ...]:
    """The same with the number of its id."""
    return (*row[:ID], int(row[ID], 16))


def one(nth: int, name: str = "Halden", lane: str = "numberless") -> tuple[Any, ...]:
    case = (lane, 0, "", None, None, None, None, None)
    return (f"{nth:06}", name, nth, "kind", "01", None, None, None, *case, f"{nth:032x}")


@given(rows())
def test_what_is_found_is_kept(found: list[tuple[Any, ...]]) -> None:
    """Row by row, and cell by cell, wherever a row is looked for."""
    kept = KeptRows.found(found)
    assert list(kept) == list(map(as_kept, found))
    for place, row in enumerate(found):
        assert kept.unit_id(place) == row[UNIT]
        assert kept.cell(place, GIVEN_TO) == row[GIVEN_TO]
        assert kept.place_of(int(row[ID], 16)) == place
        assert kept.place_of_unit(row[UNIT]) == place
    assert kept.said(LANE) == {row[LANE] for row in found}
    lanes = kept.grouped(LANE, ATTEMPTS)
    assert sorted(place for places in lanes.values() for place in places) == list(range(len(found)))


def test_a_size_that_is_none_is_as_one_that_nobody_knows() -> None:
    """A file may hold anything there: no list stops for it."""
    odd = [(*one(nth)[:SIZE], size, *one(nth)[SIZE + 1 :]) for nth, size in enumerate(("abc", 1.5))]
    assert [row[SIZE] for row in KeptRows.found(odd)] == [None, None]


def test_many_are_kept_as_few_are() -> None:
    """They are put away so many at a time, and the last ones with the rest."""
    found = [one(nth, f"Sted {nth}") for nth in range(2 * TOGETHER + 3)]
    kept = KeptRows.found(iter(found))
    assert len(kept) == len(found)
    for place in (0, TOGETHER - 1, TOGETHER, 2 * TOGETHER, 2 * TOGETHER + 2):
        assert kept[place] == as_kept(found[place])


def test_an_id_is_no_end_of_one_and_beginning_of_the_next() -> None:
    """It is looked for from its first byte on."""
    half = "ab" * (BYTES // 2)
    ids = [f"{'0' * BYTES}{half}", f"{half}{'0' * BYTES}", half * 2]
    kept = KeptRows.found((*one(nth)[:ID], id) for nth, id in enumerate(ids))
    assert [kept.place_of(int(id, 16)) for id in ids] == [0, 1, 2]
    assert kept.place_of(1) is None


def test_what_has_changed_is_another_list() -> None:
    """Whoever looks at the old one sees what was."""
    before = KeptRows.found(map(one, range(4)))
    after = before.after({2: one(2, lane="live")})
    assert [row[LANE] for row in before] == ["numberless"] * 4
    assert [row[LANE] for row in after] == ["numberless", "numberless", "live", "numberless"]
    assert [after.cell(place, LANE) for place in range(4)] == [row[LANE] for row in after]


def test_what_no_row_says_any_more_is_let_go() -> None:
    """A day of changes takes no more room than the rows themselves."""
    kept = KeptRows.found(map(one, range(2)))
    for _ in range(3 * TOGETHER):
        kept = kept.after({1: one(1, lane="live")})
    assert len(kept._alike) <= TOGETHER + 3
    assert [row[LANE] for row in kept] == ["numberless", "live"]
    assert kept[1][ATTEMPTS:HELD_BY] == one(1)[ATTEMPTS:HELD_BY]
    assert kept[1][NAME:KIND] == ("Halden", 1)[: SIZE - NAME + 1]
