"""A note about the case, written on its card."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from db.records import CaseFile
from interviewer import services
from interviewer.controls.asking import NO_NOTE, NOTE_LEFT, WritingNote, asked
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.engine.task import in_order, task
from interviewer.engine.text_field import TextField
from interviewer.services.distribution import write_note
from interviewer.words import WORDS

if TYPE_CHECKING:
    from interviewer.screens.card.state import Card


class NotePanel(WritingNote):
    """It is open on the card."""

    def press(self, card: Card, press: Press) -> Reaction:
        """What a key leads to; a note with nothing in it is none."""
        if keycap_of(press) is Keycap.ESCAPE:
            left = self.left()
            return Reaction(card.opening(left).told(NOTE_LEFT if left else None))
        case_id, signed = card.file.case_id, press.signed_by(card.who)

        def shown(file: CaseFile) -> Card:
            return card.now_with(file).told(Notice(WORDS.note_written, tone=Tone.good))

        def written(words: str) -> Reaction:
            writing = task(write_note, signed, case_id, words)
            return storing(card, in_order(writing, task(services.look_into, case_id)), shown)

        def keep(line: TextField) -> Card:
            return card.opening(replace(self, line=line)).told(None)

        return asked(card, self.line, press, keep, written, NO_NOTE)

    def paste(self, card: Any, text: str) -> Any:
        """The line with pasted text."""
        return card.opening(replace(self, line=self.line.paste(text)))
