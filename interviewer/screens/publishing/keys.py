"""What the keys lead to in front of what can be taken out."""

from datetime import datetime
from typing import Final

from interviewer.controls.actions import FIND, HELP, QUIT, KeyTable
from interviewer.controls.keys import Press
from interviewer.controls.on_desk import TO_QUEUE
from interviewer.controls.screen import Notice, Reaction, storing
from interviewer.engine.task import task
from interviewer.publish.catalogue import Product
from interviewer.screens.destinations import ToClaimMatrix, ToOrder
from interviewer.screens.publishing.state import Publishing, all_products
from interviewer.services.publishing import read_matrix
from interviewer.words import WORDS, say


def pressed(screen: Publishing, press: Press) -> Reaction:
    """What a key leads to."""
    there = all_products(screen.who.survey)
    if press.option is None or press.option >= len(there):
        return KEYS.led(screen, press) or Reaction(screen)
    product = there[press.option]
    return _ordered(screen, product, press.at) if product else _read(screen, press.at)


def _read(screen: Publishing, at: datetime) -> Reaction:
    frame, earlier = screen.who.frame, screen.who.survey.earlier
    assert earlier, "the matrix is on no shelf without an earlier phase"
    return storing(
        screen,
        task(read_matrix),
        lambda matrix: ToClaimMatrix(frame, earlier, matrix, at, before=screen),
    )


def _ordered(screen: Publishing, product: Product, at: datetime) -> Reaction:
    if product.extra in screen.machine.missing:
        words = say(WORDS.publish_install, extra=product.extra)
        return Reaction(screen.told(Notice(words, "EXPORT-EXTRA")))
    return Reaction(ToOrder(screen.who, screen.machine.folder, product, at, before=screen))


KEYS: Final[KeyTable[Publishing]] = KeyTable(WORDS.publish_title, (HELP, TO_QUEUE, FIND, QUIT))
