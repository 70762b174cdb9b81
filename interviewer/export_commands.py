"""The commands `ringerunde export …`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from interviewer.named import named_database
from schemas.text import Language

if TYPE_CHECKING:
    from interviewer.exports import Asked

export = typer.Typer(help="Skriv ut data til filer.", no_args_is_help=True)

Folder = Annotated[Path, typer.Option("--out", metavar="MAPPE", help="Mappen filene skrives i.")]
File = Annotated[Path, typer.Option("--out", metavar="FIL", help="Filen som skrives.")]
Labels = Annotated[bool, typer.Option("--labels/--codes", help="Etiketter eller koder.")]
Contacts = Annotated[bool, typer.Option("--with-contacts", help="Ta med navn, telefon og e-post.")]
Force = Annotated[bool, typer.Option("--force", help="Skriv over filer som finnes.")]
Words = Annotated[Language, typer.Option("--language", help="Språket på etikettene.")]
Which = Annotated[
    Literal["interviews", "offers"],
    typer.Option(
        "--table", help="Intervjuer med tilbudene ved siden av, eller ett tilbud per rad."
    ),
]


def asked(
    context: typer.Context,
    out: Path,
    *,
    contacts: bool = False,
    force: bool = False,
    language: Language = "nb",
) -> "Asked":
    """The database that was named before the command, and what the command was asked for."""
    from interviewer.exports import Asked

    return Asked(named_database(context), out, contacts, force, language)


@export.command("csv")
def csv(
    context: typer.Context,
    out: Folder,
    labels: Labels = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Komma, UTF-8 uten BOM og desimalpunktum.")
    ] = False,
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv intervjuer, tilbud, oppringninger og viderekoblinger som CSV."""
    from interviewer.exports import export_csv

    what = asked(context, out, contacts=contacts, force=force, language=language)
    export_csv(what, labels=labels, plain=plain)


@export.command("xlsx")
def xlsx(
    context: typer.Context,
    out: File,
    labels: Labels = False,
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv alle tabellene og kodeboken som ark i én Excel-fil."""
    from interviewer.exports import export_xlsx

    what = asked(context, out, contacts=contacts, force=force, language=language)
    export_xlsx(what, labels=labels)


@export.command("sav")
def sav(
    context: typer.Context,
    out: File,
    table: Which = "interviews",
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv en fil for SPSS, med etiketter og manglende verdier."""
    from interviewer.exports import export_sav

    what = asked(context, out, contacts=contacts, force=force, language=language)
    export_sav(what, table=table)


@export.command("dta")
def dta(
    context: typer.Context,
    out: File,
    table: Which = "interviews",
    contacts: Contacts = False,
    force: Force = False,
    language: Words = "nb",
) -> None:
    """Skriv en fil for Stata, med etiketter og manglende verdier."""
    from interviewer.exports import export_dta

    what = asked(context, out, contacts=contacts, force=force, language=language)
    export_dta(what, table=table)


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
    from interviewer.exports import export_parquet

    what = asked(context, out, contacts=contacts, force=force, language=language)
    export_parquet(what, labels=labels)


@export.command("json")
def json(
    context: typer.Context, out: Folder, contacts: Contacts = False, force: Force = False
) -> None:
    """Skriv ett dokument per intervju, ett på hver linje, med JSON Schema."""
    from interviewer.exports import export_json

    export_json(asked(context, out, contacts=contacts, force=force))


@export.command("archive")
def archive(
    context: typer.Context, out: Folder, force: Force = False, language: Words = "nb"
) -> None:
    """Lag mappen et arkiv ber om: data, kodebok, skjema, metode og kontrollsummer."""
    from interviewer.exports import export_archive

    export_archive(asked(context, out, force=force, language=language))
