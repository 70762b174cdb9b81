"""The commands `ringerunde review …`; without one, the coordinator's screens."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from interviewer.commands.database_option import named_database, named_place, named_survey
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import SurveyCommand, SurveyGroup, where
from interviewer.publish.export_request import Order

if TYPE_CHECKING:
    from interviewer.commands.decide.signing import Coordinator

review = Commands(
    help="Koordinatorens skjerm, eller det samme som kommandoer.",
    group=SurveyGroup,
    no_args_is_help=False,
)

Unit = Annotated[
    str, typer.Argument(metavar="ENHET", help="Nummer eller navn: 0101, halden, «Bø (Telemark)».")
]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAVN", help="Hvem som avgjør, ellers den som sitter her."),
]
Reason = Annotated[str | None, typer.Option("--reason", metavar="TEKST", help="Hvorfor, kort.")]
Revision = Annotated[
    int | None,
    typer.Option("--revision", metavar="TALL", help="Bare hvis dette er den siste revisjonen."),
]
Copies = Annotated[
    Literal["keep", "delete", "rewrite"] | None,
    typer.Option(
        "--copies",
        metavar="VALG",
        help="Kopiene programmet har laget: la dem ligge (keep), slett dem (delete), eller skriv "
        "dem om (rewrite).",
    ),
]
Host = Annotated[str, typer.Argument(metavar="AV", help="Enheten som ble intervjuet.")]


def of_sharing(name: str) -> type[SurveyCommand]:
    """A command of the surveys whose units share something."""
    return where(lambda survey: name if survey.sharing else None)


def of_overview(name: str) -> type[SurveyCommand]:
    """A command of the surveys with a list that is published."""
    return where(lambda survey: name if survey.overview else None)


def coordinator(context: typer.Context, by: str | None) -> "Coordinator":
    """Who decides, in the database that was named before the command."""
    from datetime import UTC, datetime

    from interviewer.commands.decide.signing import coordinator as signing

    return signing(named_database(context), by, datetime.now(UTC))


@review.callback(invoke_without_command=True)
def screen(context: typer.Context) -> None:
    """The coordinator's screens, where no command is named."""
    if context.invoked_subcommand is not None:
        return
    from interviewer.places import open_at
    from interviewer.terminal.run import run

    place, survey = named_place(context), named_survey(context)
    raise typer.Exit(run(lambda: open_at(place, survey), reviewing=True))


# ── To look at ───────────────────────────────────────────────────────────────────────────────────


@review.command("list")
def list_(
    context: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="Også de som er avgjort, og de ingen trenger å se på.")
    ] = False,
) -> None:
    """Intervjuer å se på og saker hos koordinatoren, og hvorfor."""
    from datetime import UTC, datetime

    from interviewer.commands.decide.queue_listing import print_list

    print_list(named_database(context), datetime.now(UTC), everything=everything)


@review.command("opened")
def opened(context: typer.Context) -> None:
    """Intervjuer som er åpnet igjen eller sendt tilbake: av hvem, når."""
    from interviewer.commands.decide.queue_listing import print_opened

    print_opened(named_database(context))


@review.command("rules")
def rules(context: typer.Context) -> None:
    """Prøv dagens regler på alle intervjuene: hva endrer seg?"""
    from interviewer.commands.decide.rules import print_reclassified

    print_reclassified(named_database(context))


@review.command("codes")
def codes(
    context: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FIL", help="Skriv alle svarene med kodene til en CSV-fil."),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FIL", help="Les kodene tilbake fra en slik fil."),
    ] = None,
    new: Annotated[
        bool, typer.Option("--new", help="Lag de kodene i filen som ikke finnes.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
    by: By = None,
) -> None:
    """Svar i egne ord, kodene deres, og det som gjenstår.

    Det samme som F7 i køen. I filen står flere koder med | imellom, og 0 er for svar som ikke
    passer under noen.
    """
    from interviewer.commands.decide.coding import print_codes, read_back
    from interviewer.commands.running import carry_out
    from interviewer.publish.coding import write_codings

    if file is not None:
        read_back(coordinator(context, by), file, new=new)
    elif out is not None:
        carry_out(context, write_codings, Order(out, force))
    else:
        print_codes(named_database(context))


@review.command("code")
def code(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="SPØRSMÅL", help="Navnet i kodeboken.")],
    label: Annotated[str, typer.Argument(metavar="KODE", help="Hva koden heter, eller nummeret.")],
    rename: Annotated[
        str | None, typer.Option("--rename", metavar="NAVN", help="Hva den skal hete.")
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="KODE", help="Koden den skal slås sammen med."),
    ] = None,
    by: By = None,
) -> None:
    """Lag en kode, gi den et nytt navn, eller slå to sammen."""
    from interviewer.commands.decide.coding import change_code

    change_code(coordinator(context, by), question, label, rename, into)


@review.command("quality")
def quality(
    context: typer.Context,
    who: Annotated[
        str | None, typer.Option("--who", metavar="NAVN", help="Alle tallene til én intervjuer.")
    ] = None,
    format: Annotated[
        Literal["text", "json"], typer.Option(help="Til å lese, eller som data.")
    ] = "text",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FIL", help="Skriv alt til en CSV-fil.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Skriv over filen hvis den finnes.")
    ] = False,
) -> None:
    """Hva som skiller intervjuernes arbeid, og hvorfor.

    Med intervjuene bak: lengde, «vet ikke», merknader, klasser, tempo og mer.
    """
    from interviewer.commands.decide.judging import judge

    judge(context, who, format, None if out is None else Order(out, force))


@review.command("show")
def show(context: typer.Context, unit: Unit) -> None:
    """Alt om én enhet: klasse, vei, avgjørelser og svar."""
    from datetime import UTC, datetime

    from interviewer.commands.decide.show_unit import print_unit

    print_unit(named_database(context), unit, datetime.now(UTC))


@review.command("shared", cls=of_sharing("shared"))
def shared(context: typer.Context) -> None:
    """Det flere enheter deler: hva det avgjør, og hvem som er uenige."""
    from interviewer.commands.decide.sharing import print_shared

    print_shared(named_database(context))


# ── About an interview ───────────────────────────────────────────────────────────────────────────


@review.command("accept")
def accept(
    context: typer.Context,
    unit: Annotated[
        str | None, typer.Argument(metavar="ENHET", help="Nummer eller navn. Utelates med --all.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Alle intervjuer uten noen grunn til å se på dem.")
    ] = False,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Godta klassen som følger av svarene."""
    from interviewer.commands.decide.verdicts import accept as accepted
    from interviewer.commands.decide.verdicts import accept_together
    from interviewer.failures import Trouble

    if everything == (unit is not None):
        raise Trouble("R-UNIT", "Oppgi enten en enhet eller --all.")
    her = coordinator(context, by)
    accept_together(her) if unit is None else accepted(her, unit, revision)


@review.command("override")
def override(
    context: typer.Context,
    unit: Unit,
    klass: Annotated[
        str,
        typer.Argument(
            metavar="KLASSE", help="Koden for klassen. Er den ukjent, nevnes de som finnes."
        ),
    ],
    reason: Reason = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Sett en annen klasse, og skriv hvorfor."""
    from interviewer.commands.decide.verdicts import override as overridden

    overridden(coordinator(context, by), unit, klass, reason, revision)


@review.command("return")
def return_(
    context: typer.Context,
    unit: Unit,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEKST", help="Hva det skal spørres om.")
    ] = None,
    question: Annotated[
        str | None,
        typer.Option("--question", metavar="SPØRSMÅL", help="Spørsmålet som stilles igjen."),
    ] = None,
    item: Annotated[
        int | None,
        typer.Option("--item", metavar="TALL", help="Nummeret, der det spørres om flere."),
    ] = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Send tilbake til intervjueren med et spørsmål.

    En sak uten fullført intervju kommer tilbake på ringelisten, uten --question.
    """
    from interviewer.commands.decide.verdicts import send_back

    send_back(coordinator(context, by), unit, question, item, reason, revision)


@review.command("discard")
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
    from interviewer.commands.decide.verdicts import discard as discarded

    discarded(coordinator(context, by), unit, reason, revision)


@review.command("include", cls=of_overview("include"))
def include(
    context: typer.Context,
    unit: Unit,
    reason: Reason = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Ta enheten med i oversikten, og skriv hvorfor."""
    from interviewer.commands.decide.verdicts import include as included

    included(coordinator(context, by), unit, reason, revision)


@review.command("exclude", cls=of_overview("exclude"))
def exclude(
    context: typer.Context,
    unit: Unit,
    reason: Reason = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Hold enheten utenfor oversikten, og skriv hvorfor."""
    from interviewer.commands.decide.verdicts import exclude as excluded

    excluded(coordinator(context, by), unit, reason, revision)


GivenBy = Annotated[
    str | None, typer.Option("--who", metavar="NAVN", help="Hvem som sa det, med navn og stilling.")
]
GivenOn = Annotated[
    str | None,
    typer.Option("--on", metavar="DATO", help="Når, for eksempel 12.5.2015. Ellers i dag."),
]
How = Annotated[
    str | None, typer.Option("--how", metavar="MÅTE", help="telefon, e-post, brev eller møte.")
]


def _answer(name: str, kind: str, help: str) -> None:
    """A command for an answer that they gave after the interview, and nothing to list with it."""

    @review.command(name, cls=of_overview(name), help=help)
    def answer(
        context: typer.Context,
        unit: Unit,
        who: GivenBy = None,
        on: GivenOn = None,
        how: How = None,
        revision: Revision = None,
        by: By = None,
    ) -> None:
        said = {"given_by": who, "given_on": on, "how": how}
        _answered(context, kind, unit, said, revision, by)


_answer("release", "released", "Noter at de har godkjent teksten i oversikten.")
_answer("decline", "declined", "De har sagt utenom intervjuet at de ikke vil stå i oversikten.")


@review.command("allow", cls=of_overview("allow"))
def allow(
    context: typer.Context,
    unit: Unit,
    who: GivenBy = None,
    on: GivenOn = None,
    how: How = None,
    contact: Annotated[
        str | None, typer.Option("--contact", metavar="NAVN", help="Kontaktpersonen som kan stå.")
    ] = None,
    phone: Annotated[
        str | None, typer.Option("--phone", metavar="NUMMER", help="Telefonnummeret.")
    ] = None,
    email: Annotated[
        str | None, typer.Option("--email", metavar="ADRESSE", help="E-postadressen.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", metavar="ADRESSE", help="Nettadressen.")
    ] = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Samtykke gitt utenom intervjuet: de kan stå i oversikten.

    Kontaktopplysningene her erstatter dem i svarene. Det kan noteres før noen er intervjuet, og
    gjelder da fra intervjuet er godtatt, om de ikke sier nei i det.
    """
    said = {
        "given_by": who,
        "given_on": on,
        "how": how,
        "contact": contact,
        "phone": phone,
        "email": email,
        "url": url,
    }
    _answered(context, "consented", unit, said, revision, by)


def _answered(
    context: typer.Context,
    kind: str,
    unit: str,
    said: "dict[str, str | None]",
    revision: int | None,
    by: str | None,
) -> None:
    from interviewer.commands.decide.verdicts import answered
    from schemas.review.decisions import DecisionKind

    answered(coordinator(context, by), unit, DecisionKind[kind], said, revision)


@review.command("letter", cls=of_overview("letter"))
def letter(context: typer.Context, unit: Unit, by: By = None) -> None:
    """Brevet som viser dem teksten i oversikten, klart til å sendes."""
    from interviewer.commands.decide.verdicts import print_letter

    print_letter(coordinator(context, by), unit)


@review.command("edit")
def edit(
    context: typer.Context,
    unit: Unit,
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SPØRSMÅL=SVAR",
            help="Kode, etikett eller tekst. -8 er «vet ikke», -9 «vil ikke svare». Flere koder"
            " skilles med semikolon. SPØRSMÅL.2=SVAR gjelder nummer 2 der det spørres om flere.",
        ),
    ] = None,
    confirm: Annotated[
        list[str] | None,
        typer.Option("--confirm", metavar="ADVARSEL=GRUNN", help="La en advarsel stå."),
    ] = None,
    drop: Annotated[
        list[int] | None,
        typer.Option("--drop-item", metavar="TALL", help="Ta ut dette nummeret."),
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


# ── About a case ─────────────────────────────────────────────────────────────────────────────────


@review.command("close")
def close(
    context: typer.Context,
    unit: Unit,
    outcome: Annotated[
        str,
        typer.Argument(
            metavar="UTFALL", help="not_found_after_search, out_of_frame eller given_up."
        ),
    ],
    reason: Reason = None,
    by: By = None,
) -> None:
    """Lukk en sak uten intervju, og skriv hvorfor."""
    from interviewer.commands.decide.verdicts import close as closed

    closed(coordinator(context, by), unit, outcome, reason)


@review.command("withdraw")
def withdraw(
    context: typer.Context,
    unit: Unit,
    copies: Copies = None,
    yes: Annotated[bool, typer.Option("--yes", help="Slett uten å spørre.")] = False,
    by: By = None,
) -> None:
    """Slett alt fordi respondenten trekker seg."""
    from interviewer.commands.decide.verdicts import withdraw_case

    withdraw_case(coordinator(context, by), unit, copies, yes=yes)


# ── Shared services ──────────────────────────────────────────────────────────────────────────────


@review.command("cover", cls=of_sharing("cover"))
def cover(
    context: typer.Context,
    unit: Unit,
    host: Annotated[
        str | None,
        typer.Argument(metavar="AV", help="Enheten som ble intervjuet."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Alle som intervjuet med ENHET kan avgjøre.")
    ] = False,
    reason: Reason = None,
    by: By = None,
) -> None:
    """Bekreft at ENHET er dekket av AV, eller alle (--all).

    Sier ingen intervjuer det, men for eksempel en e-post, skrives det med --reason.
    """
    from interviewer.commands.decide.sharing import cover as covered
    from interviewer.commands.decide.sharing import cover_all

    her = coordinator(context, by)
    cover_all(her, unit, host) if everything else covered(her, unit, host, reason)


@review.command("apart", cls=of_sharing("apart"))
def apart(
    context: typer.Context, unit: Unit, host: Host, reason: Reason = None, by: By = None
) -> None:
    """Noter at ENHET ikke er dekket av AV, og skriv hvorfor."""
    from interviewer.commands.decide.sharing import apart as kept_apart

    kept_apart(coordinator(context, by), unit, host, reason)
