"""The public holidays of Norway: fixed days, and those that follow Easter.

They are worked out here, as the package `holidays` does it (a test holds them against it for a
century and a half): that one loads every country of the world, which takes as long as all of the
screen, and the first list on it must know whether today is one.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

FIXED: Final = {
    (1, 1): "Første nyttårsdag",
    (5, 1): "Arbeidernes dag",
    (5, 17): "Grunnlovsdag",
    (12, 25): "Første juledag",
    (12, 26): "Andre juledag",
}

AFTER_EASTER: Final = {
    -3: "Skjærtorsdag",
    -2: "Langfredag",
    0: "Første påskedag",
    1: "Andre påskedag",
    39: "Kristi himmelfartsdag",
    49: "Første pinsedag",
    50: "Andre pinsedag",
}


@lru_cache
def public_holidays(year: int) -> dict[date, str]:
    """A year's holidays by their days; two on one day have both names, in alphabetical order."""
    easter = easter_sunday(year)
    days = [(date(year, *day), name) for day, name in FIXED.items()]
    days += [(easter + timedelta(days=more), name) for more, name in AFTER_EASTER.items()]
    found: dict[date, str] = {}
    for day, name in sorted(days, key=lambda one: one[1]):
        found[day] = f"{found[day]} og {name}" if day in found else name
    return found


def easter_sunday(year: int) -> date:
    """The Sunday after the first full moon of spring, by the tables of the Gregorian calendar."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
