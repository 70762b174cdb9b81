"""The answers in a task that could not be stored: kept aside, when the program ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from interviewer.engine.task import Task
from interviewer.services.answers import entry_of, record
from interviewer.services.unsaved import Unsaved, keep

if TYPE_CHECKING:
    from db.engine import Database


def answers_in(task: Task[Any]) -> Iterator[Unsaved]:
    """The answers that a task was to store; what else it does cannot be kept."""
    if task.verb is record:
        lease, id, said, speaking, at, _, begun = task.args
        yield Unsaved(lease.case_id, entry_of(lease, id, said, speaking, at), begun)
    for one in task.args:
        for inner in one if isinstance(one, tuple) else (one,):
            if isinstance(inner, Task):
                yield from answers_in(inner)


def set_aside(db: Database, task: Task[Any]) -> bool:
    """Keep the answers of a task; whether there were any, and room for them."""
    kept = tuple(answers_in(task))
    return bool(kept) and keep(db, kept)
