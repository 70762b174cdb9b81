"""Open answers put under codes: what the screen and the commands do with the verbs of `db`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from db.records import Signed
from schemas.review.coding.answers import Coding, OpenAnswer
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.coding.open_codes import Codes, CodeWord

if TYPE_CHECKING:
    from db.database import Database


def read_coding(db: Database) -> CodingDesk:
    """Everything there is to code."""
    from db import coding_desk

    return coding_desk.read_coding(db)


def codes_of(db: Database) -> Codes:
    """All codes as they are now."""
    from db.open_codes import codes_in

    with db.look() as reads:
        return codes_in(reads)


def code_answer(db: Database, signed: Signed, answer: OpenAnswer, codes: Sequence[UUID]) -> Coding:
    """Put an answer, as it was read, under codes."""
    from db import coding

    return coding.code_answer(db, signed, answer, codes)


def code_answers(
    db: Database, signed: Signed, answers: Sequence[tuple[OpenAnswer, Sequence[UUID] | None]]
) -> tuple[Coding, ...]:
    """Put answers under codes, or have them in the list again, all of them or none."""
    from db import coding

    return coding.code_answers(db, signed, answers)


def name_code(db: Database, signed: Signed, code_id: UUID, question: str, label: str) -> CodeWord:
    """Make a code, or call one otherwise."""
    from db import coding

    return coding.name_code(db, signed, code_id, question, label)


def join_codes(db: Database, signed: Signed, code_id: UUID, into: UUID) -> CodeWord:
    """Have a code go into another one."""
    from db import coding

    return coding.join_codes(db, signed, code_id, into)
