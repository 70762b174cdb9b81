"""`ringerunde review list`: what lies on a coordinator's desk."""

from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from interviewer.commands.decide.console import Printer
from interviewer.engine.finished import reopened
from interviewer.own_settings import read_settings
from interviewer.places import command
from interviewer.words import WORDS, say
from schemas.calls.ranking.listing import rank
from schemas.calls.ranking.rules import ListPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.plain_sql import Looked
    from schemas.frame.frame import Frame
    from schemas.review.finished_interviews import FinishedInterview, ReviewItem

NOBODY: Final = UUID(int=0)
"""Whoever only looks at things: nobody is asked who that is."""


def print_list(source: "Looked", now: datetime, *, everything: bool = False) -> None:
    """Interviews to look at, each with its class and why; and cases that wait for a word."""
    from db.case_rows import read_case_rows
    from db.review_desk import read_desk

    settings = read_settings()
    desk = read_desk(source, settings)
    with source.look() as reads:
        cases = read_case_rows(reads, settings)
    waiting = rank(cases, now, NOBODY, settings).with_coordinator
    paper = Printer()
    paper.say(_counts(desk.items, len(waiting)))
    listed = [item for item in desk.items if everything or item.wants_a_look]
    for item in listed:
        _interview(paper, item, source.frame)
    if not desk.items:
        paper.say("Ingen intervjuer er fullført ennå.")
    elif not listed:
        paper.say("Ingenting å se på nå. --all viser alle fullførte intervjuer.")
    ready = sum(item.may_be_accepted for item in desk.items)
    if ready:
        accept = command(source, "review", "accept", "--all")
        paper.say(f"Uten grunn til å se på dem: {ready}. «{accept}» godtar dem.")
    paper.several(str(WORDS.review_open_again), list(_opened(desk.items, source.frame)))
    paper.several(
        str(ListPlace.with_coordinator.label),
        [f"{line.case.unit.numbered}: {line.reason}" for line in waiting],
    )


def print_opened(source: "Looked") -> None:
    """Interviews that are open again: whose, by whom, since when, and what is asked."""
    from db.review_desk import read_desk

    items, paper = read_desk(source, read_settings()).items, Printer()
    lines = list(_opened(items, source.frame))
    paper.several(str(WORDS.review_open_again), lines)
    if not lines:
        paper.say("Ingen intervjuer er sendt tilbake eller åpnet igjen.")


def _opened(items: "tuple[ReviewItem, ...]", frame: "Frame") -> "Iterator[str]":
    for one in (item.interview for item in items):
        if one.reopened:
            yield f"{frame[one.unit_id].numbered}: {reopened(one.reopened)}"


def _counts(items: "tuple[ReviewItem, ...]", cases: int) -> str:
    counts = say(
        WORDS.review_counts,
        open=sum(item.wants_a_look for item in items),
        cases=cases,
        decided=sum(item.is_decided for item in items),
        all=len(items),
    )
    return f"{WORDS.review_title}: {counts}"


def _interview(paper: Printer, item: "ReviewItem", frame: "Frame") -> None:
    interview = item.interview
    paper.head(f"{frame[interview.unit_id].numbered}: {klass_of(interview)}")
    whys = item.why.capitalize()
    if interview.reopened:
        whys = reopened(interview.reopened)
    elif item.decision:
        decision = str(item.decision.kind.label).lower()
        whys = f"{say(WORDS.review_decided, decision=decision)} ({item.decision.name})"
    paper.say(whys or "Ingen grunn til å se på det.", indent=2)


def klass_of(interview: "FinishedInterview") -> str:
    """The class that counts, in words."""
    return str(interview.klass.label) if interview.klass else "–"
