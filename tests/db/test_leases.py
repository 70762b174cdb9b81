"""A case is held by one interviewer at a time."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from db.calls import add_contact
from db.cases import LEASE, case_id_of, release, renew, take_case
from db.database import Database
from db.interviews import complete, keep_place, record_answer
from db.problems import HeldByAnother, InterviewClosed, LeaseLost, NotFound
from db.records import Place
from db.statements import fetch_one
from tests.db.world import HALDEN, NOON, World, later

TICK = timedelta(microseconds=1)


class TestTaking:
    def test_an_hour_is_given(self, world: World) -> None:
        """A lease says which case, for whom, and until when."""
        lease = world.take()
        assert (lease.case_id, lease.interviewer_id) == (HALDEN, world.aase.id)
        assert lease.expires_at == NOON + timedelta(minutes=60) == NOON + LEASE

    def test_somebody_elses_case_is_refused_with_name_and_time(self, world: World) -> None:
        """The screen can say who has it and until when; the sentence itself names nobody."""
        with pytest.raises(HeldByAnother) as refused:
            world.take(world.person("Bo"))
        assert (refused.value.name, refused.value.until) == ("Åse", NOON + LEASE)
        assert "Åse" not in str(refused.value)

    def test_a_lease_that_ran_out_is_free(self, world: World) -> None:
        """A crashed session's case comes back within the hour, not a moment before."""
        bo = world.person("Bo")
        with pytest.raises(HeldByAnother):
            world.take(bo, NOON + LEASE - TICK)
        assert world.take(bo, NOON + LEASE).interviewer_id == bo.id

    def test_whoever_crashed_gets_it_back_at_once(self, world: World) -> None:
        """With a new token: the session that crashed is shut out."""
        again = world.take()
        assert again.token > world.lease.token
        with pytest.raises(LeaseLost):
            add_contact(world.db, world.lease, world.contact())
        add_contact(world.db, again, world.contact())

    def test_a_released_case_is_free_at_once(self, world: World) -> None:
        """Letting go lets the next one in; the old proof is worth nothing."""
        release(world.db, world.lease)
        bo = world.take(world.person("Bo"))
        release(world.db, world.lease)
        add_contact(world.db, bo, world.contact())

    def test_an_unknown_case_is_not_found(self, world: World) -> None:
        """A case that does not exist is not "held by another"."""
        with pytest.raises(NotFound, match="saken"):
            take_case(world.db, uuid4(), world.aase.id, NOON)


class TestRenewing:
    def test_another_hour(self, world: World) -> None:
        """Renewing keeps the token and moves the end."""
        longer = renew(world.db, world.lease, later(50))
        assert (longer.token, longer.expires_at) == (world.lease.token, later(110))
        with pytest.raises(HeldByAnother):
            world.take(world.person("Bo"), later(100))

    def test_not_after_somebody_else_took_it(self, world: World) -> None:
        """A laptop that wakes up is told at once."""
        world.take(world.person("Bo"), later(61))
        with pytest.raises(LeaseLost):
            renew(world.db, world.lease, later(62))


class TestWhatTheTokenProtects:
    def test_a_woken_laptop_mixes_nothing_in(self, world: World) -> None:
        """Every write to a case that was taken over is refused, and leaves no trace."""
        interview = world.interview()
        bo = world.take(world.person("Bo"), later(61))
        for write in (
            lambda: record_answer(world.db, world.lease, world.entry(interview)),
            lambda: keep_place(world.db, world.lease, Place(interview.id, "fte", None, "4", NOON)),
            lambda: complete(world.db, world.lease, uuid4(), interview.id, {}, {}, NOON),
        ):
            with pytest.raises(LeaseLost):
                write()
        record_answer(world.db, bo, world.entry(interview))

    def test_a_lease_that_ran_out_unnoticed_still_counts(self, world: World) -> None:
        """A long conversation is not thrown away because nobody renewed: nobody else has it."""
        interview = world.interview()
        world.minute = 500
        record_answer(world.db, world.lease, world.entry(interview))

    def test_a_lease_opens_no_other_case(self, world: World, db: Database) -> None:
        """An interview of another case is not found with our proof."""
        interview = world.interview()
        other = take_case(db, case_id_of("0104"), world.aase.id, NOON)
        with pytest.raises(NotFound, match="intervjuet"):
            record_answer(db, other, world.entry(interview))

    def test_a_completed_interview_takes_no_answers(self, world: World, db: Database) -> None:
        """Completed is frozen, until it is reopened."""
        interview = world.interview()
        complete(db, world.lease, uuid4(), interview.id, {}, {}, NOON)
        with pytest.raises(InterviewClosed):
            record_answer(db, world.lease, world.entry(interview))


def test_one_that_is_let_go_of_between_two_looks(
    on_server: Database, monkeypatch: pytest.MonkeyPatch, with_cases: None
) -> None:
    """Held when it was to be taken, and free when it was asked by whom: then it is taken."""
    world = World(on_server)
    bo, look = world.person("Bo"), fetch_one

    def let_go(*asked: Any) -> Any:
        monkeypatch.undo()
        release(on_server, world.lease)
        return look(*asked)

    monkeypatch.setattr("db.leases.fetch_one", let_go)
    assert world.take(bo).interviewer_id == bo.id
