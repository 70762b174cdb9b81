"""Words of commands that are printed to be typed, in the quotes of the platform's shell."""

import re
import shlex
import sys
from typing import Final

_BARE: Final = re.compile(r"[\w.:\\/-]+")
"""What cmd and PowerShell take as it stands."""


def quoted(word: str, platform: str = sys.platform) -> str:
    """One word of a command, as the platform's shell takes it."""
    return _for_cmd(word) if platform == "win32" else shlex.quote(word)


def _for_cmd(word: str) -> str:
    """In quotes of cmd, which PowerShell takes too.

    cmd puts variables between two `%` even in quotes, so each stands outside them behind `^`; and
    a backslash in front of the last quote would be taken for one that makes a sign of it.
    """
    if _BARE.fullmatch(word):
        return word
    end = len(word) - len(word.rstrip("\\"))
    return '"' + (word + "\\" * end).replace("%", '"^%"') + '"'
