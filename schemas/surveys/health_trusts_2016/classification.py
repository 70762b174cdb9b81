"""What the interviews show: the classes of health trusts, and the rules that lead to them."""

from typing import Final

from schemas.language.text import Text
from schemas.questionnaire.answers import DONT_KNOW
from schemas.questionnaire.conditions import ALWAYS
from schemas.questionnaire.questions import given
from schemas.questionnaire.sections import asked
from schemas.review.classes import Class, ClassRow, Holds, Listed
from schemas.review.classify import ClassRule, ClassRules, because
from schemas.surveys.health_trusts_2016.code_lists import KnowsCentres, Organised
from schemas.surveys.health_trusts_2016.questionnaire import Assessment, Centre, Centres


class TrustClass(Class):
    """How a health trust or hospital has organised the teaching of patients."""

    centres = ClassRow(
        "Egne sentre",
        nn="Eigne senter",
        en="Centres of its own",
        holds=Holds.own,
        listed=Listed.always,
        unnamed=Text("Lærings- og mestringssenter", nn="Lærings- og meistringssenter"),
    )
    department = ClassRow(
        "En avdeling",
        nn="Ei avdeling",
        en="A department",
        holds=Holds.own,
        listed=Listed.always,
        unnamed=Text("Egen avdeling", nn="Eiga avdeling"),
    )
    clinics_only = ClassRow(
        "Bare i klinikkene", nn="Berre i klinikkane", en="In the clinics only", holds=Holds.own
    )
    # Interviews are counted of all trusts and hospitals, and `no_service` is no outcome here: who
    # has organised nothing has answered all the same (AAPOR 1.1), and is not out of the target.
    none = ClassRow("Ikke organisert", nn="Ikkje organisert", en="Not organised", holds=Holds.own)
    other = ClassRow("Annerledes", nn="På annan måte", en="Otherwise", holds=Holds.undecided)


organised, centre = asked(Centres).organised, asked(Centre)
knows = asked(Assessment).knows_all_centres
NOT_ALL_KNOWN = given(knows).is_not(KnowsCentres.yes)
STAFF_UNKNOWN = given(centre.centre_staff).in_some_item_is(DONT_KNOW)
FTE_UNKNOWN = given(centre.centre_fte).in_some_item_is(DONT_KNOW)

BECAUSE = (
    because(organised, Text("Organisering", "Organisering", "Organisation")),
    because(
        centre.centre_staff,
        Text(
            "Antallet ansatte er ukjent i minst ett senter",
            "Talet på tilsette er ukjent i minst eitt senter",
            "The number of employees is unknown in one centre at least",
        ),
        STAFF_UNKNOWN,
    ),
    because(
        centre.centre_fte,
        Text(
            "Antallet årsverk er ukjent i minst ett senter",
            "Talet på årsverk er ukjent i minst eitt senter",
            "The full-time equivalents are unknown in one centre at least",
        ),
        FTE_UNKNOWN,
    ),
    because(
        knows,
        Text("Kjente alle sentrene", "Kjende alle sentera", "Knew all the centres"),
        NOT_ALL_KNOWN,
    ),
)
LOOK: Final = NOT_ALL_KNOWN | STAFF_UNKNOWN | FTE_UNKNOWN


def _rule(klass: TrustClass, *organisations: Organised) -> ClassRule:
    return ClassRule(klass, given(organised).is_(*organisations), BECAUSE, LOOK)


CLASSIFICATION: Final = ClassRules(
    TrustClass,
    rules=(
        _rule(TrustClass.centres, Organised.centres),
        _rule(TrustClass.department, Organised.department),
        _rule(TrustClass.clinics_only, Organised.clinics),
        _rule(TrustClass.none, Organised.none),
        ClassRule(TrustClass.other, ALWAYS, BECAUSE, look=ALWAYS),
    ),
)
