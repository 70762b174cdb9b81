"""`ringerunde people`: who has sat down anywhere, and to join, rename and retire them."""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from interviewer.commands.database_option import named_database
from interviewer.commands.declared.options import Yes, argument
from interviewer.commands.known_people import found_person, number_of, told_twice
from interviewer.commands.norwegian_cli import Commands

if TYPE_CHECKING:
    from db.database import Database
    from db.records import KnownInterviewer

people = Commands(
    help="Hvem som ringer: vis, slå sammen, gi nytt navn, ta ut.",
    epilog="Uten kommando vises alle.",
)

Who = Annotated[str, argument("HVEM", "Navnet, eller nummeret i listen.")]


@people.callback(invoke_without_command=True)
def listed(context: typer.Context) -> None:
    """Vis alle som har ringt herfra: navn, nummer, når sist, og antall oppringninger."""
    if context.invoked_subcommand is None:
        from db.people import people as everybody

        database = named_database(context)
        for line in _lines(database, everybody(database)):
            typer.echo(line)


def _lines(database: "Database", known: "Sequence[KnownInterviewer]") -> Iterator[str]:
    from schemas.language.dates import date_and_clock

    if not known:
        yield "Ingen har ringt herfra ennå."
    for one in known:
        where = "ikke i listen over hvem som ringer" if one.is_retired else one.seat
        calls = "1 oppringning" if one.calls == 1 else f"{one.calls} oppringninger"
        last = date_and_clock(one.seated_at)
        yield f"{number_of(one)}  {one.name}: sist {last}, {calls} ({where})"
    yield from told_twice(database, known)


@people.command()
def join(
    context: typer.Context,
    kept: Annotated[str, argument("BEHOLD", "Hvem det er.")],
    other: Annotated[str, argument("ANNEN", "Hvem som er den samme.")],
    yes: Yes = False,
) -> None:
    """Slå sammen to som er samme person.

    Alt den andre har gjort, er den førstes.
    """
    from db import people as verbs
    from interviewer.failures import Trouble
    from interviewer.services.unsaved import sign_anew

    database = named_database(context)
    one, same = found_person(database, kept), found_person(database, other)
    if one.id != same.id and not yes and not _confirmed(one, same):
        raise Trouble("PERSON-NOT-CONFIRMED", "Ikke bekreftet. Ingenting er endret.")
    verbs.join(database, one.id, same.id, datetime.now(UTC))
    sign_anew(database, one.id, same.id)
    typer.echo(f"{same.name} ({number_of(same)}) er nå {one.name} ({number_of(one)}).")


def _confirmed(one: "KnownInterviewer", same: "KnownInterviewer") -> bool:
    typer.echo(
        f"Alt {same.name} ({number_of(same)}) har gjort, blir {one.name} sitt ({number_of(one)}), "
        "og det kan ikke gjøres om. Skriv ja for å bekrefte: ",
        nl=False,
    )
    return sys.stdin.readline().strip().casefold() == "ja"


@people.command()
def rename(
    context: typer.Context,
    who: Who,
    name: Annotated[str, argument("NAVN", "Det nye navnet.")],
) -> None:
    """Gi noen et annet navn.

    Alt hun har gjort, er fortsatt hennes.
    """
    from db import people as verbs
    from interviewer.failures import Trouble
    from interviewer.words import WORDS, say
    from schemas.language.clean import LONGEST_NAME, clean
    from schemas.language.text import ended

    database = named_database(context)
    one, new = found_person(database, who), " ".join(clean(name, one_line=True).split())
    if not new:
        raise Trouble("PERSON-NAME", "Skriv det nye navnet.")
    if len(new) > LONGEST_NAME:
        raise Trouble("PERSON-NAME", say(WORDS.name_long, count=len(new), most=LONGEST_NAME))
    verbs.rename(database, one.id, new)
    typer.echo(ended(f"{one.name} heter nå {new}"))


@people.command()
def retire(context: typer.Context, who: Who) -> None:
    """Ta noen ut av listen over hvem som ringer.

    Alt hun har gjort, blir stående.
    """
    from db import people as verbs

    database = named_database(context)
    one = found_person(database, who)
    freed = verbs.retire(database, one.id, datetime.now(UTC))
    told = f" Avtaler som alle kan ta nå: {freed}." if freed else ""
    typer.echo(
        f"{one.name} er tatt ut av listen. Skrives navnet når programmet starter, er det med "
        f"igjen.{told}"
    )
