"""The tables of how the work was shared: to whom cases were given, and what was noted on them.

assignments  one row each time a case was given to somebody, or taken back
notes        one row for each note that interviewers and coordinators have left each other
"""

from __future__ import annotations

from typing import Final

from db.exports.export_tables import AT
from db.exports.fields import MOMENT, WHOLE, Field, person, unit
from db.exports.record_sources import CaseGiven, CaseNoted
from schemas.frame.frame import Frame
from schemas.language.text import Text

EACH_ASSIGNMENT: Final = Text(
    "én rad per gang en sak ble gitt til noen eller tatt tilbake, der den siste gjelder",
    nn="éi rad per gong ei sak vart gitt til nokon eller teken tilbake, der den siste gjeld",
    en="one row per time a case was given to somebody or taken back, of which the last counts",
)
EACH_NOTE: Final = Text(
    "én rad per notat som intervjuere og koordinatorer har skrevet om en sak",
    nn="éi rad per notat som intervjuarar og koordinatorar har skrive om ei sak",
    en="one row per note that interviewers and coordinators have written about a case",
)
_GIVEN_TO: Final = Text("Gitt til, nummer", nn="Gitt til, nummer", en="Given to, number")
_GIVEN_BY: Final = Text("Gitt av, nummer", nn="Gitt av, nummer", en="Given by, number")
_WRITTEN_BY: Final = Text("Skrevet av, nummer", nn="Skrive av, nummer", en="Written by, number")
_NUMBER: Final = Text("Nummer i saken", nn="Nummer i saka", en="Number in the case")


def assignment_fields(frame: Frame) -> tuple[Field[CaseGiven], ...]:
    """The columns of an assignment; given to nobody, it is anybody's again."""
    return (
        *unit(frame, lambda one: one.unit_id),
        Field("assignment_no", _NUMBER, lambda one: one.number, WHOLE),
        Field("at", AT, lambda one: one.at, MOMENT, is_stored=True),
        *person("given_to", _GIVEN_TO, lambda one: one.to, lambda one: one.to_name),
        *person("given_by", _GIVEN_BY, lambda one: one.by, lambda one: one.by_name),
    )


def note_fields(frame: Frame) -> tuple[Field[CaseNoted], ...]:
    """The columns of a note."""
    return (
        *unit(frame, lambda one: one.unit_id),
        Field("note_no", _NUMBER, lambda one: one.number, WHOLE),
        Field("at", AT, lambda one: one.at, MOMENT, is_stored=True),
        Field("note", Text("Notat", nn="Notat", en="Note"), lambda one: one.words),
        *person("written_by", _WRITTEN_BY, lambda one: one.by, lambda one: one.by_name),
    )
