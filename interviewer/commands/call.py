"""Without a screen: one case, or the coordinator's desk, line by line."""

import sys
from typing import TYPE_CHECKING

from interviewer.before_command import Named
from interviewer.commands.decide.find import unit_named
from interviewer.failures import Trouble

if TYPE_CHECKING:
    from db.database import Database


def call_plainly(named: Named, case: str, *, plain: bool, rings: bool) -> int:
    """Ring a case line by line; the exit status when it is put down."""
    from contextlib import closing

    from db.cases import case_id_of
    from interviewer.places import command_at, seat
    from interviewer.plain.console import talk

    if not plain:
        raise Trouble(
            "CLI-PLAIN",
            f"Uten skjerm ringer du med «{command_at(named.database, 'call', case, '--plain')}». "
            f"På skjermen åpner du «{command_at(named.database)}» og skriver noen bokstaver av "
            "navnet.",
        )
    with closing(_opened(named)) as database:
        unit = unit_named(case, database.frame)
        return talk(database, case_id_of(unit.id), seat(), rings=rings)


def review_plainly(named: Named) -> int:
    """The coordinator's desk line by line; the exit status."""
    from contextlib import closing

    from db.waiting import told_of_waiting
    from interviewer.places import open_at, seat
    from interviewer.plain.console import review

    with told_of_waiting(_say), closing(open_at(named.place, named.find_survey())) as database:
        return review(database, seat())


def _opened(named: Named) -> "Database":
    from db.cases import load_register
    from db.waiting import told_of_waiting
    from interviewer.places import begin_at

    with told_of_waiting(_say):
        database = begin_at(named.place, named.find_survey())
    load_register(database)
    return database


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
