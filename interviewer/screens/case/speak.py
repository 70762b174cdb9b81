"""A case for the ear: what a decision depends on, then what can be decided; or what is asked."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.columns import Option
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.case.draw import draw_file, draw_panel, where
from interviewer.screens.case.keys import keys_of, ways
from interviewer.screens.case.state import DecideCase, GivingCase, Settling


def speak_decide(screen: DecideCase, around: Surroundings) -> Spoken:
    """All of it."""
    page, panel = SpokenPage(), screen.panel
    if panel is None:
        draw_file(screen, page, around)
        page.options([Option(str(way.label)) for way in ways(screen)])
    else:
        draw_panel(screen, panel, page, around)
    picks = panel is None or isinstance(panel, GivingCase | Settling)
    return spoken(
        screen,
        keys_of(screen),
        page.said,
        Typing.picks if picks else Typing.writes,
        place=(screen.file.case_id, type(panel)),
        around=f"{screen.unit.label} · {where(screen)}",
    )
