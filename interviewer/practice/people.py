"""Invented people: names nobody bears, numbers nobody has, addresses that lead nowhere."""

import random
from collections.abc import Sequence
from typing import Final, TypeVar

from schemas.frame.search import fold
from schemas.frame.units import Unit
from schemas.surveys.municipal_services_2015.departments import Office

T = TypeVar("T")

PREFIX: Final = "20"
"""No Norwegian series begins with it: such a number is possible, but nobody has it (tested)."""

DOMAIN: Final = "example"
"""Reserved (RFC 2606): no letter and no visit will ever reach anybody."""

# Surnames that sound right on the telephone and are plainly made up when read.
_FIRST: Final = [
    "Anne",
    "Bjørn",
    "Cecilie",
    "Dag",
    "Eli",
    "Frode",
    "Grete",
    "Håkon",
    "Inger",
    "Jon",
    "Kari",
    "Lars",
    "Mona",
    "Nils",
    "Oda",
    "Per",
    "Ragnhild",
    "Sjur",
    "Tone",
    "Ulf",
    "Vigdis",
    "Wenche",
    "Åse",
    "Øystein",
]
_LAST: Final = [
    "Øvingstad",
    "Prøvedal",
    "Liksomlie",
    "Tenktbakken",
    "Påfunnvik",
    "Eksempelrud",
    "Skrønholt",
    "Oppdiktnes",
    "Fantasimo",
    "Narrevåg",
    "Luftslottet",
    "Latsomdal",
]
_ROLES: Final = {
    Office.healthy_life_centre: "leder av frisklivssentralen",
    Office.lm_centre: "leder",
    Office.health_and_care: "helse- og omsorgssjef",
    Office.physio_occupational: "fysioterapeut",
    Office.mental_health: "avdelingsleder",
    Office.coordinating_unit: "koordinator",
    Office.chief_medical_officer: "kommuneoverlege",
    Office.public_health: "folkehelsekoordinator",
}
_ANY_ROLE: Final = ("enhetsleder", "rådgiver", "fagleder", "konsulent", "virksomhetsleder")


class Dice(random.Random):
    """Chance, from a seed: only what is the same on every machine and version of Python."""

    def one(self, things: Sequence[T]) -> T:
        """One of these."""
        return things[int(self.random() * len(things))]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """So many different ones of these."""
        left = list(things)
        return [left.pop(int(self.random() * len(left))) for _ in range(min(count, len(left)))]

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        return low + int(self.random() * (high - low + 1))

    def happens(self, share: float) -> bool:
        """Whether something happens that happens in this share of cases."""
        return self.random() < share


def invented_name(dice: Dice) -> str:
    """Somebody."""
    return f"{dice.one(_FIRST)} {dice.one(_LAST)}"


def invented_phone(dice: Dice) -> str:
    """A number, as it is typed."""
    return f"{PREFIX}{dice.between(0, 999_999):06}"


def invented_role(dice: Dice, department: Office) -> str:
    """What somebody in this department does."""
    return _ROLES.get(department) or dice.one(_ANY_ROLE)


def email_of(name: str, unit: Unit) -> str:
    """Somebody's address at work."""
    return f"{_bare(name, '.')}@{_bare(unit.name, '-')}.{DOMAIN}"


def website_of(unit: Unit) -> str:
    """A page about the service."""
    return f"https://{_bare(unit.name, '-')}.{DOMAIN}/mestring"


def _bare(words: str, between: str) -> str:
    letters = "".join(char if char.isascii() and char.isalnum() else " " for char in fold(words))
    return between.join(letters.split())
