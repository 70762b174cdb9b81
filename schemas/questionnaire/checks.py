"""Checks: rules between answers."""

from dataclasses import dataclass
from typing import Any

from schemas.language.text import Text, text
from schemas.questionnaire.answers import Answer
from schemas.questionnaire.conditions import Condition
from schemas.questionnaire.questions import Question, handle


@dataclass(frozen=True, eq=False)
class Check:
    """A rule between answers.  It fires `when` something is wrong, and is shown `on` a question.

    A hard check must be resolved before the interview can be completed; a soft one must be
    resolved or confirmed with a reason.
    """

    id: str
    hard: bool
    on: Question
    when: Condition
    says: Text


def hard(id: str, *, on: Answer[Any], when: Condition, says: str | Text) -> Check:
    """A check that must be resolved."""
    return Check(id, True, handle(on), when, text(says))


def soft(id: str, *, on: Answer[Any], when: Condition, says: str | Text) -> Check:
    """A check that must be resolved, or confirmed with a reason."""
    return Check(id, False, handle(on), when, text(says))
