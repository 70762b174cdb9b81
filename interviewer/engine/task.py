"""What must be stored or read, as a value: it is looked at and compared without any database.

A task is a verb of `services` with its arguments.  There is no class for each: what one
needs and gives, the verb's signature says already, and `task` holds the arguments to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from db.database import Database

P = ParamSpec("P")
T = TypeVar("T")
A = TypeVar("A")


@dataclass(frozen=True, slots=True, repr=False)
class Task(Generic[T]):
    """A verb with all that it needs but the database; nothing happens before `run`."""

    verb: Callable[..., T]
    args: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...] = ()

    def run(self, db: Database) -> T:
        """Do it, on the thread that stores; what the verb raises is raised."""
        return self.verb(db, *self.args, **dict(self.named))

    def __repr__(self) -> str:
        """The verb alone: what was said, and about whom, reaches no log."""
        return f"Task({self.verb.__name__})"


def task(verb: Callable[Concatenate[Database, P], T], *args: P.args, **named: P.kwargs) -> Task[T]:
    """The verb with these arguments."""
    return Task(verb, args, tuple(named.items()))


def together(before: Sequence[Task[Any]], last: Task[T]) -> Task[T]:
    """All of it or nothing; what comes of it is what comes of the last."""
    return task(all_or_nothing, tuple(before), last) if before else last


def in_order(first: Task[Any], last: Task[T]) -> Task[T]:
    """One after the other, and what comes of the last."""
    return task(one_by_one, first, last)


@dataclass(frozen=True, slots=True, repr=False)
class UnderWay:
    """What would be lost if the program ended now: a task that is not done, and when it was typed;
    what is `typed` and led to nothing yet; `by` whom, and in which case.
    """

    task: Task[Any] | None
    at: datetime
    typed: tuple[str, ...] = ()
    by: UUID | None = None
    case_id: UUID | None = None

    def __bool__(self) -> bool:
        return self.task is not None or bool(self.typed)


def unless(told: Task[A], then: Task[T]) -> Task[A | T]:
    """What the first one tells, if it tells anything; else the other is done."""
    return Task(told_or_done, (told, then))


def all_or_nothing(db: Database, before: tuple[Task[Any], ...], last: Task[T]) -> T:
    """Several tasks in one transaction."""
    with db.together():
        for one in before:
            one.run(db)
        return last.run(db)


def one_by_one(db: Database, first: Task[Any], last: Task[T]) -> T:
    """Two tasks, each stored by itself."""
    first.run(db)
    return last.run(db)


def told_or_done(db: Database, told: Task[A], then: Task[T]) -> A | T:
    """What one task tells; or, where that is nothing, what comes of another."""
    return told.run(db) or then.run(db)
