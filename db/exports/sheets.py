"""All tables of an export in one spelling, and all their rows in one pass."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any, Final, Generic, TypeVar

from db.exports import export_tables
from db.exports.call_tables import (
    EACH_CALL,
    EACH_CONTACT,
    EACH_REDIRECT,
    EACH_UNDONE,
    call_fields,
    contact_fields,
    redirect_fields,
    undone_fields,
)
from db.exports.case_table import EACH_CASE, case_fields
from db.exports.claim_table import EACH_CLAIM, claim_fields
from db.exports.coding_tables import (
    CODE_FIELDS,
    EACH_CODE,
    EACH_CODING,
    beside_interviews,
    beside_items,
    coding_fields,
    codings_of,
)
from db.exports.decision_table import EACH_DECISION, decision_fields
from db.exports.export_tables import (
    EACH_CHECK,
    EACH_REMARK,
    AnswerCell,
    ConfirmedRow,
    Interview,
    Item,
)
from db.exports.fields import ExportTable, Field, Portion, plain
from db.exports.interview_rows import Interviews
from db.exports.opening_table import EACH_OPENING, opening_fields
from db.exports.paradata import EACH_EVENT, event_fields
from db.exports.python_values import TYPED
from db.exports.record_rows import Rows
from db.exports.snapshot import Snapshot
from db.exports.stamp_table import STAMP_FIELDS, THE_STAMP
from db.exports.work_tables import EACH_ASSIGNMENT, EACH_NOTE, assignment_fields, note_fields
from schemas.codebook.variables import DataTable
from schemas.frame.frame import Frame
from schemas.language.text import Text
from schemas.questionnaire.types.spelling import Spelling
from schemas.surveys.survey import Survey

Cell = TypeVar("Cell")
Beside = Callable[[Sequence[Interview]], Iterable[Portion[Cell]]]
"""Rows of tables of somebody else's that interviews become."""


class _All(Container[str]):
    """Every table."""

    def __contains__(self, name: object) -> bool:
        return True


EVERY: Container[str] = _All()

SOME: Final = 25
"""Interviews whose rows are written together: as many as save time, and too few to be noticed."""


@dataclass(frozen=True, slots=True)
class _Recorded(Generic[Cell]):
    """A table beside the interviews, and where its rows come from."""

    table: ExportTable[Any, Cell]
    rows: Callable[[Rows], Iterable[Any]]


class Sheets(Generic[Cell]):
    """The tables of a survey; persons, numbers and what is said of them with `contacts`."""

    def __init__(
        self, survey: Survey, frame: Frame, say: Spelling[Cell], *, contacts: bool
    ) -> None:
        self._survey, self._frame, self.spelling = survey, frame, say
        self._questionnaire = questionnaire = survey.questionnaire
        self._with_contacts = contacts
        beside = beside_interviews(survey)
        self._interviews = export_tables.interviews(survey, frame, say, beside, contacts=contacts)
        self._items = {
            name: export_tables.items(
                survey, name, say, beside_items(roster, survey), contacts=contacts
            )
            for name, roster in questionnaire.rosters.items()
        }
        codings = coding_fields(questionnaire)
        self._codings = plain("codings", EACH_CODING, codings, say, contacts=contacts)
        remarks, checks = (
            export_tables.remark_fields(questionnaire),
            export_tables.check_fields(questionnaire),
        )
        self._remarks = plain("remarks", EACH_REMARK, remarks, say, contacts=contacts)
        self._checks = plain("checks", EACH_CHECK, checks, say, contacts=contacts)
        self._shown_on = {check.id: check.on.id for check in questionnaire.checks()}

    @cached_property
    def _recorded(self) -> Sequence[_Recorded[Cell]]:
        """Made when somebody wants them: some only want the interviews."""
        return tuple(self._beside())

    def _beside(self) -> Iterator[_Recorded[Cell]]:
        """What is known beside the interviews: the record, the calls, and how it all went."""
        survey, frame, departments = self._survey, self._frame, self._survey.departments
        yield self._of("cases", EACH_CASE, case_fields(survey, frame), Rows.cases)
        yield self._of("decisions", EACH_DECISION, decision_fields(survey, frame), Rows.decisions)
        if survey.earlier:
            yield self._of("claims", EACH_CLAIM, claim_fields(survey.earlier, frame), Rows.claims)
        yield self._of("codes", EACH_CODE, CODE_FIELDS, Rows.codes)
        yield self._of("calls", EACH_CALL, call_fields(frame, departments), Rows.calls)
        legs = redirect_fields(frame, departments)
        yield self._of("redirects", EACH_REDIRECT, legs, Rows.redirects)
        yield self._of("undone", EACH_UNDONE, undone_fields(frame), Rows.undone)
        if survey.parts.opening:
            yield self._of("openings", EACH_OPENING, opening_fields(frame), Rows.openings)
        yield self._of("assignments", EACH_ASSIGNMENT, assignment_fields(frame), Rows.assignments)
        yield self._of("notes", EACH_NOTE, note_fields(frame), Rows.notes)
        yield self._of("paradata", EACH_EVENT, event_fields(departments), Rows.events)
        if self._with_contacts:
            points = contact_fields(frame, departments)
            yield self._of("contacts", EACH_CONTACT, points, Rows.contacts)
        yield self._of("stamp", THE_STAMP, STAMP_FIELDS, Rows.stamp)

    def _of(
        self,
        name: str,
        each: Text,
        fields: Sequence[Field[Any]],
        rows: Callable[[Rows], Iterable[Any]],
    ) -> _Recorded[Cell]:
        table = plain(name, each, fields, self.spelling, contacts=self._with_contacts)
        return _Recorded(table, rows)

    @property
    def all(self) -> tuple[ExportTable[Any, Cell], ...]:
        """The tables, in the order in which a person would want to see them."""
        return (*self.of_interviews, *self.recorded)

    @property
    def of_interviews(self) -> tuple[ExportTable[Any, Cell], ...]:
        """Those that are made of the interviews themselves."""
        items = self._items.values()
        return (self._interviews, *items, self._remarks, self._checks, self._codings)

    @property
    def recorded(self) -> tuple[ExportTable[Any, Cell], ...]:
        """Those beside them."""
        return tuple(one.table for one in self._recorded)

    @property
    def names(self) -> tuple[str, ...]:
        """What they are called."""
        return tuple(table.name for table in self.all)

    @property
    def described(self) -> tuple[DataTable, ...]:
        """What each table is."""
        return tuple(table.described for table in self.all)

    def portions(
        self, taken: Snapshot, only: Container[str] = EVERY, beside: Beside[Cell] | None = None
    ) -> Iterator[Portion[Cell]]:
        """All rows of all tables, or of some, in portions: of the interviews with what is to stand
        `beside` them.
        """
        if any(table.name in only for table in self.of_interviews):
            interviews = Interviews(taken, self._survey, contacts=self._with_contacts)
            left = interviews.with_remarks()
            while together := list(islice(left, SOME)):
                about = [one for one, _ in together]
                remarks = chain.from_iterable(said for _, said in together)
                yield from (some for some in self._about(about, remarks) if some[0] in only)
                if beside:
                    yield from beside(about)
        known = Rows(taken, self._survey, contacts=self._with_contacts)
        for recorded in self._recorded:
            if recorded.table.name in only:
                yield from recorded.table.portions(recorded.rows(known))

    def interview(self, one: Interview) -> list[Cell]:
        """The row of one interview in the wide table."""
        return self._interviews.row(one)

    def _about(
        self, interviews: Sequence[Interview], remarks: Iterable[AnswerCell]
    ) -> Iterator[Portion[Cell]]:
        yield self._interviews.name, [*map(self.interview, interviews)]
        for name, table in self._items.items():
            yield from table.portions(
                Item(one, *numbered)
                for one in interviews
                for numbered in enumerate(one.document.get(name, ()), start=1)
            )
        yield from self._remarks.portions(remarks)
        yield from self._checks.portions(chain.from_iterable(map(self._confirmed, interviews)))
        yield from self._codings.portions(chain.from_iterable(map(codings_of, interviews)))

    def _confirmed(self, one: Interview) -> Iterator[ConfirmedRow]:
        for objection in one.document.get("confirmed", ()):
            check = objection["check"]
            question = self._shown_on.get(check, "")
            yield ConfirmedRow(one, check, question, objection.get("item"), objection["reason"])


def data_tables(survey: Survey, *, contacts: bool = False) -> tuple[DataTable, ...]:
    """What every table of a survey's data is, whatever stands in them."""
    nobody = Frame(survey.frame, ())
    return Sheets(survey, nobody, TYPED, contacts=contacts).described
