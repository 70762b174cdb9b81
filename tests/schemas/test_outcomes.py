"""Outcomes and departments: the tables that interviewers choose from."""

import re

import pytest

from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office

ON_A_CALL = """
no_answer           3.13   T  Ikke svar
busy                3.12   T  Opptatt
long_queue          3.13*  T  Lang telefonkø, la på
voicemail           2.222  T  Telefonsvarer
message_left        2.221  T  Beskjed lagt igjen
technical           3.16   T  Teknisk feil
number_dead         4.32*  T  Nummeret er ikke i bruk
redirected          2.36*  T  Henvist videre
lost_in_transfer    2.35*  T  Falt ut under overføring
wrong_department    3.21*  T  Feil avdeling, vet ikke hvem
unavailable         2.21   T  Rett person er ikke til stede
appointment         2.35   T  Avtale
asked_in_writing    2.36   T  Ønsker spørsmålene skriftlig
break_off           2.12   T  Avbrutt intervju
refusal_gatekeeper  2.111  T  Avslag i førstelinjen
refusal_soft        2.112  T  Avslag, kan spørres igjen
refusal_hard        2.112  F  Ønsker ikke å delta
unable              2.32   T  Kan ikke (språk, sykdom)
to_coordinator      2.34   T  Til koordinator
partial             1.2    T  Delvis intervju, kjernen er utfylt
complete            1.1    F  Fullført intervju
no_service          1.1*   F  Fullført kortintervju, ingen tjeneste
"""


class TestOutcomes:
    """Twenty-two ways in which a call ends, and five in which only a coordinator ends a case."""

    def test_the_table(self) -> None:
        rows = [
            f"{one.name:18}  {one.aapor:5}  {'F' if one.final else 'T'}  {one.label}"
            for one in Outcome
            if not one.coordinator_only
        ]
        assert rows == ON_A_CALL.strip().splitlines()

    def test_what_only_a_coordinator_sets_ends_the_case(self) -> None:
        theirs = [one for one in Outcome if one.coordinator_only]
        assert [one.name for one in theirs] == [
            "covered",
            "not_found_after_search",
            "out_of_frame",
            "withdrawn",
            "given_up",
        ]
        assert all(one.final for one in theirs)

    def test_no_outcome_is_lost_because_it_looks_like_another(self) -> None:
        assert len(Outcome) == len(Outcome.__members__) == 27

    def test_a_slug_names_its_outcome(self) -> None:
        assert Outcome["no_answer"] is Outcome.no_answer

    @pytest.mark.parametrize("outcome", Outcome)
    def test_each_says_what_happens_next(self, outcome: Outcome) -> None:
        assert outcome.next_step.endswith(".")

    @pytest.mark.parametrize("outcome", Outcome)
    def test_a_code_is_text_with_its_star(self, outcome: Outcome) -> None:
        assert bool(re.fullmatch(r"[1-4]\.\d{1,3}\*?", outcome.aapor)) != outcome.coordinator_only

    def test_an_appointment_reached_somebody_and_a_gatekeeper_is_nobody(self) -> None:
        assert Outcome.appointment.reached
        assert not Outcome.refusal_gatekeeper.reached
        assert not Outcome.unavailable.reached


class TestDepartments:
    """The twenty-one types of department, in the order of the questionnaire."""

    def test_the_list(self) -> None:
        assert [f"{one.name} {one.label}" for one in Office] == [
            "switchboard Sentralbord",
            "service_desk Servicetorg",
            "chief_executive Rådmannens stab",
            "health_and_care Helse og omsorg (ledelse)",
            "healthy_life_centre Frisklivssentral",
            "lm_centre Lærings- og mestringssenter",
            "rehabilitation Rehabilitering",
            "physio_occupational Fysio- og ergoterapi",
            "mental_health Psykisk helse og rus",
            "home_care Hjemmetjenesten",
            "health_house Helsehus/lokalmedisinsk senter",
            "coordinating_unit Koordinerende enhet",
            "allocation_office Tildelings-/bestillerkontor",
            "chief_medical_officer Kommuneoverlege",
            "public_health Folkehelsekoordinator",
            "gp_office Fastlegekontor",
            "social_services NAV/sosialtjeneste",
            "culture Kultur/frivillighet",
            "other_municipality Annen kommune",
            "hospital Helseforetak/sykehus",
            "other Annet",
        ]

    def test_the_front_line_picks_up_for_everybody(self) -> None:
        assert {Office.switchboard, Office.service_desk} == Office.front_line()

    @pytest.mark.parametrize("department", Office)
    def test_each_has_an_english_name(self, department: Office) -> None:
        assert department.label.en
