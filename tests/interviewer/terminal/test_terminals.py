"""Every key of the program, from every terminal that people have, is that key."""

import re
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from interviewer.controls.keys import Keycap
from interviewer.terminal.keyboard import KeyByKey
from tests.support.terminals import CAPABILITIES, TERMINALS, TerminalKeys

INFOCMP = shutil.which("infocmp")

by_name = pytest.mark.parametrize("terminal", TERMINALS, ids=lambda one: one.name)


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be the beginning of a key is taken for one that stands alone at the next tick."""
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.0)


def read(*chunks: str) -> list[str]:
    """The keys in what arrives in these chunks, once the terminal is the program's."""
    reader = KeyByKey()
    assert list(reader.feed("1")), "what is typed before that is read in another way"
    told = [event for chunk in chunks for event in reader.feed(chunk)]
    return [one.key for one in (*told, *reader.tick()) if isinstance(one, events.Key)]


def terminfo(name: str) -> dict[str, str]:
    """What terminfo says of our keys; nothing where it does not know the terminal."""
    if not name or INFOCMP is None:
        return {}
    told = subprocess.run([INFOCMP, "-1", name], capture_output=True, text=True, check=False)
    capabilities = dict(re.findall(r"^\t(\w+)=(.*),$", told.stdout, re.MULTILINE))
    return {
        key: _sent(capabilities[one]) for key, one in CAPABILITIES.items() if one in capabilities
    }


def _sent(written: str) -> str:
    return re.sub(r"\^(.)", lambda it: chr(ord(it[1]) ^ 0x40), written.replace(r"\E", "\x1b"))


@pytest.mark.usefixtures("no_waiting")
class TestEveryTerminal:
    """By its table in `tests/support/terminals.py`."""

    @by_name
    def test_its_keys_are_ours(
        self, terminal: TerminalKeys, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Alone, in front of another key, and cut in two anywhere, as a slow line does."""
        monkeypatch.setenv("TERM", "xterm")
        for name, value in terminal.variables.items():
            monkeypatch.setenv(name, value)
        for key, sent in terminal.table.items():
            assert read(sent) == [key], key
            for at in range(1, len(sent)):
                assert read(sent[:at], sent[at:]) == [key], (key, at)
            if sent != "\x1b":
                assert read(f"{sent}1")[1:] == ["1"], key

    @by_name
    def test_no_key_is_forgotten(self, terminal: TerminalKeys) -> None:
        """A key that the program has got has to be in the table, or lacking there."""
        ours = {name for keycap in Keycap for name in keycap.names}
        assert ours == set(terminal.table) | terminal.lacks

    @pytest.mark.skipif(not INFOCMP, reason="this machine has no terminfo")
    def test_terminfo_says_the_same(self) -> None:
        """For those that it knows on this machine."""
        compared = 0
        for terminal in TERMINALS:
            for key, sent in terminfo(terminal.terminfo).items():
                assert sent == terminal.table[key], (terminal.name, key)
                compared += 1
        assert compared


@pytest.mark.usefixtures("no_waiting")
class TestWhatTerminalsTellBesides:
    """Things that are no key, and keys that are told of in more ways than one."""

    @pytest.mark.parametrize(("sent", "told"), [("\x1b[I", "AppFocus"), ("\x1b[O", "AppBlur")])
    def test_the_window_has_the_focus_or_not(self, sent: str, told: str) -> None:
        """It answers nothing, whole or cut in two."""
        for at in range(1, len(sent)):
            reader = KeyByKey()
            chunks = (f"1{sent[:at]}", f"{sent[at:]}2")
            events_told = [one for chunk in chunks for one in reader.feed(chunk)]
            assert [type(one).__name__ for one in events_told] == ["Key", told, "Key"]

    def test_a_key_that_is_let_go_is_not_pressed(self) -> None:
        """Some terminals tell of both, whoever has asked."""
        assert read("\x1b[1;1:1A\x1b[1;1:3A\x1b[27;1:3u1") == ["up", "1"]

    def test_the_number_pad(self) -> None:
        """Enter there is Enter, with Num Lock or without, by the old signs or the new ones."""
        for sent in ("\x1bOM", "\x1b[57414u", "\x1b[57414;129u"):
            assert read(f"{sent}1") == ["enter", "1"]

    def test_a_paste_that_is_not_told_of_is_typing(self) -> None:
        """The Linux console and old programs say nothing of it: the ends of lines are Enter."""
        text = "Rådhuset\rPostboks 1\r"
        typed = [*"Rådhuset", "enter", *"Postboks", "space", "1", "enter"]
        assert read(text) == typed
        for at in range(1, len(text)):
            assert read(text[:at], text[at:]) == typed

    @given(body=st.text("0123456789:;<=>?", max_size=12), end=st.sampled_from("ABHPQSZRu~tc$y"))
    def test_no_numbers_end_the_reader(self, body: str, end: str) -> None:
        """What cannot be read is nobody's key, and the next one is."""
        assert read(f"\x1b[{body}{end}", "1")[-1] == "1"
