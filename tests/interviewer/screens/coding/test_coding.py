"""Coding on the screen: one key a code, what is suggested, new codes in the stream, undoing."""

import pytest

from db.coding_desk import read_coding
from db.database import Database
from interviewer.screens.coding.state import CodingAnswers, CodingQuestions
from interviewer.screens.queue.state import Queue
from interviewer.terminal.player import Player
from schemas.review.coding.answers import CodingState
from schemas.review.coding.suggestions import words_of
from tests.support.keyboard import Keyboard

QUESTION = "challenges_text"


@pytest.fixture
def berit(berit: Keyboard) -> Keyboard:
    """Berit, at the answers to a question that several have answered."""
    berit.keys("f7")
    questions = berit.screen
    assert isinstance(questions, CodingQuestions)
    place = [one.id for one in questions.questions].index(QUESTION)
    berit.keys(*["down"] * place, "enter")
    return berit


def answers(player: Player) -> CodingAnswers:
    """The screen, at an answer."""
    assert isinstance(player.screen, CodingAnswers)
    return player.screen


def named(player: Player, label: str) -> None:
    """A new code, chosen for the answer on the screen."""
    player.keys("f2")
    player.type(label)
    player.keys("enter")


def stored(db: Database) -> dict[str, list[str]]:
    """What lies in the database: the codes of every answer that is coded, by its words."""
    desk = read_coding(db)
    return {
        one.answer.text: [code.label for code in one.codes(desk.codes)]
        for one in desk.answers
        if one.state is CodingState.coded
    }


class TestAnswers:
    def test_one_key_a_code_and_enter_stores(self, berit: Player, practice: Database) -> None:
        """Several codes for one answer; then the next one is there, with none chosen."""
        first = answers(berit).one.answer
        named(berit, "Økonomi")
        named(berit, "Avstand")
        berit.keys("1", "1", "enter")
        assert stored(practice) == {first.text: ["Økonomi", "Avstand"]}
        assert answers(berit).place >= 1
        assert answers(berit).chosen == frozenset()
        berit.keys("2", "enter")
        assert list(stored(practice).values())[-1] == ["Avstand"]

    def test_enter_without_a_code_says_what_to_do(self, berit: Player, practice: Database) -> None:
        """Nothing is stored; Delete is for what fits under none."""
        berit.keys("enter")
        assert answers(berit).notice is not None
        assert stored(practice) == {}
        text = answers(berit).one.answer.text
        berit.keys("delete")
        assert stored(practice) == {text: []}

    def test_answers_that_are_alike_are_coded_together(
        self, berit: Player, practice: Database
    ) -> None:
        """What is answered most often comes first; undoing has all of them in the list again."""
        alike, left = answers(berit).alike, answers(berit).desk.left(QUESTION)
        assert len(alike) > 1
        assert len({one.answer.alike for one in alike}) == 1
        named(berit, "Økonomi")
        berit.keys("enter")
        assert read_coding(practice).left(QUESTION) == left - len(alike)
        assert answers(berit).one.answer.alike != alike[0].answer.alike
        berit.keys("ctrl+z")
        assert read_coding(practice).left(QUESTION) == left
        assert answers(berit).one.answer == alike[0].answer

    def test_what_shares_words_with_what_was_coded_is_suggested(self, berit: Player) -> None:
        """One key for all of it."""
        desk, screen = answers(berit).desk, answers(berit)
        named(berit, "Økonomi")
        berit.keys("enter")
        learnt = words_of(screen.one.answer.text)
        for _ in range(len(screen.order)):
            shown = answers(berit)
            shares = bool(learnt & words_of(shown.one.answer.text))
            is_open = shown.one.state is not CodingState.coded
            assert bool(shown.suggested) == (shares and is_open)
            berit.keys("down")
        assert desk.left(QUESTION) > 0

    def test_undoing_leaves_it_as_it_was(self, berit: Player, practice: Database) -> None:
        """The last one first; then there is nothing more to undo, and that is said."""
        named(berit, "Økonomi")
        named(berit, "Avstand")
        text = answers(berit).one.answer.text
        berit.keys("enter", "up", "1", "enter")
        assert stored(practice) == {text: ["Avstand"]}
        berit.keys("ctrl+z")
        assert stored(practice) == {text: ["Økonomi", "Avstand"]}
        berit.keys("ctrl+z")
        assert stored(practice) == {}
        assert answers(berit).one.answer.text == text
        berit.keys("ctrl+z")
        assert answers(berit).notice is not None

    def test_only_those_with_certain_words(self, berit: Player) -> None:
        word = answers(berit).one.answer.text.split()[0]
        berit.keys("f6")
        berit.type(word)
        berit.keys("enter")
        shown = [answers(berit).desk.by_key[key].answer.text for key in answers(berit).order]
        assert shown
        assert all(word.casefold() in one.casefold() for one in shown)
        berit.keys("f6", "enter")
        assert answers(berit).order == answers(berit).every
        berit.keys("f6")
        berit.type("qqq")
        berit.keys("enter")
        assert answers(berit).notice is not None


class TestCodes:
    def test_called_otherwise(self, berit: Player, practice: Database) -> None:
        named(berit, "Penger")
        berit.keys("enter", "f12", "1")
        berit.type("Økonomi")
        berit.keys("enter")
        assert list(stored(practice).values()) == [["Økonomi"]]

    def test_called_as_another_they_become_one_after_one_more_key(
        self, berit: Player, practice: Database
    ) -> None:
        """As it cannot be undone, Esc leaves it."""
        named(berit, "Penger")
        named(berit, "Økonomi")
        berit.keys("enter")
        for last in ("escape", "enter"):
            berit.keys("f12", "1")
            berit.type("økonomi")
            berit.keys("enter", last)
            several = last == "escape"
            assert len(answers(berit).codes) == (2 if several else 1)
        assert list(stored(practice).values()) == [["Økonomi"]]

    def test_a_new_one_that_is_there_already_is_that_one(self, berit: Player) -> None:
        named(berit, "Økonomi")
        berit.keys("1")
        named(berit, "ØKONOMI")
        assert [one.id for one in answers(berit).codes] == list(answers(berit).chosen)


class TestBack:
    def test_the_questions_know_what_was_coded(self, berit: Player) -> None:
        """And from there back to the queue."""
        left = answers(berit).desk.left(QUESTION) - len(answers(berit).alike)
        named(berit, "Økonomi")
        berit.keys("enter", "escape")
        assert isinstance(berit.screen, CodingQuestions)
        assert berit.screen.desk.left(QUESTION) == left
        berit.keys("escape")
        assert isinstance(berit.screen, Queue)
