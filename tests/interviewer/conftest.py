"""What the tests of the screens get: a database with the register in it, and somebody at it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from schemas.calls.workdays import holiday
from schemas.language.dates import local
from tests.support.any_hour import ring_at_any_hour
from tests.support.keyboard import Keyboard
from tests.support.made_once import made_once
from tests.support.seasons import season_of


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all cases and no people, made once and copied for each test."""
    return made_once(tmp_path_factory, "register.sqlite", _filled)


def _filled(path: Path) -> None:
    with closing(open_database(path, create=True, durable=False)) as database:
        load_register(database)


Copies = Callable[[], Database]


@pytest.fixture
def copies(filled_file: Path, tmp_path: Path) -> Iterator[Copies]:
    """A function that gives another fresh database each time: for tests that try many things."""
    with ExitStack() as opened:
        count = iter(range(1_000_000))

        def copy() -> Database:
            path = tmp_path / f"copy-{next(count)}.sqlite"
            shutil.copy(filled_file, path)
            return opened.enter_context(closing(open_database(path, create=False)))

        yield copy


@pytest.fixture
def database(copies: Copies) -> Database:
    """A database with all cases, where nobody has sat down yet."""
    return copies()


@pytest.fixture
def kari(database: Database) -> Keyboard:
    """Kari at the call list."""
    return Keyboard(database).sits_down()


@pytest.fixture
def on_line(kari: Keyboard) -> Keyboard:
    """Kari with the switchboard of Halden on the line, at "God dag"."""
    return kari.dials()


@pytest.fixture
def any_hour() -> None:
    """Rules that let one ring whatever the clock says, for programs that read the real one."""
    if holiday(local(datetime.now(UTC)).date()):
        pytest.skip("nobody rings on public holidays")
    ring_at_any_hour()


@pytest.fixture(scope="session")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve finished interviews, one of each scenario, and as many cases that are under way."""
    return season_of(tmp_path_factory, 12, 2021)


@pytest.fixture
def practice(practised: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of it, to decide on."""
    path = tmp_path / "practice.sqlite"
    shutil.copy(practised, path)
    with closing(open_database(path, create=False)) as opened:
        yield opened
