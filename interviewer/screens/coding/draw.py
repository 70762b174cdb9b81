"""Coding on the screen: the questions with what is left; one answer with the codes for it."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.columns import Option
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.screens.coding.keys import QUESTION_KEYS, keys_of
from interviewer.screens.coding.state import (
    ChoosingCode,
    CodingAnswers,
    CodingQuestions,
    NewCode,
    OtherName,
    Seeking,
)
from interviewer.words import WORDS, say
from schemas.questionnaire.questions import Question
from schemas.review.coding.answers import CodingState

FRAME = 5
"""Lines of the screen around the page."""


def draw_coding_questions(screen: CodingQuestions, around: Surroundings) -> list[Styled]:
    """What has been answered freely, and how far each question has come."""
    top = [bar(around, f"Ringerunde · {WORDS.coding_title}", clock_and(around, screen.who.name))]
    if screen.help:
        return help_page(around, top, screen, QUESTION_KEYS.help(screen))
    body = Page(around.columns).blank()
    draw_questions(screen, body)
    return framed(around, top, body, screen.notice, QUESTION_KEYS.footer(screen))


def draw_questions(screen: CodingQuestions, body: Page) -> None:
    """The questions, each with how far it has come."""
    if not screen.questions:
        body.say(str(WORDS.coding_none))
    else:
        body.say(str(WORDS.coding_intro), theme.QUIET).blank()
    for number, question in enumerate(screen.questions):
        first = len(body.lines)
        words = inked(f"  {shown(asked(screen, question))}", theme.STRONG)
        body.pair(words, inked(_progress(screen, question), theme.QUIET))
        body.stands_for(ListRow(number, number == screen.lit, OPENS), first)


def asked(screen: CodingQuestions, question: Question) -> str:
    """The question in general; what "something else" opens is named after its own question."""
    put, before = screen.who.survey.frame.in_general, question.opened_by
    if before is None or before.other is None:
        return str(put(question.text))
    return f"{put(before.text)} «{before.other.label}»"


def _progress(screen: CodingQuestions, question: Question) -> str:
    every = len(screen.desk.by_question[question.id])
    left = screen.desk.left(question.id)
    done = WORDS.coding_left if left else WORDS.coding_ready
    words = say(done, left=left, all=every)
    changed = screen.desk.changed(question.id)
    count = len(screen.desk.codes.of(question.id))
    more = (
        say(WORDS.coding_changed_since, changed=changed) if changed else "",
        say(WORDS.coding_codes, count=count) if count else "",
    )
    return " · ".join(filter(None, (words, *more)))


def draw_coding_answers(screen: CodingAnswers, around: Surroundings) -> list[Styled]:
    """The answer, and what it can be put under."""
    top = [
        bar(around, f"Ringerunde · {WORDS.coding_title}", clock_and(around, screen.who.name)),
        strip(around, how_far(screen)),
    ]
    keys = keys_of(screen)
    if screen.help:
        return help_page(around, top, screen, keys.help(screen))
    body = Page(around.columns)
    draw_answer(screen, body, around.rows - FRAME)
    return framed(around, top, body, screen.notice, keys.footer(screen))


def how_far(screen: CodingAnswers) -> str:
    """Which of the answers it is, how many are left, and what was looked for."""
    left = screen.desk.left(screen.question.id)
    far = say(WORDS.coding_progress, place=screen.place + 1, all=len(screen.order), left=left)
    sought = f" · {say(WORDS.coding_sought, letters=screen.words)}" if screen.words else ""
    return f"{far}{sought}"


def draw_answer(screen: CodingAnswers, body: Page, room: int) -> None:
    """The answer and the codes for it, on so many lines; or what is asked."""
    body.say(asked(screen.before, screen.question), theme.QUIET)
    body.say(screen.where, theme.STRONG).blank()
    body.say(f"«{screen.one.answer.text}»", theme.ALOUD, indent=3).blank()
    _panel(screen, body)
    if isinstance(screen.panel, ChoosingCode) or screen.panel is None:
        _codes(screen, body, room - len(body.lines))


def _panel(screen: CodingAnswers, body: Page) -> None:
    match screen.panel:
        case NewCode(line):
            body.say(str(WORDS.coding_new)).typing(line)
        case ChoosingCode():
            body.say(str(WORDS.coding_which))
        case OtherName(code=code, other=other) if other is not None:
            words = say(WORDS.coding_joins, label=code.label, other=other.label)
            body.say(words, theme.CAUTION)
        case OtherName(code, line):
            body.say(say(WORDS.coding_named_now, label=code.label)).typing(line)
        case Seeking(line):
            body.say(str(WORDS.coding_seek)).typing(line)
        case None:
            _state(screen, body)


def _state(screen: CodingAnswers, body: Page) -> None:
    one, count = screen.one, len(screen.alike)
    if count > 1:
        body.say(say(WORDS.coding_alike, count=count), theme.QUIET).blank()
    if one.state is CodingState.changed:
        body.say(str(WORDS.coding_changed), theme.CAUTION)
    elif one.state is CodingState.coded and not one.codes(screen.desk.codes):
        body.say(str(WORDS.coding_under_none), theme.QUIET)
    if not screen.codes:
        body.say(say(WORDS.coding_no_codes, key="F2"))


def _codes(screen: CodingAnswers, body: Page, room: int) -> None:
    suggested = set(screen.suggested)
    options = [
        Option(
            f"{one.label}  ({WORDS.coding_suggested})" if one in suggested else one.label,
            chosen=one.id in screen.chosen,
        )
        for one in screen.codes
    ]
    body.options(options, room)
