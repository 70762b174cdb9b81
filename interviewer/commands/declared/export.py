"""The commands `ringerunde export …`."""

from typing import Annotated

import typer

from interviewer.commands.declared.options import Folder, Force, Written, flag, option
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.running import carry_out_looking
from interviewer.publish.export_request import INTERVIEWS, Order
from schemas.language.text import Language

export = Commands(help="Skriv ut data til filer.", no_args_is_help=True)

Labels = Annotated[bool, flag("--labels/--codes", "Etiketter eller koder.")]
Plain = Annotated[bool, flag("--plain", "Komma, UTF-8 uten BOM og desimalpunktum.")]
Contacts = Annotated[bool, flag("--with-contacts", "Ta med navn, telefon og e-post.")]
Words = Annotated[Language, flag("--language", "Språket på etikettene.")]
Which = Annotated[
    str,
    option(
        "--table",
        "TABELL",
        "interviews, eller en del av skjemaet som gjentas: én rad for hver gang.",
    ),
]


@export.command("csv")
def csv(
    context: typer.Context,
    out: Folder,
    labels: Labels = False,
    plain: Plain = False,
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv alle tabellene som CSV.

    Intervjuer, det som gjentas i dem, merknader, bekreftede kontroller, oppringninger og
    viderekoblinger.
    """
    from interviewer.publish.exports import export_csv

    how = Order(out, force, labels, plain=plain, contacts=contacts, language=language)
    carry_out_looking(context, export_csv, how)


@export.command("xlsx")
def xlsx(
    context: typer.Context,
    out: Written,
    labels: Labels = False,
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv alle tabellene og kodeboken som ark i én Excel-fil."""
    from interviewer.publish.exports import export_xlsx

    carry_out_looking(
        context, export_xlsx, Order(out, force, labels, contacts=contacts, language=language)
    )


def _for_statistics(name: str, help: str) -> None:
    """A command for a program of statistics, which takes one table in a file."""

    @export.command(name, help=help)
    def written(
        context: typer.Context,
        out: Written,
        table: Which = INTERVIEWS,
        contacts: Contacts = False,
        force: Force = False,
        language: Words = "nb",
    ) -> None:
        from interviewer.publish.exports import export_dta, export_sav

        how = Order(out, force, table=table, contacts=contacts, language=language)
        carry_out_looking(context, export_sav if name == "sav" else export_dta, how)


_for_statistics("sav", "Skriv en fil for SPSS, med etiketter og manglende verdier.")
_for_statistics("dta", "Skriv en fil for Stata, med etiketter og manglende verdier.")


@export.command("parquet")
def parquet(
    context: typer.Context,
    out: Folder,
    labels: Labels = False,
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv alle tabellene som Parquet."""
    from interviewer.publish.exports import export_parquet

    how = Order(out, force, labels, contacts=contacts, language=language)
    carry_out_looking(context, export_parquet, how)


@export.command("json")
def json(
    context: typer.Context, out: Folder, contacts: Contacts = False, force: Force = False
) -> None:
    """Skriv ett dokument per intervju, med JSON Schema.

    Dokumentene står i én fil, ett på hver linje.
    """
    from interviewer.publish.exports import export_json

    carry_out_looking(context, export_json, Order(out, force, contacts=contacts))


@export.command("archive")
def archive(
    context: typer.Context, out: Folder, force: Force = False, language: Words = "nb"
) -> None:
    """Lag mappen et arkiv ber om.

    Data, kodebok, skjema, metode og kontrollsummer.
    """
    from interviewer.publish.exports import export_archive

    carry_out_looking(context, export_archive, Order(out, force, language=language))
