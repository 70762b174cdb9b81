"""Two laptops and the office: cases handed out in files, worked on, and merged."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select, text

from db.cases import load_register
from db.database import Database
from db.merge.handing_out import HandedOut, hand_out
from db.merge.merging import merge
from db.merge.sides import merged_tables, to_data
from db.open_database import open_database
from db.people import find_person
from db.records import Interviewer
from db.summaries import untrue
from db.trail.trail import examine
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import ContactPoint
from schemas.calls.settings import Settings
from schemas.frame.frame import Frame
from tests.db.desk import Desk
from tests.db.world import HALDEN, NOON, later
from tests.support.municipalities import FRAME

RULES = Settings()
ØSTFOLD = FRAME["0101"].group.id
MONTH = NOON + timedelta(days=30)
HOME = later(600)
"""When files are merged."""


SOME = Frame(FRAME.design, [*FRAME.units[:5], FRAME["0402"]])
"""A sample that fits on a page: with it a file is made in no time."""


def person(db: Database, name: str = "Åse") -> Interviewer:
    """Somebody of this name."""
    found = find_person(db, name)
    assert found
    return found


def give(db: Database, file: Path, name: str = "Åse") -> HandedOut:
    """The cases of Østfold to somebody, in a file."""
    return hand_out(db, person(db, name), file, RULES, NOON, MONTH, {ØSTFOLD})


@contextmanager
def laptop(file: Path) -> Iterator[Desk]:
    """Somebody at work with a file of her own, as at any database, with Halden before her."""
    with at(file) as db:
        load_register(db)
        yield Desk(db)


def told(db: Database) -> dict[str, list[str]]:
    """All that a database says, but for who sits where and what is only for merging."""
    with db.read() as session:
        found = {
            table.name: [
                to_data(table, dict(row))
                for row in session.connection().execute(select(table)).mappings()
            ]
            for table in merged_tables()
        }
    for one in found["interviewer"]:
        one["seat"] = one["seated_at"] = ""
    return {name: sorted(map(str, rows)) for name, rows in found.items()}


def free(db: Database) -> None:
    """Nobody holds anything any more."""
    with db.write() as session:
        session.connection().execute(
            text("UPDATE survey_case SET held_by = NULL, lease_expires_at = NULL")
        )


def agreed(desk: Desk, contact: ContactPoint, minutes: int) -> Appointment:
    """A time to ring, so many minutes from now."""
    return Appointment(
        id=uuid4(),
        case_id=HALDEN,
        due=later(minutes + 600),
        minutes=15,
        kind=AppointmentKind.hard,
        contact_id=contact.id,
        note="",
        only_with=None,
        made_by=desk.aase.id,
        made_at=desk.now(),
    )


@contextmanager
def at(file: Path) -> Iterator[Database]:
    """A database that lies there, opened as fast as can be."""
    with closing(open_database(file, create=False, durable=False)) as db:
        yield db


def handed_out_twice(made: Path, folder: Path, before: Callable[[Desk], object]) -> Path:
    """A folder in which the same cases are in two files, from two copies of one database.

    What has happened in the office `before`, both know.
    """
    shutil.copy(made, folder / "hele.db")
    with at(folder / "hele.db") as db:
        before(Desk(db))
        free(db)
        shutil.copy(db.where, folder / "kopi.db")
        give(db, folder / "åse.db")
        free(db)
    with at(folder / "kopi.db") as copy:
        give(copy, folder / "bo.db", "Bo")
    return folder


def merged_in(order: Sequence[str], office: Path) -> dict[str, list[str]]:
    """All that the office says when the files have come back in that order; its trail is whole."""
    file = Path(shutil.copy(office / "hele.db", office / f"{'-'.join(order)}.db"))
    with at(file) as db:
        for name in order:
            merge(db, office / f"{name}.db", HOME)
        with db.read() as session:
            trail = examine(session)
            assert untrue(session) == 0
        assert (trail.broken, trail.changed, trail.vanished) == (None, (), ())
        return told(db)


def differing(found: Sequence[dict[str, list[str]]]) -> set[str]:
    """The tables in which not all say the same."""
    return {name for one in found for name in one if one[name] != found[0][name]}
