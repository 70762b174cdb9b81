"""The outcome of the last call is taken back, and what was agreed on with it: the call goes on."""

from db.records import CaseFile, Lease
from interviewer import services
from interviewer.controls.keys import Press
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.engine.task import task
from interviewer.screens.destinations import ToCall
from interviewer.words import WORDS, say
from schemas.calls.calls import CallAttempt
from schemas.calls.moments.moment_said import answer_back
from schemas.calls.outcomes import Outcome
from schemas.calls.whereabouts import FoundAt


def take_back_end(
    screen: Screen,
    who: services.Caller,
    lease: Lease,
    file: CaseFile,
    press: Press,
    found: tuple[FoundAt, ...],
) -> Reaction:
    """The call goes on, unless something builds on its outcome."""
    last = file.attempts[-1] if file.attempts else None
    outcome = last.outcome if last else None
    if last is None or outcome is None or last.interviewer_id != who.id:
        return _no(screen, str(WORDS.undo_nothing))
    if outcome.refuses_for_ever:
        return _no(screen, say(WORDS.undo_never, outcome=outcome.label))
    if _is_built_on(last, file):
        return _no(screen, str(WORDS.undo_later))
    notice = Notice(_words(last, outcome, file, press), tone=Tone.good)
    goes_on = task(services.take_back_end, lease, last, press.another(6), press.at)
    return storing(
        screen,
        goes_on,
        lambda opened: ToCall(who, opened, press.at, last.id, found, notice=notice),
    )


def _no(screen: Screen, words: str) -> Reaction:
    return Reaction(screen.told(Notice(words, "S-UNDO", Tone.warning)))


def _is_built_on(last: CallAttempt, file: CaseFile) -> bool:
    """Whether the interview has been completed since, or a coordinator has looked at the case."""
    completed = file.interview is not None and not file.interview.open
    ended = last.ended_at
    returned = file.returned is not None and ended is not None and file.returned.at > ended
    return completed or returned or file.decision is not None


def _words(last: CallAttempt, outcome: Outcome, file: CaseFile, press: Press) -> str:
    one = file.appointment
    made = one is not None and one.made_at == last.ended_at
    when = answer_back(one.due, press.at) if one is not None and made else ""
    agreed = say(WORDS.undone_agreed, when=when) if when else ""
    return say(WORDS.undone_outcome, outcome=outcome.label, agreed=agreed)
