"""`ringerunde cases`: give, take back, the load of everybody, and notes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

import typer
from rich.console import Console
from rich.text import Text

from db.cases import case_id_of
from db.records import KnownInterviewer
from interviewer.commands.decide.find import as_typed, unit_named
from interviewer.commands.decide.signing import Coordinator, reader
from interviewer.commands.known_people import found_person
from interviewer.commands.two_places import group_named
from interviewer.engine.long_text import too_long
from interviewer.failures import Trouble
from interviewer.publish.status import listing
from interviewer.services.distribution import (
    SharedWork,
    give_cases,
    shared_work,
    take_back_cases,
    write_note,
)
from schemas.calls.distribution import evenly, open_of
from schemas.calls.ranking.cases import CaseState
from schemas.language.dates import date_and_clock
from schemas.language.numerals import how_many, show_number

if TYPE_CHECKING:
    from db.database import Database


def print_load(database: "Database") -> None:
    """What everybody has, and what is nobody's."""
    work, console = shared_work(database, reader(database)), Console()
    table = listing("Hvem som har hva", "", ">Åpne", ">Påbegynt", ">Avtaler", ">Ferdige")
    for one in work.people:
        load = work.shared.load(one.id)
        counts = (load.open, load.begun, load.agreed, load.ended)
        table.add_row(Text(one.name), *map(show_number, counts))
    console.print(table)
    console.print(Text(f"Åpne saker som alle kan ringe: {show_number(len(work.shared.rest))}"))


# ── Give, and take back ──────────────────────────────────────────────────────────────────────────


def given(
    her: Coordinator,
    to: Sequence[str],
    units: Sequence[str],
    groups: Sequence[str],
    *,
    rest: bool,
) -> None:
    """Give cases to one person, or share them between several; each is told how many."""
    people = tuple(found_person(her.database, one) for one in to)
    if not people:
        raise Trouble("CASES-WHO", "Hvem skal ha dem? Oppgi --to HVEM, en eller flere ganger.")
    work = shared_work(her.database, her.who)
    chosen = _chosen(her, work, units, groups, rest=rest)
    shares = evenly(chosen, {one.id: _open_besides(work, one, chosen) for one in people})
    if len(people) == 1:  # also what was promised with another: a coordinator decides
        shares = {people[0].id: [case.case_id for case in chosen]}
    names = {one.id: one.name for one in people}
    moved = give_cases(her.database, her.sign(), shares)
    for person, cases in shares.items():
        typer.echo(f"{names[person]} har fått {how_many(len(cases), 'sak', 'saker')}.")
    if not moved:
        typer.echo("Ingenting er endret: De hadde dem fra før.")


def _open_besides(work: SharedWork, one: KnownInterviewer, chosen: Iterable[CaseState]) -> int:
    """How many open cases somebody has that are not among the chosen ones."""
    ids = {case.case_id for case in chosen}
    return sum(case.case_id not in ids for case in open_of(work.cases, one.id))


def _chosen(
    her: Coordinator,
    work: SharedWork,
    units: Sequence[str],
    groups: Sequence[str],
    *,
    rest: bool,
) -> list[CaseState]:
    """The cases that are meant: those that were named, and the open ones that are nobody's."""
    inside = _groups(her, groups)
    found = {case.case_id: case for case in _named(her, work, units)}
    for case in work.shared.rest if rest or inside else ():
        if not inside or case.unit.group.id in inside:
            found[case.case_id] = case
    if not (units or groups or rest):
        raise Trouble("CASES-WHICH", "Hvilke saker? Oppgi ENHET, --group NAVN eller --rest.")
    if not found:
        raise Trouble("CASES-NONE", "Der er det ingen åpne saker som ikke er gitt til noen.")
    return list(found.values())


def _named(her: Coordinator, work: SharedWork, units: Sequence[str]) -> Iterator[CaseState]:
    for words in units:
        case = work.cases.find(case_id_of(her.unit(words).id))
        if case.ended:
            raise Trouble(
                "CASES-ENDED", f"{case.unit.label} er ferdig. Det er ingenting å ringe om."
            )
        yield case


def _groups(her: Coordinator, groups: Sequence[str]) -> frozenset[str]:
    return frozenset(group_named(one, her.who.frame) for one in groups)


def taken_back(
    her: Coordinator, units: Sequence[str], groups: Sequence[str], of: Sequence[str]
) -> None:
    """Let cases be anybody's again; how many that were."""
    if not (units or groups or of):
        raise Trouble("CASES-WHICH", "Hvilke saker? Oppgi ENHET, --group NAVN eller --from HVEM.")
    work, inside = shared_work(her.database, her.who), _groups(her, groups)
    people = {found_person(her.database, one).id for one in of}
    cases = [case_id_of(her.unit(words).id) for words in units]
    if inside or people:
        cases += _open_in(work, inside, people)
    moved = take_back_cases(her.database, her.sign(), dict.fromkeys(cases))
    typer.echo(f"Tatt tilbake: {how_many(moved, 'sak', 'saker')}.")


def _open_in(work: SharedWork, inside: frozenset[str], people: set[UUID]) -> Iterator[UUID]:
    """The open cases of some groups, or of some people; of both where both are named."""
    for case in work.cases:
        if case.ended or case.given_to is None:
            continue
        is_hers = not people or case.given_to.interviewer_id in people
        if is_hers and (not inside or case.unit.group.id in inside):
            yield case.case_id


# ── Notes ────────────────────────────────────────────────────────────────────────────────────────


def noted(her: Coordinator, unit: str, words: str) -> None:
    """Tell the others something about a case."""
    about, said = her.unit(unit), as_typed(words)
    if not said:
        raise Trouble("CASES-NOTE", "Skriv notatet etter enheten.")
    if problem := too_long(said):
        raise Trouble(problem.code, problem.sentence)
    write_note(her.database, her.sign(), case_id_of(about.id), said)
    typer.echo(f"{about.label}: Notatet er lagret.")


def print_notes(database: "Database", unit: str) -> None:
    """The notes about a case, and who has had it."""
    from db.assignments import givings
    from db.case_notes import notes_about

    about = unit_named(unit, database.frame)
    case_id = case_id_of(about.id)
    typer.echo(about.numbered)
    for one in givings(database, case_id):
        what = f"gitt til {one.to}" if one.to else "tatt tilbake"
        typer.echo(f"  {date_and_clock(one.at)}  {what} av {one.by}")
    found = notes_about(database, case_id)
    for note in found:
        typer.echo(f"  {date_and_clock(note.at)}  {note.name}: {note.words}")
    if not found:
        typer.echo("  Ingen notater.")
