"""What can be taken out: figures to read, files for others; each with a key of its own."""

from dataclasses import dataclass
from datetime import datetime

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen, storing
from interviewer.engine.task import task
from interviewer.publish.catalogue import CODEBOOKS, EXPORTS, READ_OR_PUBLISH, Product
from interviewer.screens.destinations import ToClaimMatrix, ToOrder
from interviewer.services.publishing import Machine, read_matrix
from interviewer.words import WORDS, say
from schemas.language.text import Text
from schemas.surveys.survey import Survey

Shelf = tuple[Text, tuple[Product | None, ...]]


def shelves(survey: Survey) -> tuple[Shelf, ...]:
    """Everything there is in a survey, in the order of the keys.

    None is the transition matrix, which is read.
    """
    read = tuple(product for product in READ_OR_PUBLISH if product.needs(survey))
    return (
        (WORDS.publish_read, (None, *read) if survey.earlier else read),
        (WORDS.publish_data, EXPORTS),
        (WORDS.publish_form, CODEBOOKS),
    )


def all_products(survey: Survey) -> tuple[Product | None, ...]:
    """The same in one row."""
    return tuple(product for _, shelf in shelves(survey) for product in shelf)


@dataclass(frozen=True)
class Publishing(Helped):
    """The list of what there is; `machine` is what this machine has for it."""

    who: services.Caller
    machine: Machine
    queue: Screen

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(self.queue)
        there = all_products(self.who.survey)
        if press.option is None or press.option >= len(there):
            return Reaction(self)
        product = there[press.option]
        return self._ordered(product, press.at) if product else self._read(press.at)

    def _read(self, at: datetime) -> Reaction:
        frame, earlier = self.who.frame, self.who.survey.earlier
        assert earlier, "the matrix is on no shelf without an earlier phase"
        return storing(
            self,
            task(read_matrix),
            lambda matrix: ToClaimMatrix(frame, earlier, matrix, at, before=self),
        )

    def _ordered(self, product: Product, at: datetime) -> Reaction:
        if product.extra in self.machine.missing:
            words = say(WORDS.publish_install, extra=product.extra)
            return Reaction(self.told(Notice(words, "EXPORT-EXTRA")))
        return Reaction(ToOrder(self.who, self.machine.folder, product, at, before=self))
