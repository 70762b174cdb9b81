"""What a key leads to while something is open on top of the question.

No key of a call is dead there, and none ends up in a text: it is the panel's own; or it is done,
and what is open comes back afterwards; or the message line says why not.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.text_keys import EDITING
from interviewer.engine.entries.written import TypedAnswer, UnitsOf
from interviewer.engine.task import in_order
from interviewer.screens.call.panel_keys import own_keys
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.identity import WhoPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.words import WORDS, say
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call, Panel

Act: TypeAlias = "Callable[[Call, Press], Reaction]"

OPENS: Final[dict[Keycap, type | tuple[type, ...] | None]] = {
    Keycap.F4: RemarkPanel,
    Keycap.F5: RedirectPanel,
    Keycap.F6: JumpPanel,
    Keycap.F9: HangUpPanel,
    Keycap.F12: (ContactPanel, WhoPanel),
    Keycap.CTRL_R: None,
}
"""What cannot wait until something is closed, and what it opens."""

WITHOUT_CLOSING: Final = frozenset(
    {Keycap.F1, Keycap.CTRL_L, Keycap.CTRL_Y, Keycap.CTRL_T, Keycap.CTRL_Z}
)
"""What acts whatever is open: nothing that is half written is lost by it."""

ON_QUESTION: Final = frozenset({Keycap.F2, Keycap.F7, Keycap.F8, Keycap.PAGE_UP, Keycap.PAGE_DOWN})
"""What is about the question, which is not in sight."""


def in_panel(call: "Call", panel: "Panel", press: Press, act: Act) -> Reaction:
    """What a key leads to; `act` is what it does on the question."""
    key, keys = keycap_of(press), own_keys(call, panel)
    if key is None or key in keys.own or (keys.typing and press.char):
        return panel.press(call, press)
    if isinstance(panel, HelpPanel) and (key in OPENS or key in WITHOUT_CLOSING):
        under = call.opening(None)
        return in_panel(under, under.panel, press, act) if under.panel else act(under, press)
    if isinstance(panel, RevealPanel) and panel.differs and key in {Keycap.F6, Keycap.ESCAPE}:
        return _told(call, WORDS.key_not_told)
    if key in OPENS:
        return _elsewhere(call, panel, press, key, act)
    if key in WITHOUT_CLOSING:
        return act(call, press)
    if key in ON_QUESTION and not isinstance(panel, HelpPanel):
        return _told(call, WORDS.key_on_question, key)
    return panel.press(call, press)


def or_why(call: "Call", reaction: Reaction, press: Press) -> Reaction:
    """The same; a key that changes nothing is told to."""
    key = keycap_of(press)
    if reaction.task or reaction.hands or reaction.screen != call or not (key or press.char):
        return reaction
    if key in EDITING and _types(call):
        return reaction  # at the end of the text
    if key is Keycap.CTRL_P:
        return _told(call, WORDS.key_in_list, key)
    return _told(call, WORDS.key_idle, key or press.char)


def _types(call: "Call") -> bool:
    """Whether characters are text here."""
    if call.panel:
        return own_keys(call, call.panel).typing
    return isinstance(call.talk.entry, TypedAnswer | UnitsOf)


def _told(call: "Call", words: Text, key: Keycap | str = "") -> Reaction:
    shown = key.shown if isinstance(key, Keycap) else key
    return Reaction(call.told(Notice(say(words, key=shown), "S-KEY", Tone.warning)))


def _elsewhere(call: "Call", panel: "Panel", press: Press, key: Keycap, act: Act) -> Reaction:
    """Open something else on top; what is half written is kept, and what is whole is stored."""
    waits = [place for place, one in enumerate(call.below) if _is(one, OPENS[key])]
    if waits:
        there = waits[-1]
        return Reaction(replace(call, panel=call.below[there], below=call.below[:there]))
    if not isinstance(panel, RemarkPanel | ContactPanel):
        return act(call, press)
    return _stored_first(panel.put_by(call, press), call, press, act)


def _is(panel: "Panel", kind: type | tuple[type, ...] | None) -> bool:
    return kind is not None and isinstance(panel, kind)


def _stored_first(left: Reaction, call: "Call", press: Press, act: Act) -> Reaction:
    """What is typed is stored, and then it is done."""
    if left.task is None:
        return act(cast("Call", left.screen), press)
    away = act(call, press)
    if away.task is not None:
        return storing(call, in_order(left.task, away.task), away.done)
    return storing(call, left.task, lambda found: act(cast("Call", left.done(found)), press).screen)
