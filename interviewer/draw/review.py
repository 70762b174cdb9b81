"""The coordinator's screens: the queue, one interview, shared services, progress."""

from rich.console import Console
from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.frame import Surroundings, bar, clock, day_and_time, framed, strip
from interviewer.draw.page import LIT_SIGN, Option, Page, shown
from interviewer.draw.panels import draw_help
from interviewer.keys import Action
from interviewer.review.case import (
    CLASSES,
    WAYS,
    ChoosingClass,
    ChoosingQuestion,
    Reasoning,
    ReviewCase,
)
from interviewer.review.progress import ProgressView
from interviewer.review.queue import Queue, place_of
from interviewer.review.shared import Row, SharedServices, place
from interviewer.words import WORDS, say
from schemas.calls import draw_way
from schemas.classify import Class
from schemas.decisions import Decision, DecisionKind
from schemas.phase_two import PhaseTwo
from schemas.reveal import Difference
from schemas.review import ReviewItem
from schemas.show import show
from schemas.walk import answers_of, route

# ── The queue ────────────────────────────────────────────────────────────────────────────────────

_QUEUE_KEYS = (
    Action.HELP,
    (Action.ENTER, WORDS.key_open),
    (Action.JUMP, WORDS.review_all),
    (Action.REDIRECT, WORDS.review_shared),
    (Action.DEFINE, WORDS.review_progress),
    Action.QUIT,
)


def draw_queue(queue: Queue, around: Surroundings) -> list[Styled]:
    """Finished interviews, each with its class and why it is to be looked at."""
    body = Page(around.columns)
    top = [
        bar(
            around, f"Ringerunde · {WORDS.review_title}", f"{clock(around.now)} · {queue.who.name}"
        ),
        strip(around, _counts(queue)),
    ]
    if queue.help:
        draw_help(body, queue.help)
        return framed(around, top, body, queue.notice, _QUEUE_KEYS)
    body.typing(queue.line, f"{WORDS.search}: ")
    for number, item in enumerate(queue.items):
        lit = number == queue.marked
        body.say(_item(item, lit), theme.LIT if lit else theme.PAPER, indent=0, hang=29)
        if lit:
            body.focus = len(body.lines) - 1
    if not queue.items:
        body.blank().say(str(WORDS.review_none))
    return framed(around, top, body, queue.notice, _QUEUE_KEYS)


def _counts(queue: Queue) -> str:
    items, shared = queue.desk.items, queue.desk.shared
    counts = say(
        WORDS.review_counts,
        open=sum(bool(item.whys) and not item.is_decided for item in items),
        decided=sum(item.is_decided for item in items),
        all=len(items),
    )
    if not shared.proposals:
        return counts
    services, conflicts = len(shared.proposals), len(shared.disagreements)
    return f"{counts} · {say(WORDS.review_shared_count, count=services, conflicts=conflicts)}"


def _item(item: ReviewItem, lit: bool) -> str:
    sign = LIT_SIGN if lit else " "
    klass = item.interview.klass
    whys = ", ".join(str(why.label) for why in item.whys)
    if item.decision:
        whys = say(WORDS.review_decided, decision=str(item.decision.kind.label).lower())
    return f"{sign} {place_of(item)[:25]:<26} {klass.label if klass else ''}: {whys}"


# ── One interview ────────────────────────────────────────────────────────────────────────────────

_CASE_KEYS = (Action.UP, Action.DOWN, Action.FORWARD, (Action.CLOSE, WORDS.key_queue), Action.QUIT)
_PANEL_KEYS = (Action.ENTER, Action.CLOSE)


def draw_review(case: ReviewCase, around: Surroundings) -> list[Styled]:
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
        body.lines = body.lines[min(case.top, max(len(body.lines) - 10, 0)) :]
    elif isinstance(case.panel, ChoosingClass):
        body.say(str(WORDS.review_which_class), theme.STRONG).blank()
        body.options([Option(str(one.label)) for one in CLASSES])
    elif isinstance(case.panel, ChoosingQuestion):
        _questions(case, case.panel, body)
    else:
        _reason(body, case.panel)
    keys = _PANEL_KEYS if case.panel else _CASE_KEYS
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


# ── Shared services ──────────────────────────────────────────────────────────────────────────────

_SHARED_KEYS = (
    (Action.ENTER, WORDS.key_confirm),
    (Action.REMOVE, WORDS.key_apart),
    (Action.CLOSE, WORDS.key_queue),
)


def draw_shared(mode: SharedServices, around: Surroundings) -> list[Styled]:
    """Each service with the cases it would settle, and who disagrees."""
    body = Page(around.columns).say(str(WORDS.shared_title), theme.STRONG).blank()
    row = mode.marked
    if mode.reason is not None and row and row.unit:
        body.say(say(WORDS.shared_reason, unit=place(row.unit))).typing(mode.reason)
    else:
        for number, one in enumerate(mode.rows):
            lit = number == min(mode.lit, len(mode.rows) - 1)
            body.say(_shared(one, lit), theme.LIT if lit else theme.PAPER, hang=4)
            if lit:
                body.focus = len(body.lines) - 1
        if not mode.rows:
            body.say(str(WORDS.shared_none))
    top = [bar(around, f"Ringerunde · {WORDS.review_shared}", mode.who.name)]
    return framed(around, top, body, mode.notice, _SHARED_KEYS)


def _shared(row: Row, lit: bool) -> str:
    sign, proposal = LIT_SIGN if lit else " ", row.proposal
    if row.unit is None:
        words = say(
            WORDS.shared_row,
            service=proposal.service or "–",
            host=place(proposal.host),
            settles=len(proposal.settles),
            disagree=len(proposal.disagree),
        )
        return f"{sign} {words}"
    if row.disagreement is None:
        return f"{sign}   {place(row.unit)}"
    others = ", ".join(map(place, row.disagreement.others))
    conflict = row.disagreement.conflict.label
    words = say(WORDS.shared_disagrees, conflict=conflict, others=others)
    return f"{sign} ! {place(row.unit)}: {words}"


# ── Progress ─────────────────────────────────────────────────────────────────────────────────────


def draw_progress(mode: ProgressView, around: Surroundings) -> list[Styled]:
    """What `ringerunde status` prints, alive."""
    from interviewer.status import status_parts

    console = Console(width=around.columns - 2, color_system=None, force_terminal=False)
    body = Page(around.columns)
    for part in status_parts(mode.survey, mode.now, mode.who.settings):
        for line in console.render_lines(part, pad=False):
            text = "".join(segment.text for segment in line)
            body.lines.append(Styled(" " + shown(text.rstrip())))
        body.blank()
    body.lines = body.lines[min(mode.top, max(len(body.lines) - 10, 0)) :]
    top = [bar(around, f"Ringerunde · {WORDS.review_progress}", clock(around.now))]
    return framed(around, top, body, mode.notice, _CASE_KEYS)
