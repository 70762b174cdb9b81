"""The union of what two databases say: the same whichever is first, however often it is made.

What was only ever added is in it from both sides.  Of what was changed the latest counts, and of
what cannot stand beside another, one stands and the rest is kept in a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from db.merge.interview_versions import (
    DECIDED,
    FAMILY,
    InterviewVersion,
    aside_in,
    keys_of,
    largest,
    versions_in,
)
from db.merge.joined_cases import JoinedCases
from db.merge.sides import NEVER, Key, Rows, Side, Told, by_column, canonical
from schemas.review.decisions import DecisionKind

_APART: Final = {*FAMILY, "conflict", "contact_before", "survey_case", "unit"}
"""Tables that are not just a row here or there; decisions are both."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What both say, when each row of it was changed, and which cases were looked at."""

    rows: Rows
    moments: Mapping[Key, str]


class Joining:
    """The union of one database with another one, whose cases must be here."""

    def __init__(self, mine: Side, theirs: Side, front_line: frozenset[str], at: str) -> None:
        self._mine, self._theirs, self._at = mine, theirs, at
        self._front_line = front_line
        self._rows: Rows = {table: {} for table in mine.rows}
        self._moments: dict[Key, str] = {}
        self._cases = theirs.rows["survey_case"].keys()

    def joined(self) -> Joined:
        """All of it."""
        for table in self._rows.keys() - _APART:
            self._join(table, self._mine.rows[table], self._theirs.rows[table])
        self._join(DECIDED, *(_of_cases(side.rows[DECIDED]) for side in (self._mine, self._theirs)))
        self._gone = self._withdrawn()
        self._join_conflicts()
        self._join_contacts_before()
        self._join_interviews()
        self._leave_out_codings()
        JoinedCases(self._rows, self._mine, self._theirs, self._gone, self._front_line).settle()
        return Joined(self._rows, self._moments)

    # ── Row by row ───────────────────────────────────────────────────────────────────────────────

    def _join(self, table: str, mine: Mapping[str, Told], theirs: Mapping[str, Told]) -> None:
        for key in mine.keys() | theirs.keys():
            told = [
                (*_state(side, table, key, rows.get(key)), rows.get(key))
                for side, rows in ((self._mine, mine), (self._theirs, theirs))
            ]
            moment, _, row = max(told, key=lambda one: one[:2])
            if row is not None:
                self._rows[table][key] = row
            self._moments[table, key] = moment

    def _withdrawn(self) -> frozenset[str]:
        decided = self._rows[DECIDED].values()
        withdrawn = DecisionKind.withdrawn.name
        return frozenset(one["case_id"] for one in decided if one["kind"] == withdrawn)

    def _join_contacts_before(self) -> None:
        """How contact points read before, each once; they are numbered within their case."""
        sides = [
            by_column(one.rows["contact_before"], "case_id") for one in (self._mine, self._theirs)
        ]
        for case in {*sides[0], *sides[1]} - self._gone:
            read = [_by_content(one.get(case, {})) for one in sides]
            union = read[0] | read[1]
            ordered = next((one for one in read if one.keys() == union.keys()), None)
            for number, name in enumerate(ordered or sorted(union), 1):
                self._rows["contact_before"][f"{case}/{number}"] = union[name] | {"number": number}

    # ── What cannot stand side by side ───────────────────────────────────────────────────────────

    def _join_conflicts(self) -> None:
        for key in self._mine.rows["conflict"].keys() | self._theirs.rows["conflict"].keys():
            mine, theirs = (one.rows["conflict"].get(key) for one in (self._mine, self._theirs))
            known = mine or theirs
            assert known is not None
            if known["kind"] == "interviews":
                continue
            both = sorted({*(mine or known)["content"], *(theirs or known)["content"]})
            self._note(known["case_id"], known["kind"], both)
        for case in self._cases:
            self._compare_decisions(case)
        for case, hand_outs in self._handed_twice():
            self._note(case, "handed_out", hand_outs)

    def _compare_decisions(self, case: str) -> None:
        """Different decisions, of which whoever made one did not know the other."""
        mine, theirs = (
            {key: one for key, one in side.rows[DECIDED].items() if one["case_id"] == case}
            for side in (self._mine, self._theirs)
        )
        here, there = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
        told, other = (
            {_meaning(mine[key]) for key in here},
            {_meaning(theirs[key]) for key in there},
        )
        if told and other and told != other:
            self._note(case, "decisions", sorted({*here, *there}))

    def _handed_twice(self) -> Iterable[tuple[str, list[str]]]:
        """Cases of the file that was handed out which were in another one at the same time."""
        part = self._theirs.part
        this = part and self._rows["hand_out"].get(part)
        if not part or not this:
            return
        for case, rows in by_column(self._rows["handed_case"], "case_id").items():
            ids = {one["hand_out_id"] for one in rows.values()}
            if part in ids:
                others = (self._rows["hand_out"][id] for id in ids - {part})
                twice = [one["id"] for one in others if _overlap(this, one)]
                if twice:
                    yield case, sorted({part, *twice})

    def _note(self, case: str, kind: str, content: list[Any]) -> None:
        """Note a conflict; one of which there is no more than before stays as it was."""
        key = f"{case}/{kind}"
        known = self._rows["conflict"].get(key) or self._mine.rows["conflict"].get(key)
        if known and kind != "interviews":
            content = sorted({*known["content"], *content})
        if known and canonical(known["content"]) == canonical(content):
            self._rows["conflict"][key] = known
            return
        self._rows["conflict"][key] = {
            "case_id": case,
            "kind": kind,
            "content": content,
            "found_at": self._at,
            "settled_at": None,
            "settled_by": None,
        }

    # ── Interviews ───────────────────────────────────────────────────────────────────────────────

    def _join_interviews(self) -> None:
        """Each with all that belongs to it, whole."""
        standing = {one.about: one for one in versions_in(self._mine)}
        told: dict[tuple[str, str], list[InterviewVersion]] = {}
        for one in (*standing.values(), *versions_in(self._theirs), *self._aside()):
            told.setdefault(one.about, []).append(one)
        aside: dict[str, list[InterviewVersion]] = {}
        for about, versions in told.items():
            if about[0] in self._gone:
                self._place(largest([one.erased for one in versions])[0])
                continue
            kept = self._as_settled(largest(versions), standing.get(about))
            self._place(kept[0])
            aside.setdefault(about[0], []).extend(kept[1:])
        for case, versions in aside.items():
            if versions:
                ordered = sorted(versions, key=lambda one: one.rank)
                self._note(case, "interviews", [one.stored for one in ordered])

    def _leave_out_codings(self) -> None:
        """Of interviews that stand no more, and of whoever has withdrawn."""
        of = {key: row["case_id"] for key, row in self._rows["interview"].items()}
        kept = {key for key, case in of.items() if case not in self._gone}
        codings = self._rows["coding"]
        self._rows["coding"] = {
            key: row for key, row in codings.items() if row["interview_id"] in kept
        }

    def _aside(self) -> Iterable[InterviewVersion]:
        for side in (self._mine, self._theirs):
            for one in side.rows["conflict"].values():
                if one["kind"] == "interviews":
                    yield from aside_in(one["content"])

    def _as_settled(
        self, versions: list[InterviewVersion], standing: InterviewVersion | None
    ) -> list[InterviewVersion]:
        """What somebody has chosen stands, as long as there is nothing new to choose from."""
        if standing is None or standing not in versions:
            return versions
        conflict = self._mine.rows["conflict"].get(f"{standing.about[0]}/interviews")
        if conflict is None or conflict["settled_at"] is None:
            return versions
        others = [one for one in versions if one != standing]
        known = {canonical(one.stored) for one in aside_in(conflict["content"])}
        same = {canonical(one.stored) for one in others} == known
        return [standing, *others] if same else versions

    def _place(self, version: InterviewVersion) -> None:
        for table, rows in version.rows.items():
            self._rows[table] |= rows
        for key in keys_of(version.rows):
            self._moments[key] = version.moment


def _state(side: Side, table: str, key: str, row: Told | None) -> tuple[str, str]:
    """What is compared of a row that is there, was there, or never was."""
    if row is not None:
        unnumbered = {name: value for name, value in row.items() if name != "number"}
        return side.moment((table, key)), canonical(unnumbered)
    return side.gone.get((table, key), NEVER), ""


def _by_content(rows: Mapping[str, Told]) -> dict[str, Told]:
    """Rows in order, by what is in them: what is said twice is there twice."""
    found: dict[str, Told] = {}
    for row in sorted(rows.values(), key=lambda one: int(one["number"])):
        said = canonical(row | {"number": None})
        nth = sum(1 for name in found if name.startswith(said))
        found[f"{said}{nth:06}"] = row
    return found


def _of_cases(decisions: Mapping[str, Told]) -> dict[str, Told]:
    """What was decided about cases themselves: the rest goes with its interview."""
    return {key: one for key, one in decisions.items() if one["interview_id"] is None}


def _meaning(decision: Told) -> tuple[Any, ...]:
    return decision["kind"], decision["klass"], decision["by_case_id"]


def _overlap(this: Told, other: Told) -> bool:
    """Whether the later of two hand-outs was made before the earlier one was back."""
    first, second = sorted((this, other), key=lambda one: (one["at"], one["id"]))
    return first["back_at"] is None or first["back_at"] > second["at"]
