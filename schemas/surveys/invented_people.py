"""Invented people: names nobody bears, addresses that lead nowhere."""

from collections.abc import Collection
from typing import Final

from schemas.frame.fold import fold
from schemas.frame.units import Unit
from schemas.questionnaire.types.dice import Dice

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


def invented_name(dice: Dice, others: Collection[str] = ()) -> str:
    """A first name and a surname that nobody bears, and none of these `others`."""
    name = f"{dice.one(_FIRST)} {dice.one(_LAST)}"
    return invented_name(dice, others) if name in others else name


def email_of(name: str, unit: Unit) -> str:
    """An address at work for a name, in a domain that leads nowhere."""
    return f"{_bare(name, '.')}@{_bare(unit.name, '-')}.{DOMAIN}"


def website_of(unit: Unit) -> str:
    """A page that tells whom to ask."""
    return f"https://{_bare(unit.name, '-')}.{DOMAIN}/kontakt"


def _bare(words: str, between: str) -> str:
    letters = "".join(char if char.isascii() and char.isalnum() else " " for char in fold(words))
    return between.join(letters.split())
