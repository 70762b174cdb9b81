"""Everything that can be taken out, on three shelves, each with the key in front of it."""

from rich.text import Text as Styled

from interviewer.controls.keys import OPTION_KEYS
from interviewer.draw import theme
from interviewer.draw.bars import LEAST_ROWS, Surroundings, bar, clock_and, framed
from interviewer.draw.columns import Option
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.publish.catalogue import Product
from interviewer.screens.publishing.keys import KEYS
from interviewer.screens.publishing.state import Publishing, all_products, shelves
from interviewer.words import WORDS, say
from schemas.language.option_keys import option_keys


def draw_publishing(screen: Publishing, around: Surroundings) -> list[Styled]:
    """The shelves; what cannot be written here says what is missing."""
    right = clock_and(around, screen.who.name)
    top = [bar(around, f"Ringerunde · {WORDS.publish_title}", right)]
    if screen.help:
        keys = option_keys(len(all_products(screen.who.survey)))
        return help_page(around, top, screen, ((keys, WORDS.help_choose), *KEYS.help(screen)))
    body = Page(around.columns).blank(1 if around.rows > LEAST_ROWS else 0)
    draw_shelves(screen, body)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_shelves(screen: Publishing, body: Page) -> None:
    """What there is, each with its key."""
    above = 0
    for number, (heading, shelf) in enumerate(shelves(screen.who.survey)):
        if number:
            body.blank()
        body.say(str(heading), theme.STRONG)
        body.options(
            [Option(_label(screen, product)) for product in shelf], keys=OPTION_KEYS[above:]
        )
        above += len(shelf)


def _label(screen: Publishing, product: Product | None) -> str:
    if product is None:
        return str(WORDS.claim_matrix_read)
    package = screen.machine.missing.get(product.extra)
    if package:
        return say(WORDS.publish_lacks, label=product.label, package=package)
    return str(product.label)
