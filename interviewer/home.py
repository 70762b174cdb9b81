"""Where one comes back to after a case: the call list, or a coordinator's queue."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from interviewer import services
from interviewer.calling.call_list import CallList
from interviewer.review.cases import Cases
from interviewer.review.queue import Queue
from interviewer.screen import Notice


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
