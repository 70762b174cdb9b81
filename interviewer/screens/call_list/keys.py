"""What the keys lead to in the call list."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from interviewer import services
from interviewer.controls.actions import (
    FIND,
    HELP,
    MOVES,
    QUIT,
    TYPES,
    Action,
    KeyNote,
    KeyTable,
    panel,
)
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.search_line import sought
from interviewer.engine.task import task
from interviewer.engine.text_field import EMPTY
from interviewer.screens.call_list.filters import ALL, filters
from interviewer.screens.call_list.state import CallList
from interviewer.screens.destinations import ToBringIn, ToOwnQuality, ToWelcome
from interviewer.screens.into_case import open_case
from interviewer.words import WORDS
from schemas.language.option_keys import option_keys


def pressed(screen: CallList, press: Press) -> Reaction:
    """What a key leads to."""
    if screen.choosing:
        return Reaction(_filtered(screen, press))
    return sought(KEYS, screen, press)


def _filtered(screen: CallList, press: Press) -> CallList:
    offered = filters(screen.who.frame)
    if press.option is None or press.option >= len(offered):
        return replace(screen, choosing=keycap_of(press) not in {Keycap.ESCAPE, *_CLOSE})
    return replace(screen, filter=offered[press.option], choosing=False, lit=None, line=EMPTY)


_CLOSE: Final = (Keycap.F6, Keycap.ENTER)
"""What closes the filters besides Esc."""


def _open(screen: CallList, press: Press) -> Reaction:
    if not screen.lines:
        return Reaction(screen)
    line = screen.lines[screen.marked]
    case_id = line.case.case_id
    if case_id in screen.folded:
        return Reaction(replace(screen, unfolded=screen.unfolded | {line.reason}, lit=case_id))
    return open_case(
        screen,
        screen.who,
        case_id,
        press,
        ringing=screen.ringing,
        whom=_whom(screen, case_id) if screen.ringing else None,
        found=screen.listing.found,
        why=line.reason,
    )


def _whom(screen: CallList, case_id: UUID) -> UUID | None:
    """The contact point that was found by what was typed, if it was one."""
    hits = screen.listing.hits(screen.line.text)
    return next((hit.contact_id for hit in hits if hit.case_id == case_id), None)


def _cleared(screen: CallList, press: Press) -> Reaction:
    folded = frozenset[str]()
    return Reaction(
        replace(screen, line=EMPTY, lit=None, filter=ALL, ringing=False, unfolded=folded)
    )


def _is_narrowed(screen: CallList) -> bool:
    """Whether anything but all cases is shown, or a part is unfolded."""
    return screen.ringing or screen.filter is not ALL or bool(screen.line.text or screen.unfolded)


def _other_person(screen: CallList, press: Press) -> Reaction:
    def then(known: tuple[str, ...]) -> ToWelcome:
        return ToWelcome(screen.who.seat, known=known, before=screen)

    return storing(screen, task(services.known_people), then)


def _own_quality(screen: CallList, press: Press) -> Reaction:
    who = screen.who
    return storing(
        screen,
        task(services.own_quality, who, press.at),
        lambda own: ToOwnQuality(who, own, press.at, screen),
    )


KEYS: Final = KeyTable(
    WORDS.call_list,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_open_card, _open, word=WORDS.key_open),
        Action(
            Keycap.F6,
            WORDS.help_filter,
            lambda screen, press: Reaction(replace(screen, choosing=True)),
            word=WORDS.key_filter,
        ),
        Action(
            Keycap.F4,
            WORDS.help_bring_in,
            lambda screen, press: Reaction(ToBringIn(screen.who, screen)),
            word=WORDS.key_bring_in,
        ),
        Action(Keycap.F2, WORDS.help_own_quality, _own_quality),
        Action(
            Keycap.CTRL_R,
            WORDS.help_rings,
            lambda screen, press: Reaction(screen.somebody_rings()),
            word=WORDS.key_rings,
        ),
        Action(
            Keycap.ESCAPE,
            WORDS.help_clear_list,
            _cleared,
            word=WORDS.key_clear,
            told=_is_narrowed,
        ),
        Action(Keycap.CTRL_P, WORDS.help_person, _other_person, word=WORDS.key_person),
        MOVES,
        TYPES,
        FIND,
        QUIT,
    ),
)


def keys_of(screen: CallList) -> KeyTable[CallList]:
    """What can be done in the list, or where one chooses which of the cases it shows."""
    if not screen.choosing:
        return KEYS
    return panel(
        KeyNote(option_keys(len(filters(screen.who.frame))), WORDS.help_filter_one),
        KeyNote(Keycap.ESCAPE, WORDS.help_same_list, WORDS.key_close, also=_CLOSE),
    )
