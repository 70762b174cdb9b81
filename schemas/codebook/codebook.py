"""The questionnaire as data: one derived structure behind the printed codebook and the JSON.

Nothing is written here that is not in the questionnaire itself.  The fingerprint says whether two
interviews were made with the same instrument: a changed text, code, route or check changes it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from annotated_types import Ge, Le, MaxLen
from pydantic.fields import FieldInfo

from schemas.language.text import Text
from schemas.questionnaire.answers import MISSING_LABELS, NOT_ASKED, Kind
from schemas.questionnaire.checks import Check
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Definition, Question
from schemas.questionnaire.sections import Roster, Section

# ── The structure ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a closed question; `only` when it excludes the others."""

    number: int
    code: str
    label: Text
    only: bool


@dataclass(frozen=True, slots=True)
class MissingCode:
    """What stands in data where there is no value."""

    number: int
    code: str
    label: Text


@dataclass(frozen=True, slots=True)
class Limits:
    """How small, large or long a value may be; `this_year` is the year of the interview."""

    least: str | None = None
    most: str | None = None
    length: int | None = None
    units: int | None = None


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """One question.  `route` is when it is asked, in its section: empty is always."""

    id: str
    type: str
    text: Text
    instruction: Text | None
    definitions: tuple[str, ...]
    must: bool
    empty_allowed: bool
    missing: tuple[str, ...]
    route: str
    limits: Limits | None
    codes: tuple[Code, ...]
    personal: bool
    private: bool


@dataclass(frozen=True, slots=True)
class CodebookRule:
    """A check: it objects when `rule` is true."""

    id: str
    hard: bool
    on: str
    rule: str
    text: Text


@dataclass(frozen=True, slots=True)
class CodebookSection:
    """A section; `repeated` is how many times it may be asked, for a roster."""

    name: str
    letter: str
    heading: Text
    route: str
    aloud: bool
    repeated: int | None
    questions: tuple[CodebookEntry, ...]
    checks: tuple[CodebookRule, ...]


@dataclass(frozen=True, slots=True)
class CodebookDefinition:
    """A definition that is read aloud on request."""

    id: str
    term: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Codebook:
    """A whole questionnaire."""

    name: str
    version: str
    fingerprint: str
    title: Text
    missing: tuple[MissingCode, ...]
    definitions: tuple[CodebookDefinition, ...]
    sections: tuple[CodebookSection, ...]

    def as_json(self) -> dict[str, Any]:
        """All of it as JSON values, every text in every language."""
        return asdict(self, dict_factory=_plain)


def _plain(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields}


# ── Where it comes from ──────────────────────────────────────────────────────────────────────────


@cache
def codebook(questionnaire: type[Questionnaire]) -> Codebook:
    """The codebook of a questionnaire."""
    missing, definitions = _missing(), tuple(map(_term, questionnaire.definitions))
    groups = tuple(_groups(questionnaire))
    return Codebook(
        questionnaire.name,
        questionnaire.version,
        _fingerprint(questionnaire.title, missing, definitions, groups),
        questionnaire.title,
        missing,
        definitions,
        groups,
    )


def fingerprint(questionnaire: type[Questionnaire]) -> str:
    """Sixteen letters and digits that change with the instrument: its texts, codes, routes, checks.

    The version is no part of it, so that a change that forgot to raise the version shows.
    """
    return codebook(questionnaire).fingerprint


def _fingerprint(
    title: Text,
    missing: tuple[MissingCode, ...],
    definitions: tuple[CodebookDefinition, ...],
    groups: tuple[CodebookSection, ...],
) -> str:
    content = Codebook("", "", "", title, missing, definitions, groups).as_json()
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _missing() -> tuple[MissingCode, ...]:
    return tuple(
        MissingCode(state.code, state.missing, label) for state, label in MISSING_LABELS.items()
    )


def _term(definition: Definition) -> CodebookDefinition:
    return CodebookDefinition(definition.id, definition.term, definition.text)


def _groups(questionnaire: type[Questionnaire]) -> Iterator[CodebookSection]:
    for name, section in questionnaire.sections.items():
        yield CodebookSection(
            name,
            questionnaire.letter(section),
            section.heading,
            section.when.describe(),
            section.aloud,
            section.at_most if issubclass(section, Roster) else None,
            tuple(map(_entry, _questions(section))),
            tuple(map(_rule, section.checks)),
        )


def _questions(section: type[Section]) -> Iterable[Question]:
    return (*section.questions, section.more) if issubclass(section, Roster) else section.questions


def _entry(question: Question) -> CodebookEntry:
    return CodebookEntry(
        id=question.id,
        type=question.kind.value,
        text=question.text,
        instruction=question.instruction,
        definitions=tuple(definition.id for definition in question.definitions),
        must=question.must,
        empty_allowed=question.empty_allowed,
        missing=tuple(state.missing for state in (NOT_ASKED, *question.missing_allowed)),
        route=question.when.describe(),
        limits=_limits(question),
        codes=tuple(
            Code(code.number, code.name, code.label, code.excludes) for code in question.codes
        ),
        personal=question.personal,
        private=question.private,
    )


def _rule(check: Check) -> CodebookRule:
    return CodebookRule(check.id, check.hard, check.on.id, check.when.describe(), check.says)


# ── Limits ───────────────────────────────────────────────────────────────────────────────────────


def _limits(question: Question) -> Limits | None:
    """The limits of the question where it has its own, or else those of its type."""
    if question.kind in {Kind.single, Kind.multi, Kind.info, Kind.roster}:
        return None
    if question.between is not None:
        least, most = question.between
        return Limits(str(least), str(most))
    marks = tuple(_marks(question.value_type))
    limits = Limits(
        _first(str(mark.ge) for mark in marks if isinstance(mark, Ge)),
        _first(str(mark.le) for mark in marks if isinstance(mark, Le)),
        _first(mark.max_length for mark in marks if isinstance(mark, MaxLen)),
        question.at_most,
    )
    return None if limits == Limits() else limits


def _marks(annotation: Any) -> Iterator[Any]:
    """The limits in a type, the outermost first: those are nearest to the question."""
    for mark in reversed(getattr(annotation, "__metadata__", ())):
        yield from mark.metadata if isinstance(mark, FieldInfo) else (mark,)


def _first(values: Iterable[Any]) -> Any:
    return next(iter(values), None)
