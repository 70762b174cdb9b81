"""Any answer as people read it."""

from typing import Any, Final

from schemas.frame.frame import Frame
from schemas.language.text import Language
from schemas.questionnaire.answers import MISSING_LABELS, Missing, Unreadable
from schemas.questionnaire.questions import Question

EMPTY: Final = "—"


def show(question: Question, value: Any, frame: Frame, language: Language = "nb") -> str:
    """The answer `value` to `question`, in words; `frame` is the sample."""
    if value is None:
        return EMPTY
    if isinstance(value, Unreadable):
        return f"«{value.words}» ({value.LABEL.in_(language)})"
    if isinstance(value, Missing):
        return f"({MISSING_LABELS[value].in_(language).lower()})"
    return question.type.show(value, language, frame)
