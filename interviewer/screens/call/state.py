"""A case being worked on: the call, who is on the line, and the interview.

One state holds all of it, and what is open on top of the question is a `panel` inside it, so that
keys typed faster than the screen always find the state they were typed for.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from db.problems import DatabaseProblem, InterviewClosed, LeaseLost
from db.records import CaseFile, Lease
from interviewer import services
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import Press
from interviewer.controls.screen import Gone, Notice, Reaction, Screen, Tone, storing
from interviewer.engine.contact_changes import NO_NAME, belongs_elsewhere
from interviewer.engine.contact_updates import learnt
from interviewer.engine.entries.entry import Entry
from interviewer.engine.held_case import HeldCase
from interviewer.engine.leave_taking import Farewell
from interviewer.engine.objections import objections
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import Task, in_order, task, together
from interviewer.screens.call.notices import moved, not_enough
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.hang_up import HangUpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.panels.remark import RemarkPanel
from interviewer.screens.destinations import ToList
from interviewer.services.news import Said
from interviewer.words import WORDS, say
from schemas.calls.letter import told_until
from schemas.calls.outcomes import Outcome
from schemas.calls.parts import SomebodyElse
from schemas.language.messages import AnswerProblem
from schemas.language.text import Text
from schemas.questionnaire.answers import NOT_ASKED, Missing
from schemas.questionnaire.questions import Question
from schemas.questionnaire.types.answer_messages import WAYS_OUT
from schemas.questionnaire.walk import Firing, Key, Step
from schemas.review.claims import Claim

RENEW: Final = timedelta(minutes=20)
"""How long before a lease runs out it is made longer, for as long as the case is open here."""


class Panel(Protocol):
    """Something open on top of the question: it gets the keys until it is closed."""

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""

    def paste(self, call: "Call", text: str) -> "Call":
        """The call with pasted text in the panel."""


@dataclass(frozen=True)
class Call(HeldCase, Screen):
    """The case on the screen: what is open on top of the question, and what is said about it.

    What is `below` comes back when what is on top of it closes.  `half_written` is a remark that
    was being typed when somebody else came on the line.  `parting` is how near to the end one has
    decided to go, whatever is missing or open.  `rung` is whether a call in the case has just been
    ended.  `explained_on` is what had been done when it was explained why the claim differs.
    """

    panel: Panel | None = None
    definition: int | None = None
    notice: Notice | None = None
    saved_at: datetime | None = None
    below: tuple[Panel, ...] = ()
    half_written: RemarkPanel | None = None
    parting: Farewell = Farewell.none
    rung: bool = False
    explained_on: tuple[object, ...] | None = None

    # ── Keys ─────────────────────────────────────────────────────────────────────────────────────

    def told(self, notice: Notice | None) -> "Call":
        """The same, saying something."""
        return self if notice is self.notice else self._with(notice=notice)

    def told_of(self, problem: type[DatabaseProblem]) -> bool:
        """Whether the last thing could not be stored, because of this."""
        return self.notice is not None and self.notice.code == problem.code

    def leaving(self, stamp: Stamp) -> Reaction:
        """Nobody leaves the program in the middle of a call without being asked once more."""
        if self.told_of(LeaseLost) or self.told_of(InterviewClosed):
            return Reaction(Gone())  # what is half typed here cannot be kept
        asked = self.notice is not None and self.notice.code == "S-ON-LINE"
        if self.attempt is not None and not asked:
            return Reaction(self.told(Notice(WORDS.quit_on_line, "S-ON-LINE", Tone.warning)))
        keeps = self.ending(stamp)
        return storing(Gone(), keeps, lambda _: Gone()) if keeps else Reaction(Gone())

    def ending(self, stamp: Stamp) -> Task[Any] | None:
        """What is half written here, and would be lost with the program."""
        return self._saved_by_leaving(stamp) or self.keeps_place(stamp.at)

    def _saved_by_leaving(self, stamp: Stamp) -> Task[Any] | None:
        """What is written in a panel that saves it however it is left."""
        if not isinstance(self.panel, RemarkPanel | ContactPanel):
            return None
        return self.panel.put_by(self, stamp).task

    def mind(self, at: datetime) -> Reaction | None:
        """What wants doing every second: keep the place and what is half typed; hold the case."""
        if self.lease.expires_at - at < RENEW:
            return storing(self, task(services.hold_on, self.lease, at), self._holding)
        keeps = self.keeps_place(at)
        if keeps is None:
            return None
        place, drafts = self.talk.place, self.talk.drafts
        kept = self._with(kept=place, kept_drafts=drafts, steps_back=())
        return storing(kept, keeps)

    def _holding(self, lease: Lease) -> "Call":
        return self._with(lease=lease)

    def typing(self, entry: Entry) -> "Call":
        """With something typed or chosen at this question."""
        return self._with(talk=self.talk.typing(entry))

    def defining(self) -> "Call":
        """With the next definition shown; the first ones are those of the question."""
        shown = 0 if self.defined is None else self.defined + 1
        return self._with(definition=shown % len(self.talk.questionnaire.definitions))

    def reading_on(self, step: Step | None, value: Any) -> "Call":
        """Who is unsure after a definition hears the next one of that question at once."""
        asked = step.question if step else None
        if asked is None or not self.who.survey.parts.is_to_read_on(asked.id, value):
            return self
        return self._with(definition=self.talk.definitions.index(asked.definitions[1]))

    @property
    def defined(self) -> int | None:
        """Which definition is shown: by itself where the instruction says to read it."""
        step = self.talk.step
        if self.definition is not None or step is None or self.talk.answers.get(step.key):
            return self.definition
        return 0 if step.question.instruction and step.question.definitions else None

    def read_aloud(self, asked: Question) -> str:
        """A question as it is read to whoever is on the line: they may have rung us.

        With the opening text, also until when it is kept who they are.
        """
        parts, words = self.who.survey.parts, self.talk.said(asked.text)
        if asked.id == parts.opening and (until := self.who.kept_until):
            words = f"{words} {told_until(until, self.talk.language)}"
        return parts.to_whoever_rang(words) if self.they_rang else words

    def opening(self, panel: Panel | None) -> "Call":
        """With something open on top of the question, or nothing but what waits below."""
        if panel is None and self.below:
            return self._with(panel=self.below[-1], below=self.below[:-1])
        opened = self._with(panel=panel)
        return opened if panel else opened.before_leaving()

    def before_leaving(self) -> "Call":
        """Before the closing section, and before the goodbye: what is missing, or open, if any."""
        decided = self.parting >= self.farewell
        if self.panel is not None or decided or not self.takes_leave_too_soon:
            return self
        offers = self._with(panel=JumpPanel.before_leaving(self))
        return offers.told(Notice(WORDS.before_leaving, "S-OPEN", Tone.warning))

    def taking_leave(self) -> "Call":
        """Having decided to be here, however near the end that is."""
        return self._with(parting=max(self.parting, self.farewell))

    def on_top(self, panel: Panel) -> "Call":
        """With something open on top of what is open, which comes back when it closes."""
        below = (*self.below, self.panel) if self.panel else self.below
        return self._with(panel=panel, below=below)

    def to_somebody_else(self) -> "Call":
        """With somebody else on the line: nothing is open; a remark that was broken off waits."""
        broken_off = [one for one in self.below if isinstance(one, RemarkPanel)]
        half_written = broken_off[-1] if broken_off else self.half_written
        now = self._with(panel=None, below=(), half_written=half_written)
        return now._with(parting=Farewell.none)

    # ── Answering ────────────────────────────────────────────────────────────────────────────────

    def give(self, value: Any, stamp: Stamp) -> Reaction:
        """An answer: stored first, then the next question, or what the answer leads to."""
        self._is_a_name(value)
        talk, said = self.talk.give(value)
        after = self._with(talk=talk, definition=None).reading_on(self.talk.step, value)
        return Reaction(after) if said is None else self.store(after, said, stamp)

    def _is_a_name(self, value: Any) -> None:
        """AnswerProblem where a number or an address is typed for somebody's name."""
        step = self.talk.step
        if step is None or step.question.known_as != "person" or not isinstance(value, str):
            return
        if belongs_elsewhere("person", value):
            or_else = WAYS_OUT[step.question.missing_allowed]
            raise AnswerProblem(NO_NAME, typed=value, or_else=or_else)

    def store(self, after: "Call", said: Said, stamp: Stamp) -> Reaction:
        """Show `after` when `said` is stored; a check it sets off comes first."""
        news = learnt(self, said, stamp)
        after = after._with(
            begun=True,
            saved_at=stamp.at,
            spoken=True,
            steps_back=(),
            said_here=after._said_with(said.key),
        )
        after = after.knowing(news)
        after, name = after._introduced()
        after = after.asking_back()
        panel, notice = self._opened_by(after, said), moved(self, after)
        if isinstance(panel, JumpPanel):
            notice = Notice(WORDS.not_yet, "S-OPEN", Tone.warning)
        kept = self._kept_behind(after, said)
        after = after._with(panel=panel, notice=notice, kept=kept)
        stores = self.records(said, news, stamp)
        if name is not None:
            stores = together([stores], after.notes(name, stamp))
        return self._stored(after, stores, stamp)

    def _said_with(self, key: Key) -> tuple[Key, ...]:
        """The questions that something was said to here, with this one the last."""
        return (*(one for one in self.said_here if one != key), key)

    @property
    def can_undo_now(self) -> bool:
        """Whether Ctrl+Z has something to take back, which nothing that is open stands above."""
        completed = self.attempt is None and self.is_finished
        back = self.may_undo or self.rung or self.has_just_explained
        return back and not (completed or self.is_writing)

    @property
    def has_just_explained(self) -> bool:
        """Whether the last thing said was why something else was found than was claimed."""
        return self.explained_on is not None and self.explained_on == self.done_here

    @property
    def done_here(self) -> tuple[object, ...]:
        """All that Ctrl+Z may take back: the same as long as nothing has been done since."""
        talk = self.talk
        return self.said_here, talk.answers, talk.remarks, talk.confirmed, self.file.redirects

    @property
    def is_writing(self) -> bool:
        """Whether something is open in which somebody writes, or may have written."""
        match self.panel:
            case None | RevealPanel() | RedirectPanel() | CheckPanel(reason=None):
                return False
            case JumpPanel(line=line):
                return bool(line.text)
            case HangUpPanel(outcome=outcome):
                return outcome is not None
            case _:
                return True

    def _introduced(self) -> tuple["Call", Said | None]:
        """Past the question for the name of somebody whose name we know: nobody is asked twice."""
        step, name = self.talk.step, self.talk.known.get("person", "")
        asks = step is not None and step.question.known_as == "person"
        if not (asks and name) or self.attempt is None or self.talk.step_is_answered:
            return self, None
        try:
            talk, said = self.talk.give(name)
        except AnswerProblem:  # a name that is none, from a file: it is asked for after all
            return self, None
        return self._with(talk=talk), said

    def _kept_behind(self, after: "Call", said: Said) -> tuple[Key, str] | None:
        """The place as it is known with the answer alone; or what is half typed elsewhere."""
        if said.value == self.talk.answers.get(said.key, NOT_ASKED):
            return self.kept  # a remark leads nowhere
        place = after.talk.place
        left = place is not None and place[0] != after.talk.at
        return self.kept if left else after.talk.found_again(said)

    def _stored(self, after: "Call", stores: Task[None], stamp: Stamp) -> Reaction:
        """Show `after` when that is done, and what is due then: the earlier claim, the end."""
        claim = after.claim_to_show
        ended = self.ended_by(after) if after.panel is None else None
        reveals = claim is not None and after.panel is None
        if claim is not None and reveals:
            after = after.revealing(claim)
        after = after if ended else after.before_leaving()

        pieces = [stores]
        if claim is not None and reveals:
            pieces.append(self.shows(claim, stamp))
        if ended is not None:
            ends = self.hangs_up(ended, stamp)
            return storing(after, after.reading_after(together(pieces, ends)), after.hung_up)
        return storing(after, together(pieces[:-1], pieces[-1]))

    def _opened_by(self, after: "Call", said: Said) -> Panel | None:
        if said.value == self.talk.answers.get(said.key, NOT_ASKED):
            return self.panel  # a remark: what its answer leads to has been seen to
        # What was claimed earlier has a screen of its own, where the difference gets its reason.
        opened = [
            one
            for one in objections(self.talk, after.talk, [said])
            if one.check.id not in self.who.survey.explained
        ]
        if opened:
            return CheckPanel(opened[0])
        leads = self.who.survey.parts.leads_to(said.key.question, said.value)
        if leads is SomebodyElse.redirect and self.attempt is not None:
            return RedirectPanel()
        if isinstance(leads, Outcome) and self.attempt is not None:
            return HangUpPanel.for_call(after, leads)
        return JumpPanel.for_call(after) if self.ends_too_soon(after) else None

    def refuse(self, missing: Missing, stamp: Stamp) -> Reaction:
        """Vet ikke or Vil ikke svare."""
        return Reaction(self) if self.talk.step is None else self.give(missing, stamp)

    def confirm(self, fired: Firing, reason: str, stamp: Stamp) -> Reaction:
        """A soft check let stand."""
        return self.confirm_all((fired,), reason, stamp)

    def confirm_all(
        self,
        fired: tuple[Firing, ...],
        reason: str,
        stamp: Stamp,
        also: Task[None] | None = None,
    ) -> Reaction:
        """Soft checks let stand for one reason, and what else is to be stored with them."""
        talk, stores = self.confirms(fired, reason, stamp)
        stores += [also] if also else []
        talk = talk.jump(None) if talk.finished else talk
        after = self._with(talk=talk, panel=None, saved_at=stamp.at)
        if also:
            after = after._with(explained_on=after.done_here)
        return self._stored(after, together(stores[:-1], stores[-1]), stamp)

    def revealing(self, claim: Claim, *, again: bool = False) -> "Call":
        """With the claim shown, beside what has been found; `again` where one may leave it so."""
        earlier = self.who.survey.earlier
        assert earlier is not None, "only an earlier phase has claimed anything"
        found = earlier.found(self.talk.walked.view.answers)
        return self._with(panel=RevealPanel(earlier, claim, found, again), claim_shown=True)

    # ── The end ──────────────────────────────────────────────────────────────────────────────────

    def enter_at_end(self, stamp: Stamp) -> Reaction:
        """Complete the interview, if nothing stands in the way; else show what does."""
        if self.talk.at is not None or (self.is_finished and self.attempt is None):
            return Reaction(self)
        if not self.talk.finished:
            return Reaction(self.opening(JumpPanel.for_call(self)))
        if self.lacks_evidence:
            hanging_up = self.opening(HangUpPanel()) if self.attempt else self
            return Reaction(hanging_up.told(not_enough(self)))
        if self.attempt is not None:
            return Reaction(self.opening(HangUpPanel.for_call(self, self.stopped_by)))
        # What stopped in the introduction is a call with an outcome, not an interview.
        return self._complete(stamp) if self.has_agreed else Reaction(self)

    def _complete(self, stamp: Stamp) -> Reaction:
        leaves = in_order(self.completes(stamp), task(services.leave_case, self.lease, self.who))
        return storing(self, leaves, lambda found: _back_home(self, found, WORDS.completed, stamp))

    def reading_after(self, stores: Task[None]) -> Task[CaseFile]:
        """The case as it is when that has been stored."""
        return in_order(stores, task(services.look_into, self.lease.case_id))

    def hung_up(self, file: CaseFile) -> "Call":
        """After the call: the same interview, with nobody on the line."""
        talk = self.talk.to_first_open()
        ended = self._with(file=file, attempt=None, panel=None, below=(), talk=talk)
        outcome = file.attempts[-1].outcome
        words = say(WORDS.hung_up, outcome=outcome.label if outcome else "")
        return ended._with(rung=True, line_since=None).told(Notice(words, tone=Tone.good))

    def now_with(self, file: CaseFile) -> "Call":
        """With what the database now knows of the case, and what was open closed."""
        return self.filed(file).opening(None)


def _back_home(
    call: Call, found: services.Listing | services.CoordinatorDesk, said: Text, stamp: Stamp
) -> ToList:
    notice = Notice(say(said, place=call.unit.label), tone=Tone.good)
    return ToList(call.who, found, stamp.at, marking=call.file.case_id, notice=notice)
