"""Codebooks for the interviews of older databases, which kept none themselves."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlmodel import col

from db.rows import row_of
from db.statements import once
from db.tables import CodebookRow, InterviewRow
from schemas.surveys.survey import Survey
from schemas.surveys.versions import released


def keep_released(connection: Connection, survey: Survey) -> None:
    """Keep the codebooks of those versions that interviews were begun with before any was kept."""
    found = select(
        col(InterviewRow.fingerprint), col(InterviewRow.version), col(InterviewRow.questionnaire)
    )
    for mark, version, name in connection.execute(found.distinct()).all():
        content = released(survey, version)
        if content is not None and _is_known(survey, version, mark):
            kept = {"fingerprint": mark, "name": name, "version": version, "content": content}
            row = row_of(survey, CodebookRow, **kept)
            connection.execute(once(connection.dialect.name, CodebookRow), row.values())


def _is_known(survey: Survey, version: str, mark: str) -> bool:
    return any(one.version == version and mark in one.fingerprints for one in survey.releases)
