"""The cases for the ear: which of them is marked, and what is written searches."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.cases.draw import counts, draw_listed
from interviewer.screens.cases.keys import KEYS
from interviewer.screens.cases.state import Cases


def speak_cases(cases: Cases, around: Surroundings) -> Spoken:
    """The list that is open, or what was found."""
    page = SpokenPage()
    draw_listed(cases, page, len(cases.lines))
    place = cases.view, cases.line.text
    return spoken(cases, KEYS, page.said, Typing.seeks, place=place, around=counts(cases))
