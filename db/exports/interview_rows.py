"""The interviews of a snapshot, as they may be shown: their JSON read, with the remarks that count.

Without contacts, what they agreed to see published is there only where it may be.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from typing import Any

from db.exports.export_tables import AnswerCell, CodedAnswer, Interview
from db.exports.partial import partial_interviews
from db.exports.snapshot import Snapshot
from db.exports.sources import Finished, RemarkRow
from db.stored_json import load_json
from schemas.codebook.columns import ABSENT
from schemas.questionnaire.apart import put_together
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.unreadable import items_of, marked
from schemas.review.classify import read_classification
from schemas.review.coding.answers import fingerprint_of, spoken
from schemas.review.permission import held_back
from schemas.surveys.survey import Survey


class Interviews:
    """What a snapshot has of them, one by one: none is kept."""

    def __init__(self, taken: Snapshot, survey: Survey, *, contacts: bool) -> None:
        self._taken, self._survey, self._with_contacts = taken, survey, contacts
        self._questionnaire = survey.questionnaire
        self._sections = {
            question.id: name
            for name, section in survey.questionnaire.sections.items()
            for question in section.questions
        }

    def __iter__(self) -> Iterator[Interview]:
        """Every completed interview; then the partial."""
        yield from map(self._read, self._taken.finished)
        yield from self.partial()

    def with_remarks(self) -> Iterator[tuple[Interview, list[AnswerCell]]]:
        """Each with the remarks on its answers that count.

        What was remarked on in the partial ones is in the paradata only.  Raises UnknownVersion.
        """
        yield from self.completed()
        yield from ((one, []) for one in self.partial())

    def completed(
        self, units: Container[str] | None = None
    ) -> Iterator[tuple[Interview, list[AnswerCell]]]:
        """The completed ones with those remarks: of every unit, or of some."""
        remarks = _RemarksInOrder(self._taken.remarks)
        for source in self._taken.finished:
            said = remarks.of(source.interview_id)
            if units is None or source.unit_id in units:
                one = self._read(source)
                yield one, list(self._standing(one, said))

    def partial(self) -> Iterator[Interview]:
        """Those that were never completed, and whose core is answered. Raises UnknownVersion."""
        taken = self._taken
        claims = {one.form.unit_id: one.claim.name for one in taken.forms if one.claim}
        known = taken.frame, taken.begun, taken.typed_so_far, claims
        for one in partial_interviews(self._survey, *known):
            if self._with_contacts:
                yield one
            else:
                publishing = self._survey.parts.publishing
                kept = held_back(publishing, one.document, released=False, told_since=True)
                yield one._replace(document=kept)

    def _read(self, source: Finished) -> Interview:
        document, bad = self._document(source)
        coded = self._coded(source.interview_id, document)
        klass = read_classification(load_json(source.classification))
        return Interview(source, document, klass, bad, coded)

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
        said = {"released": source.released, "told_since": source.told_since}
        return held_back(publishing, document, **said), bad

    def _coded(
        self, interview_id: str, document: dict[str, Any]
    ) -> dict[tuple[str, int | None], CodedAnswer]:
        """What is under codes of the answers as they read now, by question and item."""
        found: dict[tuple[str, int | None], CodedAnswer] = {}
        if not (known := self._taken.codings.get(interview_id)):
            return found
        coded = {about[0] for about in known}
        for question in filter(coded.__contains__, self._sections):  # the same order every time
            for item, words in spoken(self._questionnaire, document, question):
                noted = known.get((question, item))
                if noted and noted.coding.said == fingerprint_of(noted.coding.interview_id, words):
                    codes = self._taken.codes.now(noted.coding.codes)
                    about = (noted.coder, noted.coder_name, noted.coding.at)
                    found[question, item] = CodedAnswer(codes, *about)
        return found

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
