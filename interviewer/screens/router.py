"""The one list of screens: how each is reached, and how it is drawn.

It knows them all, and they know only the destinations that they name.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rich.text import Text as Styled

from interviewer import services
from interviewer.controls.screen import GoTo, Screen
from interviewer.draw.bars import Surroundings
from interviewer.screens import destinations as to
from interviewer.screens.call.arriving import call_of
from interviewer.screens.call.draw import draw_call
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.draw import draw_call_list
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.draw import draw_card
from interviewer.screens.card.state import Card
from interviewer.screens.case.draw import draw_decide
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.draw import draw_cases
from interviewer.screens.cases.state import Cases
from interviewer.screens.claim_matrix.draw import draw_transition
from interviewer.screens.claim_matrix.state import TransitionView
from interviewer.screens.export_order.draw import draw_ordering, draw_result
from interviewer.screens.export_order.state import Ordering, Result
from interviewer.screens.interview.draw import draw_case
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.progress.draw import draw_progress
from interviewer.screens.progress.state import ProgressView
from interviewer.screens.publishing.draw import draw_publishing
from interviewer.screens.publishing.state import Publishing
from interviewer.screens.queue.draw import draw_queue
from interviewer.screens.queue.state import Queue
from interviewer.screens.resume.draw import draw_resume
from interviewer.screens.resume.state import Resume
from interviewer.screens.shared_services.draw import draw_shared
from interviewer.screens.shared_services.state import SharedServices
from interviewer.screens.welcome.draw import draw_welcome
from interviewer.screens.welcome.state import Welcome


def draw_mode(screen: Screen, around: Surroundings) -> list[Styled]:
    """The screen that shows a state of the program at work."""
    return DRAWN[type(screen)](screen, around)


DRAWN: Final[Mapping[type, Callable[[Any, Surroundings], list[Styled]]]] = {
    Welcome: draw_welcome,
    Resume: draw_resume,
    CallList: draw_call_list,
    Card: draw_card,
    Call: draw_call,
    Queue: draw_queue,
    ReviewCase: draw_case,
    Cases: draw_cases,
    DecideCase: draw_decide,
    SharedServices: draw_shared,
    ProgressView: draw_progress,
    Publishing: draw_publishing,
    TransitionView: draw_transition,
    Ordering: draw_ordering,
    Result: draw_result,
}
"""How each state of the program at work is drawn."""


def arrive(there: GoTo) -> Screen:
    """The screen that a key has led to."""
    return MADE[type(there)](there)


def _list(there: to.ToList) -> CallList | Queue | Cases:
    """Where this person works, with the case one comes from marked."""
    if isinstance(there.found, services.CoordinatorDesk):
        return _desk(Queue.of(there.who, there.found, there.at), there)
    listed = CallList.of(there.who, there.found, there.at).told(there.notice)
    if there.marking is not None:
        listed = listed.marking(there.marking)
    return listed.somebody_rings() if there.rings else listed


def _desk(queue: Queue, there: to.ToList) -> Queue | Cases:
    """The queue with the interview marked; a case without a finished one is among the cases."""
    if there.rings:
        return Cases(queue).somebody_rings()
    queue = queue.told(there.notice)
    if there.marking is None:
        return queue
    finished = any(item.interview.case_id == there.marking for item in queue.desk.items)
    if finished:
        return queue.at(there.marking)
    return Cases(queue).at(there.marking).told(there.notice)


def _cases(there: to.ToCases) -> Cases:
    cases = Cases(there.before)
    return cases.somebody_rings() if there.rings else cases


MADE: Final[Mapping[type[GoTo], Callable[[Any], Screen]]] = {
    to.ToWelcome: lambda there: Welcome(
        there.seat, there.reviewing, there.known, there.before, notice=there.notice
    ),
    to.ToResume: lambda there: Resume(there.who, there.listing, there.left).told(there.notice),
    to.ToList: _list,
    to.ToCard: Card.of,
    to.ToCall: call_of,
    to.ToInterview: lambda there: ReviewCase(there.who, there.file, there.before),
    to.ToCases: _cases,
    to.ToCase: lambda there: DecideCase(there.before, there.read),
    to.ToSharedServices: lambda there: SharedServices(there.before),
    to.ToProgress: lambda there: ProgressView(
        there.who, there.cases, there.now, before=there.before
    ),
    to.ToPublishing: lambda there: Publishing(there.who, there.machine, there.before),
    to.ToClaimMatrix: lambda there: TransitionView(
        there.frame, there.earlier, there.matrix, there.now, before=there.before
    ),
    to.ToOrder: Ordering.of,
    to.ToWritten: lambda there: Result(there.product, there.written, before=there.before),
}
"""How each is made of what its destination says."""
