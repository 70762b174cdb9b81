"""The table of what was told before anything was asked: one row each time the opening was read."""

from __future__ import annotations

from typing import Final

from db.exports.export_tables import AT, QUESTION
from db.exports.fields import MOMENT, Field, person, unit
from db.exports.record_sources import OpeningTold
from schemas.frame.frame import Frame
from schemas.language.text import Text

EACH_OPENING: Final = Text(
    "én rad per gang åpningsteksten ble lest: i hvilken versjon og målform, når og av hvem",
    nn="éi rad per gong opningsteksten vart lesen: i kva versjon og målform, når og av kven",
    en="one row per time the opening text was read: in which version and language, when, by whom",
)
READ_BY: Final = Text("Lest av", nn="Lesen av", en="Read by")


def opening_fields(frame: Frame) -> tuple[Field[OpeningTold], ...]:
    """The columns of a reading; the words are in the codebook of that version."""
    return (
        *unit(frame, lambda one: one.unit_id),
        Field(
            "interview_id",
            Text("Intervjuets id", nn="Id-en til intervjuet", en="Id of the interview"),
            lambda one: one.interview_id,
            is_id=True,
        ),
        Field("question", QUESTION, lambda one: one.question),
        Field("version", Text("Versjon", nn="Versjon", en="Version"), lambda one: one.version),
        Field(
            "fingerprint",
            Text("Skjemaets fingeravtrykk", nn="Fingeravtrykket til skjemaet", en="Fingerprint"),
            lambda one: one.fingerprint,
        ),
        Field("language", Text("Målform", nn="Målform", en="Language"), lambda one: one.language),
        Field("at", AT, lambda one: one.at, MOMENT, is_stored=True),
        *person("read_by", READ_BY, lambda one: one.by, lambda one: one.by_name),
    )
