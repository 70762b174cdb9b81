"""Days as they are called: weekdays, days off, dates, days of a month, in the words people use."""

import re
from typing import Final

from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.pieces import (
    Holiday,
    InMonth,
    NamedDay,
    OnDate,
    Piece,
    Weekday,
    WorkdayFrom,
)
from schemas.calls.moments.spoken_numbers import ordinal
from schemas.language.dates import MONTHS

WEEKDAYS_SAID: Final = (
    "mandag|måndag|mand|man|mån|ma|må", "tirsdag|tysdag|tirsd|tirs|tir|tysd|tys|ty",
    "onsdag|onsd|ons|on", "torsdag|torsd|tors|tor", "fredag|fred|fre|fr",
    "lørdag|laurdag|lør|lau|lø|la", "søndag|sundag|søn|sø|su",
)  # fmt: skip
SHORT_DAYS: Final = {"ti": Weekday(1), "to": Weekday(3)}
"""The two weekdays that are hours, too, when they are shortened as Språkrådet has it."""

DAYS_OFF: Final = {
    "helga|helgen|helgi": Holiday.weekend, "påske|påska|påsken": Holiday.easter,
    "pinse|pinsa|pinsen": Holiday.whitsun, "jul|jula|julen": Holiday.christmas,
    "nyttår|nyttåret": Holiday.new_year,
}  # fmt: skip
FIRST_WORKDAY: Final = "(?:den )?(?:første|fyrste) (?:arbeids|virke)dag(?:en)?"
_FIRST_DAY: Final = r"(?:(?:første|fyrste|1\.?) )"
_SECOND_DAY: Final = r"(?:(?:andre|annen|2\.?) )"
CALLED: Final = {
    "skjærtorsdag": NamedDay(-3), "langfredag": NamedDay(-2), "påskeafta?e?n": NamedDay(-1),
    f"{_FIRST_DAY}påskedag": NamedDay(0), f"{_SECOND_DAY}påskedag": NamedDay(1),
    "kristi himmelfart(?:sdag)?": NamedDay(39), "pinseafta?e?n": NamedDay(48),
    f"{_FIRST_DAY}pinsedag": NamedDay(49), f"{_SECOND_DAY}pinsedag": NamedDay(50),
    "grunnlovsdagen|nasjonaldagen": NamedDay(on=OnDate(17, 5)),
    "(?:sankt|st\\.?) ?hans(?:afta?e?n)?": NamedDay(on=OnDate(23, 6)),
    "lille julafta?e?n": NamedDay(on=OnDate(23, 12)),
    "julafta?e?n": NamedDay(on=OnDate(24, 12)), f"{_FIRST_DAY}juledag": NamedDay(on=OnDate(25, 12)),
    f"{_SECOND_DAY}juledag": NamedDay(on=OnDate(26, 12)),
    "nyttårsafta?e?n": NamedDay(on=OnDate(31, 12)),
    f"{_FIRST_DAY}?nyttårsdag": NamedDay(on=OnDate(1, 1)),
}  # fmt: skip
"""Days with a name, as they are said, and when they are."""

MONTHS_SAID: Final = tuple(f"{name}|{name[:4]}|{name[:3]}" for name in MONTHS)


def index(names: tuple[str, ...], word: str) -> int:
    """Which of the names it is; each has its forms between bars."""
    return next(at for at, forms in enumerate(names) if word in forms.split("|"))


def named_date(found: re.Match[str]) -> Piece:
    """12. mars, with a year or not; `MomentProblem` where no month has it."""
    month = index(MONTHS_SAID, found["month"]) + 1
    return date_of(found[0], found["day"], str(month), found["year"])


def date_of(typed: str, day: str, month: str, year: str | None) -> OnDate:
    """A date of its numbers; `MomentProblem` where no month has it."""
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        raise MomentProblem("M-DATE", ("12.3. kl. 9", "12. mars kl. 9"), typed=typed)
    whole_year = None if year is None else int(year) + (2000 if len(year) == 2 else 0)
    return OnDate(int(day), int(month), whole_year)


def date_in_words(found: re.Match[str]) -> Piece:
    """Den tolvte mars."""
    month = index(MONTHS_SAID, found["month"]) + 1
    return date_of(found[0], str(ordinal(found["day"])), str(month), found["year"])


def called(name: str) -> NamedDay:
    """The day of that name."""
    return next(day for form, day in CALLED.items() if re.fullmatch(form, name))


def workday_in(found: re.Match[str]) -> Piece:
    """Første virkedag i april."""
    return WorkdayFrom(OnDate(1, index(MONTHS_SAID, found["in"]) + 1), after=False)


def workday_after(found: re.Match[str]) -> Piece:
    """Første virkedag etter 17. mai, etter langfredag."""
    if found["called"]:
        return WorkdayFrom(called(found["called"]), after=True)
    month = index(MONTHS_SAID, found["month"]) + 1
    return WorkdayFrom(date_of(found[0], found["day"], str(month), None), after=True)


def in_month(found: re.Match[str]) -> Piece:
    """Første mandag i april, siste fredag i mars."""
    word = found["which"].rstrip(".")
    which = -1 if word == "siste" else ordinal(word) - 1
    month = index(MONTHS_SAID, found["month"]) + 1
    return InMonth(which, index(WEEKDAYS_SAID, found["name"]), month)


def days_off(word: str) -> Holiday:
    """The days off of that name."""
    return next(holiday for forms, holiday in DAYS_OFF.items() if word in forms.split("|"))
