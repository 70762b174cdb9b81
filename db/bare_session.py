"""A session as the verbs use one: a connection, its transaction, and what is known beside it.

Rows become records at once, and no verb uses what a session keeps of objects: to make that anew for
every unit of work would take a third of it.
"""

from __future__ import annotations

from typing import Any, Self

from sqlalchemy import Connection
from sqlmodel import Session


class BareSession(Session):
    """The transaction begins when the connection is first asked for."""

    def __init__(self, connection: Connection, known: dict[Any, Any]) -> None:
        self._on, self._known = connection, known

    @property
    def info(self) -> dict[Any, Any]:
        """What is known to whoever has the session."""
        return self._known

    def connection(self, *args: Any, **named: Any) -> Connection:
        """The connection, in its transaction."""
        if not self._on.in_transaction():
            self._on.begin()
        return self._on

    def get_bind(self, *args: Any, **named: Any) -> Connection:
        """The connection, as it is."""
        return self._on

    def commit(self) -> None:
        """Store it all."""
        self._on.commit()

    def rollback(self) -> None:
        """Store none of it."""
        self._on.rollback()

    def close(self) -> None:
        """What has not been stored, never is."""
        self._on.rollback()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *problem: object) -> None:
        """Over."""
        self.close()
