"""The versions that interviews were made with: each one's codebook, kept under its fingerprint.

An interview belongs for ever to the version that it was completed in. Its codebook lies beside it,
so that it can be read by that version (`db.versions`) whatever the questionnaire of today looks
like.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import bindparam, select
from sqlmodel import Session, col

from db.rows import row_of
from db.statements import Finds, fetch_one, insert_once, survey_of
from db.tables import CodebookRow
from schemas.codebook.codebook import fingerprint
from schemas.surveys.versions import today


def keep(session: Session) -> None:
    """Keep the codebook of today's version, unless it is here already."""
    survey = survey_of(session)
    mark = fingerprint(survey.questionnaire)
    if fetch_one(session, _here(), {"mark": mark}) is not None:
        return  # it is large, and nearly always there
    row = row_of(
        survey,
        CodebookRow,
        fingerprint=mark,
        name=survey.questionnaire.name,
        version=survey.questionnaire.version,
        content=today(survey),
    )
    insert_once(session, row)


@cache
def _here() -> Finds:
    known = col(CodebookRow.fingerprint)
    return select(known).where(known == bindparam("mark"))
