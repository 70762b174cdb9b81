"""The questionnaire of the health trusts: every question, code, type and sentence of it."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from schemas.questionnaire.answers import DONT_KNOW, REFUSED
from schemas.surveys.health_trusts_2016.departments import TrustDepartment
from schemas.surveys.health_trusts_2016.questionnaire import Centre, HealthTrusts
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import TRUST_FACTS

SPECIFICATION = Path(__file__).parents[5] / "shared/questionnaire/health-trusts-2016.md"

# ── The instrument, section by section, as the specification lists it ────────────────────────────

IDS = {
    "introduction": "intro consent right_person respondent_name respondent_role respondent_unit "
    "respondent_unit_other respondent_phone respondent_email",
    "centres": "organised organised_other",
    "centre": "centre_name centre_place centre_since centre_staff centre_fte centre_role "
    "centre_role_other centre_belongs centre_belongs_other",
    "governance": "led_by_management in_strategy decides_groups decides_groups_other decides_text "
    "own_budget reports_activity",
    "offers": "offer_groups offer_groups_other offer_children offer_minority offers_last_year "
    "participants_last_year user_involvement dropped dropped_which",
    "collaboration": "municipalities municipal_forms municipal_forms_other municipal_agreement "
    "regional_support trains_municipalities",
    "outlook": "challenges challenges_other future future_text",
    "closing": "publish public_contact_name public_phone public_email public_url follow_up "
    "final_remarks thanks",
    "assessment": "respondent_certainty knows_all_centres private_note",
}


def _ids(names: str) -> set[str]:
    return set(names.split())


TARGETS = (
    "musculoskeletal pain anxiety_depression diabetes copd cardiovascular cancer obesity "
    "neurological dementia fatigue substance children_youth minority_language"
)
CODES = {
    "consent": "yes later no",
    "right_person": "yes proxy no",
    "respondent_unit": "switchboard patient_service lm_centre management clinic ward research "
    "collaboration user_council rehabilitation mental_health paediatrics communication other",
    "organised": "centres department clinics none other",
    "centre_role": "assists runs pedagogy other",
    "centre_belongs": "clinic staff_unit research collaboration patient_service other",
    "led_by_management": "large some little not",
    "in_strategy": "own_goals mentioned no",
    "decides_groups": "centre_staff clinic_staff clinic_leaders management user_council regional "
    "other",
    "own_budget": "yes part no",
    "reports_activity": "yes_public yes_internal no",
    "offer_groups": f"{TARGETS} other rare none",
    "offer_children": "permanent on_demand",
    "user_involvement": "planning delivery evaluation none",
    "dropped": "yes no",
    "municipal_forms": "delivery training projects network groups other",
    "municipal_agreement": "yes_specific yes_general no",
    "regional_support": "regularly sometimes no",
    "trains_municipalities": "systematic on_request no",
    "challenges": "positions economy priority recruiting_patients users premises unclear_tasks "
    "none other",
    "future": "better same worse",
    "publish": "yes after_check no",
    "follow_up": "newsletter guidance course network none",
    "respondent_certainty": "certain somewhat uncertain",
    "knows_all_centres": "yes partly no",
}
MULTI = _ids(
    "centre_role decides_groups offer_groups user_involvement municipal_forms challenges follow_up"
)
TYPES = {
    "info": "intro thanks",
    "text": "respondent_name respondent_role centre_name centre_place dropped_which "
    "public_contact_name",
    "longtext": "decides_text offer_minority future_text final_remarks private_note",
    "phone": "respondent_phone public_phone",
    "email": "respondent_email public_email",
    "url": "public_url",
    "year": "centre_since",
    "integer": "centre_staff offers_last_year participants_last_year municipalities",
    "decimal": "centre_fte",
    "roster": "centre",
}
MUST = _ids(
    "consent right_person respondent_name organised centre_name centre_staff centre_fte "
    "led_by_management decides_groups offer_groups future publish respondent_certainty "
    "knows_all_centres centre"
)
MAY_NOT_KNOW = _ids("centre_staff centre_fte led_by_management decides_groups offer_groups future")
EXCLUDING = {
    "offer_groups": "none",
    "user_involvement": "none",
    "challenges": "none",
    "follow_up": "none",
}
DEFINED = {"organised": "senter", "offer_groups": "tilbud", "user_involvement": "sidestilt"}

AS_IN_PHASE_TWO = _ids(
    "consent respondent_name respondent_role respondent_phone respondent_email "
    "public_contact_name public_phone public_email public_url follow_up final_remarks thanks "
    "respondent_certainty private_note"
)
"""Asked in the same words, with the same codes, in both surveys."""

UNWRITTEN = _ids(
    "yes later no proxy part planning delivery evaluation training projects network groups other "
    "none permanent on_demand yes_specific yes_general after_check newsletter guidance course "
    "certain somewhat uncertain partly"
) | _ids(TARGETS)
"""Codes that the specification may leave without a label: most of them stand in phase two's."""

POLISHED = AS_IN_PHASE_TWO | _ids(
    "intro respondent_unit centre centre_place centre_since centre_staff centre_fte centre_belongs "
    "decides_text participants_last_year user_involvement "
    "dropped_which municipal_forms municipal_agreement future_text publish"
)
"""Said in whole sentences that stand alone, or left open by the specification."""

# ── The claims ───────────────────────────────────────────────────────────────────────────────────


class TestInstrument:
    """Every question of the specification stands in the questionnaire, as specified."""

    def test_sections_and_ids_in_order(self) -> None:
        found = {
            name: " ".join(question.id for question in section.questions)
            for name, section in HealthTrusts.sections.items()
        }
        assert found == IDS
        assert list(found) == list(IDS)

    def test_letters_are_those_of_the_specification(self) -> None:
        """The centres are asked for one by one, but still in section B."""
        letters = [HealthTrusts.letters[section] for section in HealthTrusts.sections.values()]
        assert letters == list("ABBCDEFGH")

    def test_codes_in_order(self) -> None:
        found = {q.id: " ".join(code.name for code in q.codes) for q in HealthTrusts.questions()}
        assert {id: slugs for id, slugs in found.items() if slugs} == CODES

    def test_types(self) -> None:
        kinds = {id: kind for kind, ids in TYPES.items() for id in ids.split()}
        for question in HealthTrusts.questions():
            default = "text" if question.id.endswith("_other") else "single"
            expected = "multi" if question.id in MULTI else kinds.get(question.id, default)
            assert question.type.name == expected, question.id

    def test_what_must_be_answered(self) -> None:
        must = {q.id for q in HealthTrusts.questions() if q.must and not q.id.endswith("_other")}
        assert must == MUST
        assert {q.id for q in HealthTrusts.questions() if q.may_not_know} == MAY_NOT_KNOW

    def test_vet_ikke_and_vil_ikke_svare(self) -> None:
        """Everything read aloud takes both, unless it must be answered."""
        allowed = {q.id: q.missing_allowed for q in HealthTrusts.questions()}
        assert allowed["in_strategy"] == allowed["centre_since"] == (DONT_KNOW, REFUSED)
        assert allowed["centre_staff"] == allowed["future"] == (DONT_KNOW,)
        assert allowed["consent"] == allowed["organised"] == allowed["knows_all_centres"] == ()

    def test_codes_that_exclude_the_others(self) -> None:
        found = {q.id: c.name for q in HealthTrusts.questions() for c in q.codes if c.excludes}
        assert found == EXCLUDING

    def test_definitions(self) -> None:
        found = {q.id: " ".join(d.id for d in q.definitions) for q in HealthTrusts.questions()}
        assert {id: names for id, names in found.items() if names} == DEFINED
        assert [d.id for d in HealthTrusts.definitions] == ["senter", "tilbud", "sidestilt"]

    def test_personal_and_private(self) -> None:
        assert {q.id for q in HealthTrusts.questions() if q.personal} == {
            "respondent_name", "respondent_phone", "respondent_email",
        }  # fmt: skip
        assert [q.id for q in HealthTrusts.questions() if q.private] == ["private_note"]

    def test_only_the_assessment_is_not_read_aloud(self) -> None:
        silent = [name for name, s in HealthTrusts.sections.items() if not s.aloud]
        assert silent == ["assessment"]

    def test_what_is_asked_in_both_surveys_is_asked_alike(self) -> None:
        """Same ids, types, codes and words: so that the two can be compared."""
        for id in AS_IN_PHASE_TWO:
            here, there = HealthTrusts.by_id[id], PhaseTwo.by_id[id]
            assert (here.text, here.instruction) == (there.text, there.instruction), id
            assert (here.annotation, here.must) == (there.annotation, there.must), id

    def test_who_picks_up_for_everybody(self) -> None:
        assert {one.name for one in TrustDepartment.front_line()} == {
            "switchboard",
            "patient_service",
        }

    @pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not here")
    def test_nothing_in_the_specification_is_forgotten(self) -> None:
        """Every name in backticks in the instrument is a question, a code or a section."""
        instrument = SPECIFICATION.read_text(encoding="utf-8").split("## Core, endings")[0]
        instrument = instrument.split("## A. Innledning")[1]
        known = (
            set(HealthTrusts.by_id) | set(HealthTrusts.sections) | set(TrustDepartment.__members__)
        )
        known |= {c.name for q in HealthTrusts.questions() for c in q.codes}
        known |= {"offer_targets", "offer_user_involvement"}  # phase two's, whose codes these have
        known |= {"health_trust_forms", "health_trust_agreement"}
        assert set(re.findall(r"`([a-z_]+)`", instrument)) <= known

    @pytest.mark.skipif(not SPECIFICATION.exists(), reason="the specification is not here")
    def test_the_sentences_and_labels_are_those_of_the_specification(self) -> None:
        specification = " ".join(SPECIFICATION.read_text(encoding="utf-8").split())
        for question in HealthTrusts.questions():
            if question.id not in POLISHED and not question.id.endswith("_other"):
                assert str(question.text) in specification, question.id
            for code in question.codes:
                assert str(code.label) in specification or code.name in UNWRITTEN, code


class TestBounds:
    """What no check need say, because the type does."""

    @pytest.mark.parametrize(
        ("id", "fits", "too_much"),
        [
            ("centre_staff", 100, 101),
            ("centre_fte", Decimal(100), Decimal("100.01")),
            ("offers_last_year", 1000, 1001),
            ("participants_last_year", 50000, 50001),
            ("municipalities", 442, 443),
        ],
    )
    def test_numbers(self, id: str, fits: Any, too_much: Any) -> None:
        question = HealthTrusts.by_id[id]
        assert question.type.adapter.validate_python(fits) == fits
        for wrong in (too_much, -1):
            with pytest.raises(ValidationError):
                question.type.adapter.validate_python(wrong)

    def test_centres_are_not_older_than_the_field(self) -> None:
        assert HealthTrusts.by_id["centre_since"].type.limits(TRUST_FACTS) == (1990, 2016)

    def test_ten_centres(self) -> None:
        assert Centre.at_most == 10
