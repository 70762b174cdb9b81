"""What the keys lead to on the case card: above all, ringing."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid5

from interviewer import services
from interviewer.controls.actions import FIND, HELP, QUIT, Action, KeyNote, KeyTable, panel
from interviewer.controls.asking import NOTING
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.handing import copied, telephoned
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone
from interviewer.controls.scrolling import Scroll, move_of
from interviewer.engine.contact_changes import ContactChange
from interviewer.engine.held_case import HeldCase
from interviewer.engine.undo import without, words_of
from interviewer.screens.card.about_contact import ContactMenu, MergePanel, RetirePanel
from interviewer.screens.card.noting import NotePanel
from interviewer.screens.card.ringing import Dialling, RingAnyway, refused, ring, to_ask_again
from interviewer.screens.card.state import Card, NewContact
from interviewer.screens.destinations import ToCall
from interviewer.screens.undo_last import undo_last
from interviewer.words import WORDS
from schemas.calls.calls import ContactPoint
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.language.messages import AnswerProblem
from schemas.language.option_keys import option_keys, said_keys
from schemas.questionnaire.answers import code_keys

if TYPE_CHECKING:
    from db.undoing import Undone


def pressed(card: Card, press: Press) -> Reaction:
    """What a key leads to; a number that cannot be one is explained.

    Where the case is somebody else's by now, Esc leads out of it, whatever is open.
    """
    if card.lost and keycap_of(press) is Keycap.ESCAPE:
        return card.leave(press)
    try:
        return _pressed(card, press)
    except AnswerProblem as problem:
        return Reaction(card.told(Notice(problem.sentence, problem.code)))


def _act(card: Card, press: Press) -> Reaction:
    keycap = keycap_of(press)
    if keycap in _WRITING and not _may_write(card):
        return refused(card)
    if press.option is not None and press.option < len(card.file.in_use):
        return ring(card, card.file.in_use[press.option], press)
    if keycap in {Keycap.UP, Keycap.DOWN}:
        return Reaction(_moved(replace(card, scroll=Scroll()), 1 if keycap is Keycap.DOWN else -1))
    if move_of(press):
        return Reaction(replace(card, scroll=card.scroll.after(press)))
    return KEYS.led(card, press) or Reaction(card)


def _edit_contact(card: Card, press: Press) -> Reaction:
    return Reaction(card.opening(ContactMenu(card.marked())))


def _to_interview(card: Card, press: Press) -> Reaction:
    asked = to_ask_again(card)
    inside = ToCall(
        card.who,
        card.opened,
        press.at,
        None,
        card.found,
        standing_at=(asked,) if asked else None,
        asks_back=card.file.returned if asked else None,
        rung=card.rung,
    )
    return Reaction(inside)


def _pressed(card: Card, press: Press) -> Reaction:
    if isinstance(card.panel, NewContact):
        return _department(card, press)
    return card.panel.press(card, press) if card.panel else _act(card, press)


def pasted(card: Card, text: str, press: Press) -> Reaction:
    """The open line with pasted text."""
    if isinstance(card.panel, ContactPanel | RetirePanel | NotePanel):
        return Reaction(card.panel.paste(card, text))
    if isinstance(card.panel, Dialling):
        line = card.panel.line.paste(text)
        return Reaction(card.opening(replace(card.panel, line=line)))
    return Reaction(card)


def _undo(card: Card, press: Press) -> Reaction:
    def shows(what: "Undone", opened: services.Opened) -> ToCall:
        now = without(HeldCase.taken_up(card.who, opened, press.at), what, opened, press.at)
        notice = Notice(words_of(what, now), tone=Tone.good)
        return ToCall(
            card.who,
            opened,
            press.at,
            None,
            card.found,
            standing_at=(now.talk.at,),
            notice=notice,
            rung=card.rung,
        )

    return undo_last(card, card.who, card.lease, press, shows, card.found)


def _moved(card: Card, by: int) -> Card:
    last = len(card.file.in_use) - 1
    if last < 0:
        return card
    start = -1 if card.lit is None and by > 0 else card.lit or 0
    return replace(card, lit=max(0, min(start + by, last)))


def _ring_marked(card: Card, press: Press) -> Reaction:
    if card.file.in_use:
        return ring(card, card.marked(), press, asks=card.asks)
    switchboard = card.who.survey.departments.first_rung()
    return ring(card, _new_contact(card, press, switchboard), press, new=True)


def _department(card: Card, press: Press) -> Reaction:
    if keycap_of(press) is Keycap.ESCAPE:
        return Reaction(card.opening(None))
    by_letter = {one.own_key: one for one in card.who.survey.departments}
    department = by_letter.get(press.char.lower())
    if department is None:
        return Reaction(card)
    contact = _new_contact(card, press, department)
    return Reaction(card.opening(ContactPanel.of(contact, new=True)))


def _new_contact(card: Card, press: Press, department: Department) -> ContactPoint:
    id, case_id = uuid5(press.id, "contact"), card.file.case_id
    return ContactPoint.named(id, case_id, department, card.who.name, press.at)


_WRITING = frozenset({Keycap.F5, Keycap.F8, Keycap.F12, Keycap.F6})
"""What is done to write about people: not where somebody has withdrawn."""


def _may_write(card: Card) -> bool:
    return card.file.decision is not Outcome.withdrawn


def _may_be_dialled(card: Card) -> bool:
    return card.may_ring and bool(card.number)


def _telephone(card: Card, press: Press) -> Reaction:
    return telephoned(card, card.number) if card.may_ring else refused(card)


KEYS: Final[KeyTable[Card]] = KeyTable(
    WORDS.keys_on_card,
    (
        HELP,
        Action(
            Keycap.ENTER,
            WORDS.help_ring,
            _ring_marked,
            word=WORDS.key_ring,
            told=lambda card: card.may_ring,
            there=lambda card: not card.ringing,
        ),
        Action(
            Keycap.ENTER,
            WORDS.help_begin,
            _ring_marked,
            word=WORDS.key_begin,
            told=lambda card: card.may_ring,
            there=lambda card: card.ringing,
        ),
        KeyNote("1–9", WORDS.help_ring_number),
        KeyNote("↑ ↓", WORDS.help_line),
        KeyNote(f"{Keycap.PAGE_UP.shown} {Keycap.PAGE_DOWN.shown}", WORDS.help_read_card),
        Action(
            Keycap.F5,
            WORDS.help_new_contact,
            lambda card, press: Reaction(card.opening(NewContact())),
            word=WORDS.key_new_contact,
            told=_may_write,
        ),
        Action(
            Keycap.F6,
            WORDS.help_interview,
            _to_interview,
            word=WORDS.key_interview,
            told=_may_write,
            there=lambda card: card.opened.interview is not None,
        ),
        Action(
            Keycap.F12,
            WORDS.help_edit_contact,
            _edit_contact,
            word=WORDS.key_contact,
            told=_may_write,
            there=lambda card: bool(card.file.in_use),
        ),
        Action(Keycap.F8, WORDS.help_note, lambda card, press: Reaction(card.opening(NotePanel()))),
        Action(
            Keycap.CTRL_Y,
            WORDS.help_copy,
            lambda card, press: copied(card, card.number),
            word=WORDS.key_copy,
            told=_may_be_dialled,
        ),
        Action(
            Keycap.CTRL_T,
            WORDS.help_telephone,
            _telephone,
            word=WORDS.key_telephone,
            told=_may_be_dialled,
        ),
        Action(
            Keycap.CTRL_Z,
            WORDS.help_undo_outcome,
            _undo,
            word=WORDS.key_undo,
            told=lambda card: card.rung,
        ),
        Action(
            Keycap.CTRL_R,
            WORDS.help_rings,
            lambda card, press: card.leave(press, somebody_rings=True),
            word=WORDS.key_rings,
        ),
        Action(
            Keycap.ESCAPE,
            WORDS.help_leave,
            lambda card, press: card.leave(press),
            word=WORDS.key_back_to_list,
        ),
        FIND,
        QUIT,
    ),
)

_DIALLING: Final = panel(
    KeyNote(Keycap.ENTER, WORDS.help_ring_now, WORDS.key_on),
    KeyNote(Keycap.ESCAPE, WORDS.help_not_ring, WORDS.key_close),
)
_ASKING: Final = panel(
    KeyNote("1", WORDS.help_ring_all_the_same),
    KeyNote(Keycap.ENTER, WORDS.help_leave, WORDS.key_back_to_list),
    KeyNote(Keycap.ESCAPE, WORDS.help_not_ring, WORDS.key_to_card),
)
_CONTACT: Final = panel(
    KeyNote(Keycap.ENTER, WORDS.help_next_field, WORDS.key_next_field),
    KeyNote("↑ ↓", WORDS.help_field),
    KeyNote(Keycap.ESCAPE, WORDS.help_save_contact, WORDS.key_save_and_close),
)


def _new_contact_keys(departments: type[Department]) -> KeyTable[object]:
    return panel(
        KeyNote(said_keys(code_keys(tuple(departments))), WORDS.help_department),
        KeyNote(Keycap.ESCAPE, WORDS.help_to_card, WORDS.key_close),
    )


def _menu_keys(count: int) -> KeyTable[object]:
    return panel(
        KeyNote(option_keys(count), WORDS.help_what),
        KeyNote(Keycap.ENTER, WORDS.help_correct, WORDS.key_correct, also=(Keycap.F12,)),
        KeyNote(Keycap.ESCAPE, WORDS.help_to_card, WORDS.key_close),
    )


def _merge_keys(count: int) -> KeyTable[object]:
    return panel(
        KeyNote(option_keys(count), WORDS.help_what),
        KeyNote(Keycap.ESCAPE, WORDS.help_to_menu, WORDS.key_return),
    )


_RETIRE: Final = panel(
    KeyNote(Keycap.ENTER, WORDS.help_retire, WORDS.key_save),
    KeyNote(Keycap.ESCAPE, WORDS.help_to_menu, WORDS.key_return),
)


def told_of_panels(departments: type[Department]) -> tuple[KeyTable[object], ...]:
    """What the README tells of what can be open, with everything that may be there to choose."""
    return (
        replace(_menu_keys(len(ContactChange)), title=WORDS.keys_of_contact),
        replace(_new_contact_keys(departments), title=WORDS.keys_new_contact),
        replace(_ASKING, title=WORDS.keys_ringing),
    )


def keys_of(card: Card) -> KeyTable[Card]:
    """What can be done on the card, or in what is open on it."""
    match card.panel:
        case None:
            return KEYS
        case Dialling():
            return _DIALLING
        case RingAnyway():
            return _ASKING
        case NewContact():
            return _new_contact_keys(card.who.survey.departments)
        case ContactMenu():
            return _menu_keys(len(card.panel.ways(card)))
        case MergePanel():
            return _merge_keys(len(card.panel.options(card)))
        case RetirePanel():
            return _RETIRE
        case NotePanel():
            return NOTING
        case _:
            return _CONTACT
