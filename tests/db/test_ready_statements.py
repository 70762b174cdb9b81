"""What is carried out again is made ready: it finds and does what SQLAlchemy does."""

from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import bindparam, select
from sqlmodel import col

from db.problems import Unstorable
from db.ready_statements import prepared, ready, streamed
from db.statements import change_of, execute, fetch, fetch_one
from db.tables import AppointmentRow, ContactRow, DecisionRow, InterviewRow, RevisionRow, Row
from tests.db.desk import Desk
from tests.db.everywhere import whole_case
from tests.db.world import HALDEN, World

MODELS = (AppointmentRow, ContactRow, DecisionRow, InterviewRow, RevisionRow)


class TestWhatIsFound:
    @pytest.mark.parametrize("model", MODELS)
    def test_is_the_same_every_time(self, desk: Desk, model: type[Row]) -> None:
        """Ids, moments, codes, yes and no, and JSON: each as its column says."""
        whole_case(desk)
        statement: Any = select(model)
        with desk.db.read() as session:
            first, *again = (fetch(session, statement) for _ in range(3))
        for found in again:
            assert [tuple(one) for one in found] == [tuple(one) for one in first]
            assert [one.id for one in found] == [one.id for one in first]

    def test_may_be_nothing(self, world: World) -> None:
        """Then there is no first one."""
        statement: Any = select(col(ContactRow.id)).limit(1)
        with world.db.read() as session:
            assert [fetch_one(session, statement) for _ in range(3)] == [None] * 3

    def test_what_no_database_takes_is_refused_as_ever(self, world: World) -> None:
        """In the same words, whether it is asked for the first time or once more."""
        statement: Any = select(col(ContactRow.id)).where(col(ContactRow.phone) == bindparam("no"))
        for _ in range(3):
            with pytest.raises(Unstorable), world.db.read() as session:
                fetch(session, statement, {"no": "\0"})


class TestWhatIsReadRowByRow:
    def test_is_over_where_somebody_stops_half_way(self, world: World) -> None:
        """The line to a server is locked while there is more to come: it would never be let go."""
        with world.db.read() as session:
            every = streamed(session.connection(), "SELECT id FROM unit")
            with suppress(KeyboardInterrupt), every as rows:
                assert next(rows)
                raise KeyboardInterrupt
            assert list(rows) == []


class TestWhatIsDone:
    def test_is_made_ready_once_for_all_databases_of_a_kind(self, world: World) -> None:
        """And of one that was closed nothing is kept: each has a dialect of its own."""
        change = change_of(ContactRow, "id")
        with world.db.read() as session:
            dialect: Any = session.connection().dialect
        # Outside of tests no two are alike (`compiled_once`).
        unlike = {"__eq__": object.__eq__, "__hash__": object.__hash__}
        other = type("Other", (type(dialect),), unlike)()
        assert prepared(change, other) is prepared(change, dialect)

    def test_is_told_by_the_row(self, world: World) -> None:
        """Whichever columns are changed, by one statement."""
        contact = world.known()
        mine = {"its_id": contact.id, "its_case_id": HALDEN}
        change = change_of(ContactRow, "id", "case_id")
        with world.db.write() as session:
            for number in ("+4722222221", "+4722222222", "+4722222223"):
                assert execute(session, change, {"phone": number, **mine}) == 1
            for _ in range(2):
                assert execute(session, change, {"person": "Kari", "role": "leder", **mine}) == 1
            assert execute(session, change, {"person": "Ola", **mine, "its_id": HALDEN}) == 0
            row = fetch(session, select(ContactRow).where(col(ContactRow.id) == contact.id))[0]
        assert (row.phone, row.person, row.role) == ("+4722222223", "Kari", "leder")


class TestWhatIsWorkedOutEachTime:
    def test_is_left_to_sqlalchemy(self, world: World) -> None:
        """A list is spelt anew for every length."""
        some: Any = select(ContactRow).where(
            col(ContactRow.id).in_(bindparam("some", expanding=True))
        )
        contact, other = world.known(), world.known()
        with world.db.read() as session:
            dialect = session.connection().dialect
            for ids in ([contact.id], [contact.id, other.id], [other.id]):
                assert {one.id for one in fetch(session, some, {"some": ids})} == set(ids)
            assert ready(dialect, some, None) is None
