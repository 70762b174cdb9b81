"""`ringerunde person` and `retain`: what is held about one person, and for how long."""

from typing import Annotated

import typer

from interviewer.commands.declared.options import (
    By,
    Copies,
    Yes,
    argument,
    coordinator,
    flag,
    option,
)
from interviewer.commands.norwegian_cli import Commands

person = Commands(help="Alt som er lagret om én person: vis, rett, slett.", no_args_is_help=True)
keeping_persons = Commands()

Who = Annotated[str, argument("HVEM", "Navn, telefonnummer eller e-postadresse.")]


@person.command()
def show(context: typer.Context, who: Who, by: By = None) -> None:
    """Vis alt som er lagret om en person, og hvor det ellers kan stå.

    Det søkes i kontaktpunkter, oppringninger, viderekoblinger, svar, notater og avtaler.
    """
    from interviewer.commands.decide.person import show_person

    show_person(coordinator(context, by), who)


@person.command()
def correct(
    context: typer.Context,
    who: Who,
    name: Annotated[str | None, option("--name", "NAVN", "Det riktige navnet.")] = None,
    phone: Annotated[str | None, option("--phone", "NUMMER", "Det riktige nummeret.")] = None,
    email: Annotated[str | None, option("--email", "ADRESSE", "Den riktige adressen.")] = None,
    by: By = None,
) -> None:
    """Rett navn, nummer eller e-post i alle kontaktpunkter og svar.

    Det som sto der, blir stående i historikken. Notater rettes ikke, men vises.
    """
    from interviewer.commands.decide.person import correct_person

    said = {"person": name, "phone": phone, "email": email}
    given = {field: words for field, words in said.items() if words is not None}
    correct_person(coordinator(context, by), who, given)


@person.command()
def erase(
    context: typer.Context, who: Who, copies: Copies = None, yes: Yes = False, by: By = None
) -> None:
    """Slett alt om en person. At noe ble gjort, og når, blir stående.

    Det sies først hva som slettes. Det hun svarte ellers, blir stående uten henne.
    """
    from interviewer.commands.decide.person import erase_person

    erase_person(coordinator(context, by), who, copies, yes=yes)


@keeping_persons.command()
def retain(
    context: typer.Context,
    until: Annotated[
        str | None,
        option("--until", "DATO", "Siste dag personer oppbevares: 31.12.2017."),
    ] = None,
    erase: Annotated[bool, flag("--erase", "Dagen er gått: slett alle personer nå.")] = False,
    copies: Copies = None,
    yes: Yes = False,
    by: By = None,
) -> None:
    """Si hvor lenge personer oppbevares, og slett dem etterpå.

    Uten valg vises det som gjelder, og hva som slettes. Det de svarte ellers, blir stående.
    """
    from interviewer.commands.decide import retaining

    her = coordinator(context, by)
    if until is not None:
        retaining.keep_until(her, until)
    elif erase:
        retaining.erase_everybody(her, copies, yes=yes)
    else:
        retaining.show(her)
