"""The tables as they lie, and what follows from them, worked out by hand from `calls.md`.

Nothing here is asked of `schemas` or `db`: what the report's figures are made of is counted anew,
by SQL where that is short, and by plain loops where it is not.
"""

import csv
import json
import sqlite3
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parents[4] / "schemas/surveys/municipal_services_2015/register"

FORMS: Final = (
    "select case_id, answered_on, answers ->> 'offers' as offers,"
    " answers ->> 'organisation' as organisation, answers ->> 'plans' as plans from claim_form"
)
"""The forms of phase one, each answer in a column."""

PRECEDENCE: Final = (
    "withdrawn", "refusal_hard", "complete", "covered", "no_service", "partial",
    "out_of_frame", "not_found_after_search", "given_up",
)  # fmt: skip
"""The strongest outcome of a case first."""

OF_CALLS: Final = frozenset({"complete", "no_service", "partial"})
REACHED: Final = frozenset(
    {"appointment", "asked_in_writing", "break_off", "refusal_soft", "refusal_hard"} | OF_CALLS
)
FINAL: Final = frozenset(PRECEDENCE) - {"partial"}

LETTERS: Final = {
    "I": ("complete",),
    "P": ("partial",),
    "R": ("break_off", "refusal_gatekeeper", "refusal_soft", "refusal_hard", "withdrawn"),
    "NC": ("voicemail", "message_left", "unavailable"),
    "O": ("redirected", "lost_in_transfer", "appointment", "asked_in_writing", "unable",
          "to_coordinator"),
    "UH": (None, "no_answer", "busy", "long_queue", "technical", "number_dead"),
    "UO": ("wrong_department", "not_found_after_search", "given_up"),
    "NE": ("no_service", "covered", "out_of_frame"),
}  # fmt: skip
"""The outcomes by AAPOR's groups, as their codes begin; None: nobody has called."""

_VIEWS: Final = """
create temp view frozen as
    select c.id as case_id, c.unit_id,
        json_patch(json_patch(r.document, coalesce(p.document, '{}')), coalesce(p.public, '{}'))
        as document,
        json_extract(r.classification, '$.class') as derived,
        (select d.klass from decision d
         where d.case_id = c.id and d.revision = r.number and d.klass is not null
         order by d.number desc limit 1) as decided
    from revision r join interview i on i.id = r.interview_id join survey_case c on c.id = i.case_id
    left join person_revision p on p.id = r.id
    where r.number = (
        select max(number) from revision other where other.interview_id = i.id);
create temp view finished as select *, coalesce(decided, derived) as class from frozen;
create temp view service as select * from finished where class = 'service';
create temp view offer as
    select f.case_id, o.value as document from finished f, json_each(f.document, '$.offers') o
    where json_type(f.document, '$.offers') = 'array';
"""
"""Interviews as they were frozen last, with what tells who somebody is, which lies apart, and with
the class that counts; and the offers in them."""


class Raw:
    """One database file, and what the departments of its survey are called."""

    front_line = ("switchboard", "service_desk")
    interviewed = frozenset({"service", "borderline"})
    """The classes of a complete interview that count as one, by AAPOR."""

    def __init__(self, file: Path, departments: Mapping[str, str]) -> None:
        self.departments = departments
        self.connection = sqlite3.connect(file)
        self.connection.executescript(_VIEWS)

    def ask(self, sql: str) -> list[Any]:
        """Hand-written SQL, answered in rows."""
        return self.connection.execute(sql).fetchall()

    def one(self, sql: str) -> Any:
        """The only value of the only row."""
        ((value,),) = self.ask(sql)
        return value

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    # ── The register ──

    @cached_property
    def _register(self) -> list[dict[str, str]]:
        with (DATA / "register-2014.csv").open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    @cached_property
    def county_of(self) -> dict[str, str]:
        """The county's name of every unit."""
        return {row["unit_id"]: row["county"] for row in self._register}

    @cached_property
    def name_of(self) -> dict[str, str]:
        """The name of every unit."""
        return {row["unit_id"]: row["name"] for row in self._register}

    @cached_property
    def size_of(self) -> dict[str, int]:
        """How many people live in every unit."""
        return {row["unit_id"]: int(row["population_2015"] or 0) for row in self._register}

    def label(self, unit: str) -> str:
        """A unit's name with its county; a district says that it is one."""
        district = "Bydel " if len(unit) == 6 else ""
        return f"{district}{self.name_of[unit]} ({self.county_of[unit]})"

    def municipalities(self, units: set[str]) -> set[str]:
        """The districts, whose numbers have six digits, are all in Oslo."""
        return {unit if len(unit) == 4 else "0301" for unit in units}

    def tells_ends(self, section: str, question: str) -> bool:
        """Whether the least and the most of a number are told."""
        return True

    # ── Every case ──

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """The units by case."""
        return dict(self.ask("select id, unit_id from survey_case"))

    @cached_property
    def documents(self) -> list[Any]:
        """The finished interviews."""
        return [json.loads(one) for (one,) in self.ask("select document from finished")]

    @cached_property
    def decided(self) -> dict[str, str]:
        """What a coordinator has decided about a case, unless it was taken back."""
        kinds: dict[str, str] = {}
        rows = self.ask(
            "select case_id, kind from decision where kind <> 'returned' or interview_id is null"
            " order by case_id, number"
        )
        for case, kind in rows:
            if kinds.get(case) == "withdrawn":
                continue
            if kind == "returned" or (kind == "not_covered" and kinds.get(case) == "covered"):
                kinds.pop(case, None)
            elif kind in PRECEDENCE:
                kinds[case] = kind
        return kinds

    @cached_property
    def outcome(self) -> dict[str, str | None]:
        """The outcome of every case."""
        return {case: self._outcome(case, self.decided.get(case)) for case in self.unit_of}

    def _outcome(self, case: str, decided: str | None) -> str | None:
        noted = list(self._noted[case])
        if case in self._whole and "no_service" not in noted:
            noted = [one for one in noted if one not in OF_CALLS] + ["complete"]
        strongest = [one for one in PRECEDENCE if one in noted or one == decided]
        reached = [one for one in noted if one in REACHED]
        return (strongest[:1] or reached[-1:] or noted[-1:] or [None])[0]

    @cached_property
    def _noted(self) -> dict[str, list[str]]:
        noted: dict[str, list[str]] = {case: [] for case in self.unit_of}
        calls = "select case_id, outcome from call_attempt where outcome is not null"
        for case, outcome in self.ask(f"{calls} order by case_id, number"):
            noted[case].append(outcome)
        return noted

    @cached_property
    def _whole(self) -> set[str]:
        """The cases whose interview is whole, or was so once and is open again."""
        whole = "select case_id from interview where id in (select interview_id from revision)"
        return {case for (case,) in self.ask(whole)}

    @cached_property
    def listed(self) -> set[str]:
        """The units with a service on the public list: reviewed, allowed, with those confirmed."""
        allowed = {
            unit
            for (unit,) in self.ask(
                "select unit_id from finished where class = 'service' and decided is not null"
                " and json_extract(document, '$.closing.publish') = 'yes'"
            )
        }
        covered = self.ask(
            "select d.case_id, o.unit_id from decision d join survey_case o on o.id = d.by_case_id"
            " where d.kind = 'covered' order by d.number"
        )
        by = {case: unit for case, unit in covered if self.decided.get(case) == "covered"}
        return allowed | {self.unit_of[case] for case, unit in by.items() if unit in allowed}

    @cached_property
    def finding(self) -> dict[str, str]:
        """What every unit has, as far as we know."""
        found = dict(self.ask("select case_id, class from finished"))
        covered = {
            case: "covered"
            for case, kind in self.decided.items()
            if kind == "covered" and found.get(case) != "service"
        }
        return {self.unit_of[case]: one for case, one in (found | covered).items()}

    @cached_property
    def claim(self) -> dict[str, str]:
        """What every unit said of itself in phase one, as far as it said anything."""
        return dict(
            self.ask(
                "select unit_id, case when offers = 'nei' then 'none'"
                " when organisation in ('senter', 'koordinator') then 'service'"
                " when organisation is not null then 'offers_only' end as claim"
                f" from ({FORMS}) join survey_case on id = case_id where claim is not null"
            )
        )

    @cached_property
    def group(self) -> dict[str, str]:
        """AAPOR's group of every unit."""
        return {unit: self._group(case, unit) for case, unit in self.unit_of.items()}

    def _group(self, case: str, unit: str) -> str:
        ended = self.outcome[case]
        if ended == "given_up":  # giving up overwrites no refusal
            ended = self._outcome(case, None) or ended
        if ended in {"complete", "no_service"}:
            return "I" if self.finding[unit] in self.interviewed else "NE"
        letter = next(letter for letter, outcomes in LETTERS.items() if ended in outcomes)
        # Somebody who has promised to talk with us has not refused.
        return "O" if letter == "R" and ended not in FINAL and case in self._promised else letter

    @cached_property
    def _promised(self) -> set[str]:
        return {
            case for (case,) in self.ask("select case_id from appointment where closed_at is null")
        }
