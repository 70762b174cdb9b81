"""How far one is, on a line: the sections on today's route, and a bar in the one at hand."""

from collections import Counter
from typing import Final

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.ink import inked
from interviewer.screens.call.state import Call
from interviewer.words import WORDS, say

BAR: Final = 8
"""Characters of the bar."""


def rail(call: Call, columns: int) -> Styled:
    """Every section by its letter: done, at hand, to come, or off the route; and the count."""
    talk = call.talk
    letters = talk.questionnaire.letters  # one for a section and the items in the middle of it
    asked = Counter(letters[step.question.section] for step in talk.walked.steps)
    wanting = Counter(letters[step.question.section] for step in talk.walked.unanswered)
    here = letters[talk.step.question.section] if talk.step else ""
    line = Styled("")
    for one in dict.fromkeys(letters.values()):
        line.append(f"  {one}", theme.QUIET)
        line.append_text(_mark(one == here, asked[one] - wanting[one], asked[one]))
    right = inked(f"{how_far(call)} ", theme.QUIET)
    return line + Styled(" " * max(columns - line.cell_len - right.cell_len, 1)) + right


def how_far(call: Call) -> str:
    """How many questions of today's route have been answered."""
    steps, unanswered = call.talk.walked.steps, call.talk.walked.unanswered
    return say(WORDS.answered, count=len(steps) - len(unanswered), of=len(steps))


def _mark(here: bool, done: int, every: int) -> Styled:
    if here:
        full = BAR * done // max(every, 1)
        return inked(" ● ", theme.STRONG) + inked("━" * full + "─" * (BAR - full), theme.WAY_HERE)
    if not every:
        return inked(" –", theme.QUIET)
    return inked(" ✓", theme.CHOSEN) if done == every else Styled("")
