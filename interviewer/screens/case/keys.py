"""What the keys lead to on a case: one for each thing that can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Final

from db.records import Interviewer
from db.refused_decisions import case_refused
from interviewer import services
from interviewer.controls.actions import FIND, QUIT, READING, Action, KeyNote, KeyTable, panel
from interviewer.controls.asking import (
    NO_NOTE,
    NO_REASON,
    NOTE_LEFT,
    NOTING,
    WITHDRAWING,
    Withdrawing,
    WritingNote,
    asked,
    confirmed,
    reason_keys,
)
from interviewer.controls.consenting import CONSENTING, Consenting, consented
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Screen, Tone, storing
from interviewer.controls.scrolling import move_of
from interviewer.engine.task import Task, in_order, task
from interviewer.engine.text_field import TextField
from interviewer.screens.case.state import DecideCase, Deciding, GivingCase, Panel, Settling
from interviewer.screens.destinations import ToInterview
from interviewer.screens.into_case import open_case
from interviewer.services.distribution import (
    give_cases,
    take_back_cases,
    whom_to_give,
    write_note,
)
from interviewer.words import WORDS, say
from schemas.calls.outcomes import Outcome
from schemas.language.option_keys import option_keys
from schemas.language.text import Text
from schemas.review.consents import Consent
from schemas.review.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done with a case."""

    label: Text
    begins: Callable[[DecideCase, Press], Reaction]


def ways(screen: DecideCase) -> tuple[Way, ...]:
    """What can be done: nothing more after a withdrawal.

    With a finished interview, what they say to the public list is decided about that.
    """
    if screen.file.decision is Outcome.withdrawn:
        return ()
    if screen.read.finished:
        return (*WAYS, TO_INTERVIEW)
    return (*WAYS, CONSENT) if screen.who.survey.asks_to_be_listed else WAYS


def pressed(screen: DecideCase, press: Press) -> Reaction:
    """What a key leads to."""
    if screen.panel:
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(_left(screen, screen.panel))
        return _in_panel(screen, press, screen.panel)
    if move_of(press):
        return Reaction(replace(screen, scroll=screen.scroll.after(press)))
    possible = ways(screen)
    if press.option is None or press.option >= len(possible):
        return KEYS.led(screen, press) or Reaction(screen)
    return possible[press.option].begins(screen, press)


def _left(screen: DecideCase, panel: Panel) -> DecideCase:
    left = panel.left() if isinstance(panel, WritingNote) else None
    return replace(screen, panel=left, notice=NOTE_LEFT if left else None)


def _in_panel(screen: DecideCase, press: Press, panel: Panel) -> Reaction:
    if isinstance(panel, GivingCase):
        return _given(screen, press, panel)
    if isinstance(panel, Settling):
        return _settled(screen, press)
    if isinstance(panel, Consenting):
        return _consenting(screen, press, panel)
    return _typed(screen, press, panel)


def pasted(screen: DecideCase, text: str, press: Press) -> Reaction:
    """The open line with pasted text."""
    panel = screen.panel
    if panel is None or isinstance(panel, GivingCase | Settling):
        return Reaction(screen)
    line = panel.line.paste(text)
    if isinstance(panel, Consenting):
        return Reaction(replace(screen, panel=panel.with_line(line)))
    return Reaction(replace(screen, panel=replace(panel, line=line)))


def _deciding(screen: DecideCase, kind: DecisionKind) -> Reaction:
    """Ask for the words that belong to a decision; or say at once why it cannot be made."""
    case = screen.line.case
    refused = case_refused(kind, case.outcome, finished=case.interview == "complete")
    if refused:
        return Reaction(screen.told(Notice(str(refused), refused.code, Tone.warning)))
    return Reaction(replace(screen, panel=_ASKED.get(kind) or Deciding(kind)))


def _typed(
    screen: DecideCase, press: Press, panel: Deciding | Withdrawing | WritingNote
) -> Reaction:
    def keep(line: TextField) -> DecideCase:
        return replace(screen, panel=replace(panel, line=line))

    def then(words: str) -> Reaction:
        if isinstance(panel, Withdrawing):
            turn = _stored(screen, press, DecisionKind.withdrawn, "")
            return confirmed(screen, screen.unit, screen.who.survey.frame, words, turn)
        if isinstance(panel, WritingNote):
            signed = press.signed_by(screen.who)
            writing = task(write_note, signed, screen.file.case_id, words)
            return _read_again(screen, writing, press, str(WORDS.note_written))
        return _stored(screen, press, panel.kind, words)

    missing = {Withdrawing: None, WritingNote: NO_NOTE}.get(type(panel), NO_REASON)
    return asked(screen, panel.line, press, keep, then, missing)


def _stored(screen: DecideCase, press: Press, kind: DecisionKind, words: str) -> Reaction:
    who, read, signed = screen.who, screen.read, press.signed_by(screen.who)

    decides = task(services.decide_case, signed, read.as_read, kind, words)
    decided = in_order(decides, task(services.desk, who))
    return storing(screen, decided, lambda desk: _back(screen, desk, press, kind))


def _consenting(screen: DecideCase, press: Press, panel: Consenting) -> Reaction:
    """What they have said before there is any interview: the case stays where it is."""

    def keep(panel: Consenting) -> DecideCase:
        return replace(screen, panel=panel)

    def then(kind: DecisionKind, consent: Consent) -> Reaction:
        signed = press.signed_by(screen.who)
        notes = task(services.note_consent, signed, screen.read.as_read, kind, consent)
        words = say(WORDS.case_consented, decision=kind.label)
        return _read_again(screen, notes, press, words)

    return consented(screen, panel, press, keep, then)


def _give(screen: DecideCase, press: Press) -> Reaction:
    def asks(people: tuple[Interviewer, ...]) -> DecideCase:
        if not people:
            return screen.told(Notice(WORDS.give_nobody, tone=Tone.warning))
        return replace(screen, panel=GivingCase(people))

    return storing(screen, task(whom_to_give), asks)


def _given(screen: DecideCase, press: Press, panel: GivingCase) -> Reaction:
    """Given to the one on the line; the last line is everybody."""
    if press.option is None or press.option > len(panel.people):
        return Reaction(screen)
    signed, case_id = press.signed_by(screen.who), screen.file.case_id
    if press.option == len(panel.people):
        taking = task(take_back_cases, signed, (case_id,))
        return _read_again(screen, taking, press, say(WORDS.taken_now, place=screen.unit.label))
    to = panel.people[press.option]
    giving = task(give_cases, signed, {to.id: (case_id,)})
    words = say(WORDS.given_now, place=screen.unit.label, name=to.name)
    return _read_again(screen, giving, press, words)


def _settled(screen: DecideCase, press: Press) -> Reaction:
    """What stands is right, on the first line; or one of the interviews that were set aside."""
    if press.option is None or press.option > Settling.others(screen.read):
        return Reaction(screen)
    signed, found = press.signed_by(screen.who), screen.read.conflicts
    settling = task(services.settle, signed, found, press.option)
    words = say(WORDS.conflict_settled, place=screen.unit.label)
    return _read_again(screen, settling, press, words)


def _read_again(screen: DecideCase, doing: Task[Any], press: Press, words: str) -> Reaction:
    def then(found: tuple[services.CoordinatorDesk, services.CaseOnDesk]) -> Screen:
        cases = screen.cases.read_again(found[0], press.at)
        now = replace(screen, cases=cases, read=found[1], panel=None)
        return now.told(Notice(words, tone=Tone.good))

    reading = task(services.look_around_at, screen.file.case_id, screen.who)
    return storing(screen, in_order(doing, reading), then)


def _is_there(screen: DecideCase) -> bool:
    return screen.file.decision is not Outcome.withdrawn


def _back(
    screen: DecideCase, desk: services.CoordinatorDesk, press: Press, kind: DecisionKind
) -> Screen:
    decision = str(kind.label).lower()
    words = say(_DONE.get(kind, WORDS.case_closed), place=screen.unit.label, decision=decision)
    cases = screen.cases.marking_next(screen.file.case_id).read_again(desk, press.at)
    return cases.told(Notice(words, tone=Tone.good))


def _to_card(screen: DecideCase, press: Press) -> Reaction:
    """The case as interviewers see it: contacts and numbers; and one can ring."""
    found = screen.cases.desk.listing.found
    case_id, why = screen.file.case_id, screen.line.reason
    return open_case(screen, screen.who, case_id, press, found=found, why=why)


def _to_interview(screen: DecideCase, press: Press) -> Reaction:
    """The finished interview, in review."""
    id, who, cases = screen.read.finished, screen.who, screen.cases
    if id is None:
        return Reaction(screen)
    return storing(
        screen,
        task(services.open_review, id, who),
        lambda file: ToInterview(who, file, cases),
    )


def _decides(kind: DecisionKind) -> Callable[[DecideCase, Press], Reaction]:
    return lambda screen, press: _deciding(screen, kind)


WAYS: Final = (
    Way(WORDS.case_return, _decides(DecisionKind.returned)),
    Way(WORDS.case_not_found, _decides(DecisionKind.not_found_after_search)),
    Way(WORDS.case_out_of_frame, _decides(DecisionKind.out_of_frame)),
    Way(WORDS.case_give_up, _decides(DecisionKind.given_up)),
    Way(WORDS.withdraw, _decides(DecisionKind.withdrawn)),
    Way(WORDS.case_card, _to_card),
)
"""What can be done with every case, in the order of the keys."""

TO_INTERVIEW: Final = Way(WORDS.case_interview, _to_interview)
"""What can be done besides where there is an interview."""

CONSENT: Final = Way(WORDS.case_consent, _decides(DecisionKind.consented))
"""What can be done besides where there is none, and a public list."""

_ASKED: Final[dict[DecisionKind, Panel]] = {
    DecisionKind.withdrawn: Withdrawing(),
    DecisionKind.consented: Consenting(),
}
"""What is asked first; of every other decision, why."""

_DONE: Final = {
    DecisionKind.returned: WORDS.case_returned,
    DecisionKind.withdrawn: WORDS.withdrawn,
}


def _closed(screen: DecideCase, press: Press) -> Reaction:
    return Reaction(screen.cases)


KEYS: Final[KeyTable[DecideCase]] = KeyTable(
    WORDS.keys_on_case,
    (
        *READING,
        Action(
            Keycap.F6,
            WORDS.help_settle,
            lambda screen, press: Reaction(replace(screen, panel=Settling())),
            word=WORDS.key_settle,
            there=lambda screen: bool(screen.read.conflicts),
        ),
        Action(Keycap.F7, WORDS.help_give, _give, word=WORDS.key_give, there=_is_there),
        Action(
            Keycap.F8,
            WORDS.help_note,
            lambda screen, press: Reaction(replace(screen, panel=WritingNote())),
            word=WORDS.key_note,
            there=_is_there,
        ),
        Action(Keycap.ESCAPE, WORDS.help_to_cases, _closed, word=WORDS.key_cases),
        FIND,
        QUIT,
    ),
)
"""Besides what can be done, which has keys of its own."""


def keys_of(screen: DecideCase) -> KeyTable[DecideCase]:
    """What can be done on the case, or in what is open on it."""
    if screen.panel is None:
        return KEYS
    match screen.panel:
        case Withdrawing():
            return WITHDRAWING
        case WritingNote():
            return NOTING
        case Consenting():
            return CONSENTING
        case GivingCase():
            return panel(
                KeyNote(option_keys(len(screen.panel.people) + 1), WORDS.help_give_whom),
                KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
            )
        case Settling():
            return panel(
                KeyNote(option_keys(1 + Settling.others(screen.read)), WORDS.help_settle_which),
                KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
            )
    return reason_keys(screen.panel.kind)
