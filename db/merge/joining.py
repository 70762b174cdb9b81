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
from db.merge.sides import NEVER, Key, Rows, Side, Told, by_column, canonical
from db.statements import referring_to
from db.tables import InterviewerRow
from db.withdrawal import BLANKED, UNDECIDED
from schemas.review.decisions import DecisionKind

NUMBERED: Final = {
    "call_attempt": "started_at",
    "redirect": "at",
    "undone": "at",
    "decision": "at",
    "assignment": "at",
    "case_note": "at",
}
"""Tables whose rows are numbered within their case, and when they happened."""

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
        self._join_cases()
        self._close_appointments()
        self._erase()
        self._number()
        self._join_people()
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

    # ── Cases ────────────────────────────────────────────────────────────────────────────────────

    def _join_cases(self) -> None:
        """Who holds a case is told here alone; whoever had it in the file has given it back."""
        decided = by_column(self._rows[DECIDED], "case_id")
        before = by_column(self._mine.rows[DECIDED], "case_id")
        theirs = self._theirs.rows["survey_case"]
        for key, mine in self._mine.rows["survey_case"].items():
            case = dict(mine)
            if key in theirs:
                rang = filter(None, (mine["rang_back_at"], theirs[key]["rang_back_at"]))
                case["rang_back_at"] = max(rang, default=None)
                if self._is_back(case):
                    case |= {"held_by": None, "lease_expires_at": None}
            if key in self._gone:
                case |= {"held_by": None, "lease_expires_at": None, "rang_back_at": None}
            if decided.get(key, {}).keys() != before.get(key, {}).keys():
                case |= _returned(decided.get(key, {}).values())
            self._rows["survey_case"][key] = case
        self._rows["unit"] = dict(self._mine.rows["unit"])

    def _is_back(self, case: Told) -> bool:
        handed = self._rows["hand_out"].get(self._theirs.part or "")
        held = (case["held_by"], case["lease_expires_at"])
        return handed is not None and held == (handed["interviewer_id"], handed["until"])

    def _close_appointments(self) -> None:
        """At most one of a case is open: the one that was made last."""
        rows = self._rows["appointment"]
        for some in by_column(rows, "case_id").values():
            still = [one for one in some.values() if one["closed_at"] is None]
            ordered = sorted(still, key=_made)
            for one in ordered[:-1]:
                moved = {"closed_at": ordered[-1]["made_at"], "closed_how": "moved"}
                rows[one["id"]] = one | moved

    def _erase(self) -> None:
        """Of whoever has withdrawn, as `db.withdrawal` does it."""
        contacts = self._rows["contact_point"]
        personal = {key for key, one in contacts.items() if not self._is_of_all(one)}
        for model, columns in BLANKED.items():
            table = str(model.__tablename__)
            for key, row in self._rows[table].items():
                if row["case_id"] in self._gone:
                    blank: Told = dict.fromkeys(columns, "")
                    if row.get("contact_id", key) in personal and "phone" in row:
                        blank["phone"] = ""
                    if table == DECIDED:
                        blank |= UNDECIDED
                    self._rows[table][key] = row | blank

    def _is_of_all(self, contact: Told) -> bool:
        """Whether it is a switchboard's, with a number that is nobody's own."""
        front = contact["department"] in self._front_line
        return bool(front and not contact["person"] and contact["phone"])

    def _join_people(self) -> None:
        """Where and when somebody sat down last is the machine's own; her name is hers.

        Whoever was made one with another here comes again only if there is more of hers.
        """
        joined, wanted = self._rows["interviewer"], self._signed()
        for key, mine in self._mine.rows["interviewer"].items():
            joined[key] = mine | {"name": joined.get(key, mine)["name"]}
        for key, theirs in self._theirs.rows["interviewer"].items():
            if key in wanted:
                joined.setdefault(key, theirs)

    def _signed(self) -> frozenset[str]:
        """Everybody who is named in any row."""
        columns = [(table.name, column.name) for table, column in referring_to(InterviewerRow)]
        return frozenset(
            row[column] for table, column in columns for row in self._rows[table].values()
        )

    # ── Numbers ──────────────────────────────────────────────────────────────────────────────────

    def _number(self) -> None:
        """Where only one side went on, its numbers stand; else they are given anew, by time."""
        for table, at in NUMBERED.items():
            sides = [by_column(one.rows[table], "case_id") for one in (self._mine, self._theirs)]
            for case, rows in by_column(self._rows[table], "case_id").items():
                same = (one[case] for one in sides if one.get(case, {}).keys() == rows.keys())
                told = next(same, None)
                ordered = sorted(rows, key=lambda key: (rows[key][at], key))
                for number, key in enumerate(ordered, 1):
                    new = told[key]["number"] if told else number
                    self._rows[table][key] = rows[key] | {"number": new}


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


def _made(appointment: Told) -> tuple[str, str]:
    return appointment["made_at"], appointment["id"]


def _returned(decisions: Iterable[Told]) -> Told:
    """What a case has in its row of being sent back, after all that was decided."""
    now: Told = {"returned_at": None, "returned_by": None, "returned_question": None}
    nothing = dict(now)
    for one in sorted(decisions, key=lambda one: (one["at"], one["id"])):
        kind = DecisionKind[one["kind"]]
        if kind is DecisionKind.returned:
            now = dict(zip(now, (one["at"], one["decided_by"], one["reason"]), strict=True))
        elif kind.outcome or one["klass"] or kind is DecisionKind.discarded:
            now = nothing
    return now
