"""Ordering a file for the ear: the place, the choices, and what must be said yes to."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.export_order.draw import draw_order
from interviewer.screens.export_order.keys import keys_of
from interviewer.screens.export_order.state import Ordering
from interviewer.services.publishing import Taken


def speak_ordering(screen: Ordering, around: Surroundings) -> Spoken:
    """The form, or the question."""
    page, asking = SpokenPage(), screen.asking
    draw_order(screen, page)
    return spoken(
        screen,
        keys_of(screen),
        page.said,
        Typing.reads if asking else Typing.writes,
        place=isinstance(asking.about, Taken) if asking else None,
        around=str(screen.product.label),
    )
