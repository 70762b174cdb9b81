"""A questionnaire: a class whose fields are sections.

Everything else is derived from it: the screens, the route, validation, codebook and exports.
"""

import types
from collections.abc import Iterator
from typing import Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from schemas.language.text import Text, Translations, text, translated
from schemas.questionnaire.checks import Check
from schemas.questionnaire.conditions import Derived
from schemas.questionnaire.consistency import verify
from schemas.questionnaire.declaring import look_up_types
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.questions import Definition, Question
from schemas.questionnaire.sections import Roster, Section

_NO_TRANSLATIONS: Translations = types.MappingProxyType({})


class ConfirmedCheck(BaseModel):
    """A soft check that was confirmed, in a finished interview; items count from 1."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    check: str
    item: int | None = None
    reason: str


class Questionnaire(BaseModel):
    """A whole interview as one document: its facts, its sections by name, confirmed checks.

    Finished means: what is asked is answered, what is not is absent, and no check is open.  A
    model sees single answers only; `document.read_document` sees to it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    title: ClassVar[Text]
    name: ClassVar[str]
    version: ClassVar[str]
    sections: ClassVar[dict[str, type[Section]]]
    rosters: ClassVar[dict[str, type[Roster]]]
    definitions: ClassVar[tuple[Definition, ...]]
    derived: ClassVar[tuple[Derived, ...]]
    by_id: ClassVar[dict[str, Question]]
    checks_on: ClassVar[dict[str, list[Check]]]
    letters: ClassVar[dict[type[Section], str]]
    """Each section's letter: A for the first.  Sections with one heading share a letter."""

    facts: Preloads
    confirmed: tuple[ConfirmedCheck, ...] = ()

    def __init_subclass__(
        cls,
        *,
        name: str,
        version: str,
        heading: str | Text,
        definitions: tuple[Definition, ...] = (),
        derived: tuple[Derived, ...] = (),
        translations: Translations = _NO_TRANSLATIONS,
    ) -> None:
        super().__init_subclass__()
        cls.title, cls.name, cls.version = translated(text(heading), translations), name, version
        cls.definitions, cls.derived = definitions, derived

    @classmethod
    def __pydantic_init_subclass__(
        cls, *, translations: Translations = _NO_TRANSLATIONS, **words: Any
    ) -> None:
        look_up_types(cls)
        cls.sections = dict(cls._read_sections())
        cls.rosters = {name: s for name, s in cls.sections.items() if issubclass(s, Roster)}
        verify(cls.sections)
        headings = list(dict.fromkeys(one.heading for one in cls.sections.values()))
        cls.letters = {
            one: chr(ord("A") + headings.index(one.heading)) for one in cls.sections.values()
        }
        for section in cls.sections.values():
            section.translate(translations)
        cls.by_id = {question.id: question for question in cls.questions()}
        cls.checks_on = {}
        for check in cls.checks():
            cls.checks_on.setdefault(check.on.id, []).append(check)

    @classmethod
    def _read_sections(cls) -> Iterator[tuple[str, type[Section]]]:
        for name, declared in cls.model_fields.items():
            kind = declared.annotation
            if get_origin(kind) is tuple:
                kind = get_args(kind)[0]
            if isinstance(kind, type) and issubclass(kind, Roster):
                kind.more.id = name
            if isinstance(kind, type) and issubclass(kind, Section):
                yield name, kind

    @classmethod
    def questions(cls) -> Iterator[Question]:
        """All questions in the instrument's order, each roster's own question after its items."""
        for section in cls.sections.values():
            yield from section.all_questions()

    @classmethod
    def checks(cls) -> Iterator[Check]:
        """All checks in the instrument's order."""
        for section in cls.sections.values():
            yield from section.checks
