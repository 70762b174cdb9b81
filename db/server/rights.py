"""Roles on a PostgreSQL server, and what each of them may do: as statements for the owner to run.

A login is given one of the roles, and is a person from then on: whoever is signed anywhere is
whoever has logged in.  The server sees to it, so it holds for any other program as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from sqlalchemy import Connection

from db.server.functions import (
    COORDINATORS,
    FENCED,
    FUNCTIONS,
    INTERVIEWERS,
    KEPT,
    ME,
    PINNED,
    RANG,
    READERS,
    ROLES,
)
from db.statements import table_of
from db.tables import (
    AnswerRow,
    AppointmentRow,
    AssignmentRow,
    AttemptRow,
    CaseNoteRow,
    CaseRow,
    CodebookRow,
    CodingRow,
    ConfirmationRow,
    ConflictRow,
    ContactBeforeRow,
    ContactRow,
    CoveredRow,
    DecisionRow,
    ErasureRow,
    InterviewerRow,
    InterviewRow,
    OpenCodeRow,
    OpeningRow,
    PersonAnswerRow,
    PersonRevisionRow,
    PlaceRow,
    RedirectRow,
    RetentionRow,
    RevealRow,
    RevisionRow,
    Row,
    SummaryRow,
    TrailRow,
    UndoneRow,
)
from db.trail.on_server import TOLD
from schemas.calls.ranking.lanes import SETTLED
from schemas.surveys.survey import Survey

SIGNED: Final[Mapping[type[Row], str]] = MappingProxyType(
    {
        AnswerRow: "interviewer_id",
        AppointmentRow: "made_by",
        AssignmentRow: "given_by",
        AttemptRow: "interviewer_id",
        CaseNoteRow: "written_by",
        CodingRow: "coded_by",
        ConfirmationRow: "interviewer_id",
        DecisionRow: "decided_by",
        ErasureRow: "erased_by",
        InterviewRow: "started_by",
        OpenCodeRow: "said_by",
        OpeningRow: "read_by",
        RetentionRow: "said_by",
        RevealRow: "interviewer_id",
        RevisionRow: "completed_by",
        UndoneRow: "undone_by",
    }
)
"""Who did it stands in this column, and is whoever has logged in."""

BY_COORDINATORS: Final = frozenset({CodingRow, DecisionRow, ErasureRow, OpenCodeRow, RetentionRow})
"""What only a coordinator signs."""


def _but(model: type[Row], *fixed: str) -> str:
    """All columns of a table but those that nobody changes."""
    return ", ".join(one.name for one in table_of(model).columns if one.name not in fixed)


WRITES: Final[Mapping[type[Row], tuple[str, str]]] = MappingProxyType(
    {
        AnswerRow: ("INSERT", "informant_id, attempt_id"),
        AppointmentRow: ("INSERT", "contact_id, closed_at, closed_how"),
        AttemptRow: ("INSERT", "contact_id, ended_at, end_unknown, outcome, note, seconds"),
        CaseNoteRow: ("INSERT", ""),
        CaseRow: ("", "held_by, lease_token, lease_expires_at, rang_back_at, returned_at,"
                  " returned_by, returned_question"),
        CodebookRow: ("INSERT", ""),
        ConfirmationRow: ("INSERT", ""),
        ContactBeforeRow: ("INSERT", "contact_id"),
        ContactRow: ("INSERT", _but(ContactRow, "id", "case_id", "created_at")),
        CoveredRow: ("INSERT", ""),
        InterviewRow: ("INSERT", "version, fingerprint, language, open, reopened_at, reopened_by,"
                       " steps_back"),
        InterviewerRow: ("INSERT", "name, seat, seated_at"),
        OpeningRow: ("INSERT", ""),
        PersonAnswerRow: ("INSERT", ""),
        PersonRevisionRow: ("INSERT", ""),
        PlaceRow: ("INSERT, DELETE", "question, item, draft, at, answers, others"),
        RedirectRow: ("INSERT", "from_id, to_id"),
        RevealRow: ("INSERT", "reason, note, at"),
        RevisionRow: ("INSERT", ""),
        SummaryRow: ("INSERT", "unit_id, lane, attempts, given_to, state"),
        UndoneRow: ("INSERT", ""),
    }
)  # fmt: skip
"""What interviewers may do with a table: in general, and which columns they may change."""

HIDDEN: Final = frozenset({PersonRevisionRow, TrailRow})
"""What interviewers do not read: who answered an interview that is complete, and private notes."""

HELD: Final = f"case_id IN (SELECT id FROM survey_case WHERE held_by = {ME})"

_OF_HERS: Final = f"EXISTS (SELECT FROM interview AS i WHERE i.id = interview_id AND {HELD})"
"""Of an interview of a case that she holds."""

_APART: Final = PersonAnswerRow.__tablename__

_SETTLED: Final = ", ".join(f"'{one.value}'" for one in SETTLED)

NEEDED: Final = f"""case_id NOT IN (
    SELECT case_id FROM case_summary WHERE lane IN ({_SETTLED})
) OR case_id IN (
    SELECT id FROM survey_case
    WHERE held_by = {ME} OR {RANG}
)"""
"""That somebody is to be called in the case, or has just rung, or she holds it."""

_ROLE: Final = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN
        CREATE ROLE {role} NOLOGIN;
    END IF;
END $$"""


def prepare(connection: Connection, survey: Survey) -> None:
    """Give the roles what they need, and nobody else anything; again, it changes nothing."""
    for statement in statements(survey):
        connection.exec_driver_sql(statement)


def is_prepared(connection: Connection) -> bool:
    """Whether the server knows who may do what here."""
    known = "SELECT 1 FROM pg_policies WHERE schemaname = current_schema() LIMIT 1"
    return connection.exec_driver_sql(known).first() is not None


def may_decide(connection: Connection) -> bool:
    """Whether whoever has logged in is a coordinator, or owns the database."""
    if not is_prepared(connection):
        return True
    member = f"SELECT pg_has_role(session_user, '{COORDINATORS}', 'MEMBER')"
    return bool(connection.exec_driver_sql(member).scalar())


def statements(survey: Survey) -> Iterator[str]:
    """All that an administrator needs to run, as the owner of the database."""
    for role in ROLES:
        yield _ROLE.format(role=role).strip()
    yield PINNED.strip()
    for function in FUNCTIONS:
        yield function.strip()
    yield FENCED.strip()
    yield f"GRANT EXECUTE ON FUNCTION ringerunde_is_called(text) TO {INTERVIEWERS}"
    yield f"GRANT EXECUTE ON FUNCTION ringerunde_works_as() TO {_all()}"
    yield f"GRANT EXECUTE ON FUNCTION answers_so_far(uuid) TO {INTERVIEWERS}, {COORDINATORS}"
    yield f"GRANT EXECUTE ON FUNCTION {ME} TO {_all()}"
    for table in Row.metadata.sorted_tables:
        yield f"REVOKE ALL ON {table.name} FROM PUBLIC, {_all()}"
    yield f"GRANT SELECT ON alembic_version TO {_all()}"
    yield f"GRANT SELECT ON {TOLD.name} TO {_all()}"
    yield f"GRANT EXECUTE ON FUNCTION trail_login(text) TO {_all()}"
    yield f"GRANT EXECUTE ON FUNCTION trail_note(text, text), trail_forget(text) TO {COORDINATORS}"
    yield from _coordinators()
    yield from _interviewers(survey)
    yield from _readers()
    yield from _row_by_row(survey)


def _all() -> str:
    return ", ".join(ROLES)


def _coordinators() -> Iterator[str]:
    for table in Row.metadata.sorted_tables:
        may = "SELECT" if table is table_of(TrailRow) else "SELECT, INSERT, UPDATE, DELETE"
        yield f"GRANT {may} ON {table.name} TO {COORDINATORS}"


def _interviewers(survey: Survey) -> Iterator[str]:
    for model in Row.__subclasses__():
        table = table_of(model)
        if model not in HIDDEN:
            yield f"GRANT SELECT ON {table.name} TO {INTERVIEWERS}"
        general, columns = WRITES.get(model, ("", ""))
        may = [*([general] if general else []), *([f"UPDATE ({columns})"] if columns else [])]
        if may:
            yield f"GRANT {', '.join(may)} ON {table.name} TO {INTERVIEWERS}"
    yield f"GRANT DELETE ON call_attempt TO {INTERVIEWERS}"
    if survey.interviewers_take:
        yield f"GRANT INSERT ON {table_of(AssignmentRow).name} TO {INTERVIEWERS}"


def _readers() -> Iterator[str]:
    """Figures and the register: no person, no number, and nothing in free text."""
    for model in (CodebookRow, CaseRow, SummaryRow, InterviewRow):
        yield f"GRANT SELECT ON {table_of(model).name} TO {READERS}"
    for name in ("survey", "unit"):
        yield f"GRANT SELECT ON {name} TO {READERS}"
    calls = "id, case_id, number, interviewer_id, started_at, ended_at, end_unknown, outcome"
    yield f"GRANT SELECT ({calls}) ON call_attempt TO {READERS}"
    yield f"GRANT SELECT (id, case_id, number, kind, klass, at) ON decision TO {READERS}"


# ── Row by row ───────────────────────────────────────────────────────────────────────────────────


def _row_by_row(survey: Survey) -> Iterator[str]:
    for model in Row.__subclasses__():
        if model is TrailRow:
            continue
        name = table_of(model).name
        yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
        yield from _policy(name, "readers", "SELECT", READERS, "USING (true)")
        yield from _policy(name, "seen", "SELECT", INTERVIEWERS, f"USING ({_seen(model, survey)})")
        yield from _policy(name, "changed", "UPDATE", INTERVIEWERS, _changed(model))
        mine = _mine(model)
        yield from _policy(name, "added", "INSERT", INTERVIEWERS, f"WITH CHECK ({mine})")
        gone = f"{mine} AND ended_at IS NULL" if model is AttemptRow else mine
        yield from _policy(name, "gone", "DELETE", INTERVIEWERS, f"USING ({gone})")
        yield from _policy(name, "decided", "ALL", COORDINATORS, "USING (true)")
        if model in BY_COORDINATORS:  # what others have signed, is erased by any of them
            signer = SIGNED[model]
            hers = f"WITH CHECK ({signer} = {ME})"
            yield from _policy(name, "signed", "INSERT", COORDINATORS, hers, "RESTRICTIVE")
            yield from _kept(name, COORDINATORS, "signed_kept", signer, signer)
    yield from _kept(table_of(CaseRow).name, INTERVIEWERS, "case_kept")
    for model, columns in KEPT.items():
        yield from _kept(table_of(model).name, INTERVIEWERS, "signed_kept", *columns)


def _kept(table: str, role: str, name: str, *told: str) -> Iterator[str]:
    said = ", ".join(f"'{one}'" for one in told)
    yield f"DROP TRIGGER IF EXISTS ringerunde_{name} ON {table}"
    yield (
        f"CREATE TRIGGER ringerunde_{name} BEFORE UPDATE ON {table} FOR EACH ROW"
        f" WHEN (ringerunde_works_as() = '{role}') EXECUTE FUNCTION ringerunde_{name}({said})"
    )


def _policy(
    table: str, name: str, verb: str, role: str, rule: str, kind: str = "PERMISSIVE"
) -> Iterator[str]:
    yield f"DROP POLICY IF EXISTS ringerunde_{name} ON {table}"
    yield f"CREATE POLICY ringerunde_{name} ON {table} AS {kind} FOR {verb} TO {role} {rule}"


def _seen(model: type[Row], survey: Survey) -> str:
    """What an interviewer sees of a table: all but the private notes of others, whom others reached
    in cases that are settled, interviews that were set aside, who answered in cases that she does
    not hold, and who has told a coordinator since what may be published.
    """
    if model in {ContactRow, ContactBeforeRow}:
        return NEEDED
    if model is AttemptRow:
        return f"interviewer_id = {ME} OR {NEEDED}"
    if model in {ConflictRow, *HIDDEN}:
        return "false"
    if model is PlaceRow:
        return _OF_HERS
    if model is DecisionRow:
        return "consent_how IS NULL"
    if model is PersonAnswerRow:  # and of those, the answers that she may see
        return f"{_OF_HERS} AND EXISTS (SELECT FROM answer_entry AS a WHERE a.id = {_APART}.id)"
    if model is not AnswerRow:
        return "true"
    asked = survey.questionnaire.by_id.values()
    private = _listed(one.id for one in asked if one.private)
    personal = _listed(one.id for one in asked if one.personal)
    needed = f"EXISTS (SELECT FROM interview AS i WHERE i.id = interview_id AND ({NEEDED}))"
    return (
        f"(question NOT IN ({private}) OR interviewer_id = {ME})"
        f" AND (question NOT IN ({personal}) OR {needed})"
    )


def _listed(ids: Iterable[str]) -> str:
    """Questions for a server; where there are none, one that nobody is asked."""
    return ", ".join(f"'{id}'" for id in ids) or "''"


def _mine(model: type[Row]) -> str:
    """That a new row is signed by whoever has logged in, and of a case that she holds."""
    signed = [f"{SIGNED[model]} = {ME}"] if model in SIGNED else []
    if model is InterviewerRow:
        signed = ["seat = session_user AND ringerunde_is_called(name)"]
    if model is PersonAnswerRow:
        mine = f"a.id = {_APART}.id AND a.interviewer_id = {ME}"
        signed = [f"EXISTS (SELECT FROM answer_entry AS a WHERE {mine})"]
    if model is PersonRevisionRow:
        mine = f"r.id = {PersonRevisionRow.__tablename__}.id AND r.completed_by = {ME}"
        signed = [f"EXISTS (SELECT FROM revision AS r WHERE {mine})"]
    if model is AssignmentRow:  # and nobody gives cases to others but a coordinator
        signed += [f"given_to = {ME}"]
    return " AND ".join(signed + _of_hers(model)) or "true"


UNHELD: Final = frozenset({AssignmentRow, CaseNoteRow, SummaryRow})
"""What is told of a case also by whoever does not hold it."""


def _of_hers(model: type[Row]) -> list[str]:
    """That a row is of a case that she holds, where it is of one."""
    columns = table_of(model).columns
    if model in UNHELD or not {"case_id", "interview_id"} & set(columns.keys()):
        return []
    return [HELD if "case_id" in columns else _OF_HERS]


def _changed(model: type[Row]) -> str:
    """Which rows an interviewer may change, and to what."""
    if model is InterviewerRow:  # she may have worked here before she got a login
        seat = "seat = session_user OR seat NOT IN (SELECT rolname FROM pg_roles)"
        called = "ringerunde_is_called(name)"
        return f"USING (({seat}) AND {called}) WITH CHECK (seat = session_user AND {called})"
    if model is SummaryRow:  # one that nobody is to be called in stays so
        hers = f"SELECT id FROM survey_case WHERE held_by = {ME} OR {RANG}"
        return f"USING (lane NOT IN ({_SETTLED}) OR case_id IN ({hers})) WITH CHECK (true)"
    hers = " AND ".join(_of_hers(model)) or "true"
    if model is AttemptRow:  # her own may have been cut off, and the case is another's by now
        hers += f" OR interviewer_id = {ME}"
    return f"USING ({hers}) WITH CHECK ({hers})"
