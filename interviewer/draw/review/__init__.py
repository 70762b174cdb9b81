"""The coordinator's screens, as lines."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from rich.text import Text as Styled

from interviewer.draw.frame import Surroundings
from interviewer.draw.review.case import draw_case
from interviewer.draw.review.cases import draw_cases
from interviewer.draw.review.claim_matrix import draw_transition
from interviewer.draw.review.decide import draw_decide
from interviewer.draw.review.export_order import draw_ordering, draw_result
from interviewer.draw.review.progress import draw_progress
from interviewer.draw.review.publishing import draw_publishing
from interviewer.draw.review.queue import draw_queue
from interviewer.draw.review.shared import draw_shared
from interviewer.review.case import ReviewCase
from interviewer.review.cases import Cases
from interviewer.review.claim_matrix import TransitionView
from interviewer.review.decide import DecideCase
from interviewer.review.export_order import Ordering, Result
from interviewer.review.progress import ProgressView
from interviewer.review.publishing import Publishing
from interviewer.review.queue import Queue
from interviewer.review.shared import SharedServices

DRAWN: Final[Mapping[type, Callable[[Any, Surroundings], list[Styled]]]] = {
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
"""How each of the coordinator's states is drawn."""
