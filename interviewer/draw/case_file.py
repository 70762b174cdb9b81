"""What several screens tell of a case: what waits, its calls, who there is in it.

The call list is the first of them: what it does not tell imports the questionnaire by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text as Styled

from db.records import CaseFile, InterviewFile
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.services import Caller
from interviewer.words import WORDS, say
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import CallAttempt, ContactPoint
from schemas.calls.moments.moment_said import answer_back
from schemas.calls.outcomes import Outcome
from schemas.frame.design import FrameDesign
from schemas.frame.units import Unit
from schemas.language.dates import day_and_clock
from schemas.language.numerals import show_number
from schemas.language.phone import show_phone

if TYPE_CHECKING:
    from schemas.questionnaire.questionnaire import Questionnaire
    from schemas.questionnaire.questions import Question


def say_what_waits(body: Page, file: CaseFile, who: Caller, around: Surroundings) -> None:
    """The appointment, what a coordinator wants, whose it is, the notes, and who may cover it."""
    if file.appointment:
        one = file.appointment
        whom = next((c.label for c in file.contacts if c.id == one.contact_id), "")
        words = say(
            WORDS.appointment_is,
            when=answer_back(one.due, around.now),
            kind=one.kind.label,
            whom=whom,
            note=f" – {one.note}" if one.note else "",
        )
        body.say(words, theme.WAY_HERE)
    if file.returned:
        words = say(WORDS.returned, by=file.returned.by, question=file.returned.question)
        body.say(words, theme.CAUTION)
    if file.given_to and file.given_to.interviewer_id != who.id:
        body.say(say(WORDS.given_to, name=file.given_to.name), theme.CAUTION)
    for said in file.notes:
        when = day_and_clock(said.at)
        words = say(WORDS.note_line, when=when, name=said.name, note=said.words)
        body.say(words, theme.SILENT)
    from interviewer.engine.finished import may_be_covered

    for words in may_be_covered(file, who.survey, who.frame):
        body.say(words, theme.SILENT)


def asked_of(unit: Unit, question: Question, design: FrameDesign, asker: str, year: int) -> str:
    """A question as it is asked of a unit, by whoever asks there."""
    from schemas.questionnaire.preloads import Preloads

    facts = Preloads(unit_id=unit.id, unit_name=unit.name, year=year, interviewer=asker)
    return facts.fill(str(question.text), design)


def answered(begun: InterviewFile, asks: type[Questionnaire]) -> int:
    """How many questions have an answer that stands; what was only read aloud is none."""
    latest = {(entry.question, entry.item): entry.value for entry in begun.entries}
    heard = {id for id, question in asks.by_id.items() if not question.type.is_answered}
    said = (value for (id, _), value in latest.items() if id not in heard)
    return sum(value != {"missing": "not_asked"} for value in said)


def contact_words(contact: ContactPoint, name: str, *, lead: bool, wrong: Outcome | None) -> Styled:
    """Its name here, the number, what they turned out to know, who told us of them; or a lead.

    With `wrong`, that the number is nobody's there.
    """
    words = inked(shown(name), theme.PAPER)
    if contact.phone:
        words.append(f"  {show_phone(contact.phone)}", theme.STRONG)
    if wrong:
        words.append(f"  ✗ {wrong.label}", theme.CAUTION)
    notes = [str(contact.knows.label).lower()] if contact.knows is not Knowledge.unknown else []
    if contact.source:
        notes.append(say(WORDS.source, source=shown(contact.source)))
    if lead:
        notes.append(f"★\u00a0{WORDS.lead}")
    if notes:
        words.append(f"  {' · '.join(notes)}", theme.QUIET)
    return words


def say_calls(body: Page, file: CaseFile) -> None:
    """The calls so far, the latest first."""
    body.rule(str(WORDS.history))
    for attempt in reversed(file.attempts):
        body.say(f"{attempt.number}. {call_words(file, attempt)}", hang=3)
    if not file.attempts:
        body.say(str(WORDS.no_history), theme.QUIET)


def call_words(file: CaseFile, attempt: CallAttempt) -> str:
    """When a call was and with whom, how it ended, what was written about it, and by whom."""
    whom = next((c.label for c in file.contacts if c.id == attempt.contact_id), "")
    outcome = str(attempt.outcome.label) if attempt.outcome else str(WORDS.end_unknown)
    note = f" – {attempt.note}" if attempt.note else ""
    when = day_and_clock(attempt.started_at)
    return f"{when}  {whom}: {outcome}{note}  ({attempt.interviewer})"


def about_unit(unit: Unit, design: FrameDesign) -> str:
    """What is known of a unit: its number, its group, its size, and what else the frame shows."""
    size = f"{show_number(unit.size)} {design.size.counted}" if design.size and unit.size else ""
    group = "" if unit.group.beside else unit.group.name
    shown_too = map(unit.more.get, design.columns.shown)
    return " · ".join(filter(None, [unit.id, group, size, *shown_too]))
