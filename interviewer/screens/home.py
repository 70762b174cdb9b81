"""Where one comes back to after a case: the call list, or a coordinator's queue."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer import services
from interviewer.controls.screen import Notice, Screen
from interviewer.screens.call_list.state import CallList
from interviewer.screens.cases.state import Cases
from interviewer.screens.queue.state import Queue

if TYPE_CHECKING:
    from db.engine import Database


def home(
    who: services.Caller,
    found: services.Listing | services.Desk,
    at: datetime,
    *,
    marking: UUID | None = None,
    notice: Notice | None = None,
) -> CallList | Queue | Cases:
    """The list as it has just been read, with the case one comes from marked."""
    if isinstance(found, services.Desk):
        return _desk(Queue.of(who, found, at), marking).told(notice)
    listed = CallList.of(who, found, at).told(notice)
    return listed if marking is None else listed.marking(marking)


def _desk(queue: Queue, marking: UUID | None) -> Queue | Cases:
    """The queue with the interview marked; a case without a finished one is among the cases."""
    if marking is None:
        return queue
    finished = any(item.interview.case_id == marking for item in queue.desk.items)
    return replace(queue, lit=marking) if finished else Cases(queue).at(marking)


def first_look(db: "Database", seat: str, at: datetime, *, reviewing: bool) -> Screen:
    """The first screen, by what the first look into the database finds."""
    from interviewer.screens.resume.state import Resume
    from interviewer.screens.welcome.state import Welcome

    start = services.start(db, seat, reviewing=reviewing)
    if start.who is None:
        return Welcome(seat, reviewing)
    if start.left is not None:
        return Resume(start.who, start.listing, start.left)
    found = services.home_of(db, start.who) if reviewing else start.listing
    return home(start.who, found, at)
