"""The questionnaire as data: one derived structure behind the printed codebook and the JSON.

Nothing is written here that is not in the questionnaire itself.  The fingerprint says whether two
interviews were made with the same instrument: a changed text, code, route or check changes it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, Final, NamedTuple

from schemas.language.text import LANGUAGES, Text
from schemas.questionnaire.answers import MISSING_LABELS, NOT_ASKED, Choice, Scale
from schemas.questionnaire.checks import Check
from schemas.questionnaire.condition_data import Data, to_data
from schemas.questionnaire.condition_words import in_words
from schemas.questionnaire.conditions import ALWAYS, Condition, Derived
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import Definition, Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.descriptions import Limits

# ── The structure ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a closed question; `only` when it excludes the others."""

    number: int
    code: str
    label: Text
    only: bool


@dataclass(frozen=True, slots=True)
class PassingCode(Code):
    """A code that not every version with its question has, where several versions are one."""

    since: str
    until: str


class MissingCode(NamedTuple):
    """What stands in data where there is no value."""

    number: int
    code: str
    label: Text


class CodebookEntry(NamedTuple):
    """One question.  `route` is when it is asked, in its section, in words; `when` as data.

    `since` and `until` are empty where every version has it.
    """

    id: str
    type: str
    text: Text
    instruction: Text | None
    definitions: tuple[str, ...]
    must: bool
    empty_allowed: bool
    missing: tuple[str, ...]
    route: Text | None
    when: Data
    limits: Limits | None
    codes: tuple[Code, ...]
    ordered: bool
    personal: bool
    private: bool
    since: str = ""
    until: str = ""


class CodebookRule(NamedTuple):
    """A check: it objects when `rule` is true, which `when` has as data."""

    id: str
    hard: bool
    on: str
    rule: Text
    when: Data
    text: Text


class CodebookSection(NamedTuple):
    """A section; of a roster, `repeated` is how often it may be asked, and `item` what one is."""

    name: str
    item: str | None
    letter: str
    heading: Text
    route: Text | None
    when: Data
    aloud: bool
    repeated: int | None
    questions: tuple[CodebookEntry, ...]
    checks: tuple[CodebookRule, ...]


class CodebookDefinition(NamedTuple):
    """A definition that is read aloud on request."""

    id: str
    term: Text
    text: Text


class CodebookCase(NamedTuple):
    """A value, and when it is that one: where no case above holds."""

    when: Data
    code: str


class CodebookDerived(NamedTuple):
    """A value that follows from the answers, such as a class."""

    name: str
    codes: tuple[Code, ...]
    cases: tuple[CodebookCase, ...]


class Codebook(NamedTuple):
    """A whole questionnaire."""

    name: str
    version: str
    fingerprint: str
    title: Text
    missing: tuple[MissingCode, ...]
    definitions: tuple[CodebookDefinition, ...]
    sections: tuple[CodebookSection, ...]
    derived: tuple[CodebookDerived, ...]

    def as_json(self) -> dict[str, Any]:
        """The codebook as JSON values, every text in every language."""
        values: dict[str, Any] = _plain(self)
        return values


_AS_IT_IS: Final = (str, int, NoneType)


def _plain(value: Any, leaving_out: frozenset[str] = frozenset()) -> Any:
    """As JSON values; `asdict` copies every text besides, which takes four times as long."""
    if isinstance(value, _AS_IT_IS):
        return value
    kind: Any = type(value)
    if names := _names(kind):
        shown = (name for name in names if name not in leaving_out)
        return {name: _plain(getattr(value, name), leaving_out) for name in shown}
    if isinstance(value, tuple | list):
        return [_plain(one, leaving_out) for one in value]
    if isinstance(value, dict):
        return {name: _plain(one, leaving_out) for name, one in value.items()}
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """What its fields are called, where it has such."""
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return getattr(kind, "_fields", ())


_NOT_THE_INSTRUMENT: Final = frozenset({"route", "rule", "since", "until"})
"""How routes are put into words, and which versions there were: no part of the fingerprint."""


# ── Where it comes from ──────────────────────────────────────────────────────────────────────────


@cache
def codebook(questionnaire: type[Questionnaire]) -> Codebook:
    """The codebook of a questionnaire."""
    bare = Codebook(
        "",
        "",
        "",
        questionnaire.title,
        _missing(),
        tuple(map(_term, questionnaire.definitions)),
        tuple(_groups(questionnaire)),
        tuple(map(_derived, questionnaire.derived)),
    )
    return bare._replace(
        name=questionnaire.name,
        version=questionnaire.version,
        fingerprint=_fingerprint(bare),
    )


def fingerprint(questionnaire: type[Questionnaire]) -> str:
    """Sixteen letters and digits that change with the instrument: its texts, codes, routes, checks.

    The version is no part of it, so that a change that forgot to raise the version shows; nor is
    how routes are put into words.
    """
    return codebook(questionnaire).fingerprint


def fingerprint_of(kept: Mapping[str, Any]) -> str:
    """The fingerprint of a codebook that was kept as JSON, whatever it says itself."""
    return _hashed(_instrument({**kept, "name": "", "version": "", "fingerprint": ""}))


def _instrument(kept: Any) -> Any:
    if isinstance(kept, list):
        return [_instrument(one) for one in kept]
    if not isinstance(kept, dict):
        return kept
    shown = {name: one for name, one in kept.items() if name not in _NOT_THE_INSTRUMENT}
    return {name: _instrument(one) for name, one in shown.items()}


def _fingerprint(bare: Codebook) -> str:
    return _hashed(_plain(bare, _NOT_THE_INSTRUMENT))


def _hashed(content: Any) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _missing() -> tuple[MissingCode, ...]:
    return tuple(
        MissingCode(state.code, state.missing, label) for state, label in MISSING_LABELS.items()
    )


def _term(definition: Definition) -> CodebookDefinition:
    return CodebookDefinition(definition.id, definition.term, definition.text)


def _derived(derived: Derived) -> CodebookDerived:
    cases = tuple(CodebookCase(to_data(when), code.name) for when, code in derived.cases)
    return CodebookDerived(derived.name, _codes(type(derived.cases[0][1])), cases)


def _codes(codes: Iterable[Choice]) -> tuple[Code, ...]:
    return tuple(map(_code, codes))


def _code(code: Choice) -> Code:
    said = code.label
    label = Text(*(getattr(said, language) for language in LANGUAGES))
    since, until = code.first_version, code.last_version
    if since or until:
        return PassingCode(code.number, code.name, label, code.excludes, since, until)
    return Code(code.number, code.name, label, code.excludes)


def _groups(questionnaire: type[Questionnaire]) -> Iterator[CodebookSection]:
    for name, section in questionnaire.sections.items():
        yield CodebookSection(
            name,
            section.item if issubclass(section, Roster) else None,
            questionnaire.letters[section],
            section.heading,
            _route(section.when),
            to_data(section.when),
            section.aloud,
            section.at_most if issubclass(section, Roster) else None,
            tuple(map(_entry, section.all_questions())),
            tuple(map(_rule, section.checks)),
        )


def _entry(question: Question) -> CodebookEntry:
    return CodebookEntry(
        id=question.id,
        type=question.type.name,
        text=question.text,
        instruction=question.instruction,
        definitions=tuple(definition.id for definition in question.definitions),
        must=question.must,
        empty_allowed=question.empty_allowed,
        missing=tuple(state.missing for state in (NOT_ASKED, *question.missing_allowed)),
        route=_route(question.when),
        when=to_data(question.when),
        limits=None if question.type.stated == Limits() else question.type.stated,
        codes=_codes(question.codes),
        ordered=isinstance(next(iter(question.codes), None), Scale),
        personal=question.personal,
        private=question.private,
        since=question.since,
        until=question.until,
    )


def _rule(check: Check) -> CodebookRule:
    rule, when = in_words(check.when), to_data(check.when)
    return CodebookRule(check.id, check.hard, check.on.id, rule, when, check.says)


def _route(when: Condition) -> Text | None:
    return None if when == ALWAYS else in_words(when)
