"""The vocabulary a questionnaire is written in.

A questionnaire is a class body: sections are classes, questions their fields.

    class Screening(Section, heading="Avklaring"):
        has_offers: Answer[HasOffers] = ask("Har {kommune} tilbud?", must=True, may_not_know=True)
        offers_since: Answer[Year] = ask("Siden når?", when=given(has_offers).is_(HasOffers.yes))

Everything else is derived from that: the screens, the route, validation, codebook and exports.
`given(has_offers)` takes the Python name above it, so that a typo, a question further down or a
code that does not exist is an error in the editor, and at import.

Reading order: questions, checks, sections.
"""

import types
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator
from pydantic.fields import FieldInfo

from schemas.language.text import Text, Translations, text, translated
from schemas.questionnaire.answers import (
    DONT_KNOW,
    NOT_ASKED,
    REFUSED,
    Answer,
    Choice,
    Items,
    Kind,
    Missing,
)
from schemas.questionnaire.conditions import ALWAYS, Condition, Derived, Given, chose_other
from schemas.questionnaire.preloads import Preloads

T = TypeVar("T")
S = TypeVar("S", bound="Section")

_NO_TRANSLATIONS: Translations = types.MappingProxyType({})

# ── Questions ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition that the interviewer can open with one key and read aloud."""

    id: str
    term: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit that moves with the calendar: the year of the interview plus so many years."""

    plus: int = 0

    def __add__(self, years: int) -> "Bound":
        return Bound(self.plus + years)

    def __str__(self) -> str:
        return f"this_year{self.plus:+d}" if self.plus else "this_year"


THIS_YEAR = Bound()


@dataclass(eq=False)
class Question:
    """One question.  Its id, type and section are known when its class body has been read."""

    text: Text
    instruction: Text | None = None
    definitions: tuple[Definition, ...] = ()
    must: bool = False
    may_not_know: bool = False
    may_be_empty: bool = False
    when: Condition = ALWAYS
    between: tuple[int | Bound, int | Bound] | None = None
    at_most: int | None = None
    personal: bool = False
    private: bool = False
    known_as: str = ""
    id: str = ""
    annotation: Any = None
    section: "type[Section]" = field(default_factory=lambda: Section)

    def __repr__(self) -> str:
        return f"<Question {self.id}>"

    def translate(self, translations: Translations) -> None:
        """Give its sentences their translations."""
        self.text = translated(self.text, translations)
        if self.instruction:
            self.instruction = translated(self.instruction, translations)

    @cached_property
    def value_type(self) -> Any:
        """The type of a real answer: the annotation without the missing states."""
        return next(a for a in get_args(self.annotation) if a not in (Missing, types.NoneType))

    @cached_property
    def kind(self) -> Kind:
        """The type of question, read off the type of the answer."""
        for mark in getattr(self.value_type, "__metadata__", ()):
            if isinstance(mark, Kind):
                return mark
        return Kind.roster if self.value_type is Items else Kind.single

    @cached_property
    def codes(self) -> tuple[Choice, ...]:
        """The codes of a closed question, in the instrument's order; none for the others."""
        kind = self.value_type if self.kind is Kind.single else None
        if self.kind is Kind.multi:
            kind = get_args(get_args(self.value_type)[0])[0]
        return tuple(kind) if kind else ()

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """Checks one real answer; kept, since making one costs a thousand times as much."""
        return TypeAdapter(self.value_type)

    @cached_property
    def stored(self) -> TypeAdapter[Any]:
        """Turns any answer, missing ones too, into JSON values and back."""
        return TypeAdapter(self.annotation)

    @property
    def missing_allowed(self) -> tuple[Missing, ...]:
        """Which of Vet ikke and Vil ikke svare this question takes."""
        if self.kind in {Kind.info, Kind.roster} or not self.section.aloud:
            return ()
        if self.must:
            return (DONT_KNOW,) if self.may_not_know else ()
        return (DONT_KNOW, REFUSED)

    @property
    def empty_allowed(self) -> bool:
        """Whether the question may be asked and left empty."""
        return not self.must and (self.may_be_empty or self.kind.is_words)

    def limits(self, facts: Preloads) -> tuple[int, int] | None:
        """The lowest and highest number, where the question itself sets them."""
        if self.between is None:
            return None
        low, high = (b if isinstance(b, int) else facts.year + b.plus for b in self.between)
        return low, high


def ask(
    words: str | Text,
    *,
    must: bool = False,
    may_not_know: bool = False,
    may_be_empty: bool = False,
    when: Condition | None = None,
    instruct: str | Text | None = None,
    define: tuple[Definition, ...] | Definition = (),
    between: tuple[int | Bound, int | Bound] | None = None,
    at_most: int | None = None,
    personal: bool = False,
    private: bool = False,
    known_as: str = "",
) -> Any:
    """A question, as the value of a field.

    `must` wants a real answer; with `may_not_know`, Vet ikke will do too.  `between` limits a
    year, `at_most` a number of units.  `personal` answers are exported only with contacts,
    `private` ones never.  `known_as` names what a contact point knows that can be suggested.
    """
    return _field(
        Question(
            text(words),
            instruction=text(instruct) if instruct else None,
            definitions=(define,) if isinstance(define, Definition) else define,
            must=must,
            may_not_know=may_not_know,
            may_be_empty=may_be_empty,
            when=when or ALWAYS,
            between=between,
            at_most=at_most,
            personal=personal,
            private=private,
            known_as=known_as,
        )
    )


def other(question: Answer[Any], words: str | Text = "Hva?") -> Any:
    """The short text that the code `other` of `question` opens: required when it is chosen."""
    asked_before = handle(question)
    return _field(Question(text(words), must=True, when=chose_other(asked_before)))


def _field(question: Question) -> Any:
    declared = cast(FieldInfo, Field(default=NOT_ASKED))
    declared.metadata.append(question)
    return declared


def handle(question: Any) -> Question:
    """The question behind a name in a class body (where pydantic has put a field)."""
    if isinstance(question, Question):
        return question
    for mark in getattr(question, "metadata", ()):
        if isinstance(mark, Question):
            return mark
    raise TypeError(f"{question!r} is not a question: use a name that stands above it")


def given(question: Answer[T]) -> Given[T]:
    """An answer given earlier: the Python name of a question further up."""
    return Given(handle(question))


def asked(section: type[S]) -> S:
    """The questions of an earlier section, by name: `asked(Screening).coordination`."""
    return cast(S, types.SimpleNamespace(**{q.id: q for q in section.questions}))


# ── Checks ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, eq=False)
class Check:
    """A rule between answers.  It fires `when` something is wrong, and is shown `on` a question.

    A hard check must be resolved before the interview can be completed; a soft one must be
    resolved or confirmed with a reason.
    """

    id: str
    hard: bool
    on: Question
    when: Condition
    says: Text


def hard(id: str, *, on: Answer[Any], when: Condition, says: str | Text) -> Check:
    """A check that must be resolved."""
    return Check(id, True, handle(on), when, text(says))


def soft(id: str, *, on: Answer[Any], when: Condition, says: str | Text) -> Check:
    """A check that must be resolved, or confirmed with a reason."""
    return Check(id, False, handle(on), when, text(says))


# ── Sections, rosters, questionnaires ────────────────────────────────────────────────────────────


class Section(BaseModel):
    """A group of questions with a heading.  A section that is not `aloud` is never read out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    heading: ClassVar[Text] = Text("")
    when: ClassVar[Condition] = ALWAYS
    aloud: ClassVar[bool] = True
    questions: ClassVar[tuple[Question, ...]] = ()
    checks: ClassVar[tuple[Check, ...]] = ()

    def __init_subclass__(
        cls,
        *,
        heading: str | Text = "",
        when: Condition = ALWAYS,
        aloud: bool = True,
    ) -> None:
        super().__init_subclass__()
        cls.heading, cls.when, cls.aloud = text(heading), when, aloud

    @classmethod
    def __pydantic_init_subclass__(cls, **words: Any) -> None:
        cls.questions = tuple(cls._read(*named) for named in cls.model_fields.items())
        cls._check_others()

    @classmethod
    def translate(cls, translations: Translations) -> None:
        """Give every sentence its translations."""
        cls.heading = translated(cls.heading, translations)
        for question in cls.questions:
            question.translate(translations)
        cls.checks = tuple(
            replace(check, says=translated(check.says, translations)) for check in cls.checks
        )

    @classmethod
    def _read(cls, name: str, declared: FieldInfo) -> Question:
        question = handle(declared)
        question.id, question.annotation, question.section = name, declared.annotation, cls
        return question

    @classmethod
    def _check_others(cls) -> None:
        ids = {question.id for question in cls.questions}
        for question in cls.questions:
            if any(c.name == "other" for c in question.codes) and f"{question.id}_other" not in ids:
                raise TypeError(f"{question.id} has the code other, but no {question.id}_other")


class Roster(Section):
    """A section that is asked once for each item, up to `at_most`; `more` asks for another one."""

    more: ClassVar[Question]
    at_most: ClassVar[int]

    def __init_subclass__(cls, *, more: str | Text = "", at_most: int = 30, **section: Any) -> None:
        super().__init_subclass__(**section)
        cls.at_most = at_most
        cls.more = Question(text(more), must=True, annotation=Items | Missing | None, section=cls)

    @classmethod
    def translate(cls, translations: Translations) -> None:
        """Give every sentence its translations."""
        super().translate(translations)
        cls.more.translate(translations)


class ConfirmedCheck(BaseModel):
    """A soft check that was confirmed, in a finished interview; items count from 1."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: str
    item: int | None = None
    reason: str


class Questionnaire(BaseModel):
    """A whole interview as one document: its facts, its sections by name, confirmed checks.

    Only a finished interview can be built: what is asked is answered, what is not is absent, and
    no check is open.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: ClassVar[Text]
    name: ClassVar[str]
    version: ClassVar[str]
    sections: ClassVar[dict[str, type[Section]]]
    definitions: ClassVar[tuple[Definition, ...]]
    derived: ClassVar[tuple[Derived, ...]]
    by_id: ClassVar[dict[str, Question]]
    checks_on: ClassVar[dict[str, list[Check]]]

    facts: Preloads
    confirmed: tuple[ConfirmedCheck, ...] = ()

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        from schemas.questionnaire.walk import verify  # the route is walked over classes made here

        verify(self)
        return self

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
        cls.sections = dict(cls._read_sections())
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
            yield from section.questions
            if issubclass(section, Roster):
                yield section.more

    @classmethod
    def checks(cls) -> Iterator[Check]:
        """All checks in the instrument's order."""
        for section in cls.sections.values():
            yield from section.checks

    @classmethod
    def letter(cls, section: type[Section]) -> str:
        """The section's letter: A for the first."""
        return chr(ord("A") + list(cls.sections.values()).index(section))
