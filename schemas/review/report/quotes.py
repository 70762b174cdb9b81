"""Quotations for the report: what people said, but nothing by which they could be recognised.

What mentions a person, a number, an address or a place is left out.  A program cannot see
everything that gives somebody away, so the report says to its writer how many to read through.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from schemas.calls.parts import said_in_items
from schemas.frame.frame import Frame
from schemas.review.privacy import look
from schemas.review.report.report_data import ReportData
from schemas.review.reviewed_interview import ReviewedInterview

SHOWN: Final = 8
"""So many quotations to one question; they are there to be read."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The quotations that are shown, of how many, and how many were held back."""

    quotes: tuple[str, ...]
    of: int
    held_back: int


def said(data: ReportData, question: str) -> Quote:
    """Quotations from the answers to an open question."""
    told = [(one, one.said(question)) for one in data.found]
    texts = [(one, text.strip()) for one, text in told if text]
    places = _places(data.frame)
    harmless = {
        text
        for one, text in texts
        if not places.search(text) and not any(look(text, " ".join(_names(one, data))))
    }
    held_back = len({text for _, text in texts} - harmless)
    return Quote(tuple(sorted(harmless, key=_lot)[:SHOWN]), len(harmless), held_back)


def _lot(text: str) -> str:
    """Drawn by lot, the same every time, and in an order that tells nothing of who said it."""
    return sha256(text.encode()).hexdigest()


def _names(one: ReviewedInterview, data: ReportData) -> Iterable[str]:
    """Everything in the interview and the case that names who spoke."""
    for question in (*data.respondent, *one.parts.named):
        yield one.said(question) or ""
        yield from said_in_items(one.document, question)
    yield from data.persons(one.unit_id)


def _places(frame: Frame) -> re.Pattern[str]:
    """Every unit and group by name, and where units are."""
    names = {name for one in frame for name in (one.name, *one.other_names, *one.around)}
    names |= {group.name for group in frame.groups}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})s?\b")
