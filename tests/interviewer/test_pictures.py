"""What the main screens look like, at the size they are made for and at a larger one.

A picture that has changed on purpose is drawn anew with `python -m tests.interviewer.scenes`; the
difference is then there to be read in the commit.
"""

import pytest

from interviewer.words import WORDS
from tests.interviewer.scenes import SCENES, SIZES, Scene, picture, picture_file, played


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_the_screen_is_as_pictured(scene: Scene) -> None:
    with played(scene) as player:
        for columns, rows in SIZES:
            drawn = picture(player, columns, rows)
            assert drawn == picture_file(scene, columns, rows).read_text(encoding="utf-8")
            assert drawn == picture(player, columns, rows)  # lines are used again, never changed
            top, _ = picture(player, columns, rows, practice=True).split("\n", 1)
            assert str(WORDS.practice) in top  # whatever else is in the bar


def test_a_window_that_is_too_small_says_so_and_loses_nothing() -> None:
    with played(SCENES[0]) as player:
        assert "Vinduet er for lite: 60×20. Det trengs minst 80×24." in picture(player, 60, 20)
        player.keys("e", "enter")
        assert "Kari Lie" in picture(player, 80, 24)
