"""What a person would see: the bytes a program writes, drawn on a screen in memory.

pyte draws; here is what it lacks. It prints the tail of sequences it does not know as text (the
keyboard protocol's `CSI < u`), raises on others, and knows neither the second screen that
full-screen programs switch to nor frames that are to be shown only when they are whole.
"""

import codecs
import copy
import re
from collections.abc import Callable
from typing import Any

import pyte

SECOND_SCREEN = 1049
WHOLE_FRAMES = 2026

UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<=>][0-?]*[ -/]*[@-~]"  # the keyboard protocol, xterm's own settings
    r"|\x1b\[\?[0-9;:]*(?:[ -/]+[@-~]|(?![hlJK])[@-~])"  # questions about modes, and the like
    r"|\x1b\[[0-9;:]*[ -/]+[@-~]"  # the cursor's shape
    r"|\x1b[PX^_].*?\x1b\\",  # device strings, pictures
    re.DOTALL,
)
UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[PX^_\]][^\x07\x1b]*\x1b?|[ -/]+)?\Z")
ANSWERS = {f"\x1b[?{WHOLE_FRAMES}$p": f"\x1b[?{WHOLE_FRAMES};2$y"}


class Screen(pyte.Screen):
    """pyte's screen, with a second screen, whole frames, and a way to answer the program."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, rows)
        self.mid_frame = False
        self._answer = answer
        self._first_screen: Any = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stream = pyte.Stream(self)
        self._held = ""

    def feed(self, data: bytes) -> None:
        """Draw what the program wrote; a letter or a sequence cut in two waits for its rest."""
        text = self._held + self._decoder.decode(data)
        cut = UNFINISHED.search(text)
        end = cut.start() if cut else len(text)
        self._held = text[end:]
        self._stream.feed(UNKNOWN_TO_PYTE.sub(self._leave_out, text[:end]))

    def _leave_out(self, sequence: re.Match[str]) -> str:
        if sequence[0] in ANSWERS:
            self._answer(ANSWERS[sequence[0]])
        return ""

    def write_process_input(self, data: str) -> None:
        """Answer what pyte itself can: where the cursor is, what terminal this is."""
        self._answer(data)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch modes on."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private"):
            self.mid_frame = self.mid_frame or WHOLE_FRAMES in modes
            if SECOND_SCREEN in modes and self._first_screen is None:
                self._go_to_second_screen()

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """Switch modes off."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private"):
            self.mid_frame = self.mid_frame and WHOLE_FRAMES not in modes
            if SECOND_SCREEN in modes and self._first_screen is not None:
                self._return_to_first_screen()

    def _go_to_second_screen(self) -> None:
        self._first_screen = self.buffer, copy.copy(self.cursor)
        self.buffer = copy.copy(self.buffer)
        self.buffer.clear()

    def _return_to_first_screen(self) -> None:
        self.buffer, self.cursor = self._first_screen
        self._first_screen = None
