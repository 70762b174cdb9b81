"""What a console of Windows sends, and how it ends; on other systems by a console that is played.

Textual's reader of its keys can be loaded anywhere as soon as `ctypes` has something that it takes
for Windows: everything between the console's records and our keys is then the real thing.
"""

import ctypes
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from threading import Event, Thread
from types import ModuleType, SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest
from textual import events

from interviewer.terminal.closing import CLOSED, LOGGED_OFF, SHUT_DOWN, Closing
from interviewer.terminal.closing import when_the_console_goes as let_windows_call
from interviewer.terminal.keyboard import KeyByKey
from interviewer.terminal.textual_parts import lasting, read_with

DRIVER = "textual.drivers.win32"
KEY, WINDOW = 0x0001, 0x0004

Record = tuple[int, str]
"""An event of the console: a key that went down, or up (-1), or a new size."""


@pytest.fixture
def win32(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Textual's driver for Windows, reading with our parser; the same as before afterwards."""
    if sys.platform != "win32":
        monkeypatch.setattr(ctypes, "WinDLL", MagicMock(), raising=False)
        monkeypatch.setitem(sys.modules, "msvcrt", MagicMock())
    monkeypatch.delitem(sys.modules, DRIVER, raising=False)
    module = import_module(DRIVER)
    monkeypatch.setattr(sys.modules["textual.drivers"], "win32", module, raising=False)
    read_with(KeyByKey)
    yield module
    sys.modules.pop(DRIVER, None)


class Console:
    """One that somebody types into: each read gives the next records, and then it is left."""

    def __init__(self, win32: Any, monkeypatch: pytest.MonkeyPatch, reads: Sequence[str]) -> None:
        self._win32, self._reads = win32, list(reads)
        self.left, self.told = Event(), list[events.Event]()
        kernel = SimpleNamespace(ReadConsoleInputW=self._read)
        monkeypatch.setattr(win32, "KERNEL32", kernel)
        monkeypatch.setattr(win32, "GetStdHandle", lambda _: 1)
        monkeypatch.setattr(win32, "wait_for_handles", self._wait)

    def keys(self) -> list[str]:
        """The keys that the program is told of."""
        app = SimpleNamespace(log=MagicMock())
        monitor = self._win32.EventMonitor(MagicMock(), app, self.left, self.told.append)
        monitor.daemon = True
        monitor.start()
        monitor.join(10)
        assert not monitor.is_alive()
        return [one.key for one in self.told if isinstance(one, events.Key)]

    def _wait(self, handles: list[int], _: int) -> int | None:
        if self._reads:
            return handles[0]
        self.left.set()
        return None

    def _read(self, _: int, records: Any, most: int, count: Any) -> None:
        units = self._reads.pop(0).encode("utf-16-le", "surrogatepass")
        signs = [units[at : at + 2].decode("utf-16-le", "surrogatepass") for at in _even(units)]
        assert len(signs) * 2 <= most
        for at, sign in enumerate(signs):
            for down in (True, False):
                record = records._obj[2 * at + (not down)]
                record.EventType = KEY
                record.Event.KeyEvent.bKeyDown = down
                record.Event.KeyEvent.uChar.UnicodeChar = sign
        count._obj.value = 2 * len(signs)


def _even(units: bytes) -> range:
    return range(0, len(units), 2)


def typed(win32: ModuleType, monkeypatch: pytest.MonkeyPatch, *reads: str) -> list[str]:
    """The keys in what such a console sends, read by read."""
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0.0)
    return Console(win32, monkeypatch, reads).keys()


@pytest.mark.skipif(
    sys.platform == "win32" and sys.version_info < (3, 12), reason="its threads differ"
)
class TestKeys:
    """Windows sends the signs of an xterm, a record for each."""

    def test_letters_and_digits(self, win32: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        """Once for each key: when it goes down, not when it is let go."""
        told = typed(win32, monkeypatch, "1aÅ")
        assert told == ["1", "a", "Å"]

    def test_keys_that_act(self, win32: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        """Alone and in a burst with what stands before and behind them."""
        told = typed(win32, monkeypatch, "\x1b[15~", "2\x1b[20~\r", "\x1b[5~\x1bOP", "\t\x7f")
        assert told == ["f5", "2", "f9", "enter", "pageup", "f1", "tab", "backspace"]

    def test_escape_stands_alone(self, win32: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        """And swallows nothing."""
        assert typed(win32, monkeypatch, "\x1b", "1") == ["escape", "1"]

    def test_half_a_sign_ends_nothing(
        self, win32: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """An emoji that is cut between two reads: Textual's own reader dies of it."""
        told = typed(win32, monkeypatch, "\ud83d", "\ude00", "1")
        assert told[-1] == "1"

    def test_it_is_made_lasting_once(self, win32: ModuleType) -> None:
        """Every window that is opened in one process asks for it."""
        made = vars(win32)["EventMonitor"]
        assert issubclass(made, Thread)
        assert lasting(made) is made


class TestClosing:
    """Windows calls when the console goes, and ends the process when the call returns."""

    @pytest.mark.parametrize("happened", [CLOSED, LOGGED_OFF, SHUT_DOWN])
    def test_it_waits_until_all_is_kept(self, happened: int) -> None:
        """On the thread of the call; the program ends on its own meanwhile."""
        closing: Closing = Closing(lambda: Thread(target=closing.over.set).start(), patience=60)
        assert closing(happened)
        assert closing.over.is_set()

    def test_not_for_ever(self) -> None:
        """A program that hangs is ended by Windows all the same."""
        assert Closing(lambda: None, patience=0.01)(CLOSED)

    @pytest.mark.parametrize("happened", [0, 1])
    def test_keys_end_nothing(self, happened: int) -> None:
        """Ctrl+C and Ctrl+Break are left to whoever else wants them."""
        assert not Closing(pytest.fail)(happened)

    def test_windows_is_asked_to_call(self) -> None:
        """Where it is there."""
        asked = let_windows_call(Closing(lambda: None))
        assert (asked is None) == (sys.platform != "win32")
