"""Berit, who decides on cases of a round that Kari calls in."""

import pytest

from db.database import Database
from tests.support.keyboard import Keyboard


@pytest.fixture
def berit(database: Database) -> Keyboard:
    """Berit the coordinator, at her queue, on the day the calling begins."""
    return Keyboard(database, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")
