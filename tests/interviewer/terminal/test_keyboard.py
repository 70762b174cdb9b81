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


class TestTypedAhead:
    """Before the terminal was the program's, it had made Enter the end of a line."""

    def test_is_enter_all_the_same(self) -> None:
        assert read("as\n\n", "1") == ["a", "s", "enter", "enter", "1"]

    def test_later_it_is_a_key_of_its_own(self) -> None:
        assert read("a", "\n") == ["a", "ctrl+j"]


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


class TestTheMouse:
    """What a terminal tells of it is passed on, whatever stands around it."""

    def test_among_keys(self) -> None:
        reader = KeyByKey()
        chunks = ("1\x1b[<0;10;5M\x1b[<0;1", "0;5m\x1b[<65;3;3M2\x1b\x1b[<0;1;1M")
        told = [type(one).__name__ for chunk in chunks for one in reader.feed(chunk)]
        assert told == ["Key", "MouseDown", "MouseUp", "MouseScrollDown", "Key", "Key", "MouseDown"]


class TestWhatIsNoKey:
    """What nobody pressed answers nothing."""

    def test_an_unknown_key_takes_no_other_with_it(self) -> None:
        assert read("\x1b[99;99Z12\r") == ["1", "2", "enter"]

    REPLIES = (
        "\x1b]11;rgb:1c1c/2c2c/3c3c\x1b\\",  # a colour
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1b]52;c;MTIzNA==\x1b\\",  # the clipboard
        "\x1b]lringerunde\x1b\\",  # the window's title
        "\x1bP>|XTerm(379)\x1b\\",  # its name
        "\x1bP1+r544e=787465726d\x1b\\",  # what it can do
        "\x1bP!|00000000\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",  # pictures
        "\x1b^en melding 12\x1b\\",
        "\x1bXen streng 12\x1b\\",
        "\x1b[?62;22c",
        "\x1b[>0;276;0c",
        "\x1b[4;600;800t",
        "\x1b[M !!",
        "\x9d11;rgb:1c1c/2c2c/3c3c\x9c",  # in eight bits
        "\x90>|XTerm\x9c",
        "\x9b?62;22c",
    )

    @pytest.mark.parametrize("reply", REPLIES)
    def test_what_a_terminal_tells_of_itself(self, reply: str) -> None:
        """At once, among keys, and cut in two anywhere."""
        assert read(f"1{reply}2") == ["1", "2"]
        for place in range(1, len(reply)):
            reader = KeyByKey()
            chunks = (f"1{reply[:place]}", f"{reply[place:]}2")
            assert [_said(one) for chunk in chunks for one in reader.feed(chunk)] == ["1", "2"]

    def test_a_reply_whose_rest_comes_late(self) -> None:
        """Nobody has waited in vain, and nothing is typed."""
        reader = KeyByKey()
        told = [*reader.feed("\x1b]11;rgb:1c")]
        time.sleep(0.15)
        told += [*reader.tick(), *reader.feed("1c/2c2c/3c3c\x1b\\1")]
        assert [_said(one) for one in told] == ["1"]

    def test_a_reply_whose_beginning_came_early(self) -> None:
        """Its Esc was the key, as any Esc that stands alone; the rest is not typed."""
        rests = ("]11;rgb:1c1c/2c2c/3c3c\x1b\\", "P1$r0m\x1b\\", "[?62;22c", "[>0;276;0c", "[0n")
        readers = [KeyByKey() for _ in rests]
        told = [[*reader.feed("\x1b")] for reader in readers]
        time.sleep(0.15)
        for reader, rest, keys in zip(readers, rests, told, strict=True):
            keys += [*reader.tick(), *reader.feed(f"{rest}1")]
        assert [[_said(one) for one in keys] for keys in told] == [["escape", "1"]] * len(rests)

    def test_a_reply_without_an_end(self) -> None:
        """The next key ends it."""
        assert read("\x1b]11;rgb:1c1c\x1b[15~1") == ["f5", "1"]
        assert read("\x1bP>|XTerm\r1") == ["enter", "1"]

    @pytest.mark.parametrize("typed", ["Per\r", "X\r", "_", "^a", "P"])
    def test_a_name_behind_esc_is_typed(self, typed: str) -> None:
        """It has no end as replies have."""
        keys = read(f"\x1b{typed}")
        assert keys[0] == "escape"
        assert len(keys) == 1 + len(typed)

    def test_pasted_text_presses_nothing(self) -> None:
        """Where something was that cannot be read, a sign stands, so that one can be told."""
        assert read("\x1b[200~en\x1b[31m to\x1b\r\x1b[Atre\x1b[201~1") == [
            "en\x18 to\x18\r\x18tre",
            "1",
        ]
