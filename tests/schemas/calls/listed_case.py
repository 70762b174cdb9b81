"""Cases as the call list has them, as they grow; and where the rules put them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from hypothesis import strategies as st

from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.call_codes import Knowledge, RedirectHow
from schemas.calls.calls import CallAttempt, ContactPoint, Redirect
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState, History, state_of
from schemas.calls.ranking.lines import ListedCase
from schemas.calls.ranking.listing import Ranked, rank
from schemas.calls.ranking.rules import ListPlace
from schemas.calls.settings import Settings
from schemas.surveys.municipal_services_2015.departments import Office
from tests.support.municipalities import FRAME

IDA, OLA = UUID(int=1), UUID(int=2)
MONDAY = datetime(2015, 2, 2, 8, tzinfo=UTC)  # 09.00 in Norway
HARD, SOFT = AppointmentKind.hard, AppointmentKind.soft
NUMBER, NAME = RedirectHow.number_given, RedirectHow.name_only


def oslo(day: int, clock: str) -> datetime:
    """A time in February 2015, as the clock in Norway shows it."""
    hour, minute = map(int, clock.split("."))
    return datetime(2015, 2, day, hour - 1, minute, tzinfo=UTC)


@dataclass(frozen=True)
class Ola:
    """Somebody else who holds a case."""

    interviewer_id: UUID = OLA
    name: str = "Ola Moe"
    until: datetime = MONDAY + timedelta(hours=1)


@dataclass
class Case:
    """A case with a switchboard, as it grows."""

    nth: int = 0
    contacts: list[ContactPoint] = field(default_factory=list)
    attempts: list[CallAttempt] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.contacts:
            self.meet(Office.switchboard, f"6900{self.nth:04}")

    @property
    def id(self) -> UUID:
        """The case's own id."""
        return UUID(int=1000 + self.nth)

    def meet(self, department: Office, phone: str = "", person: str = "") -> ContactPoint:
        """Somebody turns up."""
        key, unknown = uuid5(self.id, f"c{len(self.contacts)}"), Knowledge.unknown
        one = ContactPoint(key, self.id, department, "", person, "", phone, "", "", unknown, MONDAY)
        self.contacts.append(one)
        return one

    def call(
        self, at: datetime, outcome: Outcome | None, contact: ContactPoint | None = None
    ) -> "Case":
        """One call, of no length."""
        whom, number = contact or self.contacts[0], len(self.attempts) + 1
        key = uuid5(self.id, f"a{number}")
        self.attempts.append(
            CallAttempt(
                key, self.id, number, whom.id, whom.phone, IDA, "Ida", at, at, False, outcome, ""
            )
        )
        return self

    def sent(self, to: ContactPoint, how: RedirectHow, by: ContactPoint | None = None) -> "Case":
        """During the latest call we are sent on."""
        call, key = self.attempts[-1], uuid5(self.id, f"r{len(self.redirects)}")
        speaker = (by or self.contacts[0]).id
        nth, at = len(self.redirects) + 1, call.started_at
        leg = Redirect(key, self.id, nth, call.id, speaker, to.id, how, "", at)
        self.redirects.append(leg)
        return self

    def agree(
        self, due: datetime, kind: AppointmentKind = HARD, only_with: UUID | None = None
    ) -> "Case":
        """An appointment, made by Ida with whoever turned up last."""
        self.more["appointment"] = Appointment(
            uuid5(self.id, "p"), self.id, due, 15, kind, self.contacts[-1].id, "",
            only_with, IDA, MONDAY - timedelta(days=3),
        )  # fmt: skip
        return self

    def told(self, **more: Any) -> "Case":
        """What else is known of it."""
        self.more |= more
        return self

    def history(self) -> History:
        """All of it."""
        return History(
            case_id=self.id,
            unit=FRAME.units[self.nth],
            contacts=self.contacts,
            attempts=self.attempts,
            redirects=self.redirects,
            **self.more,
        )

    def state(self, settings: Settings | None = None) -> CaseState:
        """As the rules see it."""
        return state_of(self.history(), settings or Settings())


def ranked(
    cases: Sequence[Case], now: datetime, who: UUID = IDA, settings: Settings | None = None
) -> Ranked:
    """The list at a moment."""
    chosen = settings or Settings()
    return rank([case.state(chosen) for case in cases], now, who, chosen)


def line(
    case: Case, now: datetime, who: UUID = IDA, settings: Settings | None = None
) -> ListedCase:
    """Where one case is."""
    (only,) = ranked([case], now, who, settings)
    return only


def place(case: Case, now: datetime, who: UUID = IDA) -> tuple[ListPlace, str]:
    """Where one case is, and why."""
    found = line(case, now, who)
    return found.rule.place, found.reason


@st.composite
def anything(draw: st.DrawFn) -> list[Case]:
    """Any few cases with any past."""
    cases = []
    for nth in range(draw(st.integers(1, 4))):
        case = Case(draw(st.sampled_from([nth, 100 + nth])))
        case.meet(Office.culture, draw(st.sampled_from(["", "69111111"])), "Kari Lie")
        at = MONDAY - timedelta(days=5)
        for outcome in draw(st.lists(st.sampled_from(Outcome), max_size=9)):
            at += timedelta(minutes=draw(st.integers(5, 1500)))
            if not outcome.coordinator_only:
                case.call(at, outcome, draw(st.sampled_from(case.contacts)))
        if draw(st.booleans()):
            due = MONDAY + timedelta(minutes=draw(st.integers(-3000, 3000)))
            case.agree(
                due, draw(st.sampled_from(AppointmentKind)), draw(st.sampled_from([None, OLA]))
            )
        if draw(st.booleans()):
            case.told(rang_back_at=MONDAY, returned_at=MONDAY - timedelta(days=1))
        cases.append(case)
    return cases
