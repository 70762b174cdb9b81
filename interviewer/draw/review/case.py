"""One finished interview: what can be decided, what made the class, all answers."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.frame import Surroundings, bar, clock, day_and_time, framed, strip
from interviewer.draw.page import LIT_SIGN, Option, Page
from interviewer.draw.review.reading import READING_KEYS, read_from
from interviewer.keys import Action
from interviewer.review.case import (
    CLASSES,
    WAYS,
    ChoosingClass,
    ChoosingQuestion,
    Reasoning,
    ReviewCase,
)
from interviewer.words import WORDS, say
from schemas.calls import draw_way
from schemas.classify import Class
from schemas.decisions import Decision, DecisionKind
from schemas.phase_two import PhaseTwo
from schemas.reveal import Difference
from schemas.review import ReviewItem
from schemas.show import show
from schemas.walk import answers_of, route

_PANEL_KEYS = (Action.ENTER, Action.CLOSE)


def draw_case(case: ReviewCase, around: Surroundings) -> list[Styled]:
    """The ways on, what made the class, the way there, all answers; or what is open."""
    item = case.file.item
    top = [
        bar(around, case.place, f"{clock(around.now)} · {case.who.name}"),
        strip(around, draw_way(case.file.way)),
    ]
    body = Page(around.columns)
    if case.panel is None:
        _about(case, body, item)
        body.options([Option(str(label)) for _, label in WAYS])
        _answers(body, item)
        read_from(body, case.top)
    elif isinstance(case.panel, ChoosingClass):
        body.say(str(WORDS.review_which_class), theme.STRONG).blank()
        body.options([Option(str(one.label)) for one in CLASSES])
    elif isinstance(case.panel, ChoosingQuestion):
        _questions(case, case.panel, body)
    else:
        _reason(body, case.panel)
    keys = _PANEL_KEYS if case.panel else READING_KEYS
    return framed(around, top, body, case.notice, keys)


def _about(case: ReviewCase, body: Page, item: ReviewItem) -> None:
    interview, file = item.interview, case.file
    klass = interview.klass
    body.say(say(WORDS.review_class, klass=klass.label if klass else "–"), theme.STRONG)
    for words in interview.because:
        body.say(f"· {words}", indent=3, hang=2)
    if item.whys:
        whys = ", ".join(str(why.label) for why in item.whys)
        body.say(say(WORDS.review_why, whys=whys), theme.WARNING)
    if file.open_points:
        points = ", ".join(str(point.label) for point in file.open_points)
        body.say(say(WORDS.review_open, points=points), theme.SILENT)
    body.say(_claim(case), theme.QUIET)
    if interview.private_note:
        body.say(say(WORDS.review_note, note=interview.private_note), theme.SILENT)
    for entry in file.remarks:
        body.say(f"{WORDS.remarks}: {entry.question}: {entry.remark}", theme.SILENT)
    for confirmed in interview.confirmed:
        body.say(f"! {confirmed['check']}: {confirmed['reason']}", theme.SILENT)
    for decision in file.decisions:
        body.say(_decision(decision), theme.QUIET)
    body.blank()


def _claim(case: ReviewCase) -> str:
    form, reveal = case.file.case.phase_one, case.file.case.reveal
    if form is None or form.claim is None:
        return str(WORDS.review_no_claim)
    told = reveal.reason if reveal else None
    reason = Difference[told].label if told else WORDS.review_not_explained
    return say(WORDS.review_claim, claim=form.claim.label, reason=reason)


def _decision(decision: Decision) -> str:
    klass = f" ({decision.klass.label})" if decision.klass else ""
    return say(
        WORDS.review_earlier,
        when=day_and_time(decision.at),
        name=decision.name,
        decision=f"{decision.kind.label}{klass}",
        reason=f" – {decision.reason}" if decision.reason else "",
    )


def _answers(body: Page, item: ReviewItem) -> None:
    """Every question that was asked, with its answer."""
    document = item.interview.document
    if not document:
        return
    finished = PhaseTwo.model_validate(document)
    walked = route(PhaseTwo, answers_of(finished), finished.facts)
    section = None
    for step in walked.steps:
        if step.question.section is not section:
            section = step.question.section
            body.blank().rule(str(section.heading))
        number = f"{step.number}. " if step.number else ""
        words = finished.facts.fill(str(step.question.text))
        body.say(f"{number}{words}", theme.QUIET, hang=2)
        body.say(show(step.question, walked.answer(step)), theme.PAPER, indent=5)


def _questions(case: ReviewCase, panel: ChoosingQuestion, body: Page) -> None:
    body.say(str(WORDS.review_which_question), theme.STRONG).typing(panel.line).blank()
    for number, step in enumerate(case.found(panel)):
        lit = number == panel.lit
        item = f"{step.number}. " if step.number else ""
        sign = LIT_SIGN if lit else " "
        words = f"{sign} {item}{step.question.text}"
        body.say(words, theme.LIT if lit else theme.PAPER, hang=2)
        if lit:
            body.focus = len(body.lines) - 1


def _reason(body: Page, panel: Reasoning) -> None:
    klass = f" ({panel.klass.label})" if isinstance(panel.klass, Class) else ""
    words = say(WORDS.review_reason, decision=f"{panel.kind.label}{klass}")
    returned = panel.kind is DecisionKind.returned
    body.say(str(WORDS.review_message) if returned else words, theme.STRONG).blank()
    body.typing(panel.line)
