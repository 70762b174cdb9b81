"""Hanging up: the outcome with one key, the time if one was agreed on, a note, Enter."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interviewer import services
from interviewer.controls.keys import Keycap, Press, keycap_of
from interviewer.controls.long_text import overlong
from interviewer.controls.options import option_of
from interviewer.controls.screen import Copy, Next, Notice, Reaction, Tone, storing
from interviewer.controls.text_keys import typed
from interviewer.engine.agreements import agreed_on, as_late, judged
from interviewer.engine.stamp import Stamp
from interviewer.engine.task import in_order, task
from interviewer.engine.text_field import EMPTY, TextField
from interviewer.places import shown_path
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.destinations import ToCard
from interviewer.words import WORDS, say
from schemas.calls.appointment_check import AppointmentRemark
from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import has_lead, suggest_outcome
from schemas.calls.letter import letter, letter_of
from schemas.calls.moments.moment_problems import MomentProblem
from schemas.calls.moments.moment_said import answer_back
from schemas.calls.moments.moments import Moment, read_moment
from schemas.calls.outcome_rows import OnTheLine, WhenAsked
from schemas.calls.outcomes import BY_KEY, Outcome
from schemas.language.addresses import has_email, read_email
from schemas.language.clean import one_line
from schemas.language.messages import AnswerProblem

if TYPE_CHECKING:
    from interviewer.screens.call.state import Call

TIMED: Final = {
    WhenAsked.must_be_said: AppointmentKind.hard,
    WhenAsked.may_be_said: AppointmentKind.soft,
}
"""How firm a time is that people have said."""


CLOSE_OR_NOT: Final = (WORDS.for_ever_yes, WORDS.for_ever_no)
"""What can be done before a case is closed for ever, in the order of the keys."""
THAT_OR_NOT: Final = (WORDS.doubted_yes, WORDS.doubted_no)
"""What can be said of an outcome that the answers speak against, in the order of the keys."""
MISTAKE_OR_NOT: Final = (WORDS.mistake_yes, WORDS.mistake_no)
"""What can be done before a call is taken away, in the order of the keys."""

NOBODY: Final = frozenset({OnTheLine.nobody_there, OnTheLine.not_through, OnTheLine.wrong_number})
"""Where the line leads to nobody who answers: what was answered on it speaks against that."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A time as it was understood, and what to say about it before it is saved."""

    appointment: Appointment
    words: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HangUpPanel:
    """Which outcome first, then when (where that is a question), then the note.

    What closes the case `for_ever`, or takes away a call opened by `mistake`, is asked once more:
    it cannot be undone.  So is an outcome that is `doubted`: a key beside the right one was hit.
    An appointment whose time is `corrected` stays as firm, and hers alone, as it was made.
    """

    suggested: Outcome | None = None
    outcome: Outcome | None = None
    when: TextField | None = None
    agreed: Agreed | None = None
    corrected: Appointment | None = None
    note: TextField = EMPTY
    for_ever: bool = False
    mistake: bool = False
    doubted: bool = False

    @classmethod
    def for_call(cls, call: "Call", outcome: Outcome | None = None) -> "HangUpPanel":
        """With the outcome that what happened speaks for."""
        note = TextField.of(call.attempt.note if call.attempt else "")
        panel = cls(outcome or _suggestion(call), note=note)
        # "Not now, but later": the next thing to hear is when.
        must = outcome is not None and outcome.row.when is WhenAsked.must_be_said
        return panel._chosen(outcome) if outcome and must else panel

    @property
    def is_noting(self) -> bool:
        """Whether only the note is left to write."""
        is_timed = self.when is None or self.agreed is not None
        return self.outcome is not None and not self.doubted and is_timed

    def press(self, call: "Call", press: Press) -> Reaction:
        """What a key leads to."""
        if keycap_of(press) in {Keycap.ESCAPE, Keycap.F9}:
            return Reaction(call.opening(self._back()))
        if self.mistake:
            return self._taking_away(call, press)
        if self.outcome is None:
            return self._choosing(call, press)
        if self.doubted:
            return self._doubting(call, press)
        if self.for_ever:
            return self._closing(call, press, self.outcome)
        if self.when is not None and self.agreed is None:
            return self._timing(call, press, self.when)
        return self._noting(call, press, self.outcome)

    def paste(self, call: "Call", text: str) -> "Call":
        """The open line with pasted text."""
        if self.outcome is None or self.doubted or self.for_ever:
            return call
        if self.when is not None and self.agreed is None:
            return call.opening(replace(self, when=self.when.paste(text)))
        return call.opening(replace(self, note=self.note.paste(text)))

    def _back(self) -> "HangUpPanel | None":
        if self.for_ever or self.mistake:
            return replace(self, for_ever=False, mistake=False)
        if self.agreed is not None:
            return replace(self, agreed=None, corrected=self.agreed.appointment)
        return self._other if self.outcome else None

    @property
    def _other(self) -> "HangUpPanel":
        """With another outcome to choose."""
        other = replace(self, outcome=None, when=None, corrected=None)
        return replace(other, for_ever=False, doubted=False)

    # ── Which outcome ────────────────────────────────────────────────────────────────────────────

    def _choosing(self, call: "Call", press: Press) -> Reaction:
        if keycap_of(press) is Keycap.ENTER and self.suggested:
            return Reaction(self._chosen_in(call, self.suggested))
        if keycap_of(press) is Keycap.ZERO:
            if nothing_happened(call):
                return Reaction(call.opening(replace(self, mistake=True)))
            return Reaction(call.told(Notice(WORDS.not_undialled, "S-TAKEN-UP", Tone.warning)))
        outcome = BY_KEY.get(press.char.lower())
        return Reaction(self._chosen_in(call, outcome) if outcome else call)

    def _chosen_in(self, call: "Call", outcome: Outcome) -> "Call":
        """With this outcome; who was sent on says to whom, if nobody has noted it yet."""
        doubted = outcome.row.line in NOBODY and call.has_been_answered
        panel = replace(self._chosen(outcome), doubted=doubted)
        chosen = call.opening(panel._reminding(call, outcome))
        sent_on = outcome.row.line is OnTheLine.sent_on and call.attempt is not None
        if not sent_on or (call.attempt and has_lead(call.attempt, call.file.redirects)):
            return chosen
        return chosen.on_top(RedirectPanel()).told(Notice(WORDS.sent_where, tone=Tone.warning))

    def _chosen(self, outcome: Outcome) -> "HangUpPanel":
        return replace(self, outcome=outcome, when=EMPTY if outcome.row.when in TIMED else None)

    def _reminding(self, call: "Call", outcome: Outcome) -> "HangUpPanel":
        """Whom to ask for was noted with the appointment: next time it is the same."""
        due = call.file.appointment
        is_out = outcome.row.line is OnTheLine.found
        if not is_out or due is None or self.note.text:
            return self
        return replace(self, note=TextField.of(due.note))

    # ── When ─────────────────────────────────────────────────────────────────────────────────────

    def _timing(self, call: "Call", press: Press, when: TextField) -> Reaction:
        if keycap_of(press) is not Keycap.ENTER:
            line = typed(when, press)
            return Reaction(call.opening(replace(self, when=line)) if line else call)
        assert self.outcome is not None, "a time belongs to an outcome"
        if not when.text.strip() and self.outcome.row.when is not WhenAsked.must_be_said:
            return Reaction(call.opening(replace(self, when=None)))
        try:
            moment = read_moment(when.text, press.at, call.who.settings.call_window.of_offices)
        except MomentProblem as problem:
            return Reaction(call.told(Notice(problem.sentence, problem.code)))
        return self._understood(call, press, moment)

    def _understood(self, call: "Call", stamp: Stamp, moment: Moment) -> Reaction:
        assert self.outcome is not None, "a time belongs to an outcome"
        kind, line = TIMED[self.outcome.row.when], self.outcome.row.line
        appointment, was = agreed_on(call, stamp, moment.at, kind, line), self.corrected
        if was is not None:
            appointment = replace(appointment, kind=was.kind, only_with=was.only_with)
        found = judged(call, appointment, stamp.at)
        if isinstance(found, AppointmentRemark):
            return Reaction(call.told(Notice(found.sentence, found.code)))
        words = answer_back(moment.at, stamp.at)
        agreed = Agreed(appointment, words, (*moment.remarks, *found))
        return Reaction(call.opening(replace(self, agreed=agreed)))

    def _firmness(self, agreed: Agreed, action: Keycap | None, call: "Call") -> Agreed:
        """Tab makes it firm or loose, Shift+Tab mine alone or anybody's."""
        one = agreed.appointment
        if action is Keycap.TAB:
            soft = one.kind is AppointmentKind.hard
            one = replace(one, kind=AppointmentKind.soft if soft else AppointmentKind.hard)
        else:
            one = replace(one, only_with=None if one.only_with else call.who.id)
        return replace(agreed, appointment=one)

    # ── The note, and the end ────────────────────────────────────────────────────────────────────

    def _noting(self, call: "Call", press: Press, outcome: Outcome) -> Reaction:
        action = keycap_of(press)
        if action is Keycap.ENTER and outcome.refuses_for_ever:
            return Reaction(call.opening(replace(self, for_ever=True)))
        if action is Keycap.ENTER:
            return self._hung_up(call, press, outcome)
        if self.agreed and action in {Keycap.TAB, Keycap.SHIFT_TAB}:
            agreed = self._firmness(self.agreed, action, call)
            return Reaction(call.opening(replace(self, agreed=agreed)))
        line = typed(self.note, press)
        return Reaction(call.opening(replace(self, note=line)) if line else call)

    def _closing(self, call: "Call", press: Press, outcome: Outcome) -> Reaction:
        """The first key closes the case; the second leads back to the outcomes."""
        place = option_of(press, len(CLOSE_OR_NOT))
        if place is None:
            return Reaction(call)
        if CLOSE_OR_NOT[place] is WORDS.for_ever_yes:
            return self._hung_up(call, press, outcome)
        return Reaction(call.opening(self._other))

    def _doubting(self, call: "Call", press: Press) -> Reaction:
        """The first key lets the outcome stand; the second leads back to the outcomes."""
        place = option_of(press, len(THAT_OR_NOT))
        if place is None:
            return Reaction(call)
        stands = THAT_OR_NOT[place] is WORDS.doubted_yes
        return Reaction(call.opening(replace(self, doubted=False) if stands else self._other))

    def _taking_away(self, call: "Call", press: Press) -> Reaction:
        """The first key takes the call away; the second leads back to the outcomes."""
        place = option_of(press, len(MISTAKE_OR_NOT))
        if place is None:
            return Reaction(call)
        if MISTAKE_OR_NOT[place] is WORDS.mistake_yes:
            return _taken_back(call)
        return Reaction(call.opening(replace(self, mistake=False)))

    def _hung_up(self, call: "Call", stamp: Stamp, outcome: Outcome) -> Reaction:
        who, found = call.who, call.found
        note = one_line(self.note.text)
        if told := overlong(note) or _no_address(outcome, note):
            return Reaction(call.told(told))
        made = self._made(call, stamp, outcome, note)
        wants = outcome.row.when is WhenAsked.after_a_letter
        letter = services.Letter(call.unit.id, _in_writing(call)) if wants else None

        ends = call.hangs_up(outcome, stamp, note, made)
        if outcome.is_whole:  # it is still to be completed
            return storing(call, call.reading_after(ends), call.hung_up)

        def then(after: services.AfterCall) -> Next:
            told = _where_it_is(after.letter) if letter else None
            return ToCard(who, after.opened, found, rung=True, lies=after.lies, notice=told)

        read = task(services.after_call, call.lease, who, stamp.at, letter)
        hands = Copy(letter.text) if letter else None
        return storing(call, in_order(ends, read), then, hands=hands)

    def _made(self, call: "Call", stamp: Stamp, outcome: Outcome, note: str) -> Appointment | None:
        if outcome.row.when is WhenAsked.after_a_letter:
            at = as_late(stamp.at, outcome.row.rest, call.who.settings)
            made = agreed_on(call, stamp, at, AppointmentKind.soft, outcome.row.line)
            return replace(made, note=note)
        agreed = self.agreed
        return replace(agreed.appointment, note=note, made_at=stamp.at) if agreed else None


def nothing_happened(call: "Call") -> bool:
    """Whether the call can be taken back: nobody has said anything on it."""
    attempt = call.attempt
    legs = (leg for leg in call.file.redirects if attempt and leg.attempt_id == attempt.id)
    return attempt is not None and not call.spoken and next(legs, None) is None


def _where_it_is(letter: Path | None) -> Notice:
    """That the letter was written, and where."""
    if letter is None:
        return Notice(WORDS.letter_not_kept, "S-LETTER", Tone.warning)
    return Notice(say(WORDS.letter_kept, path=shown_path(letter)), tone=Tone.good)


def _taken_back(call: "Call") -> Reaction:
    attempt, lease, who, found = call.attempt, call.lease, call.who, call.found
    assert attempt is not None, "there is a call to take back"
    return storing(
        call,
        task(services.not_dialled, lease, attempt),
        lambda opened: ToCard(who, opened, found, rung=call.rung, asks=True),
    )


def _suggestion(call: "Call") -> Outcome | None:
    if call.attempt is None:
        return None
    if call.spoken and call.standing:
        return call.standing
    return suggest_outcome(call.attempt, call.file.redirects)


def _in_writing(call: "Call") -> str:
    """The questions, for those who want to see them first."""
    who, talk = call.who, call.talk
    about = who.survey.letter, talk.questionnaire, who.survey.frame, talk.facts
    text = letter(*about, talk.language, who.kept_until)
    return letter_of(text, talk.language, practice=who.practice)


def _no_address(outcome: Outcome, note: str) -> Notice | None:
    """Why nothing can be sent to what was noted; nothing may be noted, if it is not known yet."""
    if outcome.row.when is not WhenAsked.after_a_letter or not note or has_email(note):
        return None
    try:
        read_email(note)
    except AnswerProblem as problem:
        return Notice(problem.sentence, problem.code)
    return None
