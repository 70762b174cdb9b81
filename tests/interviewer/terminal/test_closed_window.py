"""A window that is closed: the program writes on into nothing, and ends."""

import io
from threading import Thread

from interviewer.terminal.textual_parts import TerminalWriter


class GoneTerminal(io.StringIO):
    """What a terminal is to a program once its window is closed."""

    def write(self, words: str) -> int:
        """Every write fails."""
        raise OSError(5, "Input/output error")


def test_a_terminal_that_is_gone_holds_nobody_up() -> None:
    """Textual's own thread dies of the first write, and whoever stops it waits for ever."""
    writer = TerminalWriter(GoneTerminal())
    writer.start()
    for _ in range(100):  # more than may wait
        writer.write("x")
    stopping = Thread(target=writer.stop, daemon=True)
    stopping.start()
    stopping.join(5)
    assert not stopping.is_alive()
