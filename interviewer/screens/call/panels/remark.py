"""The interviewer's remark on the question at hand."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.long_text import overlong
from interviewer.controls.screen import Reaction
from interviewer.controls.text_keys import typed
from interviewer.engine.stamp import Stamp
from interviewer.engine.text_field import TextField
from interviewer.screens.call.panels.check import CheckPanel
from schemas.language.clean import one_line
from schemas.questionnaire.walk import Key

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


def remarked(call: "Call") -> Key | None:
    """What a remark is about: the question in sight, which under a check is the one it objects to,
    and not the next one, which waits beneath."""
    return call.panel.fired.step.key if isinstance(call.panel, CheckPanel) else call.talk.at


@dataclass(frozen=True, slots=True)
class RemarkPanel:
    """A line of text about the question `at`; leaving it saves, however it is left."""

    at: Key
    line: TextField

    @classmethod
    def for_call(cls, call: "Call") -> "RemarkPanel":
        """With the remark that is there already; or the one that somebody's coming broke off."""
        if call.half_written is not None:
            return call.half_written
        at = remarked(call)
        assert at is not None, "a remark is about a question"
        return cls(at, TextField.of(call.talk.remarks.get(at, "")))

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) in {Keycap.ENTER, Keycap.ESCAPE, Keycap.F4}:
            return self._saved(call, press)
        if keycap_of(press) is Keycap.F2:
            return Reaction(call.defining())
        line = typed(self.line, press)
        return Reaction(call.opening(replace(self, line=line)) if line else call)

    def paste(self, call: "Call", text: str) -> "Call":
        """The remark with pasted text."""
        return call.opening(replace(self, line=self.line.paste(text)))

    def put_by(self, call: "Call", stamp: Stamp) -> Reaction:
        """Stored as it stands, while it waits below what is opened on top of it."""
        return Reaction(call) if overlong(self._words) else self._noted(call, stamp)

    def _saved(self, call: "Call", stamp: Stamp) -> Reaction:
        if told := overlong(self._words):
            return Reaction(call.told(told))
        return self._noted(replace(call, half_written=None).opening(None), stamp)

    @property
    def not_stored(self) -> tuple[str, ...]:
        """What is written and too long to be stored."""
        return (self._words,) if overlong(self._words) else ()

    @property
    def _words(self) -> str:
        return one_line(self.line.text)

    def _noted(self, call: "Call", stamp: Stamp) -> Reaction:
        if self._words == call.talk.remarks.get(self.at, ""):
            return Reaction(call)
        talk, said = call.talk.note(self.at, self._words)
        return call.store(replace(call, talk=talk), said, stamp)
