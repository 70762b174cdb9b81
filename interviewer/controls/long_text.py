"""How much somebody may type in one place: no more than every export has room for."""

from typing import Final

from interviewer.controls.screen import Notice
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.types.answer_messages import TOO_LONG

MOST: Final = 4000
"""As for answers in words: remarks, notes and reasons stand beside them."""


def overlong(words: str) -> Notice | None:
    """What to say of a text that there is no room for; it stands where it was typed."""
    if len(words) <= MOST:
        return None
    problem = AnswerProblem(TOO_LONG, count=len(words), most=MOST)
    return Notice(problem.sentence(), problem.code)
