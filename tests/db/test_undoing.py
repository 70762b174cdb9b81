"""The last thing is taken back by one more row, on either engine, and both of them stay."""

from dataclasses import replace
from uuid import UUID, uuid4, uuid5

from db.calls import hang_up, log_redirect, note_knowledge, update_contact
from db.cases import open_case, release
from db.interviews import load_interview, record_answer
from db.undoing import Undone, undo
from schemas.calls.call_codes import DeedKind, Knowledge, RedirectHow
from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.undone import Barrier
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.desk import Desk
from tests.db.world import HALDEN


def undone(desk: Desk) -> Undone | Barrier | None:
    """What Åse has undone in Halden, or why nothing was."""
    return undo(desk.db, desk.lease, uuid4(), desk.now(), "Angret")


def kinds(desk: Desk, times: int) -> list[DeedKind | Barrier | None]:
    """What is undone one after the other."""
    all = [undone(desk) for _ in range(times)]
    return [one.kind if isinstance(one, Undone) else one for one in all]


class TestInOrder:
    def test_whatever_the_clocks_said(self, desk: Desk) -> None:
        """An answer, a redirect and another answer, in a call in which the clock was set back."""
        board, interview = desk.known(), desk.begin()
        call = desk.dial(board)
        first, second = (desk.entry(interview, "has_offers", one) for one in ("yes", "no"))
        record_answer(desk.db, desk.lease, replace(first, attempt_id=call.id))
        leg = desk.redirect(call, board, None, RedirectHow.dead_end)
        log_redirect(desk.db, desk.lease, replace(leg, at=first.at.replace(hour=1)))
        record_answer(desk.db, desk.lease, replace(second, at=first.at.replace(hour=2)))
        hang_up(desk.db, desk.lease, call.id, Outcome.busy, "", desk.now())
        outcome, answer, redirect = DeedKind.outcome, DeedKind.answer, DeedKind.redirect
        assert kinds(desk, 5) == [outcome, answer, redirect, answer, Barrier.call]
        told = [one.value for one in load_interview(desk.db, interview.id).entries]
        assert told == ["yes", "no", "yes", {"missing": "not_asked"}]
        file = open_case(desk.db, HALDEN)
        assert (file.redirects, file.attempts[0].outcome) == ((), None)

    def test_not_what_somebody_else_did(self, desk: Desk) -> None:
        desk.dial(desk.known())
        interview = desk.begin()
        record_answer(desk.db, desk.lease, desk.entry(interview, "has_offers", "yes"))
        release(desk.db, desk.lease)
        desk.lease = desk.take(desk.person("Bo"))
        assert undone(desk) is None

    def test_not_what_has_been_completed(self, desk: Desk) -> None:
        """Nor how the call ended in which it was."""
        desk.dial(desk.known())
        desk.talked()
        assert undone(desk) is Barrier.completed


class TestContactPoints:
    def kari(self, desk: Desk) -> tuple[ContactPoint, ContactPoint]:
        """The switchboard, and Kari, to whom it has put us through with one key."""
        board, key = desk.known(), uuid4()
        kari = replace(desk.contact(Office.rehabilitation), id=uuid5(key, "1"))
        leg = desk.redirect(desk.dial(board), board, kari, RedirectHow.transferred)
        log_redirect(desk.db, desk.lease, replace(leg, id=key), kari)
        note_knowledge(desk.db, desk.lease, board.id, Knowledge.knows_who, key)
        return board, kari

    def points(self, desk: Desk) -> dict[UUID, ContactPoint]:
        return {one.id: one for one in open_case(desk.db, HALDEN).contacts}

    def test_read_as_before(self, desk: Desk) -> None:
        """Whom one was sent to is taken out, and nobody has told of anybody."""
        board, kari = self.kari(desk)
        assert kinds(desk, 1) == [DeedKind.redirect]
        points = self.points(desk)
        assert points[board.id].knows is Knowledge.unknown
        assert (points[kari.id].is_retired, points[kari.id].retired_why) == (True, "Angret")

    def test_what_was_corrected_since_stays(self, desk: Desk) -> None:
        board, _ = self.kari(desk)
        known = replace(self.points(desk)[board.id], email="post@halden.no")
        update_contact(desk.db, desk.lease, known)
        undone(desk)
        now = self.points(desk)[board.id]
        assert (now.knows, now.email) == (Knowledge.unknown, "post@halden.no")
