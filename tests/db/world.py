"""A small world to interview in: people, a case, and short ways to make what is stored."""

from collections import defaultdict
from copy import copy as shallow
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Self
from uuid import UUID, uuid4

from db.calls import add_contact, begin_attempt, log_redirect
from db.cases import case_id_of, take_case
from db.database import Database
from db.interviews import begin_interview
from db.people import sit_down
from db.records import AnswerEntry, Confirmation, Interviewer, InterviewRecord, Lease, Stored
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.surveys.municipal_services_2015.departments import Office
from tests.support.municipalities import FRAME

NOON = datetime(2015, 3, 2, 11, 0, tzinfo=UTC)
HALDEN = case_id_of("0101")


def later(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def entry_of(
    interview: InterviewRecord,
    who: Interviewer,
    question: str = "consent",
    value: Stored = "yes",
) -> AnswerEntry:
    """An answer, not yet stored."""
    return AnswerEntry(
        id=uuid4(),
        interview_id=interview.id,
        question=question,
        item=None,
        value=value,
        remark="",
        informant_id=None,
        attempt_id=None,
        interviewer_id=who.id,
        language="nb",
        at=NOON,
    )


class World:
    """Åse, or `who` it is, holds the case of Halden, or that of the `lease`; what she does gets
    later and later.
    """

    def __init__(
        self, db: Database, who: Interviewer | None = None, lease: Lease | None = None
    ) -> None:
        self.db = db
        self.minute = 0
        self._legs: defaultdict[UUID, count[int]] = defaultdict(lambda: count(1))
        self.aase = who or self.person("Åse")
        self.lease = lease or self.take()
        self._units = list(FRAME.units[:0:-1])

    def on(self, copy: Database) -> Self:
        """As it stands now, and goes on from here, on a copy of its database."""
        twin = shallow(self)
        twin.db, twin._units, twin._legs = copy, shallow(self._units), self._legs.copy()
        return twin

    def now(self) -> datetime:
        """A minute after the last time anybody asked."""
        self.minute += 1
        return later(self.minute)

    def person(self, name: str) -> Interviewer:
        """Somebody who interviews, at a seat of the same name."""
        return sit_down(self.db, uuid4(), name, f"{name}@pc", NOON)

    def take(self, who: Interviewer | None = None, at: datetime = NOON) -> Lease:
        """Somebody takes Halden's case."""
        return take_case(self.db, HALDEN, (who or self.aase).id, at)

    def next_case(self) -> UUID:
        """Åse goes on to the next unit, where nothing has happened."""
        case = case_id_of(self._units.pop().id)
        self.lease = take_case(self.db, case, self.aase.id, NOON)
        return case

    def contact(
        self,
        department: Office = Office.switchboard,
        *,
        phone: str = "22222222",
        knows: Knowledge = Knowledge.unknown,
        person: str = "",
    ) -> ContactPoint:
        """A contact point in the case, not yet stored."""
        return ContactPoint(
            id=uuid4(),
            case_id=self.lease.case_id,
            department=department,
            department_name="",
            person=person,
            role="",
            phone=phone,
            email="",
            source="register",
            knows=knows,
            created_at=self.now(),
        )

    def known(self, department: Office = Office.switchboard) -> ContactPoint:
        """A contact point, stored."""
        contact = self.contact(department)
        add_contact(self.db, self.lease, contact)
        return contact

    def dial(self, contact: ContactPoint) -> CallAttempt:
        """A call to it, going on."""
        return begin_attempt(self.db, self.lease, uuid4(), contact.id, contact.phone, self.now())

    def sent_on(
        self, call: CallAttempt, start: ContactPoint, to: ContactPoint, how: RedirectHow
    ) -> Redirect:
        """A redirect to a contact point that is new, stored."""
        redirect = self.redirect(call, start, to, how)
        log_redirect(self.db, self.lease, redirect, to)
        return redirect

    def redirect(
        self, call: CallAttempt, start: ContactPoint, to: ContactPoint | None, how: RedirectHow
    ) -> Redirect:
        """A redirect, not yet stored."""
        return Redirect(
            id=uuid4(),
            case_id=self.lease.case_id,
            number=next(self._legs[self.lease.case_id]),
            attempt_id=call.id,
            from_id=start.id,
            to_id=to.id if to else None,
            how=how,
            said="«spør i andre etasje»",
            at=self.now(),
        )

    def interview(self) -> InterviewRecord:
        """The case's interview, begun."""
        return begin_interview(
            self.db, self.lease, uuid4(), "phase_two", "1", "abc123", "nb", self.now()
        )

    def entry(
        self, interview: InterviewRecord, question: str = "consent", value: Stored = "yes"
    ) -> AnswerEntry:
        """An answer, not yet stored."""
        return replace(entry_of(interview, self.aase, question, value), at=self.now())

    def confirmation(self, interview: InterviewRecord) -> Confirmation:
        """A confirmed objection, not yet stored."""
        return Confirmation(
            id=uuid4(),
            interview_id=interview.id,
            check_id="many_positions",
            item=None,
            reason="de dekker fire kommuner",
            evidence={"fte": "45.5"},
            interviewer_id=self.aase.id,
            at=self.now(),
        )
