"""The case in hand: only what has changed is read again, and nothing of that is missed."""

from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import case_notes, cases, claims, history_rows, units
from db.calls import add_contact, hang_up
from db.case_notes import write_note
from db.case_parts import HAND, CasePart
from db.cases import case_file, open_case, renew, ring_back
from db.database import Database
from db.history_rows import history_of
from db.open_database import open_database
from db.problems import NotFound
from db.records import CaseFile, Signed
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import History
from tests.db.desk import Desk
from tests.db.test_ranking_source import STEP, Life, Step
from tests.db.world import HALDEN, World, later

READ_FROM = {
    "appointment": {"appointment"},
    "attempts": {"call_attempt", "interviewer"},
    "begun": {"interview", "revision"},
    "contacts": {"contact_point"},
    "covering": {"covered_proposal", "survey_case"},
    "decisions": {"decision", "interviewer", "survey_case"},
    "form": {"claim_form", "survey_case"},
    "header": {"assignment", "interviewer", "survey_case"},
    "interview": {"interview"},
    "notes": {"case_note", "interviewer"},
    "redirects": {"redirect", "undone"},
    "reveals": {"claim_reveal", "interview"},
    "unit": {"survey_case", "unit"},
}
"""From which tables each part of a case is read."""


@pytest.fixture
def beside(db: Database, request: pytest.FixtureRequest) -> Iterator[Database]:
    """Another program that has the same database open."""
    where = db.file or request.getfixturevalue("postgresql_address")
    with closing(open_database(where, create=False)) as other:
        yield other


def read_anew(db: Database, life: Life) -> tuple[CaseFile, History]:
    """The case as it is without anything in hand of it."""
    with db.read() as session:
        session.info.pop(HAND)
        return case_file(session, life.case), history_of(session, db.frame, life.case)


def in_hand(db: Database, life: Life) -> tuple[CaseFile, History]:
    """The case as whoever works on it reads it."""
    with db.read() as session:
        return case_file(session, life.case), history_of(session, db.frame, life.case)


@pytest.mark.slow
class TestWhateverIsWritten:
    """By us or by somebody else, in whichever order, stored or undone."""

    @settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.tuples(STEP, st.booleans(), st.booleans()), max_size=12))
    def test_the_case_in_hand_is_as_it_is(
        self, world: World, beside: Database, steps: list[tuple[Step, bool, bool]]
    ) -> None:
        """What is kept and what is read from the beginning are the same after every step."""
        db, life = world.db, Life(world)
        for step, by_another, is_undone in steps:
            world.db = beside if by_another else db
            with suppress(KeyError):
                if not is_undone:
                    life.live(step)
                else:
                    undo_at_once(life, step)
            world.db = db
            assert in_hand(db, life) == read_anew(db, life)


def undo_at_once(life: Life, step: Step) -> None:
    """It happens and is looked at, and then something goes wrong."""
    before = {**life.__dict__, "contacts": list(life.contacts)}
    try:
        with life.world.db.together():
            life.live(step)
            open_case(life.world.db, life.case)
            raise KeyError
    finally:
        life.__dict__.update(before)


class TestWhatSomebodyElseStores:
    def test_is_seen(self, world: World, beside: Database) -> None:
        """Whatever belongs to a case, and what belongs to none: how somebody is called."""
        open_case(world.db, HALDEN)
        desk = Desk(beside)
        write_note(beside, Signed(uuid4(), desk.aase.id, later(1)), HALDEN, "Ring etter tolv.")
        ring_back(beside, HALDEN, later(2))
        seen = open_case(world.db, HALDEN)
        assert [one.words for one in seen.notes] == ["Ring etter tolv."]
        assert seen.rang_back_at == later(2)

    def test_a_lease_that_is_renewed_is_seen(self, world: World, beside: Database) -> None:
        """Of which the trail does not tell."""
        open_case(world.db, HALDEN)
        renew(beside, world.lease, later(30))
        holder = open_case(world.db, HALDEN).holder
        assert holder is not None
        assert holder.until == later(30) + timedelta(minutes=60)

    def test_what_was_undone_was_never_there(self, world: World) -> None:
        """Also where it was read before."""
        before = open_case(world.db, HALDEN)
        with suppress(NotFound), world.db.together():
            world.known()
            assert open_case(world.db, HALDEN).contacts
            ring_back(world.db, uuid4(), later(1))
        assert open_case(world.db, HALDEN) == before


class TestReading:
    def test_again_is_two_questions(self, world: World, queries: list[str]) -> None:
        """Where the trail ends, and who holds the case: how long, no trail tells."""
        open_case(world.db, HALDEN)
        queries.clear()
        open_case(world.db, HALDEN)
        assert len(queries) == 2

    def test_after_a_change_is_what_has_changed(self, world: World, queries: list[str]) -> None:
        """And which tables those are."""
        open_case(world.db, HALDEN)
        call = world.dial(world.known())
        open_case(world.db, HALDEN)
        hang_up(world.db, world.lease, call.id, Outcome.busy, "", world.now())
        seen = open_case(world.db, HALDEN)
        assert seen.attempts[0].outcome is Outcome.busy
        add_contact(world.db, world.lease, world.contact())
        queries.clear()
        assert len(open_case(world.db, HALDEN).contacts) == 2
        assert len(queries) <= 4


def parts() -> dict[str, CasePart[object]]:
    """Every part of a case, by its name."""
    modules = (case_notes, cases, claims, history_rows, units)
    found = {name: one for module in modules for name, one in vars(module).items()}
    told = {name: one for name, one in found.items() if isinstance(one, CasePart)}
    return {name.strip("_").lower().removeprefix("open_"): one for name, one in told.items()}


class TestThePartsOfACase:
    def test_are_read_from_these_tables(self) -> None:
        """As their statements say it: so the trail is asked about no other."""
        assert {name: set(one.tables) for name, one in parts().items()} == READ_FROM

    def test_are_kept_where_the_trail_tells_of_them(self) -> None:
        """Of all but how long a case is held."""
        assert [name for name, one in parts().items() if not one.is_told_of] == ["header"]
