"""Tasks that could not be stored: kept aside when the program ends, told of at the next start, and
stored once, in the order in which they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from db.problems import DatabaseProblem, HeldByAnother, WorkedOnSince
from db.records import Lease, Signed
from interviewer.engine.kept_values import NotKnownHere, Resuming, as_json, from_json
from interviewer.engine.kept_verbs import KEPT, KeptVerb
from interviewer.engine.task import Task, UnderWay
from interviewer.services.distribution import write_note
from interviewer.services.reviews import AsRead
from interviewer.services.unsaved import Aside, Unsaved, stored
from interviewer.words import WORDS, say
from schemas.language.dates import clock

if TYPE_CHECKING:
    from db.database import Database
    from db.records import CaseFile
    from interviewer.services.caller import Caller

# ── Putting aside ────────────────────────────────────────────────────────────────────────────────


def set_aside(aside: Aside, going_on: UnderWay) -> bool:
    """Keep what is under way; whether there was anything to keep, and room for it."""
    steps = tuple(kept_in(going_on.task)) if going_on.task else ()
    by = _whose(steps) if steps else going_on.by
    if by is None or not (steps or going_on.typed):
        return False
    cases = filter(None, map(_case_of, steps))
    case_id = next(cases, None if steps else going_on.case_id)
    told = {
        "by": str(by),
        "at": going_on.at.isoformat(),
        "case": str(case_id) if case_id else None,
        "steps": [{"verb": one.verb.__name__, "args": _spelled(one)} for one in steps],
        "typed": list(going_on.typed),
    }
    return aside.keep(told)


def kept_in(task: Task[Any]) -> Iterator[Task[Any]]:
    """What a task is made of, as far as it is kept, in its order."""
    if _name_of(task) in KEPT:
        yield task
        return
    for one in task.args:
        for inner in one if isinstance(one, tuple) else (one,):
            if isinstance(inner, Task):
                yield from kept_in(inner)


def _name_of(task: Task[Any]) -> str | None:
    kept = KEPT.get(task.verb.__name__)
    return task.verb.__name__ if kept and kept.verb is task.verb else None


def _spelled(step: Task[Any]) -> list[Any]:
    assert not step.named, "what is kept has its arguments in order"
    return [as_json(one) for one in step.args]


def _whose(steps: Sequence[Task[Any]]) -> UUID:
    for one in steps[0].args:
        if isinstance(one, Lease):
            return one.interviewer_id
        if isinstance(one, Signed):
            return one.by
    raise TypeError(f"{steps[0]} is nobody's")


def _case_of(step: Task[Any]) -> UUID | None:
    for one in step.args:
        if isinstance(one, Lease | AsRead):
            return one.case_id
    case_id: UUID | None = step.args[1] if step.verb is write_note else None
    return case_id


# ── Telling ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ToldAside:
    """Something that lies aside: what it is, and the words in it."""

    what: str
    words: tuple[str, ...]


def told_of(who: Caller, deed: Unsaved) -> Iterator[ToldAside]:
    """What a deed is, step by step; what nobody would want to read again is told by its name alone,
    unless there is more."""
    try:
        steps = [_told(who, kept, args) for kept, args in _meant(deed, Resuming(who))]
    except (ValueError, LookupError, TypeError, AttributeError):
        yield ToldAside(say(WORDS.unsaved_unknown, place=deed.place), ())
        return
    yield from [one for one in steps if one.words] or steps[:1]
    if deed.typed:
        yield ToldAside(str(WORDS.unsaved_typed), deed.typed)


def _told(who: Caller, kept: KeptVerb, args: tuple[Any, ...]) -> ToldAside:
    return ToldAside(
        str(kept.called(args)), tuple(one for one in kept.words(who, args) if one.strip())
    )


def _meant(deed: Unsaved, resuming: Resuming) -> list[tuple[KeptVerb, tuple[Any, ...]]]:
    """What is to be done; NotKnownHere where an older or newer program meant something else."""
    try:
        return [
            (KEPT[step["verb"]], tuple(from_json(one, resuming) for one in step["args"]))
            for step in deed.steps
        ]
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as problem:
        raise NotKnownHere(type(problem).__name__) from None


# ── Storing ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Something that could not be stored after all, and why not; it still lies there."""

    deed: Unsaved
    why: str


def store_unsaved(
    db: Database, who: Caller, deeds: tuple[Unsaved, ...], at: datetime
) -> tuple[NotTaken, ...]:
    """Store what lies aside, in its order; what the database does not take.

    Raises what may be tried again: then all of it is, and what was stored is stored once.
    """
    return tuple(one for deed in deeds if (one := _not_taken(db, who, deed, at)))


def _not_taken(db: Database, who: Caller, deed: Unsaved, at: datetime) -> NotTaken | None:
    if not deed.place.exists():  # it was stored before the rest was tried again
        return None
    try:
        _store(db, who, deed, at)
    except HeldByAnother as problem:
        words = say(WORDS.held_by, name=problem.name, until=clock(problem.until))
        return NotTaken(deed, f"{words} ({problem.code})")
    except DatabaseProblem as problem:
        if problem.retryable:
            raise
        return NotTaken(deed, f"{problem} ({problem.code})")
    except NotKnownHere:
        return NotTaken(deed, say(WORDS.unsaved_unknown, place=deed.place))
    stored(deed)
    return None


def _store(db: Database, who: Caller, deed: Unsaved, at: datetime) -> None:
    from db import cases, leases
    from db.persons.gone import require_nobody_erased

    if deed.case_id is not None:
        with db.read() as session:
            require_nobody_erased(session, deed.case_id, deed.since)
    if deed.case_id is None or not _needs_the_case(deed):
        _carry_out(db, deed, Resuming(who))
        return
    holder = cases.open_case(db, deed.case_id).holder
    lease = leases.take_case(db, deed.case_id, who.id, at)
    try:
        _require_nothing_since(db, cases.open_case(db, deed.case_id), deed)
        _carry_out(db, deed, Resuming(who, lease))
    finally:
        if holder is None or holder.interviewer_id != who.id:
            leases.release(db, lease)


def _needs_the_case(deed: Unsaved) -> bool:
    args = (one for step in deed.steps for one in step["args"])
    return any(isinstance(one, dict) and one.get("$") == "Lease" for one in args)


def _carry_out(db: Database, deed: Unsaved, resuming: Resuming) -> None:
    for kept, args in _meant(deed, resuming):
        kept.verb(db, *args)


def _require_nothing_since(db: Database, file: CaseFile, deed: Unsaved) -> None:
    """Raise WorkedOnSince where the case has gone on: what is older must not come on top."""
    from db import interviews

    begun = interviews.load_interview(db, file.interview.id) if file.interview else None
    done = [at for call in file.attempts for at in (call.started_at, call.ended_at)]
    done += [leg.at for leg in file.redirects]
    if begun is not None:
        done += [entry.at for entry in begun.entries]
        done += [begun.revision.completed_at] if begun.revision else []
    if any(one > deed.at for one in done if one is not None):
        raise WorkedOnSince()
