"""A line of text that is being typed."""

import random
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviewer.controls.keys import Press
from interviewer.controls.text_keys import typed
from interviewer.engine.text_field import EMPTY, TextField
from tests.support.keyboard import NOON

EDITS = [
    *("left", "right", "home", "end", "ctrl+left", "ctrl+right", "ctrl+a", "ctrl+e"),
    *("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k"),
]


def after(line: TextField, *names: str) -> TextField:
    """The line after these keys."""
    for name in names:
        char = name if len(name) == 1 else ""
        line = typed(line, Press(NOON, UUID(int=random.getrandbits(128)), name, char)) or line
    return line


class TestEditing:
    """The keys that people know from everywhere."""

    @pytest.mark.parametrize(
        ("keys", "text"),
        [
            (("left", "x"), "Kari Lixe"),
            (("home", "x"), "xKari Lie"),
            (("home", "delete"), "ari Lie"),
            (("backspace", "backspace"), "Kari L"),
            (("ctrl+w",), "Kari "),
            (("ctrl+left", "x"), "Kari xLie"),
            (("ctrl+u",), ""),
            (("ctrl+a", "ctrl+k"), ""),
            (("home", "ctrl+right", "x"), "Karix Lie"),
            (("home", "left", "backspace", "end", "right", "delete"), "Kari Lie"),
        ],
    )
    def test_keys(self, keys: tuple[str, ...], text: str) -> None:
        """In "Kari Lie", with the cursor at the end."""
        assert after(TextField.of("Kari Lie"), *keys).text == text

    def test_fresh(self) -> None:
        """An old number is replaced by the first digit typed, and kept by a key that moves."""
        old = TextField.of("2011", fresh=True)
        assert after(old, "2", "0").text == "20"
        assert after(old, "left", "5").text == "20151"

    def test_not_a_key_of_the_line(self) -> None:
        """Enter, function keys and what cannot be seen are for somebody else."""
        for name in ("enter", "f5", "\u200b", "\x1b"):
            assert after(EMPTY, name) == EMPTY

    @given(st.lists(st.sampled_from([*EDITS, "a", " ", "å", "👍", "."])))
    def test_the_cursor_stays_on_the_line(self, keys: list[str]) -> None:
        """Whatever is pressed, and everything can be typed behind it."""
        line = after(EMPTY, *keys)
        assert 0 <= line.cursor <= len(line.text)
        assert after(line, "end", "x").text == line.text + "x"
