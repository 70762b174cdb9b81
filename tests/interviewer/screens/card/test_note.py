"""A note about the case: on its card, and at a coordinator's desk."""

import pytest

from db.database import Database
from tests.support.keyboard import HALDEN, Keyboard

WARNED = "Notatet er ikke lagret."


@pytest.fixture(params=["the card", "the desk"])
def noting(request: pytest.FixtureRequest, database: Database) -> Keyboard:
    """Somebody who may write one now."""
    at_the_desk = request.param == "the desk"
    kari = Keyboard(database, reviewing=at_the_desk).sits_down()
    kari.keys(*(("f4", "f6") if at_the_desk else ()), "enter", "f8")
    return kari


class TestLeaving:
    """Esc throws nothing away that somebody has written, before that is said."""

    def test_one_that_is_written_is_asked_for_once(self, noting: Keyboard) -> None:
        """In a call, Esc saves a remark; here it does not."""
        noting.keys(*"Ring Ås", "escape")
        assert WARNED in noting.picture()
        assert "Ring Ås" in noting.picture()
        noting.keys("escape")
        assert "Ring Ås" not in noting.picture()
        assert WARNED not in noting.picture()
        assert "Notat om saken" not in noting.picture()

    def test_it_can_still_be_saved(self, noting: Keyboard) -> None:
        """And whoever writes on, or pastes, is asked again."""
        noting.keys(*"Ring", "escape", " ")
        assert WARNED not in noting.picture()
        noting.keys("escape")
        noting.paste("Ås")
        assert WARNED not in noting.picture()
        noting.keys("escape")
        assert WARNED in noting.picture()
        noting.keys("enter")
        assert [one.words for one in noting.file(HALDEN).notes] == ["Ring Ås"]

    def test_an_empty_one_is_left_at_once(self, noting: Keyboard) -> None:
        """There is nothing to ask for."""
        noting.keys(" ", "escape")
        assert WARNED not in noting.picture()
        assert "Notat om saken" not in noting.picture()
