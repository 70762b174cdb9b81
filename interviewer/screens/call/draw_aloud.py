"""What is read to the one on the line, and what is for the interviewer alone."""

from functools import lru_cache
from typing import Final

from rich.cells import set_cell_size
from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.ink import inked
from interviewer.draw.lines import AIR
from interviewer.draw.page import Page
from interviewer.draw.theme import Role
from interviewer.screens.call.state import Call
from schemas.language.text import Text
from schemas.questionnaire.questions import Question
from schemas.questionnaire.walk import Step

INDENT: Final = 3
"""What is said stands in from the edge, with air around it."""


def aloud(call: Call, body: Page, step: Step) -> None:
    """What is read to the one on the line: on paper of its own, and nothing is brighter."""
    talk, asked = call.talk, step.question
    for above in answered_other(asked):
        body.lines += _band(talk.said(above), body.width, theme.ALOUD_BEFORE)
    role = theme.ALOUD if asked.section.aloud else theme.PAPER
    body.lines += _band(call.read_aloud(asked), body.width, role)


@lru_cache(maxsize=64)
def _band(words: str, width: int, role: Role) -> tuple[Styled, ...]:
    """Words across the page, as wide as it is."""
    inside = width - INDENT - 1
    lines = Page(inside - 1).say(words, role, indent=0).lines
    before = " " * (INDENT - 1)
    across = (set_cell_size(f"{before}{line.plain}", width - 2) for line in lines)
    return tuple(Styled(" ") + inked(words, role) for words in across)


def edge(width: int, step: Step) -> Styled:
    """The line above what is read aloud, and the one below."""
    return _band("", width, theme.ALOUD)[0] if step.question.section.aloud else AIR


def apart(body: Page) -> None:
    """A line without words before what follows, unless there is one."""
    if body.lines[-1].plain.strip():
        body.blank()


def told(call: Call, body: Page, step: Step) -> None:
    """What is for the interviewer alone."""
    talk, asked = call.talk, step.question
    if asked.instruction:
        words = Page(body.width - INDENT - 2).say(talk.said(asked.instruction), indent=0)
        for line in words.lines:
            body.say(Styled("╷ ") + line, indent=INDENT)
            body.lines[-1] = inked(body.lines[-1].plain, theme.SILENT)


def answered_other(asked: Question) -> tuple[Text, ...]:
    """Where this one asks what else: the question that was answered so, and that answer."""
    above = asked.opened_by
    return (above.text, above.other.label) if above and above.other else ()


def definition(call: Call, body: Page, which: int) -> None:
    """A definition, to be read aloud: those of the question at hand come first."""
    every = call.talk.definitions
    one = every[which % len(every)]
    words = one.text.in_(call.talk.language)
    for line in Page(body.width - INDENT - 2).say(words, indent=0).lines:
        edge = inked(f"{' ' * INDENT}┃ ", theme.KEY)
        body.lines.append(edge + inked(line.plain, theme.DEFINED))


def sought_definition(call: Call, body: Page) -> None:
    """The one that was asked for with its key, below what else is read or chosen."""
    if call.definition is not None:
        body.blank()
        definition(call, body, call.definition)
        body.focus = len(body.lines) - 1
