"""Days as people and programs write them; with a time and a zone, by the calendar in Norway."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from schemas.language.dates import local

TIME: Final = r"[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:[.,][0-9]+)?)?(?: ?[AP]M)?"
ZONE: Final = (
    r"(?:Z|UTC|GMT|CES?T|MEZ)?(?:[+-][0-9]{2}(?::?[0-9]{2})?)?(?: ?(?:UTC|GMT|\([^()]*\)))?"
    r"(?:\[[A-Z_/]+\])?"
)
_CLOCK: Final = rf"(?:[ T,]+(?:(?:kl\.?|klokk(?:a|en)) ?)?(?P<clock>{TIME}) ?(?P<zone>{ZONE}))?"
_WEEKDAY: Final = r"(?:[^\W\d_]{2,8}\.?,? )?"
_MONTH: Final = r"(?P<month>[^\W\d_]{3,9})\.?"
_FORMS: Final = tuple(
    re.compile(form + _CLOCK, re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})(?P<sign>[-/.])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})",
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\. ?(?P<year>[0-9]{{4}})",
        rf"{_WEEKDAY}(?P<day>[0-9]{{1,2}})\.?[ -]?{_MONTH}[ -]?(?P<year>[0-9]{{4}}|[0-9]{{2}})",
        rf"{_WEEKDAY}{_MONTH} (?P<day>[0-9]{{1,2}}),? (?P<year>[0-9]{{4}})",
    )
)
_PACKED: Final = re.compile(
    "([12][0-9]{3})([01][0-9])([0-3][0-9])(?:T([0-9]{2})([0-9]{2})([0-9]{2})?(Z)?)?", re.IGNORECASE
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct",
                  "nov", "des dec")  # fmt: skip
"""How the months begin, in Norwegian and in English."""

_AHEAD: Final = {"CET": 1, "MEZ": 1, "CEST": 2}
"""Hours before UTC."""

SLASHED: Final = re.compile(
    rf"([0-9]{{1,2}})([/-])([0-9]{{1,2}})\2([0-9]{{4}})(?:,? {TIME})?", re.IGNORECASE
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
    either = two_days(words)
    if len(either) == 1:
        return ReadDay(either[0])
    spread = _PACKED.sub(_spread, words) if _PACKED.fullmatch(words) else words
    found = next((found for form in _FORMS if (found := form.fullmatch(spread))), None)
    try:
        return _of(found) if found else None
    except (ValueError, OverflowError):
        return None


def _spread(packed: re.Match[str]) -> str:
    year, month, day, hour, minute, _, zone = packed.groups(default="")
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone}" if hour else "")


def _of(found: re.Match[str]) -> ReadDay:
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    written = date(year, _month(found["month"]), int(found["day"]))
    return _with_zone(written, found["clock"], found["zone"])


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    beginning = word.casefold()[:3]
    return 1 + next(at for at, forms in enumerate((*_MONTHS, beginning)) if beginning in forms)


def _with_zone(written: date, clock: str | None, zone: str | None) -> ReadDay:
    if not (clock and zone):
        return ReadDay(written)
    hour, minute = (int(part) for part in re.findall("[0-9]+", clock)[:2])
    if clock[-1] in "Mm":
        hour = hour % 12 + (12 if clock[-2] in "Pp" else 0)
    at = datetime(written.year, written.month, written.day, hour, minute, tzinfo=_ahead(zone))
    return ReadDay(local(at).date(), local(at).date() != written)


def _ahead(zone: str) -> timezone:
    found = re.search("([+-])([0-9]{2}):?([0-9]{2})?", zone)
    if not found:
        hours = next((hours for name, hours in _AHEAD.items() if zone.upper().startswith(name)), 0)
        return timezone(timedelta(hours=hours)) if hours else UTC
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
