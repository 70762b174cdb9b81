"""The help page that is written down: `uv run python -m tests.interviewer.commands.help_page`."""

import os
from contextlib import redirect_stdout
from io import StringIO
from unittest.mock import patch

from interviewer.cli import cli
from interviewer.commands.help_page import COLUMNS, PAGE


def page() -> str:
    """What Typer makes of the commands, at its widest."""
    with patch.dict(os.environ, COLUMNS=str(COLUMNS)), redirect_stdout(StringIO()) as printed:
        cli(["--help"], prog_name=cli.info.name, standalone_mode=False)
    return printed.getvalue()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
