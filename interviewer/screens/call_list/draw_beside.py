"""The marked case, beside the list on a wide screen: why, whom, the number, the way, the last word.

What the list knows is there at once; what only the case knows follows in the next pause.
"""

from db.records import CaseFile
from interviewer.draw import theme
from interviewer.draw.case_file import about_unit, call_words
from interviewer.draw.large import large
from interviewer.draw.page import Page
from interviewer.draw.the_way import say_path
from interviewer.screens.call_list.state import CallList
from interviewer.words import WORDS, say
from schemas.calls.calls import way_to
from schemas.calls.ranking.lines import ListedCase
from schemas.language.dates import day_and_clock
from schemas.language.phone import show_phone


def beside(screen: CallList, width: int) -> Page:
    """The case that Enter opens; nothing where a line stands for many."""
    page = Page(width).blank()
    if not screen.lines or (line := screen.lines[screen.marked]).case.case_id in screen.folded:
        return page
    unit, file = line.case.unit, screen.file_of(line)
    page.say(unit.label, theme.STRONG)
    page.say(about_unit(unit, screen.who.survey.frame), theme.QUIET)
    page.blank().say(line.reason, theme.WAY_HERE)
    if line.case.appointment and line.case.appointment.note:
        page.say(f"«{line.case.appointment.note}»", theme.SILENT)
    _whom(page, line)
    if file:
        _way(page, line, file)
    _last(page, line, file)
    return page


def _whom(page: Page, line: ListedCase) -> None:
    """Whom one rings, the number as large as there is room for, and whom one asks for."""
    contact, goal = line.contact, line.goal
    if line.case.is_settled:
        return
    if contact is None:
        page.blank().say(str(WORDS.no_number_yet), theme.QUIET)
        return
    page.blank().say(contact.label, theme.STRONG)
    number = show_phone(contact.phone)
    glyphs = large(number)
    for row in glyphs if len(glyphs[0]) < page.width else (" ".join(number),):
        page.say(row, theme.STRONG)
    if goal and goal != contact:
        page.say(say(WORDS.ask_for, whom=goal.label))


def _way(page: Page, line: ListedCase, file: CaseFile) -> None:
    end = line.goal or line.contact
    if end and any(one.id == end.id for one in file.contacts):
        page.blank().rule(str(WORDS.the_way))
        say_path(page, way_to(end.id, file.redirects, file.contacts), on_line=False)


def _last(page: Page, line: ListedCase, file: CaseFile | None) -> None:
    """How the last call ended, and what was written about it."""
    case = line.case
    if case.latest_at is None:
        return
    page.blank().rule(str(WORDS.last_here))
    if file and file.attempts:
        page.say(call_words(file, file.attempts[-1]))
    elif case.latest:
        page.say(f"{day_and_clock(case.latest_at)}  {case.latest.label}")
