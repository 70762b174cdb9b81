"""What the ranking reads: the same for all cases at once as for one, however many there are."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import call_list, history_rows
from db.appointments import close_appointment, make_appointment
from db.assignments import give, take_back
from db.calls import hang_up, log_redirect, not_dialled, note_knowledge
from db.case_rows import CaseRows
from db.cases import case_id_of, load_register, open_case, renew, ring_back
from db.database import Database
from db.histories import found_in, histories
from db.interviews import complete, reopen
from db.kept_rows import ID
from db.open_database import open_database
from db.people import find_person
from db.problems import NotFound
from db.records import InterviewRecord, Signed
from db.summaries import untrue
from db.trail.chain import Head
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.call_window import CallWindow
from schemas.calls.calls import CallAttempt, ContactPoint
from schemas.calls.case_outcomes import Standing
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState, History, Holder, state_of
from schemas.calls.ranking.listing import rank
from schemas.calls.settings import Settings
from schemas.calls.whereabouts import FoundAt
from schemas.surveys.municipal_services_2015.departments import Office
from tests.db.world import HALDEN, NOON, World, later
from tests.support.municipalities import FRAME

DEFAULTS = Settings()

OUTCOMES = [outcome for outcome in Outcome if not outcome.coordinator_only]

STEP = st.tuples(
    st.sampled_from(
        ["new", "old", "dial", "learn", "end", "agree", "ring", "close", "finish", "give", "take"]
    ),
    st.sampled_from(list(RedirectHow)),
    st.sampled_from(OUTCOMES),
    st.integers(0, 7),
    st.sampled_from(list(Knowledge)),
)
Step = tuple[str, RedirectHow, Outcome, int, Knowledge]


class Life:
    """A case that things happen to."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.case = world.next_case()
        self.contacts = [world.known()]
        self.call = world.dial(self.contacts[0])
        self.agreed: Appointment | None = None
        self.interview: InterviewRecord | None = None
        self.standing: Standing = "none"
        self.revision = 0

    def live(self, step: Step) -> None:
        """One thing happens."""
        what, how, outcome, nth, knows = step
        world, one = self.world, self.contacts[nth % len(self.contacts)]
        if what == "dial":
            self.call = world.dial(one)
        elif what == "learn":
            note_knowledge(world.db, world.lease, one.id, knows)
        elif what == "end":
            hang_up(world.db, world.lease, self.call.id, outcome, "", world.now())
        elif what == "ring":
            ring_back(world.db, self.case, world.now())
        elif what == "agree":
            self.agree(one)
        elif what == "close" and self.agreed:
            close_appointment(world.db, world.lease, self.agreed.id, "kept", world.now())
        elif what == "finish":
            self.get_on()
        elif what in {"give", "take"}:
            self.pass_on(nth, given=what == "give")
        elif what in {"new", "old"}:
            self.send_on(one, how, known=what == "old")

    def agree(self, contact: ContactPoint) -> None:
        """Another time is agreed on."""
        world = self.world
        self.agreed = Appointment(
            id=uuid4(),
            case_id=self.case,
            due=world.now() + timedelta(hours=1),
            minutes=15,
            kind=AppointmentKind.soft,
            contact_id=contact.id,
            note="",
            only_with=None,
            made_by=world.aase.id,
            made_at=world.now(),
        )
        make_appointment(world.db, world.lease, self.agreed)

    def get_on(self) -> None:
        """The interview is begun, or finished, or reopened."""
        world = self.world
        if self.interview is None:
            self.interview, self.standing = world.interview(), "open"
        elif self.standing == "complete":
            reopen(world.db, world.lease, self.interview.id, self.revision, NOON)
            self.standing = "reopened"
        else:
            id, at = uuid4(), world.now()
            done = complete(world.db, world.lease, id, self.interview.id, {}, {}, at)
            self.revision, self.standing = done.number, "complete"

    def pass_on(self, nth: int, *, given: bool) -> None:
        """The case is given to somebody, or taken back."""
        world = self.world
        signed = Signed(uuid4(), world.aase.id, world.now())
        if given:
            name = ("Kari", "Ola")[nth % 2]
            to = find_person(world.db, name) or world.person(name)
            give(world.db, signed, {to.id: [self.case]})
        else:
            take_back(world.db, signed, [self.case])

    def send_on(self, one: ContactPoint, how: RedirectHow, *, known: bool) -> None:
        """Somebody sends us on: to a known place, a new one, or nowhere."""
        world = self.world
        number = str(world.minute) * (world.minute % 2)
        new = world.contact(Office.service_desk, phone=number)
        to = None if how is RedirectHow.dead_end else self.contacts[-1] if known else new
        redirect = world.redirect(self.call, one, to, how)
        log_redirect(world.db, world.lease, redirect, new if to is new else None)
        self.contacts += [new] if to is new else []


def states(db: Database, rules: Settings = DEFAULTS) -> list[CaseState]:
    """All cases, as the call list has them."""
    return list(call_list.states(db, rules))


def latest_calls(db: Database) -> set[CallAttempt]:
    """The last calls, as the call list has them."""
    return set(call_list.read_list_and_calls(db, DEFAULTS).calls or ())


def state(db: Database, case: UUID) -> CaseState:
    """One case of the many."""
    (found,) = [one for one in states(db) if one.case_id == case]
    return found


@pytest.mark.slow
class TestWhateverHappens:
    """To a case, in whichever order: all that is kept of it follows from its history."""

    @settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(STEP, max_size=14), st.integers(0, 24 * 8))
    def test_the_list_says_what_the_history_says(
        self, world: World, steps: list[Step], hours: int
    ) -> None:
        """Read after every step or only now, of one case or of all, looked at or in a lane."""
        life = Life(world)
        for step in steps:
            latest_calls(world.db)
            life.live(step)
        calls, kept = latest_calls(world.db), call_list.states(world.db, DEFAULTS)
        assert len(kept.live) < len(kept) / 2
        assert_ranked_alike(kept, world, NOON + timedelta(hours=hours))
        world.db.remembered = None
        assert states(world.db) == list(kept)
        assert latest_calls(world.db) == calls
        assert state(world.db, life.case) == state_of(alone(life), DEFAULTS)
        with world.db.read() as session:
            assert untrue(session) == 0


def test_histories_come_by_unit_however_many_are_read_together(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all cases some hundreds are read at once: where one portion ends, nothing is lost."""
    at_once = histories(world.db)
    monkeypatch.setattr(history_rows, "TOGETHER", 7)
    assert histories(world.db) == at_once
    assert [one.unit.id for one in at_once] == sorted(FRAME.by_id)


def assert_ranked_alike(kept: CaseRows, world: World, at: datetime) -> None:
    """Most are in a lane, and stand where the rules would put each of them."""
    laid, seen = (rank(one, at, world.aase.id, DEFAULTS) for one in (kept, list(kept)))
    for mine, theirs in zip(laid, seen, strict=True):
        assert (mine.case, mine.rule, mine.until) == (theirs.case, theirs.rule, theirs.until)


def alone(life: Life) -> History:
    """What the case by itself shows."""
    file = open_case(life.world.db, life.case)
    return History(
        case_id=file.case_id,
        unit=FRAME[file.unit_id],
        contacts=file.contacts,
        attempts=file.attempts,
        redirects=file.redirects,
        appointment=file.appointment,
        interview=life.standing,
        holder=file.holder,
        given_to=file.given_to,
        rang_back_at=file.rang_back_at,
    )


class TestTheStates:
    def test_there_is_one_of_every_case(self, db: Database, with_cases: None) -> None:
        """By unit number, also of those that nothing has happened to and nobody holds."""
        by_number = sorted(FRAME.units, key=lambda one: one.id)
        assert histories(db) == [History(case_id=case_id_of(one.id), unit=one) for one in by_number]
        assert [one.unit for one in states(db)] == by_number

    def test_take_as_many_queries_for_one_case_as_for_all(
        self, db: Database, queries: list[str], with_cases: None
    ) -> None:
        """The trail's end, the cases, whom one can reach; later all that has changed at once."""
        asked = []
        for _ in range(2):
            queries.clear()
            states(db)
            asked.append(len(queries))
            ring_back(db, HALDEN, NOON)
        assert asked == [3, 1]

    def test_an_interview_that_was_reopened_is_there_to_be_resumed(self, world: World) -> None:
        """Something is to be asked again; until that is answered, what was complete counts."""
        life = Life(world)
        hang_up(world.db, world.lease, life.call.id, Outcome.complete, "", world.now())
        seen = [state(world.db, life.case).interview]
        for _ in range(3):
            life.get_on()
            seen.append(state(world.db, life.case).interview)
        assert seen == ["none", "open", "complete", "reopened"]
        seen_so = state(world.db, life.case)
        assert (seen_so.outcome, seen_so.ended) == (Outcome.complete, False)


class TestReadingAgain:
    def test_fetches_what_has_changed(self, world: World, queries: list[str]) -> None:
        """A look at the trail, at what it tells of, and at what is held; the others are the same
        rows."""
        before = call_list.states(world.db, DEFAULTS)
        queries.clear()
        assert call_list.states(world.db, DEFAULTS) is before
        assert len(queries) == 1
        ring_back(world.db, HALDEN, later(1))
        after = call_list.states(world.db, DEFAULTS)
        pairs = zip(after.rows, before.rows, strict=True)
        assert [now[ID] for now, then in pairs if now != then] == [HALDEN.int]

    def test_fetches_also_what_happens_while_all_is_read_for_the_first_time(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """On a server nobody waits for whoever reads: what comes between is read the next time."""
        contact, all_cases = world.known(), call_list._all_cases

        def slowly(*asked: Any) -> CaseRows:
            rows = all_cases(*asked)
            if world.db.dialect == "postgresql":
                world.dial(contact)
            return rows

        monkeypatch.setattr(call_list, "_all_cases", slowly)
        assert state(world.db, world.lease.case_id).attempts == 0
        monkeypatch.undo()
        if world.db.dialect == "sqlite":  # where whoever writes waits for that
            world.dial(contact)
        assert state(world.db, world.lease.case_id).attempts == 1

    def test_forgets_what_was_undone(self, world: World) -> None:
        """What is read in the middle of a transaction that fails has never been."""
        before = states(world.db)
        with suppress(NotFound), world.db.together():
            ring_back(world.db, HALDEN, later(1))
            ring_back(world.db, uuid4(), NOON)
        assert states(world.db) == before

    def test_sees_a_lease_that_was_renewed(self, world: World) -> None:
        """The trail does not tell of that."""
        states(world.db)
        renew(world.db, world.lease, later(30))
        assert state(world.db, HALDEN).holder == Holder(world.aase.id, "Åse", later(90))

    def test_sees_cases_that_are_new(self, db: Database) -> None:
        """They come with the units, whenever that is."""
        assert states(db) == []
        load_register(db)
        assert len(states(db)) == len(FRAME)

    def test_sees_that_the_file_is_older(self, world: World) -> None:
        """A trail that is not the one we saw tells nothing: all is read."""
        states(world.db)
        seen = world.db.remembered
        assert seen is not None
        world.db.remembered = replace(seen, end=Head(seen.end.number, "f" * 64))
        ring_back(world.db, HALDEN, later(1))
        states(world.db)
        anew = world.db.remembered
        assert anew.cases.rows[1] == seen.cases.rows[1]
        assert anew.cases.rows is not seen.cases.rows

    def test_asks_once_more_where_more_has_changed_than_it_expects(
        self, world: World, monkeypatch: pytest.MonkeyPatch, queries: list[str]
    ) -> None:
        """It has what it knew already, and all of what has changed."""
        before = call_list.states(world.db, DEFAULTS)
        monkeypatch.setattr(call_list, "FEW", 1)
        for minute, case in enumerate((HALDEN, case_id_of("0104"))):
            ring_back(world.db, case, later(minute))
        queries.clear()
        now = call_list.states(world.db, DEFAULTS)
        assert len(queries) == 2
        assert now.rows._ids is before.rows._ids
        world.db.remembered = None
        assert states(world.db) == list(now) != list(before)

    def test_reads_all_after_more_than_is_worth_telling(
        self, world: World, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As when a file with contacts of all units was brought in."""
        before = call_list.states(world.db, DEFAULTS)
        for name in ("FEW", "MANY"):
            monkeypatch.setattr(call_list, name, 1)
        ring_back(world.db, HALDEN, later(1))
        ring_back(world.db, HALDEN, later(3))
        anew = call_list.states(world.db, DEFAULTS)
        assert anew.find(HALDEN).rang_back_at == later(3)
        assert anew.rows._ids is not before.rows._ids

    def test_asks_at_once_whom_one_can_reach_in_many_cases(
        self, world: World, monkeypatch: pytest.MonkeyPatch, queries: list[str]
    ) -> None:
        """Also as when contacts were brought in: not case by case."""
        call_list.states(world.db, DEFAULTS)
        told = set[UUID]()
        for _ in range(2):
            told.add(world.next_case())
            world.known()
        monkeypatch.setattr(call_list, "FEW", 1)
        queries.clear()
        now = call_list.read_list(world.db, DEFAULTS).contacts
        assert sum("FROM contact_point" in one for one in queries) == 1
        world.db.remembered = None
        assert dict(now) == dict(call_list.read_list(world.db, DEFAULTS).contacts)
        assert told <= set(now)

    def test_sees_other_settings(self, world: World) -> None:
        """The state of a case is worked out anew when the rules are others."""
        hang_up(world.db, world.lease, world.dial(world.known()).id, Outcome.no_answer, "", NOON)
        other = Settings(call_window=CallWindow(opens=time(9), pause=None, afternoon_from=time(12)))
        before, after, again = (
            states(world.db, rules)[0].tried for rules in (DEFAULTS, other, DEFAULTS)
        )
        assert before == again != after

    def test_sees_who_took_a_case(self, world: World) -> None:
        """With name and time, so that nobody tries in vain."""
        bo = world.person("Bo")
        holders = []
        for who, minute in ((world.aase, 1), (bo, 100)):
            world.take(who, later(minute))
            holders.append(state(world.db, HALDEN).holder)
        assert holders == [
            Holder(world.aase.id, "Åse", later(61)),
            Holder(bo.id, "Bo", later(160)),
        ]

    def test_is_apart_for_every_database(self, world: World, tmp_path: Path) -> None:
        """What is kept of one is not shown of another."""
        states(world.db)
        with closing(open_database(tmp_path / "other.db", create=True)) as other:
            assert states(other) == []


class TestTheLastCalls:
    def test_are_read_only_where_somebody_was_rung(self, world: World, queries: list[str]) -> None:
        """The others are known; and whoever only wants the cases does not ask for calls."""
        first = world.dial(world.known())
        latest_calls(world.db)
        world.next_case()
        second = world.dial(world.known())
        states(world.db)
        queries.clear()
        assert latest_calls(world.db) == {first, second}
        told = [one for one in queries if "call_attempt" in one]
        assert len(told) == 1
        assert "case_id = " in told[0]

    def test_are_read_at_once_where_many_were_rung(
        self, world: World, monkeypatch: pytest.MonkeyPatch, queries: list[str]
    ) -> None:
        """Also as when calls were brought in: not case by case."""
        made = {world.dial(world.known())}
        latest_calls(world.db)
        for _ in range(2):
            world.next_case()
            made.add(world.dial(world.known()))
        monkeypatch.setattr(call_list, "FEW", 1)
        states(world.db)
        queries.clear()
        assert latest_calls(world.db) == made
        told = [one for one in queries if "call_attempt" in one]
        assert not any("case_id = " in one for one in told)

    def test_are_those_of_the_day_of_the_last(self, world: World) -> None:
        """What lies further back is let go of, and counts again where the last is taken back."""
        first = world.dial(world.known())
        latest_calls(world.db)
        world.next_case()
        world.minute += 3 * 24 * 60
        second = world.dial(world.known())
        assert latest_calls(world.db) == {second}
        not_dialled(world.db, world.lease, second.id)
        assert latest_calls(world.db) == {first}

    def test_are_read_anew_within_what_may_be_undone(self, world: World) -> None:
        """Nothing of that is kept."""
        first = world.dial(world.known())
        latest_calls(world.db)
        with suppress(KeyError), world.db.together():
            second = world.dial(world.known())
            assert latest_calls(world.db) == {first, second}
            raise KeyError
        assert latest_calls(world.db) == {first}


class TestWhatIsKeptOfACase:
    """A summary, beside the history that it follows from."""

    def test_is_found_to_be_otherwise(self, world: World) -> None:
        """Only another program can have changed one and not the other."""
        world.dial(world.known())
        with world.db.fill() as connection:
            connection.exec_driver_sql("UPDATE case_summary SET attempts = 7 WHERE attempts = 1")
        with world.db.read() as session:
            assert untrue(session) == 1


class TestSomebodyRingsBack:
    def test_is_told_until_the_case_is_called(self, world: World) -> None:
        """The list has it on top, and the case itself shows when."""
        ring_back(world.db, HALDEN, later(1))
        assert open_case(world.db, HALDEN).rang_back_at == later(1)
        assert state(world.db, HALDEN).rang_back_at == later(1)
        world.minute = 1
        world.dial(world.known())
        assert state(world.db, HALDEN).rang_back_at is None

    def test_the_latest_time_counts(self, world: World) -> None:
        """A repeated call that was long on its way does not turn the clock back."""
        for minute in (5, 1, 5):
            ring_back(world.db, HALDEN, later(minute))
        assert open_case(world.db, HALDEN).rang_back_at == later(5)

    def test_needs_a_case_and_no_lease(self, world: World) -> None:
        """They ring when they like, whoever holds the case."""
        world.take(world.person("Bo"), later(100))
        ring_back(world.db, HALDEN, later(101))
        assert open_case(world.db, HALDEN).rang_back_at == later(101)
        with pytest.raises(NotFound, match="saken"):
            ring_back(world.db, uuid4(), NOON)


class TestWhereItUsuallySits:
    def found(self, world: World, knows: Knowledge) -> list[FoundAt]:
        """Switchboard, dead end at the chief's, back to the desk's lead, found, interviewed."""
        board = world.known()
        desk, chief = (world.contact(one) for one in (Office.service_desk, Office.chief_executive))
        kari = world.contact(Office.healthy_life_centre, knows=knows)
        call = world.dial(board)
        world.sent_on(call, board, chief, RedirectHow.number_given)
        world.sent_on(call, board, desk, RedirectHow.transferred)
        world.sent_on(call, desk, kari, RedirectHow.transferred)
        dead_end = world.redirect(world.dial(chief), chief, None, RedirectHow.dead_end)
        log_redirect(world.db, world.lease, dead_end)
        hang_up(world.db, world.lease, call.id, Outcome.complete, "", world.now())
        interview = world.interview()
        complete(world.db, world.lease, uuid4(), interview.id, {}, {}, NOON)
        return found_in(histories(world.db))

    @pytest.mark.parametrize("knows", [Knowledge.is_the_one, Knowledge.unknown])
    def test_of_a_finished_case(self, world: World, knows: Knowledge) -> None:
        """Whoever is the one, or was on the line at the end; who sent us on, and who rightly."""
        found = self.found(world, knows)
        (kari,) = (
            point.id
            for point in next(one for one in histories(world.db) if one.attempts).contacts
            if point.department is Office.healthy_life_centre
        )
        assert found == [
            FoundAt(
                unit=FRAME["0101"],
                right_id=kari,
                department=Office.healthy_life_centre,
                asked=(
                    Office.switchboard,
                    Office.service_desk,
                    Office.chief_executive,
                ),
                sent_right=(Office.switchboard, Office.service_desk),
            )
        ]

    def test_says_nothing_of_cases_under_way(self, world: World) -> None:
        """An interview that has never been whole may still turn out to be somebody else's."""
        world.dial(world.known())
        world.interview()
        assert found_in(histories(world.db)) == []

    def test_says_the_same_while_an_interview_is_open_again(self, world: World) -> None:
        self.found(world, Knowledge.is_the_one)
        before, interview = found_in(histories(world.db)), open_case(world.db, HALDEN).interview
        assert interview is not None
        reopen(world.db, world.lease, interview.id, 1, NOON)
        assert found_in(histories(world.db)) == before != []

    def test_a_history_that_does_not_tell_is_left_out(self, world: World) -> None:
        """Nobody is made up."""
        interview = world.interview()
        complete(world.db, world.lease, uuid4(), interview.id, {}, {}, NOON)
        assert found_in(histories(world.db)) == []
        assert len(histories(world.db)) == 442
