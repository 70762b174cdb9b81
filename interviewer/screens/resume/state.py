"""A case that was left in the middle: go on there, or back to the list."""

from dataclasses import dataclass

from interviewer import services
from interviewer.controls.help import Helped
from schemas.calls.ranking.cases import CaseState


@dataclass(frozen=True)
class Resume(Helped):
    """The program stopped in the middle of a case: go on exactly there, or to the list."""

    who: services.Caller
    listing: services.Listing
    left: CaseState
