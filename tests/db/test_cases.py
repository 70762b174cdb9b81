"""Cases: one per unit, listed and opened."""

from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.calls import add_contact, hang_up, learn, log_redirect
from db.cases import case_id_of, list_cases, load_register, open_case
from db.engine import Database
from db.interviews import complete
from db.problems import NotFound
from db.records import CaseSummary, Holder
from schemas.calls import CallAttempt, ContactPoint, Knowledge, RedirectHow, dialable, leads
from schemas.departments import Department
from schemas.outcomes import Outcome
from schemas.register import units
from tests.db.world import HALDEN, NOON, World, later


def halden(world: World) -> CaseSummary:
    """Halden's line in the list."""
    return next(case for case in list_cases(world.db) if case.case_id == HALDEN)


class TestTheRegister:
    def test_becomes_one_case_per_unit(self, db: Database) -> None:
        """442 units, 442 cases, in the order of their numbers."""
        assert load_register(db) == 442
        assert [case.unit_id for case in list_cases(db)] == sorted(unit.id for unit in units())

    def test_is_loaded_once(self, db: Database) -> None:
        """Loading it again, at every start, changes nothing."""
        load_register(db)
        assert load_register(db) == 0

    def test_ids_are_the_same_everywhere(self) -> None:
        """Two databases can be merged: a unit's case has one id for ever."""
        assert str(case_id_of("0101")) == "4fcdea83-cce2-5823-9e5f-a4439ffe0012"


class TestTheList:
    def test_an_untouched_case(self, db: Database) -> None:
        """Nothing has happened, nobody holds it."""
        load_register(db)
        assert list_cases(db)[0] == CaseSummary(
            case_id=HALDEN,
            unit_id="0101",
            attempts=0,
            last_at=None,
            last_outcome=None,
            last_end_unknown=False,
            outcomes=(),
            leads=0,
            has_number=False,
            interview="none",
            holder=None,
        )

    def test_tells_the_latest_call_and_all_outcomes(self, world: World) -> None:
        """Outcomes once each, the most recent last."""
        contact = world.known()
        for outcome in (Outcome.busy, Outcome.no_answer, Outcome.busy):
            call = world.dial(contact)
            hang_up(world.db, world.lease, call.id, outcome, "", world.now())
        case = halden(world)
        assert (case.attempts, case.last_outcome) == (3, Outcome.busy)
        assert (case.last_at, case.last_end_unknown) == (call.started_at, False)
        assert case.outcomes == (Outcome.no_answer, Outcome.busy)

    def test_tells_who_holds_it(self, world: World) -> None:
        """With name and time, so that nobody tries in vain."""
        assert halden(world).holder == Holder(world.aase.id, "Åse", later(60))

    def test_tells_how_far_the_interview_is(self, world: World) -> None:
        """None, open, complete."""
        seen = [halden(world).interview]
        interview = world.interview()
        seen.append(halden(world).interview)
        complete(world.db, world.lease, uuid4(), interview.id, {}, {}, NOON)
        seen.append(halden(world).interview)
        assert seen == ["none", "open", "complete"]

    def test_takes_as_many_queries_for_one_case_as_for_all(
        self, db: Database, queries: list[str]
    ) -> None:
        """The number of queries does not grow with the cases."""
        list_cases(db)
        empty = len(queries)
        load_register(db)
        queries.clear()
        list_cases(db)
        assert len(queries) == empty == 5


STEP = st.tuples(
    st.sampled_from(["new", "old", "dial", "number_dead", "lost_in_transfer", "learn"]),
    st.sampled_from(list(RedirectHow)),
    st.integers(0, 7),
    st.sampled_from(list(Knowledge)),
)


class TestTheCounts:
    @settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(STEP, max_size=14))
    def test_agree_with_the_rules_for_one_case(
        self, world: World, steps: list[tuple[str, RedirectHow, int, Knowledge]]
    ) -> None:
        """Leads and numbers counted in SQL are those `schemas.calls` finds in the whole history."""
        id = live_through(world, steps)
        case = open_case(world.db, id)
        (line,) = [line for line in list_cases(world.db) if line.case_id == id]
        assert line.leads == len(leads(case.contacts, case.attempts, case.redirects))
        assert line.has_number == bool(dialable(case.contacts, case.attempts))


def live_through(world: World, steps: list[tuple[str, RedirectHow, int, Knowledge]]) -> UUID:
    """A case with a random history."""
    id = world.next_case()
    contacts = [world.known()]
    call = world.dial(contacts[0])
    for what, how, nth, knows in steps:
        one = contacts[nth % len(contacts)]
        if what == "dial":
            call = world.dial(one)
        elif what == "learn":
            learn(world.db, world.lease, one.id, knows)
        elif what in {"new", "old"}:
            contacts += send_on(world, call, one, contacts[-1] if what == "old" else None, how)
        else:
            hang_up(world.db, world.lease, call.id, Outcome[what], "", world.now())
    return id


def send_on(
    world: World, call: CallAttempt, one: ContactPoint, old: ContactPoint | None, how: RedirectHow
) -> list[ContactPoint]:
    """A redirect to a known place, to a new one, or nowhere; the new one, if any."""
    new = world.contact(Department.service_desk, phone=str(world.minute) * (world.minute % 2))
    to = None if how is RedirectHow.dead_end else old or new
    added = new if to is new else None
    log_redirect(world.db, world.lease, world.redirect(call, one, to, how), added)
    return [added] if added else []


class TestOneCase:
    def test_an_unknown_case_is_not_found(self, db: Database) -> None:
        """A wrong id is said, not shown as an empty case."""
        with pytest.raises(NotFound, match="saken"):
            open_case(db, uuid4())

    def test_has_its_own_things_only(self, world: World, db: Database) -> None:
        """What belongs to Halden does not show in Moss."""
        add_contact(db, world.lease, world.contact())
        moss = open_case(db, case_id_of("0104"))
        assert (moss.contacts, moss.attempts, moss.interview, moss.holder) == ((), (), None, None)
