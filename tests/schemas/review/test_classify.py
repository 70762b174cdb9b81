"""What an interview is taken to show, and why: the rules in order, and their borders."""

from typing import Any

import pytest

from schemas.questionnaire.answers import DONT_KNOW, NOT_ASKED, REFUSED
from schemas.questionnaire.condition_values import value
from schemas.questionnaire.document import document
from schemas.questionnaire.walk import Key, RouteView, route
from schemas.review.classify import Classification, classify, classify_document, to_data
from schemas.surveys.municipal_services_2015.classification import (
    CLASS_WITHOUT_FIT,
    CLASSIFICATION,
    SAID_CRITERIA,
    ServiceClass,
)
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sections.offers import Offer
from tests.support.conversations import FACTS, coded, talk

CRITERIA = tuple(said.question.id for said in SAID_CRITERIA)
LM = ("lm",)
REAL = dict.fromkeys(CRITERIA, "yes") | {"has_offers": "yes", "offers_since": 2014, "fit": "clear"}
"""Offers that are what they should be; how they are organised is for each case to say."""

# Each row: what is said beside REAL, the kinds of offers, the class, whether somebody must look.
Row = tuple[dict[str, Any], tuple[Any, ...], str, bool]


def _without(**said: Any) -> dict[str, Any]:
    """An interview where there are no offers."""
    bare = dict.fromkeys((*CRITERIA, "offers_since"), NOT_ASKED)
    return bare | {"has_offers": "no", "fit": "not_relevant"} | said


OUTSIDE: list[Row] = [
    ({"coordination": "centre", "fit": "outside"}, LM, "none", False),
    ({"coordination": "scattered", "fit": "outside"}, LM, "none", False),
    ({"coordination": "other", "fit": "outside"}, LM, "none", False),
    ({"coordination": "centre", "fit": "outside", "criterion_group": "no"}, LM, "none", False),
    ({"coordination": "centre", "fit": "outside"}, ("kid",), "none", False),
    (
        {"coordination": "scattered", "fit": "outside", "plans": "decided"},
        LM, "none", False,
    ),
]  # fmt: skip
BORDERLINE: list[Row] = [
    *(({"coordination": "centre", id: "no"}, LM, "borderline", True) for id in CRITERIA),
    ({"coordination": "scattered", "criterion_group": "no"}, LM, "borderline", True),
    ({"coordination": "centre", **dict.fromkeys(CRITERIA, "no")}, LM, "borderline", True),
    ({"coordination": "centre"}, ("kid",), "borderline", True),
    ({"coordination": "centre"}, ("kib", "lifestyle"), "borderline", True),
    ({"coordination": "centre"}, ("other",), "borderline", True),
    ({"coordination": "centre"}, (DONT_KNOW,), "borderline", True),
    ({"coordination": "centre"}, (REFUSED, "kid"), "borderline", True),
    ({"coordination": "centre"}, (), "borderline", True),
    ({"coordination": "scattered"}, ("lifestyle",), "borderline", True),
    ({"coordination": "centre", "fit": "borderline"}, LM, "borderline", True),
    ({"coordination": "scattered", "fit": "borderline"}, LM, "borderline", True),
    ({"coordination": "other"}, LM, "borderline", True),
    ({"coordination": DONT_KNOW}, LM, "borderline", True),
    (
        {"coordination": "scattered", "fit": "borderline", "plans": "decided"},
        LM, "borderline", True,
    ),
]  # fmt: skip
SERVICE: list[Row] = [
    ({"coordination": "centre"}, LM, "service", False),
    ({"coordination": "department"}, LM, "service", False),
    ({"coordination": "unit"}, LM, "service", False),
    ({"coordination": "coordinator"}, LM, "service", False),
    ({"coordination": "centre"}, ("kid", "lm"), "service", False),
    ({"coordination": "centre"}, ("lm", DONT_KNOW), "service", False),
    ({"coordination": "centre", "cooperation": "municipal"}, LM, "service", False),
    ({"coordination": "centre", "cooperation": "intermunicipal"}, LM, "service", False),
    ({"coordination": "centre", "offers_since": 1990}, LM, "service", False),
    ({"coordination": "centre", "offers_since": DONT_KNOW}, LM, "service", False),
    ({"coordination": "centre", "fit": "not_relevant"}, LM, "service", False),
    *(({"coordination": "unit", criterion: "some"}, LM, "service", True) for criterion in CRITERIA),
    *(({"coordination": "unit", id: DONT_KNOW}, LM, "service", True) for id in CRITERIA),
    ({"coordination": "unit", "criterion_group": REFUSED}, LM, "service", True),
    ({"coordination": "unit", "criterion_planned": REFUSED}, LM, "service", True),
]
OFFERS_ONLY: list[Row] = [
    ({"coordination": "scattered", "offers_since": 2015}, LM, "offers_only", False),
    ({"coordination": "scattered", "offers_since": 2013}, LM, "offers_only", False),
    ({"coordination": "scattered", "offers_since": 2012}, LM, "offers_only", True),
    ({"coordination": "scattered", "offers_since": 1990}, LM, "offers_only", True),
    ({"coordination": "scattered", "offers_since": DONT_KNOW}, LM, "offers_only", True),
    ({"coordination": "scattered", "offers_since": REFUSED}, LM, "offers_only", True),
    ({"coordination": "scattered", "criterion_group": "some"}, LM, "offers_only", True),
    ({"coordination": "scattered", "criterion_evaluated": DONT_KNOW}, LM, "offers_only", True),
    ({"coordination": "scattered", "plans": "decided"}, LM, "offers_only", False),
    ({"coordination": "scattered", "plans": DONT_KNOW}, LM, "offers_only", False),
]
PLANNING: list[Row] = [
    (_without(plans="decided"), (), "planning", False),
    (_without(plans="well_under_way"), (), "planning", False),
    (_without(has_offers="planned", plans="decided"), (), "planning", False),
    (_without(has_offers="planned", plans="well_under_way"), (), "planning", False),
    (_without(has_offers=DONT_KNOW, plans="decided"), (), "planning", True),
    (_without(plans="decided", fit="outside"), (), "planning", False),
    (_without(plans="decided", fit="borderline"), (), "planning", False),
]
NONE: list[Row] = [
    (_without(plans="considering"), (), "none", False),
    (_without(plans="no"), (), "none", False),
    (_without(plans="not_wanted"), (), "none", False),
    (_without(plans="other"), (), "none", False),
    (_without(plans=DONT_KNOW), (), "none", True),
    (_without(has_offers="planned", plans="considering"), (), "none", False),
    (_without(has_offers="planned", plans="no"), (), "none", False),
    (_without(has_offers="planned", plans=DONT_KNOW), (), "none", True),
    (_without(has_offers=DONT_KNOW, plans="no"), (), "none", True),
    (_without(has_offers=DONT_KNOW, plans=DONT_KNOW), (), "none", True),
    (_without(plans="no", fit="borderline"), (), "none", False),
    (_without(plans="no", fit="outside"), (), "none", False),
]
ROWS = (*OUTSIDE, *BORDERLINE, *SERVICE, *OFFERS_ONLY, *PLANNING, *NONE)


def _seen(said: dict[str, Any], kinds: tuple[Any, ...] = LM, year: int = 2015) -> RouteView:
    seen = RouteView(FACTS.model_copy(update={"year": year}))
    seen.items = {Offer: tuple(range(1, len(kinds) + 1))}
    seen.answers = {Key(id): coded(id, answer) for id, answer in (REAL | said).items()}
    for item, kind in enumerate(kinds, start=1):
        seen.answers[Key("offer_kind", item)] = coded("offer_kind", kind)
    return seen


def _classified(kinds: tuple[Any, ...] = LM, year: int = 2015, **said: Any) -> Classification:
    return classify(CLASSIFICATION, _seen(said, kinds, year))


def _name(row: Row) -> str:
    said = ",".join(f"{id}={value}" for id, value in row[0].items() if value != NOT_ASKED)
    return f"{row[2]}<-{said}"


class TestRules:
    """The first rule that matches wins."""

    def test_class(self) -> None:
        for row in ROWS:
            said, kinds, klass, needs_look = row
            found = _classified(kinds, **said)
            assert (found.klass, found.needs_look) == (ServiceClass[klass], needs_look), _name(row)
            assert found.reasons, _name(row)

    def test_covered_is_never_derived(self) -> None:
        assert {row[2] for row in ROWS} == set(ServiceClass.__members__) - {"covered"}

    def test_three_years_of_offers_are_counted_from_the_survey_year(self) -> None:
        said: dict[str, Any] = {"coordination": "scattered", "offers_since": 2013}
        assert not _classified(**said).needs_look
        assert _classified(year=2016, **said).needs_look

    def test_intermunicipal_is_a_property_of_a_service(self) -> None:
        def is_intermunicipal(**said: Any) -> bool:
            return dict(_classified(**said).traits)["intermunicipal"]

        assert is_intermunicipal(coordination="unit", cooperation="intermunicipal")
        assert not is_intermunicipal(coordination="unit", cooperation="municipal")
        assert not is_intermunicipal(coordination="other", cooperation="intermunicipal")

    def test_labels(self) -> None:
        assert [str(klass.label) for klass in ServiceClass] == [
            "Tjeneste", "Tilbud uten tjeneste", "Godt i gang med å planlegge", "Grenseland",
            "Ingen tjeneste", "Dekket av en annen enhet",
        ]  # fmt: skip


class TestReasons:
    """Why: the answers that decided it, in the instrument's order, and in words."""

    @staticmethod
    def _words(found: Classification) -> list[str]:
        return [str(reason.words) for reason in found.reasons]

    def test_of_a_service(self) -> None:
        assert self._words(_classified(coordination="centre", criterion_group="some")) == [
            "Har tilbud: Ja",
            "Gruppebasert: Noen av dem",
            "For langvarige helseutfordringer: Ja, alle",
            "Planlagt med erfarne brukere: Ja, alle",
            "Gjennomført med erfarne brukere: Ja, alle",
            "Evaluert med erfarne brukere: Ja, alle",
            "Organisering: Et eget senter",
            "Minst ett tilbud er: Lærings- og mestringstilbud",
            "Intervjuerens vurdering: Klart innenfor",
        ]

    def test_of_the_borderland_are_the_doubts_alone(self) -> None:
        said: dict[str, Any] = {
            "coordination": DONT_KNOW,
            "criterion_planned": "no",
            "fit": "borderline",
        }
        assert self._words(_classified(("kid",), **said)) == [
            "Har tilbud: Ja",
            "Planlagt med erfarne brukere: Nei",
            "Organisering: Vet ikke",
            "Ingen av tilbudene er lærings- og mestringstilbud",
            "Intervjuerens vurdering: Grenseland",
        ]

    def test_of_nothing(self) -> None:
        assert self._words(_classified(**_without(plans="no"))) == [
            "Har tilbud: Nei",
            "Planer: Nei, ikke foreløpig",
        ]

    def test_of_offers_without_a_service(self) -> None:
        found = _classified(coordination="scattered", offers_since=2010)
        assert "Tilbud siden: 2010" in self._words(found)

    def test_name_the_answer(self) -> None:
        found = _classified(coordination="unit", criterion_group=REFUSED)
        assert ("criterion_group", REFUSED) in [(one.question, one.value) for one in found.reasons]

    def test_speak_every_language(self) -> None:
        for row in ROWS:
            for reason in _classified(row[1], **row[0]).reasons:
                assert reason.words.nn, reason
                assert reason.words.en, reason


class TestSources:
    """The same rules judge an interview under way and a finished one."""

    CASES: tuple[dict[str, Any], ...] = (
        {},
        {"coordination": "scattered"},
        {"has_offers": "no", "plans": "no"},
        {"has_offers": "planned", "plans": "decided"},
        {"offer_kind": ["kib", "lm"]},
    )

    @pytest.mark.parametrize("said", CASES)
    def test_a_finished_interview(self, said: dict[str, Any]) -> None:
        finished = document(PhaseTwo, talk(**said), FACTS)
        under_way = value(CLASS_WITHOUT_FIT, route(PhaseTwo, talk(**said), FACTS).view)
        assert classify_document(CLASSIFICATION, finished).klass is under_way

    def test_the_provisional_class_does_not_know_the_interviewers_view(self) -> None:
        for fit in ("clear", "borderline", "outside"):
            walked = route(PhaseTwo, talk(fit=fit), FACTS)
            assert value(CLASS_WITHOUT_FIT, walked.view) is ServiceClass.service
            judged = classify_document(CLASSIFICATION, document(PhaseTwo, talk(fit=fit), FACTS))
            assert (judged.klass is ServiceClass.service) is (fit == "clear")

    def test_the_rows_are_many_and_different(self) -> None:
        assert len({_name(row) + str(row[1]) for row in ROWS}) == len(ROWS) >= 60


class TestStored:
    """What is frozen beside the interview."""

    def test_codes_and_missing_answers_are_stored_as_everywhere(self) -> None:
        stored = to_data(_classified(coordination=DONT_KNOW, criterion_group="no"))
        assert stored == {
            "class": "borderline",
            "reasons": [
                {"question": "has_offers", "value": "yes", "words": "Har tilbud: Ja"},
                {"question": "criterion_group", "value": "no", "words": "Gruppebasert: Nei"},
                {
                    "question": "coordination",
                    "value": {"missing": "dont_know"},
                    "words": "Organisering: Vet ikke",
                },
            ],
            "needs_look": True,
            "intermunicipal": False,
        }

    def test_what_was_said_of_all_offers_is_a_list(self) -> None:
        stored = to_data(_classified(("kid", REFUSED), coordination="unit"))
        assert stored["reasons"][-1]["value"] == ["kid", {"missing": "refused"}]
