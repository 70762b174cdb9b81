"""The cases that wait for a coordinator, or that were found: each with where it is, and why."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.draw.reading import near
from interviewer.draw.search_line import say_if_empty, search_line
from interviewer.draw.waiting import attempts_of, with_conflicts
from interviewer.screens.cases.keys import KEYS
from interviewer.screens.cases.state import VIEWS, Cases
from interviewer.words import WORDS, say
from schemas.calls.ranking.lines import ListedCase


def draw_cases(cases: Cases, around: Surroundings) -> list[Styled]:
    """Each case on two lines: which and since when, and why it is where it is."""
    top = [
        bar(around, f"Ringerunde · {WORDS.cases_title}", clock_and(around, cases.who.name)),
        strip(around, counts(cases)),
    ]
    if cases.help:
        return help_page(around, top, cases, KEYS.help(cases))
    body = Page(around.columns)
    search_line(body, cases, cases.who.survey.frame)
    body.blank()
    draw_listed(cases, body, around.rows)
    return framed(around, top, body, cases.notice, KEYS.footer(cases))


def draw_listed(cases: Cases, body: Page, rows: int) -> None:
    """The cases that may be in sight where there are so many rows."""
    typed = bool(cases.line.text.strip())
    body.rule(str(WORDS.cases_found if typed else cases.shown.title))
    for place, line in near(cases.lines, cases.marked, rows):
        _case(body, line, ListRow(place, place == cases.marked, OPENS), where=typed)
    say_if_empty(body, cases, WORDS.cases_none)


def counts(cases: Cases) -> str:
    """How many there are in each list."""
    waiting, numberless, closed, _ = (
        sum(view.keeps(line, cases.desk) for line in cases.by_case.values()) for view in VIEWS
    )
    counted = say(WORDS.cases_count, waiting=waiting, numberless=numberless, closed=closed)
    return with_conflicts(counted, cases.desk)


def _case(body: Page, line: ListedCase, row: ListRow, *, where: bool) -> None:
    first = len(body.lines)
    name = inked(f"  {shown(line.case.unit.label)}", theme.STRONG)
    body.pair(name, inked(attempts_of(line), theme.QUIET))
    reason = f"{line.rule.place.label}: {line.reason}" if where else line.reason
    body.say(shown(reason), theme.QUIET, indent=5)
    body.stands_for(row, first)
