"""The least that a Textual program does before it can be seen: one widget, one word."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareScreen(App[None]):
    """One widget, as many as the program has."""

    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS = "Static { width: 100%; height: 100%; }"

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static("Ringerunde")


if __name__ == "__main__":
    BareScreen().run(mouse=False)
