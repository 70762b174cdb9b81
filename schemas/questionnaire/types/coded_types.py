"""What questions with a list of codes have in common, be one chosen or several."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Self

from schemas.frame.fold import fold
from schemas.language.messages import AnswerProblem
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice, Scale, code_list
from schemas.questionnaire.types.answer_messages import NO_CODE
from schemas.questionnaire.types.chosen_types import ChosenType
from schemas.questionnaire.types.dice import NEW, Dice, Practice


@dataclass(frozen=True)
class CodedType(ChosenType):
    """A question about a list of codes."""

    list_of: type[Choice] | None = None

    @cached_property
    def codes(self) -> tuple[Choice, ...]:
        """The codes, in the instrument's order."""
        return tuple(self.list_of or ())

    def to_data(self) -> dict[str, Any]:
        """With the codes, and whether their order means something."""
        codes = [
            {
                "number": code.number,
                "code": code.name,
                "label": asdict(code.label),
                "only": code.excludes,
                **_span(code),
            }
            for code in self.codes
        ]
        ordered = isinstance(next(iter(self.codes), None), Scale)
        return super().to_data() | {"codes": codes, "ordered": ordered}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """With a list of codes that is made anew."""
        return cls(code_list("Codes", data["codes"], ordered=data["ordered"]))

    def meant(self, words: str) -> Choice:
        """The code with this name, label or number; AnswerProblem when there is none."""
        if (found := code_meant(self.codes, words)) is None:
            raise AnswerProblem(NO_CODE)
        return found

    @abstractmethod
    def slugs(self, stored: Any) -> Sequence[str]:
        """The codes in a stored value."""

    def tabulated(self, values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
        """How many chose each code."""
        count = Counter(slug for value in values for slug in self.slugs(value))
        return [(code.name, code.label, count[code.name]) for code in self.codes]


def _span(code: Choice) -> dict[str, str]:
    span = {"since": code.first_version, "until": code.last_version}
    return {name: version for name, version in span.items() if version}


def code_meant(codes: Iterable[Choice], words: str) -> Choice | None:
    """A code by its name, its label, or its number on the screen."""
    for code in codes:
        if fold(words) in {fold(code.name), fold(str(code.label)), str(code.number)}:
            return code
    return None


def new_ones(dice: Dice, knows: Practice) -> Sequence[Choice]:
    """Codes that nobody has chosen yet; only now and then."""
    return knows.unheard if dice.happens(NEW) else ()
