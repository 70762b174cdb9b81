"""Quotations for the report: what people said, but nothing by which they could be recognised.

What mentions a person, a number, an address or a place is left out.  A program cannot see
everything that gives somebody away, so the report says to its writer how many to read through.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from interviewer.publish.report_data import Material
from schemas.frame.register import counties, units
from schemas.review.overview import ReviewedInterview
from schemas.review.privacy import look

SHOWN: Final = 8
"""So many quotations to one question; they are there to be read."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The quotations that are shown, of how many, and how many were held back."""

    quotes: tuple[str, ...]
    of: int
    held_back: int


def said(material: Material, question: str) -> Quote:
    """Quotations from the answers to an open question about gains and challenges."""
    told = [(one, one.said(question)) for one in material.found]
    texts = [(one, text.strip()) for one, text in told if text]
    harmless = {text for one, text in texts if not _tells(text, one, material)}
    held_back = len({text for _, text in texts} - harmless)
    return Quote(tuple(sorted(harmless, key=_lot)[:SHOWN]), len(harmless), held_back)


def _lot(text: str) -> str:
    """Drawn by lot, the same every time, and in an order that tells nothing of who said it."""
    return sha256(text.encode()).hexdigest()


def _tells(text: str, one: ReviewedInterview, material: Material) -> bool:
    """Whether it shows who said it."""
    return bool(_places().search(text)) or any(look(text, " ".join(_names(one, material))))


def _names(one: ReviewedInterview, material: Material) -> Iterable[str]:
    yield one.said("respondent_name") or ""
    yield one.said("public_contact_name") or ""
    yield one.said("service_name") or ""
    yield from material.persons(one.unit_id)


@cache
def _places() -> re.Pattern[str]:
    """Every municipality, district and county by name."""
    names = {name for unit in units() for name in (unit.name, *unit.other_names)}
    names |= {county.name for county in counties()}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})s?\b")
