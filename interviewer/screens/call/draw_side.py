"""The column at the side of a wide screen: what one would otherwise have to remember.

How far one is, who is on the line and the way there, the appointment, the leads, the earlier claim
once it has been shown, the definition, the remarks, and what was answered last.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import KeySpot
from interviewer.draw.ink import inked
from interviewer.draw.lines import MORE_BELOW, shown
from interviewer.draw.page import RULED, Page
from interviewer.draw.the_way import say_contact, say_path
from interviewer.screens.call.state import Call
from interviewer.words import WORDS, cut
from schemas.calls.calls import way_to
from schemas.calls.whom_to_dial import leads, wrong_numbers
from schemas.language.dates import day_and_clock
from schemas.questionnaire.answers import NOT_ASKED
from schemas.questionnaire.show import show
from schemas.questionnaire.walk import Key

FEW: Final = 3
"""So many remarks and answers are shown, the latest ones."""

HIGH: Final = 30
"""Lines from which on every section has one of its own; else they stand on the rail."""


def side(call: Call, width: int, height: int) -> Page:
    """What there is room for; what matters least comes last."""
    page = Page(width).blank()
    if height >= HIGH:
        _sections(call, page)
    _people(call, page)
    _appointment(call, page)
    _earlier_claim(call, page)
    _definition(call, page)
    _remarks(call, page)
    _said(call, page)
    if len(page.lines) > height:
        page.lines[height - 1 :] = [MORE_BELOW]
    return page


def _sections(call: Call, page: Page) -> None:
    """A line for each letter: items in the middle of a section have its own."""
    talk, letters = call.talk, call.talk.questionnaire.letters
    here = letters[talk.step.question.section] if talk.step else ""
    asked = Counter(letters[step.question.section] for step in talk.walked.steps)
    wanting = Counter(letters[step.question.section] for step in talk.walked.unanswered)
    headings = {letter: section.heading for section, letter in letters.items()}
    for letter, heading in headings.items():
        every, sign = asked[letter], "●" if letter == here else " "
        style = theme.WAY_HERE if letter == here else theme.PAPER if every else theme.QUIET
        line = inked(shown(f"{sign} {letter}  {heading}"), style)
        page.pair(line, _count(every - wanting[letter], every))
    page.blank()


def _count(done: int, all_: int) -> Styled:
    if not all_:
        return inked("–  ", theme.QUIET)
    if done == all_:
        return inked(f"{done}/{all_} ✓", theme.CHOSEN)
    return inked(f"{done}/{all_}  ", theme.PAPER)


def _people(call: Call, page: Page) -> None:
    """The way to whoever is on the line, and who else there is."""
    on_line = call.on_line if call.attempt is not None else None
    way = way_to(on_line.id, call.file.redirects, call.file.contacts) if on_line else ()
    page.rule(str(WORDS.on_line if on_line else WORDS.nobody))
    say_path(page, way, on_line=True)
    others = [one for one in call.file.in_use if one not in way]
    if not others:
        return
    page.blank().rule(str(WORDS.others_here))
    unused = leads(call.file.contacts, call.file.attempts, call.file.redirects)
    wrong = wrong_numbers(call.file.contacts, call.file.attempts)
    for contact in sorted(others, key=lambda one: one not in unused):
        say_contact(page, contact, is_lead=contact in unused, wrong=wrong.get(contact.phone))


def _appointment(call: Call, page: Page) -> None:
    one = call.file.appointment
    if one is None:
        return
    whom = next((c.label for c in call.file.contacts if c.id == one.contact_id), "")
    page.blank().rule(str(WORDS.appointment_here))
    page.say(day_and_clock(one.due), theme.WAY_HERE)
    page.say(" · ".join(filter(None, (str(one.kind.label), whom, one.note))), theme.QUIET)


def _earlier_claim(call: Call, page: Page) -> None:
    earlier, claim = call.who.survey.earlier, call.file.claim
    if earlier is None or claim is None or not call.claim_shown:
        return
    page.blank().rule(str(earlier.words.name))
    page.say(str(claim.label), theme.PAPER)


def _remarks(call: Call, page: Page) -> None:
    remarks = [(key, words) for key, words in call.talk.remarks.items() if words]
    if remarks:
        page.blank().rule(str(WORDS.remarks_here))
    for key, words in remarks[-FEW:]:
        page.lines.append(_asked(call, key, page.width))
        page.say(f"«{words}»", theme.SILENT, indent=3)


def _said(call: Call, page: Page) -> None:
    """The last answers, the latest first."""
    answers = list(_answers(call))
    if answers:
        page.blank().rule(str(WORDS.said_here))
    for key, words in answers:
        page.lines.append(_asked(call, key, page.width))
        page.say(words, theme.PAPER, indent=3)


def _answers(call: Call) -> Iterator[tuple[Key, str]]:
    talk = call.talk
    latest = reversed((*talk.answers, *call.said_here))
    given = (key for key in latest if talk.answers.get(key, NOT_ASKED) not in (NOT_ASKED, None))
    few = dict.fromkeys(islice(given, 2 * FEW))  # what was said in this call stands in both
    for key in islice(few, FEW):
        asked = talk.questionnaire.by_id[key.question]
        if asked.type.is_answered:
            yield key, show(asked, talk.answers[key], talk.frame, talk.language)


def _asked(call: Call, key: Key, width: int) -> Styled:
    """A question, on one line."""
    words = call.talk.said(call.talk.questionnaire.by_id[key.question].text)
    line = inked(f" {shown(words)}", theme.QUIET)
    line.truncate(width - 1, overflow="ellipsis")
    return line


def _definition(call: Call, page: Page) -> None:
    """What the question is about, unless it is open below it."""
    step = call.talk.step
    if step is None or not step.question.definitions or call.defined is not None:
        return
    one, language = step.question.definitions[0], call.talk.language
    key = f" · {Keycap.F2.shown}"
    page.blank().rule(f"{cut(one.term.in_(language), page.width - RULED - len(key))}{key}")
    first = len(page.lines)
    page.say(one.text.in_(language), theme.DEFINED).stands_for(KeySpot(Keycap.F2), first)
