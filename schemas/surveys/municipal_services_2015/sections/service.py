"""Section C: the service."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from schemas.questionnaire.answers import Answer
from schemas.questionnaire.checks import hard, soft
from schemas.questionnaire.conditions import THIS_YEAR, preload
from schemas.questionnaire.questions import ask, given, other
from schemas.questionnaire.sections import Section, asked
from schemas.questionnaire.types import (
    Month,
    Number,
    Several,
    ShortText,
    Units,
    Whole,
    Year,
)
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.sections.introduction import (
    COORDINATED,
    Screening,
)

# ── C ────────────────────────────────────────────────────────────────────────────────────────────


class Organisation(Section, heading="Organisering", when=COORDINATED):
    """What the service is, whose it is, and what it stands on."""

    service_name: Answer[ShortText] = ask("Hva heter tjenesten?", must=True)
    hosted_in: Answer[Several[codes.HostedIn]] = ask(
        "Hva er tjenesten en del av, eller knyttet til?"
    )
    hosted_in_other: Answer[ShortText] = other(hosted_in)
    cooperation: Answer[codes.Cooperation] = ask(
        "Er tjenesten kommunal eller interkommunal?", must=True
    )

    SHARED: ClassVar = given(cooperation).is_(codes.Cooperation.intermunicipal)

    partner_units: Answer[Units] = ask(
        "Hvilke kommuner samarbeider om tjenesten?", must=True, when=SHARED
    )
    # Only what several municipalities share has a host among them.
    host_unit: Answer[Units] = ask("Hvilken kommune er vertskommune?", at_most=1, when=SHARED)
    service_since: Answer[Year] = ask("Når ble tjenesten etablert?", between=(1900, THIS_YEAR))
    service_since_month: Answer[Month] = ask(
        "I hvilken måned ble tjenesten etablert?", may_be_empty=True
    )
    stage: Answer[codes.Stage] = ask("Hvor langt er dere kommet?")
    staff: Answer[Annotated[Whole, Field(ge=0, le=200)]] = ask(
        "Hvor mange ansatte har oppgaver i tjenesten?"
    )
    fte: Answer[Annotated[Number, Field(ge=Decimal(0), le=Decimal(100))]] = ask(
        "Hvor mange årsverk utgjør det til sammen?"
    )
    funding: Answer[Several[codes.Funding]] = ask("Hvordan er tjenesten finansiert?")
    funding_other: Answer[ShortText] = other(funding)
    funding_secure: Answer[codes.FundingSecure] = ask("Er videreføringen sikret?")
    funding_until: Answer[Year] = ask(
        "Til hvilket år er videreføringen sikret?",
        between=(THIS_YEAR, 2100),
        when=given(funding_secure).is_(codes.FundingSecure.until),
    )
    plan_anchored: Answer[Several[codes.PlanAnchored]] = ask("Er tjenesten forankret i en plan?")
    access: Answer[Several[codes.Access]] = ask(
        "Hvordan kommer deltakerne i kontakt med tjenesten?"
    )
    access_other: Answer[ShortText] = other(access)

    checks = (
        hard(
            "no_other_partner",
            on=partner_units,
            when=given(partner_units).within(preload("unit_id")),
            says="En interkommunal tjeneste må ha minst én annen kommune enn den intervjuede.",
        ),
        hard(
            "host_is_not_a_partner",
            on=host_unit,
            when=given(host_unit).has_value
            & ~given(host_unit).within(preload("unit_id"), given(partner_units)),
            says="Vertskommunen må være kommunen som er intervjuet, eller en av dem den "
            "samarbeider med.",
        ),
        soft(
            "service_before_offers",
            on=service_since,
            when=given(service_since) < given(asked(Screening).offers_since),
            says="Tjenesten ble etablert før de første tilbudene startet. Stemmer svaret?",
        ),
        hard(
            "fte_above_staff",
            on=fte,
            when=given(fte) > given(staff),
            says="Årsverkene kan ikke være flere enn de ansatte.",
        ),
        soft(
            "staff_without_fte",
            on=fte,
            when=given(fte).equals(0) & (given(staff) > 0),
            says="Det er ansatte i tjenesten, men ingen årsverk. Stemmer svaret?",
        ),
        soft(
            "fte_above_ten",
            on=fte,
            when=given(fte) > 10,
            says="Over 10 årsverk er uvanlig mange. Stemmer svaret?",
        ),
    )
