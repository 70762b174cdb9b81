"""A line of text that is being typed: pure, so that no key can end up in the wrong question."""

from dataclasses import dataclass, replace
from typing import Final


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

    def insert(self, text: str) -> "TextField":
        """With `text` put in at the cursor."""
        if self.fresh:
            return TextField.of(text)
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        return TextField(before + text + after, len(before) + len(text))

    def paste(self, text: str) -> "TextField":
        """With pasted text put in, as it can stand on a line."""
        from schemas.language.clean import clean  # the first picture has nothing pasted

        return self.insert(clean(text, one_line=True))

    def to(self, cursor: int) -> "TextField":
        """With the cursor there, as far as there is text."""
        return replace(self, cursor=max(0, min(cursor, len(self.text))), fresh=False)

    def cut(self, start: int, end: int) -> "TextField":
        """Without the text between two places."""
        start = max(start, 0)
        return TextField(self.text[:start] + self.text[end:], start)

    @property
    def word_left(self) -> int:
        """Where the word before the cursor begins."""
        before = self.text[: self.cursor].rstrip()
        return before.rfind(" ") + 1

    @property
    def word_right(self) -> int:
        """Where the word behind the cursor ends."""
        after = self.text[self.cursor :]
        word = after.lstrip()
        space = word.find(" ")
        return len(self.text) if space < 0 else self.cursor + len(after) - len(word) + space


EMPTY: Final = TextField()
