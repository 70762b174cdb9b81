"""What two databases said differently about a case: listed, looked at, and settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session, col

from db.database import Database
from db.merge.interview_versions import InterviewVersion, aside_in, versions_in
from db.merge.sides import Side, from_data, merged_tables, read_side
from db.problems import CaseChanged, NotFound
from db.records import ConflictKind, Signed
from db.statements import execute, fetch
from db.tables import CaseRow, ConflictRow, HandOutRow, InterviewerRow
from schemas.review.decisions import DecisionKind


@dataclass(frozen=True, slots=True)
class ConflictAnswer:
    """A question that two interviews have different answers to: here, and in the other one."""

    question: str
    item: int | None
    here: Any
    there: Any


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A case about which two databases say different things.

    Of two interviews: the one that is `standing`, the `others`, and what is different in each of
    them; or it `is_one_interview` that was changed, or decided about, in two places.  `names` are
    those whom it was handed out to, and when; `decided` is what was, by whom.
    """

    case_id: UUID
    unit_id: str
    kind: ConflictKind
    found_at: datetime
    settled_at: datetime | None
    standing: UUID | None = None
    others: tuple[UUID, ...] = ()
    different: tuple[tuple[ConflictAnswer, ...], ...] = ()
    names: tuple[tuple[str, datetime], ...] = ()
    decided: tuple[tuple[DecisionKind, str, datetime], ...] = ()
    is_one_interview: bool = False


def in_conflict(db: Database) -> frozenset[UUID]:
    """The cases about which there is something that nobody has settled."""
    unsettled = select(col(ConflictRow.case_id)).where(col(ConflictRow.settled_at).is_(None))
    with db.read() as session:
        return frozenset(row.case_id for row in fetch(session, unsettled))


def conflicts(
    db: Database, *, settled: bool = False, case_id: UUID | None = None
) -> list[MergeConflict]:
    """Those that nobody has settled, or those that somebody has, by unit number; of one case."""
    with db.read() as session:
        rows = fetch(session, _listed(settled, case_id))
        if not rows:
            return []
        side = read_side(session)
        people = {row.id: row.name for row in fetch(session, select(InterviewerRow))}
        handed = {row.id: row for row in fetch(session, select(HandOutRow))}
        standing = {UUID(one.about[0]): one for one in versions_in(side)}
    found = []
    for row in rows:
        about = {name: getattr(row, name) for name in ("case_id", "unit_id", "kind", "found_at")}
        about["settled_at"] = row.settled_at
        match row.kind:
            case "interviews":
                about |= _interviews(standing.get(row.case_id), aside_in(row.content))
            case "handed_out":
                outs = (handed[UUID(id)] for id in row.content)
                about["names"] = tuple((people[one.interviewer_id], one.at) for one in outs)
            case _:
                about["decided"] = tuple(_decided(side, people, row))
        found.append(MergeConflict(**about))
    return found


def _listed(settled: bool, case_id: UUID | None = None) -> Any:
    is_settled = col(ConflictRow.settled_at).is_not(None)
    listed = select(ConflictRow, col(CaseRow.unit_id)).join(
        CaseRow, col(ConflictRow.case_id) == col(CaseRow.id)
    )
    listed = listed.where(is_settled if settled else ~is_settled)
    if case_id is not None:
        listed = listed.where(col(ConflictRow.case_id) == case_id)
    return listed.order_by(col(CaseRow.unit_id), col(ConflictRow.kind))


def _interviews(standing: InterviewVersion | None, aside: list[InterviewVersion]) -> dict[str, Any]:
    here = standing.answers if standing else {}
    return {
        "standing": standing and standing.id,
        "others": tuple(one.id for one in aside),
        "different": tuple(tuple(_different(here, one.answers)) for one in aside),
        "is_one_interview": all(standing and standing.is_beside(one) for one in aside),
    }


def _different(here: Mapping[Any, Any], there: Mapping[Any, Any]) -> Iterator[ConflictAnswer]:
    for question, item in dict.fromkeys([*here, *there]):
        said = here.get((question, item)), there.get((question, item))
        if said[0] != said[1]:
            yield ConflictAnswer(question, item, *said)


def _decided(
    side: Side, people: Mapping[UUID, str], row: Any
) -> Iterator[tuple[DecisionKind, str, datetime]]:
    """What was decided, in its order; also with an interview that was set aside."""
    beside = side.rows["conflict"].get(f"{row.case_id.hex}/interviews")
    known = [side.rows["decision"]]
    known += [one.rows.get("decision", {}) for one in aside_in(beside["content"] if beside else [])]
    made = {id: one for rows in known for id, one in rows.items() if id in row.content}
    for one in sorted(made.values(), key=lambda one: str(one["at"])):
        at = datetime.fromisoformat(one["at"])
        yield DecisionKind[one["kind"]], people[UUID(one["decided_by"])], at


def settle(
    db: Database, found: Iterable[MergeConflict], signed: Signed, *, instead: int = 0
) -> None:
    """Somebody has looked: what stands is right, or so many of the other interviews `instead`.

    It is all or nothing, and once, if it is sent again.  Raises NotFound, and CaseChanged where it
    is not as it was `found`.
    """
    with db.write() as session:
        for one in found:
            if fetch(session, _settled_by(one, signed)):
                continue
            if instead and one.kind == "interviews":
                _exchange(session, one, instead)
            done = {"settled_at": signed.at, "settled_by": signed.by}
            still = _this(one) & col(ConflictRow.settled_at).is_(None)
            if not execute(session, update(ConflictRow).where(still).values(**done)):
                raise CaseChanged


def _this(one: MergeConflict) -> Any:
    return (col(ConflictRow.case_id) == one.case_id) & (col(ConflictRow.kind) == one.kind)


def _settled_by(one: MergeConflict, signed: Signed) -> Any:
    by = (col(ConflictRow.settled_by) == signed.by) & (col(ConflictRow.settled_at) == signed.at)
    return select(col(ConflictRow.case_id)).where(_this(one), by)


def _exchange(session: Session, conflict: MergeConflict, instead: int) -> None:
    """One of the interviews that were set aside, whole, and the one that stood set aside."""
    side = read_side(session)
    row = side.rows["conflict"].get(f"{conflict.case_id.hex}/{conflict.kind}")
    aside = aside_in(row["content"]) if row else []
    of_case = (one for one in versions_in(side) if one.about[0] == conflict.case_id.hex)
    standing = next(of_case, None)
    if standing is None or not 1 <= instead <= len(conflict.others):
        raise NotFound("intervjuet")
    if _interviews(standing, aside)["different"] != conflict.different:
        raise CaseChanged
    chosen = aside[instead - 1]
    kept = [standing, *(one for one in aside if one is not chosen)]
    for table in reversed(list(merged_tables())):
        for key in standing.rows.get(table.name, ()):
            where = from_data(table, standing.rows[table.name][key])
            named = (column == where[column.name] for column in table.primary_key)
            session.connection().execute(delete(table).where(*named))
    for table in merged_tables():
        if rows := chosen.rows.get(table.name):
            session.connection().execute(
                insert(table), [from_data(table, one) for one in rows.values()]
            )
    content = [one.stored for one in sorted(kept, key=lambda one: one.rank)]
    execute(session, update(ConflictRow).where(_this(conflict)).values(content=content))
