"""When people can be reached: on working days, without lunch and holidays."""

from typing import Final

from schemas.calls.call_window import CallWindow

OFFICES: Final = CallWindow()
"""Somebody answers the telephone when it is usual to ring."""
