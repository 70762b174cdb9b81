"""The case card for the ear: whom Enter rings, the contact points, what happened before."""

from interviewer.controls.contact_form import ContactPanel
from interviewer.draw.bars import Surroundings
from interviewer.draw.case_file import about_unit
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.card.about_contact import RetirePanel
from interviewer.screens.card.draw import draw_panel, draw_whole
from interviewer.screens.card.keys import keys_of
from interviewer.screens.card.noting import NotePanel
from interviewer.screens.card.ringing import Dialling
from interviewer.screens.card.state import Card

ROOM = 1000
"""There is room for everything."""


def speak_card(card: Card, around: Surroundings) -> Spoken:
    """The card, or what is open on it."""
    page = SpokenPage()
    if card.panel is None:
        draw_whole(card, page, around, is_large=False)
    else:
        draw_panel(card, page, ROOM)
    writes = isinstance(card.panel, ContactPanel | Dialling | RetirePanel | NotePanel)
    return spoken(
        card,
        keys_of(card),
        page.said,
        Typing.writes if writes else Typing.picks,
        place=(type(card.panel), page.said[:1]),
        around=f"{card.unit.label} · {about_unit(card.unit, card.who.survey.frame)}",
    )
