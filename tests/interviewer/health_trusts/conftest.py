"""An invented autumn among the health trusts, made once and copied for whoever decides on it."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from schemas.surveys.health_trusts_2016.survey import SURVEY
from tests.support.made_once import made_once
from tests.support.seasons import season_of

INTERVIEWS = 20
"""The other five are under way."""


@pytest.fixture(scope="session")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the season."""
    return season_of(tmp_path_factory, INTERVIEWS, 2016, SURVEY.name)


@pytest.fixture(scope="session")
def new_trusts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The twenty-five cases, before anybody has sat down; made once and copied."""
    return made_once(tmp_path_factory, "new-trusts.sqlite", _new)


def _new(path: Path) -> None:
    with closing(open_database(path, create=True, survey=SURVEY, durable=False)) as database:
        load_register(database)


@pytest.fixture
def path(autumn: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(autumn, tmp_path / "trusts.sqlite"))


@pytest.fixture
def trusts(path: Path) -> Iterator[Database]:
    """The same, open: nobody says which survey it is of."""
    with closing(open_database(path, create=False)) as database:
        yield database
