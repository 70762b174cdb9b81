"""A very small Textual program, for the tests of the terminal they are run in."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, Label


class SmallApp(App[None]):
    """Asks for a name, greets, tells which keys it gets and how large its window is."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Three lines."""
        yield Label("Hva heter du?", id="says")
        yield Input()
        yield Label("", id="key")
        yield Label("", id="size")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Greet; 'slutt' leaves with status 3."""
        if event.value == "slutt":
            self.exit(return_code=3, message="Ha det bra")
        self.query_one("#says", Label).update(f"Hei, {event.value}!")

    def on_key(self, event: events.Key) -> None:
        """Name the key."""
        self.query_one("#key", Label).update(f"<{event.key}>")

    def on_resize(self, event: events.Resize) -> None:
        """Tell the size."""
        self.query_one("#size", Label).update(f"{event.size.width}×{event.size.height}")


if __name__ == "__main__":
    app = SmallApp()
    app.run()
    raise SystemExit(app.return_code)
