"""What was done last, and how it is taken back: by storing anew what stood before it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from interviewer import services
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, task
from interviewer.services.news import Said
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint, Redirect, RedirectHow
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.show import show
from schemas.questionnaire.walk import Confirmed

if TYPE_CHECKING:
    from interviewer.engine.held_case import HeldCase


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was stored.

    `said` are answers and remarks, `leg` is a redirect, `made` a contact point that nobody had
    heard of before, and `changed` are those that were known otherwise.  `settled` are checks that
    were let stand.
    """

    said: tuple[Said, ...] = ()
    leg: Redirect | None = None
    made: ContactPoint | None = None
    changed: tuple[UUID, ...] = ()
    settled: tuple[Confirmed, ...] = ()

    def taken_back(self, before: "HeldCase", stamp: Stamp) -> Iterator[Task[Any]]:
        """What is stored so that all is again as it was `before`."""
        talk, lease = before.talk, before.lease
        for place, one in enumerate(self.said):
            value, remark = talk.answers.get(one.key, NOT_ASKED), talk.remarks.get(one.key, "")
            again, id = Said(one.key, value, remark), stamp.another(20 + place)
            yield task(services.record, lease, id, again, before.speaking, stamp.at)
        if self.leg is not None:
            yield task(services.take_back_redirect, lease, self.leg.id, stamp.at)
        if self.made is not None:
            gone = replace(self.made, retired_at=stamp.at, retired_why=str(WORDS.undone_why))
            yield task(services.save_contact, lease, gone, False)
        for contact in map(before.contact, self.changed):
            yield task(services.save_contact, lease, contact, False)
        for place, check in enumerate(self.opened_again):
            id = stamp.another(40 + place)
            yield task(services.confirm, lease, id, check, before.speaking, stamp.at)

    @property
    def opened_again(self) -> tuple[Confirmed, ...]:
        """The checks that were let stand, as what takes that back: about no answers any more."""
        return tuple(replace(one, reason="", evidence=()) for one in self.settled)

    def words(self, before: "HeldCase") -> str:
        """What was undone, and what stands instead."""
        if self.settled:
            return str(WORDS.undone_check)
        if self.leg is not None and not self.said_by_hand:
            return _redirect(self.leg, self.made, before)
        said = self.said[0]
        asked = before.talk.questionnaire.by_id[said.key.question]
        question = before.talk.said(asked.text, "nb")
        stood = before.talk.answers.get(said.key, NOT_ASKED)
        if said.value == stood:
            return say(WORDS.undone_remark, question=question)
        answer = show(asked, stood, before.talk.frame) if stood != NOT_ASKED else WORDS.undone_none
        return say(WORDS.undone_answer, question=question, answer=answer)

    @property
    def said_by_hand(self) -> bool:
        """Whether it was an answer, and not what is asked anew of somebody else."""
        return bool(self.said) and self.said[0].value != NOT_ASKED


def _redirect(leg: Redirect, made: ContactPoint | None, before: "HeldCase") -> str:
    if leg.to_id is None:
        return str(WORDS.undone_dead_end)
    place = (made or before.contact(leg.to_id)).place
    if leg.how is not RedirectHow.transferred:
        return say(WORDS.undone_lead, place=place)
    return say(WORDS.undone_transfer, place=place, whom=before.contact(leg.from_id).label)
