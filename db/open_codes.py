"""The codes that open answers are put under, and under which each was put: in plain SQL."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from db.plain_sql import Cells, Reads, id_in, moment
from db.stored_json import read_each
from schemas.review.coding.answers import Coding
from schemas.review.coding.open_codes import Codes, CodeWord, starting_words

_SAID: Final = "SELECT id, code_id, question, label, joined_to, at FROM open_code"
_CODINGS: Final = """\
SELECT id, interview_id, question, item, said, CAST(codes AS text), at FROM coding
"""


def codes_in(reads: Reads) -> Codes:
    """All that was said of codes, by the survey itself first."""
    declared = starting_words(reads.survey.starting_codes)
    return Codes((*declared, *map(_word, reads.rows(_SAID))))


def _word(row: Cells) -> CodeWord:
    id, code_id, question, label, joined_to, at = row
    into = None if joined_to is None else id_in(joined_to)
    return CodeWord(id_in(id), id_in(code_id), question, label, into, moment(at))


def codings_in(reads: Reads) -> list[Coding]:
    """All that was said of answers."""
    return list(map(coding_of, reads.rows(_CODINGS)))


def coding_of(row: Cells) -> Coding:
    """What a row says of an answer."""
    id, interview_id, question, item, said, codes, at = row
    under = tuple(read_each(UUID, codes, "coding.codes"))
    return Coding(id_in(id), id_in(interview_id), question, item, said, under, moment(at))
