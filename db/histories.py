"""Whole histories of all cases: what figures and reports are counted from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.database import Database
from db.history_rows import all_histories, found_at
from schemas.calls.ranking.cases import History
from schemas.calls.whereabouts import FoundAt


def histories(db: Database) -> Sequence[History]:
    """Everything that has happened to every case, by unit number."""
    with db.read() as session:
        return list(all_histories(session))


def found_in(histories: Iterable[History]) -> list[FoundAt]:
    """Of every finished case, where the right person sat and who sent us there."""
    finished = (one for one in histories if one.is_finished)
    return [found for history in finished if (found := found_at(history))]
