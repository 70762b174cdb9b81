"""The ways on, one key each."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, TypeVar

from interviewer import services
from interviewer.controls.actions import FIND, HELP, QUIT, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Next, Notice, Reaction, Tone, storing
from interviewer.engine.task import Task, in_order, task, unless
from interviewer.screens.destinations import ToList
from interviewer.screens.into_case import open_case
from interviewer.screens.resume.state import Resume, WayOn
from interviewer.words import WORDS, say

T = TypeVar("T")


def pressed(screen: Resume, press: Press) -> Reaction:
    """What a key leads to; the first two ways have the keys of the actions, too."""
    if press.option is not None and press.option < len(screen.ways):
        return _taken(screen, press, screen.ways[press.option])
    led = KEYS.led(screen, press)
    if led or not press.char:
        return led or Reaction(screen)
    idle = say(WORDS.key_idle, key=press.char)
    return Reaction(screen.told(Notice(idle, "S-KEY", Tone.warning)))


def _taken(screen: Resume, press: Press, way: WayOn) -> Reaction:
    """Where it leads; one that stood there until the call was over is no way any more."""
    now = replace(screen, at=press.at)
    return _WAYS[way](now, press) if way in now.ways else Reaction(now)


def _go_on(screen: Resume, press: Press) -> Reaction:
    """Exactly where it stopped; to the card, where no call can be going on any more, and to the
    list, where no case was left."""
    if screen.left is None:
        return _to_list(screen, press, task(services.home_of, screen.who))
    case_id, found = screen.left.case_id, screen.listing.found
    ended = any(one.ends_a_call for one in screen.unsaved if one.case_id == case_id)
    resume = not screen.is_over and (bool(screen.not_taken) or not ended)
    return open_case(screen, screen.who, case_id, press, resume=resume, found=found)


def _leave(screen: Resume, press: Press) -> Reaction:
    if screen.left is None:
        return _go_on(screen, press)
    leaves = task(services.abandon, screen.left.case_id, screen.who, press.at)
    return _to_list(screen, press, leaves)


def _to_list(
    screen: Resume, press: Press, reads: Task[services.Listing | services.CoordinatorDesk]
) -> Reaction:
    who, marking = screen.who, screen.left.case_id if screen.left else None
    return storing(screen, reads, lambda found: ToList(who, found, press.at, marking=marking))


def _storing(led: Callable[[Resume, Press], Reaction]) -> Callable[[Resume, Press], Reaction]:
    """First what is unsaved is stored; what the database does not take is told instead."""

    def then(screen: Resume, press: Press) -> Reaction:
        from interviewer.engine.unsaved_tasks import store_unsaved  # rarely is there anything

        after = led(screen, press)
        deeds = tuple(one for one in screen.unsaved if one.steps)
        stores = task(store_unsaved, screen.who, deeds, press.at)

        def told(found: Any) -> Next:
            if isinstance(found, tuple):
                left = tuple(one.deed for one in found)
                return replace(screen, unsaved=left, not_taken=found)
            return after.done(found)

        assert after.task is not None, "every way on reads something"
        return storing(screen, unless(stores, after.task), told)

    return then


def _drop(screen: Resume, press: Press) -> Reaction:
    """Go on without what could not be stored."""
    from interviewer.services.unsaved import drop

    led = _go_on(replace(screen, unsaved=()), press)
    assert led.task is not None, "every way on reads something"
    return replace(led, screen=screen, task=in_order(task(drop, screen.unsaved), led.task))


_WAYS: Final[dict[WayOn, Callable[[Resume, Press], Reaction]]] = {
    WayOn.go_on: _go_on,
    WayOn.to_card: _go_on,
    WayOn.leave: _leave,
    WayOn.store_go_on: _storing(_go_on),
    WayOn.store_to_card: _storing(_go_on),
    WayOn.store_leave: _storing(_leave),
    WayOn.let_lie: _leave,
    WayOn.keep: _go_on,
    WayOn.drop: _drop,
}

KEYS: Final[KeyTable[Resume]] = KeyTable(
    WORDS.keys_resuming,
    (
        HELP,
        Action(
            Keycap.ENTER,
            WORDS.help_resume,
            lambda screen, press: _taken(screen, press, screen.ways[0]),
            word=WORDS.key_on,
        ),
        Action(
            Keycap.ESCAPE,
            WORDS.help_leave,
            lambda screen, press: _taken(screen, press, screen.ways[1]),
            word=WORDS.key_close,
            there=lambda screen: screen.ways[1] is not WayOn.drop,
        ),
        FIND,
        QUIT,
    ),
)
