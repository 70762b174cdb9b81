"""What the tests of the review commands look things up with."""

from collections.abc import Callable, Collection
from pathlib import Path

from db.case_decisions import decisions_about
from db.cases import case_id_of, open_case
from db.database import Database
from db.review_desk import read_desk
from schemas.calls.settings import Settings
from schemas.review.decisions import Decision
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.support.stored import Stored, stored

Review = Callable[..., str]
"""A command that is done; what it prints."""

Refused = Callable[..., str]
"""A command that is refused; the sentence that says why."""


def content(path: Path) -> Stored:
    """Everything that is stored; but for who has sat down, and how often it was tried.

    Of the log, what says nothing of them.
    """
    found = stored(path, {"interviewer", "write_count"})
    log = [row for row in found["trail"] if "interviewer" not in row and "login" not in row]
    return {**found, "trail": log}


def interviews(db: Database) -> list[FinishedInterview]:
    """All finished interviews."""
    return [item.interview for item in read_desk(db, Settings()).items]


def first(db: Database, klass: Class) -> FinishedInterview:
    """The first interview of a class."""
    return next(one for one in interviews(db) if one.derived is klass)


def said_to_publishing(
    db: Database, publish: str | None, classes: Collection[Class | None] = tuple(Class)
) -> FinishedInterview:
    """The first interview where they said so; None where they were not asked."""
    return next(
        one for one in interviews(db) if one.said("publish") == publish and one.klass in classes
    )


def again(db: Database, one: FinishedInterview) -> FinishedInterview:
    """The same interview as it is now."""
    return next(other for other in interviews(db) if other.unit_id == one.unit_id)


def decisions(db: Database, unit: str) -> list[Decision]:
    """What was decided about a unit, the oldest first."""
    return list(decisions_about(db, case_id_of(unit)))


def untouched(db: Database) -> str:
    """A unit that nobody has called."""
    return next(
        unit
        for unit in ("0101", "0104", "0105", "0106")
        if not open_case(db, case_id_of(unit)).attempts
    )


TWO_OFFERS = (
    "edit", "1241", "offer_name.2=Kreft og veien videre", "offer_scope.2=one",
    "offer_targets.2=cancer", "offer_relatives.2=3", "offer_kind.2=lm",
    "offer_user_involvement.2=Planlegging;evaluation", "offer_courses.2=2",
    "offer_participants.2=-8",
)  # fmt: skip
"""Fusa gets a second offer."""


def shared_with(*partners: str) -> tuple[str, ...]:
    """The answers of an interview whose service is shared with these, the first being host."""
    return (
        "cooperation=intermunicipal",
        f"partner_units={';'.join(partners)}",
        f"host_unit={partners[0]}",
    )
