"""A case as it is stored, as it is worked on: in a call, or without one."""

from dataclasses import replace

from db.records import InterviewFile
from interviewer import services
from interviewer.engine.conversation import Conversation
from interviewer.engine.dispositions import standing
from interviewer.engine.playback import conversation
from interviewer.screens.call.state import Call, asked_back
from interviewer.screens.destinations import ToCall
from schemas.questionnaire.walk import Key


def call_of(there: ToCall) -> Call:
    """The case as it is worked on."""
    call = _as_stored(there)
    if there.anew:
        return replace(call, talk=call.talk.to_first_open(), to_ask=there.to_ask)
    if there.standing_at is not None:
        call = replace(call, talk=call.talk.jump(there.standing_at[0]))
    return call.told(asked_back(there.asks_back) if there.asks_back else there.notice)


def _as_stored(there: ToCall) -> Call:
    who, file, kept = there.who, there.opened.file, there.opened.interview
    attempt = next((a for a in file.attempts if a.id == there.attempt_id), None)
    talk = conversation(who, there.opened, there.at, attempt)
    return Call(
        who,
        there.opened.lease,
        file,
        _where_it_stopped(talk, kept) if kept else talk.to_first_open(),
        begun=kept is not None,
        attempt=attempt,
        agenda=there.opened.agenda,
        claim_shown=file.reveal is not None,
        found=there.found,
        was_whole=_was_whole(who, talk, kept),
        spoken=bool(kept and any(one.attempt_id == there.attempt_id for one in kept.entries)),
    )


def _was_whole(who: services.Caller, talk: Conversation, kept: InterviewFile | None) -> bool:
    """Whether all had been asked before: only people know when what they ask now is answered."""
    finished_once = kept is not None and kept.revision is not None
    outcome = standing(who.survey, talk.walked, talk.open_checks)
    return finished_once or (outcome is not None and outcome.is_whole)


def _where_it_stopped(talk: Conversation, kept: InterviewFile) -> Conversation:
    """Where the interviewer stood, with what was half typed; or behind a later answer.

    The place is kept once a second, answers at once: what was answered last may be newer.
    """
    place, last = kept.place, kept.entries[-1] if kept.entries else None
    if last and (place is None or last.at > place.at):
        return talk.behind(Key(last.question, last.item))
    return talk.standing(Key(place.question, place.item), place.draft) if place else talk
