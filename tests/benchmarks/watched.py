"""The program, noting how far a key has come: `python -m tests.benchmarks.watched NOTES`.

A step is noted when it begins and when it is over, with the CPU that its thread has used until
then; all of a key's are written to NOTES, one line of JSON, when its picture has been sent.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from textual.driver import Driver

from db.database import Database
from db.ready_statements import ReadyStatement
from interviewer.__main__ import main
from interviewer.terminal import picture
from interviewer.terminal.app import Ringerunde
from interviewer.terminal.painting import Painting
from interviewer.terminal.storing import Storing

SENT: Final = "the lines that differ are sent"

STEPS: Final[tuple[tuple[str, Any, str], ...]] = (
    ("the terminal's signs become a key", Driver, "process_message"),
    ("what the key leads to is worked out", Ringerunde, "_pressed"),
    ("the task is run", Storing, "_run"),
    ("the verb stores", Database, "carry_out"),
    ("the statement is carried out", ReadyStatement, "on"),
    ("it is told that the disk comes next", Ringerunde, "_draw_ahead"),
    ("the next picture is drawn ahead", Painting, "draw_ahead"),
    (SENT, picture, "send_frame"),
)
"""The way of a key: what is done, and the call that does it."""


def watch(notes: Path) -> None:
    """Note each step from here on."""
    noted: list[tuple[str, str, float, float]] = []

    def watched(step: str, does: Callable[..., Any]) -> Callable[..., Any]:
        def note(when: str) -> None:
            noted.append((step, when, time.perf_counter(), time.thread_time()))

        def noting(*args: Any, **named: Any) -> Any:
            note("begins")
            try:
                return does(*args, **named)
            finally:
                note("ends")
                if step == SENT:
                    with notes.open("a", encoding="utf-8") as file:
                        file.write(json.dumps(noted) + "\n")
                    noted.clear()

        return noting

    for step, where, name in STEPS:
        setattr(where, name, watched(step, getattr(where, name)))


if __name__ == "__main__":
    watch(Path(sys.argv.pop(1)))
    main()
