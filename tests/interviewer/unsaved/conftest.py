"""A disk that can be told to fail, and what is kept aside of it."""

import pytest

from db.database import Database
from tests.interviewer.unsaved.aside import FULL, Aside
from tests.support.keyboard import TO_THE_NAME, Faulty, Keyboard


@pytest.fixture
def disk(database: Database) -> Faulty:
    """A disk that can be told to fail."""
    return Faulty(database)


@pytest.fixture
def aside(database: Database) -> Aside:
    """What is kept of it."""
    return Aside(database)


@pytest.fixture
def asking(disk: Faulty) -> Keyboard:
    """Kari at a question whose answer is a name."""
    kari = Keyboard(disk).sits_down().dials()  # type: ignore[arg-type]
    kari.keys(*TO_THE_NAME)
    return kari


@pytest.fixture
def left(asking: Keyboard, disk: Faulty, database: Database) -> Keyboard:
    """The disk was full, Kari left all the same, and starts again when there is room."""
    disk.problem = FULL
    asking.keys(*"Kari", "enter", "ctrl+q", "ctrl+q")
    assert asking.left
    return Keyboard(database)
