"""What would be published: every line, and what a coordinator should know of it."""

from dataclasses import dataclass
from datetime import datetime

from interviewer.controls.reading import LongPage


@dataclass(frozen=True)
class Preview(LongPage):
    """The lines as they would be written at `now`."""

    lines: tuple[str, ...]
    now: datetime
