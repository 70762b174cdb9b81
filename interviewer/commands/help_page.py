"""`ringerunde --help` as it is written down, so that it comes before Typer could be loaded.

It is what Typer makes of `interviewer.cli`: a test holds it to that, and
`uv run python -m tests.interviewer.commands.help_page` writes it anew.
"""

import shutil
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).with_name("help.txt")

COLUMNS: Final = 80
"""Of the page: Typer's widest."""


def help_page() -> str | None:
    """The page; None in a narrower terminal, for which Typer must break its lines."""
    if shutil.get_terminal_size().columns < COLUMNS:
        return None
    return PAGE.read_text(encoding="utf-8")
