"""How answers stand in data: the columns of a type of question, and what fills them.

Pure.  A `Spelling` says how one value is written in a format.  Answers come in stored form.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, NamedTuple, Protocol, TypeAlias, TypeVar

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice

Cell = TypeVar("Cell")
Written = TypeVar("Written", covariant=True)


class ColumnType(Enum):
    """What stands in a column besides missing codes."""

    text = "text"
    whole = "whole"
    decimal = "decimal"
    code = "code"
    yes_no = "yes_no"
    moment = "moment"
    day = "day"

    @property
    def is_number(self) -> bool:
        """Whether statistics programs keep it as a number."""
        return self not in {ColumnType.text, ColumnType.moment, ColumnType.day}


class QuestionColumn(NamedTuple):
    """One of the columns of a question; `code` is set where every code has one of its own."""

    type: ColumnType
    codes: tuple[Choice, ...] = ()
    code: Choice | None = None


class Spelling(Protocol[Written]):
    """How a value is written in one format."""

    def words(self, text: str) -> Written:
        """Something a person has typed: whatever stands in it, it stays text."""

    def phone(self, stored: str) -> Written:
        """A telephone number in the form in which it is stored; an empty text is none."""

    def number(self, number: int) -> Written:
        """A whole number, or the code of a missing answer."""

    def decimal(self, number: str) -> Written:
        """A decimal number, which comes with a point."""

    def figure(self, number: str) -> Written:
        """A number, or the code of a missing answer, in a column where text stands, too."""

    def code(self, slug: str, label: Text) -> Written:
        """One of a list of codes."""

    def moment(self, at: datetime) -> Written:
        """A moment, in UTC."""

    def stored_moment(self, at: str | None) -> Written:
        """The same, as `2015-03-04 12:03:04.000000`; nothing where there is none."""

    def day(self, on: date) -> Written:
        """A day, by whatever clock."""

    def nothing(self) -> Written:
        """Asked, allowed to be left empty, and left empty."""


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────

Row: TypeAlias = tuple[Cell, ...]
Cells: TypeAlias = Callable[[Any], Row[Cell]]
"""A stored answer as the cells of its question's columns."""


class Blanks(NamedTuple):
    """The cells of a question without a value: left empty, or missing, and why."""

    empty: Row[Any]
    missing: Mapping[str, Row[Any]]


# An export of many interviews spends most of its time here: one function for each form in which
# answers are stored, with nothing called in between.


def cells_of_slug(written: Mapping[str, Row[Cell]], blanks: Blanks) -> Cells[Cell]:
    """For one code, which is stored as text."""

    def read(answer: Any) -> Row[Cell]:
        if type(answer) is str:
            return written[answer]
        return blanks.empty if answer is None else blanks.missing[answer["missing"]]

    return read


def cells_of_list(written: Callable[[tuple[str, ...]], Row[Cell]], blanks: Blanks) -> Cells[Cell]:
    """For several codes or units, which are stored as a list."""

    def read(answer: Any) -> Row[Cell]:
        if type(answer) is list:
            return written(tuple(answer))
        return blanks.empty if answer is None else blanks.missing[answer["missing"]]

    return read


def cells_of_value(written: Callable[[Any], Cell], blanks: Blanks) -> Cells[Cell]:
    """For text and numbers, which are stored as they are."""

    def read(answer: Any) -> Row[Cell]:
        if type(answer) is dict:
            return blanks.missing[answer["missing"]]
        return blanks.empty if answer is None else (written(answer),)

    return read
