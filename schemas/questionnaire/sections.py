"""Sections and rosters: classes whose fields are questions, in the order of the conversation.

    class Screening(Section, heading="Avklaring"):
        has_offers: Answer[HasOffers] = ask("Har {kommune} tilbud?", must=True, may_not_know=True)
        offers_since: Answer[Year] = ask("Siden når?", when=given(has_offers).is_(HasOffers.yes))

A section may be asked `when` something holds; `asked(Screening).has_offers` names its questions.
"""

import types
from dataclasses import replace
from typing import Any, ClassVar, Final, TypeVar, cast

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from schemas.frame.design import Noun
from schemas.language.text import Text, Translations, text, translated
from schemas.questionnaire.answers import Missing
from schemas.questionnaire.checks import Check
from schemas.questionnaire.conditions import ALWAYS, Condition
from schemas.questionnaire.declaring import DeclarationProblem, look_up_types
from schemas.questionnaire.questions import Question, handle
from schemas.questionnaire.types import RosterItems

S = TypeVar("S", bound="Section")


class Section(BaseModel):
    """A group of questions with a heading.  A section that is not `aloud` is never read out."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

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
        look_up_types(cls)
        cls.questions = tuple(cls._read(*named) for named in cls.model_fields.items())
        ids = {question.id for question in cls.questions}
        for question in cls.questions:
            question.open()
            if question.other and f"{question.id}_other" not in ids:
                raise DeclarationProblem("Q-OTHER", question=question.id)

    @classmethod
    def all_questions(cls) -> tuple[Question, ...]:
        """With a roster's own question, which is asked after its items."""
        return cls.questions

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


ENTRY: Final = Noun(
    one=Text("oppføring", en="entry"),
    a=Text("en oppføring", nn="ei oppføring", en="an entry"),
    many=Text("oppføringer", nn="oppføringar", en="entries"),
    the=Text("oppføringen", nn="oppføringa", en="the entry"),
    all=Text("oppføringene", nn="oppføringane", en="the entries"),
)
"""What the items of a roster are called where it has no word of its own for them."""


class Roster(Section):
    """A section that is asked once for each item, up to `at_most`; `more` asks for another one.

    `item` is what one of them is called in data: the class's own name, `offer`; `noun` is what
    people call it.
    """

    item: ClassVar[str]
    more: ClassVar[Question]
    at_most: ClassVar[int]
    noun: ClassVar[Noun]

    def __init_subclass__(
        cls, *, more: str | Text = "", at_most: int = 30, noun: Noun = ENTRY, **section: Any
    ) -> None:
        super().__init_subclass__(**section)
        cls.item, cls.at_most, cls.noun = cls.__name__.lower(), at_most, noun
        cls.more = Question(
            text(more), must=True, annotation=RosterItems | Missing | None, at_most=at_most
        )
        cls.more.section = cls

    @classmethod
    def _read(cls, name: str, declared: FieldInfo) -> Question:
        question = super()._read(name, declared)
        question.roster = cls
        return question

    @classmethod
    def all_questions(cls) -> tuple[Question, ...]:
        """With a roster's own question, which is asked after its items."""
        return *cls.questions, cls.more

    @classmethod
    def translate(cls, translations: Translations) -> None:
        """Give every sentence its translations."""
        super().translate(translations)
        cls.more.translate(translations)


def asked(section: type[S]) -> S:
    """The questions of an earlier section, by name: `asked(Screening).coordination`."""
    return cast(S, types.SimpleNamespace(**{q.id: q for q in section.questions}))
