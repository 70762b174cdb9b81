"""What keys do to a line of text, wherever one is typed."""

from collections.abc import Callable
from typing import Final

from interviewer.controls.keys import Action, Press, action_of
from interviewer.engine.text_field import TextField


def typed(line: TextField, press: Press) -> TextField | None:
    """The line after a key; None when the key means nothing to a line of text."""
    edit = _EDITS.get(action_of(press))
    if edit is not None:
        return edit(line)
    return line.insert(press.char) if press.char and press.char.isprintable() else None


_EDITS: Final[dict[Action | None, Callable[[TextField], TextField]]] = {
    Action.LEFT: lambda line: line.to(line.cursor - 1),
    Action.RIGHT: lambda line: line.to(line.cursor + 1),
    Action.START: lambda line: line.to(0),
    Action.END: lambda line: line.to(len(line.text)),
    Action.WORD_LEFT: lambda line: line.to(line.word_left),
    Action.WORD_RIGHT: lambda line: line.to(line.word_right),
    Action.BACKSPACE: lambda line: line.cut(line.cursor - 1, line.cursor),
    Action.REMOVE: lambda line: line.cut(line.cursor, line.cursor + 1),
    Action.ERASE_WORD: lambda line: line.cut(line.word_left, line.cursor),
    Action.ERASE_BEFORE: lambda line: line.cut(0, line.cursor),
    Action.ERASE_BEHIND: lambda line: line.cut(line.cursor, len(line.text)),
}
