"""What a coordinator decides about a case without an interview."""

from uuid import uuid4

import pytest

from db.appointments import make_appointment
from db.case_decisions import decide_case, decisions_about, return_case
from db.cases import open_case
from db.histories import histories
from db.problems import (
    CaseChanged,
    CaseSettled,
    InterviewFinished,
    NotFound,
)
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.outcomes import Outcome
from schemas.review.decisions import DecisionKind
from tests.db.desk import Desk, standings
from tests.db.world import HALDEN, NOON
from tests.support.open_appointments import all_open

BORDERLAND = {"coordination": "other", "private_note": "Hun var usikker", "staff": 40, "fte": 30}
SCATTERED = {"coordination": "scattered", "plans": "no", "publish": "after_check"}


class TestACase:
    @pytest.mark.parametrize(
        "kind",
        [DecisionKind.not_found_after_search, DecisionKind.out_of_frame, DecisionKind.given_up],
    )
    def test_is_closed_without_an_interview(self, desk: Desk, kind: DecisionKind) -> None:
        """With the outcome of that name; nobody calls it any more."""
        decide_case(desk.db, desk.sign(), HALDEN, kind, "tre uker")
        assert (desk.state().outcome, desk.state().ended) == (kind.outcome, True)
        assert open_case(desk.db, HALDEN).decision is kind.outcome

    def test_is_not_closed_by_any_other_word(self, desk: Desk) -> None:
        with pytest.raises(ValueError, match="does not close"):
            decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.accepted, "x")
        with pytest.raises(NotFound, match="saken"):
            decide_case(desk.db, desk.sign(), uuid4(), DecisionKind.given_up, "x")

    def test_that_is_closed_has_no_appointment(self, desk: Desk) -> None:
        """Nobody is reminded of it."""
        made = Appointment(
            id=uuid4(),
            case_id=HALDEN,
            due=NOON,
            minutes=15,
            kind=AppointmentKind.soft,
            contact_id=desk.known().id,
            note="",
            only_with=None,
            made_by=desk.aase.id,
            made_at=NOON,
        )
        make_appointment(desk.db, desk.lease, made)
        decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "ingen svarer")
        assert all_open(desk.db) == []

    def test_is_called_again_when_it_is_sent_back(self, desk: Desk) -> None:
        """Also what was given up; with a word to whoever calls."""
        decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "ingen svarer")
        return_case(desk.db, desk.sign(), HALDEN, "Prøv servicetorget")
        assert not desk.state().ended
        assert desk.state().returned_at is not None
        told = open_case(desk.db, HALDEN).returned
        assert told is not None
        assert told.question == "Prøv servicetorget"
        decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "fremdeles ingen")
        assert open_case(desk.db, HALDEN).returned is None

    def test_what_was_said_goes_before_closing_it(self, desk: Desk) -> None:
        """A decision that would change nothing is refused, with what the case has come to."""
        desk.talked()
        with pytest.raises(CaseSettled, match="Fullført intervju"):
            decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "ingen svarer")
        with pytest.raises(InterviewFinished):
            return_case(desk.db, desk.sign(), HALDEN, "Ring igjen")
        assert desk.state().outcome is Outcome.complete

    def test_somebody_else_has_decided_meanwhile(self, desk: Desk) -> None:
        """Whoever has read less is told, and nothing is stored."""
        decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.given_up, "ingen svarer", read=0)
        with pytest.raises(CaseChanged):
            return_case(desk.db, desk.sign(), HALDEN, "Prøv igjen", read=0)
        with pytest.raises(CaseChanged):
            decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.out_of_frame, "x", read=0)
        return_case(desk.db, desk.sign(), HALDEN, "Prøv igjen", read=1)
        kinds = [one.kind for one in decisions_about(desk.db, HALDEN)]
        assert kinds == [DecisionKind.given_up, DecisionKind.returned]

    def test_decisions_do_not_touch_other_cases(self, desk: Desk) -> None:
        decide_case(desk.db, desk.sign(), HALDEN, DecisionKind.out_of_frame, "slått sammen")
        others = histories(desk.db)[1:]
        assert {one.decision for one in others} == {None}
        assert standings(desk.db).keys() == {"0101"}
