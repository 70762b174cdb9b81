"""One call: somebody picks up or not, knows or not, sends us on, and perhaps answers."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.language.dates import local
from schemas.surveys.municipal_services_2015.departments import Office
from tests.simulation.file import File, Interviewer
from tests.simulation.organisation import Organisation, Somebody

HOWS = {
    RedirectHow.transferred: 0.7,
    RedirectHow.number_given: 0.18,
    RedirectHow.name_only: 0.06,
    RedirectHow.they_call_back: 0.06,
}


@dataclass(slots=True)
class Call:
    """A call going on: who is on the line, and what time it is."""

    file: File
    at: datetime
    goal: Somebody
    agreed: bool
    met: set[int] = field(default_factory=set)

    @property
    def real(self) -> Organisation:
        """The municipality at the other end."""
        return self.file.real

    def passes(self, minutes: float) -> None:
        """Time goes by."""
        self.at += timedelta(minutes=minutes)

    def happens(self, probability: float, what: str, who: Somebody) -> bool:
        """Whether something happens with somebody at this time of this day."""
        here = local(self.at)
        return self.real.luck.chance(probability, what, who.key, here.date(), here.hour)


def make_call(
    file: File, contact: ContactPoint, goal: ContactPoint, who: Interviewer, at: datetime
) -> Outcome:
    """Dial `contact` and ask for `goal`, until we know how it ended."""
    first, wanted = (file.real.everybody[file.key_of(one)] for one in (contact, goal))
    call = Call(file, at, wanted, agreed=_agreed(file, at))
    file.dial(contact, who, at)
    outcome = _wrong_number(call, contact, first) or _ring(call, first) or _talk(call, first)
    file.hang_up(outcome, call.at)
    return outcome


def _agreed(file: File, at: datetime) -> bool:
    """Whether somebody sits and waits for this call."""
    one = file.appointment
    if one is None or not -5 <= (at - one.due).total_seconds() / 60 <= 10:
        return False
    return file.real.keeps(one.due)


def _wrong_number(call: Call, contact: ContactPoint, first: Somebody) -> Outcome | None:
    call.passes(1)
    return Outcome.number_dead if contact.phone != first.phone else None


def _ring(call: Call, first: Somebody) -> Outcome | None:
    """What we hear when nobody comes to the phone."""
    if call.agreed and first == call.real.right:
        return None
    if not call.real.is_there(first, call.at):
        return Outcome.voicemail if call.happens(0.3, "machine", first) else Outcome.no_answer
    if call.happens(0.05, "busy", first):
        return Outcome.busy
    if first.department in Office.front_line() and call.happens(0.03, "queue", first):
        call.passes(4)
        return Outcome.long_queue
    return Outcome.technical if call.happens(0.01, "technical", first) else None


def _talk(call: Call, here: Somebody) -> Outcome:
    """With whoever is on the line, and with whomever they put us through to."""
    call.met.add(here.key)
    if here == call.real.right:
        return _with_the_right_one(call)
    call.passes(1.5)
    if here.department not in Office.front_line() and call.happens(0.02, "gatekeeper", here):
        return Outcome.refusal_gatekeeper
    there = call.goal if call.goal.key not in call.met else call.real.sends_to(here, call.at)
    if there is None or there.key in call.met:
        return _nowhere(call, here)
    return _sent_on(call, here, there)


def _nowhere(call: Call, here: Somebody) -> Outcome:
    call.file.learn(here, Knowledge.does_not_know)
    call.file.sent(here, None, RedirectHow.dead_end, call.at)
    return Outcome.wrong_department


def _sent_on(call: Call, here: Somebody, there: Somebody) -> Outcome:
    how = call.real.luck.weighted(HOWS, "how", here.key, there.key, local(call.at))
    given = there.phone if how is RedirectHow.number_given else ""
    call.file.meet(there, given, there.person)
    call.file.learn(here, Knowledge.knows_who)
    call.file.sent(here, there, how, call.at)
    if how is not RedirectHow.transferred:
        return _redirected(call, there, how)
    call.passes(0.5)
    if call.happens(0.06, "lost", there):
        return Outcome.lost_in_transfer
    awaited = call.agreed and there == call.real.right
    return (
        _talk(call, there) if awaited or call.real.is_there(there, call.at) else _out(call, there)
    )


def _redirected(call: Call, there: Somebody, how: RedirectHow) -> Outcome:
    if how is RedirectHow.they_call_back and call.happens(0.5, "rings", there):
        call.file.will_ring_at = call.at + timedelta(hours=4)
    return Outcome.redirected


def _out(call: Call, there: Somebody) -> Outcome:
    """Nobody picks up where they put us through; whoever tried may know when they are back."""
    return Outcome.unavailable if there.person else Outcome.no_answer


def _with_the_right_one(call: Call) -> Outcome:
    real, file = call.real, call.file
    file.learn(real.right, Knowledge.is_the_one)
    file.meet(real.right, real.right.phone, real.right.person)
    file.talks += 1
    call.passes(1.5)
    return _refuses(call) or _not_now(call) or _interview(call)


def _refuses(call: Call) -> Outcome | None:
    if call.real.mood == "hard":
        return Outcome.refusal_hard
    if call.real.mood != "soft":
        return None
    if call.file.talks == 1:
        return Outcome.refusal_soft
    return Outcome.refusal_hard if call.real.luck.chance(0.5, "still no") else None


def _not_now(call: Call) -> Outcome | None:
    if call.real.mood == "in_writing" and call.file.talks == 1:
        return Outcome.asked_in_writing
    busy = not call.agreed and call.happens(0.3, "not now", call.real.right)
    return Outcome.appointment if busy else None


def _interview(call: Call) -> Outcome:
    share = 0.5 if call.file.interview == "reopened" else 1.0
    if share == 1.0 and call.real.luck.chance(0.05, "breaks off"):
        call.passes(call.real.minutes / 2)
        call.file.interview = "reopened"
        usable = call.real.luck.chance(0.5, "core")
        return Outcome.partial if usable else Outcome.break_off
    call.passes(call.real.minutes * share)
    call.file.interview = "complete"
    call.file.will_ring_at = None  # nobody rings back about what has been asked
    return Outcome.complete if call.real.minutes > 6 else Outcome.no_service
