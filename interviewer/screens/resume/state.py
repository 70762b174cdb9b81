"""A case that was left in the middle: go on there, or back to the list."""

from dataclasses import dataclass

from interviewer import services
from interviewer.controls.help import Helped
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Reaction, storing
from interviewer.engine.task import task
from interviewer.screens.destinations import ToList
from interviewer.screens.into_case import open_case
from schemas.calls.ranking.cases import CaseState


@dataclass(frozen=True)
class Resume(Helped):
    """The program stopped in the middle of a case: go on exactly there, or to the list."""

    who: services.Caller
    listing: services.Listing
    left: CaseState

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if press.option == 0 or keycap_of(press) is Keycap.ENTER:
            return open_case(
                self, self.who, self.left.case_id, press, resume=True, found=self.listing.found
            )
        if press.option == 1 or keycap_of(press) is Keycap.ESCAPE:
            return self._leave(press)
        return Reaction(self)

    def _leave(self, press: Press) -> Reaction:
        who, case_id = self.who, self.left.case_id
        return storing(
            self,
            task(services.abandon, case_id, who, press.at),
            lambda found: ToList(who, found, press.at, marking=case_id),
        )
