"""The ways on, one key each."""

from dataclasses import replace
from typing import Final

from interviewer import services
from interviewer.controls.actions import FIND, HELP, QUIT, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Reaction, storing
from interviewer.engine.task import in_order, task
from interviewer.screens.destinations import ToList
from interviewer.screens.into_case import open_case
from interviewer.screens.resume.state import Resume
from interviewer.words import WORDS


def pressed(screen: Resume, press: Press) -> Reaction:
    """What a key leads to; the keys in front of the two ways are those of the actions, too."""
    if press.option in {0, 1}:
        return (_go_on, _leave)[press.option](screen, press)
    if press.option == 2 and screen.unsaved:
        return _drop(screen, press)
    return KEYS.led(screen, press) or Reaction(screen)


def _go_on(screen: Resume, press: Press) -> Reaction:
    case_id, found = screen.left.case_id, screen.listing.found
    return open_case(screen, screen.who, case_id, press, resume=True, found=found)


def _drop(screen: Resume, press: Press) -> Reaction:
    """Go on without what could not be stored."""
    led = _go_on(screen, press)
    assert led.task is not None, "a case is taken by a task"
    return replace(led, task=in_order(task(services.drop_unsaved), led.task))


def _leave(screen: Resume, press: Press) -> Reaction:
    who, case_id = screen.who, screen.left.case_id
    return storing(
        screen,
        task(services.abandon, case_id, who, press.at),
        lambda found: ToList(who, found, press.at, marking=case_id),
    )


KEYS: Final = KeyTable(
    WORDS.keys_resuming,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_resume, _go_on, word=WORDS.key_on),
        Action(Keycap.ESCAPE, WORDS.help_leave, _leave, word=WORDS.key_close),
        FIND,
        QUIT,
    ),
)
