"""`ringerunde review list`: what lies on a coordinator's desk."""

from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from db.reviews import queue
from interviewer import work
from interviewer.decide.find import numbered
from interviewer.decide.paper import Paper
from interviewer.words import WORDS, say
from schemas.ranking import Place, rank
from schemas.register import unit

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.review import FinishedInterview, ReviewItem

NOBODY: Final = UUID(int=0)
"""Whose call list it is does not matter for what is with the coordinator."""


def print_list(database: "Database", now: datetime, *, everything: bool = False) -> None:
    """Interviews to look at, each with its class and why; and cases that wait for a word."""
    settings = work.read_settings()
    items = queue(database, settings, everything=True)
    ranked = rank(work.listing(database, settings).cases, now, NOBODY, settings)
    waiting = ranked.with_coordinator
    paper = Paper()
    paper.say(_counts(items, len(waiting)))
    listed = [item for item in items if everything or item.wants_a_look]
    for item in listed:
        _interview(paper, item)
    if not listed:
        paper.say("Ingenting å se på nå; --all viser alle fullførte intervjuer.")
    paper.several(
        str(Place.with_coordinator.label),
        [f"{numbered(line.case.unit)}: {line.reason}" for line in waiting],
    )


def _counts(items: "list[ReviewItem]", cases: int) -> str:
    counts = say(
        WORDS.review_counts,
        open=sum(item.wants_a_look for item in items),
        cases=cases,
        decided=sum(item.is_decided for item in items),
        all=len(items),
    )
    return f"{WORDS.review_title}: {counts}"


def _interview(paper: Paper, item: "ReviewItem") -> None:
    interview = item.interview
    paper.head(f"{numbered(unit(interview.unit_id))}: {klass_of(interview)}")
    whys = ", ".join(str(why.label) for why in item.whys)
    if item.decision:
        decision = str(item.decision.kind.label).lower()
        whys = f"{say(WORDS.review_decided, decision=decision)} ({item.decision.name})"
    paper.say(whys or "Ingen grunn til å se på det.", indent=2)


def klass_of(interview: "FinishedInterview") -> str:
    """The class that counts, in words."""
    return str(interview.klass.label) if interview.klass else "–"


def place_of(database: "Database", unit_id: str, now: datetime) -> str:
    """Where a case is on the call list, and why."""
    settings = work.read_settings()
    cases = rank(work.listing(database, settings).cases, now, NOBODY, settings)
    line = next(line for line in cases if line.case.unit.id == unit_id)
    return f"{line.rule.place.label}: {line.reason}"
