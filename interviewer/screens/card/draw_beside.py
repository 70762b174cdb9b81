"""The column at the side of a card on a wide screen: the way, what was said, and every call."""

from interviewer.draw import theme
from interviewer.draw.case_file import answered, asked_of, say_calls
from interviewer.draw.page import Page
from interviewer.draw.the_way import say_path
from interviewer.screens.card.state import Card
from interviewer.words import WORDS, known_again, say
from schemas.calls.calls import way_to
from schemas.language.dates import day_and_clock


def beside(card: Card, width: int, height: int) -> Page | None:
    """What stands below the contact points on a narrow screen; None where it would not all fit."""
    page = Page(width).blank()
    _way(card, page)
    say_interview(card, page)
    if card.usual.departments:
        say_whereabouts(card, page)
        page.blank()
    say_calls(page, card.file)
    return page if len(page.lines) <= height else None


def _way(card: Card, page: Page) -> None:
    goal = card.goal or card.next
    if goal is None:
        return
    page.rule(str(WORDS.the_way))
    say_path(page, way_to(goal.id, card.file.redirects, card.file.contacts), on_line=False)
    page.blank()


def say_interview(card: Card, body: Page) -> None:
    """How far it has come, and what was remarked in it."""
    begun = card.opened.interview
    if begun is None:
        return
    if begun.revision and not begun.interview.open:
        words = say(WORDS.interview_done, when=day_and_clock(begun.revision.completed_at))
        body.say(words, theme.STRONG)
    elif count := answered(begun, card.who.survey.questionnaire):
        body.say(say(WORDS.interview_begun, answered=count), theme.STRONG)
    latest = {(entry.question, entry.item): entry for entry in begun.entries}
    for entry in latest.values():
        if entry.remark:
            survey, question = card.who.survey, card.who.survey.questionnaire.by_id[entry.question]
            asked = asked_of(card.unit, question, survey.frame, card.who.name, entry.at.year)
            remark = say(WORDS.remark_on, question=known_again(asked), remark=entry.remark)
            body.say(remark, theme.SILENT, hang=2)


def say_whereabouts(card: Card, body: Page) -> None:
    """Where the right person usually sits, as plain counts."""
    usual = card.usual
    if not usual.departments:
        return
    departments = ", ".join(
        say(WORDS.sits_in, department=str(one.label).lower(), count=count)
        for one, count in usual.departments[:4]
    )
    words = say(WORDS.sits, departments=departments, cases=usual.cases, among=usual.among)
    body.say(words, theme.QUIET)
