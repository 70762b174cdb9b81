"""What F1 shows: the keys that do something here, each with what it does."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from rich.text import Text as Styled

from interviewer.controls.actions import Meaning
from interviewer.controls.help import Help, Helped
from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Keys, Surroundings, framed
from interviewer.draw.page import Page
from interviewer.words import WORDS
from schemas.language.text import Text

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey

K = TypeVar("K")


_MOVES: Final = ((Keycap.UP, WORDS.key_up), (Keycap.DOWN, WORDS.key_down))
_CLOSES: Final = (Keycap.ESCAPE, WORDS.key_close)


def keys_in(page: Help) -> Keys:
    """What stands at the foot of it; the keys that move where there is somewhere to move to."""
    return (*_MOVES, _CLOSES) if page.goes_on else (_CLOSES,)


def in_words_of(survey: "Survey", keys: Sequence[tuple[K, Text]]) -> tuple[tuple[K, Text], ...]:
    """Keys with what they do, said with what things are called in the survey."""
    return tuple((key, survey.put(words)) for key, words in keys)


def help_page(
    around: Surroundings, top: Sequence[Styled], screen: Helped, meanings: Sequence[Meaning]
) -> list[Styled]:
    """The whole screen while the page is open."""
    from interviewer.draw.reading import read_on  # nobody has asked at the first picture

    body, page = Page(around.columns), screen.help or Help()
    keys_here(body, meanings)
    read_on(body, page.scroll, room_for_help(around, top))
    return framed(around, top, body, screen.notice, keys_in(page))


def room_for_help(around: Surroundings, top: Sequence[Styled]) -> int:
    """What is left of the screen by what stands above, what is told, and the keys at its foot."""
    return around.rows - len(top) - 2


def keys_here(body: Page, meanings: Sequence[Meaning]) -> None:
    """The keys, one below the other."""
    names = [key.shown if isinstance(key, Keycap) else str(key) for key, _ in meanings]
    width = max(map(len, names))
    body.say(str(WORDS.help_title), theme.STRONG)
    for name, (_, meaning) in zip(names, meanings, strict=True):
        body.say(f"{name:>{width}}  {meaning}", hang=width + 2)
