"""Who sits here."""

from uuid import uuid4

from db.engine import Database
from db.people import find_person, sit_down, who_sits_here
from db.records import Interviewer
from tests.db.world import NOON, later


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
    def test_whoever_of_that_name_sat_down_last(self, db: Database) -> None:
        """However the name is written; two people of one name cannot be told apart."""
        sit_down(db, uuid4(), "Åse", "pc1", NOON)
        other = sit_down(db, uuid4(), "Åse", "pc2", later(1))
        sit_down(db, uuid4(), "Bo", "pc1", later(2))
        assert find_person(db, "åse") == other

    def test_nobody(self, db: Database) -> None:
        """Half a name is nobody's."""
        sit_down(db, uuid4(), "Åse Øverås", "pc1", NOON)
        assert find_person(db, "Åse") is None
