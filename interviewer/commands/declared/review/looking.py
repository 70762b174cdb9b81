"""What a coordinator looks at: the queue, what is open again, one unit, the rules, the work."""

from typing import Annotated, Literal

import typer

from interviewer.commands.database_option import named_database
from interviewer.commands.declared.options import Force, Table, Unit, flag, option, order_for
from interviewer.commands.looking import looked_at
from interviewer.commands.norwegian_cli import Commands

looking = Commands()


@looking.command("list")
def list_(
    context: typer.Context,
    everything: Annotated[
        bool, flag("--all", "Også de som er avgjort, og de ingen trenger å se på.")
    ] = False,
) -> None:
    """Intervjuer å se på og saker hos koordinatoren, og hvorfor."""
    from datetime import UTC, datetime

    from interviewer.commands.decide.queue_listing import print_list

    print_list(looked_at(context), datetime.now(UTC), everything=everything)


@looking.command()
def show(context: typer.Context, unit: Unit) -> None:
    """Alt om én enhet: klasse, vei, avgjørelser og svar."""
    from datetime import UTC, datetime

    from interviewer.commands.decide.show_unit import print_unit

    print_unit(named_database(context), unit, datetime.now(UTC))


@looking.command()
def opened(context: typer.Context) -> None:
    """Intervjuer som er åpnet igjen eller sendt tilbake: av hvem, når."""
    from interviewer.commands.decide.queue_listing import print_opened

    print_opened(looked_at(context))


@looking.command()
def rules(context: typer.Context) -> None:
    """Prøv dagens regler på alle intervjuene: hva endrer seg?"""
    from interviewer.commands.decide.rules import print_reclassified

    print_reclassified(looked_at(context))


@looking.command()
def quality(
    context: typer.Context,
    who: Annotated[str | None, option("--who", "NAVN", "Alle tallene til én intervjuer.")] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option(help="Til å lese, eller som data.")
    ] = "text",
    out: Table = None,
    force: Force = False,
) -> None:
    """Hva som skiller intervjuernes arbeid, og hvorfor.

    Med intervjuene bak: lengde, «vet ikke», merknader, klasser, tempo og mer.
    """
    from interviewer.commands.decide.judging import judge

    judge(context, who, format, order_for(out, force))
