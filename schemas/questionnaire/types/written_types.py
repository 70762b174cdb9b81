"""What questions have in common whose answers are written on one line."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from schemas.frame.frame import Frame
from schemas.language.messages import AnswerProblem
from schemas.language.text import Language, Text
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.types.answer_messages import REQUIRED
from schemas.questionnaire.types.base import QuestionType, answered_only
from schemas.questionnaire.types.descriptions import EntryForm


class WrittenType(QuestionType):
    """A question that is answered in writing."""

    on_paper = "_" * 40

    @property
    @abstractmethod
    def wanted(self) -> str:
        """What is to be written."""

    @property
    def entry(self) -> EntryForm:
        """A field of one line."""
        return EntryForm.one_line

    def hint(self, facts: Preloads) -> str:
        """Empty: what is wanted is plain."""
        return ""

    def wanting(self, or_else: str) -> AnswerProblem:
        """What is said of nothing at all: what is to be written."""
        return AnswerProblem(REQUIRED, what=self.wanted, or_else=or_else)

    def show(self, value: Any, language: Language, frame: Frame) -> str:
        """The text as it is stored."""
        return self.written(value)

    def tabulated(self, values: Sequence[Any]) -> Iterable[tuple[str, Text, int]]:
        """Hardly two are alike: how many there are."""
        return answered_only(values)
