"""The commands.  What a command needs is imported when it runs, so that help comes at once."""

import re
from pathlib import Path
from typing import Annotated, Literal

import typer

from interviewer.before_command import Named
from interviewer.commands.cases import cases
from interviewer.commands.contacts import contacts
from interviewer.commands.database_option import (
    SurveyName,
    chosen_survey,
    database_to_fill,
    named_database,
    named_place,
    sample_there,
)
from interviewer.commands.export import export
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.people import people
from interviewer.commands.person import person, retain
from interviewer.commands.review import review
from interviewer.commands.running import carry_out, tell
from interviewer.commands.server import server
from interviewer.commands.survey_commands import SurveyGroup, where
from interviewer.commands.two_places import GroupCommand
from interviewer.places import DATABASE_VARIABLE
from interviewer.publish.export_request import Order
from schemas.language.text import Language

cli = Commands(
    help="Ringerunde: telefonintervjuer fra tastaturet, fra ringeliste til eksport.",
    name="ringerunde",
    epilog="Uten kommando åpnes ringelisten.",
    no_args_is_help=False,
)
cli.add_typer(export, name="export")
cli.add_typer(review, name="review")
cli.add_typer(people, name="people")
cli.add_typer(person, name="person")
cli.command()(retain)
cli.add_typer(server, name="server")
cli.add_typer(contacts, name="contacts")
cli.add_typer(cases, name="cases")
imports = Commands(help="Les inn fra filer.", group=SurveyGroup, no_args_is_help=True)
cli.add_typer(imports, name="import")
report = Commands(help="Tall og tabeller.", group=SurveyGroup, no_args_is_help=True)
cli.add_typer(report, name="report")

Place = Annotated[
    str | None,
    typer.Option(
        "--database",
        envvar=DATABASE_VARIABLE,
        metavar="STI-eller-ADRESSE",
        help="En annen database enn den vanlige: en fil, eller postgresql://…",
        show_default=False,
    ),
]


@cli.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    database: Place = None,
    survey: SurveyName = None,
    new: Annotated[
        bool, typer.Option("--new", help="Lag en ny, tom database der det har ligget en før.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Vis versjonen.")] = False,
) -> None:
    """The call list, where no command is named."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(installed("ringerunde"))
        raise typer.Exit
    _refuse_shown_password(context, database)
    context.obj = Named(database, survey)
    context.obj.find_survey()  # a name that nothing has is told of, whatever is asked for
    if new and context.invoked_subcommand:
        from interviewer.failures import Trouble
        from interviewer.places import command_at

        typed = command_at(database, "--new")
        raise Trouble("CLI-NEW", f"--new er for ringelisten. Start den med «{typed}».")
    if context.invoked_subcommand is None:
        from interviewer.terminal.run import show_call_list

        raise typer.Exit(show_call_list(context.obj, new=new))


def _refuse_shown_password(context: typer.Context, database: str | None) -> None:
    """What stands on the command line, others on the machine can read while it runs."""
    source = context.get_parameter_source("database")
    typed = source is not None and source.name == "COMMANDLINE"
    if typed and re.search(r"//[^/@]*:.*@|[?&]password=", database or ""):
        from interviewer.failures import Trouble

        raise Trouble(
            "CLI-PASSWORD",
            "Et passord på kommandolinjen kan leses av andre på maskinen: ta det bort, og legg det "
            "i ~/.pgpass, i PGPASSWORD eller i nøkkelringen.",
        )


@cli.command()
def demo(
    context: typer.Context,
    database: Annotated[
        str | None,
        typer.Option("--database", metavar="STI", help="Hvor øvelsesdatabasen skal ligge."),
    ] = None,
    no_ui: Annotated[
        bool, typer.Option("--no-ui", help="Bare lag dataene, uten å åpne ringelisten.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Øvelsene linje for linje, for skjermlesere.")
    ] = False,
    survey: SurveyName = None,
    interviews: Annotated[
        int | None,
        typer.Option(
            min=0,
            metavar="TALL",
            help="Så mange ferdige intervjuer, ellers 12 der det er så mange enheter.",
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option(metavar="TALL", help="Samme tall gir de samme dataene.")
    ] = 2015,
) -> None:
    """Øv på oppdiktede kontakter, samtaler og intervjuer."""
    from interviewer.commands.practice import practise, practise_plainly

    about = chosen_survey(context, survey)
    if plain:
        raise typer.Exit(practise_plainly(database, about, interviews=interviews, seed=seed))
    raise typer.Exit(practise(database, about, ui=not no_ui, interviews=interviews, seed=seed))


@cli.command()
def call(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="SAK", help="Navnet eller nummeret.")],
    plain: Annotated[
        bool, typer.Option("--plain", help="Linje for linje, uten skjerm og farger.")
    ] = False,
    rings: Annotated[bool, typer.Option("--rings", help="De ringer oss, og er på linjen.")] = False,
) -> None:
    """Ring en sak linje for linje, for skjermlesere."""
    from interviewer.commands.call import call_plainly

    raise typer.Exit(call_plainly(context.obj, case, plain=plain, rings=rings))


@cli.command()
def surveys() -> None:
    """Vis undersøkelsene som finnes, og hva de heter."""
    from interviewer.commands.surveys import listed_surveys

    for line in listed_surveys():
        typer.echo(line)


Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="VÅR=DERES",
        help="Hva en av våre kolonner heter i filen. Kan gjentas.",
        show_default=False,
    ),
]


@cli.command("new")
def new_database(
    context: typer.Context,
    units: Annotated[
        Path, typer.Option("--units", metavar="FIL", help="Enhetene, som CSV eller Excel (.xlsx).")
    ],
    survey: SurveyName = None,
    column: Column = None,
) -> None:
    """Lag en ny database med et annet utvalg enn det som følger med.

    Kolonnene er de samme som i registeret til undersøkelsen.
    """
    from interviewer.commands.surveys import make_database

    about = chosen_survey(context, survey)
    typer.echo(make_database(named_place(context), about, units, column or ()))


@cli.command()
def backup(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Filen som lages.")],
) -> None:
    """Lag en sikkerhetskopi av hele databasen.

    Det går også mens noen bruker den.
    """
    from interviewer.commands.keeping import back_up

    typer.echo(back_up(named_database(context), file))


@cli.command()
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FIL", help="Sikkerhetskopien.")],
) -> None:
    """Hent fram en sikkerhetskopi.

    Databasen som ligger der, får et annet navn; ingenting slettes.
    """
    from interviewer.commands.keeping import restore as put_back

    typer.echo(put_back(named_place(context), file))


@cli.command()
def check(
    context: typer.Context,
    head: Annotated[
        str | None,
        typer.Option(
            "--head",
            metavar="SLUTT",
            help="Slutten på loggen, slik den sto i en eksport eller rapport.",
        ),
    ] = None,
) -> None:
    """Se etter at databasen er hel og ligger trygt.

    Ingenting endres.
    """
    from interviewer.commands.keeping import print_check

    print_check(named_database(context), head)


@cli.command()
def move(
    context: typer.Context,
    to: Annotated[
        str,
        typer.Option("--to", metavar="STI-eller-ADRESSE", help="Hvor den nye skal ligge."),
    ],
) -> None:
    """Flytt hele databasen fra fil til PostgreSQL, eller tilbake.

    Alt sammenlignes rad for rad. Den gamle blir liggende som den er.
    """
    from interviewer.commands.keeping import move as moved

    for line in moved(named_database(context), to):
        typer.echo(line)


@cli.command("hand-out", cls=GroupCommand)
def hand_out(
    context: typer.Context,
    interviewer: Annotated[
        str, typer.Option("--interviewer", metavar="NAVN", help="Hvem som skal ha filen.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FIL", help="Filen som lages.")],
    group: Annotated[
        list[str] | None,
        typer.Option(
            "--group",
            metavar="GRUPPE",
            help="Bare saker i denne delen av utvalget. Kan gjentas.",
            show_default=False,
        ),
    ] = None,
    days: Annotated[
        int, typer.Option("--days", min=1, metavar="TALL", help="Så lenge er sakene bare hennes.")
    ] = 14,
) -> None:
    """Lever ut saker i en fil, til en maskin uten server.

    Filen har bare sakene hun skal ringe, med det som hører til. «merge» slår den sammen igjen.
    """
    from interviewer.commands.two_places import hand_out as given

    for line in given(named_database(context), interviewer, out, group or (), days):
        typer.echo(line)


@cli.command()
def merge(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help="Filer som er levert ut.")],
) -> None:
    """Slå sammen filer som er levert ut, med databasen.

    Rekkefølgen betyr ingenting, og samme fil to ganger endrer ingenting. Filene endres ikke.
    """
    from interviewer.commands.two_places import merge as merged

    for line in merged(named_database(context), files):
        typer.echo(line)


@cli.command("conflicts")
def show_conflicts(
    context: typer.Context,
    unit: Annotated[
        str | None, typer.Argument(metavar="ENHET", help="Enheten som er avklart.")
    ] = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="Det som gjelder, er sett på og er rett.")
    ] = False,
    instead: Annotated[
        int,
        typer.Option("--instead", min=0, metavar="TALL", help="Dette intervjuet gjelder i stedet."),
    ] = 0,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAVN", help="Hvem som avgjør det.")
    ] = None,
) -> None:
    """Vis saker som to filer er uenige om, og avklar dem."""
    from interviewer.commands.decide.find import unit_named
    from interviewer.commands.two_places import conflict_lines, settle

    database = named_database(context)
    if unit is not None and (settled or instead):
        typer.echo(settle(database, unit, by, instead))
        return
    about = None if unit is None else unit_named(unit, database.frame).id
    for line in conflict_lines(database, about):
        typer.echo(line)


@cli.command("trail")
def show_trail(
    context: typer.Context,
    unit: Annotated[
        str | None, typer.Argument(metavar="ENHET", help="Bare det som gjelder én enhet.")
    ] = None,
    last: Annotated[
        int | None,
        typer.Option("--last", min=1, metavar="TALL", help="Så mange linjer, ellers de siste 50."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Skriv alt til en CSV-fil.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
) -> None:
    """Vis loggen: hvem som gjorde hva, og når.

    Den kan bare vokse. «ringerunde check» ser etter at ingen linje er endret eller borte.
    """
    from interviewer.commands.keeping import show_log

    show_log(named_database(context), unit, last, None if out is None else Order(out, force))


@cli.command()
def status(context: typer.Context) -> None:
    """Hvor sakene er, hva de koster, ratene, og når alt er avsluttet."""
    from datetime import UTC, datetime

    from interviewer.publish.status import print_status

    print_status(named_database(context), datetime.now(UTC))


@cli.command()
def rates(context: typer.Context) -> None:
    """De to ratene, med formler og nevnere.

    Avklaring er av alle enheter, intervju er av dem som har det vi spør om.
    """
    from interviewer.publish.status import print_rates

    print_rates(named_database(context))


@cli.command()
def quality(context: typer.Context) -> None:
    """Dine egne tall: lengde, «vet ikke», merknader, tempo og mer.

    Bare dine. Koordinatoren ser alles med «ringerunde review quality».
    """
    from interviewer.commands.decide.judging import judge_own

    judge_own(named_database(context))


@cli.command()
def overview(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="MAPPE", help="Mappen filene skrives i.")],
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filer som ikke er en oversikt fra før.")
    ] = False,
    preview: Annotated[
        bool, typer.Option("--preview", help="Vis bare hva som ville blitt skrevet.")
    ] = False,
) -> None:
    """Oversikten som publiseres, der undersøkelsen har en.

    Det sies hva som er nytt i den. Den skrives som nettside, CSV og Excel i samme mappe.
    """
    from interviewer.publish.overview import preview_lines, write_overview

    if not preview:
        carry_out(context, write_overview, Order(out, force))
        return
    for line in preview_lines(named_database(context), Order(out, force)):
        typer.echo(line)


@cli.command()
def codebook(
    context: typer.Context,
    format: Annotated[
        Literal["text", "json", "ddi", "xlsform"],
        typer.Option(help="Til å lese, som data, for arkiver, eller som skjema for ODK og Kobo."),
    ] = "text",
    language: Annotated[Language, typer.Option(help="Språket i kodeboken.")] = "nb",
    version: Annotated[
        str | None, typer.Option("--version", metavar="VERSJON", help="En tidligere versjon.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Skriv til en fil.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
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


@cli.command()
def settings() -> None:
    """Vis innstillingene, slik de skrives i filen settings.toml."""
    from interviewer.commands.data_out import print_data
    from interviewer.own_settings import read_settings
    from interviewer.places import settings_file

    print_data(f"# {settings_file()}\n{read_settings().to_toml()}\n")


File = Annotated[Path, typer.Argument(metavar="FIL", help="CSV eller Excel (.xlsx).")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Vis hva som ville bli endret, uten å skrive noe.")
]
SkipBad = Annotated[bool, typer.Option("--skip-bad", help="Les resten når noen rader har feil.")]


EARLIER = where(lambda survey: survey.earlier.command if survey.earlier else None)
"""Commands that are called as the earlier phase is."""


@imports.command("claims", cls=EARLIER)
def import_claims(
    context: typer.Context,
    file: File,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    column: Column = None,
) -> None:
    """Les svarene fra en tidligere fase, med kontaktene."""
    from interviewer.commands.imports import import_claim_forms as read

    database = database_to_fill(context, trial=dry_run)
    read(database, file, dry_run=dry_run, skip_bad=skip_bad, column=column or ())


@imports.command("contacts")
def import_contacts(
    context: typer.Context,
    file: File,
    dry_run: DryRun = False,
    skip_bad: SkipBad = False,
    column: Column = None,
) -> None:
    """Les kontaktpunkter: hvor det kan ringes, og til hvem.

    Kolonnene er enhet, avdeling, person, stilling, telefon, epost og kilde.
    """
    from interviewer.commands.imports import import_contacts as read

    database = database_to_fill(context, trial=dry_run)
    read(database, file, dry_run=dry_run, skip_bad=skip_bad, column=column or ())


@report.command("claims", cls=EARLIER)
def report_claims(
    context: typer.Context,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Skriv som CSV i stedet.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
) -> None:
    """Figurene fra en tidligere fase, med antall og prosent."""
    from interviewer.publish.claim_figures import print_claim_figures, write_claim_figures

    if out is None:
        print_claim_figures(named_database(context))
    else:
        carry_out(context, write_claim_figures, Order(out, force))


@report.command("transition", cls=where(lambda survey: "transition" if survey.earlier else None))
def report_transition(
    context: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FIL", help="Skriv som CSV, med enhetene i hver celle."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
) -> None:
    """Påstand i en tidligere fase mot funn, enhet for enhet."""
    from interviewer.publish.claim_matrix import print_transition, write_transition

    if out is None:
        print_transition(named_database(context))
    else:
        carry_out(context, write_transition, Order(out, force))


@report.command("full")
def report_full(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="FIL", help="HTML-filen som skrives.")],
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
) -> None:
    """Hele rapporten på én side, til å lese uten nettverk.

    Metode, rater, figurer, sitater og alle spørsmålene.
    """
    from interviewer.publish.report import write_report

    carry_out(context, write_report, Order(out, force), "kapitler")
