"""What was typed or decided and not yet stored when the program ended: kept aside, to be offered.

Each deed lies in a small file of its own beside the database, or in our own folder where that is a
server, from the moment when storing it fails, takes long, or somebody leaves, until it is stored or
thrown away.  What lies there is JSON; what it means, `engine.kept_values` knows.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import time
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid4

if TYPE_CHECKING:
    from db.database import Database
    from schemas.review.sought import Sought

ENDING: Final = "-unsaved"
"""What the files are called behind the name of the database; behind it, each has an id."""

DRAFT: Final = ".tmp"
"""What is not whole yet."""

GIVEN_UP: Final = 60
"""Seconds after which nobody is writing it any more."""

FORMAT: Final = 2
"""How the files are written.  The first had nothing but answers, all in one list."""

FOR_THE_OWNER: Final = 0o600


@dataclass(frozen=True, slots=True)
class Unsaved:
    """One deed on its way: who did it and when, in which case if in any, and its `steps`.

    Each step is a verb and its arguments, as JSON; `typed` is what was typed behind it or
    elsewhere, and went nowhere.  Whoever is erased after `since` may stand in it.
    """

    place: Path
    by: UUID
    at: datetime
    since: datetime
    case_id: UUID | None = None
    steps: tuple[Mapping[str, Any], ...] = ()
    typed: tuple[str, ...] = ()

    @property
    def ends_a_call(self) -> bool:
        """Whether somebody has hung up with it."""
        return any(step["verb"] == "hang_up" for step in self.steps)


@dataclass(frozen=True, slots=True)
class LyingAside:
    """All that lies aside, in the order in which it was done; and the files nobody can read."""

    deeds: tuple[Unsaved, ...] = ()
    unread: tuple[Unread, ...] = ()

    def of(self, person: UUID) -> tuple[Unsaved, ...]:
        """What one person did."""
        return tuple(one for one in self.deeds if one.by == person)


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that is spoilt, or written by a `newer` program."""

    place: Path
    newer: bool


class NewerFormat(ValueError):
    """A file is written by a program that came after this one."""


# ── Putting aside ────────────────────────────────────────────────────────────────────────────────


@dataclass
class Aside:
    """The one thing that is on its way, kept for as long as that is so, beside what is told of."""

    beside: Path
    place: Path | None = None
    _told: Mapping[str, Any] = field(default_factory=dict)

    def keep(self, told: Mapping[str, Any]) -> bool:
        """Keep it, instead of what was kept of it before; whether there was room."""
        place = self.place or self.beside.with_name(f"{self.beside.name}-{uuid4().hex}")
        try:
            _write(place, _spelled(told))
        except OSError:  # the disk may be full: then there is nothing more that can be done
            return False
        self.place, self._told = place, told
        return True

    def forget(self, *, but_typed: bool = False) -> bool:
        """It has been stored; what was typed behind it, not.  Whether anything lies there still."""
        if but_typed and self._told.get("typed"):
            return self.keep({**self._told, "steps": []})
        if self.place is not None:
            _delete(self.place)
        self.place = None
        return False


def stored(one: Unsaved) -> None:
    """Its steps have been stored; what was typed behind them lies there until somebody says so."""
    if one.typed:
        told = {"by": str(one.by), "at": one.at.isoformat(), "steps": [], "typed": one.typed}
        case = str(one.case_id) if one.case_id else None
        _write(one.place, _spelled({**told, "case": case}))
    else:
        _delete(one.place)


def drop(_: Database, deeds: Sequence[Unsaved]) -> None:
    """They are not wanted."""
    for one in deeds:
        _delete(one.place)


# ── Reading ──────────────────────────────────────────────────────────────────────────────────────


def unsaved(db: Database) -> LyingAside:
    """What lies aside and has not been stored: the reply alone may have been lost.

    What a window put there again after all in its case had gone is not wanted any more.
    """
    from db.persons.gone import are_all_gone

    deeds, unread = [], []
    sweep(place_of(db))
    for place in lying(place_of(db)):
        try:
            one = _read(place)
            is_done = _is_stored(db, one) or are_all_gone(db, one.case_id, one.since)
        except FileNotFoundError:
            continue
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as problem:
            unread.append(Unread(place, isinstance(problem, NewerFormat)))
            continue
        if is_done:
            _delete(place)
        else:
            deeds.append(one)
    return LyingAside(tuple(sorted(deeds, key=lambda one: one.at)), tuple(unread))


def lying(place: Path) -> list[Path]:
    """The files that lie aside of a database with this place, whatever is in them."""
    return [one for one in _ours(place) if one.suffix != DRAFT]


def sweep(place: Path) -> None:
    """Delete what a program that was killed had not written whole: nobody goes on with it."""
    with suppress(OSError):
        for one in _ours(place):
            if one.suffix == DRAFT and time() - one.stat().st_mtime > GIVEN_UP:
                _delete(one)


def place_of(db: Database) -> Path:
    """Where they lie, but for the id of each."""
    if db.file is not None:
        return beside(db.file)
    from interviewer.places import made_folder

    return made_folder() / f"server-{sha256(db.where.encode()).hexdigest()[:16]}{ENDING}"


def beside(file: Path) -> Path:
    """The same of a database that is a file."""
    return file.with_name(file.name + ENDING)


def _is_stored(db: Database, one: Unsaved) -> bool:
    from db.interviews import is_stored

    answers = [step["args"][1]["id"]["is"] for step in one.steps if step["verb"] == "record"]
    all_are = bool(answers) and len(answers) == len(one.steps) and not one.typed
    return all_are and all(is_stored(db, UUID(id)) for id in answers)


def _read(place: Path) -> Unsaved:
    told = _whole(place.read_text(encoding="utf-8", errors="surrogatepass"))
    if told["format"] > FORMAT:
        raise NewerFormat
    at = datetime.fromisoformat(told["at"]).astimezone(UTC)
    return Unsaved(
        place,
        UUID(told["by"]),
        at,
        datetime.fromisoformat(told["without"]) if "without" in told else _since(told, at),
        UUID(told["case"]) if told["case"] else None,
        tuple(told["steps"]),
        tuple(map(str, told.get("typed", ()))),
    )


def _since(told: Mapping[str, Any], at: datetime) -> datetime:
    """When whoever typed it saw the case last: it was hers from then on, or is not by now."""
    from db.leases import LEASE

    leases = (one for step in told["steps"] for one in step["args"] if _is_lease(one))
    until = (datetime.fromisoformat(one["expires_at"]["is"]) for one in leases)
    return min([at, *(one - LEASE for one in until)])


def _is_lease(one: Any) -> bool:
    return isinstance(one, dict) and one.get("$") == "Lease"


def _spelled(told: Mapping[str, Any]) -> str:
    return json.dumps({"format": FORMAT, **told}, ensure_ascii=False)


def _of_answers(told: list[dict[str, Any]]) -> dict[str, Any]:
    """The first format, as it would be told now: the answers of one deed, oldest first."""
    entries = [one["entry"] for one in told]
    return {
        "format": FORMAT,
        "by": entries[0]["interviewer_id"],
        "at": entries[-1]["at"],
        "case": told[0]["case_id"],
        "steps": [
            {"verb": "record", "args": [_lease(one), _entry(one["entry"]), None, one["begun"]]}
            for one in told
        ],
    }


def _lease(one: dict[str, Any]) -> dict[str, Any]:
    ids = {"case_id": one["case_id"], "interviewer_id": one["entry"]["interviewer_id"]}
    tagged = {name: {"$": "UUID", "is": id} for name, id in ids.items()}
    until = {"$": "datetime", "is": one["entry"]["at"]}
    return {"$": "Lease", **tagged, "token": 0, "expires_at": until}


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    ids = ("id", "interview_id", "interviewer_id", "informant_id", "attempt_id")
    tagged = {name: entry[name] and {"$": "UUID", "is": entry[name]} for name in ids}
    return {"$": "AnswerEntry", **entry, **tagged, "at": {"$": "datetime", "is": entry["at"]}}


# ── Persons ──────────────────────────────────────────────────────────────────────────────────────


def named_in(db: Database, sought: Sought) -> int:
    """In how much of what lies aside somebody is named."""
    texts = (_text_of(place) for place in lying(place_of(db)))
    return sum(any(map(sought.is_in, _leaves(text))) for text in texts)


def take_out(db: Database, sought: Sought, at: datetime) -> frozenset[UUID]:
    """Leave nothing of somebody in what lies aside, nor in what is not whole; in which cases she
    was.
    """
    cases = set()
    for place in _ours(place_of(db)):
        text = _text_of(place)
        if place.suffix == DRAFT:
            _delete(place)
            continue
        if any(map(sought.is_in, _leaves(text))):
            cases |= _case_in(text)
        _write(place, _without(db, sought, text, at))
    return frozenset(cases)


def _case_in(text: str) -> set[UUID]:
    """The case that is told of; none where the file is spoilt."""
    with suppress(ValueError, LookupError, TypeError):
        return {UUID(_whole(text)["case"])}
    return set()


def _whole(text: str) -> dict[str, Any]:
    """What a file tells, as today; ValueError, LookupError or TypeError where it is spoilt."""
    told = json.loads(text)
    return _of_answers(told) if isinstance(told, list) else {**told}


def drop_case(db: Database, *ids: UUID) -> None:
    """Whoever it is about, by the case or its interview, has withdrawn: what others said stays."""
    for place in _ours(place_of(db)):
        text = _text_of(place)
        if place.suffix == DRAFT or any(str(id) in text for id in ids):
            _delete(place)


def sign_anew(db: Database, kept: UUID, other: UUID) -> None:
    """Two are one person: what the other did is the kept one's, and offered to them."""
    for place in lying(place_of(db)):
        text = _text_of(place)
        anew = text.replace(str(other), str(kept)).replace(other.hex, kept.hex)
        if anew != text:
            _write(place, anew)


def drop_all(db: Database) -> None:
    """Nobody who was called is to stand anywhere any more."""
    for place in _ours(place_of(db)):
        _delete(place)


def _leaves(text: str) -> Iterator[str]:
    """Every text in a file; of one that is spoilt, the whole."""
    from schemas.review.sought import leaves

    try:
        yield from leaves(json.loads(text))
    except ValueError:
        yield text


def _without(db: Database, sought: Sought, text: str, at: datetime) -> str:
    """The same without her, which it says itself: then it may be stored all the same."""
    from interviewer.services.unsaved_persons import without

    try:
        told = _whole(text)
    except (ValueError, LookupError, TypeError):
        return sought.without(text, free=True)
    anew = without(told, sought, db.survey.telling)
    return json.dumps({**anew, "without": at.isoformat()}, ensure_ascii=False)


# ── Files ────────────────────────────────────────────────────────────────────────────────────────


def _ours(place: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(one for one in place.parent.iterdir() if one.name.startswith(place.name))
    return []


def _text_of(place: Path) -> str:
    with suppress(OSError):
        try:
            return place.read_text(encoding="utf-8", errors="surrogatepass")
        except ValueError:  # spoilt: she may stand in the rest of it
            return place.read_text(encoding="utf-8", errors="replace")
    return ""


def _delete(place: Path) -> None:
    with suppress(OSError):
        place.unlink(missing_ok=True)


def _write(place: Path, text: str) -> None:
    """Whole, and on the disk, before anything else happens."""
    from db.exports.placing import keep_names

    draft = place.with_name(place.name + DRAFT)
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FOR_THE_OWNER)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    except OSError:
        _delete(draft)  # the next try has a name of its own
        raise
    keep_names(place.parent)
