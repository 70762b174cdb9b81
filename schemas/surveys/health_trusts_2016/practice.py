"""The invented people of health trusts and hospitals: the autumn of 2016."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Final

from schemas.language.dates import OSLO
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.rehearsals import REHEARSALS
from schemas.surveys.practice import Asked, PracticeScript, Says, Scenario

# ── What the trusts are like ─────────────────────────────────────────────────────────────────────

_WILLING: Final[dict[str, tuple[str, ...]]] = {
    "consent": ("yes",),
    "right_person": ("yes", "yes", "yes", "proxy"),
    "knows_all_centres": ("yes", "yes", "yes", "yes", "partly"),
}


def _scenario(name: str, **says: tuple[str, ...]) -> Scenario:
    return Scenario(name, {**_WILLING, **says})


_CENTRES: Final = _scenario("centres of its own", organised=("centres",))

SCENARIOS: Final = (
    _CENTRES,
    _CENTRES,
    _scenario("a department without a centre", organised=("department",)),
    _CENTRES,
    _scenario("nothing is organised", organised=("none",), knows_all_centres=("yes", "no")),
    _CENTRES,
    _scenario("each clinic on its own", organised=("clinics",)),
    _CENTRES,
    _scenario("otherwise", organised=("other",)),
    _CENTRES,
)

# ── What they say ────────────────────────────────────────────────────────────────────────────────

CENTRES: Final = (
    "Lærings- og mestringssenteret",
    "LMS barn og unge",
    "LMS psykisk helse",
    "LMS rehabilitering",
    "Mestringsenheten",
    "LMS medisin",
    "Pasient- og pårørendesenteret",
)
PLACES: Final = ("Hovedsykehuset", "Gamle sykehus", "Poliklinikkbygget", "Ved hovedinngangen")

ASKS_TOO_MANY: Final = 70
"""So many took part in each course, if one is to believe them: the questionnaire doubts it."""


def _place(asked: Asked) -> str:
    return asked.dice.one((asked.unit.more["main_town"], *PLACES))


def _fte(asked: Asked) -> Decimal:
    staff = asked.said_of_it("centre_staff")
    most = staff if isinstance(staff, int) else 3
    if asked.slips():
        return Decimal(most + 1)
    return Decimal(asked.dice.between(min(most, 1) * 2, most * 4)) / 4


def _participants(asked: Asked) -> int:
    held = asked.said("offers_last_year")
    courses = held if isinstance(held, int) else 12
    if asked.slips():
        return courses * ASKS_TOO_MANY + 5
    return asked.dice.between(courses * 6, courses * 18)


SAYS: Final[Mapping[str, Says]] = {
    "centre_name": Asked.a_name,
    "centre_place": _place,
    "centre_staff": lambda asked: asked.dice.between(1, 9),
    "centre_fte": _fte,
    "offers_last_year": lambda asked: asked.dice.one((4, 9, 12, 18, 25, 32, 47, 60)),
    "participants_last_year": _participants,
    "municipalities": lambda asked: asked.dice.one((0, 2, 4, 6, 8, 11, 14, 19)),
    "dropped_which": lambda asked: asked.dice.one(
        ("Personer med fibromyalgi", "Unge voksne med epilepsi", "Kols i sør")
    ),
}

SCRIPT: Final = PracticeScript(
    begins=datetime(2016, 9, 5, 8, 30, tzinfo=OSLO).astimezone(UTC),
    scenarios=SCENARIOS,
    sent_to=(
        TrustDepartment.lm_centre,
        TrustDepartment.management,
        TrustDepartment.rehabilitation,
        TrustDepartment.research,
        TrustDepartment.clinic,
        TrustDepartment.collaboration,
        TrustDepartment.patient_service,
        TrustDepartment.paediatrics,
        TrustDepartment.mental_health,
        TrustDepartment.ward,
        TrustDepartment.communication,
        TrustDepartment.user_council,
    ),
    manages=TrustDepartment.management,
    roles={
        TrustDepartment.lm_centre: "leder av lærings- og mestringssenteret",
        TrustDepartment.management: "fagdirektør",
        TrustDepartment.clinic: "klinikksjef",
        TrustDepartment.research: "forskningssjef",
        TrustDepartment.collaboration: "samhandlingssjef",
        TrustDepartment.user_council: "leder av brukerutvalget",
        TrustDepartment.communication: "kommunikasjonsrådgiver",
    },
    any_role=("avdelingsleder", "spesialrådgiver", "fagutviklingssykepleier", "seksjonsleder"),
    things=CENTRES,
    most_things=3,
    short=(
        "Hver avdeling ordner det selv",
        "Ordnes fra gang til gang",
        "En prosjektgruppe på tvers av klinikkene",
        "Likepersoner fra brukerorganisasjonene",
    ),
    long=(
        "Den som brenner for det, får det til. De andre gruppene får vente.",
        "Vi har gode kurs, men altfor få stillinger til alle som henvises.",
        "Deltakerne sier at det å møte andre i samme situasjon betyr mest.",
        "Vi bruker tolk når noen ber om det, og har oversatt to brosjyrer.",
        "Når budsjettet strammes til, er det læring og mestring som ryker først.",
    ),
    remarks=(
        "Nølte litt her.",
        "Slo opp i årsmeldingen før svaret kom.",
        "Gjelder bare det største sykehuset i foretaket.",
        "Usikker på om dette er samlet for alle sentrene.",
    ),
    reasons=(
        "Spurte på nytt. Respondenten er sikker.",
        "Stemmer ifølge respondenten, som har vært med fra starten.",
        "Store temadager trekker opp tallet.",
    ),
    at_once=("organised", "centre_name"),
    halfway=("in_strategy", "offer_groups", "municipalities", "challenges"),
    at_the_end="follow_up",
    says=SAYS,
    rehearsals=REHEARSALS,
)
