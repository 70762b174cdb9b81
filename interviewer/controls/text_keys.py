"""What keys do to a line of text, wherever one is typed."""

from collections.abc import Callable
from typing import Final

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.engine.text_field import TextField


def typed(line: TextField, press: Press) -> TextField | None:
    """The line after a key; None when the key means nothing to a line of text."""
    edit = _EDITS.get(keycap_of(press))
    if edit is not None:
        return edit(line)
    return line.insert(press.char) if press.char and press.char.isprintable() else None


_EDITS: Final[dict[Keycap | None, Callable[[TextField], TextField]]] = {
    Keycap.LEFT: lambda line: line.to(line.cursor - 1),
    Keycap.RIGHT: lambda line: line.to(line.cursor + 1),
    Keycap.HOME: lambda line: line.to(0),
    Keycap.END: lambda line: line.to(len(line.text)),
    Keycap.CTRL_LEFT: lambda line: line.to(line.word_left),
    Keycap.CTRL_RIGHT: lambda line: line.to(line.word_right),
    Keycap.BACKSPACE: lambda line: line.cut(line.cursor - 1, line.cursor),
    Keycap.DELETE: lambda line: line.cut(line.cursor, line.cursor + 1),
    Keycap.CTRL_W: lambda line: line.cut(line.word_left, line.cursor),
    Keycap.CTRL_U: lambda line: line.cut(0, line.cursor),
    Keycap.CTRL_K: lambda line: line.cut(line.cursor, len(line.text)),
}

EDITING: Final = frozenset(key for key in _EDITS if key)
"""Keys that move about in a text, or take something out of it."""
