"""The one list of screens: each state, and how it is drawn."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rich.text import Text as Styled

from interviewer.controls.screen import Screen
from interviewer.draw.frame import Surroundings
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


def draw_mode(mode: Screen, around: Surroundings) -> list[Styled]:
    """The screen that shows a state of the program at work."""
    return DRAWN[type(mode)](mode, around)


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
