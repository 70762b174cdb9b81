"""The commands `ringerunde contacts …`: who can be rung in a case, and to put that right."""

from typing import Annotated

import typer

from interviewer.commands.database_option import named_database
from interviewer.commands.declared.options import (
    By,
    Reason,
    Unit,
    Yes,
    argument,
    coordinator,
    option,
)
from interviewer.commands.norwegian_cli import Commands

contacts = Commands(
    help="Hvem som kan ringes i en sak: vis, rett, slå sammen, ta ut.",
    no_args_is_help=True,
)

Whom = Annotated[str, argument("HVEM", "Nummeret i listen, eller navnet på en person.")]


@contacts.command("list")
def list_(context: typer.Context, unit: Unit) -> None:
    """Vis kontaktpunktene i en sak, med et nummer for hvert."""
    from interviewer.commands.decide.contacts import print_contacts

    print_contacts(named_database(context), unit)


@contacts.command()
def correct(
    context: typer.Context,
    unit: Unit,
    whom: Whom,
    person: Annotated[str | None, option("--person", "NAVN", "Hvem det er.")] = None,
    phone: Annotated[str | None, option("--phone", "NUMMER", "Telefonnummeret.")] = None,
    role: Annotated[str | None, option("--role", "STILLING", "Stillingen.")] = None,
    department: Annotated[
        str | None, option("--department", "NAVN", "Hva avdelingen heter der.")
    ] = None,
    email: Annotated[str | None, option("--email", "ADRESSE", "E-postadressen.")] = None,
    by: By = None,
) -> None:
    """Rett navn, nummer, stilling, avdelingens navn eller e-post.

    En tom tekst, som --phone "", tar bort det som sto der.
    """
    from interviewer.commands.decide.contacts import corrected

    said = {
        "person": person,
        "phone": phone,
        "role": role,
        "department_name": department,
        "email": email,
    }
    given = {name: words for name, words in said.items() if words is not None}
    corrected(coordinator(context, by), unit, whom, given)


def _marks(name: str, way: str, help: str) -> None:
    """A command that needs nothing but to know whom."""

    @contacts.command(name, help=help)
    def mark(context: typer.Context, unit: Unit, whom: Whom, by: By = None) -> None:
        _done(context, unit, whom, way, by)


_marks("dead", "dead", "Nummeret er ikke i bruk: ingen ringer dit mer.")
_marks("wrong", "wrong", "Feil nummer eller et annet sted: ingen ringer dit mer.")
_marks("works", "works", "Nummeret er riktig likevel.")
_marks("first", "first", "Ring denne først.")
_marks("as-before", "as_before", "Ring i vanlig rekkefølge igjen.")


@contacts.command()
def retire(
    context: typer.Context, unit: Unit, whom: Whom, reason: Reason = None, by: By = None
) -> None:
    """Ta ut: ingen skal ringe dit mer. Skriv hvorfor."""
    from interviewer.commands.decide.find import reasoned

    _done(context, unit, whom, "retire", by, reasoned(reason))


def _done(
    context: typer.Context, unit: str, whom: str, way: str, by: str | None, why: str = ""
) -> None:
    from interviewer.commands.decide.contacts import done
    from interviewer.engine.contact_changes import ContactChange

    change: ContactChange = ContactChange[way]
    done(coordinator(context, by), unit, whom, change, why)


@contacts.command()
def merge(
    context: typer.Context,
    unit: Unit,
    kept: Annotated[str, argument("BEHOLD", "Den som blir stående.")],
    other: Annotated[str, argument("ANNEN", "Den som er den samme.")],
    yes: Yes = False,
    by: By = None,
) -> None:
    """Slå sammen to som er den samme.

    Alt som er gjort hos den andre, føres på den første.
    """
    from interviewer.commands.decide.contacts import merged

    merged(coordinator(context, by), unit, kept, other, yes=yes)
