"""Appointments: one open per case, moved, kept or cancelled, and the agenda."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest
from sqlmodel import col

from db.appointments import close_appointment, make_appointment
from db.cases import case_id_of, open_case
from db.problems import LeaseLost, NotFound, Unexpected
from db.records import ClosedHow
from db.statements import table_of
from db.tables import AppointmentRow
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import ContactPoint
from tests.db.world import HALDEN, World, later
from tests.support.open_appointments import all_open


def agreed(world: World, contact: ContactPoint, due: datetime) -> Appointment:
    """An appointment in the case that is held, not yet stored."""
    return Appointment(
        id=uuid4(),
        case_id=world.lease.case_id,
        due=due,
        minutes=15,
        kind=AppointmentKind.hard,
        contact_id=contact.id,
        note="spør etter Kari",
        only_with=None,
        made_by=world.aase.id,
        made_at=world.now(),
    )


def made(world: World, due: datetime) -> Appointment:
    """The same, stored."""
    appointment = agreed(world, world.known(), due)
    make_appointment(world.db, world.lease, appointment)
    return appointment


def how_closed(world: World, appointment: Appointment) -> str | None:
    """How it ended."""
    with world.db.read() as session:
        same = table_of(AppointmentRow).select().where(col(AppointmentRow.id) == appointment.id)
        how: str | None = session.connection().execute(same).one().closed_how
        return how


class TestAnAppointment:
    def test_comes_back_as_it_was_made(self, world: World) -> None:
        """Due time, kind, note, and whom it must be with."""
        promised = replace(agreed(world, world.known(), later(60)), only_with=world.aase.id)
        make_appointment(world.db, world.lease, promised)
        assert all_open(world.db) == [promised]
        assert open_case(world.db, HALDEN).appointment == promised

    def test_takes_the_place_of_the_one_before(self, world: World) -> None:
        """A case has one open appointment; the old one tells that it was moved."""
        first, second = made(world, later(60)), made(world, later(90))
        assert all_open(world.db) == [second]
        assert how_closed(world, first) == "moved"

    def test_is_made_once(self, world: World) -> None:
        """A repeated call neither doubles it nor closes what was agreed since."""
        first, second = made(world, later(60)), made(world, later(90))
        make_appointment(world.db, world.lease, first)
        make_appointment(world.db, world.lease, second)
        assert all_open(world.db) == [second]

    def test_moving_is_all_or_nothing(self, world: World) -> None:
        """If the new one cannot be stored, the old one stands."""
        standing = made(world, later(60))
        with pytest.raises(Unexpected):
            make_appointment(
                world.db, world.lease, replace(standing, id=uuid4(), contact_id=HALDEN)
            )
        assert all_open(world.db) == [standing]

    def test_is_one_per_case_even_for_the_database(self, world: World) -> None:
        """No program, not even an older one, can store two open ones."""
        standing = made(world, later(60))
        twin = {"id": uuid4(), "kind": "soft", "case_id": HALDEN, "note": "", "minutes": 15}
        when = {"due": later(70), "made_at": later(1), "made_by": world.aase.id}
        with pytest.raises(Unexpected), world.db.write() as session:
            session.connection().execute(table_of(AppointmentRow).insert(), {**twin, **when})
        assert all_open(world.db) == [standing]

    def test_needs_the_case(self, world: World) -> None:
        """Whoever lost the case makes and closes none."""
        standing, lost = made(world, later(60)), world.lease
        world.take(world.person("Bo"), later(100))
        with pytest.raises(LeaseLost):
            make_appointment(world.db, lost, replace(standing, id=uuid4()))
        with pytest.raises(LeaseLost):
            close_appointment(world.db, lost, standing.id, "kept", later(101))
        assert all_open(world.db) == [standing]


class TestClosing:
    @pytest.mark.parametrize("how", ["kept", "cancelled"])
    def test_tells_how_it_ended(self, world: World, how: ClosedHow) -> None:
        """Somebody rang, or there is to be none; and it is told once."""
        standing = made(world, later(60))
        close_appointment(world.db, world.lease, standing.id, how, later(61))
        close_appointment(world.db, world.lease, standing.id, "moved", later(99))
        assert (all_open(world.db), how_closed(world, standing)) == ([], how)
        assert open_case(world.db, HALDEN).appointment is None

    def test_another_case_has_none_of_it(self, world: World) -> None:
        """An appointment is closed by whoever holds its own case."""
        standing = made(world, later(60))
        world.next_case()
        with pytest.raises(NotFound, match="avtalen"):
            close_appointment(world.db, world.lease, standing.id, "kept", later(61))


class TestTheAgenda:
    def test_open_ones_come_in_their_order(self, world: World) -> None:
        """Of all cases, the earliest first."""
        dues = [later(90), later(30), later(60)]
        for due in dues:
            world.next_case()
            made(world, due)
        assert [one.due for one in all_open(world.db)] == sorted(dues)
        assert case_id_of("0101") not in {one.case_id for one in all_open(world.db)}
