"""The keys of what is open on top of a question: its footer and its page of F1 come from here.

A key that stands in a panel's table is the panel's own; what the others lead to, `in_panel` says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interviewer.controls.actions import MOUSE, Meaning, Pressable
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import Keycap
from interviewer.controls.text_keys import EDITING
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import (
    CLOSE_OR_NOT,
    MISTAKE_OR_NOT,
    HangUpPanel,
    nothing_happened,
)
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.identity import WhoPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import HOW, RedirectPanel, offered_to
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.panels.remove import REMOVE_OR_KEEP, RemovePanel
from interviewer.words import WORDS
from schemas.calls.outcomes import BY_KEY
from schemas.language.option_keys import option_keys
from schemas.language.text import Text

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call, Panel


@dataclass(frozen=True, slots=True)
class PanelKey:
    """Keys of a panel, what they do, and the word for it in the footer, if it stands there.

    Characters, as they are `shown`, stand in front of options, or are typed.
    """

    keys: tuple[Keycap, ...]
    help: Text
    word: Text | None = None
    shown: str | Text = ""

    @property
    def meaning(self) -> Meaning:
        """A line of F1."""
        return self.shown or " ".join(one.shown for one in self.keys), self.help


@dataclass(frozen=True, slots=True)
class PanelKeys:
    """What keys do in a panel; while `typing`, characters are text."""

    rows: tuple[PanelKey, ...]
    typing: bool = False

    @property
    def own(self) -> frozenset[Keycap]:
        """The keys that the panel itself knows what to do with."""
        named = {key for row in self.rows for key in row.keys}
        return frozenset(named | (EDITING if self.typing else set()))

    def footer(self, call: "Call") -> tuple[tuple[Keycap, Text], ...]:
        """What stands at the foot: its own, and those that a call cannot wait for."""
        own = ((row.keys[0], row.word) for row in self.rows if row.word is not None)
        others = ((row.keys[0], row.word) for row in _elsewhere(call) if row.word is not None)
        return (*own, *(pair for pair in others if pair[0] not in self.own))

    def pressable(self, call: "Call") -> Iterator[Pressable]:
        """What can be done with one key, by the name that it has in the footer or in F1."""
        others = (row for row in _elsewhere(call) if row.keys[0] not in self.own)
        for row in (*self.rows, *others):
            if row.keys and row.keys[0] not in _TOLD_ANYWHERE:
                yield row.keys[0], row.word, row.help

    def help(self, call: "Call") -> tuple[Meaning, ...]:
        """What F1 says here."""
        edits = _EDITS if self.typing else ()
        others = (row for row in _elsewhere(call) if row.keys[0] not in self.own)
        told = (*(row.meaning for row in self.rows), *edits, *(row.meaning for row in others))
        return (*told, (MOUSE.shown, WORDS.help_mouse))


_EDITS: Final[tuple[Meaning, ...]] = (
    (WORDS.help_type, WORDS.panel_write),
    ("← → Backspace …", WORDS.panel_edit),
)
_TOLD_ANYWHERE: Final = frozenset({Keycap.F1, Keycap.CTRL_F, Keycap.CTRL_Q, Keycap.UP})
"""What the palette tells of wherever it opens, or what only moves."""

DEFINE: Final = PanelKey((Keycap.F2,), WORDS.panel_define, WORDS.key_define)


def _elsewhere(call: "Call") -> Iterator[PanelKey]:
    """What works in every panel."""
    yield PanelKey((Keycap.F1,), WORDS.help_help, WORDS.key_help)
    if call.attempt is not None:
        yield PanelKey((Keycap.F5,), WORDS.panel_to_redirect, WORDS.key_redirect)
        yield PanelKey((Keycap.F9,), WORDS.panel_to_end, WORDS.key_end_call)
    yield PanelKey((Keycap.F4,), WORDS.panel_to_remark)
    yield PanelKey((Keycap.F6,), WORDS.panel_to_jump)
    yield PanelKey((Keycap.F12,), WORDS.panel_to_contact)
    yield PanelKey((Keycap.CTRL_Y,), WORDS.help_copy)
    yield PanelKey((Keycap.CTRL_T,), WORDS.help_telephone)
    yield PanelKey((Keycap.CTRL_R,), WORDS.help_rings)
    yield PanelKey((Keycap.CTRL_L,), WORDS.help_language)
    yield PanelKey((Keycap.CTRL_F,), WORDS.help_find)
    yield PanelKey((Keycap.CTRL_Q,), WORDS.help_quit)


def keys_of(call: "Call", panel: "Panel") -> PanelKeys:
    """The keys of a panel as it stands."""
    match panel:
        case CheckPanel():
            return _check(panel)
        case JumpPanel():
            return PanelKeys(_JUMP, typing=True)
        case RevealPanel():
            return _reveal(panel)
        case HangUpPanel():
            return _hang_up(call, panel)
        case RedirectPanel():
            return _redirect(call, panel)
        case RemarkPanel():
            return PanelKeys(_REMARK, typing=True)
        case ContactPanel():
            return PanelKeys(_CONTACT, typing=True)
        case WhoPanel():
            return _who(call, panel)
        case RemovePanel():
            return PanelKeys((_picks(len(REMOVE_OR_KEEP)), _KEEP))
        case HelpPanel():
            return PanelKeys(_HELP)
        case _:
            raise AssertionError(f"{type(panel).__name__} has no keys")


def _picks(count: int, help: Text = WORDS.panel_pick) -> PanelKey:
    return PanelKey((), help, shown=option_keys(count))


_MOVES: Final = PanelKey(
    (Keycap.UP, Keycap.DOWN, Keycap.PAGE_UP, Keycap.PAGE_DOWN), WORDS.help_moves
)
_CLOSE: Final = WORDS.key_close
_KEEP: Final = PanelKey((Keycap.ESCAPE,), WORDS.panel_keep, WORDS.key_keep)

_REMARK: Final = (
    PanelKey((Keycap.ENTER, Keycap.ESCAPE, Keycap.F4), WORDS.panel_remark, WORDS.key_save),
    DEFINE,
)
_JUMP: Final = (
    PanelKey((Keycap.ENTER,), WORDS.panel_go, WORDS.key_go_there),
    _MOVES,
    PanelKey((Keycap.TAB,), WORDS.panel_missing, WORDS.key_missing),
    PanelKey((Keycap.ESCAPE, Keycap.F6), WORDS.panel_close, _CLOSE),
)
_CONTACT: Final = (
    PanelKey((Keycap.ENTER,), WORDS.panel_field, WORDS.key_next_field),
    PanelKey((Keycap.UP, Keycap.DOWN, Keycap.TAB, Keycap.SHIFT_TAB), WORDS.panel_fields),
    PanelKey((Keycap.ESCAPE, Keycap.F12), WORDS.panel_contact, WORDS.key_save_and_close),
)
_HELP: Final = (
    PanelKey((Keycap.DOWN, Keycap.UP), WORDS.help_moves, WORDS.key_read_on),
    PanelKey((Keycap.PAGE_DOWN, Keycap.PAGE_UP), WORDS.help_moves),
    PanelKey((Keycap.ESCAPE, Keycap.F1), WORDS.panel_shut, _CLOSE),
)


def _who(call: "Call", panel: WhoPanel) -> PanelKeys:
    corrects = PanelKey((Keycap.ENTER, Keycap.F12), WORDS.panel_correct, WORDS.key_on)
    close = PanelKey((Keycap.ESCAPE,), WORDS.panel_close, _CLOSE)
    return PanelKeys((_picks(panel.count(call)), corrects, close))


def _check(panel: CheckPanel) -> PanelKeys:
    if panel.choosing:
        back = PanelKey((Keycap.ESCAPE,), WORDS.panel_back, WORDS.key_return)
        return PanelKeys((_picks(len(panel.fired.evidence)), DEFINE, back))
    if panel.reason is None:
        later = PanelKey((Keycap.ESCAPE,), WORDS.panel_later, WORDS.check_later)
        return PanelKeys((_picks(len(panel.ways)), DEFINE, later))
    saves = PanelKey((Keycap.ENTER,), WORDS.panel_reason, WORDS.key_save)
    back = PanelKey((Keycap.ESCAPE,), WORDS.panel_back, WORDS.key_return)
    return PanelKeys((saves, back, DEFINE), typing=True)


def _reveal(panel: RevealPanel) -> PanelKeys:
    if panel.differs:
        return PanelKeys((_picks(len(panel.reasons), WORDS.panel_why), DEFINE))
    same = PanelKey((Keycap.ENTER, Keycap.ESCAPE), WORDS.panel_same, WORDS.key_on)
    return PanelKeys((same, DEFINE))


def _hang_up(call: "Call", panel: HangUpPanel) -> PanelKeys:
    back = PanelKey((Keycap.ESCAPE, Keycap.F9), WORDS.panel_back, WORDS.key_return)
    if panel.for_ever or panel.mistake:
        asked = CLOSE_OR_NOT if panel.for_ever else MISTAKE_OR_NOT
        return PanelKeys((_picks(len(asked)), back))
    if panel.is_noting:
        ends = PanelKey((Keycap.ENTER,), WORDS.panel_end, WORDS.key_hang_up)
        return PanelKeys((ends, *(_FIRM if panel.agreed else ()), back), typing=True)
    if panel.outcome is not None:
        said = PanelKey((), WORDS.panel_say_time, shown=WORDS.help_type)
        reads = PanelKey((Keycap.ENTER,), WORDS.panel_time, WORDS.key_on)
        return PanelKeys((said, reads, back), typing=True)
    return PanelKeys(tuple(_outcomes(call, panel)))


_FIRM: Final = (
    PanelKey((Keycap.TAB,), WORDS.panel_firm),
    PanelKey((Keycap.SHIFT_TAB,), WORDS.panel_mine),
)


def _outcomes(call: "Call", panel: HangUpPanel) -> Iterator[PanelKey]:
    yield PanelKey((), WORDS.panel_outcome, shown=f"{min(BY_KEY)}–{max(BY_KEY)}")
    if panel.suggested:
        yield PanelKey((Keycap.ENTER,), WORDS.panel_suggested, WORDS.key_on)
    if nothing_happened(call):
        yield PanelKey((Keycap.ZERO,), WORDS.panel_mistake)
    yield PanelKey((Keycap.ESCAPE, Keycap.F9), WORDS.panel_stay, _CLOSE)


def _redirect(call: "Call", panel: RedirectPanel) -> PanelKeys:
    if panel.is_chosen:
        through = PanelKey((Keycap.ENTER,), WORDS.panel_put_through, WORDS.key_on)
        back = PanelKey((Keycap.ESCAPE, Keycap.F5), WORDS.panel_back, WORDS.key_return)
        return PanelKeys((_picks(len(HOW), WORDS.panel_how), through, back))
    where = _picks(len(offered_to(call)), WORDS.panel_where)
    dead_end = PanelKey((Keycap.ZERO,), WORDS.panel_dead_end)
    close = PanelKey((Keycap.ESCAPE, Keycap.F5), WORDS.panel_close, _CLOSE)
    return PanelKeys((where, dead_end, close))
