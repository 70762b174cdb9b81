"""A finished interview for the ear: what made the class, the answers, then what can be decided."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.columns import Option
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.interview.draw import draw_about, draw_answers, draw_panel, labels
from interviewer.screens.interview.keys import keys_of
from interviewer.screens.interview.state import (
    ChoosingClass,
    ChoosingQuestion,
    Panel,
    Releasing,
    ReviewCase,
)


def speak_interview(case: ReviewCase, around: Surroundings) -> Spoken:
    """All of it, or what is asked."""
    page, panel = SpokenPage(), case.panel
    if panel is None:
        draw_about(case, page)
        draw_answers(case, page)
        page.options([Option(str(label)) for label in labels(case)])
    else:
        draw_panel(case, panel, page, around)
    sought = panel.line.text if isinstance(panel, ChoosingQuestion) else ""
    place = case.file.item.interview.interview_id, type(panel), sought
    keys = keys_of(case)
    return spoken(case, keys, page.said, _typing(panel), place=place, around=case.place)


def _typing(panel: Panel | None) -> Typing:
    match panel:
        case None | ChoosingClass():
            return Typing.picks
        case ChoosingQuestion():
            return Typing.seeks
        case Releasing():
            return Typing.reads
        case _:
            return Typing.writes
