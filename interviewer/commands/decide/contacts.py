"""What is done to the contact points of a case by command: the verbs and sentences of the card."""

import sys
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import typer

from db.cases import case_id_of
from interviewer import services
from interviewer.commands.decide.console import Printer
from interviewer.commands.decide.find import as_typed, case_of, unit_named
from interviewer.commands.decide.signing import Coordinator
from interviewer.draw.case_file import contact_words
from interviewer.engine.contact_changes import (
    FIELDS,
    ContactChange,
    changed,
    merging,
    read_field,
    told_of,
    ways_with,
)
from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint
from schemas.calls.whom_to_dial import leads, wrong_numbers
from schemas.language.clean import plain
from schemas.language.dates import date_and_clock
from schemas.language.messages import AnswerProblem

if TYPE_CHECKING:
    from db.database import Database
    from db.records import CaseFile, Lease
    from schemas.review.sought import Sought


def print_contacts(database: "Database", name: str) -> None:
    """Who can be rung in a case, each with its number; and who was retired, and why."""
    meant, paper = unit_named(name, database.frame), Printer()
    file = case_of(database, meant).file
    paper.say(meant.numbered)
    paper.several(str(WORDS.contacts), [*_in_use(file)])
    retired = (one for one in file.contacts if one.retired_at is not None)
    paper.several(str(WORDS.contacts_retired), [_retired(one) for one in retired])
    if not file.contacts:
        paper.say(str(WORDS.no_contacts))


def _in_use(file: "CaseFile") -> Iterator[str]:
    names, wrong = file.apart, wrong_numbers(file.contacts, file.attempts)
    unused = leads(file.contacts, file.attempts, file.redirects)
    for number, one in enumerate(file.in_use, start=1):
        told = contact_words(one, names[one.id], lead=one in unused, wrong=wrong.get(one.phone))
        first = f" · {WORDS.contact_is_first}" if one.moved_up_at else ""
        yield f"{number}  {told.plain}{first}"


def _retired(one: ContactPoint) -> str:
    assert one.retired_at is not None, "it was retired"
    return f"{one.label}: {one.retired_why} ({date_and_clock(one.retired_at)})"


# ── What is done ─────────────────────────────────────────────────────────────────────────────────


def done(her: Coordinator, name: str, whom: str, way: ContactChange, why: str = "") -> None:
    """What needs nothing but, to be retired, a why."""
    with _held(her, name) as (lease, file):
        one = _meant(her, name, whom, file)
        if way not in ways_with(one, file):
            label, what = file.apart[one.id], str(way.value)
            raise Trouble("CONTACT-WAY", f"{label}: «{what}» er ikke noe å gjøre her nå.")
        marks = services.mark(her.database, lease, changed(file, one, way, her.at, why), one.phone)
        places = [her.database.frame.label(unit) for unit in marks.elsewhere]
        told = told_of(way, one, file.apart[one.id], places)
    _tell(her, name, told)


def corrected(her: Coordinator, name: str, whom: str, given: Mapping[str, str]) -> None:
    """Other fields; all of them, or none where one of them cannot be."""
    if not given:
        options = "--person, --phone, --role, --department eller --email"
        raise Trouble("CONTACT-NOTHING", f"Skriv hva som skal stå der, med {options}.")
    read: dict[str, Any] = {field: _read(field, typed) for field, typed in given.items()}
    with _held(her, name) as (lease, file):
        now = replace(_meant(her, name, whom, file), **read)
        after = services.save_contact(her.database, lease, now, False)
    _tell(her, name, told_of(ContactChange.correct, now, after.apart[now.id]))


def corrected_all(
    her: Coordinator, name: str, ids: Collection[str], sought: "Sought", given: Mapping[str, str]
) -> Iterator[str]:
    """Other fields of every contact point of a case that is somebody: what was done with each."""
    read: dict[str, Any] = {field: _read(field, typed) for field, typed in given.items()}
    with _held(her, name) as (lease, file):
        for one in file.contacts:
            reached = not one.person and (sought.is_in(one.phone) or sought.is_in(one.email))
            if one.id.hex in ids and (sought.is_in(one.person) or reached):
                after = services.save_contact(her.database, lease, replace(one, **read), False)
                told = told_of(ContactChange.correct, one, after.apart[one.id])
                yield f"{her.unit(name).label}: {told}"


def _read(field: str, typed: str) -> str:
    try:
        return read_field(field, typed)
    except AnswerProblem as problem:
        raise Trouble(problem.code, f"{FIELDS[field]}: {problem.sentence}") from None


def merged(her: Coordinator, name: str, kept: str, other: str, *, yes: bool) -> None:
    """Two that are one; it cannot be undone."""
    read = case_of(her.database, her.unit(name)).file
    one, same = (_meant(her, name, whom, read) for whom in (kept, other))
    if one.id == same.id:
        raise Trouble("CONTACT-SAME", "Det er samme kontaktpunkt. Velg to.")
    if not yes and not _confirmed(one, same, read):
        raise Trouble("CONTACT-NOT-CONFIRMED", "Ikke bekreftet. Ingenting er endret.")
    with _held(her, name) as (lease, file):
        merges, told = merging(lease, file, _now(one, file), _now(same, file), her.at)
        merges.run(her.database)
    _tell(her, name, told)


def _now(one: ContactPoint, file: "CaseFile") -> ContactPoint:
    """As it is by now; Trouble where somebody has just taken it out."""
    found = next((now for now in file.in_use if now.id == one.id), None)
    if found is None:
        raise Trouble("CONTACT-GONE", f"{one.label} er tatt ut imens. Ingenting er endret.")
    return found


def _confirmed(one: ContactPoint, same: ContactPoint, file: "CaseFile") -> bool:
    names = file.apart
    asked = say(WORDS.contact_merge_asked, other=names[same.id], whom=names[one.id])
    typer.echo(f"{asked} Skriv ja for å bekrefte: ", nl=False)
    return sys.stdin.readline().strip().casefold() == "ja"


def _tell(her: Coordinator, name: str, told: str) -> None:
    typer.echo(f"{her.unit(name).label}: {told}")


# ── Which one ────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def _held(her: Coordinator, name: str) -> "Iterator[tuple[Lease, CaseFile]]":
    """A case while something is done to it; HeldByAnother where somebody works on it."""
    meant, database = her.unit(name), her.database
    with database.together():
        her.sign()
        opened = services.open_case(database, case_id_of(meant.id), her.who, her.at)
        yield opened.lease, opened.file
        services.put_back(database, opened.lease)


def _meant(her: Coordinator, name: str, whom: str, file: "CaseFile") -> ContactPoint:
    """The one with that number in the list, or that name; Trouble where it is nobody."""
    typed, in_use = as_typed(whom), file.in_use
    if typed.isdecimal() and 0 < int(typed) <= len(in_use):
        return in_use[int(typed) - 1]
    names = file.apart
    meant = [one for one in in_use if plain(typed) in {plain(one.person), plain(names[one.id])}]
    if typed and len(meant) == 1:
        return meant[0]
    if typed and meant:
        numbers = " eller ".join(str(in_use.index(one) + 1) for one in meant)
        raise Trouble("CONTACT-SEVERAL", f"Flere heter «{typed}». Skriv nummeret: {numbers}.")
    raise Trouble(
        "CONTACT-UNKNOWN",
        f"Ingen i saken heter «{typed}». "
        f"«{command(her.database, 'contacts', 'list', name)}» viser alle, med numre.",
    )
