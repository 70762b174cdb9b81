"""The column at the side of a wide screen: how far we are, and who there is in the case."""

from collections import Counter

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.ink import inked
from interviewer.draw.page import Page, shown
from interviewer.screens.call.state import Call
from interviewer.words import WORDS
from schemas.calls.calls import ContactPoint, Knowledge, leads, wrong_numbers
from schemas.calls.outcomes import Outcome
from schemas.language.phone import show_phone
from schemas.questionnaire.sections import Section


def side(call: Call, width: int) -> Page:
    """Sections with their count, then the contact points."""
    page = Page(width).blank()
    _sections(call, page)
    page.blank().rule(str(WORDS.contacts))
    unused = leads(call.file.contacts, call.file.attempts, call.file.redirects)
    wrong = wrong_numbers(call.file.attempts)
    for contact in call.file.in_use:
        told = wrong.get(contact.phone)
        here, is_lead = contact == call.on_line, contact in unused
        contact_lines(page, contact, is_lead=is_lead, here=here, wrong=told)
    return page


def _sections(call: Call, page: Page) -> None:
    talk = call.talk
    here = talk.step.question.section if talk.step else None
    asked = Counter(step.question.section for step in talk.walked.steps)
    wanting = Counter(step.question.section for step in talk.walked.unanswered)
    for section in talk.questionnaire.sections.values():
        every = asked[section]
        line = _section(call, section, section is here, bool(every))
        page.pair(line, _count(every - wanting[section], every))


def _section(call: Call, section: type[Section], here: bool, on_route: bool) -> Styled:
    sign = "▸" if here else " "
    words = f"{sign} {call.talk.questionnaire.letter(section)}. {section.heading}"
    return inked(shown(words), theme.STRONG if here else theme.PAPER if on_route else theme.QUIET)


def _count(done: int, all_: int) -> Styled:
    if not all_:
        return inked("–", theme.QUIET)
    if done == all_:
        return inked(f"{done}/{all_} ✓", theme.CHOSEN)
    return inked(f"{done}/{all_}  ", theme.PAPER)


def contact_lines(
    page: Page, contact: ContactPoint, *, is_lead: bool, here: bool, wrong: Outcome | None = None
) -> None:
    """A contact point: the place, the person, the number, and what became of it."""
    sign, style = ("▸", theme.STRONG) if here else ("·", theme.PAPER)
    page.say(f"{sign} {contact.label}", style, hang=2)
    notes = [show_phone(contact.phone)] if contact.phone else []
    if contact.knows is not Knowledge.unknown:
        notes.append(str(contact.knows.label).lower())
    if is_lead:
        notes.append(f"★ {WORDS.lead}")
    if wrong:
        page.say(f"✗ {wrong.label}", theme.WARNING, indent=3)
    if notes:
        page.say(" · ".join(notes), theme.QUIET, indent=3)
