"""What the keys lead to among the cases."""

from dataclasses import replace
from typing import Final

from interviewer import services
from interviewer.controls.actions import ENDS, FIND, HELP, MOVES, QUIT, TYPES, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.search_line import sought
from interviewer.engine.task import task
from interviewer.screens.cases.state import Cases
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
    return storing(cases, task(shared_work, cases.who), lambda work: ToDistribution(work, cases))


def _closed(cases: Cases, press: Press) -> Reaction:
    if cases.line.text:
        return Reaction(cases.cleared())
    return Reaction(cases.queue)


KEYS: Final = KeyTable(
    WORDS.cases_title,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_open_case, _open, word=WORDS.key_open),
        Action(
            Keycap.F6,
            WORDS.help_view,
            lambda cases, press: Reaction(
                replace(cases.cleared(), view=(cases.view + 1) % len(cases.views))
            ),
            word=WORDS.key_other_view,
        ),
        Action(Keycap.F7, WORDS.help_work, _distribution, word=WORDS.work_title),
        Action(
            Keycap.CTRL_R, WORDS.help_rings, lambda cases, press: Reaction(cases.somebody_rings())
        ),
        Action(Keycap.ESCAPE, WORDS.help_back, _closed, word=WORDS.key_queue),
        MOVES,
        ENDS,
        TYPES,
        FIND,
        QUIT,
    ),
)
