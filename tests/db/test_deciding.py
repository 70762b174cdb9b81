"""What a coordinator decides about an interview: stored once, of the answers that were read."""

from uuid import uuid4

import pytest

from db.calls import hang_up
from db.case_decisions import return_case
from db.cases import open_case
from db.interviews import load_interview, record_answer, reopen
from db.problems import (
    CaseChanged,
    InterviewChanged,
    ListedAnyway,
    ListingNotAllowed,
    NeverAgain,
    NeverListed,
    NotFound,
    NothingToDiscard,
    TextNotAwaited,
)
from db.progress import read_all_cases
from db.records import InterviewRecord
from db.review_desk import read_desk
from db.reviews import accept_together, decide
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import OpenPoint, Why
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.db.desk import RULES, Desk, standings
from tests.db.rounds import finish
from tests.db.world import HALDEN, NOON

BORDERLAND = {"coordination": "other", "private_note": "Hun var usikker", "staff": 40, "fte": 30}
SCATTERED = {"coordination": "scattered", "plans": "no", "publish": "after_check"}


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
            assert (
                accept_together(desk.db, signed, RULES, [one.as_listed for one in listed]) == times
            )
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
