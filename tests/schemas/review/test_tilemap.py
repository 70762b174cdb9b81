"""The map of tiles: every county in its place, told by number and density."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from schemas.review.tilemap import LEGEND, SHADES, WIDTH, MapScale, Tile, draw, scale_of, tiles
from schemas.surveys.municipal_services_2015.frame import FRAME as DESIGN
from tests.support.municipalities import FRAME

WHOLE = dict.fromkeys((county.id for county in FRAME.groups), Fraction(1))
assert DESIGN.map
MAP = DESIGN.map


def filled(shares: Mapping[str, Fraction | None]) -> tuple[Tile, ...]:
    """All counties with these shares."""
    return tiles(MAP, FRAME.groups, shares)


class TestTheTiles:
    def test_are_one_for_each_county(self) -> None:
        """19 of them, each alone in its place on the grid, known or not."""
        places = {tile.at for tile in filled({})}
        assert len(filled({})) == len(places) == 19
        assert all(column < MAP.columns and row < MAP.rows for column, row in places)

    @pytest.mark.parametrize(
        ("value", "level", "number"),
        [
            (None, 0, "–"),
            (Fraction(0), 0, "0 %"),
            (Fraction(1, 1000), 1, "<1 %"),
            (Fraction(1, 3), 2, "33 %"),
            (Fraction(2, 3), 3, "67 %"),
            (Fraction(199, 200), 3, ">99 %"),
            (Fraction(1), 4, "100 %"),
        ],
    )
    def test_are_filled_by_their_share(
        self, value: Fraction | None, level: int, number: str
    ) -> None:
        """Only nothing looks like nothing, and only everything like everything."""
        tile = Tile(FRAME.groups[0], (0, 0), value)
        assert (tile.level, tile.number) == (level, number)

    def test_the_legend_names_every_shade(self) -> None:
        assert [word[0] for word in LEGEND.split("  ")] == list(SHADES)


class TestTheMapInText:
    def test_is_norway(self) -> None:
        """Finnmark north-east, Vest-Agder south-west, neighbours beside each other."""
        assert draw(MAP, filled({**WHOLE, "01": Fraction(1, 4), "02": None})) == (
            "                                                                Finnmark",
            "                                                                ████████ 100 %",
            "                                                Troms",
            "                                                ████████ 100 %",
            "                                Nordland",
            "                                ████████ 100 %",
            "                                Nord-Trøndelag",
            "                                ████████ 100 %",
            "                Møre og Romsdal Sør-Trøndelag",
            "                ████████ 100 %  ████████ 100 %",
            "Sogn og Fjorda. Oppland         Hedmark",
            "████████ 100 %  ████████ 100 %  ████████ 100 %",
            "Hordaland       Buskerud        Oslo            Akershus",
            "████████ 100 %  ████████ 100 %  ████████ 100 %  ········     –",
            "Rogaland        Telemark        Vestfold        Østfold",
            "████████ 100 %  ████████ 100 %  ████████ 100 %  ░░░░░░░░  25 %",
            "Vest-Agder      Aust-Agder",
            "████████ 100 %  ████████ 100 %",
        )

    def test_fits_into_a_terminal(self) -> None:
        """80 columns and 24 lines, with room for a heading and the legend."""
        lines = draw(MAP, filled(WHOLE))
        assert len(lines) == 2 * MAP.rows <= 24 - 4
        assert max(map(len, lines)) <= MAP.columns * (WIDTH + 1) - 1 <= 80


class TestTheScaleOfAMap:
    @pytest.mark.parametrize(
        ("highest", "words"),
        [
            (Fraction(18, 100), ("ingen", "til 5 %", "til 10 %", "til 15 %", "til 20 %")),
            (Fraction(1), ("ingen", "til 25 %", "til 50 %", "til 75 %", "til 100 %")),
            (None, ("ingen", "til 25 %", "til 50 %", "til 75 %", "til 100 %")),
        ],
    )
    def test_ends_a_little_above_its_highest_share(
        self, highest: Fraction | None, words: tuple[str, ...]
    ) -> None:
        """Where all shares are small, a map shows all the same how they differ."""
        assert scale_of([Fraction(0), highest]).words == words

    def test_fills_a_tile_up_to_its_step(self) -> None:
        """Nothing is nothing, and each step has its upper end."""
        scale = MapScale(20)
        shares = (None, Fraction(0), Fraction(1, 100), Fraction(5, 100), Fraction(6, 100))
        assert [scale.level(one) for one in shares] == [0, 0, 1, 1, 2]
        assert scale.level(Fraction(20, 100)) == 4
