"""Practising line by line: one conversation after the other, each in its case."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from db.cases import case_id_of, open_case
from db.histories import histories
from interviewer.places import seat
from interviewer.plain.console import Console
from interviewer.plain.talk import CaseTalk
from interviewer.practice.rehearsing import Prompter

if TYPE_CHECKING:
    from db.database import Database


def rehearse(database: "Database") -> int:
    """Until all have been practised, or there are no more lines; the exit status."""
    prompter, console, status = Prompter(database.survey), Console(), 0
    prompter.meet(database)
    for talk in talks(database, prompter, console):
        status = max(status, console.hold(talk))
        if console.is_over:
            break
    return status


def talks(database: "Database", prompter: Prompter, console: Console) -> Iterator[CaseTalk]:
    """A talk for each that is still to be practised; whatever is put down is not taken up again."""
    put_down: set[tuple[int, int]] = set()
    while True:
        made = {case.unit.id: len(case.attempts) for case in histories(database)}
        ahead = (
            (one, call)
            for one, call in prompter.ahead(made)
            if (one.number, made[one.unit.id]) not in put_down
        )
        following = next(ahead, None)
        if following is None:
            return
        one, call = following
        put_down.add((one.number, made[one.unit.id]))
        case_id, rings = case_id_of(one.unit.id), bool(call.rings)
        yield CaseTalk(
            database,
            case_id,
            seat(),
            console.say,
            rings=rings,
            whom=_named(database, case_id, call.person),
            prompter=prompter,
            first=len(put_down) == 1,
        )


def _named(database: "Database", case_id: UUID, person: str) -> UUID | None:
    """The contact point with this name."""
    known = open_case(database, case_id).contacts
    return next((one.id for one in known if person and one.person == person), None)
