"""`shared`, `cover` and `apart`: one interview settles several cases."""

from typing import Annotated

import typer

from interviewer.commands.declared.options import By, Reason, Unit, argument, coordinator, flag
from interviewer.commands.looking import looked_at
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import SurveyCommand, where

shared = Commands()

Host = Annotated[str, argument("AV", "Enheten som ble intervjuet.")]


def of_sharing(name: str) -> type[SurveyCommand]:
    """A command of the surveys whose units share something."""
    return where(lambda survey: name if survey.has("sharing") else None)


@shared.command("shared", cls=of_sharing("shared"))
def show_shared(context: typer.Context) -> None:
    """Det flere enheter deler: hva det avgjør, og hvem som er uenige."""
    from interviewer.commands.decide.shared_listing import print_shared

    print_shared(looked_at(context))


@shared.command("cover", cls=of_sharing("cover"))
def cover(
    context: typer.Context,
    unit: Unit,
    host: Annotated[str | None, argument("AV", "Enheten som ble intervjuet.")] = None,
    everything: Annotated[
        bool, flag("--all", "Alle som intervjuet med ENHET kan avgjøre.")
    ] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Bekreft at ENHET er dekket av AV, eller alle (--all).

    Sier ingen intervjuer det, men for eksempel en e-post, skrives det med --reason.
    """
    from interviewer.commands.decide import sharing

    her = coordinator(context, by)
    sharing.cover_all(her, unit, host) if everything else sharing.cover(her, unit, host, reason)


@shared.command("apart", cls=of_sharing("apart"))
def apart(
    context: typer.Context, unit: Unit, host: Host, reason: Reason = None, by: By = None
) -> None:
    """Noter at ENHET ikke er dekket av AV, og skriv hvorfor."""
    from interviewer.commands.decide import sharing

    sharing.apart(coordinator(context, by), unit, host, reason)
