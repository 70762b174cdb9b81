"""How the interviews went: everything that was typed, in order, each with its second.

    paradata  one row for each answer, change, remark, confirmed check and so on of every interview

A pause is a row of its own: when it began, and how long it was.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from db.exports.call_tables import CALL_NO, CONTACT_ID, DEPARTMENT, PERSON
from db.exports.export_tables import AT, QUESTION
from db.exports.fields import (
    INTERVIEW_ID,
    INTERVIEWER,
    ITEM,
    MOMENT,
    UNIT_ID,
    WHOLE,
    Field,
    alike,
    coded,
    person,
)
from db.exports.timelines import Event, Timeline
from schemas.calls.departments import Department
from schemas.language.text import Text

EACH_EVENT: Final = Text(
    "én rad per svar, endring, merknad, tilbakesteg og pause i hvert intervju, med sekundet",
    nn="éi rad per svar, endring, merknad, tilbakesteg og pause i kvart intervju, med sekundet",
    en="one row per answer, change, remark, step back and pause of each interview, to the second",
)


def event_fields(departments: type[Department]) -> tuple[Field[Timeline], ...]:
    """The columns of an event."""
    situation = attrgetter("situation")
    return (
        *alike(
            situation,
            Field("interview_id", INTERVIEW_ID, attrgetter("interview_id"), is_id=True),
            Field("unit_id", UNIT_ID, attrgetter("unit_id")),
        ),
        Field("event_no", Text("Nummer i intervjuet", nn="Nummer i intervjuet",
              en="Number in the interview"), lambda some: range(1, len(some.at) + 1), WHOLE),
        Field("at", AT, attrgetter("at"), MOMENT, is_stored=True),
        Field("seconds", Text("Sekunder siden forrige, eller så lenge pausen varte",
              nn="Sekund sidan førre, eller så lenge pausen varte",
              en="Seconds since the one before, or the length of the pause"),
              attrgetter("seconds"), WHOLE),
        coded("event", Text("Hva som skjedde", nn="Kva som hende", en="What happened"),
              attrgetter("event"), Event),
        Field("question", QUESTION, attrgetter("question")),
        Field("item", ITEM, attrgetter("item"), WHOLE),
        Field("value", Text("Svaret", nn="Svaret", en="The answer"), attrgetter("value"),
              is_answer=True),
        Field("words", Text("Merknad eller begrunnelse", nn="Merknad eller grunngjeving",
              en="Remark or reason"), attrgetter("words")),
        *alike(
            situation,
            Field("call_no", CALL_NO, attrgetter("call_no"), WHOLE),
            Field("contact_id", CONTACT_ID, attrgetter("informant_id"), is_id=True),
            coded("department", DEPARTMENT, attrgetter("department"), departments),
            Field("person", PERSON, attrgetter("person"), personal=True),
            *person("interviewer", INTERVIEWER, attrgetter("interviewer"),
                    attrgetter("interviewer_name")),
            Field("language", Text("Språk", nn="Språk", en="Language"), attrgetter("language")),
        ),
    )  # fmt: skip
