"""A note about the case, on its card."""

from tests.support.keyboard import HALDEN, Keyboard

WARNED = "Notatet er ikke lagret."


class TestLeaving:
    """Esc throws nothing away that somebody has written, before that is said."""

    def test_one_that_is_written_is_asked_for_once(self, kari: Keyboard) -> None:
        """In a call, Esc saves a remark; here it does not."""
        kari.keys("enter", "f8", *"Ring Ås", "escape")
        assert WARNED in kari.picture()
        assert "Ring Ås" in kari.picture()
        kari.keys("escape")
        assert "Ring Ås" not in kari.picture()
        assert WARNED not in kari.picture()

    def test_it_can_still_be_saved(self, kari: Keyboard) -> None:
        """And whoever writes on, or pastes, is asked again."""
        kari.keys("enter", "f8", *"Ring", "escape", " ")
        assert WARNED not in kari.picture()
        kari.keys("escape")
        kari.paste("Ås")
        assert WARNED not in kari.picture()
        kari.keys("escape")
        assert WARNED in kari.picture()
        kari.keys("enter")
        assert [one.words for one in kari.file(HALDEN).notes] == ["Ring Ås"]

    def test_an_empty_one_is_left_at_once(self, kari: Keyboard) -> None:
        """There is nothing to ask for."""
        kari.keys("enter", "f8", "escape", "escape")
        assert "Ringeliste" in kari.picture()
