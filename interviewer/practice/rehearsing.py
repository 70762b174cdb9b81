"""Practising with somebody: which conversation is on, who is on the line in it, what is said.

Everything follows from the state on the screen: nothing is remembered, so that whatever a learner
does, the other one answers to what is asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import Keycap
from interviewer.controls.screen import Screen
from interviewer.draw.prompter import Advice, Prompt
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.text_field import EMPTY
from interviewer.practice.advice import advise, close, is_done, is_slip, seek, take_back
from interviewer.practice.partners import never_rung
from interviewer.screens.call.panels.check import CheckPanel
from interviewer.screens.call.panels.claim_comparison import RevealPanel
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.panels.redirect import RedirectPanel
from interviewer.screens.call.state import Call
from interviewer.screens.call_list.state import CallList
from interviewer.screens.card.ringing import Dialling, RingAnyway
from interviewer.screens.card.state import Card
from interviewer.screens.palette.state import ActionPalette
from interviewer.screens.welcome.state import Welcome
from interviewer.words import say, say_count
from interviewer.words.practising import PRACTISING
from schemas.calls.call_codes import RedirectHow
from schemas.calls.calls import CallAttempt
from schemas.calls.outcomes import Outcome
from schemas.frame.units import Unit
from schemas.language.text import Text
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.walk import Key
from schemas.surveys.rehearsal import Rehearsal, RehearsedCall, Reply, Voice
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.database import Database

ENTER: Final = Keycap.ENTER.names[0]
ESCAPE: Final = Keycap.ESCAPE.names[0]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A conversation with this unit, the `number`th of all."""

    number: int
    rehearsal: Rehearsal
    unit: Unit

    def call(self, made: int) -> RehearsedCall | None:
        """The call that comes after so many; None when all have been made."""
        return self.rehearsal.calls[made] if made < len(self.rehearsal.calls) else None


class Prompter:
    """Whom one practises with.  The units are found when the practice data are there."""

    def __init__(self, survey: Survey) -> None:
        self._rehearsals = survey.practice.rehearsals
        self._rehearsed: tuple[Rehearsed, ...] = ()

    def meet(self, database: "Database") -> None:
        """Find a unit for each, which nobody has rung yet."""
        free, found = never_rung(database), list[tuple[Rehearsal, Unit]]()
        for rehearsal in self._rehearsals:
            fitting = (one for one in free if one.fits(rehearsal))
            if (chosen := next(fitting, None)) is not None:
                free.remove(chosen)
                found.append((rehearsal, chosen.case.unit))
        self._rehearsed = tuple(
            Rehearsed(number, rehearsal, unit)
            for number, (rehearsal, unit) in enumerate(found, start=1)
        )

    def __call__(self, screen: Screen) -> Prompt | None:
        """What stands beside a screen; None where there is nobody to practise with."""
        match screen:
            case Welcome(asked=asked) if self._rehearsals:
                return self._welcome(PRACTISING.enter if asked else PRACTISING.name)
            case CallList() if self._rehearsed:
                return self._in_list(screen)
            case Card() | Call() if self._rehearsed:
                return self._of_case(screen)
            case ActionPalette(before=before):
                return _shutting(self(before))
            case _:
                return None

    def _welcome(self, does: Text) -> Prompt:
        count = len(self._rehearsals)
        words = say_count(count, PRACTISING.welcome_one, PRACTISING.welcome)
        advice = Advice((), str(does))
        return Prompt(str(PRACTISING.practice), words, advice=advice, guided=True)

    def _in_list(self, screen: CallList) -> Prompt:
        made = {case.unit.id: case.attempts for case in screen.listing.cases}
        for one, call in self.ahead(made):
            return self._found(screen, one, call)
        return Prompt(str(PRACTISING.practice), str(PRACTISING.all_over))

    def ahead(self, made: Mapping[str, int]) -> Iterator[tuple[Rehearsed, RehearsedCall]]:
        """What is still to be practised, and its next call, when so many were made by unit."""
        for one in self._rehearsed:
            call = one.call(made.get(one.unit.id, 0))
            if call is not None:
                yield one, call

    def _found(self, screen: CallList, one: Rehearsed, call: RehearsedCall) -> Prompt:
        words = say(PRACTISING.next_one, unit=one.unit.label, learn=one.rehearsal.learn)
        if call.rings:
            words = _filled(call.rings, one.unit)
        return self._titled(one, words, advice=_finding(screen, one, call))

    def _of_case(self, screen: Card | Call) -> Prompt:
        one = next((one for one in self._rehearsed if one.unit == screen.unit), None)
        if one is None:
            words = say(PRACTISING.nobody, leads=_leads_to_list(screen))
            return Prompt(str(PRACTISING.practice), words, gives_way=_is_chosen_from(screen))
        made = sum(map(_is_over, screen.file.attempts))
        if isinstance(screen, Card):
            return self._on_card(screen, one, one.call(made))
        if screen.attempt is None:
            return self._afterwards(screen, one)
        call = one.call(made) or one.rehearsal.calls[-1]
        return self._on_line(screen, one, _voice(screen, call, screen.attempt))

    def _titled(
        self, one: Rehearsed, words: str, *, advice: Advice | None, who: str = "", why: str = ""
    ) -> Prompt:
        title = say(
            PRACTISING.numbered,
            number=one.number,
            count=len(self._rehearsed),
            title=one.rehearsal.title,
        )
        return Prompt(title, words, who, advice, why, guided=one.number == 1)

    # ── Between calls ────────────────────────────────────────────────────────────────────────────

    def _on_card(self, card: Card, one: Rehearsed, call: RehearsedCall | None) -> Prompt:
        to_list = Advice((ESCAPE,), str(PRACTISING.to_list))
        if call is None:
            return self._titled(one, str(PRACTISING.over), advice=to_list)
        if call.rings and not card.ringing:
            return self._titled(one, _filled(call.rings, one.unit), advice=to_list)
        words = call.rings or say(PRACTISING.on_card, unit=one.unit.label)
        advice = Advice((ENTER,), str(PRACTISING.rings))
        if card.ringing:
            advice = Advice((ENTER,), str(PRACTISING.begins))
        why = ""
        if isinstance(card.panel, RingAnyway):
            advice = Advice(("1",), str(PRACTISING.rings_all_the_same))
            why = str(PRACTISING.why_asked)
        elif card.help or not isinstance(card.panel, Dialling | None):
            advice = close()
        said = self._titled(one, _filled(words, one.unit), advice=advice, why=why)
        return replace(said, gives_way=_is_chosen_from(card))

    # ── On the line ──────────────────────────────────────────────────────────────────────────────

    def _on_line(self, call: Call, one: Rehearsed, voice: Voice) -> Prompt:
        slip, who = _slip(call, voice), voice.name or _name(call)
        if slip is not None:
            return self._said(call, one, replace(slip, why=""), who, take_back(call))
        reply = _reply(call, one.rehearsal, voice)
        noting = isinstance(call.panel, RedirectPanel | ContactPanel)
        if reply.put_on and reply.then and not noting and is_done(call, reply.put_on):
            reply = reply.then
        reply = _with_years(reply, call.talk.facts.year)
        return self._said(call, one, reply, who, advise(call, reply))

    def _said(
        self, call: Call, one: Rehearsed, reply: Reply, who: str, advice: Advice | None
    ) -> Prompt:
        words = _filled(reply.words, one.unit)
        said = self._titled(one, words, advice=advice, who=who, why=reply.why)
        return replace(said, gives_way=_is_chosen_from(call))

    def _afterwards(self, call: Call, one: Rehearsed) -> Prompt:
        step = call.talk.step
        known = one.rehearsal.afterwards
        reply = known.get(step.question.id, Reply("")) if step else Reply("")
        reply = _with_years(reply, call.talk.facts.year)
        prompt = self._said(call, one, reply, "", advise(call, reply))
        return replace(prompt, words=str(PRACTISING.silent))


def _finding(screen: CallList, one: Rehearsed, call: RehearsedCall) -> Advice:
    """How to the case from the list, with what stands in its search by now."""
    if screen.choosing or screen.help:
        return close()
    if bool(call.rings) is screen.ringing:
        return seek(screen.line, call.person if call.rings else one.unit.name)
    if call.rings:
        keys = (Keycap.CTRL_R.names[0], *call.person, ENTER)
        return Advice(keys, say(PRACTISING.finds_whoever_rings, name=call.person))
    finds = seek(EMPTY, one.unit.name)
    return Advice((ESCAPE, *finds.keys), say(PRACTISING.first, then=finds.words))


def _shutting(prompt: Prompt | None) -> Prompt | None:
    """What stands beside something that is open on top of all."""
    return replace(prompt, advice=close()) if prompt else None


def _name(call: Call) -> str:
    """Whoever was named to us."""
    return call.on_line.label if call.on_line else ""


def _reply(call: Call, rehearsal: Rehearsal, voice: Voice) -> Reply:
    """What is said to what is open, or to the question at hand.

    If one has led out of the conversation, that is the one.
    """
    step, entry, out = call.talk.step, call.talk.entry, _led_out(call)
    if isinstance(call.panel, RevealPanel):
        return rehearsal.differs or voice.otherwise
    if isinstance(call.panel, CheckPanel):
        fired = call.panel.fired.step
        return _asked_again(voice.reply(fired.question.id, fired.number))
    if out is not None and (step is None or call.panel is not None):
        return voice.reply(out, None)
    if step is None:
        return voice.otherwise
    so_far = len(entry.items.items) if isinstance(entry, ItemsOf) else None
    reply = voice.reply(step.question.id, so_far or step.number)
    was_answered = call.talk.answers.get(step.key, NOT_ASKED) != NOT_ASKED
    return _asked_again(reply) if was_answered else reply


def _slip(call: Call, voice: Voice) -> Reply | None:
    """What was said to the question answered last, if something else was chosen; else None."""
    key = call.said_here[-1] if call.said_here else None
    place = call.talk.walked.places.get(key) if key else None
    if key is None or place is None or isinstance(call.panel, RevealPanel):
        return None
    reply = voice.reply(key.question, call.talk.walked.steps[place].number)
    given = call.talk.answers.get(key)
    ends = isinstance(call.who.survey.parts.leads_to(key.question, given), Outcome)
    unsaid = ends and reply.answer is None and reply.rings_off is None
    return reply if unsaid or is_slip(reply, given) else None


def _asked_again(reply: Reply) -> Reply:
    return reply.again or reply


def _led_out(call: Call) -> str | None:
    """The question whose answer leads elsewhere than to the next one."""
    endings, answers = call.who.survey.parts.endings, call.talk.answers
    led = (one.question for one in endings if answers.get(Key(one.question)) is one.code)
    return next(led, None)


def _leads_to_list(screen: Card | Call) -> Text:
    """The keys that lead to the call list from here."""
    if isinstance(screen, Card):
        return PRACTISING.leads_from_card
    return PRACTISING.leads_from_call if screen.attempt else PRACTISING.leads_from_nobody


def _is_chosen_from(screen: Card | Call) -> bool:
    """Whether there is a list to choose from, all of which has to be in sight."""
    if screen.panel is not None:
        return not isinstance(screen.panel, JumpPanel | HelpPanel)
    return isinstance(screen, Call) and isinstance(screen.talk.entry, OneOf | SomeOf)


def _is_over(attempt: CallAttempt) -> bool:
    return attempt.ended_at is not None or attempt.end_unknown


def _voice(call: Call, rehearsed: RehearsedCall, attempt: CallAttempt) -> Voice:
    """Who is on the line: by department; where it is none of theirs, by how far we have come."""
    voices = rehearsed.voices
    here = call.on_line.department if call.on_line else None
    for voice in voices:
        if voice.department is here:
            return voice
    legs = (leg for leg in call.file.redirects if leg.attempt_id == attempt.id)
    through = sum(leg.how is RedirectHow.transferred for leg in legs)
    return voices[min(through, len(voices) - 1)]


def _filled(words: str, unit: Unit) -> str:
    return words.replace("{unit}", unit.called)


def _with_years(reply: Reply, year: int) -> Reply:
    """The reply in this year."""
    if not isinstance(reply.answer, str):
        return reply
    answer = reply.answer.replace("{next_year}", str(year + 1)).replace("{year}", str(year))
    return replace(reply, answer=answer)
