"""Cases: one per unit, and everything about one."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection
from sqlalchemy.event import listen, remove

from db import postgresql
from db.calls import add_contact
from db.cases import case_id_of, load_register, open_case
from db.database import Database
from db.histories import histories
from db.problems import NotFound
from tests.db.world import World
from tests.support.municipalities import FRAME


class TestTheRegister:
    def test_becomes_one_case_per_unit(self, db: Database) -> None:
        """442 units, 442 cases."""
        assert load_register(db) == 442
        assert sorted(case.unit.id for case in histories(db)) == sorted(one.id for one in FRAME)

    def test_is_loaded_once(self, db: Database) -> None:
        """Loading it again, at every start, changes nothing."""
        load_register(db)
        assert load_register(db) == 0

    def test_of_any_size_is_waited_for(self, on_server: Database) -> None:
        """All cases come in one go: of a hundred times as many a busy server takes a while."""
        waited: dict[str, float] = {}

        def begins(connection: Connection, cursor: object, text: str, *more: object) -> None:
            line: Any = connection.connection.driver_connection
            waited[" ".join(text.split()[:3])] = line.patience

        listen(on_server._reader, "before_cursor_execute", begins)
        load_register(on_server)
        remove(on_server._reader, "before_cursor_execute", begins)
        assert waited["INSERT INTO survey_case"] == postgresql.FILL_PATIENCE
        with on_server.write() as session:
            line: Any = session.connection().connection.driver_connection
            assert line.patience == postgresql.WRITE_PATIENCE

    def test_ids_are_the_same_everywhere(self) -> None:
        """Two databases can be merged: a unit's case has one id for ever."""
        assert str(case_id_of("0101")) == "4fcdea83-cce2-5823-9e5f-a4439ffe0012"


class TestOneCase:
    def test_an_unknown_case_is_not_found(self, db: Database) -> None:
        """A wrong id is said, not shown as an empty case."""
        with pytest.raises(NotFound, match="saken"):
            open_case(db, uuid4())

    def test_has_its_own_things_only(self, world: World, db: Database) -> None:
        """What belongs to Halden does not show in Moss."""
        add_contact(db, world.lease, world.contact())
        moss = open_case(db, case_id_of("0104"))
        assert (moss.contacts, moss.attempts, moss.interview, moss.holder) == ((), (), None, None)
