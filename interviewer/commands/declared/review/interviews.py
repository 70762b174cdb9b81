"""What a coordinator decides about an interview: accept, override, send back, discard, correct."""

from typing import Annotated

import typer

from interviewer.commands.declared.options import (
    By,
    Reason,
    Revision,
    Unit,
    argument,
    coordinator,
    flag,
    option,
)
from interviewer.commands.norwegian_cli import Commands

interviews = Commands()


@interviews.command()
def accept(
    context: typer.Context,
    unit: Annotated[str | None, argument("ENHET", "Nummer eller navn. Utelates med --all.")] = None,
    everything: Annotated[
        bool, flag("--all", "Alle intervjuer uten noen grunn til å se på dem.")
    ] = False,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Godta klassen som følger av svarene."""
    from interviewer.commands.decide import verdicts
    from interviewer.failures import Trouble

    if everything == (unit is not None):
        raise Trouble("R-UNIT", "Oppgi enten en enhet eller --all.")
    her = coordinator(context, by)
    verdicts.accept_together(her) if unit is None else verdicts.accept(her, unit, revision)


@interviews.command()
def override(
    context: typer.Context,
    unit: Unit,
    klass: Annotated[
        str, argument("KLASSE", "Koden for klassen. Er den ukjent, nevnes de som finnes.")
    ],
    reason: Reason = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Sett en annen klasse, og skriv hvorfor."""
    from interviewer.commands.decide import verdicts

    verdicts.override(coordinator(context, by), unit, klass, reason, revision)


@interviews.command("return")
def return_(
    context: typer.Context,
    unit: Unit,
    reason: Annotated[str | None, option("--reason", "TEKST", "Hva det skal spørres om.")] = None,
    question: Annotated[
        str | None, option("--question", "SPØRSMÅL", "Spørsmålet som stilles igjen.")
    ] = None,
    item: Annotated[
        int | None, option("--item", "TALL", "Nummeret, der det spørres om flere.")
    ] = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Send tilbake til intervjueren med et spørsmål.

    En sak uten fullført intervju kommer tilbake på ringelisten, uten --question.
    """
    from interviewer.commands.decide import verdicts

    verdicts.send_back(coordinator(context, by), unit, question, item, reason, revision)


@interviews.command()
def discard(
    context: typer.Context,
    unit: Unit,
    reason: Reason = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Forkast det som er endret etter at intervjuet ble åpnet igjen.

    Svarene blir igjen som da det sist var fullført, og det lukkes.
    """
    from interviewer.commands.decide import verdicts

    verdicts.discard(coordinator(context, by), unit, reason, revision)


@interviews.command()
def edit(
    context: typer.Context,
    unit: Unit,
    answers: Annotated[
        list[str] | None,
        argument(
            "SPØRSMÅL=SVAR",
            "Kode, etikett eller tekst. -8 er «vet ikke», -9 «vil ikke svare». Flere koder"
            " skilles med semikolon. SPØRSMÅL.2=SVAR gjelder nummer 2 der det spørres om flere.",
        ),
    ] = None,
    confirm: Annotated[
        list[str] | None, option("--confirm", "ADVARSEL=GRUNN", "La en advarsel stå.")
    ] = None,
    drop: Annotated[
        list[int] | None, option("--drop-item", "TALL", "Ta ut dette nummeret.")
    ] = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Rett svar, med kontrollene fra intervjuet.

    Det blir en ny revisjon. Mangler noe etterpå, eller står en kontroll åpen, endres ingenting.
    Ett til skrives med neste nummer: SPØRSMÅL.4=SVAR.
    """
    from interviewer.commands.decide.edit import edit as edited
    from interviewer.commands.decide.edit_request import EditRequest

    wanted = EditRequest(answers or (), confirm or (), drop or ())
    edited(coordinator(context, by), unit, wanted, revision)
