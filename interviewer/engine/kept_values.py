"""What a verb is given, as JSON and back: for what lies aside until the next start.

What JSON knows stands as it is.  All else is an object that says under `$` what it is: a class of
ours by its name in one of the tables below, and nothing that is not there is ever made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from db.merge.conflicts import ConflictAnswer, MergeConflict
from db.records import AnswerEntry, Confirmation, Lease, Place, Signed
from db.survey_codes import codes_of
from interviewer.services.caller import Caller
from interviewer.services.calls import CallEnd
from interviewer.services.news import Learnt
from interviewer.services.reviews import AsRead
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.walk import Key
from schemas.review.claims import Claim, Difference
from schemas.review.classes import Class
from schemas.review.coding.answers import AnswerKey, OpenAnswer
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.review.sharing import Conflict, Disagreement, Proposal

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey

RECORDS: Final[Mapping[str, type[Any]]] = {
    one.__name__: one
    for one in (
        AnswerEntry, AnswerKey, Appointment, AsRead, CallAttempt, CallEnd, Confirmation,
        ConflictAnswer, Consent, ContactPoint, Disagreement, Key, Learnt, Lease, MergeConflict,
        OpenAnswer, Place, Proposal, Redirect, Signed,
    )
}  # fmt: skip
"""What has fields."""

CODES: Final[Mapping[str, type[Enum]]] = {
    one.__name__: one
    for one in (
        AppointmentKind, Claim, Class, Conflict, ConsentHow, DecisionKind, Department, Difference,
        Knowledge, Outcome, RedirectHow,
    )
}  # fmt: skip
"""Lists of codes, those of a survey by their base."""


class NotKnownHere(ValueError):
    """Something lies aside that this program, or this survey, has no name for."""


@dataclass(frozen=True, slots=True)
class Resuming:
    """Who goes on, by whose rules; and with the `lease`, what is known to hold the case now."""

    who: Caller
    lease: Lease | None = None


# ── To JSON ──────────────────────────────────────────────────────────────────────────────────────


def as_json(value: Any) -> Any:
    """A value as JSON; TypeError for what is in none of the tables."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Enum):
        return {"$": _kind_of(value), "is": value.name}
    if type(value).__name__ in RECORDS:
        return {"$": type(value).__name__} | {name: as_json(one) for name, one in _said(value)}
    for kind, told in _PLAINLY.items():
        if isinstance(value, kind):
            return told(value)
    raise TypeError(f"{type(value).__name__} cannot be kept aside")


def _kind_of(code: Enum) -> str:
    kinds = (name for name, kind in CODES.items() if isinstance(code, kind))
    kind = next(kinds, None)
    if kind is None:
        raise TypeError(f"{type(code).__name__} cannot be kept aside")
    return kind


def _said(record: Any) -> list[tuple[str, Any]]:
    names = getattr(record, "_fields", None) or [one.name for one in fields(record)]
    return [(name, getattr(record, name)) for name in names]


def _mapping(value: Mapping[Any, Any]) -> Any:
    if all(isinstance(key, str) and not key.startswith("$") for key in value):
        return {key: as_json(one) for key, one in value.items()}
    return {"$": "dict", "of": [[as_json(key), as_json(one)] for key, one in value.items()]}


def _questionnaire(value: Questionnaire) -> Any:
    document = value.model_dump(mode="json", exclude_defaults=True)
    return {"$": "Questionnaire", "version": value.version, "is": document}


_PLAINLY: Final[Mapping[type[Any], Callable[[Any], Any]]] = {
    UUID: lambda value: {"$": "UUID", "is": str(value)},
    datetime: lambda value: {"$": "datetime", "is": value.isoformat()},
    date: lambda value: {"$": "date", "is": value.isoformat()},
    Caller: lambda _: {"$": "Caller"},
    Questionnaire: _questionnaire,
    Mapping: _mapping,
    list: lambda value: [as_json(one) for one in value],
    tuple: lambda value: {"$": "tuple", "of": [as_json(one) for one in value]},
    frozenset: lambda value: {"$": "frozenset", "of": [as_json(one) for one in value]},
    set: lambda value: {"$": "frozenset", "of": [as_json(one) for one in value]},
}
"""How each is told; a moment is a day, too, so that the narrower stands first."""


# ── And back ─────────────────────────────────────────────────────────────────────────────────────


def from_json(told: Any, resuming: Resuming) -> Any:
    """What was told, for whoever resumes; NotKnownHere, or another ValueError, where it cannot."""
    if isinstance(told, list):
        return [from_json(one, resuming) for one in told]
    if not isinstance(told, Mapping):
        return told
    kind = told.get("$")
    if kind is None:
        return {key: from_json(one, resuming) for key, one in told.items()}
    if kind == "Lease" and resuming.lease is not None:
        return resuming.lease
    if kind in RECORDS:
        return _record(RECORDS[kind], told, resuming)
    if kind in CODES:
        return _code(CODES[kind], told["is"], resuming.who.survey)
    if kind in _BACK:
        return _BACK[kind](told, resuming)
    raise NotKnownHere(kind)


def _record(kind: type[Any], told: Mapping[str, Any], resuming: Resuming) -> Any:
    names = getattr(kind, "_fields", None) or [one.name for one in fields(kind)]
    said = {name: from_json(told[name], resuming) for name in names if name in told}
    try:
        return kind(**said)
    except TypeError:
        raise NotKnownHere(kind.__name__) from None


def _code(kind: type[Enum], name: str, survey: Survey) -> Enum:
    codes = codes_of(survey, kind)
    if name not in codes:
        raise NotKnownHere(f"{kind.__name__} {name}")
    return codes[name]


def _finished(told: Mapping[str, Any], resuming: Resuming) -> Questionnaire:
    asked = resuming.who.survey.questionnaire
    if told["version"] != asked.version:
        raise NotKnownHere(told["version"])
    return asked.model_validate(told["is"])


def _items(told: Mapping[str, Any], resuming: Resuming) -> list[Any]:
    return [from_json(one, resuming) for one in told["of"]]


_BACK: Final[Mapping[str, Callable[[Mapping[str, Any], Resuming], Any]]] = {
    "UUID": lambda told, _: UUID(told["is"]),
    "datetime": lambda told, _: datetime.fromisoformat(told["is"]),
    "date": lambda told, _: date.fromisoformat(told["is"]),
    "Caller": lambda _, resuming: resuming.who,
    "Questionnaire": _finished,
    "dict": lambda told, resuming: dict(_items(told, resuming)),
    "tuple": lambda told, resuming: tuple(_items(told, resuming)),
    "frozenset": lambda told, resuming: frozenset(_items(told, resuming)),
}
