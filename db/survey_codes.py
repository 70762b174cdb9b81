"""Which codes there are: the survey of the database says it, to whoever reads and whoever writes.

So nothing is stored that could not be read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final, TypeVar

from db.problems import ForeignCode, UnknownCode
from schemas.frame.units import Group, UnitKind
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.questions import Question
from schemas.surveys.survey import Survey

Code = TypeVar("Code")

SURVEY: Final = "survey"
"""Under what name a session, and what a row is validated in, carries the survey."""


def codes_of(survey: Survey, kind: type[Code]) -> Mapping[str, Code]:
    """All that a survey has of a kind, by what each is stored as; nothing where it has none.

    A kind of codes is known by its base, such as `Department`: the survey, or a part of it, names
    the class whose members they are.
    """
    of: Any = kind
    return _codes_of(survey, of)


@cache
def _codes_of(survey: Survey, kind: Any) -> Mapping[str, Any]:
    found = _others(survey).get(kind)
    if found is None:
        found = next((one.__members__ for one in _named(survey, kind)), {})
    return found


def _others(survey: Survey) -> Mapping[type[Any], Mapping[str, Any]]:
    """What is no code, and belongs to a survey all the same."""
    return {
        Question: survey.questionnaire.by_id,
        UnitKind: survey.frame.kinds_by_id,
        Group: survey.frame.groups_by_id,
    }


def _named(survey: Survey, kind: type[Any]) -> Iterator[type[Choice]]:
    """The class itself where it has members, and else that of the survey."""
    for one in (kind, *_own(survey)):
        if isinstance(one, type) and issubclass(one, kind) and getattr(one, "__members__", None):
            yield one


def _own(survey: Survey) -> Iterator[Any]:
    """What a survey names for rows to be stored with: departments, classes, and earlier claims."""
    yield survey.departments
    parts: tuple[Any, ...] = (survey.classification, survey.earlier)
    for part in filter(None, parts):
        yield from (getattr(part, field.name) for field in fields(part))


def slug_of(code: Any) -> Any:
    """What a code is stored as; a slug already is one."""
    if isinstance(code, Choice):
        return code.name
    return code.id if isinstance(code, UnitKind | Group | Question) else code


# ── One code ─────────────────────────────────────────────────────────────────────────────────────


class KnownCodes(dict[Any, Any]):
    """What each code that may be stored stands for; raises UnknownCode for any other."""

    def __missing__(self, code: object) -> Any:
        raise UnknownCode(str(code))


def require_code(survey: Survey, kind: type[Any], code: Any) -> str:
    """The slug to store; raises ForeignCode where the survey has none such."""
    return _required(codes_of(survey, kind), code)


def stored_code(survey: Survey, kind: type[Code], slug: str) -> Code:
    """What a slug that is stored stands for; raises UnknownCode where the survey has none such."""
    return _stored(codes_of(survey, kind), slug)


def _required(codes: Mapping[str, Any], code: Any) -> str:
    slug: str = slug_of(code)
    if slug not in codes:
        raise ForeignCode(slug)
    return slug


def _stored(codes: Mapping[str, Code], slug: str) -> Code:
    if slug not in codes:
        raise UnknownCode(slug)
    return codes[slug]


# ── Those of a form of an earlier phase, by the names of its questions ───────────────────────────


def require_answers(survey: Survey, answers: Mapping[str, Any]) -> dict[str, str]:
    """The slugs to store; raises ForeignCode where the form has no such question or code."""
    asked = _form(survey)
    return {name: _required(asked.get(name, {}), code) for name, code in answers.items()}


def stored_answers(survey: Survey, answers: Mapping[str, str]) -> Mapping[str, Choice]:
    """What slugs that are stored stand for; raises UnknownCode where the form has none such."""
    asked = _form(survey)
    return {name: _stored(asked.get(name, {}), slug) for name, slug in answers.items()}


@cache
def _form(survey: Survey) -> Mapping[str, Mapping[str, Choice]]:
    asked = survey.earlier.form.questions if survey.earlier else {}
    return {name: codes.__members__ for name, (_, codes) in asked.items()}
