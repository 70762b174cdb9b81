"""Opening the screen, and closing it again whatever happened."""

import gc
import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from interviewer.before_command import Named
from interviewer.draw.bars import LEAST_COLUMNS, LEAST_ROWS
from interviewer.failure_sentences import sentence_of
from interviewer.failures import Trouble

if TYPE_CHECKING:
    from db.database import Database
    from db.first_look import FirstLook
    from interviewer.terminal.app import Meanwhile
    from interviewer.terminal.looks import Prompter


def show_call_list(named: Named, *, new: bool = False) -> int:
    """The call list of the database that is named; the exit status when it is left.

    Only `new` makes a new database where there has been one before.
    """
    from interviewer.places import begin_at, known_file, seat

    place, survey = named.place, named.find_survey()

    def looks() -> "FirstLook | None":
        from interviewer.services.first_look import look

        return look(file, seat(), survey) if (file := known_file(place)) else None

    return run(lambda: begin_at(place, survey, new=new), looks=None if new else looks)


def run(
    opens: "Callable[[], Database]",
    *,
    practice: bool = False,
    reviewing: bool = False,
    meanwhile: "Meanwhile | None" = None,
    prompter: "Prompter | None" = None,
    looks: "Callable[[], FirstLook | None] | None" = None,
) -> int:
    """Show the call list, or a coordinator's queue; the exit status when it is left.

    What is made `meanwhile`, in a new database, is begun behind the first screen, and goes before
    what is typed there.
    A `prompter` has something to say beside every screen.  What it `looks` at, if there is
    anything to see, is shown before the database is opened.
    """
    require_terminal()
    gc.disable()  # what is loaded now stays: looking for garbage in it takes an eighth of the time
    from interviewer.places import seat
    from interviewer.terminal.app import Ringerunde
    from interviewer.terminal.textual_parts import draw_on_the_terminal

    draw_on_the_terminal()

    app = Ringerunde(
        opens,
        seat(),
        practice=practice,
        reviewing=reviewing,
        meanwhile=meanwhile,
        prompter=prompter,
        looks=looks,
    )
    try:
        app.run()
    finally:
        app.close()
    if app.failure is not None:
        sys.stderr.write(sentence_of(app.failure) + "\n")
        return 1
    if app.loop.is_aside:
        sys.stderr.write(
            "Det siste du gjorde, er ikke lagret ennå. Det tilbys neste gang du starter.\n"
        )
    elif app.loop.problem is not None:
        sys.stderr.write(f"Det siste du gjorde, ble IKKE lagret. {app.loop.problem}\n")
    return app.return_code or 0


def require_terminal() -> None:
    """The screen needs a terminal of a certain size; Trouble where there is none.

    The size is the terminal's own, for here and for Textual: what a shell has exported as COLUMNS
    and LINES is that of another moment, and does not follow when the window changes.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble(
            "S-TERMINAL",
            "Ringelisten må åpnes i et terminalvindu. Til skript finnes kommandoene i --help.",
        )
    for exported in ("COLUMNS", "LINES"):
        os.environ.pop(exported, None)
    columns, rows = shutil.get_terminal_size()
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        raise Trouble(
            "S-SMALL",
            f"Vinduet er for lite ({columns}×{rows}). Gjør det minst "
            f"{LEAST_COLUMNS}×{LEAST_ROWS} og start på nytt.",
        )
