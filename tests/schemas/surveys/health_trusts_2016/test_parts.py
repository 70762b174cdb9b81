"""What the answers of the health trusts lead to besides the next question."""

from schemas.calls.outcomes import Outcome
from schemas.calls.parts import SomebodyElse
from schemas.surveys.health_trusts_2016.survey import SURVEY

PARTS = SURVEY.parts


class TestParts:
    """The questions that play a part, as the specification names them."""

    def test_the_core_of_a_usable_partial(self) -> None:
        assert PARTS.core == (
            "consent", "right_person", "respondent_unit", "organised", "centre_name",
            "decides_groups",
        )  # fmt: skip

    def test_nothing_at_all_is_a_whole_interview_like_any_other(self) -> None:
        """«We have nothing» is an answer here, and not an outcome of its own."""
        assert PARTS.says_none is not None
        assert (PARTS.says_none.question, PARTS.says_none.code.name) == ("organised", "none")
        assert PARTS.says_none.outcome is Outcome.complete

    def test_the_front_line_never_confirms_that_there_is_nothing(self) -> None:
        assert PARTS.says_none is not None
        assert PARTS.says_none.voices is None

    def test_answers_that_end_the_conversation(self) -> None:
        assert {(one.question, one.code.name): one.leads_to for one in PARTS.endings} == {
            ("consent", "later"): Outcome.appointment,
            ("consent", "no"): Outcome.refusal_soft,
            ("right_person", "no"): SomebodyElse.redirect,
        }

    def test_what_no_case_comes_to(self) -> None:
        """Nobody has a short interview for having nothing, and nobody is covered by another."""
        assert set(Outcome) - SURVEY.outcomes == {Outcome.no_service, Outcome.covered}

    def test_there_was_no_phase_one(self) -> None:
        assert SURVEY.earlier is None
        assert SURVEY.explained == frozenset()
