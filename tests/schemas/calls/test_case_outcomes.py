"""What a case has come to, and when a no is a no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.call_codes import Knowledge
from schemas.calls.case_outcomes import case_outcome, may_close, may_confirm_no
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from tests.schemas.calls.growing_case import Case


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
