"""What can be done on a screen: one table of it, beside the screen.

From that table come what its keys do, its footer, its page of F1 and its part of the README.  An
action has one key on its screen, one word, one sentence, and one thing that it does.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from functools import cached_property
from typing import Final, Generic, TypeAlias, TypeVar

from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Reaction
from interviewer.controls.text_keys import EDITING
from interviewer.words import WORDS
from schemas.language.text import Text

S = TypeVar("S", contravariant=True)

Footer: TypeAlias = tuple[tuple[Keycap, Text], ...]
"""Keys with their words, as they stand at the foot of a screen."""

Meaning: TypeAlias = tuple[Keycap | Text | str, Text]
"""A key, or what is typed, and what it does: a line of F1."""


Pressable: TypeAlias = tuple[Keycap, Text | None, Text]
"""A key, the word for it in the footer if it has one, and what F1 says of it."""


def always(screen: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action(Generic[S]):
    """Something that can be done where it is `there`.  It stands in the footer where it is `told`;
    without a `word` it never does.  `also` are other keys that do the same.
    """

    key: Keycap
    help: Text
    does: Callable[[S, Press], Reaction]
    _: KW_ONLY
    word: Text | None = None
    there: Callable[[S], bool] = always
    told: Callable[[S], bool] = always
    also: tuple[Keycap, ...] = ()

    @property
    def shown(self) -> str:
        """Its keys as people read them."""
        return " ".join(one.shown for one in (self.key, *self.also))


@dataclass(frozen=True, slots=True)
class KeyNote:
    """Keys that no table has to lead anywhere: the same on every screen, or letters, or arrows.

    `also` are other keys that do the same, or those that the words of `keys` mean.
    """

    keys: Keycap | Text | str
    help: Text | None = None
    word: Text | None = None
    also: tuple[Keycap, ...] = ()

    @property
    def caps(self) -> tuple[Keycap, ...]:
        """Those of them that are no characters."""
        return (self.keys, *self.also) if isinstance(self.keys, Keycap) else self.also

    @property
    def shown(self) -> str:
        """The keys as people read them."""
        if isinstance(self.keys, Keycap):
            return " ".join(one.shown for one in self.caps)
        return str(self.keys)


@dataclass(frozen=True)
class KeyTable(Generic[S]):
    """The actions of a screen, or the keys of what is open on it, in the order they are told.

    While something is `typing`, characters are text; `others` work there too, but lead elsewhere.
    """

    title: Text
    rows: tuple[Action[S] | KeyNote, ...]
    typing: bool = False
    others: tuple[KeyNote, ...] = ()

    @cached_property
    def actions(self) -> tuple[Action[S], ...]:
        """What can be done, each with its key."""
        return tuple(row for row in self.rows if isinstance(row, Action))

    @cached_property
    def _by_key(self) -> Mapping[Keycap, Sequence[Action[S]]]:
        """The actions of each key, in their order."""
        found: dict[Keycap, list[Action[S]]] = {}
        for row in self.actions:
            for key in dict.fromkeys((row.key, *row.also)):
                found.setdefault(key, []).append(row)
        return found

    @cached_property
    def own(self) -> frozenset[Keycap]:
        """The keys that what is open deals with itself."""
        named = {cap for row in self.rows if isinstance(row, KeyNote) for cap in row.caps}
        return frozenset(named | (EDITING if self.typing else set()))

    @property
    def _told(self) -> tuple[Action[S] | KeyNote, ...]:
        """All rows; of the others, those whose keys mean nothing else here."""
        own, edits = self.own, EDITS if self.typing else ()
        others = (row for row in self.others if own.isdisjoint(row.caps))
        return (*self.rows, *edits, *others)

    def led(self, screen: S, press: Press) -> Reaction | None:
        """What a key leads to; None when it is none of these."""
        keycap = keycap_of(press)
        for row in self._by_key.get(keycap, ()) if keycap else ():
            if row.there(screen):
                return row.does(screen, press)
        return None

    def footer(self, screen: S) -> Footer:
        """What stands at the foot of the screen."""
        return tuple(self._footer(screen))

    def _footer(self, screen: S) -> Iterator[tuple[Keycap, Text]]:
        for row in self._told:
            if row.word is None:
                continue
            if isinstance(row, Action):
                if row.there(screen) and row.told(screen):
                    yield row.key, row.word
            elif isinstance(row.keys, Keycap):
                yield row.keys, row.word

    def help(self, screen: S) -> tuple[Meaning, ...]:
        """What F1 says."""
        here = (row for row in self._told if isinstance(row, KeyNote) or row.there(screen))
        return tuple((row.shown, row.help) for row in (*here, MOUSE) if row.help is not None)

    def pressable(self, screen: S) -> Iterator[Pressable]:
        """What can be done with one key here, and nowhere else in the same way."""
        for row in self._told:
            if isinstance(row, Action):
                if row.there(screen):
                    yield row.key, row.word, row.help
            elif isinstance(row.keys, Keycap) and row.help and row not in TOLD_ANYWHERE:
                yield row.keys, row.word, row.help


def panel(*rows: KeyNote) -> KeyTable[object]:
    """The table of something that is open on a screen, which deals with these keys itself."""
    return KeyTable(WORDS.help_title, (HELP, *rows, FIND_UNTOLD, QUIT_UNTOLD))


# ── The same on every screen ─────────────────────────────────────────────────────────────────────

HELP: Final = KeyNote(Keycap.F1, word=WORDS.key_help)
HELP_TOLD: Final = KeyNote(Keycap.F1, WORDS.help_help, WORDS.key_help)
"""Where something is open on top, and F1 tells of that."""
FIND: Final = KeyNote(Keycap.CTRL_F, WORDS.help_find, WORDS.key_find)
FIND_UNTOLD: Final = KeyNote(Keycap.CTRL_F, WORDS.help_find)
"""Everything by its name: the program's, whatever screen it is."""
MOUSE: Final = KeyNote(WORDS.mouse, WORDS.help_mouse)
"""What no key does; it is said wherever the keys are."""
QUIT: Final = KeyNote(Keycap.CTRL_Q, WORDS.help_quit, WORDS.key_quit)
QUIT_UNTOLD: Final = KeyNote(Keycap.CTRL_Q, WORDS.help_quit)
"""Where there is no room for it in the footer."""

LOST: Final[Footer] = ((Keycap.ESCAPE, WORDS.key_back_to_list),)
"""Where the case that one is in has become somebody else's: Esc leads out of it."""

MOVES: Final = KeyNote("↑ ↓", WORDS.help_moves)
ENDS: Final = KeyNote("Home End", WORDS.help_ends)
TYPES: Final = KeyNote(WORDS.help_type, WORDS.help_typing)
READS: Final = (
    KeyNote(Keycap.UP, word=WORDS.key_up),
    KeyNote(Keycap.DOWN, word=WORDS.key_down),
    KeyNote(Keycap.PAGE_DOWN, word=WORDS.key_page),
    MOVES,
)
READING: Final = (HELP, *READS)
"""On a page that is read from top to bottom."""

COLOURS: Final = KeyNote(Keycap.CTRL_G, WORDS.help_colours)
PROMPT: Final = KeyNote(Keycap.CTRL_O, WORDS.help_prompt)
IN_THE_PANELS: Final = (
    KeyNote(Keycap.TAB, WORDS.help_tab),
    KeyNote(Keycap.SHIFT_TAB, WORDS.help_shift_tab),
    KeyNote(Keycap.SPACE, WORDS.help_mark),
    KeyNote(Keycap.ZERO, WORDS.help_zero),
    KeyNote(Keycap.DELETE, WORDS.help_delete),
)
"""In what is open on top of a question, and in lists with several answers."""

EVERYWHERE: Final[KeyTable[object]] = KeyTable(
    WORDS.keys_everywhere,
    (
        KeyNote(Keycap.F1, WORDS.help_help),
        KeyNote(Keycap.ENTER, WORDS.help_enter),
        KeyNote(Keycap.ESCAPE, WORDS.help_escape),
        MOVES,
        *IN_THE_PANELS,
        FIND,
        COLOURS,
        PROMPT,
        QUIT,
        MOUSE,
    ),
)
IN_A_TEXT: Final[KeyTable[object]] = KeyTable(
    WORDS.keys_in_a_text,
    (
        KeyNote(Keycap.CTRL_J, WORDS.help_new_line),
        KeyNote(Keycap.BACKSPACE, WORDS.help_backspace),
        KeyNote(Keycap.LEFT, WORDS.help_left),
        KeyNote(Keycap.RIGHT, WORDS.help_right),
        KeyNote(Keycap.CTRL_LEFT, WORDS.help_word_left),
        KeyNote(Keycap.CTRL_RIGHT, WORDS.help_word_right),
        KeyNote(Keycap.HOME, WORDS.help_start),
        KeyNote(Keycap.END, WORDS.help_end),
        KeyNote(Keycap.CTRL_W, WORDS.help_erase_word),
        KeyNote(Keycap.CTRL_U, WORDS.help_erase_before),
        KeyNote(Keycap.CTRL_K, WORDS.help_erase_behind),
    ),
)
"""What several screens have in common, for the README and for F1 in the interview."""

TOLD_ANYWHERE: Final = frozenset(
    {*EVERYWHERE.rows, *IN_A_TEXT.rows, HELP_TOLD, FIND_UNTOLD, QUIT_UNTOLD}
)
"""What no screen has for itself."""

EDITS: Final = (
    KeyNote(WORDS.help_type, WORDS.panel_write),
    KeyNote("← → Backspace …", WORDS.panel_edit),
)
"""Of a text that is open on a screen."""

ANYWHERE: Final[tuple[Pressable, ...]] = (
    (Keycap.F1, WORDS.key_help, WORDS.help_help),
    (Keycap.CTRL_G, None, WORDS.help_colours),
    (Keycap.CTRL_Q, WORDS.key_quit, WORDS.help_quit),
)
"""What can be done on every screen, by its name."""
