"""What a test needs that not every platform has: the reason it is skipped, and its counterpart."""

import sys
from pathlib import Path

import pytest

WINDOWS = sys.platform == "win32"

needs_a_pseudo_terminal = pytest.mark.skipif(
    WINDOWS,
    reason="Windows has no pseudo-terminal to type into; what its console sends and draws is in "
    "tests/interviewer/terminal/test_windows_console.py",
)
needs_signals = pytest.mark.skipif(
    WINDOWS,
    reason="Windows has no Unix signals; Ctrl+C, Ctrl+Break and the closed console are in "
    "tests/interviewer/terminal/test_windows_console.py",
)
needs_file_modes = pytest.mark.skipif(
    WINDOWS,
    reason="Windows has no file modes; who can read there is in tests/db/test_windows_files.py",
)
needs_links_and_pipes = pytest.mark.skipif(
    WINDOWS, reason="on Windows a link takes an administrator, and pipes and devices are no files"
)
needs_a_limit_on_files = pytest.mark.skipif(
    WINDOWS, reason="on Windows a process has no limit on the size of its files"
)
needs_unlinking = pytest.mark.skipif(
    WINDOWS,
    reason="on Windows an open file is neither deleted nor exchanged; that it is locked is in "
    "tests/db/test_windows_files.py",
)
needs_long_names_told = pytest.mark.skipif(
    WINDOWS, reason="Windows tells a name that is too long as one that is not there"
)
needs_fork = pytest.mark.skipif(WINDOWS, reason="on Windows no process is a copy of another")


def is_closed_to_others(path: Path) -> bool:
    """Whether the mode lets nobody but the owner in; on Windows no mode says, but the folder."""
    return WINDOWS or not path.stat().st_mode & 0o077
