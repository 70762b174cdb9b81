"""What the interviews show: the classes of units, and the rules that lead to them."""

from typing import Final

from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW, REFUSED
from schemas.questionnaire.conditions import ALWAYS, THIS_YEAR, Condition, Given, any_of
from schemas.questionnaire.questions import given
from schemas.questionnaire.sections import asked
from schemas.review.classes import Class, ClassRow, Holds, Listed
from schemas.review.classify import Because, ClassRule, ClassRules, Trait, because, derived_by
from schemas.surveys.municipal_services_2015.code_lists import (
    Cooperation,
    Coordination,
    Criterion,
    Fit,
    HasOffers,
    OfferKind,
    Plans,
)
from schemas.surveys.municipal_services_2015.sections.assessment import Assessment
from schemas.surveys.municipal_services_2015.sections.introduction import Screening
from schemas.surveys.municipal_services_2015.sections.offers import Offer
from schemas.surveys.municipal_services_2015.sections.outlook import Future
from schemas.surveys.municipal_services_2015.sections.service import Organisation


class ServiceClass(Class):
    """What a unit has.  `covered` is never derived: another unit's interview and a coordinator
    say it together."""

    service = ClassRow(
        "Tjeneste",
        nn="Teneste",
        en="Service",
        holds=Holds.own,
        listed=Listed.always,
        unnamed=Text("Lærings- og mestringstjeneste"),
    )
    offers_only = ClassRow(
        "Tilbud uten tjeneste",
        nn="Tilbod utan teneste",
        en="Programmes without a service",
        listed=Listed.by_decision,
        unnamed=Text("Lærings- og mestringstilbud"),
    )
    planning = ClassRow(
        "Godt i gang med å planlegge",
        nn="Godt i gang med å planleggje",
        en="Planning well under way",
        listed=Listed.always,
        unnamed=Text("Planlegger en lærings- og mestringstjeneste"),
    )
    borderline = ClassRow(
        "Grenseland",
        nn="Grenseland",
        en="Borderline",
        holds=Holds.undecided,
        listed=Listed.by_decision,
        unnamed=Text("Lærings- og mestringstilbud i grenselandet"),
    )
    none = ClassRow("Ingen tjeneste", nn="Inga teneste", en="No service")
    covered = ClassRow(
        "Dekket av en annen enhet",
        nn="Dekt av ei anna eining",
        en="Covered by another unit",
        holds=Holds.another_s,
    )


# ── Reasons ──────────────────────────────────────────────────────────────────────────────────────

screening, organisation, offer = asked(Screening), asked(Organisation), asked(Offer)
plans, fit = asked(Future).plans, asked(Assessment).fit

SAID_OFFERS = because(screening.has_offers, Text("Har tilbud", "Har tilbod", "Has programmes"))
SAID_CRITERIA = (
    because(screening.criterion_group, Text("Gruppebasert", "Gruppebasert", "Group-based")),
    because(
        screening.criterion_long_term,
        Text(
            "For langvarige helseutfordringer",
            "For langvarige helseutfordringar",
            "For long-term health challenges",
        ),
    ),
    because(
        screening.criterion_planned,
        Text(
            "Planlagt med erfarne brukere",
            "Planlagt med erfarne brukarar",
            "Planned with experienced service users",
        ),
    ),
    because(
        screening.criterion_delivered,
        Text(
            "Gjennomført med erfarne brukere",
            "Gjennomført med erfarne brukarar",
            "Delivered with experienced service users",
        ),
    ),
    because(
        screening.criterion_evaluated,
        Text(
            "Evaluert med erfarne brukere",
            "Evaluert med erfarne brukarar",
            "Evaluated with experienced service users",
        ),
    ),
)
SAID_SINCE = because(
    screening.offers_since, Text("Tilbud siden", "Tilbod sidan", "Programmes since")
)
SAID_COORDINATION = because(
    screening.coordination, Text("Organisering", "Organisering", "Organisation")
)
SAID_ONE_COUNTS = because(
    offer.offer_kind,
    Text(
        "Minst ett tilbud er: Lærings- og mestringstilbud",
        "Minst eitt tilbod er: Lærings- og meistringstilbod",
        "At least one programme is: Learning and mastery programme",
    ),
)
SAID_NONE_COUNTS = because(
    offer.offer_kind,
    Text(
        "Ingen av tilbudene er lærings- og mestringstilbud",
        "Ingen av tilboda er lærings- og meistringstilbod",
        "None of the programmes is a learning and mastery programme",
    ),
)
SAID_PLANS = because(plans, Text("Planer", "Planar", "Plans"))
SAID_FIT = because(
    fit, Text("Intervjuerens vurdering", "Vurderinga til intervjuaren", "Interviewer's view")
)

# ── Conditions ───────────────────────────────────────────────────────────────────────────────────

CRITERIA = tuple((Given[Criterion](why.question), why) for why in SAID_CRITERIA)
HAS_OFFERS = given(screening.has_offers).is_(HasOffers.yes)
SCATTERED = given(screening.coordination).is_(Coordination.scattered)
ORGANISED: Final = (
    Coordination.centre,
    Coordination.department,
    Coordination.unit,
    Coordination.coordinator,
)
IS_ORGANISED = given(screening.coordination).is_(*ORGANISED)
WILL_HAVE = given(plans).is_(Plans.decided, Plans.well_under_way)

DOUBTS: tuple[tuple[Condition, Because], ...] = (
    *((said.is_(Criterion.no), why) for said, why in CRITERIA),
    (given(screening.coordination).is_(Coordination.other, DONT_KNOW), SAID_COORDINATION),
    (~given(offer.offer_kind).in_some_item_is(OfferKind.lm), SAID_NONE_COUNTS),
)
"""What puts offers in the borderland."""

JUDGED_BORDERLINE = (given(fit).is_(Fit.borderline), SAID_FIT)
"""And so does the interviewer's judgement, in the end."""

EXPERIENCE: Final = 3
"""So many years of offers make a unit without a service a candidate for the overview."""

IS_VAGUE = any_of(said.is_(Criterion.some, DONT_KNOW, REFUSED) for said, _ in CRITERIA)
SINCE = given(screening.offers_since)
IS_CANDIDATE = (SINCE < THIS_YEAR - EXPERIENCE + 1) | SINCE.is_(DONT_KNOW, REFUSED)
DOES_NOT_KNOW = given(screening.has_offers).is_(DONT_KNOW) | given(plans).is_(DONT_KNOW)

# ── The rules ────────────────────────────────────────────────────────────────────────────────────


def _borderline(*doubts: tuple[Condition, Because]) -> ClassRule:
    said = tuple(why._replace(when=doubt) for doubt, why in doubts)
    when = HAS_OFFERS & any_of(doubt for doubt, _ in doubts)
    return ClassRule(ServiceClass.borderline, when, (SAID_OFFERS, *said), look=ALWAYS)


SETTLED = (
    ClassRule(
        ServiceClass.service,
        HAS_OFFERS & IS_ORGANISED,
        (SAID_OFFERS, *SAID_CRITERIA, SAID_COORDINATION, SAID_ONE_COUNTS, SAID_FIT),
        look=IS_VAGUE,
    ),
    ClassRule(
        ServiceClass.offers_only,
        HAS_OFFERS & SCATTERED,
        (SAID_OFFERS, *SAID_CRITERIA, SAID_SINCE, SAID_COORDINATION, SAID_ONE_COUNTS, SAID_FIT),
        look=IS_VAGUE | IS_CANDIDATE,
    ),
    ClassRule(ServiceClass.planning, WILL_HAVE, (SAID_OFFERS, SAID_PLANS), look=DOES_NOT_KNOW),
    ClassRule(ServiceClass.none, ALWAYS, (SAID_OFFERS, SAID_PLANS), look=DOES_NOT_KNOW),
)
"""Where nothing speaks against the offers, if there are any."""

CLASSIFICATION: Final = ClassRules(
    ServiceClass,
    rules=(
        ClassRule(
            ServiceClass.none,
            HAS_OFFERS & given(fit).is_(Fit.outside),
            (SAID_OFFERS, SAID_FIT),
        ),
        _borderline(*DOUBTS, JUDGED_BORDERLINE),
        *SETTLED,
    ),
    traits=(
        Trait(
            "intermunicipal",
            ServiceClass.service,
            given(organisation.cooperation).is_(Cooperation.intermunicipal),
        ),
    ),
)

CLASS_WITHOUT_FIT: Final = derived_by("class_without_fit", (_borderline(*DOUBTS), *SETTLED))
"""The same while the interview is under way, before the interviewer has judged."""
