"""What is said of its own accord while a case is worked on."""

from datetime import datetime
from uuid import UUID

from db.records import InterviewFile, Returned
from interviewer.controls.screen import Notice, Tone
from interviewer.draw.case_file import answered
from interviewer.engine.held_case import HeldCase
from interviewer.words import WORDS, say
from schemas.calls.moments.moment_said import distance
from schemas.questionnaire.questionnaire import Questionnaire


def moved(before: HeldCase, after: HeldCase) -> Notice | None:
    """What fell off the route with an answer, or came back: nothing that was said is lost."""
    was, now = len(before.talk.walked.aside), len(after.talk.walked.aside)
    if before.to_ask is not None and after.to_ask is None and before.file.returned:
        return asked_back(before.file.returned)
    if after.lacks_evidence and not before.lacks_evidence:
        return not_enough(before)
    if now > was:
        return Notice(say(WORDS.fell_aside, count=now - was), tone=Tone.warning)
    if now < was:
        return Notice(say(WORDS.came_back, count=was - now), tone=Tone.good)
    return None


def not_enough(case: HeldCase) -> Notice:
    """Whose word does not settle that there is nothing, and whose would."""
    none, departments = case.who.survey.parts.says_none, case.who.survey.departments
    front = " eller ".join(str(one.label).lower() for one in departments if one.is_front_line)
    voices = none.voices if none else None
    words = WORDS.lacks_voices if voices else WORDS.lacks_evidence
    told = say(words, front_line=front, voices=voices)
    return Notice(told, "S-EVIDENCE", Tone.warning)


def asked_back(returned: Returned) -> Notice:
    """What a coordinator wants to know, at the question it is about."""
    words = say(WORDS.asks_back, by=returned.by, question=returned.question)
    return Notice(words, tone=Tone.warning)


def going_on(
    kept: InterviewFile | None, asks: type[Questionnaire], call: UUID, now: datetime
) -> Notice | None:
    """How to greet in a call in which an interview goes on: days may have gone by since."""
    if kept is None or not answered(kept, asks):
        return None
    said = [one.at for one in kept.entries if one.attempt_id != call]
    if not said:
        return None
    return Notice(say(WORDS.goes_on, when=distance(said[-1], now)), tone=Tone.good)
