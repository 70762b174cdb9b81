"""Everything at once, for exports."""

from dataclasses import replace
from uuid import uuid4

from db.calls import hang_up
from db.harvest import (
    all_attempts,
    all_confirmations,
    all_contacts,
    all_entries_with_remarks,
    all_redirects,
    finished_interviews,
)
from db.interviews import complete, confirm_check, record_answer, reopen
from schemas.calls import RedirectHow
from schemas.departments import Department
from schemas.outcomes import Outcome
from tests.db.world import HALDEN, World


class TestFinishedInterviews:
    def test_in_their_latest_revision(self, world: World) -> None:
        """One line per interview, however often it was reopened."""
        interview = world.interview()
        complete(world.db, world.lease, uuid4(), interview.id, {"n": 1}, {}, world.now())
        reopen(world.db, world.lease, interview.id)
        at = world.now()
        complete(world.db, world.lease, uuid4(), interview.id, {"n": 2}, {"class": "x"}, at)
        (line,) = finished_interviews(world.db)
        assert (line.case_id, line.unit_id, line.number) == (HALDEN, "0101", 2)
        assert (line.document, line.classification) == ({"n": 2}, {"class": "x"})
        assert (line.completed_at, line.interviewer, line.decision) == (at, "Åse", None)
        assert line.interview == replace(interview, open=False)

    def test_open_and_reopened_ones_are_not_finished(self, world: World) -> None:
        """Nothing half done is exported."""
        interview = world.interview()
        assert list(finished_interviews(world.db)) == []
        complete(world.db, world.lease, uuid4(), interview.id, {}, {}, world.now())
        reopen(world.db, world.lease, interview.id)
        assert list(finished_interviews(world.db)) == []


class TestTheRest:
    def test_calls_contacts_and_redirects(self, world: World) -> None:
        """Each as the record it was stored as."""
        board, desk = world.known(), world.contact(Department.service_desk)
        call = world.dial(board)
        redirect = world.sent_on(call, board, desk, RedirectHow.number_given)
        at = world.now()
        hang_up(world.db, world.lease, call.id, Outcome.redirected, "", at)
        assert list(all_contacts(world.db)) == [board, desk]
        assert list(all_redirects(world.db)) == [redirect]
        ended = replace(call, outcome=Outcome.redirected, ended_at=at)
        assert list(all_attempts(world.db)) == [ended]

    def test_remarks_and_confirmations(self, world: World) -> None:
        """Only answers with a remark are listed, and every confirmed objection."""
        interview = world.interview()
        plain = world.entry(interview)
        remarked = replace(world.entry(interview), remark="usikker")
        for entry in (plain, remarked):
            record_answer(world.db, world.lease, entry)
        why = world.confirmation(interview)
        confirm_check(world.db, world.lease, why)
        assert list(all_entries_with_remarks(world.db)) == [remarked]
        assert list(all_confirmations(world.db)) == [why]

    def test_holds_no_lock_while_it_is_read(self, world: World) -> None:
        """An export in progress keeps nobody from answering."""
        board = world.known()
        export = all_contacts(world.db)
        assert next(export) == board
        world.known(Department.service_desk)
