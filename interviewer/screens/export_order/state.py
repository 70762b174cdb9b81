"""Ordering a file: where it is to lie, what it is to hold, and what came of it."""

from dataclasses import dataclass, field
from pathlib import Path

from interviewer.controls.help import Helped
from interviewer.controls.screen import Screen
from interviewer.controls.scrolling import Scroll
from interviewer.engine.text_field import TextField
from interviewer.publish.catalogue import Alternatives, Product
from interviewer.publish.export_request import Order
from interviewer.screens.destinations import ToOrder
from interviewer.services import Caller
from interviewer.services.publishing import Meter, Persons, Taken
from schemas.language.dates import local
from schemas.review.privacy import PersonFound


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
