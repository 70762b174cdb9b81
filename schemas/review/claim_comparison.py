"""Phase one's claim beside what the conversation found: shown once, when section B is answered.

Until then the claim is hidden, so that it does not colour the conversation (calls.md, "Phase one
beside phase two").
"""

from collections.abc import Mapping
from typing import Any

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.questionnaire.preloads import Claim
from schemas.questionnaire.walk import Key, Route
from schemas.review.classify import ORGANISED
from schemas.surveys.municipal_services_2015.code_lists import HasOffers


class Difference(Choice):
    """Why phase two found something else than was claimed in phase one, or that it did not."""

    confirmed = Text("Bekreftet: det stemmer", nn="Stadfesta: det stemmer", en="Confirmed")
    single_offer = Text(
        "Bare et enkelt tilbud", nn="Berre eit enkelt tilbod", en="Only a single offer"
    )
    lifestyle = Text(
        "Livsstilskurs, KiD eller KiB", nn="Livsstilskurs, KiD eller KiB", en="Lifestyle, KiD, KiB"
    )
    no_user_involvement = Text(
        "Mangler brukermedvirkning", nn="Manglar brukarmedverknad", en="User participation missing"
    )
    planned_only = Text("Bare planlagt", nn="Berre planlagt", en="Planned only")
    moved_or_ended = Text(
        "Flyttet eller avsluttet", nn="Flytta eller avslutta", en="Moved or ended"
    )
    misunderstood = Text(
        "Spørsmålet ble misforstått", nn="Spørsmålet vart misforstått", en="Misunderstood"
    )
    found_after_all = Text(
        "Funnet, selv om det ikke var oppgitt",
        nn="Funne, sjølv om det ikkje var oppgitt",
        en="Found although not reported",
    )


def found_so_far(answers: Mapping[Key, Any]) -> Claim:
    """What section B says, in the words of phase one."""
    if answers.get(Key("has_offers")) is not HasOffers.yes:
        return Claim.none
    organised = answers.get(Key("coordination")) in ORGANISED
    return Claim.service if organised else Claim.offers_only


def may_be_shown(walked: Route) -> bool:
    """Whether section B is answered to its end."""
    section = walked.questionnaire.sections["screening"]
    steps = [step for step in walked.steps if step.question.section is section]
    return bool(steps) and all(map(walked.answered, steps))
