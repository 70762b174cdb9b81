"""Agreeing on a time: typed as people say it, said back before it is saved, kept on the list.

It is Monday 2 March 2015, noon in Oslo.
"""

from datetime import UTC, datetime, timedelta

from db.database import Database
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.state import Card
from schemas.calls.appointments import AppointmentKind
from schemas.calls.outcomes import Outcome
from tests.support.keyboard import Keyboard
from tests.support.open_appointments import all_open

AGREE = ("f9", "c")
"""Hang up, with an appointment."""


class TestTyped:
    """ "Tirs 14", Enter: weekday and date come back, and only the next Enter saves."""

    def test_said_back_before_it_is_saved(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*AGREE)
        on_line.type("tirs 14")
        on_line.keys("enter")
        assert "✓ tirsdag 3. mars kl. 14.00 (" in on_line.picture()
        assert not all_open(database)
        on_line.type("Kari Lie")
        on_line.keys("enter")
        (agreed,) = all_open(database)
        assert agreed.due == datetime(2015, 3, 3, 13, 0, tzinfo=UTC)
        assert (agreed.kind, agreed.note) == (AppointmentKind.hard, "Kari Lie")
        assert on_line.file().attempts[0].outcome is Outcome.appointment
        assert "Fast avtale: tirsdag 3. mars kl. 14.00" in on_line.picture()

    def test_what_is_no_time_is_explained_and_stays(self, on_line: Keyboard) -> None:
        on_line.keys(*AGREE)
        on_line.type("når det passer")
        on_line.keys("enter")
        assert "når det passer" in on_line.picture()
        assert "«når det passer» sier ikke når." in on_line.picture()

    def test_an_appointment_needs_a_time(self, on_line: Keyboard) -> None:
        on_line.keys(*AGREE, "enter")
        assert "(M-EMPTY)" in on_line.picture()

    def test_the_past_is_refused(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*AGREE)
        on_line.type("1.3. kl 10")
        on_line.keys("enter")
        assert "✗" in on_line.picture()
        on_line.keys("enter")
        assert not all_open(database)

    def test_escape_goes_back_to_the_time(self, on_line: Keyboard) -> None:
        on_line.keys(*AGREE)
        on_line.type("tirs 14")
        on_line.keys("enter", "escape")
        assert "› tirs 14" in on_line.picture()

    def test_a_public_holiday_is_warned_of(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*AGREE)
        on_line.type("1. mai kl 10")
        on_line.keys("enter")
        assert "! " in on_line.picture()
        assert "1. mai" in on_line.picture()
        on_line.keys("enter")
        assert len(all_open(database)) == 1

    def test_firm_or_loose_and_with_whom(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys(*AGREE)
        on_line.type("i morgen 10:30")
        on_line.keys("enter", "tab", "shift+tab", "enter")
        (agreed,) = all_open(database)
        assert agreed.kind is AppointmentKind.soft
        assert agreed.only_with == agreed.made_by

    def test_it_stays_so_when_the_time_is_corrected(
        self, on_line: Keyboard, database: Database
    ) -> None:
        """Esc leads to the time alone: a promise to ring oneself was anybody's, without a word."""
        on_line.keys(*AGREE)
        on_line.type("i morgen 10:30")
        on_line.keys("enter", "tab", "shift+tab", "escape")
        on_line.keys("backspace", "5", "enter", "enter")
        (agreed,) = all_open(database)
        assert agreed.kind is AppointmentKind.soft
        assert agreed.only_with == agreed.made_by

    def test_a_clash_with_another_of_mine(self, kari: Keyboard) -> None:
        kari.dials()
        kari.keys(*AGREE)
        kari.type("i morgen 10:30")
        kari.keys("enter", "enter", "escape")
        kari.type("moss")
        kari.keys("enter", "enter", "enter", *AGREE)
        kari.type("i morgen 10:35")
        kari.keys("enter")
        assert "! " in kari.picture()
        assert "Halden (Østfold)" in kari.picture()


class TestOtherOutcomes:
    """Who is not there may be back at a time, and need not be."""

    def test_back_on_thursday(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys("f9", "b")
        on_line.type("torsdag kl 9")
        on_line.keys("enter", "enter")
        (agreed,) = all_open(database)
        assert agreed.kind is AppointmentKind.soft
        assert on_line.file().attempts[0].outcome is Outcome.unavailable

    def test_whom_to_ask_for_is_remembered(self, on_line: Keyboard, database: Database) -> None:
        """What was noted with the appointment stands in the note when the right one is out."""
        on_line.keys("f9", "c", *"i morgen 10:30", "enter", *"spør etter Anne", "enter", "enter")
        on_line.keys("enter", "1", "f9", "b", "enter")
        assert "› spør etter Anne" in on_line.picture()
        on_line.keys("enter")
        assert on_line.file().attempts[-1].note == "spør etter Anne"

    def test_nobody_knows_when(self, on_line: Keyboard, database: Database) -> None:
        on_line.keys("f9", "b", "enter", "enter")
        assert not all_open(database)
        assert isinstance(on_line.screen, Card)

    def test_later_than_now_leads_to_an_appointment(self, on_line: Keyboard) -> None:
        on_line.keys("enter", "2", "enter")
        assert "Når?" in on_line.picture()


class TestOnTheList:
    """What is agreed on stands on top when its time comes, with its reason in words."""

    def agreed(self, kari: Keyboard) -> None:
        """An appointment in an hour, and back at the list."""
        kari.keys("enter", "enter")
        kari.type("69 17 45 00")
        kari.keys("enter", "f12", "enter")
        kari.type("Anne Berg")
        kari.keys("escape", *AGREE)
        kari.type("kl 13")
        kari.keys("enter", "enter", "escape")

    def test_named_at_the_top_of_the_screen(self, kari: Keyboard) -> None:
        self.agreed(kari)
        assert "neste avtale kl. 13.00 Halden (Østfold)" in kari.picture(120, 40)

    def test_on_top_when_it_is_time(self, kari: Keyboard) -> None:
        self.agreed(kari)
        kari.wait(timedelta(minutes=56))
        kari.mind()
        assert isinstance(kari.screen, CallList)
        first = kari.screen.lines[0]
        assert first.case.unit.name == "Halden"
        assert "Avtale kl. 13.00 med Anne Berg" in first.reason

    def test_kept_by_calling(self, kari: Keyboard, database: Database) -> None:
        self.agreed(kari)
        kari.wait(timedelta(minutes=58))
        kari.type("halden")
        kari.keys("enter", "enter", "enter", "f9", "1", "enter")
        assert not all_open(database)

    def test_not_by_a_call_before_it_comes_on_top(self, kari: Keyboard, database: Database) -> None:
        """Nobody answered, ten minutes too early: what was promised is promised still."""
        self.agreed(kari)
        kari.wait(timedelta(minutes=50))
        kari.type("halden")
        kari.keys("enter", "enter", "enter", "f9", "1", "enter")
        assert len(all_open(database)) == 1

    def test_todays_agenda(self, kari: Keyboard) -> None:
        self.agreed(kari)
        kari.keys("f6", "3")
        assert isinstance(kari.screen, CallList)
        assert [line.case.unit.name for line in kari.screen.lines] == ["Halden"]
