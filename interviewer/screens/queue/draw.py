"""The queue: finished interviews, each with its class and why it is to be looked at."""

from typing import Final

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.help import help_page, in_words_of
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.draw.reading import near
from interviewer.draw.search_line import say_if_empty, search_line
from interviewer.draw.waiting import with_conflicts
from interviewer.engine.finished import reopened
from interviewer.screens.queue.keys import KEYS
from interviewer.screens.queue.state import Queue
from interviewer.words import WORDS, cut, room_for, say
from schemas.review.finished_interviews import ReviewItem

PLACE: Final = 26
"""Columns for the place, at least; what it says beside it hangs below itself."""


def draw_queue(queue: Queue, around: Surroundings) -> list[Styled]:
    """Finished interviews, each with its class and why it is to be looked at."""
    top = [
        bar(around, f"Ringerunde · {WORDS.review_title}", clock_and(around, queue.who.name)),
        strip(around, counts(queue)),
    ]
    if queue.help:
        return help_page(
            around,
            top,
            queue,
            in_words_of(queue.who.survey, KEYS.help(queue)),
        )
    body = Page(around.columns)
    search_line(body, queue, queue.who.survey.frame)
    body.blank()
    draw_listed(queue, body, around.rows)
    return framed(
        around, top, body, queue.notice, in_words_of(queue.who.survey, KEYS.footer(queue))
    )


def draw_listed(queue: Queue, body: Page, rows: int) -> None:
    """The interviews that may be in sight where there are so many rows."""
    body.rule(_title(queue))
    room = room_for(map(queue.place, queue.items), PLACE, body.width // 2)
    for number, item in near(queue.items, queue.marked, rows):
        row = ListRow(number, number == queue.marked, OPENS)
        body.row(_item(queue, item, room), row, indent=0, hang=room + 1)
    say_if_empty(body, queue, WORDS.review_none)


def _title(queue: Queue) -> str:
    if queue.line.text.strip():
        return str(WORDS.review_found)
    return say(queue.view.title, key=Keycap.F12.shown)


def counts(queue: Queue) -> str:
    """How much lies on the desk."""
    items, shared = queue.desk.items, queue.desk.shared
    here = say(
        WORDS.review_counts,
        open=sum(item.wants_a_look for item in items),
        cases=len(queue.ranked.with_coordinator),
        decided=sum(item.is_decided for item in items),
        all=len(items),
    )
    counted = with_conflicts(here, queue.desk)
    opened = sum(item.interview.reopened is not None for item in items)
    if opened:
        counted = f"{counted} · {say(WORDS.review_reopened_count, count=opened)}"
    if not shared.proposals:
        return counted
    counted = f"{counted} · {say(WORDS.review_shared_count, count=len(shared.proposals))}"
    conflicts = len(shared.disagreements)
    return f"{counted} {say(WORDS.review_conflicts, count=conflicts)}" if conflicts else counted


def _item(queue: Queue, item: ReviewItem, room: int) -> Styled:
    """The place, the class, and more quietly why it is here."""
    klass = item.interview.klass
    whys = item.why
    if item.interview.reopened:
        whys = reopened(item.interview.reopened)
    elif item.decision:
        whys = say(WORDS.review_decided, decision=str(item.decision.kind.label).lower())
    line = inked(shown(f"{cut(queue.place(item), room):<{room}} "), theme.STRONG)
    line.append(shown(f"{klass.label if klass else '–'}"), theme.PAPER)
    return line.append(f"  {shown(whys)}", theme.QUIET)
