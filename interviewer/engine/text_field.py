"""A line of text that is being typed: pure, so that no key can end up in the wrong question."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from interviewer.controls.keys import Action, Press, action_of


@dataclass(frozen=True, slots=True)
class TextField:
    """Text with a cursor.  While `fresh`, the first character typed replaces what stands there."""

    text: str = ""
    cursor: int = 0
    fresh: bool = False

    @classmethod
    def of(cls, text: str, *, fresh: bool = False) -> "TextField":
        """`text`, with the cursor behind it."""
        return cls(text, len(text), fresh)

    def press(self, press: Press) -> "TextField | None":
        """The line after a key; None when the key means nothing to a line of text."""
        action = action_of(press)
        if action in _EDITS:
            return replace(_EDITS[action](self), fresh=False)
        return self.insert(press.char) if press.char and press.char.isprintable() else None

    def insert(self, text: str) -> "TextField":
        """With `text` put in at the cursor."""
        if self.fresh:
            return TextField.of(text)
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        return TextField(before + text + after, len(before) + len(text))

    def _to(self, cursor: int) -> "TextField":
        return replace(self, cursor=max(0, min(cursor, len(self.text))))

    def _cut(self, start: int, end: int) -> "TextField":
        start = max(start, 0)
        return TextField(self.text[:start] + self.text[end:], start)

    def _word_left(self) -> int:
        before = self.text[: self.cursor].rstrip()
        return before.rfind(" ") + 1

    def _word_right(self) -> int:
        after = self.text[self.cursor :]
        word = after.lstrip()
        space = word.find(" ")
        return len(self.text) if space < 0 else self.cursor + len(after) - len(word) + space


EMPTY: Final = TextField()

_EDITS: Final[dict[Action | None, Callable[[TextField], TextField]]] = {
    Action.LEFT: lambda line: line._to(line.cursor - 1),
    Action.RIGHT: lambda line: line._to(line.cursor + 1),
    Action.START: lambda line: line._to(0),
    Action.END: lambda line: line._to(len(line.text)),
    Action.WORD_LEFT: lambda line: line._to(line._word_left()),
    Action.WORD_RIGHT: lambda line: line._to(line._word_right()),
    Action.BACKSPACE: lambda line: line._cut(line.cursor - 1, line.cursor),
    Action.REMOVE: lambda line: line._cut(line.cursor, line.cursor + 1),
    Action.ERASE_WORD: lambda line: line._cut(line._word_left(), line.cursor),
    Action.ERASE_BEFORE: lambda line: line._cut(0, line.cursor),
    Action.ERASE_BEHIND: lambda line: line._cut(line.cursor, len(line.text)),
}
