"""A case as it is stored, played back into the state it is worked on in."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import uuid5

from db.records import CaseFile, InterviewFile
from interviewer import services
from interviewer.engine.conversation import Conversation
from schemas.calls.calls import (
    CallAttempt,
    on_the_line,
)
from schemas.codebook.changes import carried_over, changes_since
from schemas.questionnaire.answers import NOT_ASKED, Unreadable
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.unreadable import load
from schemas.questionnaire.walk import Confirmed, Key


def conversation(
    who: services.Caller, opened: services.Opened, at: datetime, attempt: CallAttempt | None
) -> Conversation:
    """The interview as it has been stored, with what is known of whoever is on the line."""
    file, kept = opened.file, opened.interview
    line = on_the_line(attempt, file.redirects) if attempt else None
    known: dict[str, str] = next((c.known for c in file.contacts if c.id == line), {})
    asked = who.survey.questionnaire
    talk = Conversation(
        asked,
        _facts(who, file, kept.interview.started_at if kept else at),
        who.frame,
        kept.interview.id if kept else uuid5(file.case_id, asked.name),
        known=known,
        language=kept.interview.language if kept else who.frame[file.unit_id].spoken,
    )
    return _played_back(who, talk, kept) if kept else talk


def _facts(who: services.Caller, file: CaseFile, at: datetime) -> Preloads:
    claim = file.claim.name if file.claim else None
    name = who.frame[file.unit_id].name
    return Preloads(
        unit_id=file.unit_id, unit_name=name, year=at.year, interviewer=who.name, claim=claim
    )


def _played_back(who: services.Caller, talk: Conversation, kept: InterviewFile) -> Conversation:
    """The stored history, heard again in its order: the latest word on each question stands."""
    answers, remarks = {}, {}
    bad: dict[Key, Unreadable] = {}
    changes = changes_since(who.survey.releases, kept.interview.version)
    for entry in kept.entries:
        question, value = carried_over(entry.question, entry.value, changes) or (None, None)
        key = Key(question or entry.question, entry.item)
        loaded = _loaded(talk, key, value) if question else NOT_ASKED
        bad.pop(key, None)
        if isinstance(loaded, Unreadable):
            bad[key] = loaded
        answers[key] = NOT_ASKED if key in bad else loaded
        remarks[key] = entry.remark
    confirmed = tuple(
        Confirmed(c.check_id, c.item, c.reason, _evidence(talk, c.evidence))
        for c in kept.confirmations
    )
    return replace(talk, answers=answers, unreadable=bad, remarks=remarks, confirmed=confirmed)


def _loaded(talk: Conversation, key: Key, value: Any) -> Any:
    """NOT_ASKED for what today's version has no question for."""
    question = talk.questionnaire.by_id.get(key.question)
    return NOT_ASKED if question is None else load(question, value)


def _evidence(talk: Conversation, stored: Any) -> tuple[tuple[Key, Any], ...]:
    keys = [(Key(question, item), value) for question, item, value in stored]
    return tuple((key, _loaded(talk, key, value)) for key, value in keys)
