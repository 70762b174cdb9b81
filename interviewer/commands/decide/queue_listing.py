"""`ringerunde review list`: what lies on a coordinator's desk."""

from datetime import datetime
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.commands.decide.console import Printer
from interviewer.commands.decide.find import numbered
from interviewer.commands.decide.signing import reader
from interviewer.engine.finished import reopened
from interviewer.places import command
from interviewer.words import WORDS, say
from schemas.calls.ranking.listing import rank
from schemas.calls.ranking.rules import ListPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.engine import Database
    from schemas.frame.frame import Frame
    from schemas.review.finished_interviews import FinishedInterview, ReviewItem


def print_list(database: "Database", now: datetime, *, everything: bool = False) -> None:
    """Interviews to look at, each with its class and why; and cases that wait for a word."""
    who = reader(database)
    desk = services.desk(database, who)
    waiting = rank(desk.listing.cases, now, who.id, who.settings).with_coordinator
    paper = Printer()
    paper.say(_counts(desk.items, len(waiting)))
    listed = [item for item in desk.items if everything or item.wants_a_look]
    for item in listed:
        _interview(paper, item, database.frame)
    if not desk.items:
        paper.say("Ingen intervjuer er fullført ennå.")
    elif not listed:
        paper.say("Ingenting å se på nå. --all viser alle fullførte intervjuer.")
    ready = sum(item.may_be_accepted for item in desk.items)
    if ready:
        accept = command(database, "review", "accept", "--all")
        paper.say(f"Uten grunn til å se på dem: {ready}. «{accept}» godtar dem.")
    paper.several(str(WORDS.review_open_again), list(_opened(desk.items, database.frame)))
    paper.several(
        str(ListPlace.with_coordinator.label),
        [f"{numbered(line.case.unit)}: {line.reason}" for line in waiting],
    )


def print_opened(database: "Database") -> None:
    """Interviews that are open again: whose, by whom, since when, and what is asked."""
    items, paper = services.desk(database, reader(database)).items, Printer()
    lines = list(_opened(items, database.frame))
    paper.several(str(WORDS.review_open_again), lines)
    if not lines:
        paper.say("Ingen intervjuer er sendt tilbake eller åpnet igjen.")


def _opened(items: "tuple[ReviewItem, ...]", frame: "Frame") -> "Iterator[str]":
    for one in (item.interview for item in items):
        if one.reopened:
            yield f"{numbered(frame[one.unit_id])}: {reopened(one.reopened)}"


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
    paper.head(f"{numbered(frame[interview.unit_id])}: {klass_of(interview)}")
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


def place_of(database: "Database", unit_id: str, now: datetime) -> str:
    """Where a case is on the call list, and why."""
    who = reader(database)
    cases = rank(services.listing(database, who.settings).cases, now, who.id, who.settings)
    line = next(line for line in cases if line.case.unit.id == unit_id)
    return f"{line.rule.place.label}: {line.reason}"
