"""What can be taken out: figures to read, files for others; each with a key of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from interviewer import services
from interviewer.help import Helped
from interviewer.keys import Action, Press, action_of
from interviewer.publish.catalogue import CODEBOOKS, EXPORTS, READ_OR_PUBLISH, Product
from interviewer.screen import Notice, Reaction
from interviewer.services.publishing import Machine, read_matrix
from interviewer.words import WORDS, say
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.review.queue import Queue

SHELVES: Final[tuple[tuple[Text, tuple[Product | None, ...]], ...]] = (
    (WORDS.publish_read, (None, *READ_OR_PUBLISH)),
    (WORDS.publish_data, EXPORTS),
    (WORDS.publish_form, CODEBOOKS),
)
"""Everything, in the order of the keys; None is the transition matrix, which is read."""

ALL: Final = tuple(product for _, shelf in SHELVES for product in shelf)


@dataclass(frozen=True)
class Publishing(Helped):
    """The list of what there is; `machine` is what this machine has for it."""

    who: services.Caller
    machine: Machine
    queue: "Queue"

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if action_of(press) is Action.CLOSE:
            return Reaction(self.queue)
        if press.option is None or press.option >= len(ALL):
            return Reaction(self)
        product = ALL[press.option]
        return self._ordered(product, press.at) if product else self._read(press.at)

    def _read(self, at: datetime) -> Reaction:
        from interviewer.review.claim_matrix import TransitionView

        return Reaction(self, read_matrix, lambda matrix: TransitionView(matrix, at, before=self))

    def _ordered(self, product: Product, at: datetime) -> Reaction:
        from interviewer.review.export_order import Ordering

        if product.extra in self.machine.missing:
            words = say(WORDS.publish_install, extra=product.extra)
            return Reaction(self.told(Notice(words, "EXPORT-EXTRA")))
        return Reaction(Ordering.of(self, product, at))
