"""Interviews that were never completed, and are of use all the same: their core is answered.

They have no frozen document, so one is made here: what was answered on the route, as it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from db.exports.export_tables import Interview
from db.exports.record_sources import Begun, TypedSoFar
from db.exports.sources import Finished
from db.problems import UnknownVersion
from db.stored_json import load_json
from schemas.calls.core import has_core, is_begun
from schemas.codebook.changes import carried_over, changes_since
from schemas.frame.frame import Frame
from schemas.questionnaire.answers import NOT_ASKED, REFUSED, Unreadable
from schemas.questionnaire.apart import APART
from schemas.questionnaire.preloads import Preloads
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.unreadable import load
from schemas.questionnaire.walk import Key, Route, route
from schemas.surveys.survey import Survey


def partial_interviews(
    survey: Survey,
    frame: Frame,
    begun: Iterable[Begun],
    typed: Iterable[TypedSoFar],
    claims: Mapping[str, str],
) -> Iterator[Interview]:
    """Those whose core is answered, by unit; `claims` are the slugs of what the units claimed.

    Raises UnknownVersion where one is of a version that is none of the releases.
    """
    known = {one.interview_id: one for one in begun}
    if not known:
        return
    for id, entries in groupby(typed, key=lambda entry: entry.interview_id):
        if one := known.get(id):
            stored = _latest(survey, one, entries)
            walked = _walked(survey, frame, one, stored, claims.get(one.unit_id))
            if is_begun(walked, survey.parts) and has_core(walked, survey.parts):
                yield Interview(_source(one), _document(survey, walked, stored), {})


def _latest(survey: Survey, one: Begun, entries: Iterable[TypedSoFar]) -> dict[Key, Any]:
    """The latest word on each question, in its stored form, as today's version has it."""
    try:
        changes = changes_since(survey.releases, one.version)
    except KeyError:
        raise UnknownVersion(one.version) from None
    stored: dict[Key, Any] = {}
    for entry in entries:
        carried = carried_over(entry.question, load_json(entry.value), changes)
        if carried and carried[0] in survey.questionnaire.by_id:
            stored[Key(carried[0], entry.item)] = carried[1]
    return stored


def _walked(
    survey: Survey, frame: Frame, one: Begun, stored: Mapping[Key, Any], claim: str | None
) -> Route:
    facts = Preloads(
        unit_id=one.unit_id,
        unit_name=frame[one.unit_id].name,
        year=one.started_at.year,
        interviewer=one.interviewer_name,
        claim=claim,
    )
    asked = survey.questionnaire
    loaded = {
        # That it was answered is all that a route asks of what tells who somebody is.
        key: REFUSED if value == APART else load(asked.by_id[key.question], value)
        for key, value in stored.items()
    }
    answers = {
        key: NOT_ASKED if isinstance(value, Unreadable) else value for key, value in loaded.items()
    }
    return route(asked, answers, facts)


def _document(survey: Survey, walked: Route, stored: Mapping[Key, Any]) -> dict[str, Any]:
    return {
        name: _content(section, walked, stored)
        for name, section in survey.questionnaire.sections.items()
    }


def _content(section: type[Section], walked: Route, stored: Mapping[Key, Any]) -> Any:
    if not issubclass(section, Roster):
        return _values(section, walked, stored, None)
    items = walked.view.items.get(section, ())
    return [_values(section, walked, stored, item) for item in items]


def _values(
    section: type[Section], walked: Route, stored: Mapping[Key, Any], item: int | None
) -> dict[str, Any]:
    keys = {question.id: Key(question.id, item) for question in section.questions}
    return {id: stored[key] for id, key in keys.items() if key in walked.view.answers}


def _source(one: Begun) -> Finished:
    return Finished(
        one.unit_id,
        one.interview_id,
        one.questionnaire,
        one.version,
        one.language,
        None,
        "",
        None,
        None,
        "",
        None,
        one.interviewer,
        one.interviewer_name,
        None,
        released=False,
        told_since=False,
    )
