"""What a database is asked: through SQLAlchemy, and by what is made ready once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy.event import listen, remove

from db.engine import Database
from db.ready_statements import ReadyStatement


@contextmanager
def told(db: Database, wanted: Callable[[str], bool] = bool) -> Iterator[list[str]]:
    """The statements that are wanted, as they come; those that begin a transaction, too."""
    heard: list[str] = []
    carry_out = ReadyStatement.on

    def hear(text: str) -> None:
        if wanted(text):
            heard.append(text)

    def tell(*event: Any) -> None:
        hear(event[2])

    def tell_of(self: ReadyStatement, *where: Any) -> Any:
        hear(self.text)
        return carry_out(self, *where)

    listen(db._reader, "before_cursor_execute", tell)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ReadyStatement, "on", tell_of)
        yield heard
    remove(db._reader, "before_cursor_execute", tell)
