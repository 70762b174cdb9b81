"""A case as it grows: calls to people, and people who send us on."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect, draw_way, on_the_line, way_to
from schemas.calls.outcomes import Outcome
from schemas.calls.whom_to_dial import leads, next_contact, whom
from schemas.surveys.municipal_services_2015.departments import Office

CASE = UUID(int=1)
MORNING = datetime(2015, 2, 3, 9, tzinfo=UTC)


@dataclass
class Case:
    """A case as it grows, one call and one redirect after the other."""

    contacts: list[ContactPoint] = field(default_factory=list)
    attempts: list[CallAttempt] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)

    def meet(
        self,
        department: Office,
        person: str = "",
        phone: str = "",
        *,
        knows: Knowledge = Knowledge.unknown,
        named: str = "",
    ) -> ContactPoint:
        """Somebody turns up."""
        key, at = UUID(int=100 + len(self.contacts)), self._now()
        one = ContactPoint(key, CASE, department, named, person, "", phone, "", "", knows, at)
        self.contacts.append(one)
        return one

    def call(self, contact: ContactPoint, outcome: Outcome | None = None) -> CallAttempt:
        """One call, begun and perhaps ended."""
        number, at = len(self.attempts) + 1, self._now()
        call = CallAttempt(
            UUID(int=1000 + number), CASE, number, contact.id, contact.phone,
            UUID(int=2), "Ida", at, at if outcome else None, False, outcome, "",
        )  # fmt: skip
        self.attempts.append(call)
        return call

    def end(self, outcome: Outcome) -> None:
        """The latest call ends."""
        self.attempts[-1] = replace(self.attempts[-1], outcome=outcome)

    def sent(
        self, there: ContactPoint | None, how: RedirectHow, by: ContactPoint | None = None
    ) -> None:
        """During the latest call we are sent on, by whoever is on the line if not told."""
        call, nth = self.attempts[-1], len(self.redirects)
        speaker = by.id if by else on_the_line(call, self.redirects)
        to = there.id if there else None
        key, at = UUID(int=10_000 + nth), self._now()
        self.redirects.append(Redirect(key, CASE, nth + 1, call.id, speaker, to, how, "", at))

    def learn(self, contact: ContactPoint, knows: Knowledge) -> None:
        """We find out what somebody knows."""
        at = next(at for at, one in enumerate(self.contacts) if one.id == contact.id)
        self.contacts[at] = replace(contact, knows=knows)

    def leads(self) -> list[str]:
        """The leads as they are shown."""
        return [one.label for one in leads(self.contacts, self.attempts, self.redirects)]

    def next(self) -> str | None:
        """Whom to dial, as it is shown."""
        one = next_contact(self.contacts, self.attempts, self.redirects)
        return one.label if one else None

    def wanted(self) -> tuple[str, ...]:
        """Whom to ask for, and whom to dial for that, as they are shown."""
        found = whom(self.contacts, self.attempts, self.redirects) or ()
        return tuple(one.label for one in found)

    def way(self, contact: ContactPoint) -> str:
        """The way to somebody, as it is drawn."""
        return draw_way(way_to(contact.id, self.redirects, self.contacts))

    def _now(self) -> datetime:
        happened = len(self.contacts) + len(self.attempts) + len(self.redirects)
        return MORNING + timedelta(minutes=happened)


TRANSFERRED = RedirectHow.transferred
NUMBER = RedirectHow.number_given
NAME = RedirectHow.name_only
DEAD_END = RedirectHow.dead_end
