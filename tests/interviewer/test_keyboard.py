"""Bytes from the terminal are the keys that were pressed, however they arrive."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from interviewer.terminal.keyboard import KeyByKey, tokens
from tests.support.xterm_keys import KEYS

CHARACTERS = ("a", "å", "1", "?", "Z", " ")
PRESSED = st.lists(st.sampled_from((*KEYS.values(), *CHARACTERS)))


def read(*chunks: str) -> list[str]:
    """The keys in what arrives in these chunks, and what comes of it when nothing follows."""
    reader = KeyByKey()
    told = [event for chunk in chunks for event in reader.feed(chunk)]
    time.sleep(0.12)
    return [_said(event) for event in (*told, *reader.tick())]


def _said(event: Message) -> str:
    if isinstance(event, events.Paste):
        return event.text
    return event.key if isinstance(event, events.Key) else type(event).__name__


class TestEscape:
    """Esc is Esc, whatever comes right behind it."""

    @pytest.mark.parametrize(
        ("chunks", "keys"),
        [
            (["\x1b"], ["escape"]),
            (["\x1b\r"], ["escape", "enter"]),
            (["\x1b", "\r"], ["escape", "enter"]),
            (["\x1b6"], ["escape", "6"]),
            (["\x1b\x1b"], ["escape", "escape"]),
            (["\x1b\x1b[A"], ["escape", "up"]),
            (["\x1bå"], ["escape", "å"]),
            (["\x1bOslo"], ["escape", "O", "s", "l", "o"]),
            (["\x1bOK"], ["escape", "O", "K"]),
            (["\x1b[15~\x1b1"], ["f5", "escape", "1"]),
            (["\x1b[27u1"], ["escape", "1"]),
        ],
    )
    def test_is_a_key_of_its_own(self, chunks: list[str], keys: list[str]) -> None:
        assert read(*chunks) == keys

    def test_waits_for_what_may_belong_to_it(self) -> None:
        """A slow line may break a key in two."""
        for sign, key in (("\x1b[15~", "f5"), ("\x1bOP", "f1"), ("\x1b[A", "up")):
            for place in range(1, len(sign)):
                assert read(sign[:place], sign[place:]) == [key]


class TestEveryBurst:
    """All keys at once, or in any pieces, are the keys one by one."""

    @given(pressed=PRESSED)
    def test_at_once(self, pressed: list[str]) -> None:
        whole, begun = tokens("".join(pressed))
        assert [*whole, *([begun] if begun else [])] == pressed

    @given(pressed=PRESSED, at=st.integers(0, 200))
    def test_in_two_pieces(self, pressed: list[str], at: int) -> None:
        data = "".join(pressed)
        first, begun = tokens(data[:at])
        second, rest = tokens(begun + data[at:])
        assert [*first, *second, *([rest] if rest else [])] == pressed

    @given(data=st.text("\x1b[O~;0159ABPRZaz\r å"))
    def test_nothing_is_lost(self, data: str) -> None:
        whole, begun = tokens(data)
        assert "".join(whole) + begun == data


class TestWhatIsNoKey:
    """What nobody pressed answers nothing."""

    def test_an_unknown_key_takes_no_other_with_it(self) -> None:
        assert read("\x1b[99;99Z12\r") == ["1", "2", "enter"]

    def test_pasted_text_presses_nothing(self) -> None:
        assert read("\x1b[200~en\x1b[31m to\x1b\r\x1b[Atre\x1b[201~1") == ["en to\rtre", "1"]
