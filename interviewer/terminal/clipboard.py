"""The clipboard of the computer that somebody sits at: the platform's own, where there is one.

Many terminals take nothing from a program, and none says whether it did; so nobody is told that
something *was* copied.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Final

SECONDS: Final = 2.0
"""A clipboard that does not answer so long has no owner."""


def commands(platform: str, env: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The programs that may reach it, the likeliest first; none from another computer over ssh."""
    remote = "SSH_CONNECTION" in env
    if platform == "win32" and not remote:
        yield ("clip.exe",)
    elif platform == "darwin" and not remote:
        yield ("pbcopy",)
    elif platform not in {"win32", "darwin"}:
        if "WAYLAND_DISPLAY" in env:
            yield ("wl-copy",)
        if "DISPLAY" in env:
            yield ("xclip", "-selection", "clipboard")
            yield ("xsel", "--clipboard", "--input")
        if "WSL_DISTRO_NAME" in env:
            yield ("clip.exe",)
    if "TMUX" in env:  # which lets no program within it pass a text on, but passes on its own
        yield ("tmux", "load-buffer", "-w", "-")


def copy(text: str, otherwise: Callable[[], None]) -> None:
    """Put `text` on the clipboard; do something else where no program of the platform takes it."""
    for command in commands(sys.platform, os.environ):
        if shutil.which(command[0]) and _takes(command, _encoded(command, text)):
            return
    otherwise()


def _encoded(command: tuple[str, ...], text: str) -> bytes:
    # Windows' program takes anything but UTF-16 with its mark for the console's own letters.
    return text.encode("utf-16" if command[0] == "clip.exe" else "utf-8")


def _takes(command: tuple[str, ...], content: bytes) -> bool:
    with suppress(OSError, subprocess.SubprocessError):
        done = subprocess.run(
            command,
            input=content,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "LC_CTYPE": "UTF-8"} if command[0] == "pbcopy" else None,
        )
        return done.returncode == 0
    return False
