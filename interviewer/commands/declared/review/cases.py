"""`close` and `withdraw`: cases that end without an interview."""

from typing import Annotated

import typer

from interviewer.commands.declared.options import (
    By,
    Copies,
    Reason,
    Unit,
    Yes,
    argument,
    coordinator,
)
from interviewer.commands.norwegian_cli import Commands

cases = Commands()


@cases.command()
def close(
    context: typer.Context,
    unit: Unit,
    outcome: Annotated[
        str, argument("UTFALL", "not_found_after_search, out_of_frame eller given_up.")
    ],
    reason: Reason = None,
    by: By = None,
) -> None:
    """Lukk en sak uten intervju, og skriv hvorfor."""
    from interviewer.commands.decide import verdicts

    verdicts.close(coordinator(context, by), unit, outcome, reason)


@cases.command()
def withdraw(
    context: typer.Context, unit: Unit, copies: Copies = None, yes: Yes = False, by: By = None
) -> None:
    """Slett alt fordi respondenten trekker seg."""
    from interviewer.commands.decide.verdicts import withdraw_case

    withdraw_case(coordinator(context, by), unit, copies, yes=yes)
