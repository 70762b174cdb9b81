"""What several databases have of one interview: which of it stands, and what is set aside.

An interview goes on in one place at a time.  Where it went on in two, or two were begun, one of
them stands whole, and the other is set aside whole: answers of two conversations are never mixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from uuid import UUID

from db.interviews import WITHDRAWN
from db.merge.sides import Key, Rows, Side, Told, by_column, canonical

INTERVIEW: Final = "interview"

SAID: Final = (
    *("answer_entry", "person_answer", "check_confirmation", "opening"),
    *("revision", "person_revision"),
)
"""What only grows."""

BESIDE: Final = ("claim_reveal", "place")
"""What may be changed."""

DECIDED: Final = "decision"
"""What was decided about it goes with it."""

FAMILY: Final = (INTERVIEW, *SAID, *BESIDE, DECIDED)


@dataclass(frozen=True)
class InterviewVersion:
    """An interview with all that belongs to it, and when any of that was changed last."""

    moment: str
    rows: Rows

    @cached_property
    def ids(self) -> frozenset[str]:
        """All that was said and decided."""
        return frozenset(key for table in (*SAID, DECIDED) for key in self.rows.get(table, ()))

    @cached_property
    def itself(self) -> Told:
        """The interview's own row."""
        (row,) = self.rows[INTERVIEW].values()
        return row

    @property
    def about(self) -> tuple[str, str]:
        """The case and the questionnaire: of these there is one interview."""
        return self.itself["case_id"], self.itself["questionnaire"]

    @property
    def id(self) -> UUID:
        """The interview's own id."""
        return UUID(self.itself["id"])

    @cached_property
    def answers(self) -> dict[tuple[str, int | None], Any]:
        """The answer that counts to each question."""
        given = sorted(self.rows.get("answer_entry", {}).values(), key=lambda one: int(one["seq"]))
        apart = self.rows.get("person_answer", {})
        return {(one["question"], one["item"]): apart.get(one["id"], one)["value"] for one in given}

    @cached_property
    def stored(self) -> dict[str, Any]:
        """As it is set aside."""
        return {"moment": self.moment, "rows": self.rows}

    @property
    def rank(self) -> tuple[Any, ...]:
        """What was decided on goes before what is whole, and that before what was said last."""
        revisions = self.rows.get("revision", {}).values()
        said = max((one["at"] for one in self.rows.get("answer_entry", {}).values()), default="")
        whole = bool(revisions) and not self.itself["open"]
        return bool(self.rows.get(DECIDED)), whole, said, self.moment, canonical(self.stored)

    def is_beside(self, other: InterviewVersion) -> bool:
        """Whether both have begun as one conversation: its id is the same for all of a case."""
        return bool(self.ids & other.ids)

    def within(self, other: InterviewVersion) -> bool:
        """Whether all of it is in the other, too, or it is an older state of the same."""
        if self.ids != other.ids:
            return self.ids < other.ids
        return (self.moment, canonical(self.rows)) <= (other.moment, canonical(other.rows))

    @cached_property
    def erased(self) -> InterviewVersion:
        """What is left of it when the respondent withdraws."""
        bare = {key: row | WITHDRAWN for key, row in self.rows[INTERVIEW].items()}
        kept = {INTERVIEW: bare, DECIDED: self.rows.get(DECIDED, {})}
        return InterviewVersion(self.moment, kept)


def versions_in(side: Side) -> list[InterviewVersion]:
    """Every interview of a database."""
    parts = {
        table: by_column(side.rows[table], "interview_id") for table in (*SAID, *BESIDE, DECIDED)
    }
    found = []
    for key, row in side.rows[INTERVIEW].items():
        rows = {table: some.get(key, {}) for table, some in parts.items()} | {INTERVIEW: {key: row}}
        found.append(InterviewVersion(max(side.moment(one) for one in keys_of(rows)), rows))
    return found


def keys_of(rows: Rows) -> Iterable[Key]:
    """All rows of several tables."""
    return [(table, key) for table, some in rows.items() for key in some]


def aside_in(content: Any) -> list[InterviewVersion]:
    """Interviews that were set aside."""
    return [InterviewVersion(one["moment"], one["rows"]) for one in content]


def largest(versions: Sequence[InterviewVersion]) -> list[InterviewVersion]:
    """Those that are not within another, the one to stand first."""
    kept: list[InterviewVersion] = []
    for one in sorted(versions, key=lambda one: one.rank, reverse=True):
        if not any(one.within(other) for other in kept):
            kept = [other for other in kept if not other.within(one)] + [one]
    return sorted(kept, key=lambda one: one.rank, reverse=True)
