"""A text that there is no room for."""

from interviewer.controls.screen import Notice
from interviewer.engine.long_text import too_long


def overlong(words: str) -> Notice | None:
    """What to say of a text that there is no room for; it stands where it was typed."""
    problem = too_long(words)
    return Notice(problem.sentence, problem.code) if problem else None
