"""The call list: every case in one place, in the order of the rules, with the rule's own words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from schemas.calls.call_codes import RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.settings import Settings
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.listed_case import (
    IDA,
    MONDAY,
    NAME,
    NUMBER,
    OLA,
    SOFT,
    Case,
    Ola,
    line,
    oslo,
    place,
    ranked,
)
from tests.support.municipalities import FRAME


class TestWhereNobodyRings:
    """What has ended, what somebody else has, and what cannot be dialled."""

    @pytest.mark.parametrize("later", [Outcome.appointment, Outcome.complete, Outcome.no_answer])
    def test_a_refusal_is_final_whatever_is_recorded_afterwards(self, later: Outcome) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.refusal_hard).call(oslo(2, "10.00"), later)
        case.told(rang_back_at=oslo(3, "09.00"), returned_at=oslo(3, "09.00"))
        case.agree(oslo(4, "10.00"))
        assert place(case, oslo(4, "10.00")) == (ListPlace.finished, "Ønsker ikke å delta")

    def test_an_interview_waits_for_its_review(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.complete).told(interview="complete")
        assert place(case, oslo(3, "09.00")) == (ListPlace.in_review, "Fullført intervju")
        assert place(case.told(reviewed=True), oslo(3, "09.00"))[0] is ListPlace.finished

    @pytest.mark.parametrize("outcome", [Outcome.complete, Outcome.no_service])
    def test_a_call_that_came_to_an_end_is_no_interview_yet(self, outcome: Outcome) -> None:
        """Whoever left before it was completed finds it on top, whatever the hour."""
        case = Case().call(oslo(2, "09.00"), outcome).told(interview="open")
        where, why = place(case, oslo(2, "20.00"))
        assert where is ListPlace.callable
        assert why.startswith("Samtalen er ferdig, men ikke intervjuet")
        assert case.state().outcome is Outcome.partial

    def test_what_a_coordinator_closed_is_finished(self) -> None:
        case = Case().told(decision=Outcome.out_of_frame)
        assert place(case, oslo(2, "09.00")) == (ListPlace.finished, "Utenfor utvalget")

    def test_held_by_somebody_else_until_the_lease_runs_out(self) -> None:
        case = Case().told(holder=Ola())
        assert place(case, oslo(2, "09.30")) == (ListPlace.held, "Hos Ola Moe til kl. 10.00")
        assert place(case, oslo(2, "10.00"))[0] is ListPlace.callable
        assert place(case, oslo(2, "09.30"), OLA)[0] is ListPlace.callable

    def test_without_a_number(self) -> None:
        case = Case(contacts=[])
        case.contacts[0] = replace(case.contacts[0], phone="")
        assert place(case, MONDAY) == (ListPlace.needs_number, "Mangler nummer til Sentralbord")

    def test_with_a_dead_number_only(self) -> None:
        case = Case().call(MONDAY, Outcome.number_dead)
        found, reason = place(case, oslo(2, "09.30"))
        assert found is ListPlace.needs_number
        assert reason == "Nummeret er ikke i bruk, og saken har ikke noe annet"


class TestNextStep:
    """What each outcome leads to by default, inside the call window."""

    @pytest.mark.parametrize(
        ("outcome", "called", "again"),
        [
            (Outcome.no_answer, oslo(2, "08.40"), oslo(2, "11.45")),
            (Outcome.no_answer, oslo(2, "13.30"), oslo(3, "08.30")),
            (Outcome.no_answer, oslo(6, "13.30"), oslo(9, "08.30")),
            (Outcome.busy, oslo(2, "09.00"), oslo(2, "09.15")),
            (Outcome.busy, oslo(2, "10.50"), oslo(2, "11.45")),
            (Outcome.long_queue, oslo(2, "09.00"), oslo(2, "10.00")),
            (Outcome.voicemail, oslo(2, "09.00"), oslo(2, "11.45")),
            (Outcome.message_left, oslo(2, "12.00"), oslo(3, "08.30")),
            (Outcome.technical, oslo(2, "09.00"), oslo(2, "09.30")),
            (Outcome.lost_in_transfer, oslo(2, "09.00"), oslo(2, "09.05")),
            (Outcome.unavailable, oslo(6, "09.00"), oslo(9, "08.30")),
            (Outcome.asked_in_writing, oslo(2, "09.00"), oslo(5, "08.30")),
            (Outcome.break_off, oslo(2, "09.00"), oslo(3, "08.30")),
            (Outcome.refusal_gatekeeper, oslo(2, "09.00"), oslo(9, "08.30")),
            (Outcome.refusal_soft, oslo(2, "09.00"), oslo(9, "08.30")),
        ],
    )
    def test_by_outcome(self, outcome: Outcome, called: datetime, again: datetime) -> None:
        found = line(Case().call(called, outcome), called + timedelta(minutes=1))
        assert found.rule.place is ListPlace.waiting
        assert found.until == again

    def test_the_reason_names_the_parts_of_the_day(self) -> None:
        case = Case().call(oslo(2, "08.40"), Outcome.no_answer)
        case.call(oslo(3, "10.30"), Outcome.no_answer)
        why = "Ikke svar to ganger om formiddagen – prøv etter lunsj"
        assert place(case, oslo(3, "10.45")) == (ListPlace.waiting, why)
        assert place(case, oslo(3, "13.45")) == (ListPlace.callable, why)

    def test_the_reason_names_the_time(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.busy)
        _, why = place(case, oslo(2, "09.01"))
        assert why == "Opptatt (kl. 09.00) – prøv igjen kl. 09.15"

    def test_not_at_the_same_time_of_the_day(self) -> None:
        case = Case().call(oslo(2, "08.40"), Outcome.voicemail)
        found = line(case, oslo(3, "09.00"))
        assert found.rule.name == "same_clock"
        assert found.until == oslo(3, "09.40")
        assert line(case, oslo(3, "09.39")).until == oslo(3, "09.40")
        assert line(case, oslo(3, "09.40")).rule.place is ListPlace.callable

    def test_however_narrow_the_window_nobody_waits_for_ever(self) -> None:
        settings = Settings(same_time_minutes=480)
        case = Case().call(oslo(2, "09.00"), Outcome.no_answer)
        assert line(case, oslo(3, "09.00"), settings=settings).rule.place is ListPlace.waiting
        assert line(case, oslo(13, "09.00"), settings=settings).rule.place is ListPlace.callable

    def test_three_times_busy_is_enough_for_a_day(self) -> None:
        case = Case()
        for clock in ("09.00", "09.15", "09.30"):
            case.call(oslo(2, clock), Outcome.busy)
        settings = Settings(calls_a_day_to_number=9)
        found = line(case, oslo(2, "09.46"), settings=settings)
        assert found.until == oslo(3, "08.30")

    def test_a_lead_is_called_at_once_whatever_the_switchboard_waits_for(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.redirected)
        friskliv = case.meet(Office.healthy_life_centre, "69111111")
        case.sent(friskliv, NUMBER)
        found = line(case, oslo(2, "09.01"))
        assert (found.rule.place, found.reason) == (
            ListPlace.callable,
            "Nytt spor: Frisklivssentral",
        )
        assert found.contact == friskliv

    def test_a_lead_without_a_number_is_asked_for_where_it_was_named(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.redirected)
        case.sent(case.meet(Office.healthy_life_centre, "", "Kari Lie"), NAME)
        found = line(case, oslo(2, "09.01"))
        assert found.reason == "Nytt spor: Frisklivssentral (Kari Lie), gjennom Sentralbord"
        assert (found.contact, found.goal) == (case.contacts[0], case.contacts[1])

    def test_whoever_will_ring_back_gets_the_day(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.redirected)
        case.sent(case.meet(Office.culture), RedirectHow.they_call_back)
        assert line(case, oslo(2, "14.00")).until == oslo(3, "08.30")


class TestNumbers:
    """A number is dialled twice a day at most, whatever cases it belongs to."""

    def test_twice_is_enough(self) -> None:
        case = Case().call(oslo(2, "08.30"), Outcome.busy).call(oslo(2, "09.00"), Outcome.busy)
        found = line(case, oslo(2, "09.30"))
        assert found.reason == "Nummeret er ringt to ganger i dag"
        assert found.until == oslo(3, "08.30")

    def test_also_over_two_cases(self) -> None:
        one = Case(1).call(oslo(2, "08.30"), Outcome.busy)
        two = Case(2).call(oslo(2, "08.45"), Outcome.busy)
        shared = [replace(one.contacts[0], id=two.contacts[0].id, case_id=two.id)]
        two.contacts = shared
        two.attempts = [replace(two.attempts[0], phone=shared[0].phone)]
        assert not ranked([one, two], oslo(2, "10.00")).callable
        assert len(ranked([one, two], oslo(3, "10.00")).callable) == 2


class TestCallWindow:
    """Nobody is called outside it unless by appointment."""

    @pytest.mark.parametrize(
        ("now", "opens"),
        [
            (oslo(2, "08.00"), oslo(2, "08.30")),
            (oslo(2, "11.10"), oslo(2, "11.45")),
            (oslo(2, "15.00"), oslo(3, "08.30")),
            (oslo(7, "10.00"), oslo(9, "08.30")),
        ],
    )
    def test_closed(self, now: datetime, opens: datetime) -> None:
        found = line(Case(), now)
        assert (found.rule.name, found.until) == ("outside_window", opens)

    def test_an_appointment_overrules_it(self) -> None:
        case = Case().agree(oslo(7, "17.00"), SOFT)
        assert line(case, oslo(7, "17.05")).rule.place is ListPlace.callable
        assert line(case, oslo(7, "17.11")).rule.name == "outside_window"


class TestAppointments:
    """A promise comes before everything else, and never in between."""

    def case(self) -> Case:
        """With Kari Lie, at half past ten."""
        case = Case()
        case.meet(Office.healthy_life_centre, "69111111", "Kari Lie")
        return case.call(oslo(2, "08.30"), Outcome.appointment).agree(oslo(2, "10.30"))

    @pytest.mark.parametrize(
        ("clock", "rule"),
        [
            ("10.24", "appointment_ahead"),
            ("10.25", "hard_appointment"),
            ("10.40", "hard_appointment"),
            ("10.41", "appointment"),
        ],
    )
    def test_from_five_minutes_before_to_ten_after(self, clock: str, rule: str) -> None:
        assert line(self.case(), oslo(2, clock)).rule.name == rule

    def test_it_says_with_whom(self) -> None:
        found = line(self.case(), oslo(2, "10.25"))
        assert found.reason == "Avtale kl. 10.30 med Kari Lie"
        assert found.contact
        assert found.contact.person == "Kari Lie"

    def test_a_missed_one_is_said_to_be(self) -> None:
        assert place(self.case(), oslo(3, "09.00")) == (
            ListPlace.callable,
            "Avtale mandag 2.2. kl. 10.30 med Kari Lie (tiden er passert)",
        )

    def test_a_new_interview_is_held_back_before_mine(self) -> None:
        cases = [self.case(), Case(1)]
        assert len(ranked(cases, oslo(2, "10.09")).callable) == 1
        (held,) = [
            one for one in ranked(cases, oslo(2, "10.10")) if one.case.unit == FRAME.units[1]
        ]
        assert held.rule.place is ListPlace.waiting
        assert held.reason == "Avtale kl. 10.30 med Kari Lie kommer først, så nye intervjuer venter"
        assert len(ranked(cases, oslo(2, "10.10"), OLA).callable) == 1

    def test_with_me_only(self) -> None:
        case = self.case().agree(oslo(2, "10.30"), only_with=IDA)
        assert line(case, oslo(2, "10.30")).rule.name == "hard_appointment"
        assert line(case, oslo(2, "10.30"), OLA).rule.name == "of_another"
        assert line(case, oslo(3, "10.30"), OLA).rule.name == "appointment"
