"""The questionnaires that interviews were made with, each made anew of the codebook that was kept.

In plain SQL, so that a file need not be opened to be read by them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache, cached_property, partial
from typing import Final, TypeAlias

from db.plain_sql import Looked, Reads
from db.problems import UnknownVersion
from db.stored_json import load_json, made_of
from schemas.codebook.codebook import fingerprint, fingerprint_of
from schemas.codebook.union import united
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.surveys.survey import Survey
from schemas.surveys.versions import rebuild, today

_USED: Final = """\
SELECT b.fingerprint, CAST(b.content AS text)
  FROM codebook AS b
  JOIN (SELECT fingerprint, min(completed_at) AS first FROM revision GROUP BY fingerprint) AS r
    ON r.fingerprint = b.fingerprint
 ORDER BY r.first
"""
_CONTENT: Final = "codebook.content"


class Versions:
    """The questionnaires behind the fingerprints of a database, each made when it is needed.

    Raises UnknownVersion for a fingerprint whose codebook is not here.
    """

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._now = fingerprint(reads.survey.questionnaire)

    def of(self, mark: str) -> type[Questionnaire]:
        """The questionnaire with that fingerprint; raises UnknownVersion."""
        if mark == self._now:
            return self._reads.survey.questionnaire
        if mark not in self._kept:
            raise UnknownVersion(mark)
        return self._kept[mark]

    @cached_property
    def _kept(self) -> dict[str, type[Questionnaire]]:
        rows = self._reads.rows("SELECT fingerprint, CAST(content AS text) FROM codebook")
        survey = self._reads.survey
        return {mark: _rebuilt(survey, content, ((mark, content),)) for mark, content in rows}


def of_all_versions(source: Looked) -> Survey:
    """The survey with a questionnaire that has all that its completed interviews were asked.

    Today's, where they were all completed in that.
    """
    with source.look() as reads:
        return all_versions_in(reads)


def all_versions_in(reads: Reads) -> Survey:
    """The same, as it is at this moment."""
    survey, now = reads.survey, fingerprint(reads.survey.questionnaire)
    older = tuple((mark, content) for mark, content in reads.rows(_USED) if mark != now)
    if not older:
        return survey
    with made_of(_CONTENT, partial(_are_whole, older)):
        codebooks = [load_json(content) for _, content in older]
        content = json.dumps(united([*codebooks, today(survey)]), ensure_ascii=False)
    return replace(survey, questionnaire=_rebuilt(survey, content, older))


Kept: TypeAlias = tuple[tuple[str, str], ...]
"""Codebooks as they lie there, each with the fingerprint under which it was kept."""


@cache
def _rebuilt(survey: Survey, content: str, kept: Kept) -> type[Questionnaire]:
    """Made once of what was `kept`: it takes as long as reading some hundred interviews."""
    with made_of(_CONTENT, partial(_are_whole, kept)):
        return rebuild(survey, load_json(content))


def _are_whole(kept: Kept) -> bool:
    """Whether they are as they were when they were kept."""
    read = [(mark, load_json(content)) for mark, content in kept]
    return all(isinstance(one, dict) and fingerprint_of(one) == mark for mark, one in read)
