"""The coordinator's desk: the queue, one interview, and what is decided about it."""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.appointments import make_appointment
from db.calls import hang_up, note_knowledge
from db.case_decisions import decide_case, decisions_about, return_case
from db.cases import open_case
from db.claims import explain_difference, reveal_claim
from db.engine import Database
from db.histories import histories
from db.import_plans import apply_claim_forms
from db.interviews import load_interview, record_answer, reopen
from db.problems import (
    CaseChanged,
    CaseSettled,
    InterviewChanged,
    InterviewFinished,
    ListedAnyway,
    ListingNotAllowed,
    NeverAgain,
    NeverListed,
    NotFound,
    NothingToDiscard,
    TextNotAwaited,
)
from db.progress import read_all_cases
from db.records import InterviewRecord, Reveal
from db.reviews import accept_together, decide, open_review, read_desk
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import Knowledge, RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import OpenPoint, Reopened, Why
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.municipal_services_2015.phase_one_form import (
    ClaimedOffers,
    ClaimedOrganisation,
)
from tests.db.desk import RULES, Desk, standings
from tests.db.rounds import finish
from tests.db.world import HALDEN, NOON
from tests.support.claim_forms import claim_form
from tests.support.open_appointments import all_open

BORDERLAND = {"coordination": "other", "private_note": "Hun var usikker", "staff": 40, "fte": 30}
SCATTERED = {"coordination": "scattered", "plans": "no", "publish": "after_check"}


@pytest.fixture
def desk(db: Database, with_cases: None) -> Desk:
    return Desk(db)


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
        assert sum("revision.document" in one for one in queries) == 1


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
            assert sum("max(other" in one for one in queries) == 1
            reopen(desk.db, desk.lease, interview.id, 1, NOON)

    def test_must_be_there(self, desk: Desk) -> None:
        """And have been finished once."""
        for id in (uuid4(), desk.begin().id):
            with pytest.raises(NotFound, match="intervjuet"):
                open_review(desk.db, id, RULES)


class TestAccepting:
    def test_closes_the_case_for_good(self, desk: Desk) -> None:
        interview = desk.talked()
        assert not desk.state().reviewed
        desk.decide(interview, DecisionKind.accepted)
        assert desk.state().reviewed
        assert read_desk(desk.db, RULES).items[0].is_decided

    def test_is_stored_once(self, desk: Desk) -> None:
        """The reply was lost, and it is sent again."""
        interview, signed = desk.talked(), desk.sign()
        for _ in range(2):
            desk.decide(interview, DecisionKind.accepted, signed=signed)
        assert len(desk.look(interview).decisions) == 1

    def test_is_of_the_answers_that_were_read(self, desk: Desk) -> None:
        """Not of those that an interviewer is changing, nor of those that came of it."""
        interview = desk.talked()
        reopen(desk.db, desk.lease, interview.id, 1, NOON)
        with pytest.raises(InterviewChanged):
            desk.decide(interview, DecisionKind.accepted)
        desk.complete(interview, finish())
        with pytest.raises(InterviewChanged):
            desk.decide(interview, DecisionKind.accepted)
        desk.decide(interview, DecisionKind.accepted, revision=2)

    def test_a_new_revision_asks_again(self, desk: Desk) -> None:
        """An edit by the interviewer's own verbs, through the same checks: looked at anew."""
        interview = desk.talked()
        desk.decide(interview, DecisionKind.accepted)
        reopen(desk.db, desk.lease, interview.id, 1, NOON)
        desk.complete(interview, finish(**BORDERLAND))
        (item,) = read_desk(desk.db, RULES).items
        assert (item.is_decided, item.whys[0]) == (False, Why.revised)
        assert not desk.state().reviewed

    def test_needs_an_interview(self, desk: Desk) -> None:
        with pytest.raises(NotFound, match="intervjuet"):
            decide(desk.db, desk.sign(), uuid4(), 1, DecisionKind.accepted)


class TestDeciding:
    """What cannot be decided about an interview is never taken for decided."""

    @pytest.mark.parametrize(
        ("kind", "says"),
        [
            (DecisionKind.given_up, "not about an interview"),
            (DecisionKind.withdrawn, "not about an interview"),
            (DecisionKind.covered, "not about an interview"),
            (DecisionKind.returned, "asks a question"),
            (DecisionKind.overridden, "has a class"),
        ],
    )
    def test_stores_nothing_and_says_so(self, desk: Desk, kind: DecisionKind, says: str) -> None:
        interview = desk.talked()
        with pytest.raises(ValueError, match=says):
            desk.decide(interview, kind, "fordi")
        assert desk.look(interview).decisions == ()
        assert not load_interview(desk.db, interview.id).interview.open

    def test_a_question_belongs_to_what_is_returned(self, desk: Desk) -> None:
        interview = desk.talked()
        with pytest.raises(ValueError, match="asks a question"):
            desk.decide(interview, DecisionKind.accepted, question=Key("fte"))
        assert desk.look(interview).decisions == ()


class TestOverriding:
    def test_stands_beside_what_was_derived(self, desk: Desk) -> None:
        interview = desk.talked(**BORDERLAND)
        desk.decide(interview, DecisionKind.overridden, "et livsstilskurs", klass=Class.none)
        seen = desk.look(interview).item.interview
        assert (seen.derived, seen.klass) == (Class.borderline, Class.none)
        assert desk.state().reviewed

    def test_counts_in_the_figures(self, desk: Desk) -> None:
        """What a coordinator found is what was found."""
        interview = desk.talked(**BORDERLAND)
        assert read_all_cases(desk.db, RULES).cases[0].finding is Class.borderline
        desk.decide(interview, DecisionKind.overridden, "egen koordinator", klass=Class.service)
        assert read_all_cases(desk.db, RULES).cases[0].finding is Class.service

    def test_needs_a_reason(self, desk: Desk) -> None:
        """Nothing is stored without."""
        interview = desk.talked()
        with pytest.raises(ValueError, match="reason"):
            desk.decide(interview, DecisionKind.overridden, "", klass=Class.none)
        assert desk.look(interview).decisions == ()


class TestReturning:
    QUESTION = Key("fte")

    def returned(self, desk: Desk) -> InterviewRecord:
        interview = desk.talked()
        sent = desk.sign()
        desk.decide(
            interview,
            DecisionKind.returned,
            "Hele stillinger?",
            question=self.QUESTION,
            signed=sent,
        )
        return interview

    def test_puts_the_case_first_with_the_question(self, desk: Desk) -> None:
        """The card tells who wants to know what."""
        self.returned(desk)
        assert desk.state().returned_at is not None
        assert not desk.state().ended
        told = open_case(desk.db, HALDEN).returned
        assert told is not None
        assert (told.by, told.question) == ("Turid", "Hele stillinger?")

    def test_opens_the_interview_at_the_question(self, desk: Desk) -> None:
        """The answers are as they were; the next one is to this."""
        kept = load_interview(desk.db, self.returned(desk).id)
        assert kept.interview.open
        assert kept.place is not None
        assert (kept.place.question, kept.place.item, kept.place.draft) == ("fte", None, "")

    def test_at_one_offer_of_several(self, desk: Desk) -> None:
        interview = desk.talked()
        question = Key("offer_courses", 2)
        desk.decide(interview, DecisionKind.returned, "Hvor mange?", question=question)
        place = load_interview(desk.db, interview.id).place
        assert place is not None
        assert Key(place.question, place.item) == question
        assert desk.look(interview).decisions[0].question == question

    def test_is_over_when_the_interview_is_whole_again(self, desk: Desk) -> None:
        """It comes back to the queue, whether or not anybody had to be called."""
        interview = self.returned(desk)
        seen = desk.look(interview)
        assert seen.open_points[0] is OpenPoint.reopened
        told = seen.item.interview.reopened
        assert told is not None
        assert (told.by, told.asks, told.sent_back) == ("Turid", "Hele stillinger?", True)
        desk.complete(interview, finish())
        assert desk.state().returned_at is None
        assert open_case(desk.db, HALDEN).returned is None
        assert read_desk(desk.db, RULES).items[0].whys[0] is Why.revised
        desk.decide(interview, DecisionKind.accepted, revision=2)
        assert desk.state().reviewed

    def test_is_done_once(self, desk: Desk) -> None:
        """Sent again after the interviewer has answered, it reopens nothing."""
        interview, sent = desk.talked(), desk.sign()
        desk.decide(
            interview, DecisionKind.returned, "Sikkert?", question=self.QUESTION, signed=sent
        )
        desk.complete(interview, finish())
        desk.decide(
            interview, DecisionKind.returned, "Sikkert?", question=self.QUESTION, signed=sent
        )
        assert not load_interview(desk.db, interview.id).interview.open

    def test_never_to_whoever_does_not_wish_to_take_part(self, desk: Desk) -> None:
        interview = desk.talked()
        call = desk.dial(desk.known())
        hang_up(desk.db, desk.lease, call.id, Outcome.refusal_hard, "", desk.now())
        with pytest.raises(NeverAgain):
            desk.decide(interview, DecisionKind.returned, "Igjen?", question=self.QUESTION)
        with pytest.raises(NeverAgain):
            return_case(desk.db, desk.sign(), HALDEN, "Ring igjen")


class TestDiscarding:
    """What was changed since an interview was opened again is taken back, and kept in the log."""

    def test_leaves_the_answers_as_they_were(self, desk: Desk) -> None:
        """Also when it is opened once more: what was said anew does not come back."""
        interview = desk.begin()
        record_answer(desk.db, desk.lease, desk.entry(interview, "fte", "2"))
        desk.complete(interview, finish())
        reopen(desk.db, desk.lease, interview.id, 1, NOON)
        for question in ("fte", "staff"):
            record_answer(desk.db, desk.lease, desk.entry(interview, question, "3"))
        desk.decide(interview, DecisionKind.discarded, "de var på ferie")
        kept = load_interview(desk.db, interview.id)
        latest = {one.question: (one.value, one.interviewer_id) for one in kept.entries}
        assert latest == {
            "fte": ("2", desk.turid.id),
            "staff": ({"missing": "not_asked"}, desk.turid.id),
        }
        assert [one.value for one in kept.entries if one.question == "fte"] == ["2", "3", "2"]
        assert not kept.interview.open

    def test_asks_nobody_any_more(self, desk: Desk) -> None:
        """What was sent back is off the call list; the class that was accepted stands."""
        interview = desk.talked()
        desk.decide(interview, DecisionKind.accepted)
        desk.decide(interview, DecisionKind.returned, "Sikkert?", question=Key("fte"))
        assert not desk.state().ended
        desk.decide(interview, DecisionKind.discarded, "de var på ferie")
        assert (desk.state().ended, desk.state().returned_at) == (True, None)
        (item,) = read_desk(desk.db, RULES).items
        assert (item.interview.reopened, item.is_decided) == (None, True)

    def test_needs_something_to_discard(self, desk: Desk) -> None:
        interview = desk.talked()
        with pytest.raises(NothingToDiscard):
            desk.decide(interview, DecisionKind.discarded, "feil sak")
        assert desk.look(interview).decisions == ()


class TestAcceptingTogether:
    def test_takes_what_nobody_has_to_look_at(self, desk: Desk) -> None:
        """As it was listed: what is open or decided by then is left alone."""
        interviews = []
        for _ in range(8):
            interviews.append(desk.talked(private_note=None, offer_kind=["lm"], publish="no"))
            desk.next_case()
        listed = [one.interview for one in read_desk(desk.db, RULES).items if one.may_be_accepted]
        assert len(listed) == 3
        desk.decide(interviews[5], DecisionKind.overridden, "et kurs", klass=Class.none)
        signed = desk.sign()
        for times in (2, 0):
            assert accept_together(desk.db, signed, RULES, listed) == times
        assert [standings(desk.db)[one.unit_id].klass for one in listed] == [
            Class.none, Class.service, Class.service,
        ]  # fmt: skip


class TestTheOverview:
    def test_takes_in_offers_by_a_decision(self, desk: Desk) -> None:
        interview = desk.talked(**SCATTERED)
        assert OpenPoint.overview in desk.look(interview).open_points
        desk.decide(interview, DecisionKind.included, "ti års erfaring")
        assert OpenPoint.overview not in desk.look(interview).open_points
        assert standings(desk.db)["0101"].is_included
        desk.decide(interview, DecisionKind.excluded, "lagt ned")
        assert not standings(desk.db)["0101"].is_included

    def test_shows_a_text_when_they_have_seen_it(self, desk: Desk) -> None:
        interview = desk.talked(**SCATTERED)
        assert OpenPoint.text_not_seen in desk.look(interview).open_points
        desk.decide(interview, DecisionKind.released)
        assert OpenPoint.text_not_seen not in desk.look(interview).open_points
        assert standings(desk.db)["0101"].is_released

    @pytest.mark.parametrize("publish", ["yes", "no"])
    def test_no_release_where_nobody_asked_to_see_the_text(self, desk: Desk, publish: str) -> None:
        interview = desk.talked(publish=publish)
        with pytest.raises(TextNotAwaited):
            desk.decide(interview, DecisionKind.released)
        assert desk.look(interview).decisions == ()

    def test_no_decision_that_changes_nothing(self, desk: Desk) -> None:
        """A service is listed without; nobody is against their will. It can be kept off."""
        interview = desk.talked(publish="yes")
        with pytest.raises(ListedAnyway, match="Tjeneste"):
            desk.decide(interview, DecisionKind.included, "ti års erfaring")
        desk.decide(interview, DecisionKind.overridden, "et kurs", klass=Class.none)
        with pytest.raises(NeverListed):
            desk.decide(interview, DecisionKind.excluded, "lagt ned")
        desk.next_case()
        unwilling = desk.talked(**{**SCATTERED, "publish": "no"})
        with pytest.raises(ListingNotAllowed):
            desk.decide(unwilling, DecisionKind.included, "ti års erfaring")
        assert OpenPoint.overview not in desk.look(unwilling).open_points


class TestTwoCoordinators:
    def test_the_second_decides_on_what_the_first_has_decided(self, desk: Desk) -> None:
        """Nobody's word is overruled by somebody who has not read it."""
        interview = desk.talked()
        desk.decide(interview, DecisionKind.overridden, "et kurs", klass=Class.none)
        decided = (interview.id, 1, DecisionKind.accepted)
        with pytest.raises(CaseChanged):
            decide(desk.db, desk.sign(), *decided, read=0)
        assert standings(desk.db)["0101"].klass is Class.none
        decide(desk.db, desk.sign(), *decided, read=1)
        assert standings(desk.db)["0101"].klass is Class.service

    def test_what_is_sent_again_is_not_somebody_elses(self, desk: Desk) -> None:
        interview, signed = desk.talked(), desk.sign()
        for _ in range(2):
            decide(desk.db, signed, interview.id, 1, DecisionKind.accepted, read=0)
        assert len(desk.look(interview).decisions) == 1


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
