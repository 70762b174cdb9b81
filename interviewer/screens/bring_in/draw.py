"""The place of the file, what it holds, and what it would change."""

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed
from interviewer.draw.clicks import ListRow
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.screens.bring_in.keys import KEYS
from interviewer.screens.bring_in.state import BringIn
from interviewer.services.bring_in import FileHolds
from interviewer.words import WORDS, say


def draw_bring_in(screen: BringIn, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, f"Ringerunde · {WORDS.bring_in}", clock_and(around, screen.who.name))]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns).blank().say(str(WORDS.bring_what), theme.STRONG).blank()
    for place, holds in enumerate(screen.kinds):
        row = ListRow(place, holds is screen.holds, back=Keycap.TAB, on=Keycap.TAB)
        body.row(_words(screen, holds), row, indent=2)
    body.blank().say(str(WORDS.bring_where), theme.STRONG).typing(screen.line).blank()
    if screen.seen:
        # First what to do: of what was found there may be more than there is room for.
        body.say(str(_then(screen)), theme.KEY).blank()
        ink = theme.PAPER if screen.seen.may else theme.WARNING
        for line in screen.seen.lines:
            body.say(line, ink, hang=2)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def _words(screen: BringIn, holds: FileHolds) -> str:
    earlier = screen.who.survey.earlier
    if holds is FileHolds.claims and earlier:
        return say(WORDS.bring_claims, phase=earlier.words.name)
    return str(WORDS.bring_contacts)


def _then(screen: BringIn) -> object:
    if screen.seen and screen.seen.of_another_kind:
        return WORDS.bring_other
    return WORDS.bring_now if screen.seen and screen.seen.may else WORDS.bring_mend
