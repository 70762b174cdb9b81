"""What we come to know of a case under one policy: what the program would have in its database."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from schemas.calls.appointments import Appointment
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.calls.case_outcomes import Standing
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState, History, Holder, state_of
from schemas.calls.settings import Settings
from tests.simulation.organisation import Organisation, Somebody

SETTINGS = Settings()


@dataclass(frozen=True, slots=True)
class Interviewer:
    """One who calls, and the weekday off, if any (4 is Friday)."""

    id: UUID
    name: str
    off: int | None = None


@dataclass(slots=True)
class File:
    """One case as it grows."""

    real: Organisation
    began: datetime
    contacts: dict[int, ContactPoint] = field(default_factory=dict)
    attempts: list[CallAttempt] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)
    appointment: Appointment | None = None
    interview: Standing = "none"
    decision: Outcome | None = None
    holder: Holder | None = None
    returned_at: datetime | None = None
    rang_back_at: datetime | None = None
    will_ring_at: datetime | None = None
    visits: int = 0
    talks: int = 0

    @property
    def id(self) -> UUID:
        """The case."""
        return uuid5(NAMESPACE_OID, self.real.unit.id)

    @property
    def outcomes(self) -> set[Outcome | None]:
        """How its calls ended."""
        return {call.outcome for call in self.attempts}

    @property
    def settled(self) -> bool:
        """Whether we know what there is to know: an interview, or a no."""
        return bool(self.outcomes & {Outcome.complete, Outcome.no_service, Outcome.refusal_hard})

    def state(self) -> CaseState:
        """The case as the call list sees it."""
        return state_of(
            History(
                case_id=self.id,
                unit=self.real.unit,
                contacts=tuple(self.contacts.values()),
                attempts=tuple(self.attempts),
                redirects=tuple(self.redirects),
                appointment=self.appointment,
                interview=self.interview,
                decision=self.decision,
                holder=self.holder,
                returned_at=self.returned_at,
                rang_back_at=self.rang_back_at,
            ),
            SETTINGS,
        )

    def key_of(self, contact: ContactPoint) -> int:
        """Who a contact point is in reality."""
        return next(key for key, one in self.contacts.items() if one.id == contact.id)

    def meet(self, who: Somebody, phone: str = "", person: str = "") -> ContactPoint:
        """Hear of somebody, or of their number or name."""
        known = self.contacts.get(who.key) or self._new(who)
        better = replace(known, phone=phone or known.phone, person=person or known.person)
        self.contacts[who.key] = better
        return better

    def learn(self, who: Somebody, knows: Knowledge) -> None:
        """Find out what somebody knows."""
        self.contacts[who.key] = replace(self.contacts[who.key], knows=knows)

    def sent(self, by: Somebody, to: Somebody | None, how: RedirectHow, at: datetime) -> None:
        """We are sent on, or nowhere."""
        there = self.contacts[to.key].id if to else None
        here, call = self.contacts[by.key].id, self.attempts[-1]
        key = self._id("redirect", len(self.redirects))
        number = len(self.redirects) + 1
        self.redirects.append(Redirect(key, self.id, number, call.id, here, there, how, "", at))

    def dial(self, contact: ContactPoint, who: Interviewer, at: datetime) -> None:
        """A call begins."""
        number = len(self.attempts) + 1
        key, phone = self._id("call", number), contact.phone
        call = CallAttempt(
            key, self.id, number, contact.id, phone, who.id, who.name, at, None, False, None, ""
        )
        self.attempts.append(call)

    def hang_up(self, outcome: Outcome, at: datetime) -> None:
        """It ends."""
        self.attempts[-1] = replace(self.attempts[-1], outcome=outcome, ended_at=at)

    def _new(self, who: Somebody) -> ContactPoint:
        key, unknown = self._id("contact", who.key), Knowledge.unknown
        return ContactPoint(
            key, self.id, who.department, "", "", "", "", "", "", unknown, self.began
        )

    def _id(self, kind: str, number: int) -> UUID:
        return uuid5(self.id, f"{kind}{number}")


def open_file(real: Organisation, began: datetime, *, answered: bool) -> File:
    """A case before the first call: the switchboard, and whom phase one named if they answered."""
    file = File(real, began)
    file.meet(real.way[0], real.wrong_number or real.way[0].phone)
    if answered:
        told = real.luck.weighted({-1: 0.65, -2: 0.35}, "phase one")
        named = real.way[told]
        file.meet(named, named.phone, named.person)
    return file
