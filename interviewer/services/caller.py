"""Who is calling, and the rules they call by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from db.records import Interviewer
from interviewer.failures import Trouble
from interviewer.own_settings import read_settings
from interviewer.places import naming

if TYPE_CHECKING:
    from db.database import Database
    from schemas.calls.settings import Settings
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Caller(Interviewer):
    """Who is calling, about which units, by which rules; or, `reviewing`, a coordinator.

    Whoever answers is told that persons are `kept_until` a day, where one has been said.  Who only
    practises is in `practice`, and says so in what she writes to anybody.
    """

    settings: Settings
    survey: Survey
    frame: Frame
    reviewing: bool = False
    naming: tuple[str, ...] = ()
    """What names the database in front of a command that is printed."""
    kept_until: date | None = None
    practice: bool = False

    @classmethod
    def of(cls, one: Interviewer, db: Database, *, reviewing: bool = False) -> Caller:
        """Somebody at this database; Trouble where the settings cannot be used."""
        from db.persons.overdue import kept_until

        settings = read_settings()
        if db.practice:
            settings = settings.at_any_hour()
        about = settings, db.survey, db.frame
        db.trail.who = one.id
        with db.read() as session:
            until = kept_until(session)
        return cls(one.id, one.name, one.seat, *about, reviewing, naming(db), until, db.practice)


def require_coordinator(db: Database) -> None:
    """Trouble where somebody has logged in who decides nothing; with a file everybody may."""
    from db.server.rights import may_decide

    if db.file is not None:
        return
    with db.read() as session:
        if may_decide(session.connection()):
            return
    raise Trouble(
        "R-RIGHTS",
        "Dette er det koordinatoren som gjør, og du er logget inn som intervjuer.",
    )


def by_login(db: Database) -> Interviewer | None:
    """Whoever has logged in on a server where a login is a person; noted the first time."""
    from db import people, seats

    if (login := db.login) is None:
        return None
    known = seats.who_sits_here(db, login.user)
    return known or people.sit_down(db, uuid4(), login.name, login.user, datetime.now(UTC))
