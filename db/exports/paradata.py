"""How the interviews went: everything that was typed, in order, each with its second.

    paradata  one row for each answer, change, remark, confirmed check and so on of every interview

A pause is a row of its own: when it began, and how long it was.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache, partial
from itertools import chain, groupby
from operator import attrgetter, itemgetter, sub
from typing import Final, NamedTuple, TypeAlias

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


Heard: TypeAlias = tuple[Situation, str, str, str | None, int | None, str | None, str | None]
"""In which situation what happened, and when; the question, the item, the answer and the words."""

Happened: TypeAlias = tuple[
    Situation, str, str, str | None, int | None, str | None, str | None, int, int | None
]
"""The same with its number in the interview, and the seconds since the one before, or as long as
the pause was.

There are more of these than of anything else: so they are no more than tuples, and moments stay
text, as a file has them.
"""
_SITUATION: Final = 0
_EVENT: Final = 1
_AT: Final = 2
_QUESTION: Final = 3
_ITEM: Final = 4
_VALUE: Final = 5
_WORDS: Final = 6
_NUMBER: Final = 7
_SECONDS: Final = 8


def event_fields(departments: type[Department]) -> tuple[Field[Happened], ...]:
    """The columns of an event."""
    interview_id, unit_id, *others = alike(
        _SITUATION,
        Field("interview_id", INTERVIEW_ID, attrgetter("interview_id"), is_id=True),
        Field("unit_id", UNIT_ID, attrgetter("unit_id")),
        Field("call_no", CALL_NO, attrgetter("call_no"), WHOLE),
        Field("contact_id", CONTACT_ID, attrgetter("informant_id"), is_id=True),
        coded("department", DEPARTMENT, attrgetter("department"), departments),
        Field("person", PERSON, attrgetter("person"), personal=True),
        *person("interviewer", INTERVIEWER, attrgetter("interviewer"),
                attrgetter("interviewer_name")),
        Field("language", Text("Språk", nn="Språk", en="Language"), attrgetter("language")),
    )  # fmt: skip
    return (
        interview_id,
        unit_id,
        Field("event_no", Text("Nummer i intervjuet", nn="Nummer i intervjuet",
              en="Number in the interview"), _NUMBER, WHOLE),
        Field("at", AT, _AT, MOMENT, is_stored=True),
        Field("seconds", Text("Sekunder siden forrige, eller så lenge pausen varte",
              nn="Sekund sidan førre, eller så lenge pausen varte",
              en="Seconds since the one before, or the length of the pause"), _SECONDS, WHOLE),
        coded("event", Text("Hva som skjedde", nn="Kva som hende", en="What happened"),
              _EVENT, Event),
        Field("question", QUESTION, _QUESTION),
        Field("item", ITEM, _ITEM, WHOLE),
        Field("value", Text("Svaret", nn="Svaret", en="The answer"), _VALUE, is_answer=True),
        Field("words", Text("Merknad eller begrunnelse", nn="Merknad eller grunngjeving",
              en="Remark or reason"), _WORDS),
        *others,
    )  # fmt: skip


# ── Put in order ─────────────────────────────────────────────────────────────────────────────────


class Notes(NamedTuple):
    """What happened beside the answers."""

    confirmed: Iterable[Noted] = ()
    revealed: Iterable[Noted] = ()
    completed: Iterable[Noted] = ()
    stepped: Iterable[Heard] = ()


class MayShow(NamedTuple):
    """What may be shown: the answers to `open` questions as they are, all else as it is `told`.

    That is asked for with the unit, the question, the answer and the words.
    """

    open: Container[str | None]
    told: Callable[[str, str | None, str | None, str | None], tuple[str | None, str | None]]


def events(
    asked: type[Questionnaire], talks: Iterable[TypedTalk], notes: Notes, shown: MayShow
) -> Iterator[Happened]:
    """Every event of the interviews, by unit, numbered, with the pauses between them.

    Steps back are told by the entry behind them, or stand alone.  In entries of before they were
    noted, somebody has stepped back to an answer that is given above the one before.
    """
    beside, stepped = _by_interview(_beside(notes)), _by_interview(notes.stepped)
    known = _Questions.of(asked)
    # A unit has at most one interview of a questionnaire, so they come one after another.
    for id, talked in groupby(talks, key=attrgetter("situation.interview_id")):
        heard = _heard(talked, sorted(stepped.pop(id, ()), key=_BY_TIME), known)
        yield from _timed([*heard, *beside.pop(id, ())], shown)
    alone = chain.from_iterable((*beside.values(), *stepped.values()))
    for events in _by_interview(alone).values():
        yield from _timed(events, shown)


def _by_interview(heard: Iterable[Heard]) -> dict[str, list[Heard]]:
    found: dict[str, list[Heard]] = {}
    for one in heard:
        found.setdefault(one[_SITUATION].interview_id, []).append(one)
    return found


class _Questions(NamedTuple):
    """What is known of the questions: how a stored answer stands in a cell, which of them are
    answered with a number that may have decimals, and where each stands, by id and item.
    """

    in_a_cell: Mapping[str, str | None]
    decimals: frozenset[str]
    place: Mapping[tuple[str | None, int | None], Place | None]

    @classmethod
    def of(cls, asked: type[Questionnaire]) -> _Questions:
        types = ((one.id, one.type.columns) for one in asked.by_id.values())
        decimals = (id for id, held in types if {c.type for c in held} == {ColumnType.decimal})
        return cls(Kept(_in_a_cell), frozenset(decimals), Kept(partial(_place, _places(asked))))


Place = tuple[int, int, int]
"""Where an answer stands: its section, the item in it, and the question."""


def _heard(talked: Iterable[TypedTalk], steps: list[Heard], known: _Questions) -> Iterator[Heard]:
    """An entry is an answer, a change of one, or only a remark on one; between them are the `steps`
    back that none was behind.
    """
    in_a_cell, decimals, place = known
    values: dict[tuple[str, int | None], str] = {}
    last: Place = (0, 0, 0)
    for situation, entries in talked:
        for question, item, stored, remark, at, steps_back in entries:
            at = stored_moment(at)
            if steps or steps_back:
                for step in chain(_before(at, steps), _stepped_back(situation, steps_back)):
                    yield step
                    last = place[step[_QUESTION], step[_ITEM]] or last
            key = question, item
            if (here := place[key]) is not None:
                if here < last:
                    yield situation, BACK, at, question, item, None, None
                last = here
            if (before := values.get(key)) is None:
                event = ANSWER
            elif before != stored:
                event = CHANGE
            else:
                event = REMARK if remark else ANSWER
            values[key] = stored
            value = in_a_cell[stored]
            if value and question in decimals:
                value = Figure(value)
            yield situation, event, at, question, item, value, remark or None
    yield from steps


ANSWER, CHANGE, REMARK = Event.answer.name, Event.change.name, Event.remark.name
BACK, PAUSED = Event.back.name, Event.pause.name
"""To ask an enumeration for one of them takes as long as all that is done with it."""


def _before(at: str, steps: list[Heard]) -> Iterator[Heard]:
    while steps and steps[0][_AT] < at:
        yield steps.pop(0)


def _stepped_back(situation: Situation, steps: str | None) -> Iterator[Heard]:
    if steps is None:
        return
    for question, item, at in read_each(_StepBack._make, steps, "answer_entry.steps_back"):
        yield situation, BACK, stored_moment(moment(at)), question, item, None, None


class _StepBack(NamedTuple):
    question: str
    item: int | None
    at: str


def _place(
    places: Mapping[str | None, tuple[int, int, bool]], about: tuple[str | None, int | None]
) -> Place | None:
    """Whether there are more items is asked again and again, and stands nowhere."""
    id, item = about
    if (place := places.get(id)) is None:
        return None
    section, question, in_roster = place
    return (section, item or 0, question) if item or not in_roster else None


@cache
def _places(asked: type[Questionnaire]) -> Mapping[str | None, tuple[int, int, bool]]:
    """Where each question stands: its section, its place in it, and whether that is a roster."""
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


def stepped_back(steps: Iterable[SteppedBack], people: Mapping[str, Contact]) -> Iterator[Heard]:
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
        yield situation, BACK, stored_moment(moment(one.at)), one.question, one.item, None, None


def _beside(notes: Notes) -> Iterator[Heard]:
    for event, rows in (
        (Event.confirmed, notes.confirmed),
        (Event.claim_shown, notes.revealed),
        (Event.completed, notes.completed),
    ):
        for one in rows:
            by = one.interviewer, one.interviewer_name
            situation = Situation(one.unit_id, one.interview_id, *by)
            yield situation, event.name, one.at, one.question, one.item, one.value, one.why or None


A_DAY: Final = 86_400
"""Seconds."""
_BY_TIME: Final = itemgetter(_AT)


def _timed(heard: list[Heard], shown: MayShow) -> Iterator[Happened]:
    """By the time, numbered, each with the seconds since the one before; long ones are pauses."""
    heard.sort(key=_BY_TIME)
    is_open, told = shown
    number, before = 0, heard[0]
    for one, seconds in zip(heard, _seconds_before_each(heard), strict=True):
        situation, event, at, question, item, value, words = one
        was = before[_SITUATION]
        if seconds is not None and (
            seconds > LONG or (was is not situation and _is_another_call(was, situation))
        ):
            number += 1
            yield _pause(before, seconds, number)
        before = one
        if words or (value and question not in is_open):
            value, words = told(situation.unit_id, question, value, words)
        elif value:
            words = ""
        number += 1
        yield situation, event, at, question, item, value, words, number, seconds


LONG: Final = PAUSE // timedelta(seconds=1)


def _seconds_before_each(heard: Iterable[Heard]) -> list[int | None]:
    """From the one before, both without fractions; None before the first."""
    moments = [datetime.fromisoformat(one[_AT][:SECONDS]) for one in heard]
    since = map(sub, moments[1:], moments)
    return [None, *(one.days * A_DAY + one.seconds for one in since)]


def _is_another_call(was: Situation, now: Situation) -> bool:
    return was.call_no != now.call_no and was.call_no is not None and now.call_no is not None


def _pause(before: Heard, seconds: int, number: int) -> Happened:
    was, _, at, question, item, *_ = before
    alone = Situation(was.unit_id, was.interview_id, was.interviewer, was.interviewer_name)
    return alone, PAUSED, at, question, item, None, None, number, seconds
