"""A case nobody has called, and its switchboard."""

import pytest

from schemas.calls.calls import (
    ContactPoint,
)
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.growing_case import Case


@pytest.fixture
def case() -> Case:
    """A case nobody has called."""
    return Case()


@pytest.fixture
def switchboard(case: Case) -> ContactPoint:
    """Its switchboard."""
    return case.meet(Office.switchboard, phone="69000000")
