"""Contacts, and the forms of an earlier phase, that are read from files.

An import is worked out as a plan, which a preview shows and an import carries out; so they cannot
differ. All of it is stored or none, and what is known already is not stored again: reading the
same file twice changes nothing.  Where a respondent has withdrawn, no file brings a person back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import Insert, delete, select, update
from sqlmodel import Session, col

from db.claim_forms import claim_forms_in
from db.contact_plans import SAID, plan_contacts
from db.database import Database
from db.problems import NotFound
from db.records import Changes, ImportCount
from db.rows import changed, records, row_of
from db.statements import (
    dialect_of,
    execute,
    fetch,
    once,
    reads_of,
    select_contacts,
    survey_of,
    upsert,
)
from db.tables import (
    CaseRow,
    ClaimFormRow,
    ContactRow,
    CoveredRow,
    DecisionRow,
    Row,
)
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import ContactPoint
from schemas.calls.contact_rows import ContactLine
from schemas.review.claim_contacts import contact_on
from schemas.review.claim_forms import ClaimForm
from schemas.review.decisions import DecisionKind
from schemas.review.earlier_phase import EarlierPhase
from schemas.surveys.survey import Survey

FROM_CLAIM_FORM = "claim_form"
"""Who proposed that a case may be covered: as the forms change, so do these proposals."""


Pair: TypeAlias = tuple[UUID, UUID]
"""A case that may be covered, and the case that may cover it."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What an import would store: forms by case, new contacts by their id and case, what is said
    now of known ones, and who may be covered by whom, and may no longer.
    """

    changes: Changes
    forms: tuple[tuple[UUID, ClaimForm], ...] = ()
    contacts: tuple[tuple[UUID, UUID, ContactLine], ...] = ()
    corrected: Mapping[UUID, ContactLine] = field(default_factory=dict)
    covered: tuple[Pair, ...] = ()
    uncovered: tuple[Pair, ...] = ()


# ── Verbs ────────────────────────────────────────────────────────────────────────────────────────


def preview_claim_forms(db: Database, rows: Iterable[ClaimForm]) -> Changes:
    """What `apply_claim_forms` would change. Raises NotFound."""
    with db.read() as session:
        return _plan_forms(session, tuple(rows)).changes


def apply_claim_forms(db: Database, rows: Iterable[ClaimForm], at: datetime) -> Changes:
    """Store the forms of an earlier phase with the contacts they name; what was new or changed.

    Partners become possibly covered by the unit that answered; a unit that said no, or did not
    answer itself, becomes possibly covered by its partners.
    Raises NotFound.
    """
    with db.write() as session:
        plan = _plan_forms(session, tuple(rows))
        _carry_out(session, plan, at)
    return plan.changes


def preview_contacts(db: Database, rows: Iterable[ContactLine]) -> Changes:
    """What `apply_contacts` would change. Raises NotFound."""
    with db.read() as session:
        return _plan_contacts(session, _case_ids(session), rows).changes


def apply_contacts(db: Database, rows: Iterable[ContactLine], at: datetime) -> Changes:
    """Store contact points; whoever is known already, from wherever, stays as noted.

    A list that says something else of whom it named before corrects what is noted, for what was
    dialled stays with the calls.  Raises NotFound.
    """
    with db.write() as session:
        plan = _plan_contacts(session, _case_ids(session), rows)
        _carry_out(session, plan, at)
    return plan.changes


# ── Forms ────────────────────────────────────────────────────────────────────────────────────────


def _plan_forms(session: Session, rows: tuple[ClaimForm, ...]) -> _Plan:
    cases, left_alone = _case_ids(session), _withdrawn(session)
    earlier, known = _earlier(session), claim_forms_in(reads_of(session))
    told = {
        row.unit_id: _without_persons(row) if row.unit_id in left_alone else row for row in rows
    }
    new = tuple(unit for unit in told if unit not in known)
    again = {unit: _is_same(told[unit], known[unit]) for unit in told if unit in known}
    same = tuple(unit for unit, is_same in again.items() if is_same)
    changed = tuple(unit for unit, is_same in again.items() if not is_same)
    departments = survey_of(session).departments
    named = (contact_on(row, departments, earlier.form.source) for row in told.values())
    who = _plan_contacts(session, cases, (one for one in named if one))
    whole = {**known, **told}
    covered, more, fewer = _plan_covered(session, earlier, cases, whole.values())
    return _Plan(
        Changes(
            ImportCount(new, changed, same),
            who.changes.contacts,
            covered,
            tuple(row.unit_id for row in rows if row != told[row.unit_id]),
            who.changes.corrections,
        ),
        tuple((_case(cases, unit), told[unit]) for unit in (*new, *changed)),
        who.contacts,
        who.corrected,
        more,
        fewer,
    )


def _withdrawn(session: Session) -> set[str]:
    """The units whose respondent has withdrawn."""
    cases = select(col(CaseRow.unit_id)).join(
        DecisionRow, col(DecisionRow.case_id) == col(CaseRow.id)
    )
    gone = cases.where(col(DecisionRow.kind) == DecisionKind.withdrawn)
    return {row.unit_id for row in fetch(session, gone)}


def _without_persons(row: ClaimForm) -> ClaimForm:
    """What the unit answered, without whom to call and without its own words."""
    return ClaimForm(row.unit_id, row.answered_on, row.answers, row.partners)


def _earlier(session: Session) -> EarlierPhase:
    earlier = survey_of(session).earlier
    assert earlier, "only a survey with an earlier phase has forms"
    return earlier


def _is_same(told: ClaimForm, known: ClaimForm) -> bool:
    # Whom to call is not part of the stored form.
    return replace(_without_persons(told), comment=told.comment) == known


def _case_ids(session: Session) -> dict[str, UUID]:
    cases = select(col(CaseRow.unit_id), col(CaseRow.id))
    return {row.unit_id: row.id for row in fetch(session, cases)}


def _case(cases: dict[str, UUID], unit_id: str) -> UUID:
    if unit_id not in cases:
        raise NotFound("saken")
    return cases[unit_id]


# ── Contacts ─────────────────────────────────────────────────────────────────────────────────────


def _plan_contacts(session: Session, cases: dict[str, UUID], rows: Iterable[ContactLine]) -> _Plan:
    left_alone, named = _withdrawn(session), tuple(rows)
    kept = [row for row in named if row.unit_id not in left_alone]
    ours = {row.unit_id: _case(cases, row.unit_id) for row in kept}
    plan = plan_contacts(kept, ours, _known_contacts(session) if kept else {})
    count = ImportCount(tuple(plan.new), tuple(plan.changed), tuple(plan.unchanged))
    withheld = tuple(row.unit_id for row in named if row.unit_id in left_alone)
    changes = Changes(contacts=count, withheld=withheld, corrections=tuple(plan.corrections))
    return _Plan(changes, contacts=tuple(plan.contacts), corrected=plan.values)


def _known_contacts(session: Session) -> dict[UUID, list[ContactPoint]]:
    known: dict[UUID, list[ContactPoint]] = defaultdict(list)
    for one in records(session, ContactPoint, select_contacts()):
        known[one.case_id].append(one)
    return known


# ── Who may be covered by whom ───────────────────────────────────────────────────────────────────


def _plan_covered(
    session: Session,
    earlier: EarlierPhase,
    cases: dict[str, UUID],
    whole: Collection[ClaimForm],
) -> tuple[ImportCount, tuple[Pair, ...], tuple[Pair, ...]]:
    units = {id: unit for unit, id in cases.items()}
    ours = select(CoveredRow).where(col(CoveredRow.source) == FROM_CLAIM_FORM)
    known = {(row.case_id, row.by_case_id) for row in fetch(session, ours)}
    pairs = (pair for form in whole for pair in _pairs(earlier, form))
    wanted = {(_case(cases, unit), _case(cases, by)): None for unit, by in pairs}
    more = [pair for pair in wanted if pair not in known]
    fewer = sorted(known - wanted.keys(), key=lambda pair: units[pair[0]])
    count = ImportCount(
        new=tuple(units[one] for one, _ in more),
        unchanged=tuple(units[one] for one, by in wanted if (one, by) in known),
        gone=tuple(units[one] for one, _ in fewer),
    )
    return count, tuple(more), tuple(fewer)


def _pairs(earlier: EarlierPhase, form: ClaimForm) -> Iterator[tuple[str, str]]:
    """Units, and who may cover them: whoever answered without saying no covers its partners."""
    covers = form.is_respondent and earlier.claim_of(form.answers) is not earlier.nothing
    for partner in form.partners:
        if partner != form.unit_id:
            yield (partner, form.unit_id) if covers else (form.unit_id, partner)


# ── Carrying it out ──────────────────────────────────────────────────────────────────────────────


def _carry_out(session: Session, plan: _Plan, at: datetime) -> None:
    dialect, survey = dialect_of(session), survey_of(session)
    columns = [name for name in ClaimFormRow.model_fields if name != "case_id"]
    _store(session, upsert(dialect, ClaimFormRow, "case_id", columns), _forms(survey, plan, at))
    _store(session, once(dialect, ContactRow), _contacts(survey, plan, at))
    _store(session, once(dialect, CoveredRow), _proposals(survey, plan))
    for id, line in plan.corrected.items():
        values = {name: getattr(line, name) for name in ("department", *SAID)}
        said = changed(survey, ContactRow, **values)
        execute(session, update(ContactRow).where(col(ContactRow.id) == id).values(said))
    for case_id, by in plan.uncovered:
        same = (col(CoveredRow.case_id) == case_id) & (col(CoveredRow.by_case_id) == by)
        ours = col(CoveredRow.source) == FROM_CLAIM_FORM
        execute(session, delete(CoveredRow).where(same, ours))


def _store(session: Session, statement: Insert, rows: Iterable[Row]) -> None:
    if values := [row.values() for row in rows]:
        session.connection().execute(statement, values)


def _forms(survey: Survey, plan: _Plan, at: datetime) -> Iterator[ClaimFormRow]:
    for case_id, form in plan.forms:
        yield row_of(survey, ClaimFormRow, form, case_id=case_id, imported_at=at)


def _contacts(survey: Survey, plan: _Plan, at: datetime) -> Iterator[ContactRow]:
    """Contacts are listed by age: a microsecond each keeps them in the file's order."""
    for nth, (id, case_id, line) in enumerate(plan.contacts):
        age, knows = at + timedelta(microseconds=nth), Knowledge.unknown
        yield row_of(survey, ContactRow, line, id=id, case_id=case_id, knows=knows, created_at=age)


def _proposals(survey: Survey, plan: _Plan) -> Iterator[CoveredRow]:
    for case_id, by in plan.covered:
        yield row_of(survey, CoveredRow, case_id=case_id, by_case_id=by, source=FROM_CLAIM_FORM)
