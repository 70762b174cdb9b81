"""The list after whatever has happened is the list read anew, case by case and line by line."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import kept_rows
from db.case_rows import CaseRows, Readers
from db.history_rows import found_at
from schemas.calls.appointments import AppointmentKind
from schemas.calls.call_window import CallWindow
from schemas.calls.outcomes import Outcome
from schemas.calls.ranking import lines
from schemas.calls.ranking.cases import CaseState, GivenTo, Holder, summary_of
from schemas.calls.ranking.lanes import lane_of
from schemas.calls.ranking.lines import Alike, CaseIds, ListedCase
from schemas.calls.ranking.listing import Ranked, rank
from schemas.calls.ranking.moment import NOBODY, RankingMoment, Turns
from schemas.calls.ranking.rules import RankingRule, deciding
from schemas.calls.ranking.summary_data import to_json
from schemas.calls.settings import Settings
from schemas.frame.units import Unit
from schemas.surveys.municipal_services_2015.departments import Office
from schemas.surveys.registry import FIRST, survey_called
from tests.schemas.calls.listed_case import (
    HARD,
    IDA,
    MONDAY,
    OLA,
    SOFT,
    Case,
    Ola,
    oslo,
)
from tests.support.municipalities import FRAME

SURVEY: Final = survey_called(FIRST)
RULES: Final = Settings()
READERS: Final = Readers(SURVEY.frame, SURVEY.departments, RULES)
UNITS: Final = tuple(range(6)) + tuple(range(20, 26)) + tuple(range(45, 48))
"""Units of three groups."""


@dataclass(frozen=True)
class Happening:
    """What has become of a case: who is known there, the calls, and what else is true of it."""

    unit: int
    person: str | None = None
    phone: str = "69174500"
    calls: Sequence[tuple[int, Outcome]] = ()
    more: Mapping[str, Any] = field(default_factory=dict)
    agreed: tuple[int, AppointmentKind, UUID | None] | None = None

    @property
    def row(self) -> tuple[Any, ...]:
        """The case as the database finds it."""
        case = Case(self.unit).told(**self.more)
        case.contacts.clear()
        if self.person is not None:
            case.meet(Office.switchboard, self.phone, self.person)
            for minutes, outcome in self.calls:
                case.call(oslo(2, "09.00") + timedelta(minutes=minutes), outcome)
            if self.agreed:
                minutes, kind, whose = self.agreed
                case.agree(MONDAY + timedelta(minutes=minutes), kind, whose)
        history = case.history()
        summary, is_finished = summary_of(history), history.is_finished
        who, owner = summary.holder, summary.given_to
        return (
            *_cells(summary.unit),
            lane_of(summary).value,
            summary.attempts,
            to_json(summary, found_at(history) if is_finished else None),
            *((who.interviewer_id.hex, who.name, who.until) if who else (None, None, None)),
            *((owner.interviewer_id.hex, owner.name) if owner else (None, None)),
            case.id.hex,
        )


def _cells(unit: Unit) -> tuple[Any, ...]:
    names, more = json.dumps(unit.other_names), json.dumps(dict(unit.more))
    return (unit.id, unit.name, unit.size, unit.kind.id, unit.group.id, None, names, more)


OWNERS: Final = (None, None, None, GivenTo(IDA, "Ida"), GivenTo(OLA, "Ola Moe"))
ENDS: Final = (Outcome.no_answer, Outcome.busy, Outcome.refusal_hard, Outcome.complete)

BUSY: Final = (60, Outcome.busy)

happenings = st.builds(
    Happening,
    unit=st.sampled_from(UNITS),
    person=st.sampled_from((None, "", "", "", "Kari Lie")),
    phone=st.sampled_from(("69174500", "69174501", "")),
    calls=st.lists(st.tuples(st.integers(0, 60), st.sampled_from(ENDS)), max_size=2),
    more=st.fixed_dictionaries(
        {
            "given_to": st.sampled_from(OWNERS),
            "holder": st.sampled_from((None, None, None, None, Ola())),
            "interview": st.sampled_from(("none", "none", "complete")),
            "reviewed": st.booleans(),
        }
    ),
    agreed=st.none()
    | st.tuples(
        st.integers(-60, 60), st.sampled_from((HARD, SOFT)), st.sampled_from((None, None, IDA, OLA))
    ),
)
moments = st.integers(0, 26 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
passing = st.sampled_from((0, 0, 1, 20, 90, -30)).map(lambda minutes: timedelta(minutes=minutes))
people = st.sampled_from((IDA, OLA, NOBODY))


def told(lines: Sequence[ListedCase]) -> list[tuple[UUID, str, datetime | None]]:
    """What stands there."""
    return [(line.case.case_id, line.rule.name, line.until) for line in lines]


def read(known: Mapping[int, Happening]) -> CaseRows:
    """All cases, read at once."""
    return CaseRows.found([known[unit].row for unit in sorted(known)], READERS)


def by_the_rules(cases: CaseRows, at: datetime, who: UUID) -> Ranked:
    """The same where the rules look at every single case."""
    return rank(list(cases), at, who, RULES)


class TestWhateverHappens:
    """To whichever cases, one after the other or several at once."""

    @settings(max_examples=50)
    @given(
        st.lists(st.tuples(st.lists(happenings, max_size=3), passing), max_size=6), moments, people
    )
    def test_the_list_is_as_one_that_is_read_anew(
        self, steps: list[tuple[list[Happening], timedelta]], at: datetime, who: UUID
    ) -> None:
        """And as the rules put every single case; whoever has an older one sees what was."""
        known = {unit: Happening(unit, "") for unit in UNITS}
        cases = read(known)
        for step, passed in steps:
            at += passed
            before, seen = cases, told(list(rank(cases, at, who, RULES)))
            assert seen == told(list(by_the_rules(cases, at, who)))
            anew = {one.unit: one for one in step}
            known |= anew
            cases = before.after([one.row for one in anew.values()])
            assert told(list(rank(before, at, who, RULES))) == seen
            assert list(cases) == list(read(known))
            assert list(cases.found_at()) == list(read(known).found_at())
        expected = told(list(by_the_rules(cases, at, who)))
        assert told(list(rank(cases, at, who, RULES))) == expected
        assert told(list(rank(read(known), at, who, RULES))) == expected

    @given(st.lists(happenings, max_size=20), moments, st.lists(st.integers(0, 14), max_size=5))
    def test_each_line_is_found_from_wherever_one_looks(
        self, some: list[Happening], at: datetime, looks: list[int]
    ) -> None:
        """By its number, in any order; by its case; and by its group or whose it is."""
        cases = read(
            {unit: Happening(unit, "") for unit in UNITS} | {one.unit: one for one in some}
        )
        seen = told(list(by_the_rules(cases, at, IDA)))
        lines = rank(cases, at, IDA, RULES).all
        ids = CaseIds(lines)
        for nth in looks:
            assert told([lines[nth]]) == [seen[nth]]
            assert ids.index(seen[nth][0]) == nth
        assert list(ids) == [id for id, *_ in seen]
        for part in lines.parts:
            if isinstance(part, Alike):
                for group in SURVEY.frame.groups[:3]:
                    inside = [line for line in part if line.case.unit.group == group]
                    assert told(part.in_group(group.id)) == told(inside)
                for one in (IDA, OLA):
                    hers = [line for line in part if _is_given(line.case, one)]
                    assert told(part.given_to(one)) == told(hers)

    def test_also_after_more_than_are_kept_apart(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Then they are put away among the rest."""
        monkeypatch.setattr(kept_rows, "TOGETHER", 4)
        known = {unit: Happening(unit, "") for unit in UNITS}
        cases = read(known)
        for unit in UNITS:
            known[unit] = Happening(unit, "", calls=[(unit, Outcome.busy)])
            cases = cases.after([known[unit].row])
            assert list(cases) == list(read(known))
        assert told(list(rank(cases, MONDAY, IDA, RULES))) == told(
            list(rank(read(known), MONDAY, IDA, RULES))
        )

    @pytest.mark.parametrize("clock", ["13.50", "20.00"])
    def test_to_rank_makes_no_case_that_nobody_looks_at(
        self, clock: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """But one of those that go the same way; also where what has begun stands among them."""
        every_other = {unit: Happening(unit, "", calls=[(0, Outcome.busy)]) for unit in UNITS[::2]}
        cases = read({unit: Happening(unit, "") for unit in UNITS} | every_other)
        made: list[Any] = []
        usual = Readers.state

        def state(readers: Readers, row: Any) -> CaseState:
            made.append(row)
            return usual(readers, row)

        monkeypatch.setattr(Readers, "state", state)
        assert len(rank(cases, oslo(3, clock), IDA, RULES).all) == len(UNITS)
        assert len(made) == 1

    def test_the_rules_look_again_only_where_something_has_happened(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A minute later all others stand where they stood."""
        asked = list[CaseState]()

        def look(case: CaseState, here: RankingMoment) -> RankingRule:
            asked.append(case)
            return deciding(case, here)

        monkeypatch.setattr(lines, "deciding", look)
        cases = read({unit: Happening(unit, "", calls=[(0, Outcome.busy)]) for unit in UNITS})
        for minute, looked_at in enumerate((len(UNITS), 0, 1)):
            asked.clear()
            rank(cases, MONDAY + timedelta(days=1, minutes=minute), IDA, RULES)
            assert len(asked) == looked_at
            cases = cases.after([Happening(UNITS[0], "", calls=[(minute, Outcome.busy)]).row])

    @pytest.mark.parametrize(
        "phones", [{20: "69174500"}, {1: "69174500"}, {1: "69001", 2: "69002"}]
    )
    def test_the_rules_look_again_also_where_others_were_called(
        self, phones: dict[int, str]
    ) -> None:
        """Ida holds a case that nobody has called: whose turn it is has changed.  And a number that
        others have, too, has been called often enough now."""
        held = {"holder": Holder(IDA, "Ida", MONDAY + timedelta(days=9))}
        mine, shared = Happening(0, "", "69000000", more=held), Happening(20, "", calls=[BUSY])
        others = {unit: Happening(unit, "", f"6900{unit:04}") for unit in UNITS}
        at, cases = oslo(2, "13.30"), read({**others, 0: mine, 20: shared})
        assert told(list(rank(cases, at, IDA, RULES))) == told(list(by_the_rules(cases, at, IDA)))
        called = [Happening(unit, "", phone, [BUSY]) for unit, phone in phones.items()]
        cases = cases.after([one.row for one in called])
        assert told(list(rank(cases, at, IDA, RULES))) == told(list(by_the_rules(cases, at, IDA)))

    def test_other_settings_are_for_all_cases(self) -> None:
        """Those that were made by others are made anew."""
        cases = read({unit: Happening(unit, "", calls=[(0, Outcome.no_answer)]) for unit in UNITS})
        window = CallWindow(pause=(time(12), time(12, 30)))
        other = cases.by(READERS._replace(settings=Settings(call_window=window)))
        assert [one.rests_until for one in other] != [one.rests_until for one in cases]
        assert cases.by(READERS) is cases


def _is_given(case: CaseState, to: UUID) -> bool:
    return case.given_to is not None and case.given_to.interviewer_id == to


class TestWhoseTurn:
    """Among those that nobody has called."""

    @settings(deadline=None)
    @given(st.lists(happenings, max_size=12))
    def test_it_is_that_of_the_group_that_is_furthest_behind(self, some: list[Happening]) -> None:
        """Whoever was named first; as counted case by case."""
        at = oslo(2, "09.00")
        known = {unit: Happening(unit, "") for unit in UNITS}
        cases = read(known | {one.unit: one for one in some})
        sizes = Counter(one.unit.group for one in cases)
        done = Counter(one.unit.group for one in cases if one.attempts)
        turns = {}
        for one in cases:
            if not one.attempts:
                done[one.unit.group] += 1
                is_named = bool(one.contact and one.contact.person)
                share = done[one.unit.group] / sizes[one.unit.group]
                turns[one.case_id] = (not is_named, share, one.unit.id)
        lines = rank(cases, at, IDA, RULES).callable
        new = [line.case.case_id for line in lines if line.rule.name == "never_called"]
        assert new == sorted(new, key=turns.__getitem__)

    def test_is_worked_out_as_far_as_one_looks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """For the first line of ever so many cases, once in each group."""
        looked: list[str] = []
        usual = Turns.at

        def at(turns: Turns, place: int, group: str) -> float:
            looked.append(group)
            return usual(turns, place, group)

        monkeypatch.setattr(Turns, "at", at)
        every = (Happening(unit, "", f"2{unit:07}").row for unit in range(len(FRAME.units)))
        lines = rank(CaseRows.found(every, READERS), oslo(2, "09.00"), IDA, RULES).callable
        assert len(lines) == len(FRAME.units)
        assert lines[0].case.unit.group.id in looked
        assert len(looked) == len(set(looked)) == len(FRAME.groups)


class TestNumbersThatUnitsShare:
    """Nobody is to be rung a third time by a switchboard's other units."""

    @pytest.mark.parametrize("outcome", [Outcome.busy, Outcome.refusal_hard])
    def test_were_rung_enough_whatever_came_of_it(self, outcome: Outcome) -> None:
        """Also where the case that they were rung for has ended."""
        known = {unit: Happening(unit, "") for unit in UNITS[:3]}
        cases = read(known)
        at = oslo(2, "10.00")
        assert len(rank(cases, at, IDA, RULES).callable) == 3
        rung = Happening(0, "", calls=[(0, Outcome.busy), (20, outcome)])
        for now in (cases.after([rung.row]), read({**known, 0: rung})):
            names = [line.rule.name for line in rank(now, at, IDA, RULES).waiting]
            assert names.count("called_enough_today") >= 2
            assert not rank(now, at, IDA, RULES).callable
            another = Happening(1, "", "69174509")
            (free,) = rank(now.after([another.row]), at, IDA, RULES).callable
            assert free.case.unit == FRAME.units[1]
