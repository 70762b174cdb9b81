"""The least that a Textual program does about a key: one widget updated in place.

    python -m tests.benchmarks.floors.in_place PICTURES [DATABASE]

A digit shows the second of two pictures, any other key the first.  With a database the digit is
stored before: one row, committed by plain sqlite3 in the journal mode of the program.
"""

import json
import sqlite3
import sys
from pathlib import Path
from uuid import uuid4

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class InPlace(App[None]):
    """Two pictures, one widget."""

    ENABLE_COMMAND_PALETTE = False
    DEFAULT_CSS = "Static { width: 100%; height: 100%; }"

    def __init__(self, pictures: list[str], database: str | None) -> None:
        super().__init__()
        self._before, self._after = pictures
        self._picture = Static(self._before, markup=False)
        self._database = sqlite3.connect(database, isolation_level=None) if database else None
        if self._database:
            for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL"):
                self._database.execute(f"PRAGMA {pragma}")
            self._database.execute("CREATE TABLE answer (id BLOB PRIMARY KEY, value TEXT)")

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield self._picture

    def on_key(self, event: events.Key) -> None:
        """Store, then show."""
        answered = event.character is not None and event.character.isdigit()
        if answered and self._database:
            answer = uuid4().bytes, event.character
            self._database.execute("INSERT INTO answer VALUES (?, ?)", answer)
        self._picture.update(self._after if answered else self._before)


if __name__ == "__main__":
    found = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    InPlace(found, sys.argv[2] if len(sys.argv) > 2 else None).run(mouse=False)
