"""What happens on the telephone."""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.calls import (
    add_contact,
    begin_attempt,
    hang_up,
    log_redirect,
    mark_end_unknown,
    note_knowledge,
    update_contact,
)
from db.cases import open_case
from db.problems import NotFound, Unexpected
from db.records import CaseFile
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import draw_way, way_to
from schemas.calls.outcomes import Outcome
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.world import HALDEN, World, later


def halden(world: World) -> CaseFile:
    """The case as the next one to open it sees it."""
    return open_case(world.db, HALDEN)


class TestContactPoints:
    def test_comes_back_as_it_was(self, world: World) -> None:
        """Departments and knowledge are codes again, times are UTC, letters are Norwegian."""
        contact = world.contact(Office.healthy_life_centre, person="Kari Lie-Øverås")
        add_contact(world.db, world.lease, contact)
        assert halden(world).contacts == (contact,)

    def test_stored_once(self, world: World) -> None:
        """A repeated call after a lost reply makes no second contact point."""
        contact = world.contact()
        add_contact(world.db, world.lease, contact)
        add_contact(world.db, world.lease, contact)
        assert len(halden(world).contacts) == 1

    def test_is_filled_in_while_it_rings(self, world: World) -> None:
        """Name and number may come later; when it was first noted stays."""
        contact = world.known()
        better = replace(contact, person="Kari Lie", phone="97000000", created_at=later(500))
        update_contact(world.db, world.lease, better)
        assert halden(world).contacts == (replace(better, created_at=contact.created_at),)

    def test_learns_what_it_knows(self, world: World) -> None:
        """Only what it knows is changed."""
        contact = world.known()
        note_knowledge(world.db, world.lease, contact.id, Knowledge.knows_who)
        assert halden(world).contacts == (replace(contact, knows=Knowledge.knows_who),)

    def test_unknown_ones_are_not_found(self, world: World) -> None:
        """A contact point that does not exist is not silently "changed"."""
        with pytest.raises(NotFound, match="kontaktpunktet"):
            note_knowledge(world.db, world.lease, uuid4(), Knowledge.knows_who)
        with pytest.raises(NotFound, match="kontaktpunktet"):
            update_contact(world.db, world.lease, world.contact())


class TestCalls:
    def test_are_noted_before_anybody_answers(self, world: World) -> None:
        """Dialling writes the call at once: number, who, whom, when, and no end."""
        call = world.dial(world.known())
        assert (call.number, call.interviewer) == (1, "Åse")
        assert (call.ended_at, call.end_unknown, call.outcome) == (None, False, None)
        assert halden(world).attempts == (call,)

    def test_are_numbered_within_the_case(self, world: World) -> None:
        """One, two, three, also when the same call is stored twice."""
        contact = world.known()
        first, second = world.dial(contact), world.dial(contact)
        args = (world.db, world.lease, second.id, contact.id, contact.phone, second.started_at)
        assert begin_attempt(*args) == second
        assert [first.number, second.number, world.dial(contact).number] == [1, 2, 3]

    def test_end_with_an_outcome(self, world: World) -> None:
        """Hanging up notes how it went and when; repeating it changes nothing."""
        call = world.dial(world.known())
        for _ in range(2):
            hang_up(world.db, world.lease, call.id, Outcome.busy, "travelt", later(9))
        ended = replace(call, outcome=Outcome.busy, note="travelt", ended_at=later(9))
        assert halden(world).attempts == (ended,)

    def test_unknown_ones_are_not_found(self, world: World) -> None:
        """A call that does not exist cannot be hung up."""
        with pytest.raises(NotFound, match="samtalen"):
            hang_up(world.db, world.lease, uuid4(), Outcome.busy, "", later(9))


class TestACallCutOffByACrash:
    def test_is_closed_without_guessing(self, world: World) -> None:
        """The end is unknown: no time, no outcome; also when the case is somebody else's now."""
        call = world.dial(world.known())
        world.take(world.person("Bo"), later(100))
        mark_end_unknown(world.db, call.id)
        assert halden(world).attempts == (replace(call, end_unknown=True),)

    def test_may_be_told_afterwards(self, world: World) -> None:
        """An interviewer who remembers how it went replaces "unknown"."""
        call = world.dial(world.known())
        mark_end_unknown(world.db, call.id)
        hang_up(world.db, world.lease, call.id, Outcome.no_answer, "", later(9))
        (told,) = halden(world).attempts
        assert (told.end_unknown, told.outcome, told.ended_at) == (
            False,
            Outcome.no_answer,
            later(9),
        )

    def test_a_call_that_ended_stays_as_it_is(self, world: World) -> None:
        """Closing a call twice, or one that was hung up, does nothing."""
        call = world.dial(world.known())
        hang_up(world.db, world.lease, call.id, Outcome.busy, "", later(9))
        mark_end_unknown(world.db, call.id)
        assert not halden(world).attempts[0].end_unknown


class TestRedirects:
    def test_the_way_can_be_drawn(self, world: World) -> None:
        """From the switchboard over the service desk to the right person."""
        board, desk = world.known(), world.contact(Office.service_desk)
        kari = world.contact(
            Office.healthy_life_centre, person="Kari Lie", knows=Knowledge.is_the_one
        )
        call = world.dial(board)
        world.sent_on(call, board, desk, RedirectHow.transferred)
        world.sent_on(call, desk, kari, RedirectHow.number_given)
        case = halden(world)
        way = way_to(kari.id, case.redirects, case.contacts)
        assert draw_way(way) == "Sentralbord → Servicetorg → Frisklivssentral (Kari Lie) ✓"

    def test_redirect_and_new_place_are_stored_together(self, world: World) -> None:
        """If the redirect cannot be stored, neither is the place it led to."""
        board, desk = world.known(), world.contact(Office.service_desk)
        call = replace(world.dial(board), id=uuid4())
        redirect = world.redirect(call, board, desk, RedirectHow.transferred)
        with pytest.raises(Unexpected):
            log_redirect(world.db, world.lease, redirect, desk)
        assert halden(world).contacts == (board,)

    def test_a_dead_end_leads_nowhere(self, world: World) -> None:
        """It is an edge all the same: who said so, and when."""
        board = world.known()
        redirect = world.redirect(world.dial(board), board, None, RedirectHow.dead_end)
        log_redirect(world.db, world.lease, redirect)
        log_redirect(world.db, world.lease, redirect)
        assert halden(world).redirects == (redirect,)


class TestTogether:
    """Several verbs as one unit of work."""

    def noted(self, world: World, *, fails: bool) -> None:
        """Two contact points, the second in a block within the block."""
        with world.db.together():
            world.known()
            with world.db.together():
                world.known()
            assert len(halden(world).contacts) == 2
            if fails:
                raise KeyError

    def test_all_are_stored(self, world: World) -> None:
        """Also what was done in a block of its own; after it the outer one goes on."""
        self.noted(world, fails=False)
        assert len(halden(world).contacts) == 2

    def test_or_none(self, world: World) -> None:
        with pytest.raises(KeyError):
            self.noted(world, fails=True)
        assert halden(world).contacts == ()
