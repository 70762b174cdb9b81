"""What a coordinator says of open answers and of the codes that they are put under.

Nothing is ever changed: what is said last of a code, or of an answer, counts.  An answer that reads
otherwise by now is not coded any more; it stands in the list again.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid5

from sqlmodel import Session

from db.database import Database
from db.decisions import lock_case
from db.finished import last_frozen
from db.open_codes import codes_in
from db.problems import AnswerChanged, ForeignCode, NoSuchCode, SameCode, TooManyCodes
from db.records import Signed
from db.rows import row_of
from db.statements import found, insert_once, reads_of, survey_of
from db.tables import CodingRow, OpenCodeRow
from schemas.language.clean import one_line
from schemas.review.coding.answers import (
    AnswerKey,
    Coding,
    OpenAnswer,
    open_answers,
    open_questions,
)
from schemas.review.coding.open_codes import MOST, CodeWord


def name_code(db: Database, signed: Signed, code_id: UUID, question: str, label: str) -> CodeWord:
    """Make a code of a question, or call one otherwise; what is now said of it.

    Raises ForeignCode for a question without open answers, SameCode, and TooManyCodes.
    """
    words = one_line(label)
    with db.write() as session:
        survey = survey_of(session)
        if all(one.id != question for one in open_questions(survey.questionnaire, survey.parts)):
            raise ForeignCode(question)
        known = codes_in(reads_of(session))
        other = known.called(question, words)
        if other is not None and other.id != code_id:
            raise SameCode()
        if code_id not in known.by_id and len(known.of(question)) >= MOST:
            raise TooManyCodes()
        return _say(session, signed, code_id, question, words)


def join_codes(db: Database, signed: Signed, code_id: UUID, into: UUID) -> CodeWord:
    """Have a code go into another one of the same question, with all that was put under it.

    Sent again, it is stored once.  Raises NoSuchCode.
    """
    with db.write() as session:
        known = codes_in(reads_of(session))
        for word in known.words:
            if word.id == signed.id:
                return word
        one, other = known.by_id.get(code_id), known.by_id.get(into)
        if one is None or other is None or not (one.is_in_use and other.is_in_use):
            raise NoSuchCode()
        if one.question != other.question or one.id == other.id:
            raise NoSuchCode()
        return _say(session, signed, code_id, one.question, one.label, joined_to=into)


def _say(
    session: Session,
    signed: Signed,
    code_id: UUID,
    question: str,
    label: str,
    joined_to: UUID | None = None,
) -> CodeWord:
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
    return CodeWord(signed.id, code_id, question, label, joined_to, signed.at)


# ── Answers ──────────────────────────────────────────────────────────────────────────────────────


def code_answer(db: Database, signed: Signed, answer: OpenAnswer, codes: Sequence[UUID]) -> Coding:
    """Put an answer, as it was read, under codes; under none, if it has nothing to be put under.

    Raises AnswerChanged, NoSuchCode, NeverAgain and NotFound.
    """
    with db.write() as session:
        interview = found(last_frozen(reads_of(session), answer.key.interview_id), "intervjuet")
        lock_case(session, interview.case_id)
        if answer not in open_answers(interview):
            raise AnswerChanged()
        here = {one.id for one in codes_in(reads_of(session)).of(answer.key.question)}
        if not here.issuperset(codes):
            raise NoSuchCode()
        return _store(session, signed, answer.key, answer.said, codes)


def code_answers(
    db: Database, signed: Signed, answers: Sequence[tuple[OpenAnswer, Sequence[UUID] | None]]
) -> tuple[Coding, ...]:
    """Put answers under codes, each under its own, all of them or none.

    Those with None are in the list again.
    Raises AnswerChanged, NoSuchCode, NeverAgain and NotFound.
    """
    made = []
    with db.together():
        for number, (answer, codes) in enumerate(answers):
            one = Signed(uuid5(signed.id, str(number)), signed.by, signed.at)
            if codes is None:
                made.append(leave_open(db, one, answer.key))
            else:
                made.append(code_answer(db, one, answer, codes))
    return tuple(made)


def leave_open(db: Database, signed: Signed, key: AnswerKey) -> Coding:
    """Have an answer in the list again, as if nobody had coded it."""
    with db.write() as session:
        return _store(session, signed, key, "", ())


def _store(
    session: Session, signed: Signed, key: AnswerKey, said: str, codes: Sequence[UUID]
) -> Coding:
    row = row_of(
        survey_of(session),
        CodingRow,
        id=signed.id,
        interview_id=key.interview_id,
        question=key.question,
        item=key.item,
        said=said,
        codes=[one.hex for one in codes],
        coded_by=signed.by,
        at=signed.at,
    )
    insert_once(session, row)
    return Coding(signed.id, *key, said, tuple(codes), signed.at)
