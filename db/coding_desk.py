"""What lies on the desk of whoever codes: every open answer with its codes, in plain SQL."""

from __future__ import annotations

from db.finished import finished
from db.open_codes import codes_in, codings_in
from db.plain_sql import Looked
from schemas.review.coding.answers import answers_to_code
from schemas.review.coding.coding_desk import CodingDesk


def read_coding(source: Looked) -> CodingDesk:
    """Everything there is to code and everything that is, by unit number."""
    with source.look() as reads:
        answers = answers_to_code(finished(reads), codings_in(reads))
        return CodingDesk(codes_in(reads), answers)
