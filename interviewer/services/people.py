"""Who is calling, by which rules, and what the program finds when it starts."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer.own_settings import read_settings
from interviewer.services.caller import Caller, by_login, require_coordinator
from interviewer.services.cases import home_of
from interviewer.services.listing import Listing, listing
from interviewer.services.reviews import CoordinatorDesk, desk
from interviewer.services.unsaved import Unsaved, place_of, unsaved

if TYPE_CHECKING:
    from db.engine import Database
    from schemas.calls.ranking.cases import CaseState


def sit_down(
    db: Database, id: UUID, name: str, seat: str, at: datetime, *, reviewing: bool = False
) -> Caller:
    """Who calls from this seat from now on; where a login is a person, that one."""
    from db import people

    if known := by_login(db):
        return Caller.of(known, db, reviewing=reviewing)
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
    `found` is what lies where they work; `warnings` are about where the database lies, and
    `unsaved` are answers in the case that were not stored when the program ended.
    """

    who: Caller | None
    listing: Listing
    found: Listing | CoordinatorDesk
    left: CaseState | None
    warnings: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    unsaved: tuple[Unsaved, ...] = ()


def known_people(db: Database) -> tuple[str, ...]:
    """The names of those who have sat at any seat and are not retired, the latest first."""
    from db import people

    return tuple(one.name for one in people.people(db) if not one.is_retired)


def start(db: Database, seat: str, *, reviewing: bool = False) -> Start:
    """The first look: loads the register where there is none yet."""
    from db import cases, people
    from db.problems import NotSaved

    if reviewing:
        require_coordinator(db)
    cases.load_register(db)
    sitting = by_login(db) or people.who_sits_here(db, seat)
    who = Caller.of(sitting, db, reviewing=reviewing) if sitting else None
    if who:
        with suppress(NotSaved):  # she can read, and is told when something is to be stored
            people.come_back(db, who.id)
    listed = listing(db, who.settings if who else read_settings())
    mine = (case for case in listed.cases.live if who and _is_held_by(who, case))
    found = desk(db, who) if who and reviewing else listed
    known = () if who else known_people(db)
    aside = unsaved(db)
    left = next(mine, None) or (_free_with(listed, aside, who) if who else None)
    ours = tuple(one for one in aside if left and one.case_id == left.case_id)
    warnings = db.warnings if ours or not aside else (*db.warnings, _of_nobody(db))
    return Start(who, listed, found, left, warnings, known, ours)


def _of_nobody(db: Database) -> str:
    return (
        "Et svar ble ikke lagret da programmet stoppet, og saken er ikke din lenger. "
        f"Det ligger i {place_of(db)}. (S-UNSAVED)"
    )


def _free_with(listed: Listing, aside: Sequence[Unsaved], who: Caller) -> CaseState | None:
    """A case that nobody holds, with an answer that this person typed and that was not stored.

    So it is where the file was written over by an older copy, in which nobody had it yet.
    """
    hers = (one for one in aside if one.entry.interviewer_id == who.id)
    places = (listed.cases.place_of(one.case_id) for one in hers)
    cases = (listed.cases.case(place) for place in places if place is not None)
    return next((case for case in cases if case.holder is None), None)


def _is_held_by(who: Caller, case: CaseState) -> bool:
    return case.holder is not None and case.holder.interviewer_id == who.id
