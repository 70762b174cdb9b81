"""A picture for a font that has little more than the letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import KeySpot, clickable, keys_at
from interviewer.draw.plain_signs import LETTERS, in_ascii
from interviewer.places import made_folder, settings_file
from interviewer.plain_signs import ASCII_VARIABLE, are_plain_signs_wanted


class TestALine:
    """Each sign gives way to one as wide, so that nothing moves."""

    @pytest.mark.parametrize(
        ("line", "plain"),
        [
            ("A ✓  B ● ━━━━────  C –", "A +  B * ====----  C -"),
            ("Våler · oppringning 1 → «ja» …", 'Våler - oppringning 1 > "ja" .'),
            ("Kárášjohka – Karasjok, Ærlig Økt Ås, én", "Karasjohka - Karasjok, Ærlig Økt Ås, én"),
            ("⏰ om 5 minutter", "!  om 5 minutter"),
            ("北 x", "?  x"),
        ],
    )
    def test_in_plain_signs(self, line: str, plain: str) -> None:
        assert in_ascii(Styled(line)).plain == plain

    @given(st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Mn", "Me"]), max_size=20))
    def test_is_as_wide_whatever_somebody_has_typed(self, text: str) -> None:
        line = in_ascii(Styled(text))
        assert line.cell_len == Styled(text).cell_len
        assert {char for char in line.plain if not char.isascii()} <= LETTERS

    def test_what_is_lit_and_what_can_be_clicked_stay_where_they_were(self) -> None:
        line = Styled("⏰ ") + clickable(Styled("F5 →", theme.KEY), KeySpot(Keycap.F5))
        plain = in_ascii(line)
        assert plain.plain == "!  F5 >"
        assert keys_at([plain], 0, 2) == ()
        assert keys_at([plain], 0, 3) == keys_at([plain], 0, 6) == ("f5",)


class TestWhoWantsIt:
    """Whoever sets `RINGERUNDE_ASCII`, or `plain_signs` in settings.toml."""

    @pytest.mark.parametrize(
        ("value", "wanted"), [("1", True), ("ja", True), ("0", False), ("", False)]
    )
    def test_by_a_variable(self, value: str, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(ASCII_VARIABLE, value)
        assert are_plain_signs_wanted() is wanted

    @pytest.mark.parametrize(
        ("text", "wanted"),
        [
            ("plain_signs = true", True),
            ("\"plain_signs\"\t='true'", False),
            ("'plain_signs'=true", True),
            ("plain_signs\u200b =\u3164true", True),
            ("plain_\u00adsigns = true", True),
            ("plain_signs = false", False),
            ("# plain_signs = true", False),
            ("[theirs]\nplain_signs = true", False),
            ("plain_signs = ", False),
        ],
    )
    def test_by_the_settings(
        self, text: str, wanted: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """However it is spelt, with what nobody can see in it.

        What cannot be read is told by the command that needs it, and here is nobody's wish.
        """
        monkeypatch.delenv(ASCII_VARIABLE, raising=False)
        made_folder()
        settings_file().write_text(f"{text}\n", encoding="utf-8")
        assert are_plain_signs_wanted() is wanted

    def test_the_variable_comes_first(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """0 on one machine, where the settings of a team say otherwise."""
        monkeypatch.setenv(ASCII_VARIABLE, "0")
        made_folder()
        settings_file().write_text("plain_signs = true\n", encoding="utf-8")
        assert not are_plain_signs_wanted()
