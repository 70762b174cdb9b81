"""Dark, light, in high contrast or without colours: chosen with a key, remembered, readable."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.style import Style

from interviewer.draw import theme
from interviewer.draw.palettes import COLOURLESS, DARK, PALETTES, Palette
from interviewer.draw.theme import Role
from interviewer.places import settings_file
from interviewer.terminal.app import Ringerunde
from interviewer.terminal.looks import next_to, remember, remembered
from tests.interviewer.conftest import Copies
from tests.interviewer.terminal.test_burst import post, quiet

ROLES = {value for name, value in vars(theme).items() if name.isupper()}
DIM = [(r, g, b) for b in (0, 170) for g in (0, 170) for r in (0, 170)]
VGA = [
    *((170, 85, 0) if one == (170, 170, 0) else one for one in DIM),  # brown, for dark yellow
    *((255 if r else 85, 255 if g else 85, 255 if b else 85) for r, g, b in DIM),
]
"""The sixteen colours."""

BEHIND = (theme.PAPER, theme.WAY, theme.FOOT)
"""What a part without a ground of its own can stand on."""


def pairs(palette: Palette, role: Role) -> Iterator[tuple[Color, Color]]:
    """The colours of a part, with each ground that it can stand on."""
    style, paper = palette.styles[role], palette.styles[theme.PAPER]
    grounds = [style] if style.bgcolor else [palette.styles[one] for one in BEHIND]
    for ground in grounds:
        ink, behind = style.color or paper.color, ground.bgcolor
        assert ink is not None
        assert behind is not None
        yield ink, behind


def contrast(one: Color, other: Color) -> float:
    """By WCAG 2.2: from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def in_sixteen(colour: Color) -> Color:
    """What becomes of it in a terminal that has no more colours, as the Linux console has them."""
    number = colour.downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return Color.from_triplet(ColorTriplet(*VGA[number]))


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.get_truecolor()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestThePalettes:
    @pytest.mark.parametrize("palette", [*PALETTES.values(), COLOURLESS], ids=lambda one: one.name)
    def test_have_a_look_for_every_part(self, palette: Palette) -> None:
        assert set(palette.styles) == ROLES

    @pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda one: one.name)
    def test_can_be_read(self, palette: Palette) -> None:
        """4.5 to 1 on every ground; what is read aloud 7 to 1."""
        for role in ROLES:
            least = 7 if role in (theme.ALOUD, theme.DEFINED) else 4.5
            for ink, behind in pairs(palette, role):
                assert contrast(ink, behind) >= least, role

    @pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda one: one.name)
    def test_can_be_read_where_there_are_sixteen_colours(self, palette: Palette) -> None:
        """As the Linux console and old terminals show them: 3 to 1, as for what is large and
        bold; and the marked line still stands out."""
        for role in ROLES:
            for ink, behind in pairs(palette, role):
                assert contrast(in_sixteen(ink), in_sixteen(behind)) >= 3, role
        lit, paper = palette.styles[theme.LIT].bgcolor, palette.styles[theme.PAPER].bgcolor
        assert lit is not None
        assert paper is not None
        assert contrast(in_sixteen(lit), in_sixteen(paper)) >= 2

    def test_without_colours_have_none(self) -> None:
        """And a list's line is marked all the same."""
        colours = {(style.color, style.bgcolor) for style in COLOURLESS.styles.values()}
        assert colours == {(None, None)}
        assert COLOURLESS.styles[theme.LIT].reverse


def first_line(app: Ringerunde) -> Style:
    """How the bar at the top looks on the screen."""
    (strip, *_) = app.picture.render_lines(app.picture.region)
    (segment, *_) = strip
    assert segment.style is not None
    return segment.style


class TestChoosing:
    async def test_a_key_takes_the_next_one_and_it_is_remembered(self, copies: Copies) -> None:
        """In the middle of anything, and whatever stands on the screen stays there."""
        app = Ringerunde(copies, "test@pc")
        async with app.run_test() as pilot:
            post(app, *"Ka")
            await quiet(app, pilot)
            for palette in ("light", "contrast", "dark", "light"):
                post(app, "ctrl+g")
                await quiet(app, pilot)
                assert app.theme == palette
                assert first_line(app).bgcolor == PALETTES[palette].styles[theme.BAR].bgcolor
            post(app, *"ri", "enter")
            await quiet(app, pilot)
            assert "Kari" in app.picture.render_lines(app.picture.region)[0].text
        again = Ringerunde(copies, "test@pc")
        assert again.theme == "light"

    async def test_the_settings_say_what_to_begin_with(self, copies: Copies) -> None:
        """For those who have not chosen any themselves."""
        settings_file().parent.mkdir(parents=True, exist_ok=True)
        settings_file().write_text('theme = "contrast"\n', encoding="utf-8")
        app = Ringerunde(copies, "test@pc")
        async with app.run_test() as pilot:
            await quiet(app, pilot)
            await pilot.pause()
            assert app.theme == "contrast"
        remember(PALETTES["light"])
        app = Ringerunde(copies, "test@pc")
        async with app.run_test() as pilot:
            await quiet(app, pilot)
            await pilot.pause()
            assert app.theme == "light"

    async def test_no_color_is_obeyed(
        self, copies: Copies, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(os.environ, "NO_COLOR", "1")
        app = Ringerunde(copies, "test@pc")
        async with app.run_test() as pilot:
            post(app, "ctrl+g")
            await quiet(app, pilot)
            assert (first_line(app).color, first_line(app).bgcolor) == (None, None)
            assert first_line(app).reverse

    def test_what_cannot_be_kept_is_no_trouble(self, tmp_path: Path) -> None:
        """Nothing depends on colours: rubbish there, or no place to write."""
        remember(PALETTES["contrast"])
        assert remembered() == PALETTES["contrast"]
        (file,) = settings_file().parent.glob("colours.txt")
        file.write_bytes(b"\xff\xfe")
        assert remembered() is None
        file.unlink()
        file.mkdir()
        remember(DARK)
        assert remembered() is None

    def test_the_next_one_comes_round(self) -> None:
        seen = [DARK]
        for _ in PALETTES:
            seen.append(next_to(seen[-1]))
        assert seen == [*PALETTES.values(), DARK]
