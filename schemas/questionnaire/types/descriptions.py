"""What a type of question is described with: small closed lists, and what it takes to read."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from schemas.frame.frame import Frame
from schemas.questionnaire.conditions import YearOfInterview
from schemas.questionnaire.preloads import Preloads


class EntryForm(Enum):
    """How an answer is given on screen: all that the screens know of a type."""

    read_aloud = auto()
    one_of = auto()
    some_of = auto()
    one_line = auto()
    several_lines = auto()
    one_unit = auto()
    some_units = auto()
    items = auto()


class Statistic(Enum):
    """What can be worked out of everybody's answers, besides how many gave each."""

    none = auto()
    spread = auto()  # the least, the median, the most
    total = auto()  # and what they are together


Limit: TypeAlias = str | YearOfInterview


@dataclass(frozen=True, slots=True)
class Limits:
    """How small, large or long a value may be."""

    least: Limit | None = None
    most: Limit | None = None
    length: int | None = None
    units: int | None = None


class FormField(NamedTuple):
    """A type of question as an XLSForm knows it, and how it is drawn where that is not as usual."""

    type: str
    appearance: str = ""


class Reading(NamedTuple):
    """What has to be known to read an answer: the facts of the interview, and the sample."""

    facts: Preloads
    frame: Frame


Between = tuple[int | YearOfInterview, int | YearOfInterview]
"""The lowest and the highest value, as a question says them."""
