"""F12 on the card: what can be done with a contact point, each with a key."""

from dataclasses import replace
from uuid import uuid4

import pytest

from db.calls import add_contact
from db.cases import case_id_of
from db.database import Database
from db.leases import take_case
from db.people import sit_down
from interviewer.screens.call_list.state import CallList
from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.whom_to_dial import marked_numbers
from schemas.surveys.municipal_services_2015.departments import Office
from tests.support.keyboard import HALDEN, NOON, TO_THE_NAME, Keyboard


@pytest.fixture
def card(on_line: Keyboard) -> Keyboard:
    """The card, with a switchboard, and Anne, who is marked."""
    on_line.keys("f12", "enter", "tab", *"69174500", "escape")
    on_line.keys("f5", "e", "1", *TO_THE_NAME, *"Anne", "enter")
    on_line.keys("f12", "1", "tab", *"69174501", "escape", "f9", "4", "1", *"senere", "enter")
    on_line.keys("down", "down")
    return on_line


def contacts(kari: Keyboard) -> list[ContactPoint]:
    """All of the case, the switchboard first."""
    return list(kari.file().contacts)


class TestWhatEnterDoes:
    """It is said of the one who is marked."""

    def test_rings_whoever_is_marked(self, card: Keyboard) -> None:
        assert "Enter ringer Frisklivssentral (Anne)" in card.picture()
        card.keys("up")
        assert "Enter ringer Sentralbord" in card.picture()

    def test_asks_for_a_number_first(self, card: Keyboard) -> None:
        """Where there is none, or only one that turned out to be somebody else's."""
        card.keys("f12", "3", "down", "down")
        assert "Enter spør etter nummeret til Frisklivssentral (Anne)" in card.picture()
        card.keys("enter")
        assert "Nummer til Frisklivssentral (Anne)?" in card.picture()


class TestWhatCanBeDone:
    def test_all_of_it_is_offered(self, card: Keyboard) -> None:
        """With the first line for what is done most."""
        card.keys("f12")
        for words in (
            "Rett navn",
            "er dødt",
            "Feil nummer",
            "Ring denne først",
            "Slå sammen",
            "Ta ut",
        ):
            assert words in card.picture()

    def test_corrected(self, card: Keyboard) -> None:
        """F12 or Enter once more leads to the fields."""
        card.keys("f12", "f12", "ctrl+u", *"Anne Berg", "escape")
        assert contacts(card)[1].person == "Anne Berg"

    def test_a_dead_number(self, card: Keyboard) -> None:
        """It is said on it, and rung no more; another number is well, and so is a mistake."""
        card.keys("f12", "2")
        assert "✗ Nummeret er ikke i bruk" in card.picture(120, 40)
        assert card.card.next == contacts(card)[0]
        card.keys("down", "down", "f12", "2")
        assert "✗ Nummeret er ikke i bruk" not in card.picture(120, 40)
        assert card.card.next == contacts(card)[1]

    def test_a_wrong_number(self, card: Keyboard) -> None:
        """Somebody else's: said on it with what follows, and rung no more; and taken back."""
        card.keys("f12", "3")
        assert "69 17 45 01 er merket som feil nummer. Prøv neste nummer" in card.picture(120, 40)
        assert "✗ Feil nummer" in card.picture(120, 40)
        assert marked_numbers(contacts(card)) == {"+4769174501": Outcome.wrong_number}
        assert card.card.next == contacts(card)[0]
        card.keys("down", "down", "f12", "2")
        assert "✗ Feil nummer" not in card.picture(120, 40)
        assert card.card.next == contacts(card)[1]

    def test_no_number_is_left(self, card: Keyboard) -> None:
        """Wrong, both of them: the case needs a number."""
        card.keys("f12", "3", "up", "up", "f12", "3", "escape")
        assert isinstance(card.screen, CallList)
        line = next(one for one in card.screen.ranked if one.case.case_id == HALDEN)
        assert line.rule.place is ListPlace.needs_number

    def test_whoever_else_has_it(self, card: Keyboard) -> None:
        """A number is nobody's for all who have it in the case, and right again for all."""
        card.keys("up", "up", "f12", "f12", "tab", "ctrl+u", *"69174501", "escape")
        card.keys("down", "down", "f12", "2")
        assert card.picture(120, 40).count("✗ Nummeret er ikke i bruk") == 2
        assert [card.card.number_of(one) for one in contacts(card)] == ["", ""]
        card.keys("up", "f12", "2")
        assert marked_numbers(contacts(card)) == {}

    def test_in_which_other_cases_it_stands(self, card: Keyboard, database: Database) -> None:
        """Somebody has to look there, too: it is said where."""
        there = case_id_of("0104")
        berit = sit_down(database, uuid4(), "Berit", "berit@pc", NOON)
        lease = take_case(database, there, berit.id, NOON)
        moss = ContactPoint.named(uuid4(), there, Office.switchboard, "nettsiden", NOON)
        add_contact(database, lease, replace(moss, phone="+4769174501"))
        card.keys("f12", "2")
        told = " ".join(card.picture(120, 40).split())
        assert "Det samme nummeret står også i Moss (Østfold)." in told

    def test_moved_up(self, card: Keyboard) -> None:
        """Whoever is moved up is the one that Enter rings."""
        card.keys("up", "f12", "4")
        assert card.card.next == contacts(card)[0]
        card.keys("up", "f12", "4")
        assert card.card.next == contacts(card)[1]

    def test_retired_with_a_reason(self, card: Keyboard) -> None:
        """Not without one; it is kept, and offered to nobody."""
        card.keys("f12", "6", "enter")
        assert "Skriv kort hvorfor" in card.picture()
        card.keys(*"Sluttet i vår", "enter")
        gone = contacts(card)[1]
        assert (gone.is_retired, gone.retired_why) == (True, "Sluttet i vår")
        assert gone not in card.file().in_use

    def test_merged(self, card: Keyboard) -> None:
        """All that was done with the other was done with this one; nothing is lost."""
        card.keys("f5", "e", *"Anne B", "enter", *"69174502", "escape")
        anne, again = contacts(card)[1:]
        card.keys("up", "up", "up", "down", "f12", "5", "2")
        assert "Det kan ikke angres." in " ".join(card.picture().split())
        assert not contacts(card)[2].is_retired
        card.keys("1")
        kept, other = contacts(card)[1:]
        assert (kept.id, kept.person) == (anne.id, "Anne")
        assert (other.id, other.retired_why) == (again.id, "Den samme som Frisklivssentral (Anne)")
        assert "er nå Frisklivssentral (Anne)" in card.picture()

    def test_second_thoughts_before_it_cannot_be_undone(self, card: Keyboard) -> None:
        """Esc chooses another, the second key keeps both."""
        card.keys("f12", "5", "1", "escape")
        assert "Hvem er den samme" in card.picture()
        card.keys("1", "2")
        assert not any(one.is_retired for one in contacts(card))


class TestSomebodyKnown:
    """A person is made once: her name, typed for a new contact point, leads to who she is."""

    def test_on_the_card(self, card: Keyboard) -> None:
        """With the number that was typed, and the name as it stood."""
        card.keys("f5", "h", *"ANNE", "enter", *"69174599", "escape")
        assert "(Anne) er kjent i saken fra før" in card.picture(120, 40)
        assert [one.person for one in contacts(card)] == ["", "Anne"]
        assert contacts(card)[1].phone == "+4769174599"

    def test_the_last_on_the_card(self, card: Keyboard) -> None:
        """Who was marked is on it no more: whoever is rung next is marked instead."""
        card.keys("f5", "h", "tab", *"69174502", "escape", "down", "down")
        assert card.card.marked() == contacts(card)[2]
        card.keys("f12", "f12", *"Anne", "escape")
        assert [one.is_retired for one in contacts(card)] == [False, False, True]
        assert card.card.marked() == card.card.next
        assert "(Anne) er kjent i saken fra før" in card.picture()

    def test_as_a_lead(self, on_line: Keyboard) -> None:
        """Whom we are told of turns out to be Anne: the way leads to her."""
        on_line.keys("f5", "e", "2", *"Anne", "escape")
        on_line.keys("f5", "h", "2", *"anne", "enter", *"69174599", "escape")
        anne = next(one for one in contacts(on_line) if one.person == "Anne")
        assert [one.label for one in on_line.file().in_use] == ["Sentralbord", anne.label]
        assert anne.phone == "+4769174599"
        assert len(on_line.file().redirects) == 2

    def test_who_was_rung(self, on_line: Keyboard) -> None:
        """The one on the line is somebody whom we know: the call was with her."""
        on_line.keys("f5", "e", "2", *"Anne", "escape")
        on_line.keys("f5", "h", "1", "f12", "1", *"anne", "escape")
        assert on_line.call.on_line == contacts(on_line)[1]
        assert [one.person for one in on_line.file().in_use] == ["", "Anne"]


class TestBack:
    def test_escape_goes_one_step(self, card: Keyboard) -> None:
        """From the reason to the menu, from the menu to the card."""
        card.keys("f12", "6", *"nei", "escape")
        assert "Hva vil du gjøre?" in card.picture()
        card.keys("escape")
        assert card.card.panel is None
