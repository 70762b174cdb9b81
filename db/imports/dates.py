"""Days as people and programs write them; with a time and a zone, by the calendar in Norway."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from schemas.language.dates import local

TIME: Final = r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?"
ISO_DATE: Final = re.compile(
    rf"([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})"
    rf"(?:[ T]({TIME})(?: ?(Z|UTC|GMT|[+-][0-9]{{2}}(?::?[0-9]{{2}})?))?)?"
)
DATE: Final = re.compile(
    rf"([0-9]{{1,2}})\. ?([0-9]{{1,2}})\. ?([0-9]{{4}})(?:,? (?:kl\.? ?)?{TIME})?"
)

SLASHED: Final = re.compile(
    rf"([0-9]{{1,2}})([/-])([0-9]{{1,2}})\2([0-9]{{4}})(?:,? {TIME}(?: ?[AP]M)?)?", re.IGNORECASE
)
"""The day first or the month first: whoever wrote it knows."""


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day; `moved` where it is another in Norway than the one that was written."""

    day: date
    moved: bool = False


def read_day(words: str) -> ReadDay | None:
    """The day that is meant; None where there is no such day, or none is written.

    >>> read_day("2014-11-02T23:30:00Z")
    ReadDay(day=datetime.date(2014, 11, 3), moved=True)
    """
    iso, usual = ISO_DATE.fullmatch(words), DATE.fullmatch(words)
    either = two_days(words)
    if len(either) == 1:
        return ReadDay(either[0])
    try:
        if iso:
            return _with_zone(date(int(iso[1]), int(iso[2]), int(iso[3])), iso[4], iso[5])
        return ReadDay(date(int(usual[3]), int(usual[2]), int(usual[1]))) if usual else None
    except (ValueError, OverflowError):
        return None


def _with_zone(written: date, clock: str | None, zone: str | None) -> ReadDay:
    if not (clock and zone):
        return ReadDay(written)
    hour, minute = (int(part) for part in re.split("[:.]", clock)[:2])
    at = datetime(written.year, written.month, written.day, hour, minute, tzinfo=_ahead(zone))
    return ReadDay(local(at).date(), local(at).date() != written)


def _ahead(zone: str) -> timezone:
    found = re.fullmatch("([+-])([0-9]{2}):?([0-9]{2})?", zone)
    if not found:
        return UTC
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-ahead if found[1] == "-" else ahead)


def two_days(words: str) -> tuple[date, ...]:
    """The days that 3/11/2014 may be: with the day first, and with the month first.

    >>> two_days("23/11/2014")
    (datetime.date(2014, 11, 23),)
    """
    if not (found := SLASHED.fullmatch(words)):
        return ()
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days: list[date] = []
    for day, month in ((first, second), (second, first)):
        with suppress(ValueError):
            days.append(date(year, month, day))
    return tuple(dict.fromkeys(days))
