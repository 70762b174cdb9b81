"""Ctrl+Z in an interview: the last thing is taken back, for as long as nothing builds on it."""

from dataclasses import replace

from interviewer import services
from interviewer.controls.keys import Press
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.task import in_order, task, together
from interviewer.engine.undo import Done
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.state import Call
from interviewer.screens.take_back_end import take_back_end
from interviewer.words import WORDS


def undo(call: Call, press: Press) -> Reaction:
    """The last answer, remark or redirect; or the end of the call, if that was the last."""
    if _is_writing(call):
        return _told(call, Notice(WORDS.undo_close_first, "S-UNDO", Tone.warning))
    done, before = call.done[-1] if call.done else (None, None)
    if done is not None and before is not None and before.attempt == call.attempt:
        return _taken_back(call, done, before, press)
    if call.attempt is None and call.rung:
        return take_back_end(call, call.who, call.lease, call.file, press, call.found)
    return _told(call, Notice(WORDS.undo_nothing, "S-UNDO", Tone.warning))


def _told(call: Call, notice: Notice) -> Reaction:
    return Reaction(call.told(notice))


def _is_writing(call: Call) -> bool:
    """Whether something is open in which somebody writes, or may have written."""
    match call.panel:
        case None | RevealPanel() | RedirectPanel() | CheckPanel(reason=None):
            return False
        case JumpPanel(line=line):
            return bool(line.text)
        case HangUpPanel(outcome=outcome):
            return outcome is not None
        case _:
            return True


def _taken_back(call: Call, done: Done, before: Call, press: Press) -> Reaction:
    stores = tuple(done.taken_back(replace(before, lease=call.lease), press))
    stored = together(stores[:-1], stores[-1])
    reads = task(services.read_case, call.lease)
    notice = Notice(done.words(before), tone=Tone.good)
    confirmed = (*call.talk.confirmed, *done.opened_again)
    talk = replace(before.talk, confirmed=confirmed, language=call.talk.language)
    entries = {key: one for key, one in call.talk.entries.items() if key != before.talk.at}
    again = replace(
        call,
        talk=replace(talk, entries={**entries, **before.talk.entries}),
        panel=None,
        below=(),
        definition=None,
        kept=None,
        saved_at=press.at,
        parting=before.parting,
        done=before.done,
    )
    return storing(
        call, in_order(stored, reads), lambda opened: again.filed(opened.file).told(notice)
    )
