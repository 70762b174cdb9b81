"""What the keys lead to on shared services: confirm them, or keep one apart."""

from dataclasses import replace
from typing import Final

from interviewer import services
from interviewer.controls.actions import FIND, HELP, MOVES, QUIT, Action, KeyTable
from interviewer.controls.asking import asked
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.on_desk import TO_QUEUE
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.engine.sharing_lines import Hindrance, SharingLine
from interviewer.engine.task import Task, in_order, task
from interviewer.engine.text_field import TextField
from interviewer.screens.shared_services.state import SharedServices, SharingReasoning
from interviewer.words import WORDS, say


def pressed(screen: SharedServices, press: Press) -> Reaction:
    """What a key leads to."""
    if screen.panel is not None:
        return _reasoned(screen, press, screen.panel)
    if move_of(press):
        return Reaction(replace(screen, lit=moved(screen.lit, press, len(screen.rows))))
    return KEYS.led(screen, press) or Reaction(screen)


def _enter(screen: SharedServices, press: Press) -> Reaction:
    return _entered(screen, press, screen.marked) if screen.marked else Reaction(screen)


def _keep_apart(screen: SharedServices, press: Press) -> Reaction:
    if not screen.marked or not screen.marked.unit:
        return Reaction(screen)
    if hindrance := screen.marked.hinders_keeping_apart:
        return _hindered(screen, hindrance)
    return Reaction(replace(screen, panel=SharingReasoning(belongs=False)))


def pasted(screen: SharedServices, text: str, press: Press) -> Reaction:
    """The reason with pasted text."""
    if screen.panel is None:
        return Reaction(screen)
    return Reaction(_typed(screen, screen.panel.line.paste(text)))


def _typed(screen: SharedServices, line: TextField) -> SharedServices:
    return replace(screen, panel=screen.panel and replace(screen.panel, line=line))


def _entered(screen: SharedServices, press: Press, row: SharingLine) -> Reaction:
    """Confirm what nobody speaks against; else ask for a reason, or say why it cannot be."""
    if hindrance := row.hinders_confirming:
        return _hindered(screen, hindrance)
    if row.wants_a_reason:
        return Reaction(replace(screen, panel=SharingReasoning(belongs=True)))
    return _confirmed(screen, press, row)


def _hindered(screen: SharedServices, hindrance: Hindrance) -> Reaction:
    told = Notice(str(hindrance.words), f"S-{hindrance.code}", Tone.warning)
    return Reaction(screen.told(told))


def _confirmed(
    screen: SharedServices, press: Press, row: SharingLine, reason: str = ""
) -> Reaction:
    signed = press.signed_by(screen.who)
    proposal, unit = row.proposal, row.unit

    if unit is None:
        return _done(screen, task(services.confirm_all, signed, proposal), press)
    covered = task(services.confirm_covered, signed, unit, proposal.interviewed, reason)
    return _done(screen, covered, press)


def _reasoned(screen: SharedServices, press: Press, reason: SharingReasoning) -> Reaction:
    row = screen.marked
    if keycap_of(press) is Keycap.ESCAPE or row is None or row.unit is None:
        return Reaction(replace(screen, panel=None))
    signed, unit, by = press.signed_by(screen.who), row.unit, row.proposal

    def then(words: str) -> Reaction:
        if reason.belongs:
            return _confirmed(screen, press, row, words)
        return _done(screen, task(services.keep_apart, signed, unit, by.interviewed, words), press)

    return asked(screen, reason.line, press, lambda line: _typed(screen, line), then)


def _done(screen: SharedServices, decides: Task[None], press: Press) -> Reaction:
    who = screen.who

    said = Notice(say(WORDS.shared_done), tone=Tone.good)
    after = replace(screen, panel=None, notice=said)
    return storing(
        screen,
        in_order(decides, task(services.desk, who)),
        lambda desk: replace(after, queue=screen.queue.read_again(desk, press.at)),
    )


KEYS: Final[KeyTable[SharedServices]] = KeyTable(
    WORDS.review_shared,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_confirm, _enter, word=WORDS.key_confirm),
        Action(Keycap.DELETE, WORDS.help_apart, _keep_apart, word=WORDS.key_apart),
        MOVES,
        TO_QUEUE,
        FIND,
        QUIT,
    ),
)
