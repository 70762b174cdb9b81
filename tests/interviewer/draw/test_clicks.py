"""What a place on a picture stands for."""

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw.clicks import OPENS, KeySpot, ListRow, clickable, keys_at
from interviewer.draw.columns import Option
from interviewer.draw.page import Page
from interviewer.engine.text_field import TextField


class TestAKey:
    """A key that stands on the picture is that key."""

    def test_where_it_stands(self) -> None:
        line = Styled("ved siden ") + clickable(Styled(" F5 Viderekoble "), KeySpot(Keycap.F5))
        assert keys_at([line], 0, 9) == ()
        assert keys_at([line], 0, 10) == ("f5",)
        assert keys_at([line], 0, 25) == ("f5",)
        assert keys_at([line], 0, 26) == ()
        assert keys_at([line], 7, 10) == ()

    def test_an_option_is_the_key_in_front_of_it(self) -> None:
        """On every line that it takes, whatever columns it stands in."""
        page = Page(30).options([Option("Ja"), Option("Nei, " + "men det er planlagt " * 2)])
        assert keys_at(page.lines, 0, 3) == ("1",)
        assert [keys_at(page.lines, line, 6) for line in (1, 2)] == [("2",), ("2",)]
        beside = Page(60).options([Option("En"), Option("To"), Option("Tre")], room=2)
        line, column = 0, beside.lines[0].plain.index("Tre")
        assert keys_at(beside.lines, line, column) == ("3",)

    def test_wide_characters(self) -> None:
        """A column is not a character."""
        line = Styled("漢字") + clickable(Styled("her"), KeySpot("1"))
        assert keys_at([line], 0, 3) == ()
        assert keys_at([line], 0, 4) == ("1",)


class TestAText:
    """A click in a text that is being typed moves the cursor there."""

    def test_by_the_arrows(self) -> None:
        line = Page(40).typing(TextField.of("Kari Lie"), "Navn: ").lines[0]
        begins = line.plain.index("Kari")
        assert keys_at([line], 0, begins + 5) == ("left",) * 3
        assert keys_at([line], 0, begins - 2) == ()


class TestARow:
    """A row of a list is so many arrows from the marked one."""

    def list_of(self, marked: int | None) -> list[Styled]:
        page = Page(40)
        for place in range(4):
            page.row(f"linje {place}", ListRow(place, place == marked, OPENS))
        return page.lines

    def test_above_and_below_the_marked_one(self) -> None:
        lines = self.list_of(marked=2)
        assert keys_at(lines, 0, 5) == ("up", "up", "enter")
        assert keys_at(lines, 2, 5) == ("enter",)
        assert keys_at(lines, 3, 5) == ("down", "enter")

    def test_where_none_is_marked(self) -> None:
        """The first arrow marks the first row."""
        assert keys_at(self.list_of(marked=None), 1, 5) == ("down", "down", "enter")

    def test_the_marked_one_has_a_sign(self) -> None:
        assert [line.plain[:4] for line in self.list_of(marked=1)] == [
            "   l",
            " ▸ l",
            "   l",
            "   l",
        ]
