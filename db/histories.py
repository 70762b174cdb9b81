"""Whole histories of all cases at once, and what is worked out of them for the ranking.

The rules of `schemas` see the same as for one case, so the list and the card cannot disagree. The
number of queries does not grow with the cases, and the lock is gone before anything is worked out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Row as Fetched
from sqlalchemy import Select, select
from sqlmodel import Session

from db import mapping
from db.appointments import STILL_OPEN
from db.engine import Database
from db.overview import cases
from db.records import FoundAt
from db.statements import attempts, fetch, in_order
from db.tables import APPOINTMENT, ATTEMPT, CASE, CONTACT, INTERVIEW, REDIRECT, REVISION
from schemas.calls import ContactPoint, Knowledge, on_the_line, way_to
from schemas.outcomes import Outcome
from schemas.ranking import CaseState, History, Standing, state_of
from schemas.register import units_by_id
from schemas.settings import Settings

Record = TypeVar("Record")


def case_states(db: Database, settings: Settings) -> list[CaseState]:
    """What the place of every case depends on, by unit number."""
    return [state_of(history, settings) for history in histories(db)]


def found_in(histories: Iterable[History]) -> list[FoundAt]:
    """Of every finished case, where the right person sat and who sent us there."""
    finished = (one for one in histories if one.interview == "complete")
    return [found for history in finished if (found := _found_at(history))]


# ── Fetching ─────────────────────────────────────────────────────────────────────────────────────


def histories(db: Database) -> list[History]:
    """Everything that has happened to every case, by unit number."""
    all_cases = cases(CASE.c.rang_back_at, CASE.c.returned_at).order_by(CASE.c.unit_id)
    with db.read() as session:
        rows = fetch(session, all_cases)
        contacts = _by_case(session, select(CONTACT).order_by(*in_order(CONTACT)))
        calls = _by_case(session, attempts().order_by(ATTEMPT.c.number))
        legs = _by_case(session, select(REDIRECT).order_by(*in_order(REDIRECT)))
        agreed = _by_case(session, select(APPOINTMENT).where(STILL_OPEN))
        begun = _by_case(session, _interviews())
    return [
        History(
            case_id=row.id,
            unit=units_by_id()[row.unit_id],
            contacts=_all(mapping.contact, contacts[row.id]),
            attempts=_all(mapping.attempt, calls[row.id]),
            redirects=_all(mapping.redirect, legs[row.id]),
            appointment=next(map(mapping.appointment, agreed[row.id]), None),
            interview=_standing(begun[row.id]),
            holder=mapping.holder(row),
            returned_at=row.returned_at,
            rang_back_at=row.rang_back_at,
        )
        for row in rows
    ]


def _by_case(session: Session, statement: Select[Any]) -> dict[UUID, list[Fetched[Any]]]:
    grouped: dict[UUID, list[Fetched[Any]]] = defaultdict(list)
    for row in fetch(session, statement):
        grouped[row.case_id].append(row)
    return grouped


def _all(
    record: Callable[[Fetched[Any]], Record], rows: Iterable[Fetched[Any]]
) -> tuple[Record, ...]:
    return tuple(map(record, rows))


def _interviews() -> Select[Any]:
    frozen = select(REVISION.c.id).where(REVISION.c.interview_id == INTERVIEW.c.id).exists()
    return select(INTERVIEW.c.case_id, INTERVIEW.c.open, frozen.label("frozen")).order_by(
        INTERVIEW.c.started_at
    )


def _standing(interviews: list[Fetched[Any]]) -> Standing:
    """What the latest interview has come to; one that was reopened is there to be resumed."""
    if not interviews:
        return "none"
    if not interviews[-1].open:
        return "complete"
    return "partial" if interviews[-1].frozen else "open"


# ── Where it usually sits ────────────────────────────────────────────────────────────────────────


def _found_at(history: History) -> FoundAt | None:
    right = _right_person(history)
    if right is None:
        return None
    way = way_to(right.id, history.redirects, history.contacts)
    known = {one.id: one.department for one in history.contacts}
    return FoundAt(
        unit_id=history.unit.id,
        county_no=history.unit.county_no,
        population=history.unit.population,
        department=right.department,
        asked=tuple(known[one] for one in dict.fromkeys(leg.from_id for leg in history.redirects)),
        sent_right=tuple(step.department for step in way[:-1]),
    )


def _right_person(history: History) -> ContactPoint | None:
    """Whoever turned out to be the one; else who was on the line when the interview ended."""
    known = {one.id: one for one in history.contacts}
    told = [one for one in history.contacts if one.knows is Knowledge.is_the_one]
    return told[-1] if told else next((known[one] for one in _answering(history)), None)


def _answering(history: History) -> Iterator[UUID]:
    for call in reversed(history.attempts):
        if call.outcome in {Outcome.complete, Outcome.no_service}:
            yield on_the_line(call, history.redirects)
