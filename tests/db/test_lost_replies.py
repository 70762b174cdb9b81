"""The reply to what was stored is lost in the middle of an interview: one types on, and everything
is there once.
"""

import random
from itertools import count

import pytest
from sqlalchemy import make_url

from db.open_database import open_database
from db.problems import CannotOpen
from tests.db.server import fresh_database, text_of
from tests.faults.rows.cuts import impatient
from tests.faults.rows.replies import Said, compared, disturbed, undisturbed
from tests.support.lost_replies import now_and_then, storing, wire


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What is there when nothing is lost."""
    return undisturbed(tmp_path_factory.mktemp("undisturbed") / "undisturbed.db")


@pytest.mark.parametrize("stalls", [False, True], ids=["cut", "silent"])
def test_everything_arrives_once(postgresql_address: str, wanted: Said, stalls: bool) -> None:
    """It was stored, and the program was not told: so it stores it again, under the same id."""
    loses = now_and_then(random.Random(2015), 6, storing)
    address = make_url(postgresql_address).set(drivername="postgresql+psycopg")
    with fresh_database(address) as ours:
        found = compared(disturbed(ours, loses, stalls=stalls), wanted)
    assert (found.lost, found.doubled) == (0, 0)
    assert found.acknowledged > 10


@pytest.mark.parametrize("heard", [2, 5, 9])
def test_silent_while_it_is_opened(postgresql_address: str, heard: int) -> None:
    """Nobody waits for ever for what a connection asks for by itself, before there is any use."""
    address = make_url(postgresql_address).set(drivername="postgresql+psycopg")
    asked = count()
    with (
        wire(address, lambda _: next(asked) >= heard, stalls=True) as made,
        impatient(0.2),
        pytest.raises(CannotOpen),
    ):
        open_database(text_of(made.address()), create=False)
