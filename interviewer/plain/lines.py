"""What a typed line is meant as: keys, in their order, or a wish to hear something.

Characters are the keys of the screen.  What has no character has a name: `/f5`, or the beginning
of the word that stands at the foot of the screen, `/viderekoble`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from interviewer.controls.keys import Keycap
from interviewer.controls.text_keys import EDITING
from interviewer.draw.spoken import Spoken, Typing
from interviewer.words import WORDS, say
from interviewer.words.speaking import SPOKEN
from schemas.frame.fold import fold


@dataclass(frozen=True, slots=True)
class Paste:
    """Text, all of it at once."""

    text: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys by their names, and text; with `more`, the next line goes on in the same text."""

    keys: tuple[str | Paste, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Tell:
    """Something to say, and nothing to do."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Everything once more."""


@dataclass(frozen=True, slots=True)
class Advised:
    """What a good interviewer would do, where one practises."""


Meant: TypeAlias = Keyed | Tell | Again | Advised

ENTER: Final = Keycap.ENTER.names[0]
CLEAR: Final = Keycap.END.names[0], Keycap.CTRL_U.names[0]
"""What takes away what stands in a line."""

GOES_ON: Final = "\\"
"""At the end of a line: the text goes on in the next one."""

_ALONE: Final[dict[str, Meant]] = {
    "": Keyed((ENTER,)),
    "?": Again(),
    "??": Keyed((Keycap.F7.names[0],)),
    "!": Keyed((Keycap.F8.names[0],)),
}
_BETWEEN: Final = " ,.;"
"""What may stand between the keys of several options."""


def meant(line: str, spoken: Spoken, *, goes_on: bool = False) -> Meant:
    """What a line is meant as where that was said; `goes_on` is for the text of the line before."""
    words = line.strip()
    if words in _ALONE and not goes_on:
        return _ALONE[words]
    if words.startswith("/") and not words.startswith("//"):
        return _command(words[1:].strip(), spoken)
    words = words.removeprefix("/") if words.startswith("//") else words
    match spoken.typing:
        case Typing.picks:
            return Keyed((words,)) if len(words) == 1 else _told(SPOKEN.one_key)
        case Typing.marks:
            return Keyed((*(one for one in words if one not in _BETWEEN), ENTER))
        case Typing.seeks:
            return Keyed((*CLEAR, Paste(words)))
        case Typing.writes:
            return Keyed((*CLEAR, Paste(words), ENTER))
        case Typing.lines:
            return _lines(words, goes_on=goes_on)
        case Typing.reads:
            return _told(SPOKEN.only_on)
        case Typing.moves | Typing.listens:
            return _told(SPOKEN.only_keys)


def _lines(words: str, *, goes_on: bool) -> Keyed:
    before = () if goes_on else CLEAR
    if words.endswith(GOES_ON):
        text = Paste(words.removesuffix(GOES_ON).rstrip())
        return Keyed((*before, text, Keycap.CTRL_J.names[0]), more=True)
    return Keyed((*before, Paste(words), ENTER))


def _told(words: object) -> Tell:
    return Tell((str(words),))


# ── Commands ─────────────────────────────────────────────────────────────────────────────────────

NOT_HERE: Final = EDITING | {
    Keycap.F1,
    Keycap.CTRL_F,
    Keycap.CTRL_G,
    Keycap.CTRL_J,
    Keycap.CTRL_O,
    Keycap.CTRL_P,
    Keycap.CTRL_R,
    Keycap.ENTER,
}
"""What is about the look of a screen, the call list, or editing; or is said in another way."""

_NAMED: Final = {
    fold(name): keycap
    for keycap in Keycap
    if keycap not in NOT_HERE or keycap in EDITING
    for name in (*keycap.names, *keycap.shown.split())
    if fold(name)
} | {
    fold(str(WORDS.key_up)): Keycap.UP,
    fold(str(WORDS.key_down)): Keycap.DOWN,
    fold(str(WORDS.key_quit)): Keycap.CTRL_Q,
}


def _command(typed: str, spoken: Spoken) -> Meant:
    words = fold(typed)
    if words == fold(str(SPOKEN.key_advice)):
        return Advised()
    if words in {"", fold(str(WORDS.key_help)), *Keycap.F1.names}:
        return Tell((str(SPOKEN.help), *_commands(spoken)))
    if words in _NAMED:
        return Keyed((_NAMED[words].names[0],))
    found = _beginning(words, _at_the_foot(spoken)) or _beginning(words, _explained(spoken))
    if len(found) == 1:
        return Keyed((next(iter(found)).names[0],))
    if found:
        either = ", ".join(f"/{name.lower()}" for name in found.values())
        return _told(say(SPOKEN.several, typed=typed, told=either))
    return _told(say(SPOKEN.unknown, typed=typed))


def _beginning(words: str, among: Iterator[tuple[Keycap, str]]) -> dict[Keycap, str]:
    return {key: name for key, name in among if fold(name).startswith(words)}


def _at_the_foot(spoken: Spoken) -> Iterator[tuple[Keycap, str]]:
    """The keys that have a word here."""
    return ((key, str(word)) for key, word in spoken.footer if key not in NOT_HERE)


def _explained(spoken: Spoken) -> Iterator[tuple[Keycap, str]]:
    """All that do something here, by the sentence of F1."""
    for key, words in spoken.help:
        if (keycap := _keycap(key)) is not None:
            yield keycap, str(words)


def _commands(spoken: Spoken) -> Iterator[str]:
    """What can be typed, each with what it does."""
    called = {key: str(word).lower() for key, word in spoken.footer}
    for key, words in spoken.help:
        keycap = _keycap(key)
        if keycap is None:
            continue
        names = [called[keycap]] if keycap in called else []
        yield f"/{' eller /'.join((*names, _name(keycap)))}: {words}"


def _keycap(key: object) -> Keycap | None:
    """The key that a line of F1 is about; None for what is not done with a key here."""
    shown = (key.shown if isinstance(key, Keycap) else str(key)).split()
    if shown and shown[0] in _ARROWS:
        return _ARROWS[shown[0]]
    keycap = _NAMED.get(fold(shown[0])) if shown else None
    return None if keycap in NOT_HERE else keycap


def _name(keycap: Keycap) -> str:
    """A key as it is typed here."""
    return _SAID.get(keycap) or keycap.shown.split()[0].lower()


_ARROWS: Final = {"↑": Keycap.DOWN, "↓": Keycap.DOWN}
_SAID: Final = {Keycap.UP: fold(str(WORDS.key_up)), Keycap.DOWN: fold(str(WORDS.key_down))}
"""Keys that have a sign, and no name."""
