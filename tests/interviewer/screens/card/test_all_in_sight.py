"""A card with more on it than the smallest screen has room for."""

from db.database import Database
from interviewer.words import WORDS
from tests.support.keyboard import Keyboard

CALLS = 15


def rung_often(kari: Keyboard) -> Keyboard:
    """Halden with a number, several people, and more calls than there are lines."""
    kari.keys("enter")
    for name in ("Anne", "Berit", "Carl", "Dag"):
        kari.keys("f5", "e", *name, "enter", *"69287123", "escape")
    for nth in range(CALLS):
        kari.keys("1", *(["1"] if nth else []))
        kari.keys("f9", "1", *f"forsøk nr. {nth + 1}", "enter")
    return kari


class TestMoreThanThereIsRoomFor:
    """What lies further down is announced by a sign, and PgDn leads to it."""

    def test_to_the_last_call_and_back(self, kari: Keyboard, database: Database) -> None:
        card = rung_often(kari)
        assert " ↓ …" in card.picture()
        assert "forsøk nr. 1 " not in card.picture()
        card.keys("pagedown", "pagedown")
        assert "forsøk nr. 1 " in card.picture()
        assert " ↑ …" in card.picture()
        assert " ↓ …" not in card.picture()
        card.keys("pageup", "pageup", "pageup")
        assert str(WORDS.contacts) in card.picture()

    def test_the_marked_contact_is_in_sight(self, kari: Keyboard, database: Database) -> None:
        """However far down one has read."""
        card = rung_often(kari)
        card.keys("pagedown", "pagedown")
        for name in ("Anne", "Berit", "Carl", "Dag"):
            card.keys("down")
            lit = next(line for line in card.picture().splitlines() if line.startswith(" ▸"))
            assert name in lit


def test_a_remark_stands_with_the_question_as_it_was_asked(on_line: Keyboard) -> None:
    """By whom and of which unit; no place that is to be filled in is ever seen."""
    on_line.keys("f4")
    on_line.type("Ring heller mandag")
    on_line.keys("enter", "f9", "1", "enter")
    seen = " ".join(on_line.picture(120, 40).replace("│", " ").split())
    assert "Ring heller mandag" in seen
    assert "jeg heter Kari" in seen
    assert "{" not in seen
