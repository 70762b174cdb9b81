"""What the keys do on a question, besides answering it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from interviewer import services
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.handing import handed
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.task import task
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.destinations import ToCard, ToList
from interviewer.words import WORDS
from schemas.questionnaire.answers import DONT_KNOW, REFUSED

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


def _help(call: "Call", press: Press) -> Reaction:
    return Reaction(call.opening(HelpPanel()))


def _define(call: "Call", press: Press) -> Reaction:
    return Reaction(call.defining())


def _remark(call: "Call", press: Press) -> Reaction:
    return Reaction(call if call.talk.at is None else call.opening(RemarkPanel.for_call(call)))


def _redirect(call: "Call", press: Press) -> Reaction:
    if call.attempt is None:
        return Reaction(call.told(Notice(WORDS.nobody_on_line, "S-NO-CALL", Tone.warning)))
    return Reaction(call.opening(RedirectPanel()))


def _hang_up(call: "Call", press: Press) -> Reaction:
    return (
        Reaction(call.opening(HangUpPanel.for_call(call))) if call.attempt else _close(call, press)
    )


def _contact(call: "Call", press: Press) -> Reaction:
    on_line = call.on_line
    return Reaction(call.opening(ContactPanel.of(on_line)) if on_line else call)


def _hand(call: "Call", press: Press) -> Reaction:
    action = keycap_of(press)
    if call.attempt is None or not call.attempt.phone or action is None:
        return Reaction(call)
    return handed(call, call.who.settings.dial_prefix + call.attempt.phone, action)


def _ring_back(call: "Call", press: Press) -> Reaction:
    """Somebody rings while we are in a case: only when nobody is on the line here."""
    if call.attempt is not None:
        return Reaction(call.told(Notice(WORDS.hang_up_first, "S-ON-LINE", Tone.warning)))
    return storing(
        call,
        task(services.leave_case, call.lease, call.who),
        lambda found: ToList(call.who, found, press.at, rings=True),
    )


def _language(call: "Call", press: Press) -> Reaction:
    """The questions in the next language; a begun interview remembers it."""
    talk = call.talk.in_next_language()
    after, lease = replace(call, talk=talk), call.lease
    if not call.begun:
        return Reaction(after)
    return storing(after, task(services.speak, lease, talk.interview_id, talk.language))


def _close(call: "Call", press: Press) -> Reaction:
    """Esc: the definition first, then one question back; without a call, back to the card."""
    if call.definition is not None:
        return Reaction(replace(call, definition=None))
    if call.attempt is not None:
        return Reaction(replace(call, talk=call.talk.back()))
    return storing(
        call,
        task(services.read_case, call.lease),
        lambda o: ToCard(call.who, o, call.found, rung=call.rung),
    )


ACTIONS: "Final[dict[Keycap, Callable[[Call, Press], Reaction]]]" = {
    Keycap.F1: _help,
    Keycap.F2: _define,
    Keycap.F4: _remark,
    Keycap.F5: _redirect,
    Keycap.F6: lambda call, press: Reaction(call.opening(JumpPanel.for_call(call))),
    Keycap.F7: lambda call, press: call.refuse(DONT_KNOW, press),
    Keycap.F8: lambda call, press: call.refuse(REFUSED, press),
    Keycap.F9: _hang_up,
    Keycap.F12: _contact,
    Keycap.CTRL_Y: _hand,
    Keycap.CTRL_T: _hand,
    Keycap.CTRL_R: _ring_back,
    Keycap.ENTER: lambda call, press: call.enter_at_end(press),
    Keycap.PAGE_UP: lambda call, press: Reaction(replace(call, talk=call.talk.back())),
    Keycap.PAGE_DOWN: lambda call, press: Reaction(replace(call, talk=call.talk.forward())),
    Keycap.ESCAPE: _close,
    Keycap.CTRL_L: _language,
}
