"""Calls: the way to the right person, whom to dial next, and what a case has come to."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.calls import (
    CallAttempt,
    ContactPoint,
    Knowledge,
    Redirect,
    RedirectHow,
    case_outcome,
    dialable,
    draw_way,
    leads,
    may_close,
    may_confirm_no,
    next_contact,
    on_the_line,
    suggest_outcome,
    way_to,
)
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office

CASE = UUID(int=1)
MORNING = datetime(2015, 2, 3, 9, tzinfo=UTC)


@dataclass
class Case:
    """A case as it grows, one call and one redirect after the other."""

    contacts: list[ContactPoint] = field(default_factory=list)
    attempts: list[CallAttempt] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)

    def meet(
        self,
        department: Office,
        person: str = "",
        phone: str = "",
        *,
        knows: Knowledge = Knowledge.unknown,
        named: str = "",
    ) -> ContactPoint:
        """Somebody turns up."""
        key, at = UUID(int=100 + len(self.contacts)), self._now()
        one = ContactPoint(key, CASE, department, named, person, "", phone, "", "", knows, at)
        self.contacts.append(one)
        return one

    def call(self, contact: ContactPoint, outcome: Outcome | None = None) -> CallAttempt:
        """One call, begun and perhaps ended."""
        number, at = len(self.attempts) + 1, self._now()
        call = CallAttempt(
            UUID(int=1000 + number), CASE, number, contact.id, contact.phone,
            UUID(int=2), "Ida", at, at if outcome else None, False, outcome, "",
        )  # fmt: skip
        self.attempts.append(call)
        return call

    def end(self, outcome: Outcome) -> None:
        """The latest call ends."""
        self.attempts[-1] = replace(self.attempts[-1], outcome=outcome)

    def sent(
        self, there: ContactPoint | None, how: RedirectHow, by: ContactPoint | None = None
    ) -> None:
        """During the latest call we are sent on, by whoever is on the line if not told."""
        call, nth = self.attempts[-1], len(self.redirects)
        speaker = by.id if by else on_the_line(call, self.redirects)
        to = there.id if there else None
        key, at = UUID(int=10_000 + nth), self._now()
        self.redirects.append(Redirect(key, CASE, nth + 1, call.id, speaker, to, how, "", at))

    def learn(self, contact: ContactPoint, knows: Knowledge) -> None:
        """We find out what somebody knows."""
        at = next(at for at, one in enumerate(self.contacts) if one.id == contact.id)
        self.contacts[at] = replace(contact, knows=knows)

    def leads(self) -> list[str]:
        """The leads as they are shown."""
        return [one.label for one in leads(self.contacts, self.attempts, self.redirects)]

    def next(self) -> str | None:
        """Whom to dial, as it is shown."""
        one = next_contact(self.contacts, self.attempts, self.redirects)
        return one.label if one else None

    def way(self, contact: ContactPoint) -> str:
        """The way to somebody, as it is drawn."""
        return draw_way(way_to(contact.id, self.redirects, self.contacts))

    def _now(self) -> datetime:
        happened = len(self.contacts) + len(self.attempts) + len(self.redirects)
        return MORNING + timedelta(minutes=happened)


@pytest.fixture
def case() -> Case:
    """A case nobody has called."""
    return Case()


@pytest.fixture
def switchboard(case: Case) -> ContactPoint:
    """Its switchboard."""
    return case.meet(Office.switchboard, phone="69000000")


TRANSFERRED = RedirectHow.transferred
NUMBER = RedirectHow.number_given
NAME = RedirectHow.name_only
DEAD_END = RedirectHow.dead_end


class TestRedirects:
    """A redirect leads from whoever we spoke with to somebody else, or nowhere."""

    def test_only_a_dead_end_leads_nowhere(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        with pytest.raises(ValueError, match="leads somewhere"):
            case.sent(None, NUMBER)
        with pytest.raises(ValueError, match="leads somewhere"):
            case.sent(switchboard, DEAD_END)

    def test_whoever_they_put_us_through_to_is_on_the_line(
        self, case: Case, switchboard: ContactPoint
    ) -> None:
        desk = case.meet(Office.service_desk)
        health = case.meet(Office.health_and_care)
        call = case.call(switchboard)
        assert on_the_line(call, case.redirects) == switchboard.id
        case.sent(desk, TRANSFERRED)
        assert on_the_line(call, case.redirects) == desk.id
        case.sent(health, NUMBER)
        assert on_the_line(call, case.redirects) == desk.id

    def test_a_new_call_starts_afresh(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        case.sent(case.meet(Office.culture), TRANSFERRED)
        again = case.call(switchboard)
        assert on_the_line(again, case.redirects) == switchboard.id


class TestTheWay:
    """Wherever a person sits on the chain, the way there is drawn."""

    def test_to_the_right_person(self, case: Case, switchboard: ContactPoint) -> None:
        desk = case.meet(Office.service_desk)
        health = case.meet(Office.health_and_care)
        kari = case.meet(Office.healthy_life_centre, "Kari Lie", knows=Knowledge.is_the_one)
        case.call(switchboard)
        for step in (desk, health, kari):
            case.sent(step, TRANSFERRED)
        assert case.way(kari) == (
            "Sentralbord → Servicetorg → Helse og omsorg → Frisklivssentral (Kari Lie) ✓"
        )
        assert case.way(health) == "Sentralbord → Servicetorg → Helse og omsorg"

    def test_a_department_goes_by_its_own_name(self, case: Case) -> None:
        assert case.way(case.meet(Office.health_house, named="Mestringshuset")) == (
            "Mestringshuset"
        )

    def test_a_ring_has_an_end(self, case: Case, switchboard: ContactPoint) -> None:
        desk = case.meet(Office.service_desk)
        case.call(switchboard)
        case.sent(desk, TRANSFERRED)
        case.sent(switchboard, TRANSFERRED)
        case.sent(switchboard, TRANSFERRED)
        assert case.way(desk) == "Sentralbord → Servicetorg"
        assert case.way(switchboard) == "Sentralbord"


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

    def test_without_any_number_the_one_we_want_is_named_all_the_same(self, case: Case) -> None:
        case.meet(Office.switchboard)
        case.meet(Office.public_health, "Per Dal")
        assert case.next() == "Folkehelsekoordinator (Per Dal)"


class TestSuggestedOutcome:
    """What happened on the line suggests an outcome, and nothing is guessed."""

    @pytest.mark.parametrize(
        ("how", "outcome"),
        [
            (NUMBER, Outcome.redirected),
            (NAME, Outcome.redirected),
            (RedirectHow.they_call_back, Outcome.redirected),
            (TRANSFERRED, None),
        ],
    )
    def test_after_being_sent_on(
        self, case: Case, switchboard: ContactPoint, how: RedirectHow, outcome: Outcome | None
    ) -> None:
        call = case.call(switchboard)
        case.sent(case.meet(Office.culture), how)
        assert suggest_outcome(call, case.redirects) is outcome

    def test_after_a_dead_end(self, case: Case, switchboard: ContactPoint) -> None:
        call = case.call(switchboard)
        case.sent(case.meet(Office.culture), TRANSFERRED)
        case.sent(None, DEAD_END)
        assert suggest_outcome(call, case.redirects) is Outcome.wrong_department

    def test_another_call_suggests_nothing(self, case: Case, switchboard: ContactPoint) -> None:
        case.call(switchboard)
        case.sent(None, DEAD_END)
        assert suggest_outcome(case.call(switchboard), case.redirects) is None


class TestOutcomeOfACase:
    """Derived by precedence from the history, and never stored over it."""

    def outcome(self, *outcomes: Outcome | None) -> Outcome | None:
        """What a case has come to after calls that ended so."""
        return case_outcome(outcomes)

    def test_none_before_a_call_has_ended(self) -> None:
        assert self.outcome() is None
        assert self.outcome(None) is None

    def test_the_latest_call_while_nobody_was_reached(self) -> None:
        assert self.outcome(Outcome.busy, Outcome.no_answer, None) is Outcome.no_answer

    def test_whoever_could_answer_counts_more_than_silence_afterwards(self) -> None:
        assert self.outcome(Outcome.break_off, Outcome.no_answer) is Outcome.break_off
        assert self.outcome(Outcome.appointment, Outcome.refusal_soft) is Outcome.refusal_soft

    def test_a_hard_refusal_counts_more_than_an_interview(self) -> None:
        assert self.outcome(Outcome.complete, Outcome.refusal_hard) is Outcome.refusal_hard

    def test_the_ladder(self) -> None:
        calls = [Outcome.partial]
        assert case_outcome(calls, Outcome.no_service, Outcome.covered) is Outcome.covered
        assert case_outcome(calls, Outcome.complete, Outcome.covered) is Outcome.complete
        assert case_outcome(calls, Outcome.complete, Outcome.withdrawn) is Outcome.withdrawn
        assert case_outcome(calls, None, Outcome.given_up) is Outcome.partial

    def test_a_coordinator_closes_a_search_that_came_to_nothing(self) -> None:
        calls = [Outcome.break_off, Outcome.no_answer]
        assert case_outcome(calls, None, Outcome.given_up) is Outcome.given_up

    @pytest.mark.parametrize("said", [Outcome.refusal_hard, Outcome.complete, Outcome.partial])
    def test_what_was_said_cannot_be_closed_away(self, said: Outcome) -> None:
        assert not may_close(said, Outcome.given_up)

    @pytest.mark.parametrize("came_to", [Outcome.no_answer, Outcome.covered, Outcome.given_up])
    def test_what_came_to_nothing_can_and_so_can_what_was_closed(self, came_to: Outcome) -> None:
        assert may_close(came_to, Outcome.out_of_frame)

    def test_a_corrected_interview_counts_more_than_what_was_noted_on_the_call(self) -> None:
        assert case_outcome([Outcome.complete], Outcome.no_service) is Outcome.no_service

    @given(st.lists(st.sampled_from(Outcome)), st.lists(st.sampled_from(Outcome)))
    def test_nothing_later_changes_a_hard_refusal(
        self, before: list[Outcome], after: list[Outcome]
    ) -> None:
        on_calls = [one for one in (*before, Outcome.refusal_hard, *after) if _by_phone(one)]
        assert self.outcome(*on_calls) is Outcome.refusal_hard

    @given(st.lists(st.sampled_from(Outcome)))
    def test_no_later_call_but_a_hard_refusal_changes_an_interview(
        self, after: list[Outcome]
    ) -> None:
        later = [one for one in after if _by_phone(one) and one is not Outcome.refusal_hard]
        assert self.outcome(Outcome.complete, *later) is Outcome.complete
        assert case_outcome(later, Outcome.complete) is Outcome.complete


def _by_phone(outcome: Outcome) -> bool:
    return not outcome.coordinator_only


class TestNoService:
    """A "we have none" needs evidence, and "I do not know" is never a no."""

    def confirmed(self, informant: Office | None, *say_none: Office) -> bool:
        """Whether it is, when these departments say there is none."""
        case = Case()
        answers = case.meet(informant) if informant else None
        for department in say_none:
            case.meet(department, knows=Knowledge.says_none)
        return may_confirm_no(answers, case.contacts, 2)

    def test_a_respondent_may_say_so(self) -> None:
        assert self.confirmed(Office.health_and_care)

    def test_the_switchboard_may_not(self) -> None:
        assert not self.confirmed(Office.switchboard, Office.switchboard)
        assert not self.confirmed(None)

    def test_two_departments_may(self) -> None:
        assert not self.confirmed(None, Office.home_care)
        assert self.confirmed(None, Office.home_care, Office.rehabilitation)
        assert self.confirmed(Office.switchboard, Office.switchboard, Office.culture)

    def test_the_same_department_twice_is_one_voice(self) -> None:
        assert not self.confirmed(None, Office.home_care, Office.home_care)
        assert not self.confirmed(None, Office.switchboard, Office.service_desk)

    def test_departments_beside_the_list_go_by_their_names(self) -> None:
        case = Case()
        for name in ("Biblioteket", "Legevakten", "biblioteket"):
            case.meet(Office.other, knows=Knowledge.says_none, named=name)
        assert may_confirm_no(None, case.contacts, 2)
        assert not may_confirm_no(None, case.contacts[::2], 2)

    def test_not_knowing_is_not_a_no(self) -> None:
        case = Case()
        case.meet(Office.home_care, knows=Knowledge.does_not_know)
        case.meet(Office.culture, knows=Knowledge.says_none)
        assert not may_confirm_no(None, case.contacts, 2)


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


class TestHowLongACallTook:
    """By the clock that nobody sets, if there was one."""

    @pytest.mark.parametrize(
        ("seconds", "minutes", "lasted"),
        [(90, 5, 90), (90, -60, 90), (None, 5, 300), (None, -60, None), (None, None, None)],
    )
    def test_lasted(self, seconds: int | None, minutes: int | None, lasted: int | None) -> None:
        """A call of an older version whose end is before its beginning was not timed."""
        ended = None if minutes is None else MORNING + timedelta(minutes=minutes)
        dialled = Case()
        call = dialled.call(dialled.meet(Office.switchboard), Outcome.no_answer)
        call = replace(call, started_at=MORNING, ended_at=ended, seconds=seconds)
        assert call.lasted == (None if lasted is None else timedelta(seconds=lasted))
        assert replace(call, end_unknown=True).lasted is None
