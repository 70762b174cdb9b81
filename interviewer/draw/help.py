"""What F1 shows: the keys that do something here, each with what it does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from rich.text import Text as Styled

from interviewer.controls.actions import Meaning
from interviewer.controls.help import Help, Helped
from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, framed
from interviewer.draw.page import Page
from interviewer.words import WORDS
from schemas.language.text import Text

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey

K = TypeVar("K")


HELP_KEYS: Final = (
    (Keycap.UP, WORDS.key_up),
    (Keycap.DOWN, WORDS.key_down),
    (Keycap.ESCAPE, WORDS.key_close),
)


def in_words_of(survey: "Survey", keys: Sequence[tuple[K, Text]]) -> tuple[tuple[K, Text], ...]:
    """Keys with what they do, said with what things are called in the survey."""
    return tuple((key, survey.put(words)) for key, words in keys)


def help_page(
    around: Surroundings, top: Sequence[Styled], screen: Helped, meanings: Sequence[Meaning]
) -> list[Styled]:
    """The whole screen while the page is open."""
    body = Page(around.columns)
    keys_here(body, screen.help or Help(), meanings)
    return framed(around, top, body, screen.notice, HELP_KEYS)


def keys_here(body: Page, page: Help, meanings: Sequence[Meaning]) -> None:
    """The keys, one below the other."""
    names = [key.shown if isinstance(key, Keycap) else str(key) for key, _ in meanings]
    width = max(map(len, names))
    body.say(str(WORDS.help_title), theme.STRONG)
    for place, (name, (_, meaning)) in enumerate(zip(names, meanings, strict=True)):
        body.say(f"{name:>{width}}  {meaning}", hang=width + 2)
        if place <= page.at:
            body.focus = len(body.lines) - 1
