"""Which columns a question becomes in data, and what stands in them: the same for every format.

Pure.  The type of question says what its columns are and what fills them; a `Layout` is a section
worked out once, so that a row costs little more than looking its answers up.  Answers come in
stored form.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import Any, Final, Generic, NamedTuple, TypeVar

from schemas.codebook.changes import Release
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED, Choice, Unreadable
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types.spelling import Blanks, Cell, Cells, QuestionColumn, Spelling
from schemas.questionnaire.unreadable import MARK


class Column(NamedTuple):
    """A column of a question, under the name it has in every format, and what its type says."""

    name: str
    question: Question
    holds: QuestionColumn


@cache
def columns(question: Question) -> tuple[Column, ...]:
    """The columns of a question: none for what tells nothing, and for private notes."""
    if question.private:
        return ()
    return tuple(Column(_name(question, one.code), question, one) for one in question.type.columns)


LONGEST: Final = 28
"""Characters in a name: archives and Stata take 32, and the program that writes Stata's labels
names each set of them after its column and a number of up to four digits."""


def _name(question: Question, code: Choice | None) -> str:
    """The question and its code: by its number where its slug makes the name too long."""
    if code is None:
        return question.id
    name = f"{question.id}__{code.name}"
    return name if len(name) <= LONGEST else f"{question.id}__{code.number}"


# ── Cells ────────────────────────────────────────────────────────────────────────────────────────

ABSENT = {"missing": NOT_ASKED.missing}
"""What stands in a document where nothing was asked."""


@dataclass(frozen=True)
class Layout(Generic[Cell]):
    """The columns of a section, and how a section of a document fills them."""

    columns: tuple[Column, ...]
    readers: tuple[tuple[str, Cells[Cell]], ...]
    off_route: Mapping[str, Any]
    blank: tuple[Cell, ...]
    unmarked: Cell
    not_there: tuple[int, ...] = ()
    """The columns of codes that the version at hand has not."""

    def cells(self, answers: Mapping[str, Any]) -> Sequence[Cell]:
        """One row's cells; what is not in the document was not asked."""
        if not answers or answers == self.off_route:  # most sections of most interviews
            return self.blank
        row: list[Cell] = []
        for question, read in self.readers:
            row += read(answers.get(question, ABSENT))
        for at in self.not_there:
            if row[at] == self.unmarked:  # a missing answer is missing in every column
                row[at] = self.blank[at]
        return row


def in_versions(laid: Layout[Cell], releases: Sequence[Release]) -> Callable[[str], Layout[Cell]]:
    """The layout for answers of each version: what it had no code for was not asked."""
    order = [release.version for release in releases]

    @cache
    def of(version: str) -> Layout[Cell]:
        place = order.index(version) if version in order else len(order)
        return replace(laid, not_there=tuple(_not_there(laid.columns, order, place)))

    return of


def _not_there(columns: Iterable[Column], order: Sequence[str], place: int) -> Iterator[int]:
    earlier, later = order[:place], order[place + 1 :]
    for at, column in enumerate(columns):
        code = column.holds.code
        if code and (code.first_version in later or code.last_version in earlier):
            yield at


def layout(section: type[Section], spelling: Spelling[Cell], *, contacts: bool) -> Layout[Cell]:
    """The columns of a section; personal ones only with `contacts`."""
    asked = [q for q in section.questions if columns(q) and (contacts or not q.personal)]
    shown = tuple(column for question in asked for column in columns(question))
    return Layout(
        shown,
        tuple((question.id, cells(question, spelling)) for question in asked),
        {question.id: ABSENT for question in section.questions},
        (spelling.number(NOT_ASKED.code),) * len(shown),
        spelling.number(0),
    )


ColumnOrCell = TypeVar("ColumnOrCell")


def in_order(
    laid: Sequence[Column], beside: Iterable[str]
) -> Callable[[Sequence[ColumnOrCell]], tuple[ColumnOrCell, ...]]:
    """How columns of answers with the codes `beside` some questions behind them all are put in
    order: the codes of an answer stand directly behind it."""
    last = {column.question.id: place for place, column in enumerate(laid)}
    behind = {place + len(laid): last.get(one, len(laid)) for place, one in enumerate(beside)}
    every = range(len(laid) + len(behind))
    order = sorted(every, key=lambda place: behind.get(place, place))
    return itemgetter(*order) if len(order) > 1 else tuple


def cells(question: Question, spelling: Spelling[Cell]) -> Cells[Cell]:
    """How an answer to `question` is written: a missing one says so in every column."""
    width = len(columns(question))
    missing: dict[str, tuple[Cell, ...]] = {
        state.missing: (spelling.number(state.code),) * width
        for state in (NOT_ASKED, DONT_KNOW, REFUSED)
    }
    missing[MARK["missing"]] = (spelling.number(Unreadable.CODE),) * width
    return question.type.cells(spelling, Blanks((spelling.nothing(),) * width, missing))
