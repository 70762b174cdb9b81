"""Which columns a question becomes in data, and what stands in them: the same for every format.

Pure.  A `Spelling` says how one value is written in a format; a `Layout` is a section worked out
once, so that a row costs little more than looking its answers up.  Answers come in stored form.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED, Choice, Kind
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Section

Cell = TypeVar("Cell")
Written = TypeVar("Written", covariant=True)


class Spelling(Protocol[Written]):
    """How a value is written in one format."""

    def words(self, text: str) -> Written:
        """Something a person has typed: whatever stands in it, it stays text."""

    def number(self, number: int) -> Written:
        """A whole number, or the code of a missing answer."""

    def decimal(self, number: str) -> Written:
        """A decimal number, which comes with a point."""

    def code(self, slug: str, label: Text) -> Written:
        """One of a list of codes."""

    def moment(self, at: datetime) -> Written:
        """A moment, in UTC."""

    def nothing(self) -> Written:
        """Asked, allowed to be left empty, and left empty."""


# ── Columns ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a question; `code` is set where every code has a column of its own."""

    name: str
    question: Question
    code: Choice | None = None


def columns(question: Question) -> tuple[Column, ...]:
    """The columns of a question: none for what is only read, rosters, and private notes."""
    if question.kind in {Kind.info, Kind.roster} or question.private:
        return ()
    if question.kind is Kind.multi:
        return tuple(Column(f"{question.id}__{c.name}", question, c) for c in question.codes)
    return (Column(question.id, question),)


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────

Cells: TypeAlias = Callable[[Any], tuple[Cell, ...]]
"""A stored answer as the cells of its question's columns."""

ABSENT = {"missing": NOT_ASKED.missing}
"""What stands in a document where nothing was asked."""


@dataclass(frozen=True)
class Layout(Generic[Cell]):
    """The columns of a section, and how a section of a document fills them."""

    columns: tuple[Column, ...]
    readers: tuple[tuple[str, Cells[Cell]], ...]
    off_route: Mapping[str, Any]
    blank: tuple[Cell, ...]

    def cells(self, answers: Mapping[str, Any]) -> list[Cell]:
        """One row's cells; what is not in the document was not asked."""
        if not answers or answers == self.off_route:  # most sections of most interviews
            return list(self.blank)
        row: list[Cell] = []
        for question, read in self.readers:
            row += read(answers.get(question, ABSENT))
        return row


def layout(section: type[Section], spelling: Spelling[Cell], *, contacts: bool) -> Layout[Cell]:
    """The columns of a section; personal ones only with `contacts`."""
    asked = [q for q in section.questions if columns(q) and (contacts or not q.personal)]
    shown = tuple(column for question in asked for column in columns(question))
    return Layout(
        shown,
        tuple((question.id, cells(question, spelling)) for question in asked),
        {question.id: ABSENT for question in section.questions},
        (spelling.number(NOT_ASKED.code),) * len(shown),
    )


def cells(question: Question, spelling: Spelling[Cell]) -> Cells[Cell]:
    """How an answer to `question` is written: a missing one says so in every column.

    One function for each way of answering, with nothing called in between: an export of many
    interviews spends most of its time here.
    """
    width = len(columns(question))
    empty = (spelling.nothing(),) * width
    missing: dict[str, Row[Cell]] = {
        state.missing: (spelling.number(state.code),) * width
        for state in (NOT_ASKED, DONT_KNOW, REFUSED)
    }
    if question.kind is Kind.single:
        return _single(_Codes(question, spelling), empty, missing)
    if question.kind in {Kind.multi, Kind.units}:
        several = _chosen if question.kind is Kind.multi else _units
        return _several(lru_cache(4096)(several(question, spelling)), empty, missing)
    return _open(_value(question.kind, spelling), empty, missing)


Row: TypeAlias = tuple[Cell, ...]


def _single(codes: "_Codes[Cell]", empty: Row[Cell], missing: dict[str, Row[Cell]]) -> Cells[Cell]:
    def read(answer: Any) -> Row[Cell]:
        if type(answer) is str:
            return codes[answer]
        return empty if answer is None else missing[answer["missing"]]

    return read


def _several(
    chosen: Callable[[tuple[str, ...]], Row[Cell]],
    empty: Row[Cell],
    missing: dict[str, Row[Cell]],
) -> Cells[Cell]:
    def read(answer: Any) -> Row[Cell]:
        if type(answer) is list:
            return chosen(tuple(answer))
        return empty if answer is None else missing[answer["missing"]]

    return read


def _open(
    value: Callable[[Any], Cell], empty: Row[Cell], missing: dict[str, Row[Cell]]
) -> Cells[Cell]:
    def read(answer: Any) -> Row[Cell]:
        if type(answer) is dict:
            return missing[answer["missing"]]
        return empty if answer is None else (value(answer),)

    return read


class _Codes(dict[str, tuple[Cell, ...]]):
    """The codes of a question, written once.  One from another version is written as it stands."""

    def __init__(self, question: Question, spelling: Spelling[Cell]) -> None:
        super().__init__({c.name: (spelling.code(c.name, c.label),) for c in question.codes})
        self._spelling = spelling

    def __missing__(self, slug: str) -> tuple[Cell, ...]:
        return (self._spelling.words(slug),)


def _chosen(question: Question, spelling: Spelling[Cell]) -> Callable[[tuple[str, ...]], Row[Cell]]:
    slugs = tuple(code.name for code in question.codes)
    yes, no = spelling.number(1), spelling.number(0)
    return lambda chosen: tuple(yes if slug in chosen else no for slug in slugs)


def _units(question: Question, spelling: Spelling[Cell]) -> Callable[[tuple[str, ...]], Row[Cell]]:
    return lambda units: (spelling.words(" ".join(units)),)


def _value(kind: Kind, spelling: Spelling[Cell]) -> Callable[[Any], Cell]:
    if kind in {Kind.integer, Kind.year, Kind.month}:
        return spelling.number
    return spelling.decimal if kind is Kind.decimal else spelling.words
