"""Coordinators at their queue, in the middle of a season."""

from datetime import UTC, datetime

import pytest

from db.database import Database
from tests.support.keyboard import Keyboard

IN_SEASON = datetime(2015, 3, 17, 9, 30, tzinfo=UTC)


@pytest.fixture
def berit(practice: Database) -> Keyboard:
    """Berit the coordinator, at her queue."""
    return Keyboard(practice, IN_SEASON, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")


@pytest.fixture
def turid(practice: Database) -> Keyboard:
    """Turid, another one, at hers."""
    return Keyboard(practice, IN_SEASON, seat="turid@pc", seed=9, reviewing=True).sits_down("Turid")
