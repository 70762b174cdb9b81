"""`ringerunde review show`: one interview, or a case that has none yet."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.commands.decide.console import Printer
from interviewer.commands.decide.find import case_of, unit_named
from interviewer.commands.decide.queue_listing import klass_of
from interviewer.commands.decide.signing import reader
from interviewer.engine.finished import (
    claim_of,
    decided,
    may_be_covered,
    opening_read,
    reopened,
    walked,
)
from interviewer.services.publishing import where_listed
from interviewer.words import WORDS, say
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import draw_way
from schemas.calls.ranking.listing import rank
from schemas.language.dates import date_and_clock
from schemas.language.phone import show_phone
from schemas.questionnaire.show import show

if TYPE_CHECKING:
    from db.database import Database
    from db.records import CaseFile
    from db.reviews import ReviewFile
    from schemas.calls.calls import CallAttempt, ContactPoint
    from schemas.frame.frame import Frame
    from schemas.frame.units import Unit
    from schemas.questionnaire.walk import Route
    from schemas.review.decisions import Decision
    from schemas.review.earlier_phase import EarlierPhase


def print_unit(database: "Database", name: str, now: datetime) -> None:
    """Everything that a coordinator decides on about one unit."""
    meant, paper = unit_named(name, database.frame), Printer()
    case = case_of(database, meant)
    if case.finished:
        file = services.open_review(database, case.finished, reader(database))
        _interview(paper, meant, file, database)
    else:
        _case(paper, meant, case, place_of(database, meant.id, now), database)


def place_of(database: "Database", unit_id: str, now: datetime) -> str:
    """Where a case is on the call list, and why."""
    who = reader(database)
    cases = rank(services.listing(database, who.settings).cases, now, who.id, who.settings)
    line = next(line for line in cases if line.case.unit.id == unit_id)
    return f"{line.rule.place.label}: {line.reason}"


# ── A finished interview ─────────────────────────────────────────────────────────────────────────


def _interview(paper: Printer, meant: "Unit", file: "ReviewFile", database: "Database") -> None:
    interview = file.item.interview
    paper.say(f"{meant.numbered}: {klass_of(interview)}")
    paper.say(
        f"Revisjon {interview.revision}, fullført {date_and_clock(interview.completed_at)}"
        f" av {interview.interviewer}"
    )
    if interview.reopened:
        paper.say(f"{reopened(interview.reopened)}. Dette er svarene fra før det, og de gjelder.")
    if interview.derived is not interview.klass and interview.derived:
        paper.say(f"Klassen som følger av svarene: {interview.derived.label}")
    for reason in interview.because:
        paper.say(f"· {reason}", indent=2)
    _listed(paper, meant, database)
    for words in _standing(file, database.survey.earlier):
        paper.say(words)
    _about(paper, file.case, file.decisions, database.frame)
    paper.several(str(WORDS.remarks), [f"{e.question}: {e.remark}" for e in file.remarks])
    paper.several("Bekreftede advarsler", list(_confirmed(file)))
    asked = walked(interview)
    if asked is not None:
        _answers(paper, asked, database.frame)


def _standing(file: "ReviewFile", earlier: "EarlierPhase | None") -> Iterator[str]:
    """Why it is in the queue, what stands open, and what the interviewer wants to tell."""
    interview = file.item.interview
    if file.item.wants_a_look:
        yield say(WORDS.review_why, whys=file.item.why)
    if file.open_points:
        points = ", ".join(str(point.label).lower() for point in file.open_points)
        yield say(WORDS.review_open, points=points)
    yield from claim_of(earlier, file.case)
    if file.way:
        yield f"{WORDS.the_way}: {draw_way(file.way)}"
    yield from map(opening_read, file.openings)
    if interview.private_note:
        yield say(WORDS.review_note, note=interview.private_note)


def _confirmed(file: "ReviewFile") -> Iterator[str]:
    interview = file.item.interview
    says = {check.id: check.says for check in interview.questionnaire.checks()}
    for one in interview.confirmed:
        item = f".{one['item']}" if one.get("item") else ""
        words = f" ({says[one['check']]})" if one["check"] in says else ""
        yield f"{one['check']}{item}: {one['reason']}{words}"


def _answers(paper: Printer, asked: "Route", frame: "Frame") -> None:
    """Every question that was asked, by its id, and its answer."""
    heading = None
    for step in asked.steps:
        if step.question.section.heading != heading:
            heading = step.question.section.heading
            paper.head(str(heading))
        words = asked.view.facts.fill(str(step.question.text), frame.design)
        paper.say(f"{named(step.question.id, step.number)}: {words}", indent=2)
        paper.say(show(step.question, asked.answer(step), frame), indent=6)


def named(question: str, number: int | None) -> str:
    """A question as it is typed: with the number of the item, where it is about one."""
    return f"{question}.{number}" if number else question


# ── A case without one ───────────────────────────────────────────────────────────────────────────


def _case(
    paper: Printer, meant: "Unit", case: services.CaseOnDesk, place: str, database: "Database"
) -> None:
    file = case.file
    paper.say(f"{meant.numbered}: ikke noe fullført intervju")
    paper.say(place)
    for claim in claim_of(database.survey.earlier, file):
        paper.say(claim)
    for words in may_be_covered(file, database.survey, database.frame):
        paper.say(words)
    _listed(paper, meant, database)
    _about(paper, file, case.decisions, database.frame)


def _listed(paper: Printer, meant: "Unit", database: "Database") -> None:
    """Whether it stands on the public list, where the survey has one."""
    listed = where_listed(database, meant.id)
    if listed:
        paper.say(listed)


def _about(
    paper: Printer, case: "CaseFile", decisions: "tuple[Decision, ...]", frame: "Frame"
) -> None:
    """Decisions, calls and contact points: what there is about any case."""
    paper.several("Avgjørelser", [_decision(one, frame) for one in decisions])
    paper.several(str(WORDS.history), [_call(one, case) for one in case.attempts])
    paper.several(str(WORDS.contacts), [_contact(one) for one in case.contacts])


def _decision(one: "Decision", frame: "Frame") -> str:
    words = decided(one, date_and_clock(one.at), frame)
    if one.question:
        return f"{words} (spørsmål: {one.question.question})"
    return words


def _call(call: "CallAttempt", case: "CaseFile") -> str:
    whom = next((one.label for one in case.contacts if one.id == call.contact_id), "")
    outcome = call.outcome.label if call.outcome else WORDS.end_unknown
    note = f" – {call.note}" if call.note else ""
    head = f"{call.number}. {date_and_clock(call.started_at)}, {whom}: {outcome}"
    return f"{head}{note} ({call.interviewer})"


def _contact(one: "ContactPoint") -> str:
    number = show_phone(one.phone) if one.phone else ""
    knows = "" if one.knows is Knowledge.unknown else str(one.knows.label).lower()
    source = say(WORDS.source, source=one.source) if one.source else ""
    return " · ".join(filter(None, (one.label, number, knows, source)))
