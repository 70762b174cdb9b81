"""The project's settings rank the cases alike, on the screen and in the commands.

It is Monday 2 March 2015, noon in Oslo.
"""

from datetime import timedelta

from db.database import Database
from interviewer.commands.decide.show_unit import place_of
from interviewer.places import made_folder, settings_file
from interviewer.screens.call_list.state import CallList
from tests.support.keyboard import NOON, Keyboard

AFTERNOONS_ONLY = '[call_window]\nopens = "12:00"\ncloses = "16:00"\npause = []\n'


def test_when_to_ring_again(database: Database) -> None:
    """Where nobody rings before noon, no command says "prøv om formiddagen"."""
    made_folder()
    settings_file().write_text(AFTERNOONS_ONLY, encoding="utf-8")
    kari = Keyboard(database).sits_down()
    kari.keys("enter", "enter")
    kari.type("69 17 45 00")
    kari.keys("enter", "f9", "1", "enter", "escape")
    kari.type("halden")
    assert isinstance(kari.screen, CallList)
    reason = kari.screen.lines[0].reason
    assert reason == "Ikke svar én gang midt på dagen – prøv om ettermiddagen"
    assert place_of(database, "0101", NOON + timedelta(minutes=5)) == f"Venter: {reason}"
