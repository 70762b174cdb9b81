"""What questions have in common whose answers are chosen, not written."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from schemas.language.messages import AnswerProblem
from schemas.language.option_keys import said_keys
from schemas.language.text import Text
from schemas.questionnaire.answers import code_keys
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.answer_messages import CHOOSE
from schemas.questionnaire.types.base import QuestionType
from schemas.questionnaire.types.descriptions import Statistic
from schemas.questionnaire.types.spelling import Blanks, Cell, Cells, QuestionColumn, Spelling


class ChosenType(QuestionType):
    """A question that is answered by choosing."""

    is_words = False
    is_free_text = False
    statistic = Statistic.none

    @property
    @abstractmethod
    def how(self) -> str:
        """How one chooses; {keys} are those in front of the options."""

    def hint(self, facts: Preloads) -> str:
        """Empty: the form of the entry says how to choose."""
        return ""

    def wanting(self, or_else: str) -> AnswerProblem:
        """What is said of nothing at all: how one chooses."""
        how = self.how.format(keys=said_keys(code_keys(self.codes)))
        return AnswerProblem(CHOOSE, how=how, or_else=or_else)


class UntoldType(ChosenType):
    """A question whose answer tells nothing by itself, and is no data."""

    @property
    def columns(self) -> tuple[QuestionColumn, ...]:
        """No columns."""
        return ()

    def cells(self, spelling: Spelling[Cell], blanks: Blanks) -> Cells[Cell]:
        """No cells."""
        return lambda stored: ()

    @property
    def json_schema(self) -> dict[str, Any]:
        """It stands in no document."""
        return {}

    def tabulated(self, values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
        """There is nothing to count."""
        return ()
