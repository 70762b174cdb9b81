"""Who sits where, in plain SQL."""

from __future__ import annotations

from typing import Final

from db.plain_sql import Looked, id_in, moment
from db.records import Interviewer

INVENTED: Final = "øvelse: "
"""How the seat of everybody begins who was invented: nobody else has ever sat there."""

_SEATED: Final = "SELECT id, name, seat, seated_at FROM interviewer"


def who_sits_here(source: Looked, seat: str) -> Interviewer | None:
    """The person who sat down last at this seat; raises SpoiltMoment."""
    with source.look() as reads:
        here = [one for one in reads.rows(_SEATED) if one[2] == seat]
    if not here:
        return None
    id, name, *_ = max(here, key=lambda one: moment(one[3]))
    return Interviewer(id_in(id), name, seat)
