"""What the keys lead to on a finished interview: one for each thing that can be decided."""

from dataclasses import replace
from typing import Final, assert_never

from db.refused_decisions import listing_refused
from interviewer import services
from interviewer.controls.actions import (
    FIND,
    MOVES,
    QUIT,
    READING,
    Action,
    KeyNote,
    KeyTable,
    panel,
)
from interviewer.controls.asking import (
    NO_REASON,
    WITHDRAWING,
    Withdrawing,
    asked,
    confirmed,
    reason_keys,
)
from interviewer.controls.consenting import CONSENTING, Consenting, consented
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Copy, Notice, Reaction, Screen, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.controls.text_keys import typed
from interviewer.engine.finished import own_key
from interviewer.engine.task import in_order, task
from interviewer.engine.text_field import TextField
from interviewer.screens.destinations import ToCall
from interviewer.screens.interview.state import (
    ChoosingClass,
    ChoosingQuestion,
    InterviewReasoning,
    Panel,
    Releasing,
    ReviewCase,
)
from interviewer.services.publishing import listed_text
from interviewer.words import WORDS, say
from schemas.language.option_keys import option_keys
from schemas.review.consents import Consent
from schemas.review.decisions import DecisionKind


def pressed(screen: ReviewCase, press: Press) -> Reaction:
    """What a key leads to."""
    if screen.panel is None:
        return KEYS.led(screen, press) or _way(screen, press)
    if keycap_of(press) is Keycap.ESCAPE:
        return Reaction(replace(screen, panel=None))
    return _in_panel(screen, screen.panel, press)


def _in_panel(screen: ReviewCase, panel: Panel, press: Press) -> Reaction:
    match panel:
        case ChoosingClass():
            return _class(screen, press)
        case ChoosingQuestion():
            return _question(screen, press, panel)
        case Releasing():
            return _released(screen, press, panel)
        case Consenting():
            return _consenting(screen, press, panel)
        case _:
            return _typed(screen, press, panel)


def pasted(screen: ReviewCase, text: str, press: Press) -> Reaction:
    """The open line with pasted text."""
    if isinstance(screen.panel, Consenting):
        said = screen.panel.with_line(screen.panel.line.paste(text))
        return Reaction(replace(screen, panel=said))
    if isinstance(screen.panel, InterviewReasoning | ChoosingQuestion | Withdrawing):
        panel = replace(screen.panel, line=screen.panel.line.paste(text))
        return Reaction(replace(screen, panel=panel))
    return Reaction(screen)


def _way(screen: ReviewCase, press: Press) -> Reaction:
    if move_of(press):
        return Reaction(replace(screen, scroll=screen.scroll.after(press)))
    if press.option is None or press.option >= len(screen.ways):
        return Reaction(screen)
    kind, _ = screen.ways[press.option]
    if kind is None:
        return _edit(screen, press)
    refused = listing_refused(kind, screen.file.item.interview)
    if refused:
        return Reaction(screen.told(Notice(str(refused), refused.code, Tone.warning)))
    if kind is DecisionKind.accepted:
        return _decided(screen, press, InterviewReasoning(kind))
    if kind is DecisionKind.released:
        return _releasing(screen)
    return Reaction(replace(screen, panel=_ASKED.get(kind) or InterviewReasoning(kind)))


def _releasing(screen: ReviewCase) -> Reaction:
    """First read what is published then."""
    reads = task(listed_text, screen.unit.id, screen.who.name)
    return storing(
        screen, reads, lambda text: replace(screen, panel=Releasing(text) if text else None)
    )


def _released(screen: ReviewCase, press: Press, panel: Releasing) -> Reaction:
    if keycap_of(press) is Keycap.CTRL_Y:
        told = screen.told(Notice(WORDS.review_letter_copied, tone=Tone.good))
        return Reaction(told, hands=Copy(panel.text.letter))
    if keycap_of(press) is not Keycap.ENTER:
        return Reaction(screen)
    return _decided(screen, press, InterviewReasoning(DecisionKind.released))


def _consenting(screen: ReviewCase, press: Press, panel: Consenting) -> Reaction:
    def keep(panel: Consenting) -> ReviewCase:
        return replace(screen, panel=panel)

    def then(kind: DecisionKind, consent: Consent) -> Reaction:
        return _decided(screen, press, InterviewReasoning(kind), consent=consent)

    return consented(screen, panel, press, keep, then)


def _class(screen: ReviewCase, press: Press) -> Reaction:
    classes = screen.who.survey.classes.of_interviews()
    if press.option is None or press.option >= len(classes):
        return Reaction(screen)
    panel = InterviewReasoning(DecisionKind.overridden, klass=classes[press.option])
    return Reaction(replace(screen, panel=panel))


def _question(screen: ReviewCase, press: Press, panel: ChoosingQuestion) -> Reaction:
    found = screen.found(panel)
    if keycap_of(press) is Keycap.ENTER and found:
        key = own_key(screen.file.kept, found[min(panel.lit, len(found) - 1)])
        return Reaction(
            replace(screen, panel=InterviewReasoning(DecisionKind.returned, question=key))
        )
    if move_of(press, panel.line):
        lit = moved(panel.lit, press, len(found))
        return Reaction(replace(screen, panel=replace(panel, lit=lit)))
    line = typed(panel.line, press)
    return Reaction(replace(screen, panel=ChoosingQuestion(line)) if line else screen)


def _typed(screen: ReviewCase, press: Press, panel: InterviewReasoning | Withdrawing) -> Reaction:
    def keep(line: TextField) -> ReviewCase:
        return replace(screen, panel=replace(panel, line=line))

    def then(words: str) -> Reaction:
        if isinstance(panel, InterviewReasoning):
            return _decided(screen, press, panel, words)
        turn = _decided(screen, press, InterviewReasoning(DecisionKind.withdrawn))
        return confirmed(screen, screen.unit, screen.who.survey.frame, words, turn)

    missing = None if isinstance(panel, Withdrawing) else NO_REASON
    return asked(screen, panel.line, press, keep, then, missing)


def _decided(
    screen: ReviewCase,
    press: Press,
    panel: InterviewReasoning,
    reason: str = "",
    consent: Consent | None = None,
) -> Reaction:
    file, who, kind = screen.file, screen.who, panel.kind
    signed = press.signed_by(who)
    about = (reason, panel.klass, panel.question, consent)
    decides = task(services.decide, signed, services.AsRead.of(file), kind, *about)
    decided = in_order(decides, task(services.desk_after, who, screen.unit.id))
    return storing(screen, decided, lambda found: _back(screen, *found, press, kind))


def _back(
    screen: ReviewCase,
    desk: services.CoordinatorDesk,
    listed: str,
    press: Press,
    kind: DecisionKind,
) -> Screen:
    """What was decided, and where the unit stands on the public list after that."""
    withdrawn = kind is DecisionKind.withdrawn
    words = WORDS.withdrawn if withdrawn else WORDS.review_done
    said = say(words, place=screen.place, decision=str(kind.label).lower(), listed=listed).strip()
    queue = screen.queue.marking_next(screen.file.case.case_id).read_again(desk, press.at)
    return queue.told(Notice(said, tone=Tone.good))


def _edit(screen: ReviewCase, press: Press) -> Reaction:
    """As an interviewer corrects it: the first other answer opens the interview again."""
    file, who = screen.file, screen.who

    takes = task(services.take_to_edit, file, who, press.at)
    return storing(screen, takes, lambda opened: ToCall(who, opened, press.at))


_ASKED: Final[dict[DecisionKind, Panel]] = {
    DecisionKind.overridden: ChoosingClass(),
    DecisionKind.returned: ChoosingQuestion(),
    DecisionKind.consented: Consenting(),
    DecisionKind.withdrawn: Withdrawing(),
}
"""What is asked first; of every other decision, why."""


def _closed(screen: ReviewCase, press: Press) -> Reaction:
    return Reaction(screen.queue)


def _is_from_cases(screen: ReviewCase) -> bool:
    return screen.queue.lists_cases


def _is_from_queue(screen: ReviewCase) -> bool:
    return not screen.queue.lists_cases


KEYS: Final[KeyTable[ReviewCase]] = KeyTable(
    WORDS.keys_on_interview,
    (
        *READING,
        Action(
            Keycap.ESCAPE, WORDS.help_to_queue, _closed, word=WORDS.key_queue, there=_is_from_queue
        ),
        Action(
            Keycap.ESCAPE, WORDS.help_to_cases, _closed, word=WORDS.key_cases, there=_is_from_cases
        ),
        FIND,
        QUIT,
    ),
)
"""Besides what can be decided, which has keys of its own."""

_QUESTION: Final = panel(
    KeyNote(WORDS.help_type, WORDS.help_find_question),
    MOVES,
    KeyNote(Keycap.ENTER, WORDS.help_question, WORDS.key_on),
    KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
)
_RELEASE: Final = panel(
    KeyNote(Keycap.ENTER, WORDS.help_decides, WORDS.key_save),
    KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
    KeyNote(Keycap.CTRL_Y, WORDS.help_letter, WORDS.key_letter),
)


def _class_keys(screen: ReviewCase) -> KeyTable[object]:
    keys = option_keys(len(screen.who.survey.classes.of_interviews()))
    return panel(
        KeyNote(keys, WORDS.help_class),
        KeyNote(Keycap.ESCAPE, WORDS.help_decides_not, WORDS.key_close),
    )


def keys_of(screen: ReviewCase) -> KeyTable[ReviewCase]:
    """What can be done on the interview, or in what is open on it: Enter by what it does."""
    match screen.panel:
        case None:
            return KEYS
        case ChoosingClass():
            return _class_keys(screen)
        case ChoosingQuestion():
            return _QUESTION
        case Releasing():
            return _RELEASE
        case Consenting():
            return CONSENTING
        case Withdrawing():
            return WITHDRAWING
        case InterviewReasoning(kind=kind):
            return reason_keys(kind)
        case never:
            assert_never(never)
