"""The call list as the first screen: made and drawn without all others, which the router knows."""

from rich.text import Text as Styled

from interviewer import services
from interviewer.controls.screen import GoTo, Screen
from interviewer.draw.bars import Surroundings
from interviewer.screens.call_list.draw import draw_call_list
from interviewer.screens.call_list.state import CallList
from interviewer.screens.destinations import ToList


def arrived(there: GoTo) -> CallList | None:
    """The call list, if that is where it leads."""
    if not isinstance(there, ToList) or isinstance(there.found, services.CoordinatorDesk):
        return None
    listed = CallList.of(there.who, there.found, there.at).told(there.notice)
    if there.marking is not None:
        listed = listed.marking(there.marking)
    return listed.somebody_rings() if there.rings else listed


def drawn(screen: Screen, around: Surroundings) -> list[Styled] | None:
    """The call list, if that is what is shown."""
    return draw_call_list(screen, around) if isinstance(screen, CallList) else None
