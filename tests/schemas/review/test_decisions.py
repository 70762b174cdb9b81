"""What counts of a coordinator's decisions: the latest of each kind, on the answers of today."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

import pytest

from schemas.calls.outcomes import Outcome
from schemas.questionnaire.walk import Key
from schemas.review.decisions import (
    CLOSING,
    UNDECIDED,
    Decision,
    DecisionKind,
    Obstacle,
    obstacle,
    standing,
)
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

NOON = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)
CASE, TALK, TURID = (UUID(int=number) for number in (1, 2, 3))
MINUTES = count()

Kind = DecisionKind


def decide(kind: DecisionKind, revision: int | None = None, **what: Any) -> Decision:
    """A decision, later than the one before."""
    return Decision(
        id=uuid4(),
        case_id=CASE,
        kind=kind,
        at=NOON + timedelta(minutes=next(MINUTES)),
        decided_by=TURID,
        interview_id=TALK if revision else None,
        revision=revision,
        **what,
    )


class TestReview:
    def test_nothing_is_decided_at_first(self) -> None:
        assert standing([], 1) == UNDECIDED
        assert not UNDECIDED.is_reviewed
        assert (UNDECIDED.klass, UNDECIDED.outcome, UNDECIDED.covered_by) == (None, None, None)

    def test_the_latest_word_counts(self) -> None:
        """Accepted, thought again, and set to something else."""
        told = [
            decide(Kind.accepted, 1, klass=Class.borderline),
            decide(Kind.overridden, 1, klass=Class.service, reason="de fyller definisjonen"),
        ]
        assert standing(told[:1], 1).klass is Class.borderline
        assert standing(told, 1).klass is Class.service

    def test_what_was_accepted_counts_while_a_question_is_asked_again(self) -> None:
        """Until there are other answers; and what is discarded is asked no more."""
        told = [
            decide(Kind.accepted, 1, klass=Class.service),
            decide(Kind.returned, 1, reason="Spør om årsverk"),
            decide(Kind.discarded, 1, reason="de var på ferie"),
        ]
        asked, over = standing(told[:2], 1), standing(told, 1)
        assert (asked.review, asked.returned) == (told[0], told[1])
        assert (asked.is_reviewed, over.is_reviewed, over.returned) == (True, True, None)

    def test_new_answers_ask_again(self) -> None:
        """What was decided on the first revision's answers says nothing about the second's.

        Whether the unit is to be in the overview was not decided on the answers alone.
        """
        told = [
            decide(Kind.accepted, 1, klass=Class.offers_only),
            decide(Kind.included, 1, reason="ti års erfaring"),
            decide(Kind.released, 1),
        ]
        before, after = standing(told, 1), standing(told, 2)
        assert (before.is_reviewed, before.is_included, before.is_released) == (True,) * 3
        assert (after.is_reviewed, after.is_included, after.is_released) == (False, True, False)
        assert (before.earlier, after.earlier) == (False, True)


class TestTheOverview:
    def test_has_a_word_of_its_own(self) -> None:
        """To include offers is neither to accept the class nor to release the text."""
        now = standing([decide(Kind.included, 1, reason="ti års erfaring")], 1)
        assert (now.is_included, now.is_reviewed, now.is_released) == (True, False, False)

    def test_the_latest_word_counts(self) -> None:
        told = [decide(kind, 1, reason="se referat") for kind in (Kind.included, Kind.excluded)]
        assert not standing(told, 1).is_included


class TestTheCase:
    @pytest.mark.parametrize("kind", CLOSING)
    def test_is_closed_with_the_outcome_of_the_same_name(self, kind: DecisionKind) -> None:
        assert standing([decide(kind, reason="lett i to uker")]).outcome is Outcome[kind.name]

    def test_is_covered_by_a_unit(self) -> None:
        now = standing([decide(Kind.covered, by_unit="0104")])
        assert (now.outcome, now.covered_by) == (Outcome.covered, "0104")

    def test_is_open_again_when_it_is_sent_back(self) -> None:
        """Somebody gave up too early."""
        told = [decide(Kind.given_up, reason="ti forsøk"), decide(Kind.returned, reason="ring mer")]
        assert standing(told).outcome is None

    def test_is_as_decided_while_a_question_is_asked_again(self) -> None:
        """A question about the unit's own interview takes nobody's service away."""
        told = [decide(Kind.covered, by_unit="0104"), decide(Kind.returned, 1, reason="Sikkert?")]
        assert standing(told, 1).covered_by == "0104"

    def test_is_not_covered_when_that_is_taken_back(self) -> None:
        """By the same unit; another one has nothing to do with it."""
        covered = decide(Kind.covered, by_unit="0104")
        other = decide(Kind.not_covered, by_unit="0105", reason="egen avtale")
        same = decide(Kind.not_covered, by_unit="0104", reason="avtalen er sagt opp")
        assert standing([covered, other]).covered_by == "0104"
        assert standing([covered, other, same]).covered_by is None
        assert standing([covered, other, same]).apart == {"0104", "0105"}
        assert standing([covered, other, same, covered]).apart == {"0105"}

    def test_that_was_withdrawn_stays_so(self) -> None:
        """Whatever is decided before or after."""
        accepted = decide(Kind.accepted, 1, klass=Class.service)
        withdrawn = decide(Kind.withdrawn)
        sent_back = decide(Kind.returned, reason="ring igjen")
        now = standing([accepted, withdrawn, sent_back], 1)
        assert now.is_withdrawn
        assert (now.review, now.klass) == (None, None)


class TestADecision:
    @pytest.mark.parametrize("kind", [kind for kind in DecisionKind if kind.needs_reason])
    def test_that_somebody_will_ask_about_has_a_reason(self, kind: DecisionKind) -> None:
        by = "0104" if kind is Kind.not_covered else None
        klass = Class.none if kind is Kind.overridden else None
        with pytest.raises(ValueError, match="needs a reason"):
            decide(kind, 1, reason=" ", by_unit=by, klass=klass).check()

    def test_never_makes_an_interview_covered(self) -> None:
        """A case is, by another unit's interview."""
        with pytest.raises(ValueError, match="the case is"):
            decide(Kind.overridden, 1, klass=Class.covered, reason="x")

    def test_names_another_unit_where_there_is_one(self) -> None:
        with pytest.raises(ValueError, match="another unit"):
            decide(Kind.covered)
        with pytest.raises(ValueError, match="another unit"):
            decide(Kind.given_up, by_unit="0104")

    def test_on_the_class_says_which(self) -> None:
        with pytest.raises(ValueError, match="has a class"):
            decide(Kind.accepted, 1).check()

    def test_on_what_is_to_be_asked_again_says_what(self) -> None:
        """A case that is sent back has no question; an interview has."""
        decide(Kind.returned, reason="Ring igjen").check()
        decide(Kind.returned, 1, reason="Sikkert?", question=Key("fte")).check()
        with pytest.raises(ValueError, match="asks a question"):
            decide(Kind.returned, 1, reason="Sikkert?").check()
        with pytest.raises(ValueError, match="asks a question"):
            decide(Kind.given_up, reason="Nei", question=Key("fte")).check()


class TestAnObstacle:
    """Why a case cannot be closed or sent back: one rule, for the screen and for the database."""

    @pytest.mark.parametrize("kind", [Kind.returned, *CLOSING, Kind.withdrawn])
    def test_whoever_has_withdrawn_is_left_alone(self, kind: DecisionKind) -> None:
        assert obstacle(kind, Outcome.withdrawn, finished=False) is Obstacle.never_again

    def test_nobody_is_asked_again_who_does_not_wish_it(self) -> None:
        assert obstacle(Kind.returned, Outcome.refusal_hard, finished=False) is Obstacle.never_again

    def test_a_finished_interview_is_not_called_again_as_a_case(self) -> None:
        assert obstacle(Kind.returned, Outcome.complete, finished=True) is Obstacle.finished
        assert obstacle(Kind.returned, Outcome.partial, finished=False) is None

    @pytest.mark.parametrize("outcome", [Outcome.refusal_hard, Outcome.complete, Outcome.partial])
    @pytest.mark.parametrize("kind", CLOSING)
    def test_what_was_said_goes_before_what_closes(
        self, kind: DecisionKind, outcome: Outcome
    ) -> None:
        assert obstacle(kind, outcome, finished=False) is Obstacle.settled

    @pytest.mark.parametrize("outcome", [None, Outcome.no_answer, Outcome.given_up])
    @pytest.mark.parametrize("kind", [Kind.returned, *CLOSING])
    def test_else_there_is_none(self, kind: DecisionKind, outcome: Outcome | None) -> None:
        assert obstacle(kind, outcome, finished=False) is None

    def test_a_withdrawal_waits_for_nothing(self) -> None:
        for outcome in (None, Outcome.complete, Outcome.refusal_hard, Outcome.given_up):
            assert obstacle(Kind.withdrawn, outcome, finished=True) is None
