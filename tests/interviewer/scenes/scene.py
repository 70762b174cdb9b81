"""What a scene is: keys, pressed by somebody who may have something beside the screen."""

from collections.abc import Callable

from interviewer.draw.prompter import Prompt
from interviewer.terminal.player import Player


class Pictured(Player):
    """Somebody who may practise, with what stands beside the screen then."""

    prompt: Prompt | None = None


Scene = Callable[[Pictured], None]
