"""Into a case, from wherever one is: taken first, and then shown."""

from uuid import UUID

from interviewer import services
from interviewer.controls.screen import GoTo, Reaction, Screen, storing
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import task
from interviewer.screens.destinations import ToCall, ToCard
from schemas.calls.whereabouts import FoundAt


def open_case(
    screen: Screen,
    who: services.Caller,
    case_id: UUID,
    stamp: Stamp,
    *,
    resume: bool = False,
    ringing: bool = False,
    whom: UUID | None = None,
    found: tuple[FoundAt, ...] = (),
    why: str = "",
) -> Reaction:
    """Take a case, and show its card; or, resuming, the call that was going on.

    While they are `ringing` us, Enter on the card begins the call with `whom`.
    """

    def then(opened: services.Opened) -> GoTo:
        going_on = [a.id for a in opened.file.attempts if services.is_going_on(a)]
        was_inside = going_on or (opened.interview and opened.interview.interview.open)
        if resume and was_inside:
            return ToCall(who, opened, stamp.at, going_on[-1] if going_on else None, found)
        return ToCard(who, opened, found, why, ringing, whom)

    taking = task(services.take_case, case_id, who, stamp.at, ringing=ringing, resume=resume)
    return storing(screen, taking, then)
