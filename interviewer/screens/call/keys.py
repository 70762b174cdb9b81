"""What the keys lead to in an interview: an answer, or what is done besides answering."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from db.problems import InterviewClosed, LeaseLost
from interviewer import services
from interviewer.controls.actions import (
    COLOURS,
    FIND,
    HELP,
    IN_A_TEXT,
    IN_THE_PANELS,
    MOVES,
    QUIT_UNTOLD,
    Action,
    KeyTable,
)
from interviewer.controls.handing import copied, telephoned
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.entries.entry import GivenAnswer, Into, ReadAloud, TakeOut
from interviewer.engine.leave_taking import Farewell
from interviewer.engine.task import task
from interviewer.screens.call.entry_keys import pressed as entry_after
from interviewer.screens.call.in_panel import in_panel, or_why
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.identity import WhoPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel, remarked
from interviewer.screens.call.panels.remove import RemovePanel
from interviewer.screens.call.state import Call
from interviewer.screens.call.undoing import undo
from interviewer.screens.destinations import ToCall, ToCard, ToList
from interviewer.words import WORDS
from schemas.language.messages import AnswerProblem
from schemas.questionnaire.answers import DONT_KNOW, REFUSED, Missing


def pressed(call: Call, press: Press) -> Reaction:
    """What a key leads to; what cannot be an answer is explained, and nothing typed is lost."""
    if call.told_of(LeaseLost):
        return _let_go(call, press) if keycap_of(press) is Keycap.ESCAPE else _lost(call, press)
    if call.told_of(InterviewClosed) and keycap_of(press) is Keycap.ENTER:
        return _open_again(call, press)
    return _led(call, press)


def _lost(call: Call, press: Press) -> Reaction:
    """The case is somebody else's: Esc leads out of it, whatever is pressed before."""
    led = _led(call, press)
    stays = led.screen
    return replace(led, screen=stays.told(call.notice)) if isinstance(stays, Call) else led


def _led(call: Call, press: Press) -> Reaction:
    quiet = call.told(None)
    try:
        led = in_panel(quiet, quiet.panel, press, _act) if quiet.panel else _question(quiet, press)
        return or_why(quiet, led, press)
    except AnswerProblem as problem:
        return Reaction(_amending(quiet, problem).told(Notice(problem.sentence, problem.code)))


def pasted(call: Call, text: str, press: Press) -> Reaction:
    """Pasted text goes where typed text would; that the case is lost is said for good."""
    quiet = call if call.told_of(LeaseLost) else call.told(None)
    if quiet.panel is not None:
        return Reaction(quiet.panel.paste(quiet, text))
    entry = quiet.talk.entry.paste(text) if quiet.talk.entry else None
    return Reaction(quiet if entry is None else quiet.typing(entry))


def _open_again(call: Call, press: Press) -> Reaction:
    """Somebody has something to correct in a finished interview."""
    id, attempt = call.talk.interview_id, call.attempt.id if call.attempt else None
    here, notice = (call.talk.at,), Notice(WORDS.open_again, tone=Tone.good)

    def then(opened: services.Opened) -> ToCall:
        return ToCall(
            call.who,
            opened,
            press.at,
            attempt,
            call.found,
            line_since=call.line_since,
            standing_at=here,
            notice=notice,
        )

    return storing(call, task(services.open_again, call.lease, id, press.at), then)


def _let_go(call: Call, press: Press) -> Reaction:
    who, lease, attempt = call.who, call.lease, call.attempt
    return storing(
        call,
        task(services.let_go, lease, attempt, who),
        lambda found: ToList(who, found, press.at),
    )


def _amending(call: Call, problem: AnswerProblem) -> Call:
    """After what cannot be an answer: the entry knows what the next key is to do."""
    entry = call.talk.entry
    after = entry.after(problem) if entry and not call.panel else entry
    return call if after is None or after == entry else call.typing(after)


def _question(call: Call, press: Press) -> Reaction:
    entry = call.talk.entry
    led = entry_after(entry, press) if entry else None
    if led is None:
        return _act(call, press)
    if isinstance(led, GivenAnswer):
        return call.give(led.value, press)
    if isinstance(led, Into):
        return Reaction(replace(call, talk=call.talk.into(led.item)))
    if isinstance(led, TakeOut):
        return Reaction(call.opening(RemovePanel(led.item, led.name, led.noun)))
    return Reaction(call.typing(led))


def _act(call: Call, press: Press) -> Reaction:
    if keycap_of(press) is Keycap.F1:
        return Reaction(call.on_top(HelpPanel()))
    return KEYS.led(call, press) or Reaction(call)


def _forward(call: Call, press: Press) -> Reaction:
    return Reaction(replace(call, talk=call.talk.forward()).before_leaving())


def _define(call: Call, press: Press) -> Reaction:
    return Reaction(call.defining())


def _remark(call: Call, press: Press) -> Reaction:
    if remarked(call) is None and call.half_written is None:
        return Reaction(call.told(Notice(WORDS.no_question_here, "S-KEY", Tone.warning)))
    return Reaction(call.on_top(RemarkPanel.for_call(call)))


def _redirect(call: Call, press: Press) -> Reaction:
    if call.attempt is None:
        return Reaction(call.told(Notice(WORDS.nobody_on_line, "S-NO-CALL", Tone.warning)))
    return Reaction(call.on_top(RedirectPanel()))


def _hang_up(call: Call, press: Press) -> Reaction:
    if call.attempt is None:
        return _to_card(call, press)
    goodbye = call.farewell is Farewell.goodbye and isinstance(call.talk.entry, ReadAloud)
    if goodbye and call.panel is None and not call.takes_leave_too_soon:
        return _question(call, press.next(0, Keycap.ENTER.names[0]))  # thanks have been said
    return Reaction(call.on_top(HangUpPanel.for_call(call)))


def _contact(call: Call, press: Press) -> Reaction:
    on_line = call.on_line if call.attempt else None  # whoever was last is not there any more
    if on_line is None:
        return Reaction(call.told(Notice(WORDS.nobody_on_line, "S-NO-CALL", Tone.warning)))
    return Reaction(call.on_top(WhoPanel(on_line)))


def _ring_back(call: Call, press: Press) -> Reaction:
    """Somebody rings while we are in a case: only when nobody is on the line here."""
    if call.attempt is not None:
        return Reaction(call.told(Notice(WORDS.hang_up_first, "S-ON-LINE", Tone.warning)))
    return storing(
        call,
        call.keeping(task(services.leave_case, call.lease, call.who), press.at),
        lambda found: ToList(call.who, found, press.at, rings=True),
    )


def _language(call: Call, press: Press) -> Reaction:
    """The questions in the next language; a begun interview remembers it."""
    talk = call.talk.in_next_language()
    after, lease = replace(call, talk=talk), call.lease
    if not call.begun:
        return Reaction(after)
    return storing(after, task(services.speak, lease, talk.interview_id, talk.language))


def _to_card(call: Call, press: Press) -> Reaction:
    """Esc: the definition first, then back to the card."""
    if call.definition is not None:
        return Reaction(replace(call, definition=None))
    return storing(
        call,
        call.keeping(task(services.read_case, call.lease), press.at),
        lambda opened: ToCard(call.who, opened, call.found, rung=call.rung),
    )


def _back(call: Call, press: Press) -> Reaction:
    """Esc: the definition first, then one question back."""
    if call.definition is not None:
        return Reaction(replace(call, definition=None))
    return _one_back(call, press)


def _one_back(call: Call, press: Press) -> Reaction:
    return Reaction(call.gone_to(call.talk.back(), press.at))


def _number(call: Call) -> str:
    """The number that was dialled, with the prefix of the exchange; empty if nobody is on it."""
    dialled = call.attempt.phone if call.attempt else ""
    return call.who.settings.dial_prefix + dialled if dialled else ""


def _is_on_line(call: Call) -> bool:
    return call.attempt is not None


def _takes(missing: Missing) -> Callable[[Call], bool]:
    """Whether a question stands there that need not be answered, for this reason."""
    return lambda call: (
        (at := call.talk.step) is not None and missing in at.question.missing_allowed
    )


def _may_be_remarked_on(call: Call) -> bool:
    return call.talk.at is not None or call.half_written is not None


KEYS: Final[KeyTable[Call]] = KeyTable(
    WORDS.keys_in_interview,
    (
        Action(
            Keycap.F5, WORDS.help_redirect, _redirect, word=WORDS.key_redirect, told=_is_on_line
        ),
        Action(Keycap.F9, WORDS.help_end_call, _hang_up, word=WORDS.key_end_call, told=_is_on_line),
        Action(
            Keycap.ESCAPE,
            WORDS.help_escape_card,
            _to_card,
            word=WORDS.key_to_card,
            there=lambda call: call.attempt is None,
        ),
        HELP,
        Action(Keycap.F2, WORDS.help_define, _define, word=WORDS.key_define),
        Action(
            Keycap.F4, WORDS.help_remark, _remark, word=WORDS.key_remark, told=_may_be_remarked_on
        ),
        Action(
            Keycap.F6,
            WORDS.help_jump,
            lambda call, press: Reaction(call.on_top(JumpPanel.for_call(call))),
            word=WORDS.key_jump,
        ),
        Action(
            Keycap.F7,
            WORDS.help_dont_know,
            lambda call, press: call.refuse(DONT_KNOW, press),
            word=WORDS.key_dont_know,
            told=_takes(DONT_KNOW),
        ),
        Action(
            Keycap.F8,
            WORDS.help_refuse,
            lambda call, press: call.refuse(REFUSED, press),
            word=WORDS.key_refuse,
            told=_takes(REFUSED),
        ),
        Action(Keycap.F12, WORDS.help_who, _contact, word=WORDS.key_who, told=_is_on_line),
        Action(Keycap.PAGE_UP, WORDS.help_one_back, _one_back, word=WORDS.key_back),
        Action(Keycap.PAGE_DOWN, WORDS.help_one_forward, _forward),
        Action(Keycap.ENTER, WORDS.help_on, Call.enter_at_end),
        Action(Keycap.ESCAPE, WORDS.help_escape_call, _back, there=_is_on_line),
        Action(Keycap.CTRL_Y, WORDS.help_copy, lambda call, press: copied(call, _number(call))),
        Action(
            Keycap.CTRL_T, WORDS.help_telephone, lambda call, press: telephoned(call, _number(call))
        ),
        Action(Keycap.CTRL_R, WORDS.help_rings, _ring_back),
        Action(
            Keycap.CTRL_Z,
            WORDS.help_undo,
            undo,
            word=WORDS.key_undo,
            told=lambda call: call.can_undo_now,
        ),
        Action(Keycap.CTRL_L, WORDS.help_language, _language),
        MOVES,
        *IN_THE_PANELS,
        *IN_A_TEXT.rows,
        COLOURS,
        FIND,
        QUIT_UNTOLD,
    ),
)
