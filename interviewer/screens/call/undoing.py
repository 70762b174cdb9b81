"""Ctrl+Z in an interview: the last thing is taken back, for as long as nothing builds on it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.controls.keys import Press
from interviewer.controls.screen import Notice, Reaction, Tone
from interviewer.engine.undo import without, words_of
from interviewer.screens.call.state import Call
from interviewer.screens.undo_last import undo_last
from interviewer.words import WORDS

if TYPE_CHECKING:
    from db.undoing import Undone


def undo(call: Call, press: Press) -> Reaction:
    """The last answer, remark or redirect; or the end of the call, if that was the last.

    Why something else was found than was claimed is asked again: another reason takes its place.
    """
    if call.is_writing:
        return Reaction(call.told(Notice(WORDS.undo_close_first, "S-UNDO", Tone.warning)))

    if call.has_just_explained and call.claim is not None and call.panel is None:
        again = replace(call.revealing(call.claim, again=True), explained_on=None)
        return Reaction(again.told(Notice(WORDS.undo_explained, tone=Tone.good)))

    def shows(what: "Undone", opened: services.Opened) -> Call:
        again = replace(without(call, what, opened, press.at), panel=None, below=())
        again = replace(again, definition=None, kept=None, saved_at=press.at)
        again = replace(again, parting=min(call.parting, again.farewell))
        return again.told(Notice(words_of(what, again), tone=Tone.good))

    return undo_last(call, call.who, call.lease, press, shows, call.found)
