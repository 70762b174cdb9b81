"""Coding for the ear: the questions with what is left; one answer with the codes for it."""

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, spoken
from interviewer.screens.coding.draw import draw_answer, draw_questions, how_far
from interviewer.screens.coding.keys import QUESTION_KEYS, keys_of
from interviewer.screens.coding.state import (
    ChoosingCode,
    CodingAnswers,
    CodingPanel,
    CodingQuestions,
    OtherName,
)
from interviewer.words import WORDS
from schemas.review.coding.open_codes import OpenCode

ROOM = 1000
"""There is room for everything."""


def speak_coding_questions(screen: CodingQuestions, around: Surroundings) -> Spoken:
    """What has been answered freely, and how far each question has come."""
    page = SpokenPage()
    draw_questions(screen, page)
    title = str(WORDS.coding_title)
    return spoken(screen, QUESTION_KEYS, page.said, Typing.moves, around=title)


def speak_coding_answers(screen: CodingAnswers, around: Surroundings) -> Spoken:
    """One answer and its codes: those in front of which the characters are, and then the next."""
    page, panel = SpokenPage(), screen.panel
    draw_answer(screen, page, ROOM)
    place = screen.one.answer.key, type(panel), _joins(panel)
    keys, typing = keys_of(screen), _typing(panel)
    return spoken(screen, keys, page.said, typing, place=place, around=how_far(screen))


def _typing(panel: CodingPanel | None) -> Typing:
    if panel is None:
        return Typing.marks
    if isinstance(panel, ChoosingCode):
        return Typing.picks
    return Typing.reads if _joins(panel) else Typing.writes


def _joins(panel: CodingPanel | None) -> bool:
    return isinstance(panel, OtherName) and isinstance(panel.other, OpenCode)
