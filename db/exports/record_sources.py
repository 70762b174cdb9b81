"""What is read of the record: decisions, appointments, and everything that was typed, in order."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple

from db.exports.sources import PEOPLE, literal
from db.plain_sql import AT_ONCE, Reads, StoredMoment
from db.stored_json import read_each
from schemas.questionnaire.questionnaire import Questionnaire


class DecisionMade(NamedTuple):
    """One decision, with the other unit that it names, and what was said about the public list."""

    id: str
    unit_id: str
    number: int
    kind: str
    at: StoredMoment
    by: int
    by_name: str
    reason: str
    interview_id: str | None
    revision: int | None
    klass: str | None
    question: str | None
    item: int | None
    by_unit: str | None
    given_by: str | None
    given_on: date | None
    how: str | None
    contact: str | None
    phone: str | None
    email: str | None
    url: str | None


class AppointmentMade(NamedTuple):
    """One appointment, and how it ended."""

    unit_id: str
    due: datetime
    minutes: int
    closed_at: datetime | None
    closed_how: str | None


class Begun(NamedTuple):
    """An interview that has never been completed."""

    unit_id: str
    interview_id: str
    questionnaire: str
    version: str
    language: str
    started_at: datetime
    interviewer: int
    interviewer_name: str


class DeedUndone(NamedTuple):
    """Something that was undone: an answer, a redirect, or how a call had ended."""

    unit_id: str
    number: int
    at: StoredMoment
    kind: str
    deed_id: str
    call_no: int | None
    question: str | None
    item: int | None
    how: str | None
    outcome: str | None
    started_at: StoredMoment | None
    ended_at: StoredMoment | None
    seconds: int | None
    by: int
    by_name: str


class SteppedBack(NamedTuple):
    """A step back that no answer followed: to what and when, with whom on the line, by whom."""

    unit_id: str
    interview_id: str
    question: str
    item: int | None
    at: str
    informant_id: str | None
    call_no: int | None
    interviewer: int | None
    interviewer_name: str | None


class CaseGiven(NamedTuple):
    """A case was given to somebody, or taken back: then to nobody."""

    unit_id: str
    number: int
    at: StoredMoment
    to: int | None
    to_name: str | None
    by: int
    by_name: str


class CaseNoted(NamedTuple):
    """What somebody noted about a case."""

    unit_id: str
    number: int
    at: StoredMoment
    words: str
    by: int
    by_name: str


class OpeningTold(NamedTuple):
    """The opening text was read."""

    unit_id: str
    interview_id: str
    question: str
    version: str
    fingerprint: str
    language: str
    at: StoredMoment
    by: int
    by_name: str


class TypedSoFar(NamedTuple):
    """An answer in an interview that has never been completed, in its stored form."""

    interview_id: str
    question: str
    item: int | None
    value: str


class Noted(NamedTuple):
    """Something else that happened in an interview: at which question, with what, and why."""

    unit_id: str
    interview_id: str
    question: str | None
    item: int | None
    value: str | None
    why: str
    interviewer: int
    interviewer_name: str
    at: StoredMoment


DECISIONS: Final = f"""
SELECT CAST(d.id AS text), c.unit_id, d.number, d.kind, d.at, p.number, p.name, d.reason,
       CAST(d.interview_id AS text), d.revision, d.klass, d.question, d.item, other.unit_id,
       d.consent_given_by, d.consent_given_on, d.consent_how, d.consent_contact, d.consent_phone,
       d.consent_email, d.consent_url
  FROM decision AS d JOIN survey_case AS c ON c.id = d.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = d.decided_by
  LEFT JOIN survey_case AS other ON other.id = d.by_case_id
 ORDER BY c.unit_id, d.number"""
"""Every decision, by unit and number."""

APPOINTMENTS: Final = """
SELECT c.unit_id, a.due, a.minutes, a.closed_at, a.closed_how
  FROM appointment AS a JOIN survey_case AS c ON c.id = a.case_id
 ORDER BY c.unit_id, a.due, a.id"""
"""Every appointment, by unit."""

_NEVER_COMPLETED: Final = "NOT EXISTS (SELECT 1 FROM revision WHERE interview_id = i.id)"


def begun(questionnaire: type[Questionnaire]) -> str:
    """Interviews that have never been completed, by unit."""
    return f"""
SELECT c.unit_id, CAST(i.id AS text), i.questionnaire, i.version, i.language, i.started_at,
       p.number, p.name
  FROM interview AS i JOIN survey_case AS c ON c.id = i.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = i.started_by
 WHERE i.questionnaire = {literal(questionnaire.name)} AND {_NEVER_COMPLETED}
 ORDER BY c.unit_id"""


def following(questionnaire: type[Questionnaire], interview_id: str) -> str:
    """An interview and those that follow it, so many together, by unit."""
    unit = f"""
SELECT c.unit_id FROM interview AS i JOIN survey_case AS c ON c.id = i.case_id
 WHERE i.id = {literal(interview_id)}"""
    return f"""
SELECT c.unit_id, CAST(i.id AS text)
  FROM interview AS i JOIN survey_case AS c ON c.id = i.case_id
 WHERE i.questionnaire = {literal(questionnaire.name)} AND c.unit_id >= ({unit})
 ORDER BY c.unit_id LIMIT {AT_ONCE}"""


def typed(questionnaire: type[Questionnaire], *, contacts: bool) -> str:
    """Everything that was answered and remarked on, by unit, in the order in which it was.

    Of each entry what it was about and when, the steps back before it, if any; then, `SHARED` with
    others, in which interview it was, with whom, in which call, by whom, and in which language.
    Answers that tell who somebody is are read only for an export with `contacts`.
    """
    what = """a.question, a.item, CAST({value} AS text), a.remark, a.at,
       nullif(CAST(a.steps_back AS text), 'null'), CAST(a.interview_id AS text),
       CAST(a.informant_id AS text), CAST(a.attempt_id AS text), CAST(a.interviewer_id AS text),
       a.language"""
    return _entries(questionnaire, what, "true", contacts=contacts)


OWN, SHARED = slice(6), slice(6, None)
"""Where in a row stands what an entry has alone, and what it has in common with others."""


def typed_so_far(questionnaire: type[Questionnaire], *, contacts: bool) -> str:
    """Every answer in interviews that have never been completed, in the same order."""
    what = "CAST(a.interview_id AS text), a.question, a.item, CAST({value} AS text)"
    return _entries(questionnaire, what, _NEVER_COMPLETED, contacts=contacts)


def _entries(questionnaire: type[Questionnaire], what: str, which: str, *, contacts: bool) -> str:
    value, apart = "a.value", ""
    if contacts:
        value = "coalesce(apart.value, a.value)"
        apart = "LEFT JOIN person_answer AS apart ON apart.id = a.id"
    return f"""
SELECT {what.format(value=value)}
  FROM answer_entry AS a JOIN interview AS i ON i.id = a.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
  {apart}
 WHERE i.questionnaire = {literal(questionnaire.name)} AND {which}
 ORDER BY c.unit_id, a.seq"""


def interviewers(reads: Reads) -> dict[str, tuple[int, str]]:
    """The number and the name of everybody who has sat down, by id."""
    people = reads.rows(f"SELECT CAST(p.id AS text), p.number, p.name FROM {PEOPLE} AS p")
    return {id: (number, name) for id, number, name in people}


UNDONE: Final = f"""
SELECT c.unit_id, u.number, u.at, u.kind, CAST(u.deed_id AS text), b.number, a.question, a.item,
       r.how, u.outcome, b.started_at, u.ended_at, u.seconds, p.number, p.name
  FROM undone AS u JOIN survey_case AS c ON c.id = u.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = u.undone_by
  LEFT JOIN answer_entry AS a ON a.id = u.deed_id
  LEFT JOIN redirect AS r ON r.id = u.deed_id
  LEFT JOIN call_attempt AS b ON b.id = coalesce(a.attempt_id, r.attempt_id, u.deed_id)
 ORDER BY c.unit_id, u.number"""
"""Everything that was undone, by unit, in the order in which it was."""

UNKNOWN: Final = (None, None)


def steps_back(reads: Reads, questionnaire: type[Questionnaire]) -> list[SteppedBack]:
    """The steps back that no answer followed, by unit, in their order.

    A file that was handed out need not have whoever took one: they are signed within a list.
    """
    noted = reads.rows(f"""
SELECT c.unit_id, CAST(i.id AS text), CAST(i.steps_back AS text)
  FROM interview AS i JOIN survey_case AS c ON c.id = i.case_id
 WHERE i.questionnaire = {literal(questionnaire.name)} AND CAST(i.steps_back AS text) != 'null'
 ORDER BY c.unit_id""")
    if not noted:
        return []
    numbers = reads.rows("SELECT CAST(id AS text), number FROM call_attempt")
    number_of: dict[str | None, int] = {id.replace("-", ""): number for id, number in numbers}
    who: dict[str | None, tuple[int, str] | tuple[None, None]] = {
        id.replace("-", ""): known for id, known in interviewers(reads).items()
    }
    return [
        SteppedBack(unit, id, question, item, at, whom, number_of.get(call), *who.get(by, UNKNOWN))
        for unit, id, steps in noted
        for question, item, at, whom, call, by in read_each(_LastStep._make, steps, _STEPS)
    ]


class _LastStep(NamedTuple):
    question: str
    item: int | None
    at: str
    informant_id: str | None
    call_id: str | None
    interviewer_id: str | None


_STEPS: Final = "interview.steps_back"


ASSIGNMENTS: Final = f"""
SELECT c.unit_id, a.number, a.at, whom.number, whom.name, p.number, p.name
  FROM assignment AS a JOIN survey_case AS c ON c.id = a.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = a.given_by
  LEFT JOIN {PEOPLE} AS whom ON whom.id = a.given_to
 ORDER BY c.unit_id, a.number"""
"""Every time that a case was given to somebody or taken back, by unit, in order."""

NOTES: Final = f"""
SELECT c.unit_id, n.number, n.at, n.words, p.number, p.name
  FROM case_note AS n JOIN survey_case AS c ON c.id = n.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = n.written_by
 ORDER BY c.unit_id, n.number"""
"""Every note on a case, by unit, in order."""

OPENINGS: Final = f"""
SELECT c.unit_id, CAST(o.interview_id AS text), o.question, o.version, o.fingerprint, o.language,
       o.at, p.number, p.name
  FROM opening AS o JOIN interview AS i ON i.id = o.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = o.read_by
 ORDER BY c.unit_id, o.at, o.id"""
"""Every time that the opening text was read, by unit, in order."""


def confirmed(questionnaire: type[Questionnaire]) -> str:
    """Every check that was let stand, with the reason."""
    what = "NULL, n.item, n.check_id, n.reason"
    return _noted(questionnaire, "check_confirmation", what, "interviewer_id", "at")


def revealed(questionnaire: type[Questionnaire]) -> str:
    """Every time that the claim of an earlier phase was shown."""
    what = "NULL, NULL, n.claim, ''"
    return _noted(questionnaire, "claim_reveal", what, "interviewer_id", "shown_at")


def completed(questionnaire: type[Questionnaire]) -> str:
    """Every time that an interview was completed, with the number of the revision."""
    what = "NULL, NULL, CAST(n.number AS text), ''"
    return _noted(questionnaire, "revision", what, "completed_by", "completed_at")


def _noted(questionnaire: type[Questionnaire], table: str, what: str, by: str, at: str) -> str:
    return f"""
SELECT c.unit_id, CAST(n.interview_id AS text), {what}, p.number, p.name, n.{at}
  FROM {table} AS n JOIN interview AS i ON i.id = n.interview_id
  JOIN survey_case AS c ON c.id = i.case_id
  LEFT JOIN {PEOPLE} AS p ON p.id = n.{by}
 WHERE i.questionnaire = {literal(questionnaire.name)}
 ORDER BY c.unit_id, n.{at}, n.id"""
