"""A start that is killed in the middle of bringing tables up to date leaves the old ones whole."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from tests.db.migrating import connected
from tests.db.server import fresh_database, text_of
from tests.db.test_upgrade import make_version
from tests.faults.fault import Found
from tests.faults.rows.migrations import killed_behind, lost_on_the_way, migrations

NEWEST = migrations()[-1]
"""Whichever it is, after all the others; `tests.faults behind` tries each of them."""


def killed(place: str) -> Found:
    """What came of a database of the first version: a kill behind the newest, then a start."""
    with connected(place) as connection:
        make_version(connection, "0001")
    return killed_behind(place, NEWEST) + Found(lost=lost_on_the_way(place))


def test_on_a_file(tmp_path: Path) -> None:
    """At once: no clean-up of ours runs."""
    found = killed(str(tmp_path / "old.db"))
    assert (found.times, found.lost, found.crashed) == (1, 0, 0)


@pytest.mark.slow
def test_on_a_server(postgresql_address: str) -> None:
    """The server ends what nobody is there to commit."""
    address = make_url(postgresql_address).set(drivername="postgresql+psycopg")
    with fresh_database(address) as ours:
        found = killed(text_of(ours))
    assert (found.times, found.lost, found.crashed) == (1, 0, 0)
