"""Who is calling: asked before the first call."""

from dataclasses import dataclass, replace

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.task import task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToList
from interviewer.words import WORDS
from schemas.language.clean import clean


@dataclass(frozen=True)
class Welcome(Helped):
    """The one question that is asked before the first call: who is calling?"""

    seat: str
    reviewing: bool = False
    line: TextField = EMPTY

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ENTER:
            return self._named(press)
        line = typed(self.line, press)
        return Reaction(replace(self, line=line) if line else self)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The name with pasted text."""
        return Reaction(replace(self, line=self.line.insert(clean(text, one_line=True)[0])))

    def _named(self, press: Press) -> Reaction:
        name = " ".join(clean(self.line.text, one_line=True)[0].split())
        if not name:
            return Reaction(self.told(Notice(WORDS.name_missing, "S-NAME")))
        sits = task(services.begin, press.id, name, self.seat, press.at, reviewing=self.reviewing)
        return storing(self, sits, lambda found: ToList(*found, press.at))
