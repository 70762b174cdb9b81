"""The codes that open answers are put under: in plain SQL."""

from __future__ import annotations

from typing import Final

from db.plain_sql import Cells, Reads, id_in, moment
from schemas.review.coding.open_codes import Codes, CodeWord, starting_words

_SAID: Final = "SELECT id, code_id, question, label, joined_to, at FROM open_code"


def codes_in(reads: Reads) -> Codes:
    """All that was said of codes, by the survey itself first."""
    declared = starting_words(reads.survey.starting_codes)
    return Codes((*declared, *map(_word, reads.rows(_SAID))))


def _word(row: Cells) -> CodeWord:
    id, code_id, question, label, joined_to, at = row
    into = None if joined_to is None else id_in(joined_to)
    return CodeWord(id_in(id), id_in(code_id), question, label, into, moment(at))
