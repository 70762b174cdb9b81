"""What is in the overview that is published: who is, what they said to it, and the letter."""

from typing import Annotated

import typer

from interviewer.commands.declared.options import By, Reason, Revision, Unit, coordinator, option
from interviewer.commands.norwegian_cli import Commands
from interviewer.commands.survey_commands import SurveyCommand, where

overview = Commands()

GivenBy = Annotated[str | None, option("--who", "NAVN", "Hvem som sa det, med navn og stilling.")]
GivenOn = Annotated[
    str | None, option("--on", "DATO", "Når, for eksempel 12.5.2015. Ellers i dag.")
]
How = Annotated[str | None, option("--how", "MÅTE", "telefon, e-post, brev eller møte.")]


def of_overview(name: str) -> type[SurveyCommand]:
    """A command of the surveys with a list that is published."""
    return where(lambda survey: name if survey.has("overview") else None)


def _listing(name: str, kind: str, help: str) -> None:
    """A command that has a unit listed, or not, whatever follows from its answers."""

    @overview.command(name, cls=of_overview(name), help=help)
    def listing(
        context: typer.Context,
        unit: Unit,
        reason: Reason = None,
        revision: Revision = None,
        by: By = None,
    ) -> None:
        from interviewer.commands.decide.verdicts import about_the_overview
        from schemas.review.decisions import DecisionKind

        about_the_overview(coordinator(context, by), unit, DecisionKind[kind], reason, revision)


_listing("include", "included", "Ta enheten med i oversikten, og skriv hvorfor.")
_listing("exclude", "excluded", "Hold enheten utenfor oversikten, og skriv hvorfor.")


def _answer(name: str, kind: str, help: str) -> None:
    """A command for an answer that they gave after the interview, and nothing to list with it."""

    @overview.command(name, cls=of_overview(name), help=help)
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


@overview.command("allow", cls=of_overview("allow"))
def allow(
    context: typer.Context,
    unit: Unit,
    who: GivenBy = None,
    on: GivenOn = None,
    how: How = None,
    contact: Annotated[
        str | None, option("--contact", "NAVN", "Kontaktpersonen som kan stå.")
    ] = None,
    phone: Annotated[str | None, option("--phone", "NUMMER", "Telefonnummeret.")] = None,
    email: Annotated[str | None, option("--email", "ADRESSE", "E-postadressen.")] = None,
    url: Annotated[str | None, option("--url", "ADRESSE", "Nettadressen.")] = None,
    revision: Revision = None,
    by: By = None,
) -> None:
    """Samtykke gitt utenom intervjuet: de kan stå i oversikten.

    Kontaktopplysningene her erstatter dem i svarene. Det kan noteres før noen er intervjuet, og
    gjelder da fra intervjuet er godtatt, om de ikke sier nei i det.
    """
    given = {"given_by": who, "given_on": on, "how": how}
    listed = {"contact": contact, "phone": phone, "email": email, "url": url}
    _answered(context, "consented", unit, given | listed, revision, by)


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


@overview.command("letter", cls=of_overview("letter"))
def letter(context: typer.Context, unit: Unit, by: By = None) -> None:
    """Brevet som viser dem teksten i oversikten, klart til å sendes."""
    from interviewer.commands.decide.verdicts import print_letter

    print_letter(coordinator(context, by), unit)
