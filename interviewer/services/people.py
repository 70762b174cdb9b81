"""Who is calling, by which rules, and what the program finds when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer.own_settings import read_settings
from interviewer.services.caller import Caller
from interviewer.services.cases import home_of
from interviewer.services.listing import Listing, listing
from interviewer.services.reviews import CoordinatorDesk, desk
from schemas.calls.ranking.cases import CaseState

if TYPE_CHECKING:
    from db.engine import Database


def sit_down(
    db: Database, id: UUID, name: str, seat: str, at: datetime, *, reviewing: bool = False
) -> Caller:
    """Who calls from this seat from now on."""
    from db import people

    return Caller.of(people.sit_down(db, id, name, seat, at), db, reviewing=reviewing)


def begin(
    db: Database, id: UUID, name: str, seat: str, at: datetime, *, reviewing: bool = False
) -> tuple[Caller, Listing | CoordinatorDesk]:
    """Who works from this seat from now on, and what lies there."""
    who = sit_down(db, id, name, seat, at, reviewing=reviewing)
    return who, home_of(db, who)


@dataclass(frozen=True, slots=True)
class Start:
    """What the program finds when it starts: who sits there, and a case left in the middle.

    `known` are the names of those who have sat anywhere, where nobody sits there yet.
    `found` is what lies where they work; `warnings` are about where the database lies.
    """

    who: Caller | None
    listing: Listing
    found: Listing | CoordinatorDesk
    left: CaseState | None
    warnings: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


def known_people(db: Database) -> tuple[str, ...]:
    """The names of those who have sat at any seat and are not retired, the latest first."""
    from db import people

    return tuple(one.name for one in people.people(db) if not one.is_retired)


def start(db: Database, seat: str, *, reviewing: bool = False) -> Start:
    """The first look: loads the register where there is none yet."""
    from db import cases, people

    cases.load_register(db)
    sitting = people.who_sits_here(db, seat)
    who = Caller.of(sitting, db, reviewing=reviewing) if sitting else None
    listed = listing(db, who.settings if who else read_settings())
    mine = (case for case in listed.cases if who and _is_held_by(who, case))
    found = desk(db, who) if who and reviewing else listed
    known = () if who else known_people(db)
    return Start(who, listed, found, next(mine, None), db.warnings, known)


def _is_held_by(who: Caller, case: CaseState) -> bool:
    return case.holder is not None and case.holder.interviewer_id == who.id
