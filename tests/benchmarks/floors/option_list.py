"""The least that a list does about an arrow key: Textual's own, with as many rows as we have."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class ListOfOptions(App[None]):
    """One widget with rows; the next one is marked."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def compose(self) -> ComposeResult:
        """The rows."""
        rows = OptionList(*(f"Kommune {nth:03}" for nth in range(self._rows)))
        rows.highlighted = 0
        yield rows


if __name__ == "__main__":
    ListOfOptions(int(sys.argv[1])).run(mouse=False)
