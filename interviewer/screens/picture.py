"""The whole screen, whatever the program is doing."""

from rich.text import Text as Styled

from interviewer.controls.screen import Screen
from interviewer.draw.bars import (
    LEAST_COLUMNS,
    LEAST_ROWS,
    Surroundings,
    too_small,
)
from interviewer.screens.opening.draw import draw_opening
from interviewer.screens.opening.state import Opening


def draw(screen: Screen, around: Surroundings) -> list[Styled]:
    """The screen that shows `screen`: as many lines as there are rows, none wider than it."""
    lines = _drawn(screen, around)
    if around.in_ascii:
        from interviewer.draw.plain_signs import in_ascii

        return [in_ascii(line) for line in lines]
    return lines


def _drawn(screen: Screen, around: Surroundings) -> list[Styled]:
    if around.columns < LEAST_COLUMNS or around.rows < LEAST_ROWS:
        return too_small(around)
    if around.prompt is not None:
        from interviewer.draw.prompter import prompted

        return prompted(around.prompt, around, lambda inside: _screen(screen, inside))
    return _screen(screen, around)


def _screen(screen: Screen, around: Surroundings) -> list[Styled]:
    if isinstance(screen, Opening):
        return draw_opening(screen, around)
    # The first picture must not wait for what the others need, nor the first screens for the rest.
    from interviewer.screens.welcome.state import Welcome

    if isinstance(screen, Welcome):
        from interviewer.screens.welcome.draw import draw_welcome

        return draw_welcome(screen, around)
    from interviewer.screens.call_list.first import drawn

    if (listed := drawn(screen, around)) is not None:
        return listed
    from interviewer.screens.router import draw_mode

    return draw_mode(screen, around)
