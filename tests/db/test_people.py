"""Who sits here."""

from uuid import UUID, uuid4

import pytest

from db.appointments import make_appointment
from db.cases import open_case
from db.database import Database
from db.people import find_person, join, people, rename, retire, sit_down
from db.problems import NotFound, PersonAtWork, SameName, SamePerson
from db.records import Interviewer
from db.seats import who_sits_here
from schemas.calls.appointments import Appointment, AppointmentKind
from tests.db.world import NOON, World, later
from tests.support.same_person import made_again


class TestWhoSitsHere:
    def test_nobody_at_a_new_machine(self, db: Database) -> None:
        """Before anybody has sat down there is nobody."""
        assert who_sits_here(db, "pc1") is None

    def test_whoever_sat_down_is_remembered(self, db: Database) -> None:
        """The next start at the same machine knows the name."""
        aase = sit_down(db, uuid4(), "Åse Øverås", "pc1", NOON)
        assert who_sits_here(db, "pc1") == aase == Interviewer(aase.id, "Åse Øverås", "pc1")

    def test_the_latest_at_a_seat_wins(self, db: Database) -> None:
        """Two people share a machine: the one who sat down last sits there."""
        aase = sit_down(db, uuid4(), "Åse", "pc1", NOON)
        bo = sit_down(db, uuid4(), "Bo", "pc1", later(1))
        assert who_sits_here(db, "pc1") == bo
        sit_down(db, aase.id, "Åse", "pc1", later(2))
        assert who_sits_here(db, "pc1") == aase

    def test_a_new_name_keeps_the_person(self, db: Database) -> None:
        """Correcting a name does not make a second person."""
        aase = sit_down(db, uuid4(), "Ase", "pc1", NOON)
        again = sit_down(db, aase.id, "Åse", "pc1", later(1))
        assert (again.id, again.name) == (aase.id, "Åse")
        assert who_sits_here(db, "pc1") == again

    def test_seats_are_apart(self, db: Database) -> None:
        """What happens at one machine says nothing about another."""
        sit_down(db, uuid4(), "Åse", "pc1", NOON)
        assert who_sits_here(db, "pc2") is None


class TestByName:
    @pytest.mark.parametrize(
        "typed", ["Åse Øverås", "åse øverås", " Åse  ØVERÅS ", "A\u030ase Øverås"]
    )
    def test_the_same_name_is_the_same_person(self, db: Database, typed: str) -> None:
        """However it is spaced, capitalised and composed; she stays as she was written first."""
        aase = sit_down(db, uuid4(), "Åse Øverås", "pc1", NOON)
        again = sit_down(db, uuid4(), typed, "pc2", later(1))
        assert again == Interviewer(aase.id, "Åse Øverås", "pc2")
        assert find_person(db, typed) == again
        assert len(people(db)) == 1

    def test_nobody(self, db: Database) -> None:
        """Half a name is nobody's."""
        sit_down(db, uuid4(), "Åse Øverås", "pc1", NOON)
        assert find_person(db, "Åse") is None


class TestEverybody:
    def test_the_latest_first(self, world: World) -> None:
        """With how many calls they have made."""
        world.dial(world.known())
        bo = sit_down(world.db, uuid4(), "Bo", "pc9", later(90))
        first, *others = people(world.db)
        assert (first.id, first.calls) == (bo.id, 0)
        assert [one.calls for one in others] == [1]

    def test_another_name(self, db: Database) -> None:
        """Hers alone."""
        aase = sit_down(db, uuid4(), "Ase", "pc1", NOON)
        sit_down(db, uuid4(), "Bo", "pc2", NOON)
        rename(db, aase.id, "Åse")
        assert find_person(db, "åse") == Interviewer(aase.id, "Åse", "pc1")
        with pytest.raises(SameName):
            rename(db, aase.id, " bo ")
        with pytest.raises(NotFound):
            rename(db, uuid4(), "Siri")


def promised(world: World, only_with: UUID) -> None:
    """An appointment that only she may keep."""
    appointment = Appointment(
        id=uuid4(), case_id=world.lease.case_id, due=later(300), minutes=15,
        kind=AppointmentKind.hard, contact_id=world.known().id, note="", only_with=only_with,
        made_by=world.aase.id, made_at=world.now(),
    )  # fmt: skip
    make_appointment(world.db, world.lease, appointment)


class TestJoining:
    """Two that were made of one person become one again."""

    def test_all_that_the_other_signed(self, world: World) -> None:
        """Calls, appointments that are hers alone, the case in her hands."""
        other = made_again(world.db, "Åse", "pc2", NOON)
        world.dial(world.known())
        promised(world, only_with=other.id)
        join(world.db, other.id, world.aase.id, later(24 * 60))
        (one,) = people(world.db)
        file = open_case(world.db, world.lease.case_id)
        assert (one.id, one.calls) == (other.id, 1)
        assert file.attempts[-1].interviewer_id == other.id
        assert file.appointment
        assert (file.appointment.only_with, file.appointment.made_by) == (other.id, other.id)

    def test_not_while_she_works(self, world: World) -> None:
        """The case that she has open would be lost."""
        other = made_again(world.db, "Kari", "pc2", NOON)
        with pytest.raises(PersonAtWork):
            join(world.db, other.id, world.aase.id, later(1))

    def test_two_are_needed(self, db: Database) -> None:
        """And both must be there."""
        aase = sit_down(db, uuid4(), "Åse", "pc1", NOON)
        with pytest.raises(SamePerson):
            join(db, aase.id, aase.id, NOON)
        with pytest.raises(NotFound):
            join(db, aase.id, uuid4(), NOON)


class TestRetiring:
    def test_sits_nowhere(self, db: Database) -> None:
        """Until somebody types her name."""
        aase = sit_down(db, uuid4(), "Åse", "pc1", NOON)
        assert retire(db, aase.id, later(1)) == 0
        assert who_sits_here(db, "pc1") is None
        assert [one.is_retired for one in people(db)] == [True]
        assert sit_down(db, uuid4(), "åse", "pc1", later(2)) == aase

    def test_her_appointments_are_anybodys(self, world: World) -> None:
        """Or nobody could keep them."""
        gone = sit_down(world.db, uuid4(), "Bo", "pc9", NOON)
        promised(world, only_with=gone.id)
        assert retire(world.db, gone.id, later(1)) == 1
        file = open_case(world.db, world.lease.case_id)
        assert file.appointment
        assert file.appointment.only_with is None
