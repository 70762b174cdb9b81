"""The way to the router: it knows every screen, so it is loaded behind the first picture."""

from interviewer.controls.keys import Press
from interviewer.controls.screen import GoTo, Next, Reaction, Screen


def arrived(screen: Next) -> Screen:
    """The screen itself, or the one that a destination leads to."""
    if not isinstance(screen, GoTo):
        return screen
    from interviewer.screens.destinations import ToWelcome

    if isinstance(screen, ToWelcome):
        from interviewer.screens.welcome.state import Welcome

        return Welcome.of(screen)
    from interviewer.screens.call_list.first import arrived as arrived_first

    if (listed := arrived_first(screen)) is not None:
        return listed
    from interviewer.screens.router import arrive

    return arrive(screen)


def pressed(screen: Screen, press: Press) -> Reaction:
    """What a key leads to."""
    from interviewer.screens.router import press as lead

    return lead(screen, press)


def pasted(screen: Screen, text: str, press: Press) -> Reaction:
    """What pasted text leads to."""
    from interviewer.screens.router import paste as lead

    return lead(screen, text, press)
