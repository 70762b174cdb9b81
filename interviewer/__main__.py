"""`ringerunde`, and `python -m interviewer`, which is the same."""

import gc
import os
import sys
from io import TextIOWrapper
from typing import Final

from interviewer.failure_sentences import told
from interviewer.failures import require_own_rooms, require_plain, variables

GARBAGE: Final = 500_000, 20, 100
"""How much comes together before a command looks it through for garbage.  What it loads is there to
stay, and looking through that as often as Python does by itself takes a sixth of the time."""


def main() -> None:
    """Run a command.  Whatever goes wrong, one sentence says so, and the exit status is not 0."""
    os.umask(0o077)  # before the first file: what people said is for their own eyes
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # `> file` on Windows: no frames in its alphabet
            stream.reconfigure(errors="replace")
    with told():
        require_own_rooms()
        require_plain([*sys.argv[1:], *variables()])
        status = _run(sys.argv[1:])
        sys.stdout.flush()  # here it can still be told that there was no room for it
        gc.freeze()  # it all goes with the process: to take it down piece by piece is a fifth of it
        raise SystemExit(status)


def open_streams() -> None:
    """Where whoever starts us has closed one (`<&-`), there is nothing to read, and nobody reads
    what is said; and no file of ours gets its number.
    """
    if sys.stdin is None:
        ended, writes = os.pipe()  # Windows calls what reads from nowhere a terminal
        os.close(writes)
        sys.stdin = os.fdopen(ended, encoding="utf-8")
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            setattr(sys, name, os.fdopen(nowhere, "w", encoding="utf-8"))


def _run(typed: list[str]) -> int:
    """Whoever types nothing behind the name gets the call list, before any command is loaded."""
    if not typed:
        gc.disable()  # until all is loaded, see `terminal.run`
        from interviewer.before_command import Named
        from interviewer.terminal.run import show_call_list

        return show_call_list(Named.by_environment())
    gc.set_threshold(*GARBAGE)
    from interviewer.commands.plain_print import print_plainly

    print_plainly()
    if typed == ["--help"]:
        from interviewer.commands.help_page import help_page

        if (page := help_page()) is not None:
            sys.stdout.write(page)
            return 0
    from interviewer.cli import cli

    return cli.run()


if __name__ == "__main__":
    main()
