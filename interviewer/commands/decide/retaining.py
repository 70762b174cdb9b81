"""`ringerunde retain`: until when persons are kept, and that they go when the day has gone by."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

import typer

from db.imports.dates import read_day
from db.persons import retention as verbs
from interviewer import services
from interviewer.commands.decide.person import (
    as_interviewer,
    chosen,
    require_confirmed,
    tell_copies,
)
from interviewer.commands.decide.signing import Coordinator
from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.publish.trail import TABLES
from interviewer.services import persons
from schemas.language.dates import local, long_date
from schemas.language.numerals import how_many

if TYPE_CHECKING:
    from db.persons.retention import Retention

WORD: Final = "slett alle"
"""What is typed by whoever means it."""

WHEN_GONE_BY: Final = (
    "Når dagen er gått, sier programmet fra ved starten. Ingenting slettes av seg selv."
)


def show(her: Coordinator) -> None:
    """What holds, and what goes."""
    services.require_coordinator(her.database)
    said = verbs.retention(her.database)
    typer.echo(_told(said, local(her.at).date()))
    _print(verbs.held_of_everybody(her.database))
    if said is None:
        until = command(her.database, "retain", "--until", "DATO")
        typer.echo(f"Si hvor lenge personer oppbevares: {until}")
    elif said.is_due(local(her.at).date()):
        typer.echo(_now(her))


def keep_until(her: Coordinator, typed: str) -> None:
    """A day is named, and it is told at once what goes then."""
    services.require_coordinator(her.database)
    day = read_day(typed)
    if day is None:
        raise Trouble("RETAIN-DATE", f"«{typed}» er ingen dato. Skriv den slik: 31.12.2017.")
    verbs.keep_until(her.database, her.sign(), day.day)
    typer.echo(f"Personer oppbevares til og med {long_date(day.day)}. {her.signature}")
    if local(her.at).date() > day.day:
        typer.echo(f"Dagen er gått. {_now(her)}")
    else:
        typer.echo(WHEN_GONE_BY)
    _print(verbs.held_of_everybody(her.database))


def erase_everybody(her: Coordinator, copies: str | None, *, yes: bool) -> None:
    """The day has gone by: everybody goes, once that is confirmed."""
    services.require_coordinator(her.database)
    said = verbs.retention(her.database)
    today = local(her.at).date()
    if said is None or today <= said.until:
        raise Trouble(
            "RETAIN-EARLY",
            f"{_told(said, today)} Ingenting er slettet. En annen dag settes med "
            f"«{command(her.database, 'retain', '--until', 'DATO')}».",
        )
    if not yes:
        _print(verbs.held_of_everybody(her.database))
        require_confirmed(f"Dette slettes for godt. Skriv {WORD} for å bekrefte: ", WORD)
    files = persons.every_copy(her.database)
    cases = persons.erase_everybody(her.database, her.sign())
    typer.echo(f"Personene er slettet i {how_many(len(cases), 'sak', 'saker')}.")
    for line in persons.elsewhere(her.database, cases):
        typer.echo(line)
    how = chosen(copies, files)
    persons.clear_copies_of_everybody(her.database, her.sign(), as_interviewer(her), files, how)
    tell_copies(files, how)


def _now(her: Coordinator) -> str:
    """That it is time."""
    return f"Slett dem nå: {command(her.database, 'retain', '--erase')}"


def _told(said: "Retention | None", today: date) -> str:
    """Until when persons are kept, and what has become of that."""
    if said is None:
        return "Ingen har sagt hvor lenge personer oppbevares."
    kept = f"Personer oppbevares til og med {long_date(said.until)} ({said.name})."
    if said.done_at:
        return f"{kept} De ble slettet {long_date(local(said.done_at).date())}."
    return f"{kept} Dagen er gått: de skal slettes." if said.is_due(today) else kept


def _print(places: Mapping[str, int]) -> None:
    if not places:
        typer.echo("Det er ingen å slette.")
        return
    typer.echo("Da slettes navn, numre, e-post og alt som er notert om personer:")
    for table, count in sorted(places.items()):
        typer.echo(f"  {TABLES[table]}: {how_many(count, 'sted', 'steder')}")
    typer.echo("Det de svarte ellers, samtalene og avgjørelsene blir stående.")
