"""What the tests of the exports read and do not change."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.calls import hang_up
from db.open_database import open_database
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.rounds import Round, make_many


@pytest.fixture(scope="session")
def many(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Round]:
    """A unit interviewed for each of `MANY`, after a call that nobody answered; it is only read."""
    file = shutil.copy(filled_file, tmp_path_factory.mktemp("many") / "runde.db")
    with closing(open_database(file, create=False)) as db:
        here = Round(db)
        call = here.dial(here.known(Office.switchboard))
        hang_up(db, here.lease, call.id, Outcome.no_answer, "ring Kari", here.now())
        make_many(here)
        yield here


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where exports go; not there yet."""
    return tmp_path / "ut" / "mars"
