"""The survey on the coordinator's machine, before anything is handed out."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from db.people import sit_down
from tests.db.merge.laptops import SOME
from tests.db.world import NOON


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The survey on the coordinator's machine; Åse and Bo have called from it."""
    file = tmp_path_factory.mktemp("made") / "hele.db"
    with closing(open_database(file, create=True, sample=SOME)) as db:
        load_register(db)
        for name in ("Åse", "Bo"):
            sit_down(db, uuid4(), name, f"{name}@kontor", NOON)
    return file


@pytest.fixture
def whole(made: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of it of one's own."""
    with closing(
        open_database(shutil.copy(made, tmp_path / "hele.db"), create=False, durable=False)
    ) as db:
        yield db
