"""`ringerunde review --plain`: what a coordinator does on screen, typed and heard line by line."""

from pathlib import Path

import pytest
from rich.table import Table

from db.database import Database
from interviewer.draw.spoken import SpokenPage, tables_read_out
from interviewer.plain import changes
from interviewer.screens.bring_in.state import BringIn
from interviewer.screens.call_list.state import CallList
from interviewer.screens.cases.state import Cases
from interviewer.screens.coding.state import CodingAnswers
from interviewer.screens.interview.state import ReviewCase
from interviewer.screens.palette.state import ActionPalette
from interviewer.screens.queue.state import Queue
from interviewer.screens.router import SCREENS
from tests.interviewer.screens.conftest import IN_SEASON
from tests.support.listener import Listener

FOR_THE_EYE = {CallList, BringIn, ActionPalette}
"""The call list, where a case is named instead; and what finds by its name what `/` finds."""


@pytest.fixture
def ida(practice: Database) -> Listener:
    """A coordinator at her desk."""
    ida = Listener(practice, "ida@pc", case_id=None, now=IN_SEASON)
    ida.types("Ida Dahl")
    return ida


def test_everything_that_review_shows_is_said() -> None:
    """A new screen of the coordinator's has to be heard, too."""
    assert {state for state, shown in SCREENS.items() if shown.speak is None} == FOR_THE_EYE


def test_an_interview_is_found_read_and_decided(ida: Listener) -> None:
    """What is written searches the queue; what can be decided stands behind the answers."""
    queue = ida.talk.loop.screen
    assert isinstance(queue, Queue)
    place = queue.place(queue.items[-1])
    assert any(words.startswith(f"Merket: {place}") for words in ida.types(place))
    read = ida.types("")
    assert read[1].startswith("Klasse: ")
    assert "Passer det at jeg stiller deg noen spørsmål nå?" in read
    assert "1 Godta klassen" in read
    assert isinstance(ida.talk.loop.screen, ReviewCase)
    assert ida.types("1")[0].startswith(f"{place}: godtatt.")
    assert isinstance(ida.talk.loop.screen, Queue)


def test_as_many_as_there_are(ida: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a long list it is told how many there are in it; its heading is none of them."""
    monkeypatch.setattr(changes, "MANY", 5)
    said = ida.types("/f6", "/f6", "/f6")
    queue = ida.talk.loop.screen
    assert isinstance(queue, Queue)
    assert said[0] == "Alle fullførte intervjuer"
    assert f"{len(queue.items)} linjer: skriv noe du leter etter, eller ? for å høre alle." in said


def test_answers_are_coded_by_the_characters_in_front(ida: Listener) -> None:
    """The line that codes an answer leads to the next one."""
    ida.types("/koding", "", "/f2", "Frivillige")
    assert isinstance(ida.talk.loop.screen, CodingAnswers)
    assert "Frivillige" in ida.types("")[0]


def test_a_key_that_means_something_else_in_a_call(ida: Listener) -> None:
    """F7 and F8 answer where somebody is asked; here they have names as all others."""
    assert ida.types("/f8")[0] == "Kvalitet"
    assert "Merket: " in ida.types("/esc", "/saker")[2]
    assert isinstance(ida.talk.loop.screen, Cases)
    assert ida.types("/f7")[1] == "Hvem som har hva"


def test_a_file_is_ordered_and_what_was_written_is_said(ida: Listener, tmp_path: Path) -> None:
    """The choices are moved between and turned as on the screen."""
    ida.types("/f9", "6")
    assert ida.types("/ned")[0] == "Merket: Svar, (x) koder, ( ) etiketter"
    assert ida.types("/mellomrom")[0] == "Merket: Svar, ( ) koder, (x) etiketter"
    place = str(tmp_path / "ut")  # a line that begins with / is an order, and one with // is not
    assert ida.types(f"/{place}" if place[0] == "/" else place)[0] == f"Skrevet i {place}:"
    assert (tmp_path / "ut" / "cases.csv").exists()


def test_numbers_behind_what_they_count() -> None:
    """A table row by row, without the lines of the table."""
    table = Table("Sted", title="Saker")
    table.add_column("Antall", justify="right")
    table.add_row("Ferdig", "12")
    page = SpokenPage()
    tables_read_out(page, [table])
    assert page.said == ("Saker", "Ferdig, Antall 12")
