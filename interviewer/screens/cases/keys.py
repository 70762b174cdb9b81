"""What the keys lead to among the cases."""

from dataclasses import replace
from typing import Final

from interviewer import services
from interviewer.controls.actions import FIND, HELP, MOVES, QUIT, TYPES, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.search_line import sought
from interviewer.engine.task import task
from interviewer.screens.cases.state import VIEWS, Cases
from interviewer.screens.destinations import ToCase, ToDistribution
from interviewer.services.distribution import shared_work
from interviewer.words import WORDS


def pressed(cases: Cases, press: Press) -> Reaction:
    """What a key leads to."""
    return sought(KEYS, cases, press)


def _open(cases: Cases, press: Press) -> Reaction:
    if not cases.lines:
        return Reaction(cases)
    case_id, who = cases.ids[cases.marked], cases.queue.who
    here = replace(cases.searched(), lit=case_id)

    def then(found: tuple[services.CoordinatorDesk, services.CaseOnDesk]) -> ToCase:
        return ToCase(here.read_again(found[0], press.at), found[1])

    return storing(cases, task(services.look_around_at, case_id, who), then)


def _distribution(cases: Cases, press: Press) -> Reaction:
    return storing(
        cases, task(shared_work, cases.who), lambda work: ToDistribution(work, press.at, cases)
    )


def _closed(cases: Cases, press: Press) -> Reaction:
    if cases.line.text:
        return Reaction(cases.cleared())
    return Reaction(cases.queue)


KEYS: Final = KeyTable(
    WORDS.cases_title,
    (
        HELP,
        Action(key=Keycap.ENTER, word=WORDS.key_open, help=WORDS.help_open_case, does=_open),
        Action(
            key=Keycap.F6,
            word=WORDS.key_other_view,
            help=WORDS.help_view,
            does=lambda cases, press: Reaction(
                replace(cases.cleared(), view=(cases.view + 1) % len(VIEWS))
            ),
        ),
        Action(key=Keycap.F7, word=WORDS.work_title, help=WORDS.help_work, does=_distribution),
        Action(
            key=Keycap.CTRL_R,
            help=WORDS.help_rings,
            does=lambda cases, press: Reaction(cases.somebody_rings()),
        ),
        Action(key=Keycap.ESCAPE, word=WORDS.key_queue, help=WORDS.help_back, does=_closed),
        MOVES,
        TYPES,
        FIND,
        QUIT,
    ),
)
