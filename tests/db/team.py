"""A prepared server with four logins: for whoever tries what they may."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import URL

from db.appointments import make_appointment
from db.calls import add_contact, hang_up
from db.cases import load_register
from db.database import Database
from db.interviews import keep_place, record_answer
from db.leases import release
from db.open_database import open_database
from db.records import Place
from db.server.rights import prepare
from interviewer.services.caller import by_login
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.rounds import SERVICE, Round, finish
from tests.db.server import fresh_database, packed_programs, server, text_of
from tests.db.world import NOON

LOGINS = {
    "proeve_aase": ("ringerunde_interviewer", "Åse Berg"),
    "proeve_bo": ("ringerunde_interviewer", "Bo Lie"),
    "proeve_turid": ("ringerunde_coordinator", "Turid Moe"),
    "proeve_siri": ("ringerunde_coordinator", "Siri Vik"),
    "proeve_leif": ("ringerunde_reader", "Leif Dahl"),
}


@dataclass
class Team:
    """A prepared server with four logins, and what has been done on it."""

    address: URL
    note: str
    """The id of an answer: Bo's private note."""

    def place(self, login: str) -> str:
        """The address as somebody types it who logs in so."""
        return text_of(self.address.set(username=login))

    def psql(self, login: str, statement: str) -> str:
        """What psql answers to somebody: rows, or an error."""
        program = shutil.which("psql") or str(packed_programs() / "psql")
        host = str(self.address.query.get("host") or self.address.host)
        asked = [program, "-XAtq", "-h", host, "-U", login, "-d", str(self.address.database)]
        if self.address.port:
            asked += ["-p", str(self.address.port)]
        answer = subprocess.run(
            [*asked, "-c", statement], capture_output=True, text=True, check=False,
            env={**os.environ, "PGCLIENTENCODING": "UTF8"},
        )  # fmt: skip
        return answer.stdout.strip() or answer.stderr.strip()


def let_in(owner: Database) -> None:
    """Make the logins, on a server that has been prepared."""
    with owner.fill() as connection:
        for login, (role, name) in LOGINS.items():
            connection.exec_driver_sql(f"DROP ROLE IF EXISTS {login}")
            connection.exec_driver_sql(f"CREATE ROLE {login} LOGIN IN ROLE {role}")
            connection.exec_driver_sql(f"COMMENT ON ROLE {login} IS '{name}'")


@contextmanager
def prepared_server() -> Iterator[Team]:
    """Bo has interviewed Halden, with a private note; nobody else has done anything."""
    with server() as address, fresh_database(address) as ours:
        with closing(open_database(text_of(ours), create=True)) as owner:
            load_register(owner)
            with owner.fill() as connection:
                prepare(connection, owner.survey)
                prepare(connection, owner.survey)
            let_in(owner)
        place = text_of(ours.set(username="proeve_bo"))
        with closing(open_database(place, create=False)) as bos:
            note = interviewed(bos)
        yield Team(ours, note)


def interviewed(db: Database) -> str:
    """Bo interviews Halden, as the program does it, and writes a private note."""
    bo = by_login(db)
    assert bo
    desk = Round(db, bo)
    reached = desk.contact(Office.healthy_life_centre, person="Anne Berg", phone="69289123")
    add_contact(db, desk.lease, reached)
    call = desk.dial(reached)
    interview = desk.begin()
    record_answer(db, desk.lease, desk.entry(interview))
    record_answer(db, desk.lease, desk.entry(interview, "respondent_name", "Anne Berg"))
    private = desk.entry(interview, "private_note", "Hemmelig om Kari")
    record_answer(db, desk.lease, private)
    desk.complete(interview, finish(**SERVICE))
    hang_up(db, desk.lease, call.id, Outcome.complete, "", desk.now())
    release(db, desk.lease)
    return str(private.id)


def begun(desk: Round) -> None:
    """In the case at hand: a call with an appointment, an answer, something half typed."""
    db, lease, reached = desk.db, desk.lease, desk.known()
    call = desk.dial(reached)
    record_answer(db, lease, desk.entry(interview := desk.begin()))
    keep_place(db, lease, Place(interview.id, "fte", None, "halvskrevet", NOON))
    hang_up(db, lease, call.id, Outcome.appointment, "om Kari", desk.now())
    agreed = Appointment(
        id=uuid4(), case_id=lease.case_id, due=NOON, minutes=15, kind=AppointmentKind.soft,
        contact_id=reached.id, note="", only_with=None, made_by=desk.aase.id, made_at=NOON,
    )  # fmt: skip
    make_appointment(db, lease, agreed)


DENIED = "permission denied"
FOREIGN = "violates row-level security policy"
