"""A case as it is stored, played back into the state it is worked on in."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import uuid5

from db.records import CaseFile, InterviewFile, Place
from interviewer import services
from interviewer.engine.conversation import Conversation
from interviewer.engine.dispositions import whole
from schemas.calls.calls import CallAttempt, on_the_line
from schemas.codebook.changes import carried_over, changes_since
from schemas.questionnaire.answers import NOT_ASKED, Unreadable
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.unreadable import load
from schemas.questionnaire.walk import Confirmed, Key

NOT_ANSWERED: Final = {"missing": NOT_ASKED.missing}
"""How it is stored that a question has no answer any more."""


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


# ── Where it was left ────────────────────────────────────────────────────────────────────────────


def said_in(kept: InterviewFile | None, attempt: CallAttempt | None) -> tuple[Key, ...]:
    """What was answered in a call and stands, the latest last; nothing where there is no call."""
    if kept is None or attempt is None:
        return ()
    latest = {Key(one.question, one.item): one for one in kept.entries}
    here = (one for one in kept.entries if one.attempt_id == attempt.id)
    order = dict.fromkeys(reversed([Key(one.question, one.item) for one in here]))
    stands = (key for key in order if latest[key].value != NOT_ANSWERED or latest[key].remark)
    return tuple(stands)[::-1]


def was_whole(who: services.Caller, talk: Conversation, kept: InterviewFile | None) -> bool:
    """Whether all had been asked before: only people know when what they ask now is answered."""
    finished_once = kept is not None and kept.revision is not None
    outcome = whole(who.survey, talk.walked, talk.open_checks)
    return finished_once or (outcome is not None and outcome.is_whole)


def where_it_stopped(talk: Conversation, kept: InterviewFile) -> Conversation:
    """Where the interviewer stood, with what was half typed; or behind a later answer.

    Where something is stored that cannot be read: there, for much may follow from it.

    The place is kept once a second, answers at once: what was answered last may be newer.  A remark
    is made where one stands, and leads nowhere.
    """
    spoilt = (step.key for step in talk.walked.steps if step.key in talk.unreadable)
    if first := next(spoilt, None):
        return talk.jump(first)
    place = kept.place
    since = _answered_behind(kept, place.answers if place else 0)
    if place:
        talk = talk.remembering(Key(place.question, place.item), place.draft)
        talk = _remembering(talk, place, since)
    if since:
        return talk.behind(since[-1])
    here = place or next(reversed(kept.entries), None)
    return talk.jump(Key(here.question, here.item)) if here else talk.to_first_open()


def _answered_behind(kept: InterviewFile, answers: int) -> list[Key]:
    """What was answered behind so many answers, in its order; a remark repeats what was said."""
    said: dict[Key, Any] = {}
    since = []
    for number, one in enumerate(kept.entries):
        key = Key(one.question, one.item)
        if number >= answers and one.value != said.get(key, NOT_ANSWERED):
            since.append(key)
        said[key] = one.value
    return since


def _remembering(talk: Conversation, place: Place, since: Collection[Key]) -> Conversation:
    """With what was half typed elsewhere, but for what has been answered since."""
    for question, item, draft in place.others:
        key = Key(question, item)
        talk = talk if key in since else talk.remembering(key, draft)
    return talk
