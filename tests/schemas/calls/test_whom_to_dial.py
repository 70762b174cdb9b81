"""Whom to dial next: leads nobody has followed, whom one knows, and whatever people may say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import ContactPoint, on_the_line, way_to
from schemas.calls.outcomes import Outcome
from schemas.calls.whom_to_dial import dialable, leads, next_contact
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.growing_case import DEAD_END, NAME, NUMBER, TRANSFERRED, Case


class TestLeads:
    """A lead is somebody we were pointed to and have not tried."""

    def test_a_number_given_is_a_lead_until_it_is_dialled(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        friskliv = case.meet(Office.healthy_life_centre, phone="69000001")
        case.call(switchboard)
        assert case.leads() == []
        case.sent(friskliv, NUMBER)
        assert case.leads() == ["Frisklivssentral"]
        case.call(friskliv, Outcome.no_answer)
        assert case.leads() == []

    def test_whoever_we_were_put_through_to_is_tried(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        case.call(switchboard)
        case.sent(case.meet(Office.culture), TRANSFERRED)
        assert case.leads() == []

    def test_but_not_if_the_line_fell_out_on_the_way(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        case.call(switchboard)
        case.sent(case.meet(Office.culture), TRANSFERRED)
        case.end(Outcome.lost_in_transfer)
        assert case.leads() == ["Kultur/frivillighet"]
        assert case.next() == "Sentralbord"

    def test_the_deepest_comes_first(self, case: Case, switchboard: ContactPoint) -> None:
        desk = case.meet(Office.service_desk)
        case.call(switchboard)
        case.sent(desk, TRANSFERRED)
        case.sent(case.meet(Office.rehabilitation), NUMBER)
        case.call(switchboard)
        case.sent(case.meet(Office.culture), NUMBER)
        assert case.leads() == ["Rehabilitering", "Kultur/frivillighet"]

    def test_a_dead_end_falls_back_to_whoever_spoke_last(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        desk, home = case.meet(Office.service_desk), case.meet(Office.home_care)
        case.call(switchboard)
        case.sent(desk, TRANSFERRED)
        case.sent(case.meet(Office.rehabilitation), NUMBER)
        case.call(switchboard)
        case.sent(case.meet(Office.culture), NUMBER)
        case.sent(home, TRANSFERRED)
        case.sent(None, DEAD_END)
        case.end(Outcome.wrong_department)
        assert case.leads() == ["Kultur/frivillighet", "Rehabilitering"]
        case.call(switchboard, Outcome.busy)
        assert case.leads() == ["Kultur/frivillighet", "Rehabilitering"]

    def test_of_two_named_at_once_the_first_named_comes_first(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        case.call(switchboard)
        case.sent(case.meet(Office.home_care), NUMBER)
        case.sent(case.meet(Office.culture), NUMBER)
        assert case.leads() == ["Hjemmetjenesten", "Kultur/frivillighet"]

    def test_who_is_known_not_to_know_is_no_lead(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        culture = case.meet(Office.culture)
        case.call(switchboard)
        case.sent(culture, NUMBER)
        case.learn(culture, Knowledge.does_not_know)
        assert case.leads() == []


class TestWhomToDial:
    """The next call starts from where the search stands, not from the switchboard."""

    def test_nobody_in_an_empty_case(self, case: Case) -> None:
        assert case.next() is None

    def test_the_switchboard_when_nothing_is_known(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        case.meet(Office.service_desk, phone="69000009")
        assert case.next() == "Sentralbord"

    def test_somebody_named_beforehand(self, case: Case, switchboard: ContactPoint) -> None:
        case.meet(Office.public_health, "Per Dal", "69000002")
        assert case.next() == "Folkehelsekoordinator (Per Dal)"

    def test_the_lead(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        case.sent(case.meet(Office.lm_centre, phone="69000003"), NUMBER)
        case.end(Outcome.redirected)
        assert case.next() == "Lærings- og mestringssenter"

    def test_the_same_again_when_nobody_answered(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        centre = case.meet(Office.lm_centre, phone="69000003")
        case.call(switchboard)
        case.sent(centre, NUMBER)
        case.end(Outcome.redirected)
        case.call(centre, Outcome.no_answer)
        assert case.next() == "Lærings- og mestringssenter"

    def test_the_right_person_once_found_though_a_lead_is_left(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        kari = case.meet(Office.lm_centre, "Kari Lie", "69000003")
        case.call(switchboard)
        case.sent(case.meet(Office.culture, phone="69000004"), NUMBER)
        case.sent(kari, TRANSFERRED)
        case.end(Outcome.appointment)
        assert case.next() == "Lærings- og mestringssenter (Kari Lie)"
        case.end(Outcome.voicemail)
        assert case.next() == "Kultur/frivillighet"
        case.learn(kari, Knowledge.is_the_one)
        assert case.next() == "Lærings- og mestringssenter (Kari Lie)"

    def test_another_lead_when_the_right_person_cannot(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        kari = case.meet(Office.lm_centre, "Kari Lie", "69000003", knows=Knowledge.is_the_one)
        case.call(switchboard)
        case.sent(case.meet(Office.culture, phone="69000004"), NUMBER)
        case.sent(kari, TRANSFERRED)
        case.end(Outcome.unable)
        assert case.next() == "Kultur/frivillighet"

    def test_who_knew_whom_to_ask_when_the_lead_led_nowhere(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        desk = case.meet(Office.service_desk, phone="69000009")
        culture = case.meet(Office.culture, phone="69000004")
        case.call(desk)
        case.learn(desk, Knowledge.knows_who)
        case.sent(culture, NUMBER)
        case.end(Outcome.redirected)
        case.call(switchboard)
        case.sent(culture, TRANSFERRED)
        case.end(Outcome.wrong_department)
        case.call(switchboard, Outcome.redirected)
        assert case.next() == "Servicetorg"

    def test_a_name_without_a_number_is_asked_for_where_it_was_given(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        desk = case.meet(Office.service_desk, phone="69000009")
        case.call(switchboard)
        case.sent(desk, TRANSFERRED)
        case.sent(case.meet(Office.lm_centre, "Kari Lie"), NAME)
        case.end(Outcome.redirected)
        assert case.leads() == ["Lærings- og mestringssenter (Kari Lie)"]
        assert case.next() == "Servicetorg"

    def test_a_number_out_of_use_is_not_dialled_again(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        centre = case.meet(Office.lm_centre, phone="69000003")
        case.call(centre, Outcome.number_dead)
        assert dialable(case.contacts, case.attempts) == (switchboard,)
        assert case.next() == "Sentralbord"

    @pytest.mark.parametrize("ended", [Outcome.busy, Outcome.no_answer, Outcome.unavailable])
    def test_whoever_has_no_number_left_is_still_asked_for_when_the_switchboard_was_busy(
        self, case: Case, switchboard: ContactPoint, ended: Outcome
    ) -> None:
        """A call to the switchboard that came to nothing changes nothing of whom we look for."""
        per = case.meet(Office.public_health, "Per Dal", "69000002")
        case.call(per, Outcome.wrong_number)
        assert case.wanted() == ("Folkehelsekoordinator (Per Dal)", "Sentralbord")
        case.call(switchboard, ended)
        assert case.wanted() == ("Folkehelsekoordinator (Per Dal)", "Sentralbord")

    @pytest.mark.parametrize("ended", [Outcome.busy, Outcome.unavailable])
    def test_and_where_she_was_named_when_that_place_was_rung_again(
        self, case: Case, switchboard: ContactPoint, ended: Outcome
    ) -> None:
        """Whoever pointed to her is only asked to put us through."""
        culture = case.meet(Office.culture, phone="69000004")
        kari = case.meet(Office.lm_centre, "Kari Lie", "69000003")
        case.call(culture)
        case.sent(kari, NUMBER)
        case.end(Outcome.redirected)
        case.call(kari, Outcome.number_dead)
        case.call(culture, ended)
        found = ("Lærings- og mestringssenter (Kari Lie)", "Kultur/frivillighet")
        assert case.wanted() == found

    @pytest.mark.parametrize("ended", [Outcome.busy, Outcome.no_answer, Outcome.technical])
    def test_whoever_we_have_talked_with_is_still_wanted_when_nobody_picked_up(
        self, case: Case, switchboard: ContactPoint, ended: Outcome
    ) -> None:
        """An interview that was broken off with Per is not one with whomever Per named before."""
        per = case.meet(Office.public_health, "Per Dal", "69000002")
        case.call(per)
        case.sent(case.meet(Office.rehabilitation, "Ragnhild Moe"), NAME)
        case.end(Outcome.redirected)
        case.call(per, Outcome.break_off)
        assert case.wanted() == (per.label, per.label)
        case.call(per, ended)
        assert case.wanted() == (per.label, per.label)

    def test_who_was_to_be_rung_again_waits_for_whom_they_have_pointed_to_since(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        """The new lead is followed at once; where it leads nowhere, we go back."""
        house = case.meet(Office.health_house)
        case.call(switchboard)
        case.sent(house, TRANSFERRED)
        case.end(Outcome.appointment)
        assert case.wanted() == (house.label, "Sentralbord")
        ole = case.meet(Office.chief_executive, "Ole Bråten", "62833600")
        case.call(switchboard)
        case.sent(ole, NUMBER)
        case.end(Outcome.redirected)
        assert case.wanted() == (ole.label, ole.label)
        case.call(ole, Outcome.wrong_department)
        assert case.wanted() == (house.label, "Sentralbord")

    @pytest.mark.parametrize("ended", [Outcome.busy, Outcome.no_answer])
    def test_whoever_would_not_let_us_on_does_not_do_so_by_being_busy(
        self, case: Case, switchboard: ContactPoint, ended: Outcome
    ) -> None:
        desk = case.meet(Office.culture, phone="69000002")
        case.call(desk, Outcome.refusal_gatekeeper)
        assert case.next() == "Sentralbord"
        case.call(desk, ended)
        assert case.next() == "Sentralbord"

    def test_without_any_number_the_one_we_want_is_named_all_the_same(self, case: Case) -> None:
        case.meet(Office.switchboard)
        case.meet(Office.public_health, "Per Dal")
        assert case.next() == "Folkehelsekoordinator (Per Dal)"


@st.composite
def histories(draw: st.DrawFn) -> Case:
    """Any case at all: calls to anybody, and redirects from anybody to anybody, in rings too."""
    case = Case()
    for department in draw(st.lists(st.sampled_from(Office), min_size=1, max_size=6)):
        phone = draw(st.sampled_from(["", "69000001", "69000002"]))
        case.meet(department, phone=phone, knows=draw(st.sampled_from(Knowledge)))
    anybody = st.sampled_from(case.contacts)
    for _ in range(draw(st.integers(0, 4))):
        case.call(draw(anybody), draw(st.none() | st.sampled_from(Outcome)))
        for how in draw(st.lists(st.sampled_from(RedirectHow), max_size=4)):
            there = None if how is DEAD_END else draw(anybody)
            case.sent(there, how, by=draw(anybody))
    return case


class TestAnyHistory:
    """What holds however people send us about."""

    @given(histories())
    def test_whoever_was_dialled_is_never_a_lead(self, case: Case) -> None:
        found = {one.id for one in leads(case.contacts, case.attempts, case.redirects)}
        assert not found & {call.contact_id for call in case.attempts}

    @given(histories())
    def test_a_lead_is_there_once_and_somebody_pointed_to_it(self, case: Case) -> None:
        found = [one.id for one in leads(case.contacts, case.attempts, case.redirects)]
        assert len(found) == len(set(found))
        assert set(found) <= {leg.to_id for leg in case.redirects}

    @given(histories())
    def test_every_way_ends_where_it_should_and_passes_nobody_twice(self, case: Case) -> None:
        for contact in case.contacts:
            way = way_to(contact.id, case.redirects, case.contacts)
            assert way[-1] == contact
            assert len({step.id for step in way}) == len(way)

    @given(histories())
    def test_every_step_of_a_way_was_a_redirect(self, case: Case) -> None:
        edges = {(leg.from_id, leg.to_id) for leg in case.redirects}
        for contact in case.contacts:
            way = way_to(contact.id, case.redirects, case.contacts)
            assert {(one.id, two.id) for one, two in pairwise(way)} <= edges

    @given(histories())
    def test_whoever_is_on_the_line_was_dialled_or_put_through_to(self, case: Case) -> None:
        for call in case.attempts:
            legs = [leg for leg in case.redirects if leg.attempt_id == call.id]
            through = [leg.to_id for leg in legs if leg.how is TRANSFERRED]
            assert on_the_line(call, case.redirects) == [call.contact_id, *through][-1]

    @given(histories())
    def test_somebody_with_a_number_is_dialled_if_there_is_anybody(self, case: Case) -> None:
        chosen = next_contact(case.contacts, case.attempts, case.redirects)
        numbers = dialable(case.contacts, case.attempts)
        assert chosen in (numbers or case.contacts)

    @given(histories())
    def test_the_order_in_which_rows_are_read_does_not_matter(self, case: Case) -> None:
        shown = leads(case.contacts, case.attempts, case.redirects)
        backwards = leads(case.contacts, case.attempts[::-1], case.redirects[::-1])
        assert backwards == shown
