"""What is read for an export: one query for each kind of row, in plain SQL, and the rows it gives.

The frozen documents stay text until a row is written: nobody should wait for us to read JSON.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple

from db.plain_sql import StoredMoment
from schemas.questionnaire.questionnaire import Questionnaire


class Finished(NamedTuple):
    """A completed interview in its latest revision; document and classification are JSON, and so is
    what was taken from the document: `persons`, and what is for the `public` once it is released.

    `interviewer` is the number of who finished it first: a coordinator who corrects it has not held
    it.  Without a `revision` it has only been begun.
    `decision` is the class that a coordinator accepted or set for this revision, `released` whether
    they have seen the text that will be published.
    """

    unit_id: str
    interview_id: str
    questionnaire: str
    version: str
    language: str
    revision: int | None
    document: str
    persons: str | None
    public: str | None
    classification: str
    completed_at: datetime | None
    interviewer: int
    interviewer_name: str
    decision: str | None
    released: bool
    told_since: bool


class RemarkRow(NamedTuple):
    """The latest entry of a question with a remark, or of a roster: `items` is then its JSON."""

    interview_id: str
    question: str
    item: int | None
    text: str
    items: str | None
    interviewer: int
    interviewer_name: str
    at: StoredMoment


class Remarked(NamedTuple):
    """What was remarked on any answer, whether it counts or not."""

    unit_id: str
    text: str


class CallRow(NamedTuple):
    """One call attempt, with the contact point that was dialled."""

    unit_id: str
    id: str
    number: int
    contact_id: str
    department: str
    department_name: str
    person: str
    phone: str
    interviewer: int
    interviewer_name: str
    started_at: StoredMoment
    ended_at: StoredMoment | None
    end_unknown: bool
    outcome: str | None
    note: str
    seconds: int | None


class Referral(NamedTuple):
    """One redirect, with both its ends; a dead end has no other."""

    unit_id: str
    id: str
    number: int
    call_id: str
    call_no: int
    how: str
    from_id: str
    from_department: str
    from_department_name: str
    from_person: str
    from_knew: str
    to_id: str | None
    to_department: str | None
    to_department_name: str | None
    to_person: str | None
    to_phone: str | None
    said: str
    at: StoredMoment


class Contact(NamedTuple):
    """One contact point."""

    unit_id: str
    id: str
    department: str
    department_name: str
    person: str
    role: str
    phone: str
    email: str
    source: str
    knows: str
    created_at: StoredMoment


class CalledDepartment(NamedTuple):
    """What the department of somebody who was called is called."""

    unit_id: str
    name: str


class RedirectedBetween(NamedTuple):
    """What the departments at both ends of a redirect are called; a dead end has no other."""

    unit_id: str
    one: str
    other: str | None


PEOPLE: Final = """\
(SELECT id, name, row_number() OVER (ORDER BY created_at, id) AS number FROM interviewer)"""
"""Everybody who has sat down, with a number: whoever came first has the first, for ever.

Joined from outside: there is somebody to every row, and SQLite would else begin with the few of
them, and sort all rows at the end.
"""


def literal(text: str) -> str:
    """A text as it stands in a query."""
    return "'" + text.replace("'", "''") + "'"


# ── Interviews ───────────────────────────────────────────────────────────────────────────────────


def finished(questionnaire: type[Questionnaire], *, contacts: bool) -> str:
    """Completed interviews by unit: of one that is open again, the last that was complete.

    Who somebody is is read only for an export with `contacts`.
    A unit has at most one of each questionnaire. To sort by more would have the documents sorted.
    """
    persons = "CAST(apart.document AS text)" if contacts else "NULL"
    return f"""
SELECT c.unit_id, CAST(i.id AS text), i.questionnaire, r.version, i.language, r.number,
       CAST(r.document AS text), {persons}, CAST(apart.public AS text),
       CAST(r.classification AS text), r.completed_at, p.number, p.name,
       ({_DECIDED}), EXISTS ({_RELEASED}), EXISTS ({_TOLD})
  FROM interview AS i JOIN survey_case AS c ON c.id = i.case_id
  JOIN revision AS r ON r.interview_id = i.id
  LEFT JOIN person_revision AS apart ON apart.id = r.id
  JOIN revision AS first ON first.interview_id = i.id AND first.number = 1
  LEFT JOIN {PEOPLE} AS p ON p.id = first.completed_by
 WHERE i.questionnaire = {literal(questionnaire.name)}
   AND r.number = (SELECT max(other.number) FROM revision AS other WHERE other.interview_id = i.id)
 ORDER BY c.unit_id"""


_OF_IT: Final = "FROM decision AS d WHERE d.interview_id = i.id"
_DECIDED: Final = f"""\
SELECT d.klass {_OF_IT} AND d.klass IS NOT NULL AND d.revision = r.number
 ORDER BY d.number DESC LIMIT 1"""
"""The latest class that a coordinator decided on for the revision at hand."""
_RELEASED: Final = f"SELECT 1 {_OF_IT} AND d.kind = 'released' AND d.revision = r.number"
"""Whether a coordinator has released the text of the revision at hand."""
_TOLD: Final = f"""\
SELECT 1 {_OF_IT} AND d.kind IN ('consented', 'declined')"""
"""What they have said of being listed, after the interview."""


def remarks(questionnaire: type[Questionnaire]) -> str:
    """The remarks that stood, and rosters' items, of completed interviews in the same order."""
    rosters = f"a.question IN ({', '.join(map(literal, questionnaire.rosters)) or 'NULL'})"
    return f"""
SELECT CAST(a.interview_id AS text), a.question, a.item, a.remark,
       CASE WHEN {rosters} THEN CAST(a.value AS text) END, p.number, p.name, a.at
  FROM answer_entry AS a JOIN interview AS i ON i.id = a.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
  JOIN ({_FROZEN}) AS frozen ON frozen.interview_id = i.id
  LEFT JOIN {PEOPLE} AS p ON p.id = a.interviewer_id
 WHERE i.questionnaire = {literal(questionnaire.name)} AND a.seq <= frozen.answers
   AND (a.remark != '' OR {rosters}) AND NOT EXISTS ({_OVERRULED})
 ORDER BY c.unit_id, a.seq"""


_FROZEN: Final = "SELECT interview_id, max(answers) AS answers FROM revision GROUP BY interview_id"
"""How many of an interview's answers its latest revision was made of."""
_OVERRULED: Final = """\
SELECT 1 FROM answer_entry AS later
 WHERE later.interview_id = a.interview_id AND later.seq > a.seq AND later.seq <= frozen.answers
   AND later.question = a.question AND coalesce(later.item, 0) = coalesce(a.item, 0)"""
"""Whether there is a later entry for the same answer that was frozen with it."""


def remarked(questionnaire: type[Questionnaire]) -> str:
    """Every remark there is, on answers of the past, too."""
    return f"""
SELECT c.unit_id, a.remark
  FROM answer_entry AS a JOIN interview AS i ON i.id = a.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
 WHERE i.questionnaire = {literal(questionnaire.name)} AND a.remark != ''"""


CODINGS: Final = f"""
SELECT k.id, k.interview_id, k.question, k.item, k.said, CAST(k.codes AS text), k.at,
       CAST(k.interview_id AS text), p.number, p.name
  FROM coding AS k LEFT JOIN {PEOPLE} AS p ON p.id = k.coded_by
 ORDER BY k.at, k.id"""
"""Everything that was said of the codes of answers, the latest last, and by whom."""

# ── Calls ────────────────────────────────────────────────────────────────────────────────────────

CALLS: Final = f"""
SELECT c.unit_id, CAST(a.id AS text), a.number, CAST(a.contact_id AS text), t.department,
       t.department_name, t.person, a.phone, p.number, p.name, a.started_at, a.ended_at,
       a.end_unknown, a.outcome, a.note, a.seconds
  FROM call_attempt AS a JOIN survey_case AS c ON c.id = a.case_id
  JOIN contact_point AS t ON t.id = a.contact_id
  LEFT JOIN {PEOPLE} AS p ON p.id = a.interviewer_id
 ORDER BY c.unit_id, a.number"""
"""Every call attempt, by unit and number."""

REDIRECTS: Final = """
SELECT c.unit_id, CAST(r.id AS text), r.number, CAST(r.attempt_id AS text), a.number, r.how,
       CAST(one.id AS text), one.department, one.department_name, one.person, one.knows,
       CAST(other.id AS text), other.department, other.department_name, other.person, other.phone,
       r.said, r.at
  FROM redirect AS r JOIN survey_case AS c ON c.id = r.case_id
  JOIN call_attempt AS a ON a.id = r.attempt_id
  JOIN contact_point AS one ON one.id = r.from_id
  LEFT JOIN contact_point AS other ON other.id = r.to_id
 WHERE NOT EXISTS (SELECT 1 FROM undone WHERE deed_id = r.id)
 ORDER BY c.unit_id, r.number"""
"""Every redirect that stands, by unit and number."""

CALLED_DEPARTMENTS: Final = """
SELECT c.unit_id, t.department_name
  FROM call_attempt AS a JOIN survey_case AS c ON c.id = a.case_id
  JOIN contact_point AS t ON t.id = a.contact_id
 WHERE t.department_name != ''
 ORDER BY c.unit_id, a.number"""
"""What the departments that were called are called, where somebody noted it."""

REDIRECTED_BETWEEN: Final = """
SELECT c.unit_id, one.department_name, other.department_name
  FROM redirect AS r JOIN survey_case AS c ON c.id = r.case_id
  JOIN contact_point AS one ON one.id = r.from_id
  LEFT JOIN contact_point AS other ON other.id = r.to_id
 WHERE NOT EXISTS (SELECT 1 FROM undone WHERE deed_id = r.id)
   AND (one.department_name != '' OR other.department_name != '')
 ORDER BY c.unit_id, r.number"""
"""Likewise those of the redirects that stand."""

NAMES: Final = """
SELECT c.unit_id, t.person
  FROM contact_point AS t JOIN survey_case AS c ON c.id = t.case_id
 WHERE t.person != ''"""
"""Everybody whose name we know."""

CONTACTS: Final = """
SELECT c.unit_id, CAST(t.id AS text), t.department, t.department_name, t.person, t.role, t.phone,
       t.email, t.source, t.knows, t.created_at
  FROM contact_point AS t JOIN survey_case AS c ON c.id = t.case_id
 ORDER BY c.unit_id, t.created_at, t.id"""
"""Every contact point, by unit and age."""
