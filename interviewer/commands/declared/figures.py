"""`status`, `rates`, `quality`, `overview`, `codebook` and `report …`: figures and tables."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from interviewer.commands.database_option import named_place, sample_there
from interviewer.commands.declared.options import Folder, Force, Table, Written, flag, option
from interviewer.commands.looking import looked_at
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.running import carry_out, carry_out_looking, tell
from interviewer.commands.survey_commands import EARLIER, SurveyGroup, where
from interviewer.publish.export_request import Order
from schemas.language.text import Language

figures = Commands()
report = Commands("Tall og tabeller.", SurveyGroup, no_args_is_help=True)


@figures.command()
def status(context: typer.Context) -> None:
    """Hvor sakene er, hva de koster, ratene, og når alt er avsluttet."""
    from datetime import UTC, datetime

    from interviewer.publish.status import print_status

    print_status(looked_at(context), datetime.now(UTC))


@figures.command()
def rates(context: typer.Context) -> None:
    """De to ratene, med formler og nevnere.

    Avklaring er av alle enheter, intervju er av dem som har det vi spør om.
    """
    from interviewer.publish.status import print_rates

    print_rates(looked_at(context))


@figures.command()
def quality(context: typer.Context) -> None:
    """Dine egne tall: lengde, «vet ikke», merknader, tempo og mer.

    Bare dine. Koordinatoren ser alles med «ringerunde review quality».
    """
    from interviewer.commands.decide.judging import judge_own

    judge_own(looked_at(context))


@figures.command()
def overview(
    context: typer.Context,
    out: Folder,
    force: Annotated[
        bool, flag("--force", "Skriv over filer som ikke er en oversikt fra før.")
    ] = False,
    preview: Annotated[bool, flag("--preview", "Vis bare hva som ville blitt skrevet.")] = False,
) -> None:
    """Oversikten som publiseres, der undersøkelsen har en.

    Det sies hva som er nytt i den. Den skrives som nettside, CSV og Excel i samme mappe.
    """
    from interviewer.publish.overview import preview_lines, write_overview

    if not preview:
        carry_out(context, write_overview, Order(out, force))
        return
    for line in preview_lines(looked_at(context), Order(out, force)):
        typer.echo(line)


@figures.command()
def codebook(
    context: typer.Context,
    format: Annotated[
        Literal["text", "json", "ddi", "xlsform"],
        typer.Option(help="Til å lese, som data, for arkiver, eller som skjema for ODK og Kobo."),
    ] = "text",
    language: Annotated[Language, typer.Option(help="Språket i kodeboken.")] = "nb",
    version: Annotated[str | None, option("--version", "VERSJON", "En tidligere versjon.")] = None,
    out: Annotated[Path | None, option("--out", "FIL", "Skriv til en fil.")] = None,
    force: Force = False,
) -> None:
    """Vis skjemaet som kodebok: spørsmål, koder, vei og kontroller."""
    from interviewer.commands.data_out import print_data
    from interviewer.failures import Trouble
    from interviewer.publish.codebook import (
        codebook_words,
        in_version,
        require_declared,
        write_codebook,
    )

    survey, frame = sample_there(context)
    require_declared(survey)
    if format != "xlsform" or version is not None:  # a form asks what is asked today
        survey = in_version(survey, version)
    if out is not None:
        database = Path(named_place(context))
        tell(write_codebook(survey, frame, format, Order(out, force, language=language), database))
    elif format == "xlsform":
        raise Trouble("CODEBOOK-OUT", "Et skjema er en Excel-fil: si hvilken med --out FIL.")
    else:
        print_data(codebook_words(survey, format, language))


@report.command("claims", cls=EARLIER)
def report_claims(context: typer.Context, out: Table = None, force: Force = False) -> None:
    """Figurene fra en tidligere fase, med antall og prosent."""
    from interviewer.publish.claim_figures import print_claim_figures, write_claim_figures

    if out is None:
        print_claim_figures(looked_at(context))
    else:
        carry_out_looking(context, write_claim_figures, Order(out, force))


@report.command(
    "transition", cls=where(lambda survey: "transition" if survey.has("earlier") else None)
)
def report_claim_matrix(context: typer.Context, out: Table = None, force: Force = False) -> None:
    """Oppgitt i en tidligere fase, og funnet nå, enhet for enhet.

    Filen har også enhetene i hver celle.
    """
    from interviewer.publish.claim_matrix import print_claim_matrix, write_claim_matrix

    if out is None:
        print_claim_matrix(looked_at(context))
    else:
        carry_out_looking(context, write_claim_matrix, Order(out, force))


@report.command("full")
def report_full(context: typer.Context, out: Written, force: Force = False) -> None:
    """Hele rapporten på én HTML-side, til å lese uten nettverk.

    Metode, rater, figurer, sitater og alle spørsmålene.
    """
    from interviewer.publish.report import write_report

    carry_out(context, write_report, Order(out, force), "kapitler")
