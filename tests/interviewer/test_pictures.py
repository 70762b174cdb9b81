"""What the main screens look like, at the size they are made for and at others, in any font.

A picture that has changed on purpose is drawn anew with `python -m tests.interviewer.scenes`; the
difference is then there to be read in the commit.
"""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from interviewer.draw.plain_signs import LETTERS
from interviewer.words import WORDS
from schemas.calls.settings import Settings
from tests.interviewer.scenes.pictures import (
    SCENES,
    SIZES,
    picture,
    picture_file,
    play_season,
    played,
)
from tests.interviewer.scenes.scene import Pictured, Scene
from tests.support.made_once import made_once

ON_THE_WAY = ((200, 60), (80, 24), (300, 24), (79, 24), (20, 5), (1, 1), (80, 100), (112, 25))
"""Sizes that a window has while somebody drags at its corner."""

Played = tuple[Scene, Pictured]

FOLDERS = ("~\\Documents\\ringerunde\\2015-03-17\\", "~/Documents/ringerunde/2015-03-17/")
"""As Windows writes the place of an export, and as the pictures have it."""


@pytest.fixture(scope="session")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the scenes of a coordinator are played on."""
    return made_once(tmp_path_factory, "scenes.sqlite", play_season)


@pytest.fixture(scope="module", params=SCENES, ids=lambda scene: scene.__name__)
def shown(request: pytest.FixtureRequest, season: Path) -> Iterator[Played]:
    """Every scene, played once for all that is asked of it."""
    with played(request.param, season) as player:
        yield request.param, player


@pytest.mark.slow
def test_the_screen_is_as_pictured(shown: Played) -> None:
    scene, player = shown
    for columns, rows in SIZES:
        drawn = picture(player, columns, rows)
        pictured = picture_file(scene, columns, rows).read_text(encoding="utf-8")
        assert drawn.replace(*FOLDERS) == pictured
        assert drawn == picture(player, columns, rows)  # lines are used again, never changed
        top, _ = picture(player, columns, rows, practice=True).split("\n", 1)
        assert str(WORDS.practice) in top  # whatever else is in the bar


def test_a_window_may_have_any_size_on_its_way(shown: Played) -> None:
    """Each picture fills its window, and the first one comes back as it was."""
    _, player = shown
    first = picture(player, *SIZES[0])
    for columns, rows in ON_THE_WAY:
        picture(player, columns, rows)  # which looks at its height and its widths
    assert picture(player, *SIZES[0]) == first


def test_frames_and_signs_in_ascii(shown: Played) -> None:
    """Where the font has no others: the same picture, sign by sign, and Norwegian letters."""
    _, player = shown
    for columns, rows in SIZES:
        whole = picture(player, columns, rows).splitlines()
        plain = picture(player, columns, rows, in_ascii=True).splitlines()
        assert {char for char in "".join(plain) if not char.isascii()} <= LETTERS
        for line, other in zip(whole, plain, strict=True):
            kept = [(a, b) for a, b in zip(line, other, strict=False) if a.isascii()]
            assert all(a == b for a, b in kept)


def test_a_window_that_is_too_small_says_so_and_loses_nothing(season: Path) -> None:
    with played(SCENES[0], season) as player:
        assert "Vinduet er for lite: 60×20. Det trengs minst 80×24." in picture(player, 60, 20)
        assert "60x20" in picture(player, 60, 20, in_ascii=True)
        player.keys("e", "enter")
        assert "Kari Lie" in picture(player, 80, 24)


class TestNoCodes:
    """What is called something in the program is called something else on the screens."""

    def test_no_name_of_the_program_is_on_a_screen(self) -> None:
        """Names of questions, checks and codes have underlines, and no sentence has: but for a
        setting, which people write by its name."""
        settings = {one.name for one in fields(Settings)}
        named = [
            f"{file.name}: {found}"
            for file in sorted((Path(__file__).parent / "pictures").glob("*.txt"))
            for found in re.findall(r"\b[a-z]+_[a-z_]+\b", file.read_text("utf-8"))
            if found not in settings
        ]
        assert named == []
