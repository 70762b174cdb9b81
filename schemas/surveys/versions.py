"""The versions that a survey's questionnaire has had: their codebooks, and whether they fit.

Each release's codebook lies as JSON in the survey's folder.  Today's questionnaire must be the last
of them, or a new one whose changes are declared: else data of two instruments would be taken for
data of one.
"""

import json
from functools import cache
from typing import Any

from schemas.codebook.changes import Data, UndeclaredChange, undeclared
from schemas.codebook.codebook import codebook, fingerprint
from schemas.codebook.rebuilt import rebuilt
from schemas.codebook.union import united
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.surveys.survey import Survey


def today(survey: Survey) -> Data:
    """The codebook of today's version, as JSON values."""
    return codebook(survey.questionnaire).as_json()


@cache
def released(survey: Survey, version: str) -> Data | None:
    """The codebook of a version as it was released; None where none was kept."""
    if survey.codebooks is None:
        return None
    file = survey.codebooks / f"{version}.json"
    if not file.is_file():
        return None
    kept: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return kept


def rebuild(survey: Survey, codebook: Data) -> type[Questionnaire]:
    """The questionnaire of one of the survey's codebooks."""
    return rebuilt(codebook, survey.preloads, survey.questionnaire)


@cache
def with_history(survey: Survey) -> type[Questionnaire]:
    """Today's questionnaire with what earlier releases asked, and since when and until when."""
    before = (released(survey, release.version) for release in survey.releases[:-1])
    older = [codebook for codebook in before if codebook is not None]
    if not older:
        return survey.questionnaire
    return rebuild(survey, united([*older, today(survey)]))


def in_version(survey: Survey, version: str) -> type[Questionnaire] | None:
    """The questionnaire as it was in a version; None where that was none of the releases."""
    if version == survey.questionnaire.version:
        return survey.questionnaire
    kept = released(survey, version)
    return None if kept is None else rebuild(survey, kept)


def check_declared(survey: Survey) -> None:
    """Raise `UndeclaredChange` where today's questionnaire differs from what its releases say."""
    name, version = survey.name, survey.questionnaire.version
    kept = released(survey, version)
    if kept is not None and kept["fingerprint"] != fingerprint(survey.questionnaire):
        raise UndeclaredChange(name, version, (_SAME_VERSION.format(version=version),))
    if kept is None and survey.releases[:-1]:
        _compare(survey, survey.releases[-2].version)


def _compare(survey: Survey, before: str) -> None:
    name, version = survey.name, survey.questionnaire.version
    kept = released(survey, before)
    if kept is None:
        raise UndeclaredChange(name, version, (_NO_CODEBOOK.format(version=before),))
    if sentences := undeclared(kept, today(survey), survey.releases[-1].changes):
        raise UndeclaredChange(name, version, sentences)


_SAME_VERSION = (
    "Skjemaet er endret, men heter fortsatt versjon {version}: Gi det en ny versjon, og meld "
    "endringene i releases."
)
_NO_CODEBOOK = "Kodeboken til versjon {version} mangler blant undersøkelsens versjoner."
