"""`codes` and `code`: answers in own words, and what they are filed under."""

from pathlib import Path
from typing import Annotated

import typer

from interviewer.commands.declared.options import (
    By,
    Force,
    Table,
    argument,
    coordinator,
    flag,
    option,
)
from interviewer.commands.looking import looked_at
from interviewer.commands.norwegian_cli import Commands
from interviewer.publish.export_request import Order

coding = Commands()


@coding.command()
def codes(
    context: typer.Context,
    out: Table = None,
    file: Annotated[
        Path | None, option("--file", "FIL", "Les kodene tilbake fra en slik fil.")
    ] = None,
    new: Annotated[bool, flag("--new", "Lag de kodene i filen som ikke finnes.")] = False,
    force: Force = False,
    by: By = None,
) -> None:
    """Svar i egne ord, kodene deres, og det som gjenstår.

    Det samme som F7 i køen. I filen står flere koder med | imellom, og 0 er for svar som ikke
    passer under noen.
    """
    if file is not None:
        from interviewer.commands.decide.coding import read_back

        read_back(coordinator(context, by), file, new=new)
    elif out is not None:
        from interviewer.commands.running import carry_out_looking
        from interviewer.publish.coding import write_codings

        carry_out_looking(context, write_codings, Order(out, force))
    else:
        from interviewer.commands.decide.codes_listing import print_codes

        print_codes(looked_at(context))


@coding.command()
def code(
    context: typer.Context,
    question: Annotated[str, argument("SPØRSMÅL", "Navnet i kodeboken.")],
    label: Annotated[str, argument("KODE", "Hva koden heter, eller nummeret.")],
    rename: Annotated[str | None, option("--rename", "NAVN", "Hva den skal hete.")] = None,
    into: Annotated[str | None, option("--into", "KODE", "Koden den skal slås sammen med.")] = None,
    by: By = None,
) -> None:
    """Lag en kode, gi den et nytt navn, eller slå to sammen."""
    from interviewer.commands.decide.coding import change_code

    change_code(coordinator(context, by), question, label, rename, into)
