"""The interviewer's remark on the question at hand."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.long_text import overlong
from interviewer.controls.screen import Reaction
from interviewer.controls.text_keys import typed
from interviewer.engine.text_field import TextField
from schemas.language.clean import clean

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call


@dataclass(frozen=True, slots=True)
class RemarkPanel:
    """A line of text; leaving it saves, however it is left."""

    line: TextField

    @classmethod
    def for_call(cls, call: "Call") -> "RemarkPanel":
        """With the remark that is there already."""
        remark = call.talk.remarks.get(call.talk.at, "") if call.talk.at else ""
        return cls(TextField.of(remark))

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) in {Keycap.ENTER, Keycap.ESCAPE, Keycap.F4}:
            return self._saved(call, press)
        line = typed(self.line, press)
        return Reaction(call.opening(replace(self, line=line)) if line else call)

    def paste(self, call: "Call", text: str) -> "Call":
        """The remark with pasted text."""
        return call.opening(replace(self, line=self.line.insert(clean(text, one_line=True)[0])))

    def _saved(self, call: "Call", press: Press) -> Reaction:
        remark = clean(self.line.text, one_line=True)[0].strip()
        if told := overlong(remark):
            return Reaction(call.told(told))
        closed = call.opening(None)
        if call.talk.at is None or remark == call.talk.remarks.get(call.talk.at, ""):
            return Reaction(closed)
        talk, said = call.talk.note(remark)
        return closed.store(replace(closed, talk=talk), said, press)
