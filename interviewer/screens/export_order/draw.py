"""Ordering a file: the place and the choices, what must be said yes to, and what was written."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.clicks import ListRow
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.draw.reading import read_from
from interviewer.publish.catalogue import Alternatives
from interviewer.screens.export_order.keys import WRITING, keys_of
from interviewer.screens.export_order.state import Asking, Ordering
from interviewer.services import Caller
from interviewer.services.publishing import Taken
from interviewer.words import WORDS, say, say_count
from schemas.language.dates import running_clock
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.privacy import PersonFound

WIDTH = 12
"""Columns in which the choices have their names."""


def draw_ordering(screen: Ordering, around: Surroundings) -> list[Styled]:
    """The place and the choices, or what must be said yes to; and how far the writing has come."""
    top = [bar(around, str(screen.product.label), running_clock(around.now))]
    if screen.help:
        return help_page(around, top, screen, keys_of(screen).help(screen))
    body = Page(around.columns).blank()
    if around.saving:
        _writing(body, *screen.meter.count)
        return framed(around, top, body, screen.notice, WRITING.footer(None))
    draw_order(screen, body)
    if screen.asking:
        read_from(body, screen.asking.scroll)
    return framed(around, top, body, screen.notice, keys_of(screen).footer(screen))


def _writing(body: Page, done: int, of: int) -> None:
    counted = say(WORDS.order_writing_count, done=done, of=of)
    body.say(counted if of else str(WORDS.order_writing), theme.STRONG)


def draw_order(screen: Ordering, body: Page) -> None:
    """The place and the choices, or what must be said yes to."""
    if screen.asking:
        _asking(screen, screen.asking, body)
    else:
        _form(screen, body)


def _form(screen: Ordering, body: Page) -> None:
    is_file = screen.product.is_file
    body.say(str(WORDS.order_file if is_file else WORDS.order_folder), theme.STRONG)
    body.typing(screen.line, "▸ " if screen.lit == 0 else "  ")
    body.stands_for(ListRow(0, screen.lit == 0), 2).blank()
    for number, choice in enumerate(screen.choices, start=1):
        _choice(screen, choice, body, ListRow(number, number == screen.lit, (" ",)))
    if screen.order.contacts:
        body.blank().say(str(WORDS.order_contacts_mean), theme.WARNING)
    if screen.choices:
        body.blank().say(str(WORDS.order_hint), theme.QUIET)
    body.focus = 2 + screen.lit


def _choice(screen: Ordering, choice: Alternatives, body: Page, row: ListRow) -> None:
    words = f"{choice.label!s:<{WIDTH}}"
    for value, label in choice.values:
        sign = "(x)" if choice.is_chosen(screen.order, value) else "( )"
        words += f"{sign} {label}   "
    body.row(words.rstrip(), row, hang=WIDTH)


def _asking(screen: Ordering, asking: Asking, body: Page) -> None:
    if isinstance(asking.about, Taken):
        body.say(say(WORDS.order_taken, where=asking.about.where), theme.STRONG)
        body.blank().say(str(WORDS.order_replace))
        return
    hits = asking.about.hits
    words = say_count(len(hits), WORDS.order_person, WORDS.order_persons)
    body.say(words, theme.STRONG)
    body.say(str(WORDS.order_persons_mean)).blank()
    for hit in hits:
        body.say(_hit(hit, screen.who), hang=2)


def _hit(hit: PersonFound, who: Caller) -> str:
    number = f" ({hit.item})" if hit.item else ""
    words = " ".join(hit.words.split())
    where = _where(hit, who.survey.questionnaire)
    return f"{who.frame.label(hit.unit_id)}: {hit.sign.label} «{words}» – {where}{number}"


def _where(hit: PersonFound, questionnaire: type[Questionnaire]) -> str:
    """Where it stands, in the words of the questionnaire."""
    question = questionnaire.by_id.get(hit.where)
    if question is not None:
        return f"{question.section.heading}: {question.text}"
    return str(WORDS.order_department) if hit.where.endswith("department_name") else hit.where
