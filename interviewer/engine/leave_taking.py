"""The end of a conversation: its last section, and the words of thanks that come after all else."""

from enum import IntEnum
from functools import cache

from interviewer.engine.conversation import Conversation
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Section
from schemas.questionnaire.walk import Firing, Key, Step


class Farewell(IntEnum):
    """How near the end is: in the closing section, or at its last words."""

    none = 0
    last_section = 1
    goodbye = 2


def farewell_at(talk: Conversation) -> Farewell:
    """How near the question at hand is to the end of what is read aloud."""
    return _of(talk.questionnaire, talk.step) if talk.step else Farewell.none


def left_to_ask(talk: Conversation, before: Farewell) -> frozenset[Key]:
    """What is read aloud before this farewell, and has no answer."""
    return frozenset(
        step.key
        for step in talk.walked.unanswered
        if step.question.section.aloud and _of(talk.questionnaire, step) < before
    )


def open_before(talk: Conversation, before: Farewell) -> tuple[Firing, ...]:
    """The open checks on what is asked before this farewell."""
    return tuple(one for one in talk.open_checks if _of(talk.questionnaire, one.step) < before)


def _of(asked: type[Questionnaire], step: Step) -> Farewell:
    last = _last_section(asked)
    if step.question.section is not last:
        return Farewell.none
    ends = step.question is last.questions[-1]
    return Farewell.goodbye if ends else Farewell.last_section


@cache
def _last_section(asked: type[Questionnaire]) -> type[Section]:
    """The last section that is read aloud."""
    return [section for section in asked.sections.values() if section.aloud][-1]
