"""One finished interview: what can be decided, what made the class, all answers."""

from collections.abc import Hashable, Iterator
from typing import Final

from rich.text import Text as Styled

from db.records import AnswerEntry
from interviewer.controls.asking import Withdrawing
from interviewer.controls.consenting import Consenting
from interviewer.draw import theme
from interviewer.draw.asking import draw_consenting, draw_withdrawing
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.case_file import asked_of
from interviewer.draw.clicks import OPENS, ListRow
from interviewer.draw.columns import Option
from interviewer.draw.help import help_page
from interviewer.draw.page import Page
from interviewer.draw.reading import read_from
from interviewer.draw.the_way import path
from interviewer.draw.ways import key_of, ways_help, ways_on
from interviewer.engine.finished import claim_of, decided, opening_read, reopened
from interviewer.screens.interview.keys import keys_of
from interviewer.screens.interview.state import (
    EDIT,
    ChoosingClass,
    ChoosingQuestion,
    InterviewReasoning,
    Panel,
    Releasing,
    ReviewCase,
)
from interviewer.words import WORDS, known_again, say
from schemas.language.dates import day_and_clock
from schemas.language.text import Text
from schemas.review.classes import Class
from schemas.review.decisions import DecisionKind
from schemas.review.finished_interviews import FinishedInterview, OpenPoint

_PLAIN: Final = OpenPoint.undecided
"""Goes without saying where there is a list of what can be decided."""


def draw_case(case: ReviewCase, around: Surroundings) -> list[Styled]:
    """The ways on, what made the class, the way there, all answers; or what is open."""
    top = [
        bar(around, case.place, clock_and(around, case.who.name)),
        strip(around, path(case.file.way, around.columns - 2)),
    ]
    if case.help:
        ways = () if case.panel else ways_help(labels(case))
        return help_page(around, top, case, (*ways, *keys_of(case).help(case)))
    body = Page(around.columns).blank(1 if case.panel else 0)
    if case.panel is None:
        top += ways_on(around, labels(case))
        draw_about(case, body)
        read_from(body, case.scroll, draw_answers(case, body))
    else:
        draw_panel(case, case.panel, body, around)
    return framed(around, top, body, case.notice, keys_of(case).footer(case))


def draw_panel(case: ReviewCase, panel: Panel, body: Page, around: Surroundings) -> None:
    """What is asked before something is decided."""
    if isinstance(panel, ChoosingClass):
        body.say(str(WORDS.review_which_class), theme.STRONG).blank()
        body.options([Option(str(one.label)) for one in case.who.survey.classes.of_interviews()])
    elif isinstance(panel, ChoosingQuestion):
        _questions(case, panel, body)
    elif isinstance(panel, Releasing):
        _release(body, panel)
    elif isinstance(panel, Consenting):
        draw_consenting(body, panel)
    elif isinstance(panel, Withdrawing):
        survey, file = case.who.survey, case.file
        draw_withdrawing(body, panel, case.unit, survey, file.case, file.kept, around.now)
    else:
        _reason(body, panel)


def labels(case: ReviewCase) -> tuple[Text, ...]:
    """What can be decided, in the order of the keys."""
    return tuple(label for _, label in case.ways)


def draw_about(case: ReviewCase, body: Page) -> None:
    """What a coordinator goes by, the most important first."""
    item, file = case.file.item, case.file
    interview = item.interview
    klass = interview.klass
    if interview.reopened:
        discard, edit = (key_of(way, labels(case)) for way in (WORDS.review_discard, EDIT))
        body.say(f"{reopened(interview.reopened)}.", theme.CAUTION)
        body.say(say(WORDS.review_reopened, key=edit, discard=discard), theme.CAUTION)
    body.say(say(WORDS.review_class, klass=klass.label if klass else "–"), theme.STRONG)
    if interview.because:
        body.say(" · ".join(interview.because), indent=3)
    if item.whys:
        body.say(say(WORDS.review_why, whys=item.why), theme.CAUTION)
    points = ", ".join(_point(case, one) for one in file.open_points if one is not _PLAIN)
    if points:
        body.say(say(WORDS.review_open, points=points), theme.SILENT)
    for claim in claim_of(case.who.survey.earlier, file.case):
        body.say(claim, theme.QUIET)
    done = day_and_clock(interview.completed_at)
    words = say(
        WORDS.review_revision, revision=interview.revision, when=done, name=interview.interviewer
    )
    body.say(words, theme.QUIET)
    if interview.private_note:
        body.say(say(WORDS.review_note, note=interview.private_note), theme.SILENT)
    for entry in file.remarks:
        body.say(_remark(case, entry), theme.SILENT, hang=2)
    for words in _confirmed(interview):
        body.say(words, theme.SILENT, hang=2)
    for decision in file.decisions:
        body.say(decided(decision, day_and_clock(decision.at), case.who.frame), theme.QUIET, hang=2)


def _point(case: ReviewCase, one: OpenPoint) -> str:
    """What is open; of a disagreement, with whom."""
    others = ", ".join(map(case.who.frame.label, case.disagrees_with))
    words = str(one.label).lower()
    return f"{words} ({others})" if one is OpenPoint.shared_conflict and others else words


def _remark(case: ReviewCase, entry: AnswerEntry) -> str:
    interview, design = case.file.item.interview, case.who.survey.frame
    question = interview.questionnaire.by_id[entry.question]
    asked = asked_of(case.unit, question, design, interview.interviewer, entry.at.year)
    return say(WORDS.remark_on, question=known_again(asked), remark=entry.remark)


def _confirmed(interview: FinishedInterview) -> Iterator[str]:
    """The warnings that the interviewer let stand, in their words, and why."""
    says = {check.id: check.says for check in interview.questionnaire.checks()}
    for one in interview.confirmed:
        words = say(
            WORDS.review_confirmed, says=says.get(one["check"], one["check"]), reason=one["reason"]
        )
        yield f"{one['item']}. {words}" if one.get("item") else words


def draw_answers(case: ReviewCase, body: Page) -> dict[Hashable, int]:
    """Every question that was asked, with its answer; and on which line each begins."""
    begins: dict[Hashable, int] = {}
    if case.walked is None:
        return begins
    section = None
    for step in case.walked.steps:
        if step.question.section is not section:
            section = step.question.section
            body.blank().rule(str(section.heading))
        if step.question.id == case.who.survey.parts.opening:
            for one in case.file.openings:
                body.say(opening_read(one), theme.QUIET, hang=2)
        if not step.question.type.is_answered:
            continue  # read aloud, and nothing to answer
        begins[step.key] = len(body.lines)
        is_sought = step.key == case.scroll.sought
        body.say(case.asked(step), theme.KEY if is_sought else theme.QUIET, hang=2)
        body.say(case.answered(step), theme.PAPER, indent=5)
    return begins


def _questions(case: ReviewCase, panel: ChoosingQuestion, body: Page) -> None:
    """What was asked, each with what was answered: two questions may read the same."""
    body.say(str(WORDS.review_which_question), theme.STRONG).typing(panel.line).blank()
    found = case.found(panel)
    if not found:
        body.say(say(WORDS.nothing_found, typed=panel.line.text))
    for number, step in enumerate(found):
        row, first = ListRow(number, number == panel.lit, OPENS), len(body.lines)
        body.row(case.asked(step), row)
        body.say(case.answered(step), theme.QUIET, indent=5)
        body.stands_for(row, first)


def _release(body: Page, panel: Releasing) -> None:
    """What is published about them when it is stored, as they must have seen it."""
    body.say(str(WORDS.review_releasing), theme.STRONG).blank()
    for line in panel.text.lines:
        body.say(line, theme.PAPER, indent=3)


def _reason(body: Page, panel: InterviewReasoning) -> None:
    klass = f" ({panel.klass.label})" if isinstance(panel.klass, Class) else ""
    words = say(WORDS.review_reason, decision=f"{panel.kind.label}{klass}")
    returned = panel.kind is DecisionKind.returned
    body.say(str(WORDS.review_message) if returned else words, theme.STRONG).blank()
    body.typing(panel.line)
