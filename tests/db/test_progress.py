"""The source of the coordinator's figures: what is read, and how often the database is asked."""

import json
from datetime import date, timedelta
from uuid import uuid4

import pytest

from db.appointments import close_appointment, make_appointment
from db.calls import hang_up
from db.cases import case_id_of
from db.claims import explain_difference, reveal_claim
from db.compared import read_compared
from db.database import Database
from db.import_plans import apply_claim_forms
from db.interviews import complete, reopen
from db.progress import read_all_cases
from db.records import ClosedHow, InterviewRecord, Reveal, Stored
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.outcome_rows import Category
from schemas.calls.outcomes import Outcome
from schemas.calls.settings import Settings
from schemas.review.followed import AppointmentOutcome, Followed
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim, Explanation
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.db.test_rows import change
from tests.db.world import HALDEN, NOON, World
from tests.support.claim_forms import claim_form
from tests.support.municipalities import FRAME

RULES = Settings()
DAY = date(2014, 11, 3)


def halden(db: Database) -> Followed:
    """What is known of Halden, the first of all cases."""
    first = read_all_cases(db, RULES).cases[0]
    assert case_id_of(first.state.unit.id) == HALDEN
    return first


def interviewed(world: World, klass: Class, outcome: Outcome = Outcome.complete) -> InterviewRecord:
    """Somebody was called and interviewed, and the interview shows a class."""
    call = world.dial(world.known())
    interview = world.interview()
    hang_up(world.db, world.lease, call.id, outcome, "", world.now())
    freeze(world, interview, klass)
    return interview


def freeze(world: World, interview: InterviewRecord, klass: Class) -> None:
    shown: Stored = {"class": klass.name, "reasons": [], "needs_look": False}
    complete(world.db, world.lease, uuid4(), interview.id, {}, shown, world.now())


class TestTheSource:
    def test_has_every_case_by_unit_number(self, db: Database, with_cases: None) -> None:
        """Also those that nothing has happened to."""
        survey = read_all_cases(db, RULES)
        assert [one.state.unit.id for one in survey.cases] == sorted(one.id for one in FRAME)
        assert {one.category for one in survey.cases} == {Category.unknown_contact}
        assert survey.appointments == ()

    def test_asks_as_often_for_one_case_as_for_all(self, world: World, queries: list[str]) -> None:
        """What has come of each, calls, interviews, what was decided on what, and agreed on."""
        counted = []
        for _ in range(2):
            interviewed(world, Class.none)
            read_all_cases(world.db, RULES)
            queries.clear()
            read_all_cases(world.db, RULES)
            counted.append(len(queries))
            world.next_case()
        assert counted == [7, 7]

    def test_an_empty_database_is_no_error(self, db: Database) -> None:
        nobody = read_all_cases(db, RULES)
        assert (nobody.cases, nobody.appointments) == ((), ())
        assert (nobody.having.of, nobody.having.at_least) == (428, "0 (0\xa0%)")


class TestTheFinding:
    @pytest.mark.parametrize("klass", Class)
    def test_is_the_class_of_the_interview(self, world: World, klass: Class) -> None:
        interviewed(world, klass)
        assert halden(world.db).finding is klass

    def test_is_that_of_the_latest_revision(self, world: World) -> None:
        """What was corrected counts, not what was said first."""
        interview = interviewed(world, Class.borderline)
        reopen(world.db, world.lease, interview.id, 1, NOON)
        freeze(world, interview, Class.service)
        assert halden(world.db).finding is Class.service

    def test_stands_while_the_interview_is_open_again(self, world: World) -> None:
        """What was complete counts until there is another; but somebody is to call again."""
        interview = interviewed(world, Class.none)
        assert halden(world.db).is_settled
        reopen(world.db, world.lease, interview.id, 1, NOON)
        again = halden(world.db)
        assert (again.finding, again.is_settled) == (Class.none, False)
        assert again.category is Category.not_eligible

    def test_an_interview_without_a_class_tells_nothing(self, world: World) -> None:
        interview = world.interview()
        complete(world.db, world.lease, uuid4(), interview.id, {}, {}, world.now())
        assert halden(world.db).finding is None

    def test_half_a_letter_beside_the_class_is_no_matter(
        self, on_file: Database, with_cases: None
    ) -> None:
        """A file lets somebody put it there; what was found stands all the same."""
        world = World(on_file)
        interviewed(world, Class.none)
        spoilt = json.dumps({"class": "none", "reasons": ["\ud800"]}).replace(":", "\\:")
        change(world.db, f"UPDATE revision SET classification = '{spoilt}'")
        assert halden(world.db).finding is Class.none


class TestTheClaim:
    def test_is_the_form_s(self, world: World) -> None:
        """None where nobody answered."""
        form = claim_form(
            "0101",
            answered_on=DAY,
            offers=ClaimedOffers.ja,
            organisation=ClaimedOrganisation.senter,
        )
        apply_claim_forms(world.db, [form], NOON)
        first, second = read_compared(world.db)[:2]
        assert (first.claim, second.claim) == (ExecutiveClaim.service, None)

    def test_the_reason_is_the_interviewer_s(self, world: World) -> None:
        """Only once there is one: that the claim was shown says nothing."""
        interview = interviewed(world, Class.none)
        reopen(world.db, world.lease, interview.id, 1, NOON)
        shown = Reveal(
            uuid4(), interview.id, ExecutiveClaim.service.name, world.now(), world.aase.id
        )
        reveal_claim(world.db, world.lease, shown)
        assert read_compared(world.db)[0].reason is None
        reason = Explanation.single_offer
        explain_difference(world.db, world.lease, interview.id, reason.name, "", world.now())
        assert read_compared(world.db)[0].reason is reason


class TestTheCalls:
    def test_are_timed(self, world: World) -> None:
        """From dialling to hanging up; one that goes on has no length yet."""
        switchboard = world.known()
        first = world.dial(switchboard)
        ended = first.started_at + timedelta(minutes=7)
        hang_up(world.db, world.lease, first.id, Outcome.no_answer, "", ended)
        world.dial(switchboard)
        one = halden(world.db)
        assert (one.begun_at, one.talked) == (first.started_at, timedelta(minutes=7))
        assert (one.state.attempts, one.timed) == (2, 1)

    def test_say_when_the_case_was_settled(self, world: World) -> None:
        call = world.dial(world.known())
        ended = world.now()
        hang_up(world.db, world.lease, call.id, Outcome.refusal_hard, "", ended)
        assert halden(world.db).settled_at == ended


class TestTheAppointments:
    def agree(self, world: World) -> Appointment:
        agreed = Appointment(
            id=uuid4(),
            case_id=HALDEN,
            due=world.now() + timedelta(hours=1),
            minutes=20,
            kind=AppointmentKind.hard,
            contact_id=world.known().id,
            note="",
            only_with=None,
            made_by=world.aase.id,
            made_at=world.now(),
        )
        make_appointment(world.db, world.lease, agreed)
        return agreed

    @pytest.mark.parametrize(("how", "kept"), [("kept", True), ("cancelled", False)])
    def test_tell_how_they_went(self, world: World, how: ClosedHow, kept: bool) -> None:
        agreed, at = self.agree(world), world.now()
        ends = agreed.due + timedelta(minutes=20)
        assert read_all_cases(world.db, RULES).appointments == (AppointmentOutcome(ends),)
        close_appointment(world.db, world.lease, agreed.id, how, at)
        assert read_all_cases(world.db, RULES).appointments == (AppointmentOutcome(ends, at, kept),)

    def test_one_that_was_moved_is_there_beside_the_new_one(self, world: World) -> None:
        """It was not kept, and whether it was missed depends on when it was moved."""
        self.agree(world)
        later = self.agree(world)
        old, new = read_all_cases(world.db, RULES).appointments
        assert (old.kept, old.closed_at, new.kept) == (False, later.made_at, None)

    def test_an_open_one_is_no_refusal(self, world: World) -> None:
        """Halden said no, and then yes, on Tuesday."""
        call = world.dial(world.known())
        hang_up(world.db, world.lease, call.id, Outcome.refusal_soft, "", world.now())
        assert halden(world.db).category is Category.refusal
        self.agree(world)
        assert halden(world.db).category is Category.other


def test_the_first_unit_is_halden() -> None:
    """So that the tests above mean what they say."""
    assert case_id_of(min(one.id for one in FRAME)) == HALDEN
