"""All tables of an export in one spelling, and all their rows in one pass."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Generic, TypeVar

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
    CodedAnswer,
    ConfirmedRow,
    Interview,
    Item,
)
from db.exports.fields import ExportTable, Field, plain
from db.exports.opening_table import EACH_OPENING, opening_fields
from db.exports.paradata import EACH_EVENT, event_fields
from db.exports.partial import partial_interviews
from db.exports.python_values import TYPED
from db.exports.record_rows import Rows
from db.exports.snapshot import Snapshot
from db.exports.sources import Finished, RemarkRow
from db.exports.stamp_table import STAMP_FIELDS, THE_STAMP
from db.exports.work_tables import EACH_ASSIGNMENT, EACH_NOTE, assignment_fields, note_fields
from db.stored_json import load_json
from schemas.codebook.columns import ABSENT
from schemas.codebook.variables import DataTable
from schemas.frame.frame import Frame
from schemas.language.text import Text
from schemas.questionnaire.apart import put_together
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling
from schemas.questionnaire.unreadable import items_of, marked
from schemas.review.coding.answers import fingerprint_of, spoken
from schemas.review.finished_interviews import read_classification
from schemas.review.permission import held_back
from schemas.surveys.survey import Survey

Cell = TypeVar("Cell")
SheetLine = tuple[str, Sequence[Cell]]
"""The name of a table, and one row of it."""

Beside = Callable[[Interview], Iterable[SheetLine[Cell]]]
"""Rows of tables of somebody else's that one interview becomes."""


class _All(Container[str]):
    """Every table."""

    def __contains__(self, name: object) -> bool:
        return True


EVERY: Container[str] = _All()


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
        self._recorded = tuple(self._beside())
        self._sections = {
            question.id: name
            for name, section in questionnaire.sections.items()
            for question in section.questions
        }
        self._shown_on = {check.id: check.on.id for check in questionnaire.checks()}

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

    def lines(
        self, taken: Snapshot, only: Container[str] = EVERY, beside: Beside[Cell] | None = None
    ) -> Iterator[SheetLine[Cell]]:
        """Every row of every table, or of some; and what is to stand `beside` each interview."""
        if any(table.name in only for table in self.of_interviews):
            for one, remarks in self.with_remarks(taken):
                yield from (line for line in self._about(one, remarks) if line[0] in only)
                if beside:
                    yield from beside(one)
        known = Rows(taken, self._survey, contacts=self._with_contacts)
        for recorded in self._recorded:
            table = recorded.table
            if table.name in only:
                name = table.name
                for cells in table.rows(recorded.rows(known)):
                    yield name, cells

    def interview(self, one: Interview) -> list[Cell]:
        """The row of one interview in the wide table."""
        return self._interviews.row(one)

    def interviews(self, taken: Snapshot) -> Iterator[Interview]:
        """Every completed interview; then the partial."""
        for source in taken.finished:
            document, bad = self._document(source)
            coded = self._coded(taken, source.interview_id, document)
            klass = read_classification(load_json(source.classification))
            yield Interview(source, document, klass, bad, coded)
        yield from self.partial(taken)

    def with_remarks(self, taken: Snapshot) -> Iterator[tuple[Interview, list[AnswerCell]]]:
        """Each with the remarks on its answers that count.

        What was remarked on in the partial ones is in the paradata only.
        """
        remarks = _RemarksInOrder(taken.remarks)
        for one in self.interviews(taken):
            yield one, list(self._standing(one, remarks.of(one.source.interview_id)))

    def partial(self, taken: Snapshot) -> Iterator[Interview]:
        """Those that were never completed, and whose core is answered."""
        claims = {one.form.unit_id: one.claim.name for one in taken.forms if one.claim}
        known = taken.frame, taken.begun, taken.typed_so_far, claims
        for one in partial_interviews(self._survey, *known):
            if self._with_contacts:
                yield one
            else:
                publishing = self._survey.parts.publishing
                kept = held_back(publishing, one.document, released=False, declined=True)
                yield one._replace(document=kept)

    def _document(self, source: Finished) -> tuple[dict[str, Any], int]:
        """With a mark for each answer that cannot be read; how many there are of them.

        Without contacts, those that nobody has released yet are not there either.
        """
        parts = map(load_json, filter(None, (source.persons, source.public)))
        said = put_together(load_json(source.document), *parts)
        document, bad = marked(self._questionnaire, said)
        if self._with_contacts:
            return document, bad
        publishing = self._survey.parts.publishing
        said = {"released": source.released, "declined": source.declined}
        return held_back(publishing, document, **said), bad

    def _coded(
        self, taken: Snapshot, interview_id: str, document: dict[str, Any]
    ) -> dict[tuple[str, int | None], CodedAnswer]:
        """What is under codes of the answers as they read now, by question and item."""
        known, found = taken.codings.get(interview_id, {}), {}
        coded = {about[0] for about in known}
        for question in filter(coded.__contains__, self._sections):  # the same order every time
            for item, words in spoken(self._questionnaire, document, question):
                noted = known.get((question, item))
                if noted and noted.coding.said == fingerprint_of(noted.coding.interview_id, words):
                    codes = taken.codes.now(noted.coding.codes)
                    about = (noted.coder, noted.coder_name, noted.coding.at)
                    found[question, item] = CodedAnswer(codes, *about)
        return found

    def _about(self, one: Interview, remarks: list[AnswerCell]) -> Iterator[SheetLine[Cell]]:
        yield self._interviews.name, self.interview(one)
        for name, table in self._items.items():
            for number, answers in enumerate(one.document.get(name, ()), start=1):
                yield name, table.row(Item(one, number, answers))
        for said in remarks:
            yield self._remarks.name, self._remarks.row(said)
        for confirmed in self._confirmed(one):
            yield self._checks.name, self._checks.row(confirmed)
        for coded in codings_of(one):
            yield self._codings.name, self._codings.row(coded)

    def _confirmed(self, one: Interview) -> Iterator[ConfirmedRow]:
        for objection in one.document.get("confirmed", ()):
            check = objection["check"]
            question = self._shown_on.get(check, "")
            yield ConfirmedRow(one, check, question, objection.get("item"), objection["reason"])

    # ── Remarks: only on answers that count, and that are exported themselves ──

    def _standing(self, one: Interview, remarks: list[RemarkRow]) -> Iterator[AnswerCell]:
        items = {row.question: load_json(row.items) for row in remarks if row.items}
        for remark in remarks:
            question = self._questionnaire.by_id.get(remark.question)
            if remark.text and question and self._may_show(question):
                number = self._number(question, remark.item, items)
                if self._counts(one, question, number):
                    yield AnswerCell(one, remark, number)

    def _may_show(self, question: Question) -> bool:
        return not question.private and (self._with_contacts or not question.personal)

    def _number(self, question: Question, item: int | None, items: dict[str, Any]) -> int | None:
        """An item's place in its roster: none where it has been removed, or there is no roster."""
        if item is None or not issubclass(question.section, Roster):
            return None
        roster = question.section
        kept = items_of(roster, items[roster.more.id]) if roster.more.id in items else (1,)
        return kept.index(item) + 1 if item in kept else None

    def _counts(self, one: Interview, question: Question, number: int | None) -> bool:
        """Whether the question was on the route when the interview was completed."""
        section = self._sections.get(question.id)
        if section is None:  # a roster's own question
            return bool(one.document.get(question.id))
        answers = one.document.get(section, {})
        if issubclass(question.section, Roster):
            answers = answers[number - 1] if number and number <= len(answers) else {}
        return bool(answers.get(question.id, ABSENT) != ABSENT)


def data_tables(survey: Survey, *, contacts: bool = False) -> tuple[DataTable, ...]:
    """What every table of a survey's data is, whatever stands in them."""
    nobody = Frame(survey.frame, ())
    return Sheets(survey, nobody, TYPED, contacts=contacts).described


class _RemarksInOrder:
    """Remarks come in the order of the interviews; this hands them out interview by interview."""

    def __init__(self, remarks: Iterable[RemarkRow]) -> None:
        self._groups = groupby(remarks, key=lambda remark: remark.interview_id)
        self._next = next(self._groups, None)

    def of(self, interview_id: str) -> list[RemarkRow]:
        if self._next is None or self._next[0] != interview_id:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found
