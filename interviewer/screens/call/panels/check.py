"""A check that has just fired: correct it, confirm it with a reason, or take it later."""

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.long_text import overlong
from interviewer.controls.options import option_of
from interviewer.controls.screen import Notice, Reaction
from interviewer.controls.text_keys import typed
from interviewer.engine.stamp import Stamp
from interviewer.engine.text_field import TextField
from interviewer.words import WORDS
from schemas.language.clean import one_line
from schemas.language.text import Text
from schemas.questionnaire.walk import Firing, Key

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


@dataclass(frozen=True, slots=True)
class CheckPanel:
    """What is wrong, and the ways on; a hard check has no reason to give.

    While `choosing`, one says which of the answers that it is about is to be corrected.
    """

    fired: Firing
    reason: TextField | None = None
    choosing: bool = False

    @property
    def ways(self) -> tuple[Text, ...]:
        """What can be done, in the order of their keys."""
        confirm = () if self.fired.check.hard else (WORDS.check_confirm,)
        return (WORDS.check_correct, *confirm, WORDS.check_later)

    def about(self, call: "Call") -> tuple[Key, ...]:
        """The questions that it is about, the one it objects to first."""
        keys = (self.fired.step.key, *(key for key, _ in self.fired.evidence))
        return tuple(key for key in dict.fromkeys(keys) if key in call.talk.walked.places)

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.F2:
            return Reaction(call.defining())
        if self.reason is not None:
            return self._reasoned(call, press, self.reason)
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(call.opening(replace(self, choosing=False) if self.choosing else None))
        if self.choosing:
            which = option_of(press, len(self.about(call)))
            return Reaction(call) if which is None else _to(call, self.about(call)[which], press)
        place = option_of(press, len(self.ways))
        return Reaction(call) if place is None else self._way(call, self.ways[place], press)

    def paste(self, call: "Call", text: str) -> "Call":
        """The reason with pasted text."""
        if self.reason is None:
            return call
        reason = self.reason.paste(text)
        return call.opening(replace(self, reason=reason))

    def _way(self, call: "Call", way: Text, press: Press) -> Reaction:
        if way is WORDS.check_correct:
            about = self.about(call)
            if len(about) == 1:
                return _to(call, *about, press)
            return Reaction(call.opening(replace(self, choosing=True)))
        if way is WORDS.check_confirm:
            return Reaction(call.opening(replace(self, reason=TextField())))
        return Reaction(call.opening(None))

    def _reasoned(self, call: "Call", press: Press, reason: TextField) -> Reaction:
        action = keycap_of(press)
        if action is Keycap.ESCAPE:
            return Reaction(call.opening(replace(self, reason=None)))
        if action is not Keycap.ENTER:
            line = typed(reason, press)
            return Reaction(call.opening(replace(self, reason=line)) if line else call)
        words = one_line(reason.text)
        if not _A_WORD.search(words):
            return Reaction(call.told(Notice(WORDS.check_reason_missing, "S-REASON")))
        if told := overlong(words):
            return Reaction(call.told(told))
        return call.confirm(self.fired, words, press)


def _to(call: "Call", key: Key, stamp: Stamp) -> Reaction:
    gone = call.gone_to(call.talk.jump(key), stamp.at)
    return Reaction(replace(gone, panel=None, below=()))


_A_WORD: Final = re.compile(r"[^\W\d_]{2}")
"""Digits were typed for the next question, and tell a coordinator nothing."""
