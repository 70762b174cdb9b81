"""What can be taken out: figures to read, files for others; each with a key of its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from interviewer import work
from interviewer.help import Helped
from interviewer.keys import Action, Press, action_of
from interviewer.publish.products import CODEBOOKS, EXPORTS, READ_OR_PUBLISH, Product
from interviewer.turn import Notice, Turn
from interviewer.words import WORDS, say
from interviewer.work.publishing import Machine, read_matrix
from schemas.text import Text

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

    who: work.Caller
    machine: Machine
    queue: "Queue"

    def pressed(self, press: Press) -> Turn:
        """What a key leads to."""
        if action_of(press) is Action.CLOSE:
            return Turn(self.queue)
        if press.option is None or press.option >= len(ALL):
            return Turn(self)
        product = ALL[press.option]
        return self._ordered(product, press.at) if product else self._read(press.at)

    def _read(self, at: datetime) -> Turn:
        from interviewer.review.transition import TransitionView

        return Turn(self, read_matrix, lambda matrix: TransitionView(matrix, at, before=self))

    def _ordered(self, product: Product, at: datetime) -> Turn:
        from interviewer.review.ordering import Ordering

        if product.extra in self.machine.missing:
            words = say(WORDS.publish_install, extra=product.extra)
            return Turn(self.told(Notice(words, "EXPORT-EXTRA")))
        return Turn(Ordering.of(self, product, at))
