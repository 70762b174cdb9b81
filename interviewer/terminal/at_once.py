"""A place for the loop to run in where everything that is stored is stored at once.

There is no thread to wait for: a key, what it stores, and what comes of it, in that order.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from interviewer.controls.keys import Keycap
from interviewer.engine.task import Task, UnderWay
from interviewer.services.unsaved import Aside, place_of

if TYPE_CHECKING:
    from db.database import Database


class AtOnce:
    """What is `soon` to be done waits until the keys in hand are down (`settle`)."""

    def __init__(self, database: "Database") -> None:
        self._database = database
        self._aside: Aside | None = None
        self._soon: deque[Callable[[], None]] = deque()

    def settle(self) -> None:
        """Do what was to be done soon, and what comes of that."""
        while self._soon:
            self._soon.popleft()()

    def store(self, task: Task[Any]) -> "Future[Any]":
        """At once; what comes of it is dealt with when the keys in hand are down."""
        stored: Future[Any] = Future()
        try:
            stored.set_result(task.run(self._database))
        except Exception as error:
            stored.set_exception(error)
        return stored

    def as_one(self) -> AbstractContextManager[None]:
        """What leads to something in the block is stored when it ends, all of it or nothing; the
        call list would be read as a whole in it."""
        return self._database.together()

    def soon(self, call: Callable[[], None]) -> None:
        """After the key in hand."""
        self._soon.append(call)

    def set_aside(self, going_on: UnderWay, *, at_once: bool) -> bool:
        """Beside the database."""
        from interviewer.engine.unsaved_tasks import set_aside

        self._aside = self._aside or Aside(place_of(self._database))
        return set_aside(self._aside, going_on)

    def forget_aside(self, *, but_typed: bool) -> bool:
        """It has been stored."""
        return self._aside is not None and self._aside.forget(but_typed=but_typed)

    def keys_at(self, line: int, column: int) -> tuple[str, ...]:
        """Nobody points at anything here."""
        return ()

    def change_looks(self, key: Keycap) -> bool:
        """Nobody looks here."""
        return False

    def crashed(self, error: BaseException) -> None:
        """What nobody foresaw is for whoever runs it."""
        raise error
