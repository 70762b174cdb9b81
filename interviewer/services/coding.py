"""Open answers put under codes: what the screen and the commands do with the verbs of `db`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from db.records import Signed
from schemas.review.coding.answers import AnswerKey, Coding, OpenAnswer
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.coding.open_codes import Codes, CodeWord

if TYPE_CHECKING:
    from db.engine import Database


def read_coding(db: Database) -> CodingDesk:
    """Everything there is to code."""
    from db import coding

    return coding.read_coding(db)


def codes_of(db: Database) -> Codes:
    """All codes as they are now."""
    from db import coding

    with db.read() as session:
        return coding.codes_in(session)


def code_answer(db: Database, signed: Signed, answer: OpenAnswer, codes: Sequence[UUID]) -> Coding:
    """Put an answer, as it was read, under codes."""
    from db import coding

    return coding.code_answer(db, signed, answer, codes)


def leave_open(db: Database, signed: Signed, key: AnswerKey) -> Coding:
    """Have it in the list again."""
    from db import coding

    return coding.leave_open(db, signed, key)


def name_code(db: Database, signed: Signed, code_id: UUID, question: str, label: str) -> CodeWord:
    """Make a code, or call one otherwise."""
    from db import coding

    return coding.name_code(db, signed, code_id, question, label)


def join_codes(db: Database, signed: Signed, code_id: UUID, into: UUID) -> CodeWord:
    """Have a code go into another one."""
    from db import coding

    return coding.join_codes(db, signed, code_id, into)
