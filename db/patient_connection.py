"""A connection to a server on which nobody waits for ever; loaded where psycopg is installed.

Every statement waits in one place, those that a driver sends unasked too: when it connects, for a
ping, and before one is laid aside.
"""

import socket
from typing import Any, Final, TypeVar

from psycopg import Connection
from psycopg.abc import PQGen
from psycopg.rows import TupleRow

from db.patience import Patience

Reply = TypeVar("Reply")


class PatientConnection(Connection[TupleRow]):
    """A connection that is hung up on where the server does not answer in time."""

    patience: float = 8.0
    """Seconds that each statement is waited for."""

    def wait(self, gen: PQGen[Reply], *more: Any, **also: Any) -> Reply:
        """Wait for the reply, as psycopg does, but no longer than we are patient."""
        with _PATIENCE.within(self.patience, self):
            return super().wait(gen, *more, **also)


def _hang_up(line: PatientConnection) -> None:
    """Shut the socket from outside: the waiting thread gets an error instead of nothing."""
    if line.closed:
        return
    with socket.socket(fileno=socket.dup(line.fileno())) as wire:
        wire.shutdown(socket.SHUT_RDWR)


_PATIENCE: Final = Patience(_hang_up)
