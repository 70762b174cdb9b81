"""What the keys lead to where work is shared out: to a person, give, share, take back."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from interviewer.controls.actions import FIND, HELP, MOVES, QUIT, Action, KeyTable
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.engine.task import Task, in_order, task
from interviewer.screens.distribution.state import Distribution, WorkQuestion
from interviewer.services.distribution import (
    SharedWork,
    give_cases,
    shared_work,
    take_back_cases,
)
from interviewer.words import WORDS, say
from schemas.calls.distribution import evenly
from schemas.language.numerals import how_many


def pressed(screen: Distribution, press: Press) -> Reaction:
    """What a key leads to; where it is asked whether many cases change hands, Enter does it."""
    if screen.asking:
        here = replace(screen, asking=None)
        sure = keycap_of(press) is Keycap.ENTER
        does = _share if screen.asking is WorkQuestion.share else _take
        return does(here, press) if sure else Reaction(here)
    if move_of(press):
        return Reaction(screen.marking(moved(screen.marked, press, screen.lines)))
    return KEYS.led(screen, press) or Reaction(screen)


def _enter(screen: Distribution, press: Press) -> Reaction:
    """To the groups of a person; there, give her what is free in the marked one."""
    person = screen.person
    if person is None:
        return Reaction(screen)
    if screen.to is None:
        return Reaction(replace(screen, to=person.id))
    inside = [one for one in screen.work.shared.rest if one.unit.group == screen.group]
    if not inside:
        return _told(screen, str(WORDS.work_none_free))
    cases = [one.case_id for one in inside]
    words = say(WORDS.work_gave, name=person.name, count=_cases(len(cases)))
    return _done(
        screen, task(give_cases, press.signed_by(screen.who), {person.id: cases}), press, words
    )


def _ask_share(screen: Distribution, press: Press) -> Reaction:
    free = len(screen.work.shared.rest)
    if not free or not screen.sharing:
        return _told(screen, str(WORDS.work_none_free))
    asks = replace(screen, asking=WorkQuestion.share)
    return _told(asks, say(WORDS.work_share, count=free))


def _share(screen: Distribution, press: Press) -> Reaction:
    work = screen.work
    loads = {one.id: work.open_of(one.id) for one in screen.sharing}
    shares = evenly(work.shared.rest, loads)
    words = say(WORDS.work_shared, count=_cases(len(work.shared.rest)))
    return _done(screen, task(give_cases, press.signed_by(screen.who), shares), press, words)


def _ask_take(screen: Distribution, press: Press) -> Reaction:
    """In a group, those of the group, at once; of a person, all of hers, when it is certain."""
    person = screen.person
    if person is None:
        return Reaction(screen)
    inside = [one for one in screen.hers if screen.to is None or one.unit.group == screen.group]
    if not inside:
        return _told(screen, say(WORDS.work_none_taken, name=person.name))
    if screen.to is not None:
        return _taken(screen, press, [one.case_id for one in inside])
    asks = replace(screen, asking=WorkQuestion.take)
    return _told(asks, say(WORDS.work_take, count=len(screen.hers), name=person.name))


def _take(screen: Distribution, press: Press) -> Reaction:
    return _taken(screen, press, [one.case_id for one in screen.hers])


def _taken(screen: Distribution, press: Press, cases: Collection[UUID]) -> Reaction:
    taking = task(take_back_cases, press.signed_by(screen.who), cases)
    return _done(screen, taking, press, say(WORDS.work_took, count=_cases(len(cases))))


def _done(screen: Distribution, does: Task[Any], press: Press, words: str) -> Reaction:
    def then(work: SharedWork) -> Distribution:
        now = replace(screen, work=work)
        return now.told(Notice(words, tone=Tone.good))

    return storing(screen, in_order(does, task(shared_work, screen.who)), then)


def _told(screen: Distribution, words: str) -> Reaction:
    return Reaction(screen.told(Notice(words, tone=Tone.warning)))


def _cases(count: int) -> str:
    return how_many(count, "sak", "saker")


def _back(screen: Distribution, press: Press) -> Reaction:
    return Reaction(screen.queue if screen.to is None else replace(screen, to=None))


KEYS: Final[KeyTable[Distribution]] = KeyTable(
    WORDS.work_title,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_work_open, _enter, word=WORDS.key_give),
        Action(Keycap.F6, WORDS.help_share, _ask_share, word=WORDS.key_share),
        Action(Keycap.DELETE, WORDS.help_take, _ask_take, word=WORDS.key_take),
        Action(Keycap.ESCAPE, WORDS.help_quality_back, _back, word=WORDS.key_back),
        MOVES,
        FIND,
        QUIT,
    ),
)
