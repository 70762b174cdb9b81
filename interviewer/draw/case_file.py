"""What several screens tell of a case: what waits, its calls, who there is in it."""

from rich.text import Text as Styled

from db.records import CaseFile, InterviewFile
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings
from interviewer.draw.ink import inked
from interviewer.draw.page import Page, shown
from interviewer.draw.theme import Role
from interviewer.engine.finished import may_be_covered
from interviewer.services import Caller
from interviewer.words import WORDS, say
from schemas.calls.calls import ContactPoint, Knowledge
from schemas.calls.moments.moment_said import answer_back
from schemas.calls.outcomes import Outcome
from schemas.language.dates import day_and_clock
from schemas.language.phone import show_phone


def say_what_waits(body: Page, file: CaseFile, who: Caller, around: Surroundings) -> None:
    """The appointment, what a coordinator wants, and who may cover this unit already."""
    if file.appointment:
        one = file.appointment
        whom = next((c.label for c in file.contacts if c.id == one.contact_id), "")
        words = say(
            WORDS.appointment_is,
            when=answer_back(one.due, around.now),
            kind=str(one.kind.label).lower(),
            whom=whom,
            note=f" – {one.note}" if one.note else "",
        )
        body.say(words, theme.WAY_HERE)
    if file.returned:
        words = say(WORDS.returned, by=file.returned.by, question=file.returned.question)
        body.say(words, theme.WARNING)
    for words in may_be_covered(file, who.survey, who.frame):
        body.say(words, theme.SILENT)


def answered(begun: InterviewFile) -> int:
    """How many questions have an answer that stands."""
    latest = {(entry.question, entry.item): entry.value for entry in begun.entries}
    return sum(value != {"missing": "not_asked"} for value in latest.values())


def contact_words(contact: ContactPoint, ink: Role, *, lead: bool, wrong: Outcome | None) -> Styled:
    """Who it is, the number, what they turned out to know, who told us of them; or a lead.

    With `wrong`, that the number is nobody's there.
    """
    words = inked(shown(contact.label), ink)
    if contact.phone:
        words.append(f"  {show_phone(contact.phone)}", theme.STRONG)
    if wrong:
        words.append(f"  ✗ {wrong.label}", theme.WARNING)
    notes = [str(contact.knows.label).lower()] if contact.knows is not Knowledge.unknown else []
    if contact.source:
        notes.append(say(WORDS.source, source=shown(contact.source)))
    if lead:
        notes.append(f"★ {WORDS.lead}")
    if notes:
        words.append(f"  {' · '.join(notes)}", theme.QUIET)
    return words


def say_calls(body: Page, file: CaseFile) -> None:
    """The calls so far, the latest first."""
    body.rule(str(WORDS.history))
    for attempt in reversed(file.attempts):
        whom = next((c.label for c in file.contacts if c.id == attempt.contact_id), "")
        outcome = str(attempt.outcome.label) if attempt.outcome else str(WORDS.end_unknown)
        head = f"{attempt.number}. {day_and_clock(attempt.started_at)}  {whom}: {outcome}"
        note = f" – {attempt.note}" if attempt.note else ""
        body.say(f"{head}{note}  ({attempt.interviewer})", hang=3)
    if not file.attempts:
        body.say(str(WORDS.no_history), theme.QUIET)
