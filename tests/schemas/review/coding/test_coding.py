"""Open answers under codes: which questions, what counts of what was said, what is suggested."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.review.coding.answers import (
    AnswerKey,
    AnswerToCode,
    Coding,
    CodingState,
    OpenAnswer,
    frequent_first,
    open_questions,
)
from schemas.review.coding.coding_desk import CodingDesk
from schemas.review.coding.open_codes import Codes, CodeWord, starting_words
from schemas.review.coding.suggestions import Example, Examples
from schemas.review.report.coded import coded
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from schemas.surveys.municipal_services_2015.survey import SURVEY
from schemas.surveys.survey import Survey, SurveyFault

AT = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)
A, B, C, D = (UUID(int=number) for number in range(1, 5))
QUESTION = "challenges_text"


def word(number: int, code: UUID, label: str = "Kode", into: UUID | None = None) -> CodeWord:
    """The so manieth thing that is said of a code."""
    at = AT + timedelta(minutes=number)
    return CodeWord(UUID(int=1000 + number), code, QUESTION, label, into, at)


def desk(*told: tuple[str, tuple[UUID, ...] | None], codes: Codes) -> CodingDesk:
    """Answers, each with the codes that it was put under, if it was."""
    answers = []
    for number, (text, under) in enumerate(told):
        key = AnswerKey(UUID(int=100 + number), QUESTION, None)
        answer = OpenAnswer(key, f"01{number:02}", text)
        coding = under is not None and Coding(UUID(int=number), *key, answer.said, under, AT)
        answers.append(AnswerToCode(answer, coding or None))
    return CodingDesk(codes, tuple(answers))


class TestStartingCodes:
    """Those that a survey itself declares, before anybody has coded."""

    def test_stand_first_and_are_named_otherwise_like_any(self) -> None:
        declared = starting_words({QUESTION: ("Økonomi", "Avstand")})
        money, way = declared
        codes = Codes((word(1, A, "Tid"), *declared, word(2, way.code_id, "Reisevei")))
        assert [(one.number, one.label) for one in codes.of(QUESTION)] == [
            (1, "Økonomi"), (2, "Reisevei"), (3, "Tid"),
        ]  # fmt: skip
        assert starting_words({QUESTION: ("Økonomi",)}) == (money,)

    def test_are_those_of_questions_that_there_are(self) -> None:
        with pytest.raises(SurveyFault, match="no_such"):
            replace(SURVEY, starting_codes={"no_such": ("Økonomi",)})


class TestTheQuestions:
    @pytest.mark.parametrize("survey", [SURVEY, TRUSTS], ids=lambda one: one.name)
    def test_are_those_that_are_answered_freely(self, survey: Survey) -> None:
        """Long texts and what "Annet" opens; no name, no number, no note of the interviewer's."""
        asked = open_questions(survey.questionnaire, survey.parts)
        names = {one.id for one in asked}
        assert {"challenges_other", "final_remarks"} <= names
        assert not {"respondent_name", "respondent_role", "private_note"} & names
        assert not any(one.personal or one.private for one in asked)


class TestTheOrder:
    def test_what_is_said_most_often_comes_first_and_what_is_alike_together(self) -> None:
        """What has changed since it was coded before all of it; what is coded last."""
        codes = Codes((word(0, A),))
        answers = desk(
            ("Kodet", (A,)),
            ("Økonomi", None),
            ("reisevei", None),
            ("REISEVEI!", None),
            ("Endret", (A,)),
            codes=codes,
        ).answers
        *rest, one = answers
        assert one.coding
        changed = one._replace(coding=one.coding._replace(said="som det lød før"))
        listed = frequent_first([*rest, changed])
        told = ["Endret", "reisevei", "REISEVEI!", "Økonomi", "Kodet"]
        assert [one.answer.text for one in listed] == told
        now = CodingDesk(codes, listed)
        assert (now.left(QUESTION), now.changed(QUESTION)) == (4, 1)

    @given(st.lists(st.tuples(st.text(max_size=8), st.none() | st.just((A,))), max_size=12))
    def test_nothing_is_lost_by_it(self, told: list[tuple[str, tuple[UUID, ...] | None]]) -> None:
        """Nor does it depend on anything but the answers."""
        answers = desk(*told, codes=Codes((word(0, A),))).answers
        listed = frequent_first(answers)
        assert {one.answer.key for one in listed} == {one.answer.key for one in answers}
        assert len(listed) == len(answers)
        assert frequent_first(listed) == listed


class TestCodes:
    def test_have_numbers_as_they_were_made_and_keep_them(self) -> None:
        codes = Codes((word(1, A), word(2, B), word(3, A, "Nytt navn"), word(4, B, into=A)))
        assert [(one.number, one.label) for one in codes.of(QUESTION)] == [(1, "Nytt navn")]
        assert codes.by_id[B].number == 2

    def test_that_went_into_another_are_that_one_however_far(self) -> None:
        told = (word(1, A), word(2, B), word(3, C), word(4, C, into=B), word(5, B, into=A))
        codes = Codes(told)
        assert [one.id for one in codes.now([C, B, A])] == [A]

    def test_that_went_into_each_other_are_the_first_of_them(self) -> None:
        """Two databases that were merged have said both; no answer is lost by it."""
        codes = Codes((word(1, A), word(2, B), word(3, A, into=B), word(4, B, into=A)))
        assert [one.id for one in codes.now([A])] == [one.id for one in codes.now([B])] == [A]

    @given(st.permutations([word(1, A), word(2, B), word(3, A, "X"), word(4, C, into=B)]))
    def test_are_the_same_in_whatever_order_they_are_read(self, told: list[CodeWord]) -> None:
        ordered = Codes((word(1, A), word(2, B), word(3, A, "X"), word(4, C, into=B)))
        assert dict(Codes(tuple(told)).by_id) == dict(ordered.by_id)

    @given(st.lists(st.tuples(st.sampled_from([A, B, C, D]), st.sampled_from([A, B, C, D]))))
    def test_lead_somewhere_whatever_was_joined(self, joined: list[tuple[UUID, UUID]]) -> None:
        """Whatever goes into whatever: every code that was made ends in one."""
        made = [word(number, code) for number, code in enumerate((A, B, C, D))]
        went = [word(10 + n, one, into=other) for n, (one, other) in enumerate(joined)]
        codes = Codes((*made, *went))
        for one in (A, B, C, D):
            assert len(codes.now([one])) == 1


class TestSuggestions:
    TOLD = (
        Example("For lite penger", (A,)),
        Example("Mangler penger til stillinger", (A,)),
        Example("Lang vei til sykehuset", (B,)),
    )

    def test_the_same_words_have_the_same_codes(self) -> None:
        """However they are written, and however many there are."""
        assert Examples(self.TOLD).suggested("  FOR LITE PENGER ") == (A,)

    def test_words_in_common_tell_the_likeliest_first(self) -> None:
        """Also in another form of the word."""
        assert Examples(self.TOLD).suggested("Pengene, og vei til sykehus")[0] in {A, B}
        assert Examples(self.TOLD).suggested("Sykehusene er langt unna") == (B,)

    def test_nothing_is_suggested_from_nothing(self) -> None:
        assert Examples(()).suggested("Økonomi") == ()
        assert Examples(self.TOLD).suggested("Vet ikke") == ()

    @given(st.lists(st.tuples(st.text(), st.lists(st.sampled_from([A, B]), max_size=2))), st.text())
    def test_only_what_was_used_is_suggested_and_once(
        self, told: list[tuple[str, list[UUID]]], text: str
    ) -> None:
        examples = Examples(Example(one, tuple(dict.fromkeys(codes))) for one, codes in told)
        found = examples.suggested(text)
        assert len(set(found)) == len(found)
        assert set(found) <= {code for _, codes in told for code in codes}


class TestTheDesk:
    CODES = Codes((word(1, A, "Økonomi"), word(2, B, "Avstand")))

    def test_knows_what_is_left(self) -> None:
        some = desk(("en", (A,)), ("to", ()), ("tre", None), codes=self.CODES)
        assert some.left(QUESTION) == 1
        (last,) = [one for one in some.answers if one.state is CodingState.open]
        coding = Coding(UUID(int=9), *last.answer.key, last.answer.said, (B,), AT)
        assert some.coded(coding).left(QUESTION) == 0

    def test_what_reads_otherwise_is_left(self) -> None:
        (one,) = desk(("en", (A,)), codes=self.CODES).answers
        changed = AnswerToCode(OpenAnswer(one.answer.key, "0100", "noe annet"), one.coding)
        assert changed.state is CodingState.changed
        assert changed.codes(self.CODES) == ()

    def test_in_the_report(self) -> None:
        """How many under each, of those that are coded; the rest stands apart."""
        told = [("a", (A,)), ("b", (A, B)), ("c", ()), ("d", None)]
        (table,) = coded(desk(*told, codes=self.CODES), QUESTION, "Vil du utdype?")
        assert table.rows == (("Økonomi", "2", "67\xa0%"), ("Avstand", "1", "33\xa0%"))
        assert table.apart == (
            ("Passer ikke under noen kode", "1", ""),
            ("Ikke kodet ennå", "1", ""),
        )
        assert table.sums == (("Kodet", "3", ""),)
        assert list(coded(desk(("a", None), codes=self.CODES), QUESTION, "")) == []
