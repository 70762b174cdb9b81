"""Where the commands print: lines as wide as the terminal, never read as markup."""

from textwrap import wrap

from rich.console import Console
from rich.text import Text

from interviewer.draw.lines import shown


class Printer:
    """Lines from the top."""

    def __init__(self) -> None:
        self.console = Console()

    def say(self, words: str, indent: int = 0, style: str = "") -> None:
        """A line, or as many as it takes."""
        room = max(self.console.width - indent, 20)
        for line in shown(words).splitlines():
            for part in wrap(line, room, break_long_words=False, break_on_hyphens=False):
                self._put(" " * indent + part, style)

    def _put(self, line: str, style: str) -> None:
        """Rich is asked for what needs it: it takes long, and lists are long."""
        if style and self.console.is_terminal:
            self.console.print(Text(line, style=style), soft_wrap=True)
        else:
            self.console.file.write(f"{line}\n")

    def head(self, words: str) -> None:
        """What the lines below are about."""
        self._put("", "")
        self.say(words, style="bold")

    def several(self, heading: str, lines: list[str]) -> None:
        """Lines below a heading; neither where there are none."""
        if lines:
            self.head(heading)
        for line in lines:
            self.say(line, indent=2)
