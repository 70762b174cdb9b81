"""A note about the case, written on its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from db.records import CaseFile
from interviewer import services
from interviewer.controls.asking import NO_NOTE, asked
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.task import in_order, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.services.distribution import write_note
from interviewer.words import WORDS

if TYPE_CHECKING:
    from interviewer.screens.card.state import Card


@dataclass(frozen=True, slots=True)
class NotePanel:
    """What the others are to know about the case.

    Whoever leaves it with something written is `warned` once: in a call, Esc saves a remark.
    """

    line: TextField = EMPTY
    warned: bool = False

    def press(self, card: Card, press: Press) -> Reaction:
        """What a key leads to; a note with nothing in it is none."""
        if keycap_of(press) is Keycap.ESCAPE:
            return Reaction(self._left(card))
        case_id, signed = card.file.case_id, press.signed_by(card.who)

        def shown(file: CaseFile) -> Card:
            return card.now_with(file).told(Notice(WORDS.note_written, tone=Tone.good))

        def written(words: str) -> Reaction:
            writing = task(write_note, signed, case_id, words)
            return storing(card, in_order(writing, task(services.look_into, case_id)), shown)

        return asked(card, self.line, press, partial(_writing, card), written, NO_NOTE)

    def _left(self, card: Card) -> Card:
        if self.warned or not self.line.text.strip():
            return card.opening(None).told(None)
        warns = Notice(WORDS.note_not_saved, "S-NOTE-LEFT", Tone.warning)
        return card.opening(replace(self, warned=True)).told(warns)

    def paste(self, card: Any, text: str) -> Any:
        """The line with pasted text."""
        return _writing(card, self.line.paste(text))


def _writing(card: Any, line: TextField) -> Any:
    """Whoever writes on is warned anew."""
    return card.opening(NotePanel(line)).told(None)
