"""What a coordinator types before something is decided: a reason, or a name that confirms."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Self, TypeVar

from interviewer.controls.actions import KeyNote, KeyTable, panel
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.long_text import overlong
from interviewer.controls.screen import Notice, Reaction, Screen, Tone
from interviewer.controls.text_keys import typed
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.words import WORDS, say
from schemas.frame.design import FrameDesign
from schemas.frame.names import is_called
from schemas.frame.units import Unit
from schemas.language.clean import one_line
from schemas.language.text import Text
from schemas.review.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """The respondent withdraws: as it cannot be undone, one key is not enough."""

    line: TextField = EMPTY


@dataclass(frozen=True, slots=True)
class WritingNote:
    """What the others are to know about the case.

    Whoever leaves it with something written is `warned_of` that once: in a call, Esc saves a
    remark.
    """

    line: TextField = EMPTY
    warned_of: str = ""

    def left(self) -> Self | None:
        """What Esc leaves of it: nothing, where nothing is written, or that has been said."""
        written = self.line.text
        said = written == self.warned_of or not written.strip()
        return None if said else replace(self, warned_of=written)


M = TypeVar("M", bound=Screen)

NO_REASON: Final = Notice(WORDS.review_reason_missing, "S-REASON")
NO_NOTE: Final = Notice(WORDS.note_missing, "S-NOTE")
NOTE_LEFT: Final = Notice(WORDS.note_not_saved, "S-NOTE-LEFT", Tone.warning)


def asked(
    screen: M,
    line: TextField,
    press: Press,
    keep: Callable[[TextField], M],
    then: Callable[[str], Reaction],
    missing: Notice | None = NO_REASON,
) -> Reaction:
    """What a key does to words that are being typed: with Enter they are used.

    Where there are none, it is said what is `missing`; else whoever uses them looks at that.
    """
    if keycap_of(press) is not Keycap.ENTER:
        after = typed(line, press)
        return Reaction(keep(after) if after else screen)
    words = one_line(line.text)
    if missing and not words:
        return Reaction(screen.told(missing))
    if told := overlong(words):
        return Reaction(screen.told(told))
    return then(words)


def confirmed(
    screen: Screen, unit: Unit, design: FrameDesign, words: str, turn: Reaction
) -> Reaction:
    """The turn, if what was typed names the unit."""
    if is_called(words, unit, design):
        return turn
    return Reaction(screen.told(Notice(say(WORDS.withdraw_other_name, name=unit.name), "S-NAME")))


# ── What its keys are called ─────────────────────────────────────────────────────────────────────


def _reasoning(word: Text) -> KeyTable[object]:
    return panel(
        KeyNote(WORDS.help_type, WORDS.help_reason),
        KeyNote(Keycap.ENTER, WORDS.help_decides, word),
        KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
    )


SAVING: Final = _reasoning(WORDS.key_save)
SENDING: Final = _reasoning(WORDS.key_send)
NOTING: Final = panel(
    KeyNote(WORDS.help_type, WORDS.help_note_words),
    KeyNote(Keycap.ENTER, WORDS.help_note_kept, WORDS.key_save),
    KeyNote(Keycap.ESCAPE, WORDS.help_note_left, WORDS.key_close),
)
WITHDRAWING: Final = panel(
    KeyNote(WORDS.help_type, WORDS.help_place),
    KeyNote(Keycap.ENTER, WORDS.help_erases, WORDS.key_erase),
    KeyNote(Keycap.ESCAPE, WORDS.help_erases_not, WORDS.key_close),
)


def reason_keys(kind: DecisionKind) -> KeyTable[object]:
    """While somebody says why: what is sent back is also sent."""
    return SENDING if kind is DecisionKind.returned else SAVING
