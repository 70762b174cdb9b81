"""When people can be reached: the working days of spring 2015, without lunch and holidays."""

from datetime import UTC, datetime
from typing import Final

from schemas.calls.workdays import OSLO, CallWindow

BEGINNING: Final = datetime(2015, 2, 2, 8, 30, tzinfo=OSLO).astimezone(UTC)
"""The first call of the season."""

OFFICES: Final = CallWindow()
"""Somebody answers the telephone when it is usual to ring."""
