"""What is imported is compiled once for all processes of a run, and for the next run."""

import os
import sys
from pathlib import Path


def compile_modules_once() -> None:
    """From now on, in this process and those that it starts, where Python may write nothing.

    Else every program that a test starts would compile all that it imports, and so would every run.
    """
    if not sys.dont_write_bytecode:
        return
    folder = Path(__file__).parents[2] / ".pytest_cache" / "compiled"
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(folder)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
