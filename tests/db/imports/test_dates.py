"""A day in a file, as people, Excel and survey tools write it in Norwegian and English."""

from datetime import date

import pytest

from db.imports.dates import ReadDay, read_day

WRITTEN = """
2014-11-02 · 2014-11-2 · 2014/11/02 23:30 · 2014.11.02 · 20141102 · 2014-11-02T23:30:00
2.11.2014 · 02.11.2014 23:30 · 2.11.2014 kl. 13.30 · 2. november 2014 · 2. nov. 2014 · 2 nov 2014
2.11.2014 klokken 13.30 · søndag 2. november 2014 kl. 23:30 · 02-nov-14 · 02-Nov-2014 · Nov 2, 2014
November 2, 2014 11:30 PM · 2014-11-02 11:30 PM · 2014-11-02 23:30 CET
søndag 2.11.2014 · Sun Nov 02 2014 23:30:00 GMT+0100 (sentraleuropeisk normaltid)
2014-11-02T23:30:00+01:00[Europe/Oslo] · 2014-11-02T20:30:00.000Z
"""
A_DAY_LATER = """
2014-11-02T23:30:00Z · 2014-11-02t23:30:00z · 2014-11-02 23:30:00 UTC · 20141102T233000Z
2014-11-02 23:30:00 +0000 UTC · 2014-11-02T23:30:00-05:00 · Sun, 02 Nov 2014 23:30:00 GMT
Sun Nov 02 2014 23:30:00 GMT+0000 · 2014-11-02 11:30 PM UTC
Sun Nov 02 2014 23:30:00 GMT+0000 (Coordinated Universal Time)
"""
NONE = """
3.11.14 · 2/11/14 · 02/11/2014 · 31.11.2014 · 41945 · 2014W45 · 2. tull 2014 · 2014-11-02T25:00Z
"""


def parts(table: str) -> list[str]:
    """What stands between the dots of a table."""
    return [part.strip() for line in table.strip().splitlines() for part in line.split("·")]


@pytest.mark.parametrize("words", parts(WRITTEN))
def test_the_day_that_is_written(words: str) -> None:
    """Without a zone, or in one in which it is the same day as in Norway."""
    assert read_day(words) == ReadDay(date(2014, 11, 2))


@pytest.mark.parametrize("words", parts(A_DAY_LATER))
def test_the_next_day_in_norway(words: str) -> None:
    """Late in the evening elsewhere; the import tells that the day was moved."""
    assert read_day(words) == ReadDay(date(2014, 11, 3), moved=True)


@pytest.mark.parametrize("words", parts(NONE))
def test_what_is_no_day_or_two(words: str) -> None:
    """Two digits of a year, two ways to read it, or nothing that is in the calendar."""
    assert read_day(words) is None
