"""The keys of what is open on top of a question: its footer and its page of F1 come from here.

A key that stands in a panel's table is the panel's own; what the others lead to, `in_panel` says.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from interviewer.controls.actions import FIND_UNTOLD, HELP_TOLD, QUIT_UNTOLD, KeyNote, KeyTable
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import Keycap
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import (
    CLOSE_OR_NOT,
    MISTAKE_OR_NOT,
    THAT_OR_NOT,
    HangUpPanel,
    nothing_happened,
)
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.identity import WhoPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import HOW, KNOWN, RedirectPanel, offered_to
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.call.panels.remove import REMOVE_OR_KEEP, RemovePanel
from interviewer.words import WORDS
from schemas.calls.departments import Department
from schemas.calls.outcomes import BY_KEY
from schemas.language.option_keys import OPTION_KEYS, option_keys, said_keys
from schemas.language.text import Text
from schemas.questionnaire.answers import code_keys

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call, Panel


def _elsewhere(call: "Call") -> tuple[KeyNote, ...]:
    """What works in every panel."""
    on_line = _ON_THE_LINE if call.attempt is not None else ()
    return (HELP_TOLD, *(_UNDO if call.can_undo_now else ()), *on_line, *_ALWAYS)


_ON_THE_LINE: Final = (
    KeyNote(Keycap.F5, WORDS.panel_to_redirect, WORDS.key_redirect),
    KeyNote(Keycap.F9, WORDS.panel_to_end, WORDS.key_end_call),
)
_UNDO: Final = (KeyNote(Keycap.CTRL_Z, WORDS.help_undo, WORDS.key_undo),)
_ALWAYS: Final = (
    KeyNote(Keycap.F4, WORDS.panel_to_remark),
    KeyNote(Keycap.F6, WORDS.panel_to_jump),
    KeyNote(Keycap.F12, WORDS.panel_to_contact),
    KeyNote(Keycap.CTRL_Y, WORDS.help_copy),
    KeyNote(Keycap.CTRL_T, WORDS.help_telephone),
    KeyNote(Keycap.CTRL_R, WORDS.help_rings),
    KeyNote(Keycap.CTRL_L, WORDS.help_language),
    FIND_UNTOLD,
    QUIT_UNTOLD,
)


def keys_of(call: "Call", panel: "Panel") -> KeyTable[object]:
    """The keys of a panel as it stands, and what works in every panel."""
    return replace(own_keys(call, panel), others=_elsewhere(call))


def own_keys(call: "Call", panel: "Panel") -> KeyTable[object]:
    """The keys of a panel as it stands."""
    match panel:
        case CheckPanel():
            return _check(call, panel)
        case JumpPanel():
            tab = WORDS.key_everything if panel.missing else WORDS.key_missing
            return _jump(tab, goes=panel.leads_on(call))
        case RevealPanel():
            return _reveal(panel)
        case HangUpPanel():
            return _hang_up(call, panel)
        case RedirectPanel():
            return _redirect(call, panel)
        case RemarkPanel():
            return _REMARK
        case ContactPanel():
            return _CONTACT
        case WhoPanel():
            return _who(panel.count(call))
        case RemovePanel():
            return KeyTable(WORDS.keys_remove, (_picks(len(REMOVE_OR_KEEP)), _KEEP))
        case HelpPanel():
            return _HELP if panel.page.goes_on else _HELP_IN_SIGHT
        case _:
            raise AssertionError(f"{type(panel).__name__} has no keys")


def told_of_panels(departments: type[Department]) -> tuple[KeyTable[object], ...]:
    """What the README tells of them, each with everything that may be there to choose."""
    places = (*_where(KNOWN, code_keys(tuple(departments))), *_HOW.rows[:2])
    ways = (*_outcomes(suggested=True, by_mistake=True), *_TIMING.rows[:2], *_FIRM)
    return (
        KeyTable(WORDS.keys_redirect, places),
        KeyTable(WORDS.keys_hang_up, ways),
        replace(_who(len(OPTION_KEYS)), title=WORDS.keys_who),
        _REMARK,
        _jump(WORDS.key_missing),
        _checking(confirms=True),
        _CONTACT,
    )


def _jump(tab: Text, *, goes: bool = True) -> KeyTable[object]:
    """Of the overview, where Tab leads to this, and Enter somewhere if it `goes`."""
    rows = (
        *([KeyNote(Keycap.ENTER, WORDS.panel_go, WORDS.key_go_there)] if goes else []),
        _MOVES,
        KeyNote(Keycap.TAB, WORDS.panel_missing, tab),
        KeyNote(Keycap.ESCAPE, WORDS.panel_close, _CLOSE, also=(Keycap.F6,)),
    )
    return KeyTable(WORDS.keys_jump, rows, typing=True)


def _picks(count: int, help: Text = WORDS.panel_pick) -> KeyNote:
    return KeyNote(option_keys(count), help)


DEFINE: Final = KeyNote(Keycap.F2, WORDS.panel_define, WORDS.key_define)
_MOVES: Final = KeyNote(
    "↑ ↓ PgUp PgDn",
    WORDS.help_moves,
    also=(Keycap.UP, Keycap.DOWN, Keycap.PAGE_UP, Keycap.PAGE_DOWN),
)
_CLOSE: Final = WORDS.key_close
_BACK: Final = KeyNote(Keycap.ESCAPE, WORDS.panel_back, WORDS.key_return)
_KEEP: Final = KeyNote(Keycap.ESCAPE, WORDS.panel_keep, WORDS.key_keep)

_REMARK: Final[KeyTable[object]] = KeyTable(
    WORDS.keys_remark,
    (
        KeyNote(
            Keycap.ENTER,
            WORDS.panel_remark,
            WORDS.key_save,
            also=(Keycap.ESCAPE, Keycap.F4),
        ),
        DEFINE,
    ),
    typing=True,
)
_CONTACT: Final[KeyTable[object]] = KeyTable(
    WORDS.keys_contact,
    (
        KeyNote(Keycap.ENTER, WORDS.panel_field, WORDS.key_next_field),
        KeyNote(
            "↑ ↓ Tab Shift+Tab",
            WORDS.panel_fields,
            also=(Keycap.UP, Keycap.DOWN, Keycap.TAB, Keycap.SHIFT_TAB),
        ),
        KeyNote(Keycap.ESCAPE, WORDS.panel_contact, WORDS.key_save_and_close, also=(Keycap.F12,)),
    ),
    typing=True,
)


def _help(down: Text | None) -> KeyTable[object]:
    """Of the page of keys, where ↓ leads to this."""
    rows = (
        KeyNote(Keycap.DOWN, WORDS.help_moves, down, also=(Keycap.UP,)),
        KeyNote(Keycap.PAGE_DOWN, WORDS.help_moves, also=(Keycap.PAGE_UP,)),
        KeyNote(Keycap.ESCAPE, WORDS.panel_shut, _CLOSE, also=(Keycap.F1,)),
    )
    return KeyTable(WORDS.help_title, rows)


_HELP, _HELP_IN_SIGHT = _help(WORDS.key_read_on), _help(None)


def _who(count: int) -> KeyTable[object]:
    corrects = KeyNote(Keycap.ENTER, WORDS.panel_correct, WORDS.key_correct, also=(Keycap.F12,))
    close = KeyNote(Keycap.ESCAPE, WORDS.panel_close, _CLOSE)
    return KeyTable(WORDS.keys_who, (_picks(count), corrects, close))


def _check(call: "Call", panel: CheckPanel) -> KeyTable[object]:
    if panel.choosing:
        rows = (_picks(len(panel.about(call))), DEFINE, _BACK)
        return KeyTable(WORDS.keys_check, rows)
    if panel.reason is None:
        return _checking(confirms=not panel.fired.check.hard)
    saves = KeyNote(Keycap.ENTER, WORDS.panel_reason, WORDS.key_save)
    return KeyTable(WORDS.keys_check, (saves, _BACK, DEFINE), typing=True)


def _checking(*, confirms: bool) -> KeyTable[object]:
    later = KeyNote(Keycap.ESCAPE, WORDS.panel_later, WORDS.check_later)
    return KeyTable(WORDS.keys_check, (_picks(3 if confirms else 2), DEFINE, later))


def _reveal(panel: RevealPanel) -> KeyTable[object]:
    if panel.differs:
        close = (KeyNote(Keycap.ESCAPE, WORDS.panel_close, _CLOSE),) if panel.again else ()
        rows = (_picks(len(panel.reasons), WORDS.panel_why), DEFINE, *close)
        return KeyTable(WORDS.help_title, rows)
    same = KeyNote(Keycap.ENTER, WORDS.panel_same, WORDS.key_on, also=(Keycap.ESCAPE,))
    return KeyTable(WORDS.help_title, (same, DEFINE))


# ── Hanging up ───────────────────────────────────────────────────────────────────────────────────


def _hang_up(call: "Call", panel: HangUpPanel) -> KeyTable[object]:
    if panel.for_ever or panel.mistake or panel.doubted:
        asked = MISTAKE_OR_NOT if panel.mistake else CLOSE_OR_NOT if panel.for_ever else THAT_OR_NOT
        return KeyTable(WORDS.keys_hang_up, (_picks(len(asked)), _RETURN))
    if panel.is_noting:
        ends = KeyNote(Keycap.ENTER, WORDS.panel_end, WORDS.key_hang_up)
        rows = (ends, *(_FIRM if panel.agreed else ()), _RETURN)
        return KeyTable(WORDS.keys_hang_up, rows, typing=True)
    if panel.outcome is not None:
        return _TIMING
    by_mistake = nothing_happened(call)
    ways = _outcomes(suggested=panel.suggested is not None, by_mistake=by_mistake)
    return KeyTable(WORDS.keys_hang_up, tuple(ways))


_RETURN: Final = replace(_BACK, also=(Keycap.F9,))
_FIRM: Final = (
    KeyNote(Keycap.TAB, WORDS.panel_firm),
    KeyNote(Keycap.SHIFT_TAB, WORDS.panel_mine),
)
_TIMING: Final[KeyTable[object]] = KeyTable(
    WORDS.keys_hang_up,
    (
        KeyNote(WORDS.help_type, WORDS.panel_say_time),
        KeyNote(Keycap.ENTER, WORDS.panel_time, WORDS.key_on),
        _RETURN,
    ),
    typing=True,
)


def _outcomes(*, suggested: bool, by_mistake: bool) -> Iterator[KeyNote]:
    yield KeyNote(option_keys(len(BY_KEY)), WORDS.panel_outcome)
    if suggested:
        yield KeyNote(Keycap.ENTER, WORDS.panel_suggested, WORDS.key_on)
    if by_mistake:
        yield KeyNote(Keycap.ZERO, WORDS.panel_mistake)
    yield KeyNote(Keycap.ESCAPE, WORDS.panel_stay, _CLOSE, also=(Keycap.F9,))


# ── Being sent on ────────────────────────────────────────────────────────────────────────────────


def _redirect(call: "Call", panel: RedirectPanel) -> KeyTable[object]:
    if panel.is_chosen:
        return _HOW
    offered = offered_to(call, panel)
    known = sum(one.department is None for one in offered.values())
    return KeyTable(WORDS.keys_redirect, tuple(_where(known, "".join(offered)[known:])))


_HOW: Final[KeyTable[object]] = KeyTable(
    WORDS.keys_redirect,
    (
        _picks(len(HOW), WORDS.panel_how),
        KeyNote(Keycap.ENTER, WORDS.panel_put_through, WORDS.key_on),
        replace(_BACK, also=(Keycap.F5,)),
    ),
)


def _where(known: int, departments: str) -> Iterator[KeyNote]:
    """Whom we know, and the keys of the departments."""
    if known:
        yield KeyNote(option_keys(known), WORDS.panel_whom)
    if departments:
        yield KeyNote(said_keys(departments), WORDS.panel_where)
    yield KeyNote(Keycap.ZERO, WORDS.panel_dead_end)
    yield KeyNote(Keycap.ESCAPE, WORDS.panel_close, _CLOSE, also=(Keycap.F5,))
