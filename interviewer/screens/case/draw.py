"""One case: why it is here, what can be decided, the calls, the contacts, and what was decided."""

from typing import Final

from rich.text import Text as Styled

from interviewer.controls.asking import Withdrawing, WritingNote
from interviewer.controls.consenting import Consenting
from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.asking import draw_consenting, draw_withdrawing
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.case_file import answered, contact_words, say_calls, say_what_waits
from interviewer.draw.columns import Option
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.draw.reading import read_from
from interviewer.draw.the_way import way_line
from interviewer.draw.waiting import attempts_of
from interviewer.draw.ways import key_of, ways_help, ways_on
from interviewer.engine.conflict_lines import answers_apart, conflict_told, interview_aside
from interviewer.engine.finished import claim_of, decided
from interviewer.screens.case.keys import WAYS, keys_of, ways
from interviewer.screens.case.state import DecideCase, Deciding, GivingCase, Panel, Settling
from interviewer.words import WORDS, say
from schemas.calls.calls import way_to
from schemas.calls.outcomes import Outcome
from schemas.calls.whom_to_dial import leads, wrong_numbers
from schemas.language.dates import day_and_clock
from schemas.language.text import Text
from schemas.review.decisions import DecisionKind

_LABELS: Final = tuple(way.label for way in WAYS)


def draw_decide(screen: DecideCase, around: Surroundings) -> list[Styled]:
    """The ways on, and all that they depend on; or what is asked."""
    top = [
        bar(around, screen.unit.label, clock_and(around, screen.who.name)),
        strip(around, where(screen)),
    ]
    labels = [way.label for way in ways(screen)]
    if screen.help:
        can = () if screen.panel else ways_help(labels)
        return help_page(around, top, screen, (*can, *keys_of(screen).help(screen)))
    body = Page(around.columns)
    if screen.panel:
        draw_panel(screen, screen.panel, body, around)
    else:
        if labels:
            top += ways_on(around, labels)
        else:
            body.blank()
        draw_file(screen, body, around)
        read_from(body, screen.scroll)
    return framed(around, top, body, screen.notice, keys_of(screen).footer(screen))


def where(screen: DecideCase) -> str:
    """In which list it is, how often it was called, and since when it waits."""
    place, attempts = screen.line.rule.place.label, attempts_of(screen.line)
    return say(WORDS.case_where, place=place, attempts=attempts)


def draw_panel(screen: DecideCase, panel: Panel, body: Page, around: Surroundings) -> None:
    """What is asked."""
    if isinstance(panel, Withdrawing):
        survey, begun = screen.who.survey, screen.read.interview
        draw_withdrawing(body, panel, screen.unit, survey, screen.file, begun, around.now)
    elif isinstance(panel, WritingNote):
        body.blank().say(str(WORDS.note_title), theme.STRONG).blank().typing(panel.line)
    elif isinstance(panel, Consenting):
        body.blank()
        draw_consenting(body, panel)
    elif isinstance(panel, GivingCase):
        body.blank().say(say(WORDS.give_title, place=screen.unit.label), theme.STRONG).blank()
        names = [*(Text(one.name) for one in panel.people), WORDS.give_back]
        body.options([Option(str(one)) for one in names], around.rows - 8)
    elif isinstance(panel, Settling):
        _settling(screen, body)
    else:
        _deciding(body, screen, panel)


def draw_file(screen: DecideCase, body: Page, around: Surroundings) -> None:
    """All that a decision depends on."""
    _about(screen, body, around)
    _history(screen, body)


def _deciding(body: Page, screen: DecideCase, panel: Deciding) -> None:
    words = say(WORDS.review_reason, decision=panel.kind.label)
    returned = panel.kind is DecisionKind.returned
    body.blank().say(screen.line.reason).blank()
    body.say(str(WORDS.case_message) if returned else words, theme.STRONG)
    body.say(str(WORDS.case_returning if returned else WORDS.case_closing), theme.QUIET).blank()
    body.typing(panel.line)


def _settling(screen: DecideCase, body: Page) -> None:
    """All that is settled by it, and what can be said to stand; how the interviews differ is read
    before, on the case.
    """
    body.blank().say(say(WORDS.conflict_settle, place=screen.unit.label), theme.STRONG)
    for one in screen.read.conflicts:
        body.say(f"· {conflict_told(one)}", theme.QUIET, hang=2)
    body.blank()
    others = range(1, 1 + Settling.others(screen.read))
    instead = (say(WORDS.conflict_instead, number=number) for number in others)
    body.options([Option(words) for words in (str(WORDS.conflict_stands), *instead)])


def _conflicts(screen: DecideCase, body: Page) -> None:
    """What two databases that were merged say differently."""
    if not screen.read.conflicts:
        return
    told = "; ".join(map(conflict_told, screen.read.conflicts))
    body.say(say(WORDS.conflict_key, told=told, key=Keycap.F6.shown), theme.CAUTION)
    for one in screen.read.conflicts:
        for number, lines in enumerate(answers_apart(one, screen.who.survey, screen.who.frame), 1):
            body.say(interview_aside(number, len(lines)), indent=3, hang=3)
            for line in lines:
                body.say(line, theme.QUIET, indent=6, hang=2)


def _about(screen: DecideCase, body: Page, around: Surroundings) -> None:
    """Why it is here, and what whoever called last has written about it."""
    _conflicts(screen, body)
    file = screen.file
    if file.decision is Outcome.withdrawn:
        body.say(str(WORDS.case_gone), theme.CAUTION)
    elif file.decision and screen.line.rule.name == "closed":
        key = key_of(WORDS.case_return, _LABELS)
        words = say(WORDS.case_closed_by, decision=screen.line.reason, key=key)
        body.say(words, theme.CAUTION)
    else:
        body.say(screen.line.reason, theme.STRONG)
    note = file.attempts[-1].note if file.attempts else ""
    if note:
        body.say(say(WORDS.case_asks, note=note), theme.SILENT)
    begun, asks = screen.read.interview, screen.who.survey.questionnaire
    if begun and begun.interview.open and (count := answered(begun, asks)):
        words = say(
            WORDS.case_interview_open,
            answered=count,
            card=key_of(WORDS.case_card, _LABELS),
            key=Keycap.F6.shown,
        )
        body.say(words, theme.CAUTION)
    if file.holder and screen.line.rule.name == "held":
        body.say(say(WORDS.case_held, name=file.holder.name), theme.CAUTION)
    say_what_waits(body, file, screen.who, around)


def _history(screen: DecideCase, body: Page) -> None:
    file = screen.file
    say_calls(body, file)
    body.rule(str(WORDS.contacts))
    goal = screen.line.goal
    if goal:
        way = way_to(goal.id, file.redirects, file.contacts)
        body.say(way_line(str(WORDS.the_way), way, body.width - 2, theme.QUIET))
    unused = leads(file.contacts, file.attempts, file.redirects)
    wrong, apart = wrong_numbers(file.contacts, file.attempts), file.apart
    for contact in file.contacts:
        name, lead = apart[contact.id], contact in unused
        words = contact_words(contact, name, lead=lead, wrong=wrong.get(contact.phone))
        body.say(words, hang=2)
    for claim in claim_of(screen.who.survey.earlier, file):
        body.say(claim, theme.QUIET)
    if screen.read.decisions:
        body.rule(str(WORDS.case_decisions))
    for decision in screen.read.decisions:
        body.say(decided(decision, day_and_clock(decision.at), screen.who.frame), hang=2)
