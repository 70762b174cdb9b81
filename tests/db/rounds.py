"""Interviews to export: made by the same verbs as the program's, in a line of Python each."""

from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import uuid4, uuid5

from db.interviews import begin_interview, complete, record_answer
from db.records import InterviewRecord, Stored
from schemas.codebook.codebook import fingerprint
from schemas.questionnaire.answers import DONT_KNOW, REFUSED
from schemas.questionnaire.document import document
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.walk import Confirmed, route
from schemas.review.classify import classify_document, to_data
from schemas.surveys.municipal_services_2015.classification import CLASSIFICATION
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.db.world import World
from tests.support.conversations import FACTS, talk

SERVICE: dict[str, Any] = {
    "has_offers": "yes",
    "coordination": "centre",
    "cooperation": "intermunicipal",
    "partner_units": ("0104", "0105"),
    "host_unit": ("0101",),
    "hosted_in": ("healthy_life_centre", "other"),
    "hosted_in_other": "=cmd|' /C calc'!A0",
    "service_since_month": None,
    "staff": 3,
    "fte": Decimal("2.5"),
    "funding": DONT_KNOW,
    "criterion_group": REFUSED,
    "respondent_name": "Kari; «Lie»",
    "respondent_phone": "+4769174500",
    "respondent_role": None,
    "challenges_text": "Første linje\nandre \"linje\"",
    "private_note": "Hemmelig",
    "offer_kind": ["lm", "kid", "kib"],
    "offer_targets": [("pain", "cancer"), DONT_KNOW, ("other",)],
    "offer_courses": [0, 2, REFUSED],
    "offer_participants": [0, 100, 5],
}  # fmt: skip


def finish(**said: Any) -> Questionnaire:
    """A whole interview; every objection is confirmed."""
    answers = talk(**said)
    fired = route(PhaseTwo, answers, FACTS).firing
    reasons = [
        Confirmed(one.check.id, one.step.item, "-sikker", one.evidence)
        for one in fired
        if not one.check.hard
    ]
    return document(PhaseTwo, answers, FACTS, reasons)


class Round(World):
    """A world where interviews are made and exported."""

    def begin(self) -> InterviewRecord:
        """An interview about the case at hand, with the id that the program gives it anywhere."""
        made_with = (PhaseTwo.name, PhaseTwo.version, fingerprint(PhaseTwo))
        id = uuid5(self.lease.case_id, PhaseTwo.name)
        return begin_interview(self.db, self.lease, id, *made_with, "nb", self.now())

    def complete(self, interview: InterviewRecord, finished: Questionnaire) -> None:
        """Freeze it."""
        frozen = finished.model_dump(mode="json")
        its_class = to_data(classify_document(CLASSIFICATION, finished))
        complete(self.db, self.lease, uuid4(), interview.id, frozen, its_class, self.now())

    def interviewed(self, **said: Any) -> Questionnaire:
        """A whole interview about the case at hand."""
        finished = finish(**said)
        self.complete(self.begin(), finished)
        return finished

    def remark(
        self, interview: InterviewRecord, question: str, text: str, item: int | None = None,
        value: Stored = "yes",
    ) -> None:  # fmt: skip
        """An answer with a remark."""
        entry = replace(self.entry(interview, question, value), item=item, remark=text)
        record_answer(self.db, self.lease, entry)


MANY: tuple[dict[str, Any], ...] = (
    SERVICE,
    {"has_offers": "no", "plans": "no", "no_service_reason": ("economy", "covered_by_hospital")},
    {"has_offers": "no", "plans": DONT_KNOW, "knows_other_unit": "no"},
    {"has_offers": DONT_KNOW, "plans": "decided", "challenges": ("staff",)},
    {"has_offers": "planned", "plans": "considering", "plan_form": REFUSED},
    {"coordination": "scattered", "offer_kind": ["kid", "lm"], "plans": "not_wanted"},
    {"coordination": DONT_KNOW, "offer_kind": [DONT_KNOW], "benefits": REFUSED},
    {"fte": REFUSED, "staff": DONT_KNOW, "funding": ("grant", "project"), "offer_kind": ["lm"]},
)
"""Answers of every sort: codes, none of them, and each of the missing states."""


def make_many(world: Round) -> None:
    """A unit interviewed for each of `MANY`."""
    for number, said in enumerate(MANY):
        if number:
            world.next_case()
        world.interviewed(**said)
