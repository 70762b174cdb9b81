"""All tables of an export in one spelling, and all their rows in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Generic, TypeVar
from uuid import UUID

from db.column_types import load_json
from db.exports import export_tables
from db.exports.export_tables import AnswerCell, ConfirmedRow, ExportTable, Interview, Item
from db.exports.snapshot import Snapshot
from db.exports.sources import Finished, RemarkRow
from schemas.codebook.columns import ABSENT
from schemas.frame.frame import Frame
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import Spelling
from schemas.questionnaire.unreadable import marked
from schemas.review.permission import held_back
from schemas.surveys.survey import Survey

Cell = TypeVar("Cell")
SheetLine = tuple[str, list[Cell]]
"""The name of a table, and one row of it."""


class Sheets(Generic[Cell]):
    """The tables of a questionnaire; persons, numbers and what is said of them with `contacts`."""

    def __init__(
        self, survey: Survey, frame: Frame, say: Spelling[Cell], *, contacts: bool
    ) -> None:
        self._survey = survey
        self._questionnaire = questionnaire = survey.questionnaire
        self._with_contacts, departments = contacts, survey.departments
        self._interviews = export_tables.interviews(survey, frame, say, contacts=contacts)
        self._items = {
            name: export_tables.items(survey, name, say, contacts=contacts)
            for name in questionnaire.rosters
        }
        remarks, checks = (
            export_tables.remark_fields(questionnaire),
            export_tables.check_fields(questionnaire),
        )
        self._remarks = export_tables.plain("remarks", remarks, say, contacts=contacts)
        self._checks = export_tables.plain("checks", checks, say, contacts=contacts)
        calls = export_tables.call_fields(frame, departments)
        redirects = export_tables.redirect_fields(frame, departments)
        points = export_tables.contact_fields(frame, departments)
        self._calls = export_tables.plain("calls", calls, say, contacts=contacts)
        self._redirects = export_tables.plain("redirects", redirects, say, contacts=contacts)
        self._contacts = export_tables.plain("contacts", points, say, contacts=contacts)
        self._sections = {
            question.id: name
            for name, section in questionnaire.sections.items()
            for question in section.questions
        }
        self._shown_on = {check.id: check.on.id for check in questionnaire.checks()}

    @property
    def all(self) -> tuple[ExportTable[Any, Cell], ...]:
        """The tables, in the order in which a person would want to see them."""
        shown: list[ExportTable[Any, Cell]] = [self._interviews, *self._items.values()]
        shown += [self._remarks, self._checks, self._calls, self._redirects]
        return (*shown, self._contacts) if self._with_contacts else tuple(shown)

    def lines(self, taken: Snapshot) -> Iterator[SheetLine[Cell]]:
        """Every row of every table."""
        for one, remarks in self.interviews(taken):
            yield from self._about(one, remarks)
        for call in taken.calls:
            yield self._calls.name, self._calls.row(call)
        for redirect in taken.redirects:
            yield self._redirects.name, self._redirects.row(redirect)
        if self._with_contacts:
            for contact in taken.contacts:
                yield self._contacts.name, self._contacts.row(contact)

    def interviews(self, taken: Snapshot) -> Iterator[tuple[Interview, list[AnswerCell]]]:
        """Every completed interview, with the remarks on its answers that count."""
        remarks = _RemarksInOrder(taken.remarks)
        for source in taken.finished:
            document, bad = self._document(source)
            one = Interview(source, document, load_json(source.classification), bad)
            yield one, list(self._standing(one, remarks.of(source.interview_id)))

    def _document(self, source: Finished) -> tuple[dict[str, Any], int]:
        """With a mark for each answer that cannot be read; how many there are of them.

        Without contacts, those that nobody has released yet are not there either.
        """
        document, bad = marked(self._questionnaire, load_json(source.document))
        if self._with_contacts:
            return document, bad
        publishing = self._survey.parts.publishing
        said = {"released": source.released, "declined": source.declined}
        return held_back(publishing, document, **said), bad

    def _about(self, one: Interview, remarks: list[AnswerCell]) -> Iterator[SheetLine[Cell]]:
        yield self._interviews.name, self._interviews.row(one)
        for name, table in self._items.items():
            for number, answers in enumerate(one.document.get(name, ()), start=1):
                yield name, table.row(Item(one, number, answers))
        for said in remarks:
            yield self._remarks.name, self._remarks.row(said)
        for confirmed in self._confirmed(one):
            yield self._checks.name, self._checks.row(confirmed)

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
        kept = items.get(question.section.more.id, {"items": [1]})["items"]
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


class _RemarksInOrder:
    """Remarks come in the order of the interviews; this hands them out interview by interview."""

    def __init__(self, remarks: Iterable[RemarkRow]) -> None:
        self._groups = groupby(remarks, key=lambda remark: remark.interview_id)
        self._next = next(self._groups, None)

    def of(self, interview_id: UUID) -> list[RemarkRow]:
        if self._next is None or self._next[0] != interview_id:
            return []
        found = list(self._next[1])
        self._next = next(self._groups, None)
        return found
