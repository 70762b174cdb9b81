"""Words of commands that are printed to be typed, in the quotes of the platform's shell."""

import os
import re
import shlex
import sys
from typing import Final

_BARE: Final = re.compile(r"[\w.:\\/-]+")
"""What cmd and PowerShell take as it stands."""


def quoted(word: str, platform: str = sys.platform) -> str:
    """One word of a command, as the platform's shell takes it."""
    return _for_cmd(word) if platform == "win32" else shlex.quote(word)


_VARIABLE: Final = re.compile("%([^%:]+)(?::[^%]*)?(?=%)")
"""What cmd may put something else for; a name that no variable has, it leaves as it is."""


def _for_cmd(word: str) -> str:
    """In quotes of cmd, which PowerShell takes too where there is no `$` in them.

    cmd puts variables that there are between two `%` even in quotes, so each stands outside them
    behind `^` then, which PowerShell would not take. A backslash in front of a quote would be
    taken for one that makes a sign of it.
    """
    if _BARE.fullmatch(word):
        return word
    met = any(found[1] in os.environ for found in _VARIABLE.finditer(word))
    parts = word.split("%") if met else [word]
    return '"' + '"^%"'.join(map(_doubled, parts)) + '"'


def _doubled(part: str) -> str:
    return part + "\\" * (len(part) - len(part.rstrip("\\")))
