"""Ordering a file: where it is to lie, what it is to hold, and what came of it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.reading import LongPage
from interviewer.controls.screen import Next, Notice, Reaction, Screen, Tone, storing
from interviewer.controls.scrolling import Scroll
from interviewer.controls.text_keys import typed
from interviewer.engine.task import task
from interviewer.engine.text_field import TextField
from interviewer.publish.catalogue import Alternatives, Product
from interviewer.publish.export_request import Order, WrittenFiles
from interviewer.screens.destinations import ToOrder, ToWritten
from interviewer.services import Caller
from interviewer.services.publishing import Answer, Meter, Persons, Stopped, Taken, write
from interviewer.words import WORDS
from schemas.language.clean import clean
from schemas.language.dates import local
from schemas.review.privacy import PersonFound

_STEPS: Final = {Keycap.UP: -1, Keycap.DOWN: 1, Keycap.SHIFT_TAB: -1, Keycap.TAB: 1}


@dataclass(frozen=True, slots=True)
class Asking:
    """What must be said yes to first; `scroll` is how far down one has read.

    `order` and `seen` are what it has been said yes to already.
    """

    about: Taken | Persons
    order: Order
    seen: frozenset[PersonFound]
    scroll: Scroll = field(default_factory=Scroll)


@dataclass(frozen=True)
class Ordering(Helped):
    """The line for the place and, below it, one line for each choice; `lit` is the marked one.

    The meter is no part of the state: whoever draws looks at it while something is written.
    """

    who: Caller
    product: Product
    line: TextField
    order: Order
    before: Screen = field(kw_only=True)
    lit: int = 0
    asking: Asking | None = None
    meter: Meter = field(default_factory=Meter, compare=False, repr=False)

    @property
    def choices(self) -> tuple[Alternatives, ...]:
        """What can be chosen."""
        return self.product.choices_in(self.who.survey)

    @classmethod
    def of(cls, there: ToOrder) -> "Ordering":
        """As it is usually wanted, in a sensible place; typing begins another one."""
        product, at = there.product, there.at
        day = str(local(at).date()) if product.dated else ""
        place = Path(there.folder, day, product.name)
        line, order = TextField.of(str(place), fresh=True), Order(place, at=at)
        return cls(there.who, product, line, order, before=there.before)

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        action = keycap_of(press)
        if self.asking:
            return self._asked(press, self.asking)
        if action is Keycap.ESCAPE:
            return Reaction(self.before)
        if action is Keycap.ENTER:
            return self._ready(press)
        if action in _STEPS:
            lit = min(max(self.lit + _STEPS[action], 0), len(self.choices))
            return Reaction(replace(self, lit=lit))
        return Reaction(self._typed(press))

    def pasted(self, text: str, press: Press) -> Reaction:
        """The place with pasted text."""
        words = clean(text, one_line=True)[0].strip()
        return Reaction(self if self.asking else replace(self, line=self.line.insert(words), lit=0))

    def _typed(self, press: Press) -> "Ordering":
        if self.lit == 0:
            line = typed(self.line, press)
            return replace(self, line=line) if line else self
        if keycap_of(press) is not Keycap.SPACE:
            return self
        return replace(self, order=self.choices[self.lit - 1].turned(self.order))

    # ── Writing ──────────────────────────────────────────────────────────────────────────────────

    def _ready(self, press: Press) -> Reaction:
        place = self.line.text.strip()
        if not place:
            return Reaction(self.told(Notice(WORDS.order_place_missing, "S-PLACE")))
        return self._write(replace(self.order, out=Path(place), at=press.at), frozenset())

    def _write(self, order: Order, seen: frozenset[PersonFound]) -> Reaction:
        product, meter = self.product.write, self.meter
        return storing(
            self,
            task(write, product, order, meter, seen),
            lambda answer: self._answered(answer, order, seen),
            drops=True,
        )

    def _answered(self, answer: Answer, order: Order, seen: frozenset[PersonFound]) -> Next:
        if isinstance(answer, WrittenFiles):
            return ToWritten(self.product, answer, self.before)
        if isinstance(answer, Stopped):
            return replace(self, asking=None).told(Notice(answer.sentence, answer.code))
        return replace(self, asking=Asking(answer, order, seen))

    def _asked(self, press: Press, asking: Asking) -> Reaction:
        action = keycap_of(press)
        if action is Keycap.ESCAPE:
            notice = Notice(WORDS.order_not_written, tone=Tone.warning)
            return Reaction(replace(self, asking=None, notice=notice))
        if action is Keycap.ENTER:
            return self._allowed(asking)
        return Reaction(replace(self, asking=replace(asking, scroll=asking.scroll.after(press))))

    def _allowed(self, asking: Asking) -> Reaction:
        if isinstance(asking.about, Taken):
            return self._write(replace(asking.order, force=True), asking.seen)
        return self._write(asking.order, asking.seen.union(asking.about.hits))


@dataclass(frozen=True)
class Result(LongPage):
    """What was written."""

    CLOSES = frozenset({Keycap.ESCAPE, Keycap.ENTER})

    product: Product
    written: WrittenFiles
