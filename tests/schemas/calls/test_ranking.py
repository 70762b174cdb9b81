"""The call list: every case in one place, in the order of the rules, with the rule's own words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.calls.appointments import Appointment, AppointmentKind
from schemas.calls.calls import CallAttempt, ContactPoint, Knowledge, Redirect, RedirectHow
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking.cases import CaseState, History, state_of
from schemas.calls.ranking.lines import ListedCase
from schemas.calls.ranking.listing import Ranked, rank
from schemas.calls.ranking.rules import RULES, ListPlace
from schemas.calls.settings import Settings
from schemas.calls.workdays import CallWindow
from schemas.language.dates import local
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


class TestWhereNobodyRings:
    """What has ended, what somebody else has, and what cannot be dialled."""

    @pytest.mark.parametrize("later", [Outcome.appointment, Outcome.complete, Outcome.no_answer])
    def test_a_refusal_is_final_whatever_is_recorded_afterwards(self, later: Outcome) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.refusal_hard).call(oslo(2, "10.00"), later)
        case.told(rang_back_at=oslo(3, "09.00"), returned_at=oslo(3, "09.00"))
        case.agree(oslo(4, "10.00"))
        assert place(case, oslo(4, "10.00")) == (ListPlace.finished, "Ønsker ikke å delta")

    def test_an_interview_waits_for_its_review(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.complete).told(interview="complete")
        assert place(case, oslo(3, "09.00")) == (ListPlace.in_review, "Fullført intervju")
        assert place(case.told(reviewed=True), oslo(3, "09.00"))[0] is ListPlace.finished

    @pytest.mark.parametrize("outcome", [Outcome.complete, Outcome.no_service])
    def test_a_call_that_came_to_an_end_is_no_interview_yet(self, outcome: Outcome) -> None:
        """Whoever left before it was completed finds it on top, whatever the hour."""
        case = Case().call(oslo(2, "09.00"), outcome).told(interview="open")
        where, why = place(case, oslo(2, "20.00"))
        assert where is ListPlace.callable
        assert why.startswith("Samtalen er ferdig, men ikke intervjuet")
        assert case.state().outcome is Outcome.partial

    def test_what_a_coordinator_closed_is_finished(self) -> None:
        case = Case().told(decision=Outcome.out_of_frame)
        assert place(case, oslo(2, "09.00")) == (ListPlace.finished, "Utenfor utvalget")

    def test_held_by_somebody_else_until_the_lease_runs_out(self) -> None:
        case = Case().told(holder=Ola())
        assert place(case, oslo(2, "09.30")) == (ListPlace.held, "Hos Ola Moe til kl. 10.00")
        assert place(case, oslo(2, "10.00"))[0] is ListPlace.callable
        assert place(case, oslo(2, "09.30"), OLA)[0] is ListPlace.callable

    def test_without_a_number(self) -> None:
        case = Case(contacts=[])
        case.contacts[0] = replace(case.contacts[0], phone="")
        assert place(case, MONDAY) == (ListPlace.needs_number, "Mangler nummer til Sentralbord")

    def test_with_a_dead_number_only(self) -> None:
        case = Case().call(MONDAY, Outcome.number_dead)
        found, reason = place(case, oslo(2, "09.30"))
        assert found is ListPlace.needs_number
        assert reason == "Nummeret er ikke i bruk, og saken har ikke noe annet"


class TestNextStep:
    """What each outcome leads to by default, inside the call window."""

    @pytest.mark.parametrize(
        ("outcome", "called", "again"),
        [
            (Outcome.no_answer, oslo(2, "08.40"), oslo(2, "11.45")),
            (Outcome.no_answer, oslo(2, "13.30"), oslo(3, "08.30")),
            (Outcome.no_answer, oslo(6, "13.30"), oslo(9, "08.30")),
            (Outcome.busy, oslo(2, "09.00"), oslo(2, "09.15")),
            (Outcome.busy, oslo(2, "10.50"), oslo(2, "11.45")),
            (Outcome.long_queue, oslo(2, "09.00"), oslo(2, "10.00")),
            (Outcome.voicemail, oslo(2, "09.00"), oslo(2, "11.45")),
            (Outcome.message_left, oslo(2, "12.00"), oslo(3, "08.30")),
            (Outcome.technical, oslo(2, "09.00"), oslo(2, "09.30")),
            (Outcome.lost_in_transfer, oslo(2, "09.00"), oslo(2, "09.05")),
            (Outcome.unavailable, oslo(6, "09.00"), oslo(9, "08.30")),
            (Outcome.asked_in_writing, oslo(2, "09.00"), oslo(5, "08.30")),
            (Outcome.break_off, oslo(2, "09.00"), oslo(3, "08.30")),
            (Outcome.refusal_gatekeeper, oslo(2, "09.00"), oslo(9, "08.30")),
            (Outcome.refusal_soft, oslo(2, "09.00"), oslo(9, "08.30")),
        ],
    )
    def test_by_outcome(self, outcome: Outcome, called: datetime, again: datetime) -> None:
        found = line(Case().call(called, outcome), called + timedelta(minutes=1))
        assert found.rule.place is ListPlace.waiting
        assert found.until == again

    def test_the_reason_names_the_parts_of_the_day(self) -> None:
        case = Case().call(oslo(2, "08.40"), Outcome.no_answer)
        case.call(oslo(3, "10.30"), Outcome.no_answer)
        why = "Ikke svar to ganger om formiddagen – prøv etter lunsj"
        assert place(case, oslo(3, "10.45")) == (ListPlace.waiting, why)
        assert place(case, oslo(3, "13.45")) == (ListPlace.callable, why)

    def test_the_reason_names_the_time(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.busy)
        _, why = place(case, oslo(2, "09.01"))
        assert why == "Opptatt (kl. 09.00) – prøv igjen kl. 09.15"

    def test_not_at_the_same_time_of_the_day(self) -> None:
        case = Case().call(oslo(2, "08.40"), Outcome.voicemail)
        found = line(case, oslo(3, "09.00"))
        assert found.rule.name == "same_clock"
        assert found.until == oslo(3, "09.40")
        assert line(case, oslo(3, "09.39")).until == oslo(3, "09.40")
        assert line(case, oslo(3, "09.40")).rule.place is ListPlace.callable

    def test_however_narrow_the_window_nobody_waits_for_ever(self) -> None:
        settings = Settings(same_time_minutes=480)
        case = Case().call(oslo(2, "09.00"), Outcome.no_answer)
        assert line(case, oslo(3, "09.00"), settings=settings).rule.place is ListPlace.waiting
        assert line(case, oslo(13, "09.00"), settings=settings).rule.place is ListPlace.callable

    def test_three_times_busy_is_enough_for_a_day(self) -> None:
        case = Case()
        for clock in ("09.00", "09.15", "09.30"):
            case.call(oslo(2, clock), Outcome.busy)
        settings = Settings(calls_a_day_to_number=9)
        found = line(case, oslo(2, "09.46"), settings=settings)
        assert found.until == oslo(3, "08.30")

    def test_a_lead_is_called_at_once_whatever_the_switchboard_waits_for(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.redirected)
        friskliv = case.meet(Office.healthy_life_centre, "69111111")
        case.sent(friskliv, NUMBER)
        found = line(case, oslo(2, "09.01"))
        assert (found.rule.place, found.reason) == (
            ListPlace.callable,
            "Nytt spor: Frisklivssentral",
        )
        assert found.contact == friskliv

    def test_a_lead_without_a_number_is_asked_for_where_it_was_named(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.redirected)
        case.sent(case.meet(Office.healthy_life_centre, "", "Kari Lie"), NAME)
        found = line(case, oslo(2, "09.01"))
        assert found.reason == "Nytt spor: Frisklivssentral (Kari Lie), gjennom Sentralbord"
        assert (found.contact, found.goal) == (case.contacts[0], case.contacts[1])

    def test_whoever_will_ring_back_gets_the_day(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.redirected)
        case.sent(case.meet(Office.culture), RedirectHow.they_call_back)
        assert line(case, oslo(2, "14.00")).until == oslo(3, "08.30")


class TestNumbers:
    """A number is dialled twice a day at most, whatever cases it belongs to."""

    def test_twice_is_enough(self) -> None:
        case = Case().call(oslo(2, "08.30"), Outcome.busy).call(oslo(2, "09.00"), Outcome.busy)
        found = line(case, oslo(2, "09.30"))
        assert found.reason == "Nummeret er ringt to ganger i dag"
        assert found.until == oslo(3, "08.30")

    def test_also_over_two_cases(self) -> None:
        one = Case(1).call(oslo(2, "08.30"), Outcome.busy)
        two = Case(2).call(oslo(2, "08.45"), Outcome.busy)
        shared = [replace(one.contacts[0], id=two.contacts[0].id, case_id=two.id)]
        two.contacts = shared
        two.attempts = [replace(two.attempts[0], phone=shared[0].phone)]
        assert not ranked([one, two], oslo(2, "10.00")).callable
        assert len(ranked([one, two], oslo(3, "10.00")).callable) == 2


class TestCallWindow:
    """Nobody is called outside it unless by appointment."""

    @pytest.mark.parametrize(
        ("now", "opens"),
        [
            (oslo(2, "08.00"), oslo(2, "08.30")),
            (oslo(2, "11.10"), oslo(2, "11.45")),
            (oslo(2, "15.00"), oslo(3, "08.30")),
            (oslo(7, "10.00"), oslo(9, "08.30")),
        ],
    )
    def test_closed(self, now: datetime, opens: datetime) -> None:
        found = line(Case(), now)
        assert (found.rule.name, found.until) == ("outside_window", opens)

    def test_an_appointment_overrules_it(self) -> None:
        case = Case().agree(oslo(7, "17.00"), SOFT)
        assert line(case, oslo(7, "17.05")).rule.place is ListPlace.callable
        assert line(case, oslo(7, "17.11")).rule.name == "outside_window"


class TestAppointments:
    """A promise comes before everything else, and never in between."""

    def case(self) -> Case:
        """With Kari Lie, at half past ten."""
        case = Case()
        case.meet(Office.healthy_life_centre, "69111111", "Kari Lie")
        return case.call(oslo(2, "08.30"), Outcome.appointment).agree(oslo(2, "10.30"))

    @pytest.mark.parametrize(
        ("clock", "rule"),
        [
            ("10.24", "appointment_ahead"),
            ("10.25", "hard_appointment"),
            ("10.40", "hard_appointment"),
            ("10.41", "appointment"),
        ],
    )
    def test_from_five_minutes_before_to_ten_after(self, clock: str, rule: str) -> None:
        assert line(self.case(), oslo(2, clock)).rule.name == rule

    def test_it_says_with_whom(self) -> None:
        found = line(self.case(), oslo(2, "10.25"))
        assert found.reason == "Avtale kl. 10.30 med Kari Lie"
        assert found.contact
        assert found.contact.person == "Kari Lie"

    def test_a_missed_one_is_said_to_be(self) -> None:
        assert place(self.case(), oslo(3, "09.00")) == (
            ListPlace.callable,
            "Avtale mandag 2.2. kl. 10.30 med Kari Lie (tiden er passert)",
        )

    def test_a_new_interview_is_held_back_before_mine(self) -> None:
        cases = [self.case(), Case(1)]
        assert len(ranked(cases, oslo(2, "10.09")).callable) == 1
        (held,) = [
            one for one in ranked(cases, oslo(2, "10.10")) if one.case.unit == FRAME.units[1]
        ]
        assert held.rule.place is ListPlace.waiting
        assert held.reason == "Avtale kl. 10.30 med Kari Lie kommer først, så nye intervjuer venter"
        assert len(ranked(cases, oslo(2, "10.10"), OLA).callable) == 1

    def test_with_me_only(self) -> None:
        case = self.case().agree(oslo(2, "10.30"), only_with=IDA)
        assert line(case, oslo(2, "10.30")).rule.name == "hard_appointment"
        assert line(case, oslo(2, "10.30"), OLA).rule.name == "of_another"
        assert line(case, oslo(3, "10.30"), OLA).rule.name == "appointment"


class TestCoordinator:
    """What we cannot get further with; nothing is closed by itself."""

    @pytest.mark.parametrize(
        ("outcome", "reason"),
        [
            (Outcome.to_coordinator, "Til koordinator (kl. 09.00)"),
            (Outcome.unable, "Kan ikke delta (språk, sykdom) (kl. 09.00) – ingen spor igjen"),
            (
                Outcome.wrong_department,
                "Feil avdeling, vet ikke hvem (kl. 09.00) – ingen spor igjen",
            ),
        ],
    )
    def test_after_a_call(self, outcome: Outcome, reason: str) -> None:
        case = Case().call(oslo(2, "09.00"), outcome)
        assert place(case, oslo(2, "10.00")) == (ListPlace.with_coordinator, reason)

    def test_not_while_there_is_a_lead(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.wrong_department)
        case.sent(case.meet(Office.culture, "69111111"), NUMBER)
        assert place(case, oslo(2, "10.00"))[0] is ListPlace.callable

    def test_a_soft_refusal_after_five_working_days(self) -> None:
        case = Case().call(oslo(2, "09.00"), Outcome.refusal_soft)
        assert place(case, oslo(6, "09.00"))[0] is ListPlace.waiting
        assert place(case, oslo(9, "09.00"))[0] is ListPlace.with_coordinator

    def test_after_eight_attempts_counted_anew_when_it_was_returned(self) -> None:
        case = Case()
        for day in (2, 3, 4, 5, 6, 9, 10, 11):
            case.call(oslo(day, "09.00"), Outcome.no_answer)
        assert place(case, oslo(12, "12.30")) == (
            ListPlace.with_coordinator,
            "Åtte forsøk uten intervju",
        )
        case.told(returned_at=oslo(12, "08.00"))
        assert place(case, oslo(12, "12.30")) == (
            ListPlace.callable,
            "Tilbake fra koordinatoren kl. 08.00",
        )
        case.call(oslo(12, "12.30"), Outcome.no_answer)
        assert place(case, oslo(13, "14.00"))[0] is ListPlace.callable


class TestOrder:
    """Callable cases come in the order of the specification."""

    def everything(self) -> list[Case]:
        """One case of each kind, the last first, as they stand on Tuesday at noon."""
        seven = [Case(nth) for nth in range(9)]
        rest, new, untried, warm, soft, partial, returned, rang, hard = seven
        rest.call(oslo(2, "09.00"), Outcome.busy)
        untried.call(oslo(2, "09.00"), Outcome.no_answer)
        warm.call(oslo(3, "09.00"), Outcome.redirected)
        warm.sent(warm.meet(Office.culture, "69111111"), NUMBER)
        soft.call(oslo(2, "09.00"), Outcome.unavailable).agree(oslo(3, "12.00"), SOFT)
        partial.call(oslo(2, "09.00"), Outcome.partial).told(interview="reopened")
        returned.told(returned_at=oslo(3, "08.00"))
        rang.call(oslo(2, "09.00"), Outcome.no_answer).told(rang_back_at=oslo(3, "10.00"))
        hard.agree(oslo(3, "12.00"), only_with=OLA)
        assert new.attempts == []
        return seven

    def test_by_the_rules(self) -> None:
        names = [one.rule.name for one in ranked(self.everything(), oslo(3, "12.00"), OLA).callable]
        assert names == ["hard_appointment", "rang_back", "to_resume"]
        free = [case for case in self.everything() if case.nth != 8]
        assert [one.rule.name for one in ranked(free, oslo(3, "12.30")).callable] == [
            "rang_back",
            "returned",
            "to_resume",
            "appointment",
            "warm_lead",
            "untried_part",
            "never_called",
            "longest_wait",
        ]

    def test_what_was_agreed_on_for_now_comes_before_what_can_wait(self) -> None:
        """The ten minutes of a time to try again pass; a coordinator's question stays."""
        free = [case for case in self.everything() if case.nth != 8]
        names = [one.rule.name for one in ranked(free, oslo(3, "12.00")).callable]
        assert names[:4] == ["rang_back", "soft_appointment", "returned", "to_resume"]

    def test_an_interview_that_the_program_stopped_in_goes_on_before_what_is_new(self) -> None:
        """Nobody knows how that call ended; where nothing had been asked, nobody waits for us."""
        cut_off, empty, new = Case(0), Case(1), Case(2)
        cut_off.call(oslo(2, "09.00"), None).told(interview="open")
        empty.call(oslo(2, "09.00"), None)
        lines = ranked([new, empty, cut_off], oslo(2, "10.00")).callable
        assert [one.rule.name for one in lines] == ["to_resume", "never_called", "longest_wait"]
        assert lines[0].reason == "Fortsett intervjuet med Sentralbord"

    def test_somebody_named_first_then_from_county_to_county(self) -> None:
        counties = [unit.group.id for unit in FRAME]
        firsts = [counties.index(no) for no in ("01", "02")]
        cases = [Case(firsts[0]), Case(firsts[0] + 1), Case(firsts[1]), Case(firsts[1] + 1)]
        cases[3].meet(Office.public_health, "69111111", "Per Dal")
        lines = ranked(cases, MONDAY).callable
        assert [one.case.unit.group.id for one in lines] == ["02", "01", "02", "01"]
        assert lines[0].reason == "Per Dal, oppgitt som kontaktperson"

    def test_a_county_that_is_ahead_waits_for_the_others(self) -> None:
        counties = [unit.group.id for unit in FRAME]
        first, second = counties.index("01"), counties.index("02")
        cases = [Case(first + nth) for nth in range(4)] + [Case(second + nth) for nth in range(4)]
        cases[0].call(oslo(2, "08.30"), Outcome.redirected)
        top = ranked(cases, oslo(2, "09.00")).callable[0]
        assert top.case.unit.group.id == "02"


class TestRules:
    """The list is generated from the rules, and the rules are complete."""

    def test_every_place_has_a_rule(self) -> None:
        assert {rule.place for rule in RULES} == set(ListPlace)

    def test_names_are_unlike(self) -> None:
        assert len({rule.name for rule in RULES}) == len(RULES)

    def test_the_last_one_always_applies(self) -> None:
        assert RULES[-1].name == "longest_wait"

    def test_what_waits_waits_until_a_time(self) -> None:
        assert all(rule.until for rule in RULES if rule.place is ListPlace.waiting)


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


MOMENTS = st.integers(0, 14 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))


class TestAnyCases:
    """What holds whatever has happened, at any moment."""

    @given(anything(), MOMENTS)
    def test_each_is_in_exactly_one_place_and_says_why(
        self, cases: list[Case], now: datetime
    ) -> None:
        lines = list(ranked(cases, now))
        assert sorted(one.case.unit.id for one in lines) == sorted(
            case.state().unit.id for case in cases
        )
        assert all(one.reason for one in lines)

    @given(anything(), MOMENTS)
    def test_what_waits_waits_for_a_time_to_come(self, cases: list[Case], now: datetime) -> None:
        waiting = [one.until for one in ranked(cases, now).waiting]
        assert all(until and until > now for until in waiting)
        assert all(one <= two for one, two in pairwise(waiting) if one and two)

    @given(anything(), MOMENTS)
    def test_who_is_called_may_be_called(self, cases: list[Case], now: datetime) -> None:
        today = local(now).date()
        for one in ranked(cases, now).callable:
            assert one.case.outcome is not Outcome.refusal_hard
            if one.rule.name == "to_finish":
                continue  # nobody is rung: the form is to be completed
            assert one.contact or one.case.appointment
            assert CallWindow().is_open(now) or one.case.appointment
            if one.contact and one.rule.name != "hard_appointment":
                times = sum(
                    call.phone == one.contact.phone and local(call.started_at).date() == today
                    for case in cases
                    for call in case.attempts
                )
                assert times < 2

    @given(anything(), MOMENTS)
    def test_the_order_in_which_they_are_read_does_not_matter(
        self, cases: list[Case], now: datetime
    ) -> None:
        assert list(ranked(cases, now)) == list(ranked(cases[::-1], now))
