"""A case that we hold: the call, who is on the line, the interview, and what must be stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self, TypeVar
from uuid import UUID

from db.records import AnswerEntry, CaseFile, Lease, Place
from interviewer import services
from interviewer.engine.conversation import Conversation
from interviewer.engine.dispositions import is_for_the_phone, standing, whole
from interviewer.engine.leave_taking import Farewell, farewell_at, left_to_ask, open_before
from interviewer.engine.restore import conversation, said_in, was_whole, where_it_stopped
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, in_order, task
from interviewer.services.news import Learnt, Said
from schemas.calls.appointments import Appointment
from schemas.calls.calls import CallAttempt, ContactPoint, on_the_line
from schemas.calls.case_outcomes import may_confirm_no
from schemas.calls.core import is_begun
from schemas.calls.departments import Department
from schemas.calls.outcomes import Outcome
from schemas.calls.whereabouts import FoundAt
from schemas.calls.whom_to_dial import sought
from schemas.frame.units import Unit
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.document import document
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.questionnaire.walk import Firing, Key
from schemas.review.claims import Claim

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class HeldCase:
    """Without an `attempt` nobody is on the line.

    `spoken` is whether anything was answered in this call, and `said_here` what still stands of
    it, the latest last; `they_rang` whether they rang us.  `was_whole` is whether all had been
    asked before; `line_since` is when the call began, by the clock of `Stamp.ran`, if it was in
    this run of the program; `to_ask` is the question that a coordinator wants asked again.  `kept`
    is the place, and what is half typed there, as it is stored.  `just_named` is who has told their
    name here: another one is a correction.
    """

    who: services.Caller
    lease: Lease
    file: CaseFile
    talk: Conversation
    begun: bool
    attempt: CallAttempt | None = None
    line_since: float | None = None
    agenda: tuple[tuple[Appointment, str], ...] = ()
    claim_shown: bool = False
    found: tuple[FoundAt, ...] = ()
    was_whole: bool = False
    spoken: bool = False
    said_here: tuple[Key, ...] = ()
    they_rang: bool = False
    to_ask: Key | None = None
    kept: tuple[Key, str] | None = None
    kept_drafts: tuple[tuple[Key, str], ...] = ()
    just_named: UUID | None = None
    steps_back: tuple[services.StepBack, ...] = ()

    @classmethod
    def taken_up(
        cls,
        who: services.Caller,
        opened: services.Opened,
        at: datetime,
        attempt_id: UUID | None = None,
        found: tuple[FoundAt, ...] = (),
    ) -> Self:
        """The case as it is stored: in that call, or without one, at the question it stopped at."""
        file, kept = opened.file, opened.interview
        attempt = next((a for a in file.attempts if a.id == attempt_id), None)
        talk = conversation(who, opened, at, attempt)
        return cls(
            who=who,
            lease=opened.lease,
            file=file,
            talk=where_it_stopped(talk, kept) if kept else talk.to_first_open(),
            begun=kept is not None,
            attempt=attempt,
            agenda=opened.agenda,
            claim_shown=file.reveal is not None,
            found=found,
            was_whole=was_whole(who, talk, kept),
            spoken=bool(kept and any(one.attempt_id == attempt_id for one in kept.entries)),
            said_here=said_in(kept, attempt),
        )

    def _with(self, **changes: Any) -> Self:
        """The same but for these, at every key: `replace` asks each of thirty fields by itself."""
        after = object.__new__(type(self))
        after.__dict__.update(self.__dict__ | changes)
        return after

    # ── What is so ───────────────────────────────────────────────────────────────────────────────

    @property
    def unit(self) -> Unit:
        """The unit that the case is about."""
        return self.who.frame[self.file.unit_id]

    @property
    def on_line(self) -> ContactPoint | None:
        """Who is on the line, or was last."""
        attempt = self.attempt or (self.file.attempts[-1] if self.file.attempts else None)
        if attempt is None:
            return None
        return self.contact(on_the_line(attempt, self.file.redirects))

    @property
    def asked_for(self) -> ContactPoint | None:
        """Whom this call was to reach: whoever is at the other end may only have taken it."""
        before = tuple(one for one in self.file.attempts if one != self.attempt)
        return sought(self.file.contacts, before, self.file.redirects)

    def contact(self, id: UUID) -> ContactPoint:
        """A contact point of the case."""
        return next(contact for contact in self.file.contacts if contact.id == id)

    @property
    def speaking(self) -> services.Speaking:
        """What goes with every answer."""
        on_line = self.on_line
        return services.Speaking(
            self.talk.questionnaire,
            self.talk.interview_id,
            on_line.id if on_line else None,
            self.attempt.id if self.attempt else None,
            self.talk.language,
            self.steps_back,
        )

    def gone_to(self, talk: Conversation, at: datetime) -> Self:
        """At another question; a step back is noted, to be stored with what is said next."""
        gone, places = self._with(talk=talk), self.talk.walked.places
        here = places.get(self.talk.at, len(places)) if self.talk.at else len(places)
        if talk.at is None or places.get(talk.at, here) >= here:
            return gone
        return gone._with(steps_back=(*self.steps_back, services.StepBack(talk.at, at)))

    @property
    def lacks_evidence(self) -> bool:
        """Whether "we have none" comes from somebody who cannot know, and no two others say so."""
        said, parts = self.talk.walked.view.answers, self.who.survey.parts
        none = parts.says_none
        if none is None or said.get(Key(none.question)) is not none.code:
            return False
        if said.get(Key(parts.right_person)) is parts.the_one and not self._sits_at_the_front:
            return False
        return not may_confirm_no(self.on_line, self.file.contacts, none.voices)

    @property
    def _sits_at_the_front(self) -> bool:
        """Whether they say that they work where everybody is put through."""
        asked = self.talk.questionnaire.by_id.values()
        told = (self.talk.walked.view.answers.get(Key(one.id)) for one in asked if one.known_as)
        return any(isinstance(one, Department) and one.is_front_line for one in told)

    @property
    def standing(self) -> Outcome | None:
        """What the interview makes of a call that ends now."""
        return standing(self.who.survey, self.talk.walked, self.talk.open_checks)

    @property
    def has_agreed(self) -> bool:
        """Whether the right one has agreed to be asked: else all stops in the introduction."""
        return is_begun(self.talk.walked, self.who.survey.parts)

    @property
    def is_finished(self) -> bool:
        """Whether the interview has been completed, and nobody has opened it again."""
        return self.file.interview is not None and not self.file.interview.open

    @property
    def finished(self) -> Questionnaire:
        """The interview as a whole; ValidationError where it is not."""
        talk = self.talk
        return document(talk.questionnaire, talk.answers, talk.facts, talk.confirmed)

    @property
    def has_been_answered(self) -> bool:
        """Whether whoever is on the line has answered anything in this call.

        What a conversation begins with is only read out; and whoever we were put through to is
        asked first of all whether it suits.
        """
        if self.attempt is None:
            return False
        parts, answers = self.who.survey.parts, self.talk.answers
        here = (key for key in self.said_here if answers.get(key, NOT_ASKED) != NOT_ASKED)
        said = {key.question for key in here} - {parts.opening}
        is_new = on_the_line(self.attempt, self.file.redirects) != self.attempt.contact_id
        return parts.consent in said if is_new else bool(said)

    @property
    def may_undo(self) -> bool:
        """Whether anything that was done here can be taken back."""
        if self.attempt is None:
            return bool(self.said_here)
        legs = (leg for leg in self.file.redirects if leg.attempt_id == self.attempt.id)
        return bool(self.said_here) or next(legs, None) is not None

    @property
    def claim(self) -> Claim | None:
        """What was claimed in an earlier phase, if anything."""
        earlier, claim = self.who.survey.earlier, self.talk.facts.claim
        return earlier.claims[claim] if earlier and claim else None

    @property
    def claim_to_show(self) -> Claim | None:
        """The same when it is time to show it: once."""
        earlier, claim = self.who.survey.earlier, self.claim
        if earlier is None or claim is None or self.claim_shown:
            return None
        return claim if earlier.may_be_shown(self.talk.walked) else None

    @property
    def against_the_claim(self) -> tuple[Firing, ...]:
        """The checks that hold the answers against what was claimed earlier."""
        explained = self.who.survey.explained
        return tuple(one for one in self.talk.walked.firing if one.check.id in explained)

    @property
    def stopped_by(self) -> Outcome | None:
        """The outcome of a call in which the introduction led no further."""
        parts = self.who.survey.parts
        leads = parts.leads_to(parts.consent, self.talk.answers.get(Key(parts.consent)))
        return leads if isinstance(leads, Outcome) else None

    # ── What follows from an answer ──────────────────────────────────────────────────────────────

    def knowing(self, learnt: Learnt | None) -> Self:
        """With what an answer has told of the person on the line."""
        if learnt is None:
            return self
        told, known = learnt.contact, {one.id: one.person for one in self.file.contacts}
        named = told.id if told.person != known.get(told.id, "") else self.just_named
        talk = self.talk.knowing(learnt.contact.known)
        return self._with(file=learnt.noted_in(self.file), just_named=named, talk=talk)

    def asking_back(self) -> Self:
        """At what a coordinator wants asked again, once whoever is on the line is introduced."""
        wanted = self.to_ask is not None and not self.talk.walked.unanswered
        return self._with(talk=self.talk.jump(self.to_ask), to_ask=None) if wanted else self

    def ends_too_soon(self, after: Self) -> bool:
        """Whether all has been read out, and something still wants a word from the respondent."""
        past = after.talk.step is None or not after.talk.step.question.section.aloud
        here = self.talk.step is not None and self.talk.step.question.section.aloud
        if self.attempt is None or not (here and past):
            return False
        outcome = after.standing
        return outcome is not None and not outcome.is_whole

    def ended_by(self, after: Self) -> Outcome | None:
        """The outcome of the call, if all that is asked aloud is answered with this."""
        talk = after.talk
        outcome = whole(self.who.survey, talk.walked, talk.open_checks) if self.attempt else None
        if outcome is None or not outcome.is_whole:
            return None
        # They were rung about something, if all was asked before: only people know when that is
        # done.
        return None if after.lacks_evidence or self.was_whole else outcome

    @property
    def farewell(self) -> Farewell:
        """How near the conversation is to its end, where somebody is on the line."""
        on_the_phone = self.attempt is not None and self.has_agreed
        return farewell_at(self.talk) if on_the_phone else Farewell.none

    @property
    def left_before(self) -> frozenset[Key]:
        """The questions that want an answer before this farewell."""
        return left_to_ask(self.talk, self.farewell)

    @property
    def takes_leave_too_soon(self) -> bool:
        """Whether something is to be offered first: what is missing, or open."""
        explained = self.who.survey.explained
        still_open = open_before(self.talk, self.farewell)
        is_open = any(is_for_the_phone(one, explained) for one in still_open)
        return is_open or bool(self.left_before)

    def filed(self, file: CaseFile) -> Self:
        """With what the database now knows of the case."""
        ours = (one for one in file.attempts if self.attempt and one.id == self.attempt.id)
        now = self._with(file=file, attempt=next(ours, self.attempt))
        known = on_line.known if (on_line := now.on_line) else {}
        return now._with(talk=now.talk.knowing(known))

    # ── What must be stored ──────────────────────────────────────────────────────────────────────

    def records(self, said: Said, news: Learnt | None, stamp: Stamp) -> Task[None]:
        """An answer or a remark, and what it tells of whoever is on the line."""
        return task(
            services.record, self.lease, self._entry(stamp.id, said, stamp), news, self.begun
        )

    def notes(self, said: Said, stamp: Stamp) -> Task[None]:
        """What is known without being asked, stored beside the answer that led to it."""
        return task(services.record, self.lease, self._entry(stamp.another(6), said, stamp))

    def _entry(self, id: UUID, said: Said, stamp: Stamp) -> AnswerEntry:
        return services.entry_of(self.lease, id, said, self.speaking, stamp.at)

    def confirms(
        self, fired: Sequence[Firing], reason: str, stamp: Stamp
    ) -> tuple[Conversation, list[Task[None]]]:
        """Soft checks let stand for one reason."""
        talk, stores = self.talk, []
        for place, one in enumerate(fired):
            talk, settled = talk.confirm(one, reason)
            about = stamp.another(10 + place) if place else stamp.id, settled, self.speaking
            confirmed = services.confirmation_of(self.lease, *about, stamp.at)
            stores.append(task(services.confirm, self.lease, confirmed))
        return talk, stores

    def shows(self, claim: Claim, stamp: Stamp) -> Task[None]:
        """That what was claimed earlier is shown now."""
        interview, id = self.talk.interview_id, stamp.another(3)
        return task(services.reveal_claim, self.lease, id, interview, claim, stamp.at)

    def completes(self, stamp: Stamp) -> Task[None]:
        """The finished interview."""
        interview, finished = self.talk.interview_id, self.finished
        completes = task(services.complete, self.lease, stamp.id, interview, finished, stamp.at)
        return in_order(self._notes_steps, completes) if self._notes_steps else completes

    def keeps_place(self, at: datetime) -> Task[None] | None:
        """What is half typed, where, and the way back there; None where nothing is to be kept."""
        place, drafts = self.talk.place, self.talk.drafts
        is_kept = place == self.kept and drafts == self.kept_drafts
        if not self.begun or self.is_finished or place is None or is_kept:
            return self._notes_steps
        (question, item), draft = place
        others = tuple((*key, text) for key, text in drafts)
        here = Place(self.talk.interview_id, question, item, draft, at, others=others)
        keeps = task(services.keep_place, self.lease, here)
        return in_order(self._notes_steps, keeps) if self._notes_steps else keeps

    @property
    def _notes_steps(self) -> Task[None] | None:
        """The steps back that no answer has followed; not of whoever reads what is finished."""
        reads = self.attempt is None and self.is_finished
        if not self.steps_back or not self.begun or reads:
            return None
        steps = services.steps_of(self.lease, self.speaking)
        return task(services.note_steps, self.lease, self.talk.interview_id, steps)

    def keeping(self, last: Task[T], at: datetime) -> Task[T]:
        """What is half typed is kept first: one leaves it."""
        keeps = self.keeps_place(at)
        return in_order(keeps, last) if keeps else last

    def hangs_up(
        self, outcome: Outcome, stamp: Stamp, note: str = "", agreed: Appointment | None = None
    ) -> Task[None]:
        """The end of the call, with what was agreed on for the next one."""
        assert self.attempt is not None, "there is a call to end"
        seconds = None if self.line_since is None else round(stamp.ran - self.line_since)
        end = services.CallEnd(outcome, note, stamp.at, seconds)
        ends = task(services.hang_up, self.lease, self.who, self.attempt, end, agreed)
        return self.keeping(ends, stamp.at)
