"""A wire between the program and a PostgreSQL server that loses replies.

What is asked arrives, and is carried out; the answer to it does not come, and then the wire is cut,
or nothing ever comes through it again.
"""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from typing import Final

from sqlalchemy import URL

READY: Final = b"Z\0\0\0\5"
"""How the message begins with which a server ends every answer; one letter follows."""

PIECE: Final = 1 << 16

Loses = Callable[[bytes], bool]
"""Whether the reply to what is asked with these bytes is lost."""


class Wire:
    """Connections of one program: `loses` is asked for each request, `stalls` how it goes on."""

    def __init__(self, server: URL, loses: Loses, *, stalls: bool) -> None:
        self._server, self._loses, self._stalls = server, loses, stalls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._carriers: list[tuple[socket.socket, threading.Thread]] = []
        self.lost = 0
        """So many replies so far."""

    def address(self) -> URL:
        """The server's, through the wire; what goes through can be read."""
        plain = {"sslmode": "disable", "gssencmode": "disable"}
        here = self._server.set(host="127.0.0.1", port=self.port, query={})
        return here.update_query_dict(plain)

    def run(self) -> None:
        """Carry what comes, until it is closed."""
        with suppress(OSError):
            while True:
                ours, _ = self._listener.accept()
                thread = threading.Thread(target=self._carry, args=(ours,), daemon=True)
                self._carriers.append((ours, thread))
                thread.start()

    def close(self) -> None:
        """Take no more connections, and end those that a program has let go of without a word."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for ours, thread in self._carriers:
            _cut(ours)
            thread.join()

    def _carry(self, ours: socket.socket) -> None:
        loses = threading.Event()
        with ours, self._connect() as theirs:
            back = threading.Thread(target=self._answer, args=(theirs, ours, loses), daemon=True)
            back.start()
            with suppress(OSError):
                while asked := ours.recv(PIECE):
                    if self._loses(asked):
                        loses.set()
                    theirs.sendall(asked)
            _cut(theirs)
            back.join()

    def _answer(self, theirs: socket.socket, ours: socket.socket, loses: threading.Event) -> None:
        """What is lost is lost when the server has said all of it: it has done what was asked."""
        with suppress(OSError):
            while said := theirs.recv(PIECE):
                if not loses.is_set():
                    ours.sendall(said)
                elif said[-6:-1] == READY:
                    self.lost += 1
                    break
            else:
                _cut(ours)
                return
            if self._stalls:
                return
            _cut(ours)

    def _connect(self) -> socket.socket:
        folder = str(self._server.query.get("host") or "")
        if folder:
            theirs = socket.socket(socket.AF_UNIX)
            theirs.connect(f"{folder}/.s.PGSQL.{self._server.query.get('port') or 5432}")
            return theirs
        return socket.create_connection((self._server.host, self._server.port or 5432))


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


@contextmanager
def wire(server: URL, loses: Loses, *, stalls: bool) -> Iterator[Wire]:
    """A wire to a server, for as long as the block lasts."""
    made = Wire(server, loses, stalls=stalls)
    carrier = threading.Thread(target=made.run, daemon=True)
    carrier.start()
    try:
        yield made
    finally:
        made.close()
        carrier.join()


def now_and_then(dice: random.Random, at_least: int, of: Loses = lambda asked: True) -> Loses:
    """Of what `of` says, every so many-th reply, and never two close together: one tries again."""
    next_one = count()
    due = dice.randint(0, at_least)

    def loses(asked: bytes) -> bool:
        nonlocal due
        if not of(asked):
            return False
        here = next(next_one)
        if here < due:
            return False
        due = here + at_least + dice.randint(1, at_least)
        return True

    return loses


def storing(asked: bytes) -> bool:
    """Whether something is stored: by a COMMIT, or as an answer, which is a transaction alone."""
    return b"COMMIT" in asked or b"INSERT INTO answer_entry" in asked
