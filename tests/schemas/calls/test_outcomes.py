"""Outcomes and departments: the tables that interviewers choose from."""

import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from schemas.calls.case_outcomes import case_outcome
from schemas.calls.outcome_rows import (
    Category,
    Look,
    OnTheLine,
    OutcomeTable,
    WhenAsked,
    by_key,
    call,
)
from schemas.calls.outcomes import BY_KEY, Outcome
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.rests import Minutes, Whose, WorkingDays
from schemas.language.option_keys import OPTION_KEYS
from schemas.language.text import Text
from schemas.review.followed import category
from schemas.review.rates import interview_rates
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.listed_case import Case, line, oslo, place

SCHEMAS = Path(__file__).parents[3] / "schemas"

KEYS = {
    "1": "no_answer", "2": "busy", "3": "long_queue", "4": "voicemail", "5": "message_left",
    "6": "technical", "7": "number_dead", "l": "wrong_number", "8": "redirected",
    "9": "lost_in_transfer", "a": "wrong_department", "b": "unavailable", "c": "appointment",
    "d": "asked_in_writing", "e": "break_off", "f": "refusal_gatekeeper", "g": "refusal_soft",
    "h": "refusal_hard", "i": "unable", "j": "to_coordinator", "k": "partial",
}  # fmt: skip

BY_CODE = {
    "1.1": Category.interview,
    "1.1*": Category.not_eligible,
    "1.2": Category.partial,
    "2.1": Category.refusal,
    "2.2": Category.non_contact,
    "2.3": Category.other,
    "3.1": Category.unknown_contact,
    "3.2": Category.unknown_other,
    "4.32*": Category.unknown_contact,
}

ON_A_CALL = """
no_answer           3.13   T  Ikke svar
busy                3.12   T  Opptatt
long_queue          3.13*  T  Lang telefonkø, la på
voicemail           2.222  T  Telefonsvarer
message_left        2.221  T  Beskjed lagt igjen
technical           3.16   T  Teknisk feil
number_dead         4.32*  T  Nummeret er ikke i bruk
wrong_number        3.1*   T  Feil nummer (en privatperson, et annet sted)
redirected          2.36*  T  Sendt videre
lost_in_transfer    2.35*  T  Brutt under viderekobling
wrong_department    3.21*  T  Feil avdeling, vet ikke hvem
unavailable         2.21   T  Rett person er ikke til stede
appointment         2.35   T  Avtale
asked_in_writing    2.36   T  Ønsker spørsmålene skriftlig
break_off           2.12   T  Avbrutt intervju
refusal_gatekeeper  2.111  T  Avslag fra den som tok telefonen
refusal_soft        2.112  T  Avslag, kan spørres igjen
refusal_hard        2.112  F  Ønsker ikke å delta
unable              2.32   T  Kan ikke delta (språk, sykdom)
to_coordinator      2.34   T  Til koordinator
partial             1.2    T  Delvis intervju, det viktigste er besvart
complete            1.1    F  Fullført intervju
no_service          1.1*   F  Fullført kortintervju, ingen tjeneste
"""


class TestOutcomes:
    """Twenty-three ways in which a call ends, and five in which only a coordinator ends a case."""

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
        assert len(Outcome) == len(Outcome.__members__) == 28

    def test_a_slug_names_its_outcome(self) -> None:
        assert Outcome["no_answer"] is Outcome.no_answer

    def test_each_says_what_happens_next(self) -> None:
        assert [one for one in Outcome if not one.next_step.endswith(".")] == []

    def test_a_code_is_text_with_its_star(self) -> None:
        coded = {one for one in Outcome if re.fullmatch(r"[1-4]\.\d{1,3}\*?", one.aapor)}
        assert coded == {one for one in Outcome if not one.coordinator_only}

    def test_an_appointment_reached_somebody_and_a_gatekeeper_is_nobody(self) -> None:
        assert Outcome.appointment.reached
        assert not Outcome.refusal_gatekeeper.reached
        assert not Outcome.unavailable.reached


class TestTheRows:
    """What a row says, and that it says it once."""

    def test_the_next_step_takes_its_number_from_the_rest(self) -> None:
        rows = [one.row for one in Outcome]
        assert [row for row in rows if ("{rest}" in row.then) != bool(row.rest.words)] == []
        assert [row for row in rows if re.search(r"\d", row.then)] == []

    @pytest.mark.parametrize(
        ("outcome", "says"),
        [
            (
                Outcome.no_answer,
                "Prøv igjen om 3 timer, i en del av dagen som ikke er prøvd.",
            ),
            (Outcome.busy, "Prøv igjen om 15 minutter, høyst tre ganger om dagen."),
            (Outcome.voicemail, "Prøv igjen neste formiddag eller ettermiddag."),
            (Outcome.break_off, "Fortsett intervjuet neste virkedag."),
            (Outcome.appointment, "Ring til avtalt tid. Er ingen tid avtalt, ring neste virkedag."),
            (
                Outcome.refusal_soft,
                "Koordinatoren avgjør om de skal spørres igjen, tidligst om 5 virkedager.",
            ),
            (
                Outcome.wrong_number,
                "Prøv neste nummer eller spor. Finnes ingen, må saken få et nummer.",
            ),
        ],
    )
    def test_the_next_step_in_words(self, outcome: Outcome, says: str) -> None:
        assert outcome.next_step == says

    def test_every_key_is_one_outcome_s(self) -> None:
        """One that the screen knows, and that nobody who is asked for an interview could claim."""
        chosen = [one for one in Outcome if one.row.key]
        assert len(BY_KEY) == len(chosen)
        assert BY_KEY.keys() <= set(OPTION_KEYS)
        assert not any(one.is_whole or one.coordinator_only for one in chosen)

    def test_keys_stay_when_an_outcome_is_added(self) -> None:
        """People's fingers know them: whatever is added takes one that is free."""
        assert {key: one.name for key, one in BY_KEY.items()} == KEYS

    def test_one_outcome_of_a_case_is_stronger_than_another(self) -> None:
        """By precedence, as the specification lists them."""
        strong = sorted((one for one in Outcome if one.row.strength), key=lambda o: -o.row.strength)
        assert " ".join(one.name for one in strong) == (
            "withdrawn refusal_hard complete covered no_service partial out_of_frame "
            "not_found_after_search given_up"
        )
        assert len({one.row.strength for one in strong}) == len(strong)

    def test_the_category_is_that_of_the_code(self) -> None:
        """AAPOR's codes by how they begin; the longest beginning counts."""
        for outcome in (one for one in Outcome if one.aapor):
            begins = max(filter(outcome.aapor.startswith, BY_CODE), key=len)
            assert outcome.row.category is BY_CODE[begins], outcome

    def test_no_rule_asks_which_outcome_it_is(self) -> None:
        """They read the row: or a new outcome would be forgotten in one of them."""
        asking = re.compile(r"(?:is|is not|in|==|!=) \{?Outcome\.\w+")
        rooms = [*(SCHEMAS / "calls").rglob("*.py"), SCHEMAS / "review" / "rates.py"]
        found = {path.name: asking.findall(path.read_text("utf-8")) for path in rooms}
        asked = {name: found for name, found in found.items() if found}
        assert asked == {"case_outcomes.py": ["is not Outcome.withdrawn"]}  # nobody takes it back


class OneMore(OutcomeTable):
    """A table of a test's own: an outcome that the program does not have."""

    on_hold = call(
        aapor="3.14*",
        category=Category.unknown_contact,
        label=Text("Satt på vent, la på", nn="Sett på vent, la på", en="On hold, hung up"),
        key="z",
        line=OnTheLine.not_through,
        rest=Minutes(Whose.number, minutes=60),
        coordinator=Look.never,
        then="Prøv igjen {rest}.",
        when=WhenAsked.not_at_all,
        note=Text("Notat"),
    )
    gone_home = call(
        aapor="2.21*",
        category=Category.non_contact,
        label=Text("Gått hjem", en="Gone home"),
        key="y",
        line=OnTheLine.found,
        rest=WorkingDays(Whose.case, days=2),
        coordinator=Look.after_rest,
        then="Koordinatoren ser på saken {rest}.",
        when=WhenAsked.not_at_all,
        note=Text("Notat"),
    )


ON_HOLD, GONE_HOME = (cast(Outcome, one) for one in OneMore)


class TestAnOutcomeMore:
    """A row is all that it takes: nothing else decides what follows from it."""

    def test_its_rest_is_honoured(self) -> None:
        """And said, in the list and when the call ends."""
        case = Case().call(oslo(2, "09.00"), ON_HOLD)
        assert place(case, oslo(2, "09.59")) == (
            ListPlace.waiting,
            "Satt på vent, la på (kl. 09.00) – prøv igjen kl. 10.00",
        )
        assert place(case, oslo(2, "10.00"))[0] is ListPlace.callable
        assert ON_HOLD.next_step == "Prøv igjen om 1 time."

    def test_the_rest_of_a_case_holds_back_other_numbers(self) -> None:
        case = Case()
        case.meet(Office.rehabilitation, "69112233")
        assert place(case.call(oslo(2, "09.00"), GONE_HOME), oslo(3, "10.00"))[0] is (
            ListPlace.waiting
        )

    def test_the_rest_of_a_number_does_not(self) -> None:
        case = Case()
        case.call(oslo(2, "09.00"), ON_HOLD)
        case.meet(Office.rehabilitation, "69112233")
        assert place(case, oslo(2, "09.10"))[0] is ListPlace.callable

    def test_the_coordinator_looks_when_it_says_so(self) -> None:
        case = Case().call(oslo(2, "09.00"), GONE_HOME)
        assert place(case, oslo(4, "08.30"))[0] is ListPlace.with_coordinator

    def test_its_key_ends_a_call(self) -> None:
        assert by_key(OneMore) == {"z": OneMore.on_hold, "y": OneMore.gone_home}

    def test_it_counts_in_the_rates(self) -> None:
        counted = interview_rates([category(ON_HOLD), category(GONE_HOME)]).counts
        assert counted == {Category.unknown_contact: 1, Category.non_contact: 1}

    def test_the_latest_of_its_kind_is_what_the_case_has_come_to(self) -> None:
        assert case_outcome([Outcome.no_answer, ON_HOLD]) is ON_HOLD
        assert case_outcome([ON_HOLD, Outcome.complete]) is Outcome.complete

    def test_a_slug_has_its_label(self) -> None:
        """By which exports and screens say it."""
        assert OneMore["on_hold"].label.in_("en") == "On hold, hung up"


class TestAWrongNumber:
    """The number leads to somebody who has nothing to do with it."""

    def test_another_number_is_tried_at_once(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.wrong_number)
        case.meet(Office.rehabilitation, "69112233")
        found = line(case, oslo(2, "09.05"))
        assert found.rule.place is ListPlace.callable
        assert found.case.contact is case.contacts[1]

    def test_without_another_the_case_needs_one(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.wrong_number)
        assert place(case, oslo(2, "09.05")) == (
            ListPlace.needs_number,
            "Feil nummer (en privatperson, et annet sted), og saken har ikke noe annet",
        )

    def test_a_right_one_takes_its_place(self) -> None:
        """Corrected on the card, the same contact point is rung again."""
        case = Case().call(oslo(2, "09.00"), Outcome.wrong_number)
        case.contacts[0] = replace(case.contacts[0], phone="69174599")
        assert place(case, oslo(2, "09.05"))[0] is ListPlace.callable


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
