"""A case that was left in the middle: go on there, or back to the list."""

from dataclasses import dataclass

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.services.unsaved import Unsaved
from schemas.calls.ranking.cases import CaseState


@dataclass(frozen=True)
class Resume(Helped):
    """The program stopped in the middle of a case: go on exactly there, or to the list.

    What is `unsaved` of it is stored with either, or thrown away.
    """

    who: services.Caller
    listing: services.Listing
    left: CaseState
    unsaved: tuple[Unsaved, ...] = ()
