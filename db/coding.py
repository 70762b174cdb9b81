"""Open answers and the codes that a coordinator puts them under.

Nothing is ever changed: what is said last of a code, or of an answer, counts.  An answer that reads
otherwise by now is not coded any more; it stands in the list again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from db.decisions import lock_case
from db.engine import Database
from db.finished import finished, last_frozen
from db.problems import AnswerChanged, ForeignCode, NoSuchCode, SameCode
from db.records import Signed
from db.rows import records, row_of
from db.statements import fetch, found, insert_once, survey_of, table_of
from db.tables import CodingRow, OpenCodeRow
from schemas.language.clean import clean
from schemas.review.coding.answers import (
    AnswerToCode,
    Coding,
    OpenAnswer,
    answers_to_code,
    open_answers,
    open_questions,
)
from schemas.review.coding.codes import Codes, CodeWord


@dataclass(frozen=True, slots=True)
class CodingDesk:
    """All open answers of finished interviews, and the codes that they are put under."""

    codes: Codes
    answers: tuple[AnswerToCode, ...]


def read_coding(db: Database) -> CodingDesk:
    """Everything there is to code and everything that is, by unit number."""
    with db.read() as session:
        return coding_desk(session)


def coding_desk(session: Session) -> CodingDesk:
    """The same within a transaction."""
    answers = answers_to_code(finished(session), codings_in(session))
    return CodingDesk(codes_in(session), answers)


def codes_in(session: Session) -> Codes:
    """All that was said of codes."""
    return Codes(tuple(records(session, CodeWord, select(OpenCodeRow))))


def codings_in(session: Session) -> list[Coding]:
    """All that was said of answers."""
    return [
        Coding(
            row.id,
            row.interview_id,
            row.question,
            row.item,
            row.said,
            tuple(map(UUID, row.codes)),
            row.at,
        )
        for row in fetch(session, select(table_of(CodingRow)))
    ]


# ── Codes ────────────────────────────────────────────────────────────────────────────────────────


def name_code(db: Database, signed: Signed, code_id: UUID, question: str, label: str) -> None:
    """Make a code of a question, or call one otherwise.

    Raises ForeignCode for a question without open answers, and SameCode.
    """
    words = clean(label, one_line=True)[0].strip()
    with db.write() as session:
        survey = survey_of(session)
        if all(one.id != question for one in open_questions(survey.questionnaire, survey.parts)):
            raise ForeignCode(question)
        other = codes_in(session).called(question, words)
        if other is not None and other.id != code_id:
            raise SameCode()
        _say(session, signed, code_id, question, words)


def join_codes(db: Database, signed: Signed, code_id: UUID, into: UUID) -> None:
    """Have a code go into another one of the same question, with all that was put under it.

    Raises NoSuchCode.
    """
    with db.write() as session:
        known = codes_in(session)
        one, other = known.by_id.get(code_id), known.by_id.get(into)
        if one is None or other is None or not (one.is_in_use and other.is_in_use):
            raise NoSuchCode()
        if one.question != other.question or one.id == other.id:
            raise NoSuchCode()
        _say(session, signed, code_id, one.question, one.label, joined_to=into)


def _say(
    session: Session,
    signed: Signed,
    code_id: UUID,
    question: str,
    label: str,
    joined_to: UUID | None = None,
) -> None:
    row = row_of(
        survey_of(session),
        OpenCodeRow,
        id=signed.id,
        code_id=code_id,
        question=question,
        label=label,
        joined_to=joined_to,
        said_by=signed.by,
        at=signed.at,
    )
    insert_once(session, row)


# ── Answers ──────────────────────────────────────────────────────────────────────────────────────


def code_answer(db: Database, signed: Signed, answer: OpenAnswer, codes: Sequence[UUID]) -> None:
    """Put an answer, as it was read, under codes; under none, if it has nothing to be put under.

    Raises AnswerChanged, NoSuchCode, NeverAgain and NotFound.
    """
    with db.write() as session:
        interview = found(last_frozen(session, answer.key.interview_id), "intervjuet")
        lock_case(session, interview.case_id)
        if answer not in open_answers(interview):
            raise AnswerChanged()
        _require_codes(session, answer.key.question, codes)
        row = row_of(
            survey_of(session),
            CodingRow,
            id=signed.id,
            interview_id=answer.key.interview_id,
            question=answer.key.question,
            item=answer.key.item,
            said=answer.said,
            codes=[one.hex for one in codes],
            coded_by=signed.by,
            at=signed.at,
        )
        insert_once(session, row)


def _require_codes(session: Session, question: str, codes: Iterable[UUID]) -> None:
    here = {one.id for one in codes_in(session).of(question)}
    if not here.issuperset(codes):
        raise NoSuchCode()
