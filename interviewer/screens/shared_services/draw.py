"""Shared services: what one interview settles, and who disagrees."""

from rich.text import Text as Styled

from interviewer.controls.asking import SAVING
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed
from interviewer.draw.clicks import ListRow
from interviewer.draw.help import help_page, in_words_of
from interviewer.draw.page import Page
from interviewer.engine.finished import shared_service
from interviewer.engine.sharing_lines import Mark, SharingLine
from interviewer.screens.shared_services.keys import KEYS
from interviewer.screens.shared_services.state import SharedServices
from interviewer.words import WORDS, say


def draw_shared(screen: SharedServices, around: Surroundings) -> list[Styled]:
    """Each service with the cases it would settle, and who disagrees."""
    right = clock_and(around, screen.who.name)
    put = screen.who.survey.put
    top = [bar(around, f"Ringerunde · {put(WORDS.review_shared)}", right)]
    keys = SAVING if screen.panel else KEYS
    if screen.help:
        return help_page(around, top, screen, in_words_of(screen.who.survey, keys.help(screen)))
    body = Page(around.columns).say(str(put(WORDS.shared_title)), theme.STRONG).blank()
    draw_services(screen, body)
    return framed(around, top, body, screen.notice, keys.footer(screen))


def draw_services(screen: SharedServices, body: Page) -> None:
    """The services with their units; or why one of them belongs to it, or does not."""
    row = screen.marked
    if screen.panel is not None and row and row.unit:
        words = WORDS.shared_reason_belongs if screen.panel.belongs else WORDS.shared_reason
        body.say(say(words, unit=screen.place(row.unit))).typing(screen.panel.line)
    else:
        _rows(screen, body)


def _rows(screen: SharedServices, body: Page) -> None:
    for number, one in enumerate(screen.rows):
        lit = number == min(screen.lit, len(screen.rows) - 1)
        body.row(_shared(screen, one), ListRow(number, lit), hang=2)
    if not screen.rows:
        body.say(str(screen.who.survey.put(WORDS.shared_none)))


def _shared(screen: SharedServices, row: SharingLine) -> str:
    proposal = row.proposal
    if row.unit is None:
        return shared_service(proposal, screen.who.frame)
    if row.disagreement is None:
        return f"  {say(_MARKED[row.mark], unit=screen.place(row.unit))}"
    others = ", ".join(map(screen.place, row.disagreement.others))
    conflict = row.disagreement.conflict.label
    words = say(WORDS.shared_disagrees, conflict=conflict, others=others)
    return f"! {screen.place(row.unit)}: {words}"


_MARKED = {
    Mark.open: WORDS.shared_open,
    Mark.waiting: WORDS.shared_waiting,
    Mark.confirmed: WORDS.shared_confirmed,
    Mark.apart: WORDS.shared_apart,
}
"""A unit that nothing speaks against, and what has been said of it."""
