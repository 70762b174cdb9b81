"""The case that was left, and the two ways on."""

from typing import Final

from rich.text import Text as Styled

from db.records import AnswerEntry
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, framed
from interviewer.draw.case_file import asked_of
from interviewer.draw.columns import Option
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.screens.resume.keys import KEYS
from interviewer.screens.resume.state import Resume
from interviewer.words import WORDS
from schemas.questionnaire.show import show
from schemas.questionnaire.unreadable import load


def draw_resume(screen: Resume, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [bar(around, "Ringerunde", screen.who.name)]
    if screen.help:
        return help_page(around, top, screen, KEYS.help(screen))
    body = Page(around.columns)
    draw_ways(screen, body)
    return framed(around, top, body, screen.notice, KEYS.footer(screen))


def draw_ways(screen: Resume, body: Page) -> None:
    """The case, what could not be stored in it, and what can be done."""
    body.blank(2).say(str(WORDS.resume), theme.STRONG, indent=3).blank()
    body.say(screen.left.unit.label, theme.WAY_HERE, indent=5).blank()
    for one in screen.unsaved:
        body.say(str(WORDS.unsaved), theme.WARNING, indent=3)
        body.say(_asked(screen, one.entry), theme.QUIET, indent=5)
        body.say(_answered(screen, one.entry), theme.STRONG, indent=5).blank()
    body.options([Option(str(words)) for words in (ASIDE if screen.unsaved else WAYS)])


WAYS: Final = WORDS.resume_go_on, WORDS.resume_leave
ASIDE: Final = WORDS.unsaved_go_on, WORDS.unsaved_leave, WORDS.unsaved_drop
"""The ways on; where an answer has not been stored, what becomes of it."""


def _asked(screen: Resume, entry: AnswerEntry) -> str:
    """The question that was answered, as it was asked."""
    unit, who = screen.left.unit, screen.who
    question = who.survey.questionnaire.by_id.get(entry.question)
    if question is None:
        return entry.question
    return asked_of(unit, question, who.survey.frame, who.name, entry.at.year)


def _answered(screen: Resume, entry: AnswerEntry) -> str:
    question = screen.who.survey.questionnaire.by_id.get(entry.question)
    told = show(question, load(question, entry.value), screen.who.frame) if question else ""
    return " – ".join(filter(None, (told, entry.remark)))
