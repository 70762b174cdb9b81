"""Who is calling: asked before the first call, and when somebody else takes the seat."""

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.task import task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.screens.destinations import ToList
from interviewer.words import WORDS, say
from schemas.language.clean import clean, plain

SHOWN: Final = 9
"""So many of those who are known; of more, one types a few letters."""

ALIKE: Final = 0.8
"""How like a known name a new one must be to be taken for it: "kari li" is 0.93 like "kari lie"."""


@dataclass(frozen=True)
class Welcome(Helped):
    """Who is calling?  One of the `known`, by typing or with the arrows, or somebody new.

    A new name is `asked` once more where somebody else sat here, and where it is like a known one:
    it may be that one, misspelt.  Esc leads back to the screen `before`, if one came from there.
    """

    seat: str
    reviewing: bool = False
    known: tuple[str, ...] = ()
    before: Screen | None = None
    line: TextField = EMPTY
    lit: int | None = None
    asked: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """Those of the known whose names have what is typed in them, the latest first."""
        words = plain(self.line.text)
        return tuple(name for name in self.known if words in plain(name))[:SHOWN]

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        keycap = keycap_of(press)
        if keycap is Keycap.ENTER:
            return self._named(press)
        if keycap is Keycap.ESCAPE:
            return self._left()
        if keycap in {Keycap.UP, Keycap.DOWN} and self.shown:
            return Reaction(replace(self, lit=self._moved(press), asked=False))
        line = typed(self.line, press)
        return Reaction(self._with(line) if line else self)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The name with pasted text."""
        return Reaction(self._with(self.line.insert(clean(text, one_line=True)[0])))

    def _with(self, line: TextField) -> "Welcome":
        return replace(self, line=line, lit=None, asked=False)

    def _moved(self, press: Press) -> int:
        if self.lit is None:
            return 0 if move_of(press) > 0 else len(self.shown) - 1
        return moved(self.lit, press, len(self.shown))

    def _left(self) -> Reaction:
        if self.asked:
            return Reaction(replace(self, asked=False))
        return Reaction(self.before or self)

    def _named(self, press: Press) -> Reaction:
        typed_name = " ".join(clean(self.line.text, one_line=True)[0].split())
        name = typed_name if self.lit is None else self.shown[self.lit]
        if not name:
            return Reaction(self.told(Notice(WORDS.name_missing, "S-NAME")))
        if not self.asked and self._may_be_another(name):
            told = Notice(say(WORDS.name_new, name=name), tone=Tone.warning)
            return Reaction(replace(self, asked=True).told(told))
        sits = task(services.begin, press.id, name, self.seat, press.at, reviewing=self.reviewing)
        return storing(self, sits, lambda found: ToList(*found, press.at))

    def _may_be_another(self, name: str) -> bool:
        known = [plain(one) for one in self.known]
        if plain(name) in known:
            return False
        return self.before is not None or bool(get_close_matches(plain(name), known, 1, ALIKE))
