"""How often a server is asked: counted on the wire, so that it cannot creep back."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import make_url

from db.call_list import states
from db.cases import load_register, ring_back
from db.database import Database
from db.interviews import record_answer
from db.open_database import open_database
from schemas.calls.settings import Settings
from tests.db.server import text_of
from tests.db.world import HALDEN, World, later
from tests.support.lost_replies import wire

FEW = 4
"""At the sixth the driver has the server keep the statement, which is one trip more, once."""


@contextmanager
def counted(server: Database, address: str) -> Iterator[tuple[World, list[bytes]]]:
    """Somebody at work, and all that the server is asked."""
    load_register(server)
    asked: list[bytes] = []

    def count(request: bytes) -> bool:
        asked.append(request)
        return False

    with (
        wire(make_url(address), count, stalls=False) as through,
        closing(open_database(text_of(through.address()), create=False)) as db,
    ):
        yield World(db), asked


def test_an_answer_is_one(on_server: Database, postgresql_address: str) -> None:
    """No BEGIN, no COMMIT, and nobody asks first whether the connection is there."""
    with counted(on_server, postgresql_address) as (world, asked):
        entries = [world.entry(world.interview()) for _ in range(FEW)]
        asked.clear()
        for entry in entries:
            record_answer(world.db, world.lease, entry)
        assert len(asked) == FEW


def test_a_list_that_is_read_again_is_one(on_server: Database, postgresql_address: str) -> None:
    """What has changed, and who holds what, is asked at once."""
    with counted(on_server, postgresql_address) as (world, asked):
        states(world.db, Settings())
        asked.clear()
        for minute in range(FEW):
            ring_back(on_server, HALDEN, later(minute))
            assert states(world.db, Settings()).find(HALDEN).rang_back_at == later(minute)
        assert len(asked) == FEW


def test_a_case_that_is_taken_is_one(on_server: Database, postgresql_address: str) -> None:
    """Whether it is free is asked in the same breath."""
    with counted(on_server, postgresql_address) as (world, asked):
        asked.clear()
        for _ in range(FEW):
            world.take()
        assert len(asked) == FEW
