"""Why a finished interview is looked at again, and what stands open in it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from schemas.calls.settings import Settings
from schemas.questionnaire.answers import DONT_KNOW
from schemas.questionnaire.document import document
from schemas.questionnaire.walk import Confirmed, route
from schemas.review.classify import classify_document, to_data
from schemas.review.decisions import UNDECIDED, Decision, DecisionKind, Standing
from schemas.review.finished_interviews import (
    NEW,
    FinishedInterview,
    OpenPoint,
    Reopened,
    Why,
    is_drawn,
    open_points,
    review_item,
)
from schemas.surveys.municipal_services_2015.claims import ExecutiveClaim
from schemas.surveys.municipal_services_2015.classification import CLASSIFICATION
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.parts import PARTS
from schemas.surveys.municipal_services_2015.phase_one import PHASE_ONE
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.support.conversations import FACTS, talk

NOON = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)
TALK, CASE, TURID = (UUID(int=number) for number in (1, 2, 3))
NOBODY_DRAWN = Settings(review_sample_percent=0)
DULL: dict[str, Any] = {"private_note": None, "coordination": "centre", "publish": "yes"}


def finished(rank: int = NEW + 1, standing: Standing = UNDECIDED, **said: Any) -> FinishedInterview:
    """An interview that nobody has any reason to look at, but for what is `said`."""
    answers = talk(**{**DULL, **said})
    objections = route(PhaseTwo, answers, FACTS).firing
    confirmed = [Confirmed(o.check.id, o.step.item, "ja", o.evidence) for o in objections]
    whole = document(PhaseTwo, answers, FACTS, confirmed)
    return FinishedInterview(
        interview_id=TALK,
        case_id=CASE,
        unit_id="0101",
        revision=1,
        completed_at=NOON,
        interviewer="Åse",
        rank=rank,
        questionnaire=PhaseTwo,
        parts=PARTS,
        classes=Class,
        document=whole.model_dump(mode="json", exclude_defaults=True),
        classification=to_data(classify_document(CLASSIFICATION, whole)),
        standing=standing,
    )


def whys(interview: FinishedInterview, *conflicts: str) -> tuple[Why, ...]:
    return review_item(interview, NOBODY_DRAWN, conflicts).whys


def review(kind: DecisionKind, klass: Class | None = None) -> Decision:
    """The latest word on the interview."""
    return Decision(
        id=uuid4(), case_id=CASE, kind=kind, at=NOON, decided_by=TURID, reason="fordi",
        interview_id=TALK, revision=1, klass=klass,
    )  # fmt: skip


class TestTheQueue:
    """An interview is in it for a reason, and all its reasons are told."""

    def test_leaves_out_what_needs_no_look(self) -> None:
        assert whys(finished()) == ()

    def test_the_class_needs_a_look(self) -> None:
        """The borderland always does; so does what is a candidate for the overview."""
        assert whys(finished(coordination="other")) == (Why.needs_look,)
        candidate = finished(coordination="scattered", offers_since=2005, plans="no")
        assert whys(candidate) == (Why.needs_look,)

    def test_vet_ikke_on_what_decides(self) -> None:
        assert Why.dont_know in whys(finished(coordination=DONT_KNOW))
        assert Why.dont_know in whys(finished(has_offers="no", plans=DONT_KNOW))
        assert Why.dont_know not in whys(finished(funding=DONT_KNOW))

    def test_a_warning_that_was_confirmed(self) -> None:
        """Many positions, and the interviewer says it is right."""
        assert whys(finished(staff=40, fte=30)) == (Why.soft_checks,)

    def test_a_note_to_the_coordinator(self) -> None:
        assert whys(finished(private_note="Hun var usikker")) == (Why.private_note,)

    @pytest.mark.parametrize(("rank", "new"), [(1, True), (5, True), (6, False)])
    def test_the_first_five_of_an_interviewer(self, rank: int, new: bool) -> None:
        assert (Why.new_interviewer in whys(finished(rank))) is new

    def test_sources_that_differ_on_a_shared_service(self) -> None:
        assert whys(finished(), "0101") == (Why.shared_conflict,)
        assert whys(finished(), "0104") == ()

    def test_answers_that_have_changed_since_somebody_looked(self) -> None:
        """Accepted once, edited: somebody must look again."""
        assert whys(finished(standing=Standing(earlier=True))) == (Why.revised,)

    def test_decided_ones_come_last(self) -> None:
        """They stay, with the decision."""
        accepted = Standing(review=review(DecisionKind.accepted, Class.service))
        done = review_item(finished(standing=accepted), NOBODY_DRAWN)
        waiting = review_item(finished(), NOBODY_DRAWN)
        assert (done.is_decided, waiting.is_decided) == (True, False)
        assert sorted([done, waiting], key=lambda one: one.place) == [waiting, done]


class TestTheSample:
    def test_is_about_its_share(self) -> None:
        drawn = sum(is_drawn(UUID(int=number), 10) for number in range(2000))
        assert 150 < drawn < 250

    def test_is_the_same_every_time(self) -> None:
        """On every machine, in every version: it depends on the interview's id alone."""
        assert [n for n in range(40) if is_drawn(UUID(int=n), 10)] == [8, 9]

    @pytest.mark.parametrize(("percent", "drawn"), [(0, False), (100, True)])
    def test_may_be_nobody_or_everybody(self, percent: int, drawn: bool) -> None:
        settings = Settings(review_sample_percent=percent)
        assert (review_item(finished(), settings).whys == (Why.sample,)) is drawn

    def test_a_larger_share_has_the_smaller_one_in_it(self) -> None:
        """Nobody who was to be looked at drops out when the share is raised."""
        ids = [uuid4() for _ in range(200)]
        ten, thirty = ({id for id in ids if is_drawn(id, percent)} for percent in (10, 30))
        assert ten <= thirty


class TestTheClass:
    def test_is_the_derived_one_until_somebody_decides(self) -> None:
        interview = finished()
        assert (interview.derived, interview.klass) == (Class.service, Class.service)
        assert "Organisering: Et eget senter" in interview.because

    def test_is_the_coordinator_s_then(self) -> None:
        """What was derived stays beside it."""
        overridden = Standing(review=review(DecisionKind.overridden, Class.none))
        interview = finished(standing=overridden)
        assert (interview.derived, interview.klass) == (Class.service, Class.none)


class TestOpenPoints:
    def test_nobody_has_decided(self) -> None:
        assert open_points(finished()) == (OpenPoint.undecided,)

    def test_the_interviewer_is_asked(self) -> None:
        sent = Reopened(None, "Turid", "Hele stillinger?", sent_back=True)
        assert open_points(replace(finished(), reopened=sent)) == (OpenPoint.reopened,)

    def test_they_want_to_see_the_text(self) -> None:
        accepted = Standing(review=review(DecisionKind.accepted, Class.service))
        shown = Standing(review=accepted.review, release=review(DecisionKind.released))
        waiting = open_points(finished(standing=accepted, publish="after_check"))
        assert waiting == (OpenPoint.text_not_seen,)
        assert open_points(finished(standing=shown, publish="after_check")) == ()

    def test_offers_may_be_listed_by_a_decision(self) -> None:
        scattered: dict[str, Any] = {"coordination": "scattered", "plans": "no"}
        decided = Standing(overview=review(DecisionKind.excluded))
        assert OpenPoint.overview in open_points(finished(**scattered))
        assert OpenPoint.overview not in open_points(finished(standing=decided, **scattered))
        assert OpenPoint.overview not in open_points(finished())

    def test_what_others_know(self) -> None:
        """Phase one said otherwise; another unit does."""
        points = open_points(finished(), unexplained=True, conflict=True)
        assert points[1:] == (OpenPoint.difference, OpenPoint.shared_conflict)


class TestPhaseOne:
    @pytest.mark.parametrize(
        ("claim", "klass", "other"),
        [
            (ExecutiveClaim.service, Class.service, False),
            (ExecutiveClaim.service, Class.covered, False),
            (ExecutiveClaim.service, Class.borderline, True),
            (ExecutiveClaim.service, Class.none, True),
            (ExecutiveClaim.offers_only, Class.offers_only, False),
            (ExecutiveClaim.offers_only, Class.service, True),
            (ExecutiveClaim.none, Class.planning, False),
            (ExecutiveClaim.none, Class.service, True),
            (None, Class.service, False),
            (ExecutiveClaim.service, None, False),
        ],
    )
    def test_differs_from_the_finding(
        self, claim: ExecutiveClaim | None, klass: Class | None, other: bool
    ) -> None:
        """Whoever has been silent, or not been asked, differs from nobody."""
        assert PHASE_ONE.differs(claim, klass) is other
