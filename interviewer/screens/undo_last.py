"""Ctrl+Z, on the card and in the interview: what was done last is taken back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from db.records import Lease
from interviewer import services
from interviewer.controls.screen import Next, Notice, Reaction, Screen, Tone, storing
from interviewer.engine.stamp import Stamp
from interviewer.engine.undo import WHY_NOT, end_undone, undoes
from interviewer.screens.destinations import ToCall
from schemas.calls.undone import Barrier
from schemas.calls.whereabouts import FoundAt

if TYPE_CHECKING:
    from db.undoing import Undone

Shows = Callable[["Undone", services.Opened], Next]
"""What is shown of a case in which an answer, a remark, a redirect or a check was undone."""


def undo_last(
    screen: Screen,
    who: services.Caller,
    lease: Lease,
    stamp: Stamp,
    shows: Shows,
    found: tuple[FoundAt, ...] = (),
) -> Reaction:
    """Undo what was done last; where that was to end a call, it goes on."""

    def then(told: services.TakenBack) -> Next:
        if told.what is None or isinstance(told.what, Barrier):
            return screen.told(Notice(str(WHY_NOT[told.what]), "S-UNDO", Tone.warning))
        if told.what.ended is None:
            return shows(told.what, told.opened)
        notice = Notice(end_undone(told.what, stamp.at), tone=Tone.good)
        return ToCall(who, told.opened, stamp.at, told.what.ended.id, found, notice=notice)

    return storing(screen, undoes(lease, stamp), then)
