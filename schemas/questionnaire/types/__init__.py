"""One module for each type of question: all that is special to it stands there, and only there.

To add one, write a module with a class below `base.QuestionType` and name it here; what it lacks,
it says itself.  `base` tells what a type must have; `…_types` are what several of them share.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from schemas.questionnaire.answers import Choice
from schemas.questionnaire.types.base import QuestionType
from schemas.questionnaire.types.decimal import Number
from schemas.questionnaire.types.descriptions import Between, Reading
from schemas.questionnaire.types.email import Email
from schemas.questionnaire.types.info import Read
from schemas.questionnaire.types.integer import Whole
from schemas.questionnaire.types.longtext import LongText
from schemas.questionnaire.types.month import Month
from schemas.questionnaire.types.multi import Several
from schemas.questionnaire.types.phone import Phone
from schemas.questionnaire.types.roster import RosterItems
from schemas.questionnaire.types.single import SingleType
from schemas.questionnaire.types.text import ShortText
from schemas.questionnaire.types.units import Units
from schemas.questionnaire.types.url import Url
from schemas.questionnaire.types.year import Year

__all__ = [
    "Between", "Email", "LongText", "Month", "Number", "Phone",
    "QuestionType", "Read", "Reading", "RosterItems", "Several", "ShortText", "Units", "Url",
    "Whole", "Year", "every_type", "from_data", "type_called", "type_of",
]  # fmt: skip


def type_of(value_type: Any) -> QuestionType | None:
    """The type of a question, from that of its answers; None where there is none."""
    for mark in getattr(value_type, "__metadata__", ()):
        if isinstance(mark, QuestionType):
            return mark.narrowed(value_type)
    if isinstance(value_type, type) and issubclass(value_type, Choice):
        return SingleType().narrowed(value_type)
    return None


def every_type() -> Iterator[type[QuestionType]]:
    """All the types that there are."""
    families = QuestionType.__subclasses__()
    while families:
        family = families.pop(0)
        families += family.__subclasses__()
        if hasattr(family, "name"):
            yield family


def type_called(name: str) -> type[QuestionType]:
    """The type that a codebook calls so; KeyError when there is none."""
    return {one.name: one for one in every_type()}[name]


def from_data(data: Mapping[str, Any]) -> QuestionType:
    """A type with its parameters, as `to_data` or an entry of a codebook tells of it."""
    return type_called(data["type"]).from_data(data)
