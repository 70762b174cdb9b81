"""Conversations with invented municipalities to practise on, the easiest first."""

from typing import Final

from schemas.surveys.municipal_services_2015.practice.rehearsals.everything import EVERYTHING
from schemas.surveys.municipal_services_2015.practice.rehearsals.no_interview import (
    IN_WRITING,
    REFUSAL,
    SWITCHBOARD,
)
from schemas.surveys.municipal_services_2015.practice.rehearsals.short import (
    RING_BACK,
    WRONG_DEPARTMENT,
)
from schemas.surveys.municipal_services_2015.practice.rehearsals.talkative import TALKATIVE
from schemas.surveys.rehearsal import Rehearsal

REHEARSALS: Final[tuple[Rehearsal, ...]] = (
    SWITCHBOARD,
    WRONG_DEPARTMENT,
    REFUSAL,
    IN_WRITING,
    RING_BACK,
    TALKATIVE,
    EVERYTHING,
)
"""In the order in which they are practised."""
