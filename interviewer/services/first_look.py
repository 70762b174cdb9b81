"""The first look of whoever sits down again where she sat: the list, before anything is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from db.first_look import FirstLook, first_look
from interviewer.own_settings import read_settings
from interviewer.places import naming_file
from interviewer.services.caller import Caller
from interviewer.services.listing import Listing
from interviewer.services.people import Start
from interviewer.services.unsaved import beside, lying, sweep
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.database import Database


def look(path: Path, seat: str, survey: Survey | None) -> FirstLook | None:
    """What there is to see at once; nothing where something lies aside, which is told of first."""
    sweep(beside(path))
    if lying(beside(path)):
        return None
    return first_look(path, seat, read_settings(), survey)


def start_of(seen: FirstLook) -> Start:
    """What the program finds when it starts, as it was seen."""
    one, kept = seen.who, seen.list
    who = Caller(
        one.id,
        one.name,
        one.seat,
        kept.cases.readers.settings,
        seen.survey,
        seen.frame,
        naming=naming_file(str(seen.path)),
    )
    listed = Listing(seen.survey, kept.cases, kept.contacts, kept.calls or (), kept.names)
    return Start(who, listed, listed, None)


def go_on(db: Database, seen: FirstLook) -> None:
    """Let a database that has just been opened go on from what was seen of it."""
    db.trail.who = seen.who.id
    db.remembered = seen.list
