"""How the interviews went: everything that was typed, in order, each with its second.

    paradata  one row for each answer, change, remark, confirmed check and so on of every interview

A pause is a row of its own: when it began, and how long it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from heapq import merge
from itertools import chain, groupby, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

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
    Figure,
    Kept,
    alike,
    coded,
    person,
)
from db.exports.record_sources import Noted, SteppedBack
from db.exports.sources import Contact
from db.exports.talks import Situation, TypedTalk
from db.plain_sql import SECONDS, moment, stored_moment
from db.stored_json import load_json, read_each
from schemas.calls.departments import Department
from schemas.language.text import Text
from schemas.questionnaire.answers import MISSING_LABELS, Choice
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import ColumnType
from schemas.review.quality.pace import PAUSE

EACH_EVENT: Final = Text(
    "én rad per svar, endring, merknad, tilbakesteg og pause i hvert intervju, med sekundet",
    nn="éi rad per svar, endring, merknad, tilbakesteg og pause i kvart intervju, med sekundet",
    en="one row per answer, change, remark, step back and pause of each interview, to the second",
)


class Event(Choice):
    """What happened."""

    answer = Text("Svar", nn="Svar", en="Answer")
    change = Text("Endret svar", nn="Endra svar", en="Changed answer")
    remark = Text("Merknad", nn="Merknad", en="Remark")
    confirmed = Text("Bekreftet kontroll", nn="Stadfesta kontroll", en="Confirmed check")
    claim_shown = Text(
        "Det som var oppgitt tidligere, ble vist",
        nn="Det som var oppgitt tidlegare, vart vist",
        en="The earlier claim was shown",
    )
    back = Text(
        "Tilbakesteg til et tidligere spørsmål",
        nn="Tilbakesteg til eit tidlegare spørsmål",
        en="Step back to an earlier question",
    )
    pause = Text("Pause", nn="Pause", en="Pause")
    completed = Text("Fullført", nn="Fullført", en="Completed")


@dataclass(slots=True)
class Happened:
    """One event of an interview; `seconds` since the one before, or as long as the pause was.

    There are more of these than of anything else, so each is made once, and filled in as its place
    among the others is seen; and moments stay text, as a file has them.
    """

    situation: Situation
    event: Event
    at: str
    question: str | None = None
    item: int | None = None
    value: str | None = None
    words: str | None = None
    number: int = 0
    seconds: int | None = None


def event_fields(departments: type[Department]) -> tuple[Field[Happened], ...]:
    """The columns of an event."""
    return (
        Field("interview_id", INTERVIEW_ID, attrgetter("situation.interview_id"), is_id=True),
        Field("unit_id", UNIT_ID, attrgetter("situation.unit_id")),
        Field("event_no", Text("Nummer i intervjuet", nn="Nummer i intervjuet",
              en="Number in the interview"), attrgetter("number"), WHOLE),
        Field("at", AT, attrgetter("at"), MOMENT, is_stored=True),
        Field("seconds", Text("Sekunder siden forrige, eller så lenge pausen varte",
              nn="Sekund sidan førre, eller så lenge pausen varte",
              en="Seconds since the one before, or the length of the pause"),
              attrgetter("seconds"), WHOLE),
        coded("event", Text("Hva som skjedde", nn="Kva som hende", en="What happened"),
              attrgetter("event._name_"), Event),
        Field("question", QUESTION, attrgetter("question")),
        Field("item", ITEM, attrgetter("item"), WHOLE),
        Field("value", Text("Svaret", nn="Svaret", en="The answer"), attrgetter("value"),
              is_answer=True),
        Field("words", Text("Merknad eller begrunnelse", nn="Merknad eller grunngjeving",
              en="Remark or reason"), attrgetter("words")),
        *alike(
            attrgetter("situation"),
            Field("call_no", CALL_NO, attrgetter("situation.call_no"), WHOLE),
            Field("contact_id", CONTACT_ID, attrgetter("situation.informant_id"), is_id=True),
            coded("department", DEPARTMENT, attrgetter("situation.department"), departments),
            Field("person", PERSON, attrgetter("situation.person"), personal=True),
            *person("interviewer", INTERVIEWER, attrgetter("situation.interviewer"),
                    attrgetter("situation.interviewer_name")),
            Field("language", Text("Språk", nn="Språk", en="Language"),
                  attrgetter("situation.language")),
        ),
    )  # fmt: skip


# ── Put in order ─────────────────────────────────────────────────────────────────────────────────


class Notes(NamedTuple):
    """What happened beside the answers."""

    confirmed: Iterable[Noted] = ()
    revealed: Iterable[Noted] = ()
    completed: Iterable[Noted] = ()
    stepped: Iterable[Happened] = ()


def events(
    asked: type[Questionnaire], talks: Iterable[TypedTalk], notes: Notes
) -> Iterator[list[Happened]]:
    """Every event of each interview, by unit, numbered, with the pauses between them.

    Steps back are told by the entry behind them, or stand alone.  In entries of before they were
    noted, somebody has stepped back to an answer that is given above the one before.
    """
    beside, stepped = _by_interview(_beside(notes)), _by_interview(notes.stepped)
    in_a_cell = Kept(_in_a_cell).__getitem__
    # A unit has at most one interview of a questionnaire, so they come one after another.
    for id, talked in groupby(talks, key=attrgetter("situation.interview_id")):
        heard: Iterable[Happened] = _heard(talked, in_a_cell, _decimals(asked))
        if steps := sorted(stepped.pop(id, ()), key=attrgetter("at")):
            heard = merge(heard, steps, key=attrgetter("at"))
        yield _timed([*_with_steps_back(heard, _places(asked)), *beside.pop(id, ())])
    alone = chain.from_iterable((*beside.values(), *stepped.values()))
    for events in _by_interview(alone).values():
        yield _timed(events)


def _by_interview(happened: Iterable[Happened]) -> dict[str, list[Happened]]:
    found: dict[str, list[Happened]] = {}
    for one in happened:
        found.setdefault(one.situation.interview_id, []).append(one)
    return found


InACell = Callable[[str], str | None]


@cache
def _decimals(asked: type[Questionnaire]) -> frozenset[str]:
    """The questions that are answered with a number that may have decimals."""
    types = ((one.id, one.type.columns) for one in asked.by_id.values())
    return frozenset(id for id, held in types if {c.type for c in held} == {ColumnType.decimal})


def _heard(
    talked: Iterable[TypedTalk], in_a_cell: InACell, decimals: frozenset[str]
) -> Iterator[Happened]:
    """An entry is an answer, a change of one, or only a remark on one."""
    values: dict[tuple[str, int | None], str] = {}
    for situation, entries in talked:
        for question, item, stored, remark, at, steps_back in entries:
            if steps_back:
                yield from _stepped_back(situation, steps_back)
            key = question, item
            if (before := values.get(key)) is None:
                event = ANSWER
            elif before != stored:
                event = CHANGE
            else:
                event = REMARK if remark else ANSWER
            values[key] = stored
            value = in_a_cell(stored)
            if value and question in decimals:
                value = Figure(value)
            words = remark or None
            yield Happened(situation, event, stored_moment(at), question, item, value, words)


ANSWER, CHANGE, REMARK = Event.answer, Event.change, Event.remark
BACK, PAUSED = Event.back, Event.pause
"""To ask an enumeration for one of them takes as long as all that is done with it."""


def _stepped_back(situation: Situation, steps: str) -> Iterator[Happened]:
    for question, item, at in read_each(_StepBack._make, steps, "answer_entry.steps_back"):
        yield Happened(situation, BACK, stored_moment(moment(at)), question, item)


class _StepBack(NamedTuple):
    question: str
    item: int | None
    at: str


def _with_steps_back(
    heard: Iterable[Happened], places: Mapping[str | None, _Place]
) -> Iterator[Happened]:
    last = (0, 0, 0)
    for one in heard:
        if (place := places.get(one.question)) is not None:
            section, question, in_roster = place
            item = one.item or 0
            # Whether there are more items is asked again and again, and stands nowhere.
            if item or not in_roster:
                here = section, item, question
                if here < last and one.event is not BACK:
                    yield replace(one, event=BACK, value=None, words=None)
                last = here
        yield one


_Place = tuple[int, int, bool]
"""Where a question stands: its section, its place in it, and whether that is a roster."""


@cache
def _places(asked: type[Questionnaire]) -> Mapping[str | None, _Place]:
    """Where each question stands, worked out once: there are many answers to each."""
    return {
        question.id: (nth, place, issubclass(section, Roster))
        for nth, section in enumerate(asked.sections.values())
        for place, question in enumerate(section.questions)
    }


def _in_a_cell(text: str) -> str | None:
    """A stored answer as it stands in the other tables: codes by name, missing ones by number."""
    stored = load_json(text)
    if isinstance(stored, str) or stored is None:
        return stored
    if isinstance(stored, list):
        return " ".join(map(str, stored))
    if isinstance(stored, dict) and stored.keys() == {"missing"}:
        return _MISSING.get(stored["missing"])
    return json.dumps(stored, ensure_ascii=False)


_MISSING: Final = {state.missing: Figure(state.code) for state in MISSING_LABELS}


def stepped_back(steps: Iterable[SteppedBack], people: Mapping[str, Contact]) -> Iterator[Happened]:
    """The steps back that no answer followed, each with whoever of the `people` was on the line."""
    for one in steps:
        point = people.get(one.informant_id or "")
        situation = Situation(
            one.unit_id,
            one.interview_id,
            one.interviewer,
            one.interviewer_name,
            one.call_no,
            one.informant_id,
            point and point.department,
            point and point.person,
        )
        yield Happened(situation, BACK, stored_moment(moment(one.at)), one.question, one.item)


def _beside(notes: Notes) -> Iterator[Happened]:
    for event, rows in (
        (Event.confirmed, notes.confirmed),
        (Event.claim_shown, notes.revealed),
        (Event.completed, notes.completed),
    ):
        for one in rows:
            by = one.interviewer, one.interviewer_name
            situation, words = Situation(one.unit_id, one.interview_id, *by), one.why or None
            yield Happened(situation, event, one.at, one.question, one.item, one.value, words)


A_DAY: Final = 86_400
"""Seconds."""


def _timed(happened: list[Happened]) -> list[Happened]:
    """By the time, numbered, each with the seconds since the one before; long ones are pauses."""
    happened.sort(key=attrgetter("at"))
    told: list[Happened] = []
    for one, seconds in zip(happened, _seconds_before_each(happened), strict=True):
        if seconds is not None:
            one.seconds = seconds
            was, now = told[-1].situation, one.situation
            if seconds > LONG or (was is not now and _is_another_call(was, now)):
                told.append(_pause(told[-1], seconds, len(told) + 1))
        told.append(one)
        one.number = len(told)
    return told


LONG: Final = PAUSE // timedelta(seconds=1)


def _seconds_before_each(happened: Iterable[Happened]) -> Iterator[int | None]:
    """From the one before, both without fractions; None before the first."""
    moments = [datetime.fromisoformat(one.at[:SECONDS]) for one in happened]
    yield None
    for then, now in pairwise(moments):
        since = now - then
        yield since.days * A_DAY + since.seconds


def _is_another_call(was: Situation, now: Situation) -> bool:
    return was.call_no != now.call_no and was.call_no is not None and now.call_no is not None


def _pause(before: Happened, seconds: int, number: int) -> Happened:
    was = before.situation
    alone = Situation(was.unit_id, was.interview_id, was.interviewer, was.interviewer_name)
    about = before.at, before.question, before.item
    return Happened(alone, PAUSED, *about, number=number, seconds=seconds)
