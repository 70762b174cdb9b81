"""What a database is asked: through SQLAlchemy, and past it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy.event import listen, remove

from db import ready_statements
from db.database import Database


@contextmanager
def told(db: Database, wanted: Callable[[str], bool] = bool) -> Iterator[list[str]]:
    """The statements that are wanted, as they come; those that begin a transaction, too."""
    heard: list[str] = []
    carried_out, in_turn = ready_statements._carried_out, ready_statements._in_turn

    def hear(text: str) -> None:
        if wanted(text):
            heard.append(text)

    def tell(*event: Any) -> None:
        hear(event[2])

    def tell_of(line: Any, text: str, sent: Any) -> Any:
        hear(text)
        return carried_out(line, text, sent)

    def tell_of_many(cursor: Any, text: str, dialect: Any) -> Any:
        hear(text)
        return in_turn(cursor, text, dialect)

    listen(db._reader, "before_cursor_execute", tell)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ready_statements, "_carried_out", tell_of)
        patch.setattr(ready_statements, "_in_turn", tell_of_many)
        yield heard
    remove(db._reader, "before_cursor_execute", tell)
