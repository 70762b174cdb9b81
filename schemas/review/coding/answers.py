"""What people said in their own words, and under which codes it was put.

Which questions these are follows from the questionnaire: long texts, and what "something else"
opens; nothing that names a person, and nothing that is an interviewer's own note.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from enum import Enum, auto
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from schemas.calls.parts import Parts
from schemas.frame.fold import fold
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.review.coding.open_codes import Codes, OpenCode
from schemas.review.privacy import is_searched

if TYPE_CHECKING:
    from schemas.review.finished_interviews import FinishedInterview


class AnswerKey(NamedTuple):
    """One answer: in which interview, to which question, about which item of a roster from 1."""

    interview_id: UUID
    question: str
    item: int | None


class OpenAnswer(NamedTuple):
    """What was said, and about which unit."""

    key: AnswerKey
    unit_id: str
    text: str

    @property
    def alike(self) -> str:
        """What it has in common with all that are the same but for capitals and signs."""
        return fold(self.text) or self.text

    @property
    def said(self) -> str:
        """By which it is known again without being kept twice."""
        return fingerprint_of(self.key.interview_id, self.text)


class Coding(NamedTuple):
    """Under which codes somebody has put an answer as it read then; under none, if none fits.

    One that `said` nothing takes back what was said before.
    """

    id: UUID
    interview_id: UUID
    question: str
    item: int | None
    said: str
    codes: tuple[UUID, ...]
    at: datetime

    @property
    def key(self) -> AnswerKey:
        """The answer that it is about."""
        return AnswerKey(self.interview_id, self.question, self.item)


class CodingState(Enum):
    """How far the coding of one answer has come."""

    open = auto()
    changed = auto()  # it was coded, and reads otherwise by now
    coded = auto()


class AnswerToCode(NamedTuple):
    """An answer, and the latest that was said of it."""

    answer: OpenAnswer
    coding: Coding | None = None

    @property
    def state(self) -> CodingState:
        """Whether it is coded as it reads now."""
        if self.coding is None or not self.coding.said:
            return CodingState.open
        same = self.coding.said == self.answer.said
        return CodingState.coded if same else CodingState.changed

    def codes(self, codes: Codes) -> tuple[OpenCode, ...]:
        """The codes that it is under now, as they are called now; none unless it is coded."""
        if self.coding is None or self.state is not CodingState.coded:
            return ()
        return codes.now(self.coding.codes)


def fingerprint_of(interview_id: UUID, text: str) -> str:
    """By which an answer is known again; the same words read otherwise in another interview.

    So no list of what people usually say tells what was said.
    """
    words = sha256(text.encode()).hexdigest()
    return sha256(f"{interview_id.hex}{words}".encode()).hexdigest()


def open_questions(questionnaire: type[Questionnaire], parts: Parts) -> tuple[Question, ...]:
    """The questions whose answers can be put under codes, as they are asked."""
    every = questionnaire.by_id.values()
    return tuple(one for one in every if is_coded(one, parts))


def is_coded(question: Question, parts: Parts) -> bool:
    """Whether people answer it freely, with more than a name."""
    if question.known_as or not is_searched(question, parts):
        return False
    return question.opened_by is not None or question.type.entry is EntryForm.several_lines


def answers_to_code(
    interviews: "Iterable[FinishedInterview]", codings: Iterable[Coding]
) -> tuple[AnswerToCode, ...]:
    """Every open answer of interviews as they are now, with the latest coding of each."""
    latest = latest_codings(codings)
    answers = (answer for one in interviews for answer in open_answers(one))
    return tuple(AnswerToCode(one, latest.get(one.key)) for one in answers)


def frequent_first(answers: Iterable[AnswerToCode]) -> tuple[AnswerToCode, ...]:
    """What has changed since it was coded, then what is left, then the rest.

    Of each, what is answered most often comes first, and answers that are alike stand together.
    """
    listed = list(answers)
    often = Counter(one.answer.alike for one in listed)
    turn = {CodingState.changed: 0, CodingState.open: 1, CodingState.coded: 2}

    def place(one: AnswerToCode) -> tuple[int, int, str]:
        return turn[one.state], -often[one.answer.alike], one.answer.alike

    return tuple(sorted(listed, key=place))


def latest_codings(codings: Iterable[Coding]) -> Mapping[AnswerKey, Coding]:
    """The last word on every answer."""
    return {one.key: one for one in sorted(codings, key=lambda one: (one.at, one.id))}


def open_answers(one: "FinishedInterview") -> Iterator[OpenAnswer]:
    """What was said in one interview."""
    for question in open_questions(one.questionnaire, one.parts):
        for item, text in spoken(one.questionnaire, one.document, question.id):
            yield OpenAnswer(AnswerKey(one.interview_id, question.id, item), one.unit_id, text)


def spoken(
    questionnaire: type[Questionnaire], document: Mapping[str, Any], question: str
) -> Iterator[tuple[int | None, str]]:
    """The texts that answer a question in a document, each with the item that it is about."""
    for name, section in questionnaire.sections.items():
        if all(one.id != question for one in section.questions):
            continue
        stored = document.get(name)
        items = enumerate(stored or (), 1) if issubclass(section, Roster) else [(None, stored)]
        for item, answers in items:
            text = (answers or {}).get(question)
            if isinstance(text, str) and text.strip():
                yield item, text
