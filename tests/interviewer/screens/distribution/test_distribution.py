"""Who rings what, on the keyboard: by county, evenly, by hand, back again; and notes."""

from pathlib import Path

import pytest

from db.call_list import states
from db.database import Database
from interviewer.screens.card.state import Card
from interviewer.screens.case.state import DecideCase
from interviewer.screens.cases.state import Cases
from interviewer.screens.distribution.state import Distribution
from schemas.calls.settings import Settings
from tests.support.keyboard import Keyboard


@pytest.fixture
def berit(berit: Keyboard) -> Keyboard:
    """Berit the coordinator, where work is shared out."""
    berit.keys("f4", "f7")
    return berit


def owners(db: Database) -> dict[str, str]:
    """Whose the open cases are, by unit."""
    every = states(db, Settings())
    return {one.unit.id: one.given_to.name for one in every if one.given_to and not one.ended}


def shared(keyboard: Keyboard) -> Distribution:
    """The screen that is shown."""
    assert isinstance(keyboard.screen, Distribution)
    return keyboard.screen


def test_a_county_and_back(berit: Keyboard, practice: Database) -> None:
    """To the marked person; Delete takes back those of the county."""
    berit.keys("down", "enter", "enter")
    assert set(owners(practice).values()) == {"Ida Øvingstad"}
    assert {unit[:2] for unit in owners(practice)} == {"01"}
    assert shared(berit).hers_in == {"01": len(owners(practice))}
    berit.keys("down", "delete")
    assert "Der har Ida Øvingstad ingen åpne saker." in berit.picture()
    berit.keys("up", "delete")
    assert owners(practice) == {}
    assert "Tatt tilbake:" in berit.picture()
    berit.keys("escape", "escape")
    assert isinstance(berit.screen, Cases)


def test_evenly_when_it_is_certain(berit: Keyboard, practice: Database) -> None:
    """One key asks, Enter does it; nobody gives to herself so."""
    berit.keys("f6", "escape")
    assert owners(practice) == {}
    berit.keys("f6", "enter")
    names = list(owners(practice).values())
    assert set(names) == {"Ida Øvingstad", "Jens Prøvedal", "Sara Tenktbakken"}
    counts = [names.count(one) for one in set(names)]
    assert max(counts) - min(counts) <= 1
    berit.keys("down", "delete", "enter")
    assert "Ida Øvingstad" not in owners(practice).values()


def test_by_hand_with_a_note(berit: Keyboard, practice: Database) -> None:
    """On a case; whoever opens its card sees whose it is, and the note, and writes another."""
    berit.keys("escape", "enter", "f7", "2")
    case = berit.screen
    assert isinstance(case, DecideCase)
    assert list(owners(practice).values()) == ["Ida Øvingstad"]
    berit.keys("f8")
    berit.type("Ring før ferien")
    berit.keys("enter")
    assert "Gitt til Ida Øvingstad." in berit.picture(80, 24)
    berit.keys("6")
    assert isinstance(berit.screen, Card)
    assert "Ring før ferien" in berit.picture(80, 40)
    berit.keys("f8")
    berit.type("Gjort")
    berit.keys("enter")
    assert [one.words for one in berit.screen.file.notes] == ["Ring før ferien", "Gjort"]


def test_a_note_with_nothing_in_it_is_none(berit: Keyboard) -> None:
    """On a case and on its card, and nothing is said of a decision."""
    berit.keys("escape", "enter", "f8", "enter")
    assert "Skriv notatet, eller lukk med Esc. (S-NOTE)" in berit.picture(80, 24)
    berit.keys("f1")
    assert "Lagre notatet." in berit.picture(80, 40)
    assert "avgjør" not in berit.picture(80, 40)
    berit.keys("escape", "escape", "6", "f8", "enter")
    assert isinstance(berit.screen, Card)
    assert "Skriv notatet, eller lukk med Esc. (S-NOTE)" in berit.picture(80, 24)
    assert berit.screen.file.notes == ()


def test_what_is_mine_on_the_list(practice: Database, tmp_path: Path) -> None:
    """What is given to her is among hers, and the rest of the county is nobody else's to see."""
    berit = Keyboard(practice, seat="berit@pc", seed=7, reviewing=True).sits_down("Berit")
    berit.keys("f4", "f7", "down", "enter", "enter")
    given = set(owners(practice))
    ida = Keyboard(practice, seat="ida@pc", seed=8).sits_down("Ida Øvingstad")
    ida.keys("f6", "4")
    mine = {line.case.unit.id for line in ida.screen.lines}  # type: ignore[attr-defined]
    assert given <= mine
