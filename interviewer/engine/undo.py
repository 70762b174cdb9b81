"""What Ctrl+Z leads to: the case as it stands without what was done last, and what that was."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeVar

from interviewer import services
from interviewer.engine.conversation import Conversation
from interviewer.engine.held_case import HeldCase
from interviewer.engine.restore import conversation, said_in
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, task
from interviewer.words import WORDS, cut, known_again, say
from schemas.calls.call_codes import RedirectHow
from schemas.calls.calls import Redirect
from schemas.calls.moments.moment_said import answer_back
from schemas.calls.undone import Barrier
from schemas.language.text import Text
from schemas.questionnaire.answers import NOT_ASKED, Items
from schemas.questionnaire.sections import Roster, Section
from schemas.questionnaire.show import show
from schemas.questionnaire.unreadable import load
from schemas.questionnaire.walk import Key

if TYPE_CHECKING:
    from db.records import AnswerEntry, Lease
    from db.undoing import Undone

Held = TypeVar("Held", bound=HeldCase)

NOTED: Final = 40
"""So much of a note is enough to know it again, and leaves room for what was undone."""


def undoes(lease: "Lease", stamp: Stamp) -> Task[services.TakenBack]:
    """Take back what was done last in a case, unless something builds on it."""
    return task(services.undo, lease, stamp.id, stamp.at, str(WORDS.undone_why))


def without(held: Held, what: "Undone", opened: services.Opened, at: datetime) -> Held:
    """The case as it stands now, at the question that it was about; what is half typed stays."""
    asked = Key(what.entry.question, what.entry.item) if what.entry else None
    left = {key: one for key, one in held.talk.entries.items() if key != asked}
    talk = conversation(held.who, opened, at, held.attempt)
    talk = replace(talk, entries=left, language=held.talk.language)
    if what.redirect is not None and what.redirect.how is RedirectHow.transferred:
        talk = talk.to_first_open()
    else:
        talk = talk.jump(asked or held.talk.at)
    here = said_in(opened.interview, held.attempt)
    here = here if held.attempt else tuple(one for one in held.said_here if one != asked)
    now = replace(held, talk=talk, said_here=here).filed(opened.file)
    named = now.just_named if _told_their_name(now) else None
    return replace(now, just_named=named)


def _told_their_name(held: HeldCase) -> bool:
    """Whether whoever is on the line is known by the name that they have told here."""
    asked = (one for one in held.talk.questionnaire.by_id.values() if one.known_as == "person")
    told = {held.talk.answers.get(Key(one.id)) for one in asked}
    return held.on_line is not None and held.on_line.person in told


# ── Told ─────────────────────────────────────────────────────────────────────────────────────────


def words_of(what: "Undone", now: HeldCase) -> str:
    """What was undone, and what stands instead."""
    if what.entry is not None:
        return _answer(what.entry, now)
    if what.redirect is not None:
        return _redirect(what.redirect, now)
    return str(WORDS.undone_check)


def _answer(entry: "AnswerEntry", now: HeldCase) -> str:
    talk, key = now.talk, Key(entry.question, entry.item)
    asked = talk.questionnaire.by_id[key.question]
    question, stands = known_again(talk.said(asked.text, "nb")), talk.answers.get(key, NOT_ASKED)
    if services.stored(talk.questionnaire, key, stands) == entry.value:
        return say(WORDS.undone_remark, question=question)
    if isinstance(loaded := load(asked, entry.value), Items):
        items = stands if isinstance(stands, Items) else Items()
        if told := _items(talk, asked.section, loaded.items, items.items):
            return told
    answer = show(asked, stands, talk.frame) if stands != NOT_ASKED else WORDS.undone_none
    return say(WORDS.undone_answer, question=question, answer=answer)


def _items(
    talk: Conversation, roster: type[Section], undone: tuple[int, ...], stand: tuple[int, ...]
) -> str:
    """Which item of a roster is there again, or no more; empty where they are the same."""
    assert issubclass(roster, Roster), "only rosters have items"
    if again := [one for one in stand if one not in undone]:
        name = talk.item_name(roster, again[0]) or WORDS.unnamed
        return say(WORDS.undone_removed, name=name, the_item=roster.noun.the)
    added = len(undone) > len(stand)
    return say(WORDS.undone_added, the_item=roster.noun.the) if added else ""


def _redirect(leg: Redirect, now: HeldCase) -> str:
    if leg.to_id is None:
        return str(WORDS.undone_dead_end)
    place = now.contact(leg.to_id).place
    if leg.how is not RedirectHow.transferred:
        return say(WORDS.undone_lead, place=place)
    return say(WORDS.undone_transfer, place=place, whom=now.contact(leg.from_id).label)


def end_undone(what: "Undone", at: datetime) -> str:
    """Which outcome was undone, what had been agreed on with it, and the note that stays."""
    assert what.ended is not None, "a call had ended"
    made = what.appointment
    agreed = say(WORDS.undone_agreed, when=answer_back(made.due, at)) if made else ""
    outcome, note = what.ended.outcome, cut(what.ended.note, NOTED)
    noted = say(WORDS.undone_noted, note=note) if note else ""
    undone = say(WORDS.undone_outcome, outcome=outcome.label if outcome else "", agreed=agreed)
    return undone + noted


WHY_NOT: Final[dict[Barrier | None, Text]] = {
    None: WORDS.undo_nothing,
    Barrier.call: WORDS.undo_nothing,
    Barrier.completed: WORDS.undo_completed,
    Barrier.decided: WORDS.undo_decided,
    Barrier.for_ever: WORDS.undo_never,
}
"""What is said where nothing can be undone."""
