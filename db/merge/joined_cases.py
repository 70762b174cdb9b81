"""What of cases follows from the rows that were joined: who holds one, which appointment is open,
what of whoever has withdrawn is blank, who is named, and numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from db.merge.interview_versions import DECIDED
from db.merge.sides import Rows, Side, Told, by_column, signers
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


class JoinedCases:
    """The cases of what was joined, in `rows`; of those that are `gone`, somebody has withdrawn."""

    def __init__(
        self, rows: Rows, mine: Side, theirs: Side, gone: frozenset[str], front_line: frozenset[str]
    ) -> None:
        self._rows, self._mine, self._theirs = rows, mine, theirs
        self._gone, self._front_line = gone, front_line

    def settle(self) -> None:
        """Bring them to what the joined rows say."""
        self._join_cases()
        self._close_appointments()
        self._erase()
        self._number()
        self._join_people()

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
        joined = self._rows["interviewer"]
        wanted = signers({table: rows.values() for table, rows in self._rows.items()})
        for key, mine in self._mine.rows["interviewer"].items():
            joined[key] = mine | {"name": joined.get(key, mine)["name"]}
        for key, theirs in self._theirs.rows["interviewer"].items():
            if key in wanted:
                joined.setdefault(key, theirs)

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
