"""THE questionnaire of phase two: telephone interviews about learning and mastery services.

Declarations only, in the order of the conversation.  What is written here is bokmål; nynorsk and
English stand in `translations`, under the same sentences.  Ids, codes, routes and checks belong to
a version: whoever changes one gives the questionnaire a new one.

The conditions of sections have names, because mypy does not look into the head of a class.
"""

from typing import ClassVar

from pydantic import Field

from schemas.questionnaire.answers import Answer
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.questions import ask
from schemas.questionnaire.sections import Section
from schemas.questionnaire.types import (
    Email,
    LongText,
    Phone,
    Read,
    Several,
    ShortText,
    Url,
)
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.surveys.municipal_services_2015.classification import CLASS_WITHOUT_FIT, ServiceClass
from schemas.surveys.municipal_services_2015.definitions import (
    DEFINITIONS,
)
from schemas.surveys.municipal_services_2015.sections.assessment import Assessment
from schemas.surveys.municipal_services_2015.sections.introduction import (
    BEGUN,
    Introduction,
    Screening,
)
from schemas.surveys.municipal_services_2015.sections.offers import (
    Collaboration,
    Involvement,
    Offer,
)
from schemas.surveys.municipal_services_2015.sections.outlook import Experience, Future
from schemas.surveys.municipal_services_2015.sections.service import Organisation
from schemas.surveys.municipal_services_2015.translations import TRANSLATIONS
from schemas.surveys.shared import questions as common

# ── I ────────────────────────────────────────────────────────────────────────────────────────────

# Also in the borderland: a coordinator looks at those before anybody is listed, and must then know.
FOR_THE_OVERVIEW = CLASS_WITHOUT_FIT.is_(
    ServiceClass.service, ServiceClass.offers_only, ServiceClass.planning, ServiceClass.borderline
)


class Closing(Section, heading="Avslutning", when=BEGUN):
    """What may be published, what they want from us, and thanks."""

    publish: Answer[codes.Publish] = common.publish(
        "Kan vi føre dere opp i den nasjonale oversikten på nettet?", when=FOR_THE_OVERVIEW
    )

    MAY_PUBLISH: ClassVar = common.may_publish(publish)

    public_contact_name: Answer[ShortText] = common.public_contact_name(when=MAY_PUBLISH)
    public_phone: Answer[Phone] = common.public_phone(when=MAY_PUBLISH)
    public_email: Answer[Email] = common.public_email(when=MAY_PUBLISH)
    public_url: Answer[Url] = common.public_url(when=MAY_PUBLISH)
    contact_again: Answer[codes.ContactAgain] = ask(
        "Kan vi ringe igjen om et års tid for å holde oversikten oppdatert?"
    )
    follow_up: Answer[Several[codes.FollowUp]] = common.follow_up()
    final_remarks: Answer[LongText] = common.final_remarks()
    thanks: Answer[Read] = common.thanks()

    checks = (common.nothing_to_publish(public_phone, public_email, public_url),)


# ── The whole ────────────────────────────────────────────────────────────────────────────────────


class PhaseTwo(
    Questionnaire,
    name="phase-two",
    version="2015.2",
    heading="Telefonintervju om kommunale lærings- og mestringstjenester",
    definitions=DEFINITIONS,
    derived=(CLASS_WITHOUT_FIT,),
    translations=TRANSLATIONS,
):
    """A whole interview.  Sections that the route leaves out may be left out.

    They are made then: one takes long to make, and most commands read no whole interview.
    """

    introduction: Introduction
    screening: Screening = Field(default_factory=Screening)
    organisation: Organisation = Field(default_factory=Organisation)
    offers: tuple[Offer, ...] = ()
    involvement: Involvement = Field(default_factory=Involvement)
    collaboration: Collaboration = Field(default_factory=Collaboration)
    future: Future = Field(default_factory=Future)
    experience: Experience = Field(default_factory=Experience)
    closing: Closing = Field(default_factory=Closing)
    assessment: Assessment = Field(default_factory=Assessment)
