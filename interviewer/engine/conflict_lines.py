"""What two databases say differently about a case, on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from interviewer.words import WORDS, say, say_count
from schemas.language.dates import date_and_clock
from schemas.questionnaire.show import show
from schemas.questionnaire.unreadable import load

if TYPE_CHECKING:
    from db.merge.conflicts import ConflictAnswer, MergeConflict
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey


def conflict_told(one: MergeConflict) -> str:
    """What there are two of, and whose."""
    match one.kind:
        case "interviews":
            two = WORDS.conflict_interviews
            return str(WORDS.conflict_one_interview if one.is_one_interview else two)
        case "handed_out":
            handed = (f"{name} {date_and_clock(at)}" for name, at in one.names)
            return say(WORDS.conflict_handed_out, names=WORDS.conflict_and.nb.join(handed))
        case "decisions":
            made = (f"«{kind.label}» {name} {date_and_clock(at)}" for kind, name, at in one.decided)
            return say(WORDS.conflict_decisions, made=WORDS.conflict_and.nb.join(made))


def interview_aside(number: int, different: int) -> str:
    """An interview that was set aside, and how much of it is otherwise."""
    one, many = WORDS.conflict_answer, WORDS.conflict_answers
    count = say_count(different, one, many) if different else WORDS.conflict_same
    return say(WORDS.conflict_aside, number=number, many=count)


def answers_apart(one: MergeConflict, survey: Survey, frame: Frame) -> Iterator[tuple[str, ...]]:
    """Of each interview that was set aside: what was answered otherwise, a line a question."""
    for different in one.different:
        yield tuple(_answers(answer, survey, frame) for answer in different)


def _answers(one: ConflictAnswer, survey: Survey, frame: Frame) -> str:
    item = f".{one.item}" if one.item else ""
    here, there = (_said(one.question, said, survey, frame) for said in (one.here, one.there))
    return f"{one.question}{item}: {here} | {there}"


def _said(question: str, stored: Any, survey: Survey, frame: Frame) -> str:
    asked = survey.questionnaire.by_id.get(question)
    if stored is None or asked is None:
        return "–" if stored is None else str(stored)
    return show(asked, load(asked, stored), frame)
