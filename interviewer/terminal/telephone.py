"""The computer's own telephone program, if it has one: a number is handed over, never dialled.

Often nothing answers to `tel:`; so the number is always on the screen too, and can be copied.
"""

import os
import subprocess
import sys
from contextlib import suppress


def ring(number: str) -> None:
    """Open `tel:NUMBER` the way the platform does; nothing happens where nothing answers to it."""
    address = f"tel:{number}"
    with suppress(OSError):
        if sys.platform == "win32":
            os.startfile(address)
        else:
            opener = "open" if sys.platform == "darwin" else "xdg-open"
            subprocess.Popen(
                [opener, address],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
