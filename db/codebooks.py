"""The versions that interviews were made with: each one's codebook, kept under its fingerprint.

An interview belongs for ever to the version that it was completed in. Its codebook lies beside it,
so that it can be read by that version whatever the questionnaire of today looks like.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache, cached_property

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from db.engine import Database
from db.problems import UnknownVersion
from db.rows import row_of
from db.statements import Finds, fetch, fetch_one, insert_once, survey_of
from db.tables import CodebookRow, RevisionRow
from schemas.codebook.codebook import fingerprint
from schemas.codebook.union import united
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.surveys.survey import Survey
from schemas.surveys.versions import rebuild, today


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


class Versions:
    """The questionnaires behind the fingerprints of a database, each made when it is needed.

    Raises UnknownVersion for a fingerprint whose codebook is not here.
    """

    def __init__(self, session: Session) -> None:
        self._session, self._survey = session, survey_of(session)
        self._now = fingerprint(self._survey.questionnaire)

    def of(self, mark: str) -> type[Questionnaire]:
        """The questionnaire with that fingerprint; raises UnknownVersion."""
        if mark == self._now:
            return self._survey.questionnaire
        if mark not in self._kept:
            raise UnknownVersion(mark)
        return self._kept[mark]

    @cached_property
    def _kept(self) -> dict[str, type[Questionnaire]]:
        kept = select(col(CodebookRow.fingerprint), col(CodebookRow.content))
        return {
            row.fingerprint: _rebuilt(self._survey, json.dumps(row.content, ensure_ascii=False))
            for row in fetch(self._session, kept)
        }


@cache
def _rebuilt(survey: Survey, content: str) -> type[Questionnaire]:
    """Made once: it takes as long as reading some hundred interviews."""
    return rebuild(survey, json.loads(content))


def of_all_versions(db: Database) -> Survey:
    """The survey with a questionnaire that has all that its completed interviews were asked.

    Today's, where they were all completed in that.
    """
    with db.read() as session:
        first = func.min(col(RevisionRow.completed_at))
        used = (
            select(col(CodebookRow.fingerprint), col(CodebookRow.content))
            .join(RevisionRow, col(RevisionRow.fingerprint) == col(CodebookRow.fingerprint))
            .group_by(col(CodebookRow.fingerprint))
            .order_by(first)
        )
        older = [
            row.content
            for row in fetch(session, used)
            if row.fingerprint != fingerprint(db.survey.questionnaire)
        ]
    if not older:
        return db.survey
    content = json.dumps(united([*older, today(db.survey)]), ensure_ascii=False)
    return replace(db.survey, questionnaire=_rebuilt(db.survey, content))
