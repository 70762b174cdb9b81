"""How the interviews went: what was typed in each, and what happened beside it, in order."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from itertools import chain, groupby
from operator import attrgetter, sub
from typing import Any, Final, NamedTuple

from db.exports.fields import Figure, Kept
from db.exports.record_sources import Noted, SteppedBack
from db.exports.sources import Contact
from db.exports.talks import Situation, TypedTalk
from db.plain_sql import moment, stored_moment
from db.problems import SpoiltMoment
from db.stored_json import load_json, read_each
from schemas.language.text import Text
from schemas.questionnaire.answers import MISSING_LABELS, Choice
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import ColumnType
from schemas.review.quality.pace import PAUSE


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


ANSWER, CHANGE, REMARK, CONFIRMED, CLAIM_SHOWN, BACK, PAUSED, COMPLETED = (
    one.name for one in Event
)
"""To ask an enumeration for one of them takes as long as all that is done with it."""


class Happened(NamedTuple):
    """One event of an interview; `seconds` since the one before, or as long as the pause was."""

    situation: Situation
    event: str
    at: str
    question: str | None = None
    item: int | None = None
    value: str | None = None
    words: str | None = None
    seconds: int | None = None


class Timeline(NamedTuple):
    """How an interview went: of each event what it has of a `Happened`, column by column.

    There are more events than anything else, and most of them are alike: so none is made of its
    own, and what is rare is put in at its place.  Moments stay text, as a file has them.
    """

    situation: list[Situation]
    event: list[str]
    at: list[str]
    question: list[str | None]
    item: list[int | None]
    value: list[str | None]
    words: list[str | None]
    seconds: list[int | None]

    def put(self, place: int, one: Happened) -> None:
        """Before what stands at that place."""
        columns: tuple[Any, ...] = self
        for column, cell in zip(columns, one, strict=True):
            column.insert(place, cell)

    def put_by_time(self, some: Iterable[Happened]) -> None:
        """Each before what was later."""
        place = 0
        for one in sorted(some, key=attrgetter("at")):
            while place < len(self.at) and self.at[place] <= one.at:
                place += 1
            self.put(place, one)

    def like(self, place: int, event: str) -> Happened:
        """Something else there, at the same moment."""
        about = self.question[place], self.item[place]
        return Happened(self.situation[place], event, self.at[place], *about)


class Notes(NamedTuple):
    """What happened beside the answers."""

    confirmed: Iterable[Noted] = ()
    revealed: Iterable[Noted] = ()
    completed: Iterable[Noted] = ()
    stepped: Iterable[Happened] = ()


def timelines(
    asked: type[Questionnaire], talks: Iterable[TypedTalk], notes: Notes
) -> Iterator[Timeline]:
    """How every interview went, by unit, with the pauses.

    Steps back are told by the entry behind them, or stand alone.  In entries of before they were
    noted, somebody has stepped back to an answer that is given above the one before.
    """
    beside, stepped = _by_interview(_beside(notes)), _by_interview(notes.stepped)
    in_a_cell = Kept(_in_a_cell).__getitem__
    # A unit has at most one interview of a questionnaire, so they come one after another.
    for id, talked in groupby(talks, key=attrgetter("situation.interview_id")):
        timeline = _heard(list(talked), in_a_cell, _decimals(asked))
        timeline.put_by_time(stepped.pop(id, ()))
        _put_steps_back(timeline, _places(asked))
        yield _timed(_in_order(timeline), beside.pop(id, ()))
    for id in {**beside, **stepped}:
        alone = Timeline([], [], [], [], [], [], [], [])
        alone.put_by_time(stepped.get(id, ()))
        yield _timed(alone, beside.get(id, ()))


def _by_interview(happened: Iterable[Happened]) -> dict[str, list[Happened]]:
    found: dict[str, list[Happened]] = {}
    for one in happened:
        found.setdefault(one.situation.interview_id, []).append(one)
    return found


# ── What was typed ───────────────────────────────────────────────────────────────────────────────


def _heard(
    talks: Sequence[TypedTalk], in_a_cell: Callable[[str], str | None], decimals: frozenset[str]
) -> Timeline:
    """The entries as they were made, and the steps back that they tell of."""
    columns = zip(*chain.from_iterable(entries for _, entries in talks), strict=True)
    question, item, stored, remark, at, steps_back, *_ = map(list, columns)
    value = list(map(in_a_cell, stored))
    for n in [n for n, one in enumerate(question) if one in decimals and value[n]]:
        value[n] = Figure(value[n])
    timeline = Timeline(
        [situation for situation, entries in talks for _ in entries],
        list(_entered(zip(question, item, strict=True), stored, remark)),
        list(map(stored_moment, at)),
        question,
        item,
        value,
        [said or ("" if given else None) for said, given in zip(remark, value, strict=True)],
        [None] * len(at),
    )
    for n in reversed([n for n, steps in enumerate(steps_back) if steps]):
        for one in reversed(_stepped_back(timeline.situation[n], steps_back[n])):
            timeline.put(n, one)
    return timeline


@cache
def _decimals(asked: type[Questionnaire]) -> frozenset[str]:
    """The questions that are answered with a number that may have decimals."""
    types = ((one.id, one.type.columns) for one in asked.by_id.values())
    return frozenset(id for id, held in types if {c.type for c in held} == {ColumnType.decimal})


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


def _entered(
    about: Iterable[tuple[str, int | None]], stored: Iterable[str], remarks: Iterable[str]
) -> Iterator[str]:
    """An entry is an answer, a change of one, or only a remark on one."""
    values: dict[tuple[str, int | None], str] = {}
    for key, value, remark in zip(about, stored, remarks, strict=True):
        before, values[key] = values.get(key), value
        if before == value:
            yield REMARK if remark else ANSWER
        else:
            yield ANSWER if before is None else CHANGE


def _stepped_back(situation: Situation, steps: str) -> list[Happened]:
    return [
        Happened(situation, BACK, stored_moment(moment(at)), question, item)
        for question, item, at in read_each(_StepBack._make, steps, "answer_entry.steps_back")
    ]


class _StepBack(NamedTuple):
    question: str
    item: int | None
    at: str


def _put_steps_back(timeline: Timeline, asked: Mapping[str | None, _Place]) -> None:
    last, places = (0, 0, 0), []
    for n, (question, item) in enumerate(zip(timeline.question, timeline.item, strict=True)):
        place = asked.get(question)
        # Whether there are more items is asked again and again, and stands nowhere.
        if place is not None and (item is not None or not place.in_roster):
            here = place.section, item or 0, place.question
            if here < last and timeline.event[n] != BACK:
                places.append(n)
            last = here
    for n in reversed(places):
        timeline.put(n, timeline.like(n, BACK))


class _Place(NamedTuple):
    """Where a question stands: its section, and its place in it."""

    section: int
    question: int
    in_roster: bool


@cache
def _places(asked: type[Questionnaire]) -> Mapping[str | None, _Place]:
    """Where each question stands, worked out once: there are many answers to each."""
    return {
        question.id: _Place(nth, place, issubclass(section, Roster))
        for nth, section in enumerate(asked.sections.values())
        for place, question in enumerate(section.questions)
    }


# ── What happened beside it ──────────────────────────────────────────────────────────────────────


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
        (CONFIRMED, notes.confirmed),
        (CLAIM_SHOWN, notes.revealed),
        (COMPLETED, notes.completed),
    ):
        for one in rows:
            by = one.interviewer, one.interviewer_name
            situation = Situation(one.unit_id, one.interview_id, *by)
            about = one.question, one.item, one.value, one.why or None
            yield Happened(situation, event, one.at, *about)


# ── By the time ──────────────────────────────────────────────────────────────────────────────────


def _in_order(timeline: Timeline) -> Timeline:
    """Also where a clock was set back meanwhile."""
    if timeline.at == sorted(timeline.at):
        return timeline
    order = sorted(range(len(timeline.at)), key=timeline.at.__getitem__)
    return Timeline._make([column[n] for n in order] for column in timeline)


def _timed(timeline: Timeline, beside: Iterable[Happened]) -> Timeline:
    """With what happened beside, and the seconds since the one before; long ones are pauses."""
    timeline.put_by_time(beside)
    by, seconds = timeline.situation, _seconds_between(timeline.at)
    timeline.seconds[1:] = seconds
    pauses = [
        n
        for n, since in enumerate(seconds, start=1)
        if since > LONG or (by[n] is not by[n - 1] and _in_two_calls(by[n - 1], by[n]))
    ]
    for n in reversed(pauses):
        timeline.put(n, _pause(timeline.like(n - 1, PAUSED), seconds[n - 1]))
    return timeline


def _pause(there: Happened, seconds: int) -> Happened:
    was = there.situation
    alone = Situation(was.unit_id, was.interview_id, was.interviewer, was.interviewer_name)
    return there._replace(situation=alone, seconds=seconds)


LONG: Final = PAUSE // timedelta(seconds=1)

A_DAY: Final = 86_400
"""Seconds."""

SECONDS: Final = len("2015-03-04 12:03:04")


def _seconds_between(at: Iterable[str]) -> list[int]:
    """From each to the next, by their seconds alone. Raises SpoiltMoment."""
    try:
        moments = list(map(datetime.fromisoformat, [one[:SECONDS] for one in at]))
    except ValueError:
        raise SpoiltMoment() from None
    return [since.days * A_DAY + since.seconds for since in map(sub, moments[1:], moments)]


def _in_two_calls(was: Situation, now: Situation) -> bool:
    return was.call_no != now.call_no and was.call_no is not None and now.call_no is not None
