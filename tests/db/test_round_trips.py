"""How often a server is asked: counted on the wire, so that it cannot creep back."""

from contextlib import closing

from sqlalchemy import make_url

from db.cases import load_register
from db.engine import Database, open_database
from db.interviews import record_answer
from tests.db.server import text_of
from tests.db.world import World
from tests.support.lost_replies import wire

ANSWERS = 4
"""Few: at the sixth the driver has the server keep the statement, which is one trip more, once."""


def test_an_answer_is_one(on_server: Database, postgresql_address: str) -> None:
    """No BEGIN, no COMMIT, and nobody asks first whether the connection is there."""
    load_register(on_server)
    asked: list[bytes] = []

    def count(request: bytes) -> bool:
        asked.append(request)
        return False

    with (
        wire(make_url(postgresql_address), count, stalls=False) as counted,
        closing(open_database(text_of(counted.address()), create=False)) as db,
    ):
        world = World(db)
        entries = [world.entry(world.interview()) for _ in range(ANSWERS)]
        asked.clear()
        for entry in entries:
            record_answer(db, world.lease, entry)
        assert len(asked) == ANSWERS
