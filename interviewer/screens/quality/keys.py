"""What the keys lead to on quality: into a person, a measure, an interview, and back."""

from dataclasses import replace
from typing import Final, TypeVar

from interviewer import services
from interviewer.controls.actions import FIND, HELP, MOVES, QUIT, Action, KeyTable
from interviewer.controls.keys import Keycap, Press
from interviewer.controls.screen import Reaction, storing
from interviewer.controls.scrolling import move_of, moved
from interviewer.engine.task import task
from interviewer.screens.destinations import ToCase, ToInterview
from interviewer.screens.into_case import open_case
from interviewer.screens.quality.state import OwnQuality, QualityPage, QualityView
from interviewer.words import WORDS

P = TypeVar("P", bound=QualityPage)


def pressed(page: QualityView, press: Press) -> Reaction:
    """What a key leads to on everybody's."""
    return _moved(KEYS, page, press)


def pressed_on_own(page: OwnQuality, press: Press) -> Reaction:
    """What a key leads to on one's own."""
    return _moved(OWN_KEYS, page, press)


def _moved(table: KeyTable[P], page: P, press: Press) -> Reaction:
    if move_of(press):
        return Reaction(page.marking(moved(page.marked, press, page.lines)))
    return table.led(page, press) or Reaction(page)


# ── Everybody's ──────────────────────────────────────────────────────────────────────────────────


def _enter(page: QualityView, press: Press) -> Reaction:
    """The person, what is behind a measure, or the interview; without one, the case."""
    if page.measure is None:
        return Reaction(page.opened())
    if page.marked_behind is None:
        return Reaction(page)
    case_id, who = page.marked_behind.case_id, page.who
    items = (one.interview for one in page.desk.items)
    found = next((one.interview_id for one in items if one.case_id == case_id), None)
    if found is not None:
        opening = task(services.open_review, found, who)
        return storing(page, opening, lambda file: ToInterview(who, file, page))
    return storing(page, task(services.look_at, case_id), lambda read: ToCase(page, read))


def _back(page: QualityView, press: Press) -> Reaction:
    if page.measure is not None:
        return Reaction(replace(page, measure=None))
    if page.of is not None:
        return Reaction(replace(page, of=None))
    return Reaction(page.queue)


def _again(page: QualityView, press: Press) -> Reaction:
    counting = task(services.quality, press.at)
    return storing(page, counting, lambda read: replace(page, read=read, counted_at=press.at))


KEYS: Final[KeyTable[QualityView]] = KeyTable(
    WORDS.quality_title,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_quality_open, _enter, word=WORDS.key_open),
        Action(Keycap.F5, WORDS.help_count, _again, word=WORDS.key_count),
        Action(Keycap.ESCAPE, WORDS.help_quality_back, _back, word=WORDS.key_back),
        MOVES,
        FIND,
        QUIT,
    ),
)

# ── One's own ────────────────────────────────────────────────────────────────────────────────────


def _enter_own(page: OwnQuality, press: Press) -> Reaction:
    """What is behind a measure, or the case of the interview."""
    if page.measure is None:
        return Reaction(page.opened())
    if page.marked_behind is None:
        return Reaction(page)
    return open_case(page, page.who, page.marked_behind.case_id, press)


def _back_from_own(page: OwnQuality, press: Press) -> Reaction:
    if page.measure is not None:
        return Reaction(replace(page, measure=None))
    return Reaction(page.before)


def _own_again(page: OwnQuality, press: Press) -> Reaction:
    counting = task(services.own_quality, page.who, press.at)
    return storing(page, counting, lambda own: replace(page, own=own, counted_at=press.at))


OWN_KEYS: Final[KeyTable[OwnQuality]] = KeyTable(
    WORDS.quality_own,
    (
        HELP,
        Action(Keycap.ENTER, WORDS.help_own_open, _enter_own, word=WORDS.key_open),
        Action(Keycap.F5, WORDS.help_count, _own_again, word=WORDS.key_count),
        Action(Keycap.ESCAPE, WORDS.help_quality_back, _back_from_own, word=WORDS.key_back),
        MOVES,
        FIND,
        QUIT,
    ),
)
