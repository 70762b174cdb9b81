"""What stands beside the screen while one practises: what the other one says, and what to do.

It has a place of its own, at the side of a wide screen and at the foot of a narrow one; the screen
is drawn in the room that is left, as if it were that large.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings
from interviewer.draw.clicks import KeySpot, broken, clickable
from interviewer.draw.ink import inked
from interviewer.draw.lines import AIR, MORE_BELOW, shown, wrapped
from interviewer.draw.page import Page
from interviewer.words import cut, say
from interviewer.words.practising import PRACTISING

BESIDE: Final = 120
"""From this width on it stands at the side: a whole screen has room beside it."""

COLUMN: Final = 38
"""Characters of it there."""

_BEGINS: Final = "━━ "
_ENDS: Final = " ━━"
"""What a rule begins and ends with."""

LEAST: Final = 5
"""Lines of it at the foot, whatever is said: the screen above does not jump for every reply."""


class Shown(Enum):
    """How much of it there is."""

    advice = auto()
    words = auto()
    away = auto()

    @property
    def next(self) -> "Shown":
        """What its key leads to."""
        return {Shown.words: Shown.advice, Shown.advice: Shown.away, Shown.away: Shown.words}[self]


@dataclass(frozen=True, slots=True)
class Advice:
    """Keys that would be pressed now, and how that is said."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Who says what; `advice`, and `why`.  In the `guided` round advice is there by itself.

    It `gives_way` where something is to be chosen: nothing that can be may be hidden by it.
    """

    title: str
    words: str
    who: str = ""
    advice: Advice | None = None
    why: str = ""
    guided: bool = False
    gives_way: bool = False
    shown: Shown = Shown.words

    @property
    def spoken(self) -> str:
        """What is said, on one line."""
        return f"{self.who}: {self.words}" if self.who else self.words

    @property
    def advised(self) -> str:
        """What to do, and why."""
        press = say(PRACTISING.press, keys=self.advice.words) if self.advice else ""
        return " ".join(filter(None, (press, self.why)))

    def as_chosen(self, chosen: Shown | None) -> "Prompt":
        """With as much of it as somebody has chosen."""
        usual = Shown.advice if self.guided else Shown.words
        return replace(self, shown=chosen or usual)


Draw = Callable[[Surroundings], list[Styled]]


def prompted(prompt: Prompt, around: Surroundings, draw: Draw) -> list[Styled]:
    """The screen and the prompt, exactly as many lines as there are rows."""
    if around.columns >= BESIDE and prompt.shown is not Shown.away:
        return _at_the_side(prompt, around, draw)
    feet = list(_feet(prompt, around.columns))
    wanted = min(map(len, feet))
    best = _hidden(draw(replace(around, rows=around.rows - wanted, prompt=None)))
    for foot in feet:
        lines = draw(replace(around, rows=around.rows - len(foot), prompt=None))
        if not prompt.gives_way or _hidden(lines) <= best:
            break
    return [*lines, *foot]


def _hidden(lines: list[Styled]) -> tuple[bool, int]:
    """Whether something is out of sight, and how many names are broken: the less, the better."""
    return MORE_BELOW in lines, broken(lines)


def _at_the_side(prompt: Prompt, around: Surroundings, draw: Draw) -> list[Styled]:
    width = around.columns - COLUMN - 1
    lines = draw(replace(around, columns=width, prompt=None))
    page = Page(COLUMN)
    page.say(prompt.title, theme.STRONG).blank()
    _words(page, prompt)
    if prompt.shown is Shown.advice:
        page.blank()
        _advice(page, prompt)
    page.blank().say(_key(prompt))
    beside = page.window(around.rows)
    return [_joined(main, right, width) for main, right in zip(lines, beside, strict=True)]


def _joined(main: Styled, right: Styled, width: int) -> Styled:
    line = main.copy()
    line.truncate(width, overflow="ellipsis")
    line.append(" " * (width - line.cell_len))
    line.append("┃", theme.WAY_HERE)
    return line + right


def _feet(prompt: Prompt, columns: int) -> Iterator[list[Styled]]:
    """What stands at the foot: the whole of it; and less and less, if it gives way."""
    top = _rule(prompt.title, theme.WAY_HERE, _key(prompt), columns)
    if prompt.shown is not Shown.away:
        lines = _lines(prompt, columns)
        yield [top, *lines, *[AIR] * (LEAST - 1 - len(lines))]
        if prompt.gives_way:
            yield [top, *lines]
            yield [top, *_lines(replace(prompt, why=""), columns)]
            yield [top, *_lines(replace(prompt, who="", why=""), columns)]
            yield list(_closest(prompt, columns))
    if prompt.gives_way or prompt.shown is Shown.away:
        yield [top]


def _lines(prompt: Prompt, columns: int) -> list[Styled]:
    page = Page(columns)
    _words(page, prompt)
    if prompt.shown is Shown.advice:
        _advice(page, prompt)
    return page.lines


def _closest(prompt: Prompt, columns: int) -> Iterator[Styled]:
    """Two lines: what is said begins in the rule, and goes on below, where else the advice is."""
    key = _key(prompt)
    room = columns - key.cell_len - len(f"{_BEGINS}  {_ENDS}")
    words, page = shown(prompt.words), Page(columns)
    if prompt.shown is Shown.advice and prompt.advice:
        begins = cut(words, room)
        _advice(page, replace(prompt, why=""))
    else:
        begins = wrapped(Styled(words), room + 1, 0, 0)[0].plain
        page.say(cut(words[len(begins) :].strip(), columns - 2), theme.PAPER)
    yield _rule(begins, theme.PAPER, key, columns)
    yield page.lines[0]


def _rule(words: str, role: theme.Role, key: Styled, columns: int) -> Styled:
    """A line across, with words at its beginning and the key at its end."""
    line = inked(_BEGINS, theme.WAY_HERE) + inked(f"{shown(words)} ", role)
    room = columns - key.cell_len - len(f" {_ENDS}")
    line.truncate(room, overflow="ellipsis")
    line.append("━" * (room - line.cell_len), theme.WAY_HERE)
    return line + Styled(" ") + key + inked(_ENDS, theme.WAY_HERE)


def _key(prompt: Prompt) -> Styled:
    """What the key does from here; a click there is the same."""
    leads = {
        Shown.words: PRACTISING.key_advice,
        Shown.advice: PRACTISING.key_away,
        Shown.away: PRACTISING.key_back,
    }
    words = say(leads[prompt.shown], key=Keycap.CTRL_O.shown)
    return clickable(inked(words, theme.WAY_HERE), KeySpot(Keycap.CTRL_O))


def _words(page: Page, prompt: Prompt) -> None:
    who = f"{prompt.who}: " if prompt.who else ""
    page.say(inked(shown(who), theme.STRONG) + inked(shown(prompt.words), theme.PAPER))


def _advice(page: Page, prompt: Prompt) -> None:
    words = Styled("")
    if prompt.advice:
        words.append(f"{say(PRACTISING.press, keys=shown(prompt.advice.words))} ", theme.KEY)
    page.say(words + inked(shown(prompt.why), theme.SILENT))
