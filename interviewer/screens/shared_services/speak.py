"""Shared services for the ear: each with its units, of which one is marked."""

from interviewer.controls.asking import SAVING
from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.shared_services.draw import draw_services
from interviewer.screens.shared_services.keys import KEYS
from interviewer.screens.shared_services.state import SharedServices
from interviewer.words import WORDS


def speak_shared(screen: SharedServices, around: Surroundings) -> Spoken:
    """The services, or the reason that is asked for."""
    page, writes = SpokenPage(), screen.panel is not None
    draw_services(screen, page)
    return spoken(
        screen,
        SAVING if writes else KEYS,
        page.said,
        Typing.writes if writes else Typing.moves,
        place=writes,
        around=str(screen.who.survey.put(WORDS.review_shared)),
        survey=screen.who.survey,
    )
