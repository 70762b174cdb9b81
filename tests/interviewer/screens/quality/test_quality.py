"""Quality on the screen: from everybody to the interview behind a number, and one's own alone."""

import pytest

from db.database import Database
from interviewer.draw.bars import Surroundings
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.picture import draw
from interviewer.screens.quality.state import OwnQuality, QualityView
from interviewer.screens.queue.state import Queue
from interviewer.screens.router import spoken
from interviewer.terminal.player import Player
from tests.interviewer.screens.conftest import IN_SEASON
from tests.support.keyboard import Keyboard


@pytest.fixture
def berit(berit: Keyboard) -> Keyboard:
    """A coordinator, at what sets interviewers apart."""
    berit.keys("f8")
    return berit


@pytest.fixture
def ida(practice: Database) -> Keyboard:
    """An interviewer, at her own figures."""
    ida = Keyboard(practice, IN_SEASON).sits_down("Ida Øvingstad")
    ida.keys("f2")
    return ida


def picture(player: Player) -> str:
    """What is on the screen."""
    around = Surroundings(80, 24, player.now, ran=player.ran)
    return "\n".join(line.plain.rstrip() for line in draw(player.screen, around))


def test_from_a_number_to_the_interview_and_back(berit: Player) -> None:
    """Person, measure, interview; Esc takes each of the steps back."""
    assert isinstance(berit.screen, QualityView)
    assert "for få til å sammenligne" in picture(berit)
    berit.keys("enter")
    assert "Lengde: minutter per intervju" in picture(berit)
    berit.keys("enter")
    assert "Bak tallet" in picture(berit)
    berit.keys("down", "enter")
    assert isinstance(berit.screen, ReviewCase)
    berit.keys("escape")
    assert isinstance(berit.screen, QualityView)
    assert berit.screen.lit_behind == 1
    berit.keys("escape", "escape", "escape")
    assert isinstance(berit.screen, Queue)


def test_a_decision_comes_back_here(berit: Player) -> None:
    """With the next interview marked."""
    berit.keys("enter", "enter", "enter", "1")
    assert isinstance(berit.screen, QualityView)
    assert berit.screen.lit_behind == 1
    assert berit.screen.notice is not None


def test_where_there_is_nothing_behind_nothing_opens(berit: Player) -> None:
    """Nobody rang at night."""
    berit.keys("enter", "pagedown", "pagedown", "enter")
    assert isinstance(berit.screen, QualityView)
    assert berit.screen.measure is None


def test_ones_own_has_nobody_else(ida: Player) -> None:
    """Not even what the two others have together."""
    assert isinstance(ida.screen, OwnQuality)
    told = picture(ida)
    assert "Jens" not in told
    assert "Sara" not in told
    assert {one.found.others for one in ida.screen.measured} == {None}


def test_from_ones_own_to_the_case(ida: Player) -> None:
    """The card, and not the review."""
    ida.keys("enter", "enter")
    assert isinstance(ida.screen, Card)


def test_ones_own_is_told_in_sentences(ida: Player) -> None:
    """A measure a line, and what is behind one."""
    around = Surroundings(80, 24, ida.now, ran=ida.ran)
    said = spoken(ida.screen, around)
    assert said is not None
    assert any(line.startswith("«Vet ikke»: ") for line in said.lines)
    ida.keys("enter")
    behind = spoken(ida.screen, around)
    assert behind is not None
    assert len(behind.lines) > 1
    ida.keys("escape", "escape")
    assert isinstance(ida.screen, CallList)


def test_whoever_has_done_nothing_is_told(practice: Database) -> None:
    """Before the first call."""
    new = Keyboard(practice, IN_SEASON).sits_down("Nina Nyberg")
    new.keys("f2")
    assert "Du har ikke ringt eller fullført et intervju ennå." in picture(new)
    new.keys("down", "enter", "f5", "escape")
    assert isinstance(new.screen, CallList)
