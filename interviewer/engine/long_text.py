"""How much somebody may write in one place: no more than every export has room for."""

from typing import Final

from schemas.language.messages import AnswerProblem
from schemas.questionnaire.types.answer_messages import TOO_LONG

MOST: Final = 4000
"""As for answers in words: remarks, notes and reasons stand beside them."""


def too_long(words: str) -> AnswerProblem | None:
    """What is wrong with a text that there is no room for; None where there is."""
    return AnswerProblem(TOO_LONG, count=len(words), most=MOST) if len(words) > MOST else None
