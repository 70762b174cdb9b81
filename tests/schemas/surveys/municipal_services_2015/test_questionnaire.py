"""The questionnaire of phase two: every question, code, type and sentence of it."""

import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from schemas.questionnaire.answers import DONT_KNOW, REFUSED
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from schemas.surveys.municipal_services_2015.sections.offers import Offer
from tests.support.conversations import FACTS

SPECIFICATION = Path(__file__).parents[5] / "shared/questionnaire/phase-two.md"
CORRECTIONS = SPECIFICATION.parents[1] / "language.md"

# ── The instrument, section by section, as the specification lists it ────────────────────────────

IDS = {
    "introduction": "intro consent right_person respondent_name respondent_role respondent_unit "
    "respondent_unit_other respondent_phone respondent_email",
    "screening": "definition_read has_offers criterion_group criterion_long_term "
    "criterion_planned criterion_delivered criterion_evaluated offers_since coordination "
    "coordination_other",
    "organisation": "service_name hosted_in hosted_in_other cooperation partner_units host_unit "
    "service_since service_since_month stage staff fte funding funding_other funding_secure "
    "funding_until plan_anchored access access_other",
    "offers": "offer_name offer_scope offer_targets offer_targets_other offer_relatives "
    "offer_kind offer_kind_other offer_user_involvement offer_courses offer_participants",
    "involvement": "user_recruitment user_recruitment_other user_paid pedagogy_training "
    "pedagogy_by pedagogy_by_other",
    "collaboration": "health_trust_contact health_trust_name health_trust_forms "
    "health_trust_forms_other health_trust_agreement task_division other_partners "
    "other_partners_other",
    "future": "plans plans_other plan_when plan_form plan_form_other plan_cooperation "
    "plan_partners no_service_reason no_service_reason_other knows_other_unit covered_by",
    "experience": "challenges challenges_other challenges_text benefits benefits_other "
    "benefits_text",
    "closing": "publish public_contact_name public_phone public_email public_url "
    "contact_again follow_up final_remarks thanks",
    "assessment": "fit fit_reason respondent_certainty private_note",
}


def _ids(names: str) -> set[str]:
    return set(names.split())


COORDINATED = "centre department unit coordinator"
CODES = {
    "consent": "yes later no",
    "right_person": "yes proxy no",
    "respondent_unit": " ".join(Office.__members__),
    "definition_read": "yes unsure",
    "has_offers": "yes planned no",
    "criterion_group": "yes some no",
    "criterion_long_term": "yes some no",
    "criterion_planned": "yes some no",
    "criterion_delivered": "yes some no",
    "criterion_evaluated": "yes some no",
    "coordination": f"{COORDINATED} scattered other",
    "hosted_in": "own_centre healthy_life_centre healthy_life_and_coping local_medical "
    "rehabilitation health_house gp_office mental_health physio_occupational other",
    "cooperation": "municipal intermunicipal",
    "stage": "operating starting not_started",
    "funding": "ordinary_budget grant project health_trust foundation other",
    "funding_secure": "yes until uncertain",
    "plan_anchored": "municipal_plan health_plan public_health_plan other_plan none",
    "access": "self gp hospital municipal decision other",
    "offer_scope": "one group across",
    "offer_targets": "musculoskeletal pain anxiety_depression diabetes copd cardiovascular cancer "
    "obesity neurological dementia fatigue substance children_youth minority_language other",
    "offer_relatives": "own together no",
    "offer_kind": "lm kid kib lifestyle other",
    "offer_user_involvement": "planning delivery evaluation none",
    "user_recruitment": "organisations former_participants user_council hospital_lms none other",
    "user_paid": "yes some no",
    "pedagogy_training": "all some none",
    "pedagogy_by": "nk_lmh health_trust college municipality other",
    "health_trust_contact": "yes no",
    "health_trust_forms": "delivery training projects network groups other",
    "health_trust_agreement": "yes_specific yes_general no",
    "task_division": "clear partly unclear",
    "other_partners": "gps user_organisations volunteers nav healthy_life_centre "
    "other_municipalities none other",
    "plans": "decided well_under_way considering no not_wanted other",
    "plan_form": f"{COORDINATED} other",
    "plan_cooperation": "municipal intermunicipal",
    "no_service_reason": "small_population economy staff covered_by_hospital "
    "covered_by_healthy_life not_priority unknown_concept other",
    "knows_other_unit": "other_department other_municipality no",
    "challenges": "economy staff premises infrastructure recruitment users priority knowledge "
    "none other",
    "benefits": "low_threshold adapted cross_service competence fewer_hospital quality_of_life "
    "too_early other",
    "publish": "yes after_check no",
    "contact_again": "yes email no",
    "follow_up": "newsletter guidance course network none",
    "fit": "clear borderline outside not_relevant",
    "respondent_certainty": "certain somewhat uncertain",
}

MULTI = _ids(
    "hosted_in funding plan_anchored access offer_targets offer_user_involvement "
    "user_recruitment pedagogy_by health_trust_forms other_partners no_service_reason challenges "
    "benefits follow_up"
)
TYPES = {
    "info": "intro thanks",
    "text": "respondent_name respondent_role service_name offer_name health_trust_name "
    "public_contact_name",
    "longtext": "challenges_text benefits_text final_remarks fit_reason private_note",
    "phone": "respondent_phone public_phone",
    "email": "respondent_email public_email",
    "url": "public_url",
    "year": "offers_since service_since funding_until plan_when",
    "month": "service_since_month",
    "integer": "staff offer_courses offer_participants",
    "decimal": "fte",
    "units": "partner_units host_unit plan_partners covered_by",
    "roster": "offers",
}
MUST = _ids(
    "consent right_person respondent_name definition_read has_offers coordination service_name "
    "cooperation partner_units offer_name plans publish fit fit_reason respondent_certainty "
    "offers"
)
MAY_NOT_KNOW = {"has_offers", "coordination", "plans"}
EXCLUDING = {
    "plan_anchored": "none",
    "offer_user_involvement": "none",
    "user_recruitment": "none",
    "other_partners": "none",
    "challenges": "none",
    "benefits": "too_early",
    "follow_up": "none",
}
DEFINED = {
    "definition_read": "tilbud ikke",
    "has_offers": "tilbud",
    "criterion_long_term": "langvarig",
    "criterion_planned": "sidestilt",
    "coordination": "tjeneste",
}

UNWRITTEN = {"yes", "unsure", "no", "some", "none", "other", "certain", "somewhat", "uncertain"}
"""Codes that the specification may leave without a label."""

# ── The claims ───────────────────────────────────────────────────────────────────────────────────


class TestInstrument:
    """Every question of the specification stands in the questionnaire, as specified."""

    def test_sections_and_ids_in_order(self) -> None:
        found = {
            name: " ".join(question.id for question in section.questions)
            for name, section in PhaseTwo.sections.items()
        }
        assert found == IDS
        assert list(found) == list(IDS)

    def test_codes_in_order(self) -> None:
        found = {q.id: " ".join(code.name for code in q.codes) for q in PhaseTwo.questions()}
        assert {id: slugs for id, slugs in found.items() if slugs} == CODES

    def test_types(self) -> None:
        kinds = {id: kind for kind, ids in TYPES.items() for id in ids.split()}
        for question in PhaseTwo.questions():
            default = "text" if question.id.endswith("_other") else "single"
            expected = "multi" if question.id in MULTI else kinds.get(question.id, default)
            assert question.type.name == expected, question.id

    def test_what_must_be_answered(self) -> None:
        must = {q.id for q in PhaseTwo.questions() if q.must and not q.id.endswith("_other")}
        assert must == MUST
        assert {q.id for q in PhaseTwo.questions() if q.may_not_know} == MAY_NOT_KNOW

    def test_vet_ikke_and_vil_ikke_svare(self) -> None:
        """Everything read aloud takes both, unless it must be answered."""
        allowed = {q.id: q.missing_allowed for q in PhaseTwo.questions()}
        assert allowed["staff"] == allowed["criterion_group"] == (DONT_KNOW, REFUSED)
        assert allowed["has_offers"] == (DONT_KNOW,)
        assert allowed["consent"] == allowed["intro"] == allowed["fit"] == ()

    def test_codes_that_exclude_the_others(self) -> None:
        found = {q.id: c.name for q in PhaseTwo.questions() for c in q.codes if c.excludes}
        assert found == EXCLUDING

    def test_definitions(self) -> None:
        found = {q.id: " ".join(d.id for d in q.definitions) for q in PhaseTwo.questions()}
        assert {id: names for id, names in found.items() if names} == DEFINED
        assert [d.id for d in PhaseTwo.definitions] == [
            "tilbud", "tjeneste", "langvarig", "sidestilt", "ikke",
        ]  # fmt: skip

    def test_every_other_asks_what(self) -> None:
        """The code `other` opens a short text that must be filled in."""
        for question in PhaseTwo.questions():
            if any(code.name == "other" for code in question.codes):
                what = PhaseTwo.by_id[f"{question.id}_other"]
                assert (what.type.name, what.must, str(what.text)) == ("text", True, "Hva?")

    def test_personal_and_private(self) -> None:
        assert {q.id for q in PhaseTwo.questions() if q.personal} == {
            "respondent_name", "respondent_phone", "respondent_email",
        }  # fmt: skip
        assert [q.id for q in PhaseTwo.questions() if q.private] == ["private_note"]

    def test_what_a_contact_point_fills_in(self) -> None:
        assert {q.known_as: q.id for q in PhaseTwo.questions() if q.known_as} == {
            "person": "respondent_name",
            "role": "respondent_role",
            "department": "respondent_unit",
            "phone": "respondent_phone",
            "email": "respondent_email",
        }

    def test_only_the_assessment_is_not_read_aloud(self) -> None:
        silent = [name for name, s in PhaseTwo.sections.items() if not s.aloud]
        assert silent == ["assessment"]

    @pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not here")
    def test_nothing_in_the_specification_is_forgotten(self) -> None:
        """Every name in backticks before the section on data is a question, a code or a key."""
        instrument = SPECIFICATION.read_text(encoding="utf-8").split("## Names and codes")[0]
        instrument = instrument.split("## A. Innledning")[1]
        known = set(PhaseTwo.by_id) | set(PhaseTwo.sections) | set(Office.__members__)
        known |= {c.name for q in PhaseTwo.questions() for c in q.codes}
        assert set(re.findall(r"`([a-z_]+)`", instrument)) <= known | {"other"}

    @pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not here")
    def test_the_sentences_and_labels_are_those_of_the_specification(self) -> None:
        """Or of the corrections, which abbreviate what they leave as it was."""
        pages = (SPECIFICATION, CORRECTIONS)
        specification = " ".join(" ".join(page.read_text("utf-8").split()) for page in pages)
        aside = {  # told apart from a question that shares their sentence, or not written out
            "intro", "criterion_long_term", "respondent_phone", "service_since_month", "plan_when",
            "plan_form", "plan_cooperation", "plan_partners", "public_phone", "public_email",
            "public_url", "respondent_email",
        }  # fmt: skip
        for question in PhaseTwo.questions():
            assert question.id in aside or str(question.text) in specification, question.id
        for question in PhaseTwo.questions():
            for code in question.codes:
                assert str(code.label) in specification or code.name in UNWRITTEN, code
        for definition in PhaseTwo.definitions:
            assert str(definition.term) in specification
            sentences = re.split(r"(?<=[.:,]) ", str(definition.text))
            assert any(sentence in specification for sentence in sentences), definition.id


class TestBounds:
    """What no check need say, because the type does."""

    @pytest.mark.parametrize(
        ("id", "fits", "too_much"),
        [
            ("staff", 200, 201),
            ("fte", Decimal(100), Decimal("100.01")),
            ("offer_courses", 200, 201),
            ("offer_participants", 5000, 5001),
            ("service_since_month", 12, 13),
        ],
    )
    def test_numbers(self, id: str, fits: Any, too_much: Any) -> None:
        question = PhaseTwo.by_id[id]
        assert question.type.adapter.validate_python(fits) == fits
        for wrong in (too_much, -1):
            with pytest.raises(ValidationError):
                question.type.adapter.validate_python(wrong)

    @pytest.mark.parametrize(
        ("id", "low", "high"), [("offers_since", 1990, 2015), ("plan_when", 2015, 2025)]
    )
    def test_years_move_with_the_calendar(self, id: str, low: int, high: int) -> None:
        assert PhaseTwo.by_id[id].type.limits(FACTS) == (low, high)

    def test_one_host_and_thirty_offers(self) -> None:
        assert PhaseTwo.by_id["host_unit"].at_most == 1
        assert Offer.at_most == 30

    def test_the_month_may_be_left_empty(self) -> None:
        assert PhaseTwo.by_id["service_since_month"].empty_allowed
        assert not PhaseTwo.by_id["service_since"].empty_allowed


@pytest.mark.slow
class TestEditor:
    """A slip in a route is an error in the editor, before anything runs."""

    def test_slips_are_found_by_mypy(self, tmp_path: Path) -> None:
        pytest.importorskip("mypy")
        slip = tmp_path / "slip.py"
        slip.write_text(SLIPS, encoding="utf-8")
        command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", str(slip)]
        found = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[4]
        ).stdout
        wrong = {int(line) for line in re.findall(r"slip\.py:(\d+): error", found)}
        assert wrong == {n for n, line in enumerate(SLIPS.splitlines(), 1) if "# wrong" in line}


SLIPS = """\
from schemas.surveys.municipal_services_2015 import code_lists as codes
from schemas.questionnaire.answers import Answer
from schemas.questionnaire.types import Several, Year
from schemas.surveys.municipal_services_2015.sections.introduction import Screening
from schemas.questionnaire.questions import ask, given
from schemas.questionnaire.sections import Section, asked

a = given(asked(Screening).has_offers).is_(codes.HasOffers.yes)
b = given(asked(Screening).has_offers).is_(codes.Fit.clear)  # wrong: a code of another list
c = given(asked(Screening).has_ofers).is_(codes.HasOffers.yes)  # wrong: no such question
d = given(asked(Screening).has_offers).is_(codes.HasOffers.maybe)  # wrong: no such code

class Slips(Section, heading="Slips"):
    access: Answer[Several[codes.Access]] = ask("?")
    gp: Answer[Year] = ask("?", when=given(access).includes(codes.Access.gp))
    fit: Answer[Year] = ask("?", when=given(access).includes(codes.Fit.clear))  # wrong: not a code
    typo: Answer[Year] = ask("?", when=given(acess).includes(codes.Access.gp))  # wrong: a typo
"""
