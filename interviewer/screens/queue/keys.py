"""What the keys lead to in the queue."""

from dataclasses import replace
from typing import Final

from interviewer import services
from interviewer.controls.actions import ENDS, FIND, HELP, MOVES, QUIT, TYPES, Action, KeyTable
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.search_line import sought
from interviewer.engine.task import in_order, task
from interviewer.screens.destinations import (
    ToCases,
    ToCoding,
    ToInterview,
    ToProgress,
    ToPublishing,
    ToQuality,
    ToSharedServices,
)
from interviewer.screens.queue.state import VIEWS, Queue
from interviewer.services.coding import read_coding
from interviewer.words import WORDS, say
from schemas.language.numerals import how_many


def pressed(queue: Queue, press: Press) -> Reaction:
    """What a key leads to."""
    if queue.accepting:
        here = replace(queue, accepting=False)
        return _accept_all(here, press) if keycap_of(press) is Keycap.ENTER else Reaction(here)
    return sought(KEYS, queue, press)


def _open(queue: Queue, press: Press) -> Reaction:
    if not queue.items:
        return Reaction(queue)
    id, who = queue.items[queue.marked].interview.interview_id, queue.who
    return storing(
        queue,
        task(services.open_review, id, who),
        lambda file: ToInterview(who, file, queue),
    )


def _publish(queue: Queue, press: Press) -> Reaction:
    from interviewer.services.publishing import look_around

    return storing(
        queue, task(look_around), lambda machine: ToPublishing(queue.who, machine, queue)
    )


def _progress(queue: Queue, press: Press) -> Reaction:
    who = queue.who
    return storing(
        queue,
        task(services.all_cases, who),
        lambda cases: ToProgress(who, cases, press.at, before=queue),
    )


def _quality(queue: Queue, press: Press) -> Reaction:
    return storing(
        queue,
        task(services.quality, press.at),
        lambda read: ToQuality(queue.who, read, press.at, queue),
    )


def _coding(queue: Queue, press: Press) -> Reaction:
    return storing(queue, task(read_coding), lambda desk: ToCoding(desk, queue))


def _other_list(queue: Queue, press: Press) -> Reaction:
    """The next list that has anything in it."""
    here, number = queue.cleared(), len(VIEWS)
    others = ((queue.place_in_views + step) % number for step in range(1, number + 1))
    lists = (replace(here, place_in_views=place) for place in others)
    return Reaction(next((one for one in lists if one.items), here))


def _ask_all(queue: Queue, press: Press) -> Reaction:
    """One key is not enough for so many."""
    interviews = how_many(len(queue.items), "intervju", "intervjuer")
    words = say(WORDS.review_accept_all, interviews=interviews)
    return Reaction(replace(queue, accepting=True).told(Notice(words, tone=Tone.warning)))


def _accept_all(queue: Queue, press: Press) -> Reaction:
    """Those that nobody has decided on or opened meanwhile."""
    who, signed = queue.who, press.signed_by(queue.who)
    listed = tuple(item.interview.as_listed for item in queue.items)

    seen = {interview_id for interview_id, _ in listed}

    def then(desk: services.CoordinatorDesk) -> Queue:
        here = (item for item in desk.items if item.interview.interview_id in seen)
        words = say(WORDS.review_accepted_all, count=sum(one.is_decided for one in here))
        return queue.read_again(desk, press.at).told(Notice(words, tone=Tone.good))

    accepting = task(services.accept_together, signed, who, listed)
    return storing(queue, in_order(accepting, task(services.desk, who)), then)


KEYS: Final[KeyTable[Queue]] = KeyTable(
    WORDS.review_title,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_open_interview, _open, word=WORDS.key_open),
        Action(Keycap.F2, WORDS.help_progress, _progress, word=WORDS.review_progress),
        Action(
            Keycap.F4,
            WORDS.help_cases,
            lambda queue, press: Reaction(ToCases(queue)),
            word=WORDS.cases_title,
        ),
        Action(
            Keycap.F5,
            WORDS.help_shared,
            lambda queue, press: Reaction(ToSharedServices(queue)),
            word=WORDS.review_shared,
            there=lambda queue: queue.who.survey.has("sharing"),
        ),
        Action(Keycap.F6, WORDS.help_lists, _other_list, word=WORDS.key_other_list),
        Action(
            Keycap.F12,
            WORDS.help_accept_all,
            _ask_all,
            word=WORDS.key_accept_all,
            there=lambda queue: queue.may_accept_all,
        ),
        Action(Keycap.F7, WORDS.help_coding, _coding, word=WORDS.coding_title),
        Action(Keycap.F8, WORDS.help_quality, _quality, word=WORDS.quality_title),
        Action(Keycap.F9, WORDS.help_publish, _publish, word=WORDS.publish_title),
        Action(
            Keycap.CTRL_R,
            WORDS.help_rings,
            lambda queue, press: Reaction(ToCases(queue, rings=True)),
        ),
        Action(Keycap.ESCAPE, WORDS.help_clear, lambda queue, press: Reaction(queue.cleared())),
        MOVES,
        ENDS,
        TYPES,
        FIND,
        QUIT,
    ),
)
"""Nothing leads to what a survey has not."""
