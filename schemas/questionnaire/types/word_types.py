"""What questions have in common whose answers are words: text, addresses, telephone numbers."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, Self

from pydantic import AfterValidator, Field

from schemas.language.messages import AnswerProblem, Message
from schemas.questionnaire.types.answer_messages import CONTROL
from schemas.questionnaire.types.base import Strictly, limits_around
from schemas.questionnaire.types.descriptions import FormField, Limits, Statistic
from schemas.questionnaire.types.spelling import (
    Blanks,
    Cell,
    Cells,
    ColumnType,
    QuestionColumn,
    Spelling,
    cells_of_value,
)
from schemas.questionnaire.types.written_types import WrittenType


@dataclass(frozen=True)
class WordsType(WrittenType):
    """Words, of so many characters at most."""

    longest: int | None = None

    python: ClassVar[Any] = str
    is_words = True
    statistic = Statistic.none

    @property
    def rules(self) -> tuple[Any, ...]:
        """Not too long (the fastest to be checked), visible, and in the right form."""
        forms = map(AfterValidator, (visible, *self.forms))
        longest = (Field(max_length=self.longest),) if self.longest else ()
        return (Strictly, *longest, *forms)

    @property
    def forms(self) -> tuple[Callable[[str], str], ...]:
        """What else makes it one of its kind."""
        return ()

    def narrowed(self, annotation: Any) -> Self:
        """With the length that stands around it."""
        length = limits_around(annotation)[2]
        return self if length is None else replace(self, longest=length)

    @property
    def stated(self) -> Limits:
        """How many characters there may be."""
        return Limits(length=self.longest)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """The type with its greatest length."""
        return cls((data["limits"] or {}).get("length"))

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """One column, with the text."""
        return (QuestionColumn(ColumnType.text),)

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """The text, as the format writes words."""
        return cells_of_value(spelling.words, blanks)

    @property
    def json_schema(self) -> dict[str, Any]:
        """Text, of so many characters at most."""
        return {"type": "string"} | ({"maxLength": self.longest} if self.longest else {})

    def form_field(self, codes: str) -> FormField:
        """The type `text` of XLSForm."""
        return FormField("text")


def visible(value: str) -> str:
    """`value`, if it has something to see and nothing that harms a terminal or a database."""
    if value.isprintable():  # nearly all that anybody writes
        if value[:1].isalnum():
            return value
    elif any(unicodedata.category(char) in _UNWELCOME and char != "\n" for char in value):
        raise AnswerProblem(CONTROL)
    if not any(unicodedata.category(char)[0] in "LNPS" for char in value):
        raise AnswerProblem(INVISIBLE)
    return value


def one_line(value: str) -> str:
    """`value`, if it has no line breaks."""
    if "\n" in value:
        raise AnswerProblem(SEVERAL_LINES)
    return value


_UNWELCOME: Final = {"Cc", "Cs"}  # control characters, lone surrogates

# ── What is said ─────────────────────────────────────────────────────────────────────────────────

INVISIBLE: Final = Message("A-INVISIBLE", "Svaret har bare usynlige tegn. Skriv det på nytt.")
SEVERAL_LINES: Final = Message("A-LINES", "Skriv svaret på én linje.")
