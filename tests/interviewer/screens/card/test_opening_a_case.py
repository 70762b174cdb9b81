"""What it takes to open a case: an interviewer waits for it before every call."""

from db.database import Database
from db.seats import who_sits_here
from interviewer import services
from tests.db.listening import told
from tests.support.keyboard import HALDEN, NOON, TO_THE_NAME, Keyboard


class TestOpeningACase:
    def test_reads_it_once(self, kari: Keyboard, database: Database) -> None:
        """Everything about it in one look, with a query for each kind of thing."""
        with told(database) as asked:
            kari.keys("enter")
        for table in ("contact_point", "call_attempt", "redirect", "interview"):
            assert len([one for one in asked if f"\nFROM {table}" in one]) == 1, table

    def test_tells_how_far_an_interview_has_come(self, on_line: Keyboard) -> None:
        """Where anything was answered: what was only read aloud to somebody else is nothing."""
        on_line.keys("enter", "f5", "b", "1", "f9", "1", "enter")
        assert "Intervjuet er påbegynt" not in on_line.picture()

    def test_tells_whom_to_ask_for_at_the_switchboard(self, on_line: Keyboard) -> None:
        """The line broke before Kari Lie had said where she sits: her name she had told."""
        on_line.keys(*TO_THE_NAME, *"Kari Lie", "enter", "f9", "9", "enter")
        assert "Spør etter Kari Lie" in on_line.picture()
        on_line.keys("enter", "1", "f5", "b", "1", "f9", "2", "enter")
        assert "Spør etter Kari Lie" not in on_line.picture(), "somebody else has answered since"

    def test_closes_a_call_that_was_cut_off(self, on_line: Keyboard, database: Database) -> None:
        """Its end is unknown, and never guessed; what is shown is what is so by now."""
        assert [call.end_unknown for call in on_line.file().attempts] == [False]
        kari = who_sits_here(database, "test@pc")
        assert kari is not None
        opened = services.take_case(database, HALDEN, kari, NOON)
        assert [call.end_unknown for call in opened.file.attempts] == [True]

    def test_tells_why_it_stood_where_it_did(self, kari: Keyboard) -> None:
        """As long as that is so: beside a number that was typed there, none was missing."""
        kari.type("halden")
        kari.keys("enter")
        assert "På ringelisten: Nummeret mangler" in kari.picture()
        kari.keys("f5", "e", "tab", *"69174500", "escape")
        assert "Nummeret mangler" not in kari.picture()

    def test_offers_what_can_be_done(self, kari: Keyboard) -> None:
        """There is nobody to correct, and no interview, before there is one."""
        kari.type("halden")
        kari.keys("enter")
        assert "F12" not in kari.picture()
        assert "F6" not in kari.picture()
        kari.keys("f5", "e", "escape")
        assert "F12 Kontaktpunkt" in kari.picture()
