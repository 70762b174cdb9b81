"""A list that typing searches: the line on top of it, and what it says when it is empty."""

from interviewer.controls.search_line import Searched
from interviewer.draw.page import Page
from interviewer.words import WORDS, say
from schemas.frame.design import FrameDesign
from schemas.language.text import Text


def search_line(body: Page, screen: Searched, design: FrameDesign) -> None:
    """What is typed; or what can be."""
    hint = str(design.put(WORDS.search_hint))
    body.typing(screen.line, f"{WORDS.search}: ", hint=hint)


def say_if_empty(body: Page, screen: Searched, nothing: Text) -> None:
    """That nothing fits what is typed; or, where nothing is typed, that there is `nothing`."""
    if screen.ids:
        return
    typed = screen.line.text
    body.blank().say(say(WORDS.nothing_found, typed=typed) if typed.strip() else str(nothing))
