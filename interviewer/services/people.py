"""Who is calling, by which rules, and what the program finds when it starts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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
from interviewer.services.unsaved import LyingAside, Unsaved, unsaved
from interviewer.words import WORDS, say

if TYPE_CHECKING:
    from db.database import Database
    from schemas.calls.ranking.cases import CaseState


def sit_down(
    db: Database, id: UUID, name: str, seat: str, at: datetime, *, reviewing: bool = False
) -> Caller:
    """Who calls from this seat from now on; where a login is a person, that one."""
    from db import people

    if known := by_login(db):
        return Caller.of(known, db, reviewing=reviewing)
    return Caller.of(people.sit_down(db, id, name, seat, at), db, reviewing=reviewing)


@dataclass(frozen=True, slots=True)
class SatDown:
    """Who has sat down, what lies there, a case they were in the middle of, and what they did that
    was not stored."""

    who: Caller
    found: Listing | CoordinatorDesk
    left: CaseState | None = None
    unsaved: tuple[Unsaved, ...] = ()


def begin(
    db: Database, id: UUID, name: str, seat: str, at: datetime, *, reviewing: bool = False
) -> SatDown:
    """Who works from this seat from now on, and what lies there."""
    who = sit_down(db, id, name, seat, at, reviewing=reviewing)
    found, ours = home_of(db, who), unsaved(db).of(who.id)
    left = _left_by(who, found, ours) if isinstance(found, Listing) else None
    return SatDown(who, found, left, ours)


@dataclass(frozen=True, slots=True)
class Start:
    """What the program finds when it starts: who sits there, and a case left in the middle.

    `known` are the names of those who have sat anywhere, where nobody sits there yet.
    `found` is what lies where they work; `warnings` are about where the database lies, and
    `unsaved` is what this person did that was not stored when the program ended.
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
    from db import cases, people, seats
    from db.problems import NotSaved

    if reviewing:
        require_coordinator(db)
    cases.load_register(db)
    sitting = by_login(db) or seats.who_sits_here(db, seat)
    who = Caller.of(sitting, db, reviewing=reviewing) if sitting else None
    if who:
        with suppress(NotSaved):  # she can read, and is told when something is to be stored
            people.come_back(db, who.id)
    listed = listing(db, who.settings if who else read_settings())
    found = desk(db, who) if who and reviewing else listed
    known = () if who else known_people(db)
    aside = unsaved(db)
    ours = aside.of(who.id) if who else ()
    left = _left_by(who, listed, ours) if who else None
    warnings = (*db.warnings, *_of_others(db, aside, ours), *_unread(aside))
    return Start(who, listed, found, left, warnings, known, ours)


def _of_others(db: Database, aside: LyingAside, ours: Collection[Unsaved]) -> Iterator[str]:
    """Who else has something lying here: it is offered to them alone."""
    from db import people

    others = [one for one in aside.deeds if one not in ours]
    known = {one.id: one.name for one in people.people(db)} if others else {}
    for name in dict.fromkeys(known[one.by] for one in others if one.by in known):
        yield say(WORDS.unsaved_of_others, name=name)
    for one in others:
        if one.by not in known:
            yield say(WORDS.unsaved_of_nobody, place=one.place)


def _unread(aside: LyingAside) -> Iterator[str]:
    for one in aside.unread:
        yield say(WORDS.unsaved_newer if one.newer else WORDS.unsaved_spoilt, place=one.place)


def _left_by(who: Caller, listed: Listing, ours: Collection[Unsaved]) -> CaseState | None:
    """A case that they were in the middle of, first one with something that was not stored."""
    mine = [case for case in listed.cases.live_cases if _is_held_by(who, case)]
    with_ours = {one.case_id for one in ours}
    return next((one for one in mine if one.case_id in with_ours), next(iter(mine), None))


def _is_held_by(who: Caller, case: CaseState) -> bool:
    return case.holder is not None and case.holder.interviewer_id == who.id
