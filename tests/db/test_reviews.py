"""The coordinator's desk: the queue, and one interview with all that belongs to it."""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.calls import note_knowledge
from db.claims import explain_difference, reveal_claim
from db.finished import finished, last_frozen
from db.import_plans import apply_claim_forms
from db.interviews import record_answer, reopen
from db.problems import (
    NotFound,
)
from db.records import Reveal
from db.review_desk import read_desk
from db.reviews import open_review
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import OpenPoint, Reopened, Why
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.db.desk import RULES, Desk
from tests.db.rounds import finish
from tests.db.world import NOON
from tests.support.claim_forms import claim_form

BORDERLAND = {"coordination": "other", "private_note": "Hun var usikker", "staff": 40, "fte": 30}
SCATTERED = {"coordination": "scattered", "plans": "no", "publish": "after_check"}


class TestTheQueue:
    def test_tells_who_when_what_and_why(self, desk: Desk) -> None:
        desk.talked(**BORDERLAND)
        (item,) = read_desk(desk.db, RULES).items
        interview = item.interview
        assert (interview.unit_id, interview.interviewer) == ("0101", "Åse")
        assert (interview.klass, interview.revision, interview.rank) == (Class.borderline, 1, 1)
        assert interview.because[0] == "Har tilbud: Ja"
        assert item.whys == (
            Why.needs_look, Why.soft_checks, Why.private_note, Why.new_interviewer,
        )  # fmt: skip
        assert not item.is_decided

    def test_has_no_interviews_under_way(self, desk: Desk) -> None:
        """Not begun, or not finished."""
        assert read_desk(desk.db, RULES).items == ()
        desk.begin()
        assert read_desk(desk.db, RULES).items == ()

    def test_loses_none_that_is_open_again(self, desk: Desk) -> None:
        """It is there as it was, with who opened it and when; nobody has to look at it now."""
        interview = desk.talked(**BORDERLAND)
        reopen(desk.db, desk.lease, interview.id, 1, NOON)
        desk.complete(desk.begin(), finish(**BORDERLAND))
        reopen(desk.db, desk.lease, interview.id, 2, NOON)
        (item,) = read_desk(desk.db, RULES).items
        assert item.interview.reopened == Reopened(NOON, "Åse")
        assert (item.interview.revision, item.wants_a_look) == (2, False)

    def test_leaves_out_what_there_is_no_reason_to_look_at(self, desk: Desk) -> None:
        """The sixth interview of somebody who knows how."""
        for _ in range(5):
            desk.interviewed()
            desk.next_case()
        desk.interviewed(private_note=None, offer_kind=["lm"], publish="no")
        everything = read_desk(desk.db, RULES).items
        assert [one.interview.rank for one in everything] == [1, 2, 3, 4, 5, 6]
        assert Why.new_interviewer not in everything[-1].whys

    def test_counts_the_same_for_one_that_is_read_alone(self, desk: Desk) -> None:
        """How many each interviewer had finished, by their first revisions."""
        for who in (desk.aase, desk.turid, desk.turid, desk.aase):
            desk.next_case()
            desk.lease = replace(desk.lease, interviewer_id=who.id)
            interview = desk.begin()
            desk.complete(interview, finish())
            reopen(desk.db, desk.lease, interview.id, 1, NOON)
            desk.complete(interview, finish())
        with desk.db.look() as reads:
            everything = finished(reads)
            alone = [last_frozen(reads, one.interview_id) for one in everything]
        assert alone == everything
        assert sorted(one.rank for one in everything) == [1, 1, 2, 2]

    def test_has_the_undecided_first_and_the_oldest_on_top(self, desk: Desk) -> None:
        first = desk.talked()
        for _ in range(2):
            desk.next_case()
            desk.interviewed()
        desk.decide(first, DecisionKind.accepted)
        assert [one.is_decided for one in read_desk(desk.db, RULES).items] == [False, False, True]
        assert read_desk(desk.db, RULES).items[-1].interview.unit_id == "0101"

    def test_asks_as_often_for_one_interview_as_for_all(
        self, desk: Desk, queries: list[str]
    ) -> None:
        asked = []
        for _ in range(2):
            desk.interviewed()
            desk.next_case()
            queries.clear()
            read_desk(desk.db, RULES)
            asked.append(len(queries))
        assert asked == [6, 6]

    def test_reads_every_interview_once(self, desk: Desk, queries: list[str]) -> None:
        """What is to be looked at and what is shared follow from one reading."""
        desk.talked()
        queries.clear()
        read_desk(desk.db, RULES)
        assert sum("r.document" in one for one in queries) == 1


class TestOneInterview:
    def test_shows_the_answers_and_the_way_there(self, desk: Desk) -> None:
        """With the remarks that stand, and the warnings that were confirmed."""
        board, kari = desk.known(), desk.contact(Office.healthy_life_centre, person="Kari Lie")
        call = desk.dial(board)
        desk.sent_on(call, board, kari, RedirectHow.transferred)
        interview = desk.begin()
        for text in ("først tvil", "så klart"):
            desk.remark(interview, "has_offers", text)
        desk.complete(interview, finish(**BORDERLAND))
        seen = desk.look(interview)
        assert [one.label for one in seen.way] == ["Sentralbord", "Frisklivssentral (Kari Lie)"]
        assert [entry.remark for entry in seen.remarks] == ["så klart"]
        assert seen.item.interview.private_note == "Hun var usikker"
        assert seen.item.interview.confirmed
        assert seen.item.interview.document["screening"]["has_offers"] == "yes"
        assert seen.case.unit_id == "0101"

    def test_shows_the_way_to_whoever_is_the_one(self, desk: Desk) -> None:
        """Else to whoever was on the line last; nobody where nobody was called."""
        right = desk.known(Office.rehabilitation)
        note_knowledge(desk.db, desk.lease, right.id, Knowledge.is_the_one)
        desk.dial(desk.known())
        interview = desk.begin()
        desk.complete(interview, finish())
        assert [one.id for one in desk.look(interview).way] == [right.id]
        entry = replace(desk.entry(interview), informant_id=right.id)
        reopen(desk.db, desk.lease, interview.id, 1, NOON)
        record_answer(desk.db, desk.lease, entry)
        assert [one.id for one in desk.look(interview).way] == [right.id]

    def test_shows_what_phase_one_claimed(self, desk: Desk) -> None:
        """Open until somebody has said why the interview found something else."""
        form = claim_form("0101", offers=ClaimedOffers.ja, organisation=ClaimedOrganisation.senter)
        apply_claim_forms(desk.db, [form], NOON)
        interview = desk.begin()
        reveal_claim(
            desk.db, desk.lease, Reveal(uuid4(), interview.id, "service", NOON, desk.aase.id)
        )
        desk.complete(interview, finish(**SCATTERED))
        assert OpenPoint.difference in desk.look(interview).open_points
        reopen(desk.db, desk.lease, interview.id, 1, NOON)
        explain_difference(desk.db, desk.lease, interview.id, "single_offer", "", NOON)
        assert OpenPoint.difference not in desk.look(interview).open_points

    def test_keeps_every_decision(self, desk: Desk) -> None:
        """Dated, signed, in order, with their reasons."""
        interview = desk.talked(**BORDERLAND)
        desk.decide(interview, DecisionKind.accepted)
        desk.decide(interview, DecisionKind.overridden, "egen koordinator", klass=Class.service)
        told = desk.look(interview).decisions
        assert [(one.kind, one.klass, one.reason, one.name) for one in told] == [
            (DecisionKind.accepted, Class.borderline, "", "Turid"),
            (DecisionKind.overridden, Class.service, "egen koordinator", "Turid"),
        ]
        assert told[0].at < told[1].at

    def test_reads_every_document_once(self, desk: Desk, queries: list[str]) -> None:
        """Its own and those it may disagree with; also while it is open again."""
        interview = desk.talked()
        for _ in range(2):
            queries.clear()
            desk.look(interview)
            assert sum("r.document" in one for one in queries) == 1
            reopen(desk.db, desk.lease, interview.id, 1, NOON)

    def test_must_be_there(self, desk: Desk) -> None:
        """And have been finished once."""
        for id in (uuid4(), desk.begin().id):
            with pytest.raises(NotFound, match="intervjuet"):
                open_review(desk.db, id, RULES)
