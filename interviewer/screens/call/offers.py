"""What the palette finds in an interview: its questions, whatever is open on top of one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from interviewer.controls.actions import KeyTable
from interviewer.controls.keys import AnyKey, Keycap, Press
from interviewer.controls.offers import Offer
from interviewer.controls.screen import Reaction, Screen
from interviewer.controls.scrolling import PAGE
from interviewer.engine.text_field import EMPTY
from interviewer.screens.call.keys import KEYS
from interviewer.screens.call.panel_keys import keys_of
from interviewer.screens.call.panels.jump import JumpLine, JumpPanel
from interviewer.screens.call.state import Call
from interviewer.words import WORDS


def keys_here(call: Call) -> KeyTable[Call]:
    """The keys of the question, or of what is open on top of it."""
    return keys_of(call, call.panel) if call.panel else KEYS


def questions(call: Call) -> Iterator[Offer]:
    """Everything on the route, through the list of questions."""
    for row in JumpPanel.for_call(call).rows:
        if row.fired is None and row.claim is None and not row.aside:
            words = call.talk.said(row.step.question.text)
            number = f"{row.step.number}. " if row.step.number else ""
            section = call.talk.said(row.step.question.section.heading)
            yield Offer(WORDS.find_questions, f"{number}{words}", says=section, leads=_leads(row))


def _leads(row: JumpLine) -> Callable[[Screen, Press], Reaction]:
    return lambda here, press: ToAQuestion(row, press).next(here)


@dataclass(frozen=True, slots=True)
class ToAQuestion:
    """On the way to a question: the list of questions first, and then its line there.

    Where the list does not open, the message line has said why, and one stays.
    """

    row: JumpLine
    press: Press
    is_opened: bool = False

    def next(self, here: Screen) -> Reaction:
        """The list, or the keys from the marked line to the one of the question."""
        if not isinstance(here, Call):
            return Reaction(here)
        if isinstance(here.panel, JumpPanel):
            return Reaction(here, presses=self.press.all(self._in(here, here.panel)))
        if self.is_opened:
            return Reaction(here)
        presses = self.press.all((Keycap.F6,))
        return Reaction(
            here, presses=presses, onward=ToAQuestion(self.row, presses[-1], is_opened=True)
        )

    def _in(self, call: Call, panel: JumpPanel) -> tuple[AnyKey, ...]:
        shows_all = (Keycap.TAB,) if panel.missing else ()
        there = replace(panel, line=EMPTY, missing=False).found(call).index(self.row)
        if panel.line.text or panel.missing:
            return (
                *shows_all,
                Keycap.END,
                Keycap.CTRL_U,
                *_from(0, there),
                Keycap.ENTER,
            )
        return (*_from(panel.lit, there), Keycap.ENTER)


def _from(marked: int, place: int) -> tuple[Keycap, ...]:
    """The keys from one row of a list to another."""
    pages, lines = divmod(abs(place - marked), PAGE)
    if place < marked:
        return (Keycap.PAGE_UP,) * pages + (Keycap.UP,) * lines
    return (Keycap.PAGE_DOWN,) * pages + (Keycap.DOWN,) * lines
