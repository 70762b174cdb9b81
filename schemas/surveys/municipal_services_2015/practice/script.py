"""The invented people of municipalities: the spring of 2015."""

from datetime import UTC, datetime
from typing import Final

from schemas.language.dates import OSLO
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.practice import words
from schemas.surveys.municipal_services_2015.practice.answers import SAYS
from schemas.surveys.municipal_services_2015.practice.claims import claims
from schemas.surveys.municipal_services_2015.practice.rehearsals import REHEARSALS
from schemas.surveys.municipal_services_2015.practice.scenarios import SCENARIOS
from schemas.surveys.practice import PracticeScript

SCRIPT: Final = PracticeScript(
    begins=datetime(2015, 2, 2, 8, 30, tzinfo=OSLO).astimezone(UTC),
    scenarios=SCENARIOS,
    sent_to=(
        Office.healthy_life_centre,
        Office.health_and_care,
        Office.physio_occupational,
        Office.lm_centre,
        Office.rehabilitation,
        Office.mental_health,
        Office.coordinating_unit,
        Office.public_health,
        Office.home_care,
        Office.service_desk,
        Office.chief_medical_officer,
        Office.health_house,
    ),
    manages=Office.health_and_care,
    roles={
        Office.healthy_life_centre: "leder av frisklivssentralen",
        Office.lm_centre: "leder",
        Office.health_and_care: "helse- og omsorgssjef",
        Office.physio_occupational: "fysioterapeut",
        Office.mental_health: "avdelingsleder",
        Office.coordinating_unit: "koordinator",
        Office.chief_medical_officer: "kommuneoverlege",
        Office.public_health: "folkehelsekoordinator",
    },
    any_role=("enhetsleder", "rådgiver", "fagleder", "konsulent", "virksomhetsleder"),
    things=words.OFFERS,
    most_things=5,
    short=words.SHORT,
    long=words.LONG,
    remarks=words.REMARKS,
    reasons=words.REASONS,
    at_once=("definition_read", "has_offers"),
    halfway=("criterion_planned", "offer_targets", "user_paid", "plan_when"),
    at_the_end="follow_up",
    says=SAYS,
    claims=claims,
    rehearsals=REHEARSALS,
)
