"""Questions: what is asked, how an answer may look, and how one refers to an earlier question.

    has_offers: Answer[HasOffers] = ask("Har {kommune} tilbud?", must=True, may_not_know=True)
    offers_since: Answer[Year] = ask("Siden når?", when=given(has_offers).is_(HasOffers.yes))

`given(has_offers)` takes the Python name above it, so that a typo, a question further down or a
code that does not exist is an error in the editor, and at import.
"""

import types
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast, get_args

from pydantic import Field, TypeAdapter
from pydantic.fields import FieldInfo

from schemas.language.text import Text, Translations, text, translated
from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED, Answer, Choice, Missing
from schemas.questionnaire.conditions import ALWAYS, Condition, Given
from schemas.questionnaire.declaring import DeclarationProblem
from schemas.questionnaire.types import Between, QuestionType, type_of

if TYPE_CHECKING:
    from schemas.questionnaire.sections import Roster, Section

    SectionClass = type[Section]  # inside a question, `type` is that of the question
    RosterClass = type[Roster]

T = TypeVar("T")


class Definition(NamedTuple):
    """A definition that the interviewer can open with one key and read aloud."""

    id: str
    term: Text
    text: Text


@dataclass(eq=False)
class Question:
    """One question.  Its id, type and section are known when its class body has been read.

    `since` and `until` are the first and last version with it, where several versions are one.
    `roster` is what it is asked in, once for each item; `opened_by` the question whose code
    `other` opens it.
    """

    text: Text
    instruction: Text | None = None
    definitions: tuple[Definition, ...] = ()
    must: bool = False
    may_not_know: bool = False
    may_be_empty: bool = False
    when: Condition = ALWAYS
    between: Between | None = None
    at_most: int | None = None
    personal: bool = False
    private: bool = False
    known_as: str = ""
    since: str = ""
    until: str = ""
    id: str = ""
    annotation: Any = None
    opened_by: "Question | None" = None
    section: "SectionClass" = field(init=False)
    roster: "RosterClass | None" = None

    def __repr__(self) -> str:
        return f"<Question {self.id}>"

    def open(self) -> None:
        """Ask it when the code `other` is chosen, where it is opened by that."""
        if self.opened_by is None:
            return
        code = self.opened_by.other
        if code is None:
            raise DeclarationProblem("Q-NO-OTHER", where=self.id, question=self.opened_by.id)
        is_closed = self.opened_by.value_type is type(code)
        answer: Given[Any] = Given(self.opened_by)
        self.when = answer.is_(code) if is_closed else answer.includes(code)

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
    def type(self) -> QuestionType:
        """The type of question, with its limits and codes, read off the type of the answer."""
        found = type_of(self.value_type)
        if found is None:
            raise DeclarationProblem("Q-TYPE", question=self.id, type=self.value_type)
        limited = found.asked_with(self.between, self.at_most)
        if limited is None:
            raise DeclarationProblem("Q-LIMIT", question=self.id, type=found.name)
        return limited

    @property
    def codes(self) -> tuple[Choice, ...]:
        """The codes of a closed question, in the instrument's order; none for the others."""
        return self.type.codes

    @cached_property
    def other(self) -> Choice | None:
        """The code that opens a short text of its own, if there is one."""
        return next((code for code in self.codes if code.name == "other"), None)

    @cached_property
    def stored(self) -> TypeAdapter[Any]:
        """Turns any answer, missing ones too, into JSON values and back."""
        return _adapter(self.annotation)

    @property
    def missing_allowed(self) -> tuple[Missing, ...]:
        """Which of Vet ikke and Vil ikke svare this question takes."""
        if not self.type.is_data or not self.section.aloud:
            return ()
        if self.must:
            return (DONT_KNOW,) if self.may_not_know else ()
        return (DONT_KNOW, REFUSED)

    @property
    def empty_allowed(self) -> bool:
        """Whether the question may be asked and left empty."""
        return not self.must and (self.may_be_empty or self.type.is_words)


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    """Made once for all questions that are answered alike: it takes long to make."""
    return TypeAdapter(annotation)


def ask(
    words: str | Text,
    *,
    must: bool = False,
    may_not_know: bool = False,
    may_be_empty: bool = False,
    when: Condition | None = None,
    instruct: str | Text | None = None,
    define: tuple[Definition, ...] | Definition = (),
    between: Between | None = None,
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
    return _field(Question(text(words), must=True, opened_by=handle(question)))


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
    raise DeclarationProblem("Q-NAME", name=question)


def given(question: Answer[T]) -> Given[T]:
    """An answer given earlier: the Python name of a question further up."""
    return Given(handle(question))
