"""Where one comes back to after a case: the call list, or a coordinator's queue."""

from datetime import datetime
from uuid import UUID

from interviewer import work
from interviewer.call_list import CallList
from interviewer.review.queue import Queue
from interviewer.turn import Notice


def home(
    who: work.Caller,
    found: work.Listing | work.Desk,
    at: datetime,
    *,
    marking: UUID | None = None,
    notice: Notice | None = None,
) -> CallList | Queue:
    """The list as it has just been read, with the case one comes from marked."""
    if isinstance(found, work.Desk):
        return Queue.of(who, found, at).told(notice)
    listed = CallList.of(who, found, at).told(notice)
    return listed if marking is None else listed.marking(marking)
