"""Every state of the program as a screen."""

from rich.text import Text as Styled

from db.records import CaseSummary
from interviewer.call import Call
from interviewer.call_list import CallList, outcome_of, place_of, status_of
from interviewer.card import Card
from interviewer.draw import theme
from interviewer.draw.call import draw_call
from interviewer.draw.card import draw_card
from interviewer.draw.frame import (
    LEAST_COLUMNS,
    LEAST_ROWS,
    Surroundings,
    bar,
    clock,
    day_and_time,
    framed,
    strip,
    too_small,
)
from interviewer.draw.page import LIT_SIGN, Option, Page, shown
from interviewer.draw.panels import draw_help
from interviewer.keys import Action
from interviewer.turn import Mode
from interviewer.welcome import Opening, Resume, Welcome
from interviewer.words import WORDS, say
from schemas.calls import CaseStatus
from schemas.register import units_by_id


def draw(mode: Mode, around: Surroundings) -> list[Styled]:
    """The screen that shows `mode`: as many lines as there are rows, none wider than it."""
    if around.columns < LEAST_COLUMNS or around.rows < LEAST_ROWS:
        return too_small(around)
    if isinstance(mode, Call):
        return draw_call(mode, around)
    if isinstance(mode, Card):
        return draw_card(mode, around)
    if isinstance(mode, CallList):
        return _call_list(mode, around)
    if isinstance(mode, Welcome):
        return _welcome(mode, around)
    if isinstance(mode, Resume):
        return _resume(mode, around)
    assert isinstance(mode, Opening), f"there is no picture of {mode!r}"
    return _opening(mode, around)


def _opening(mode: Opening, around: Surroundings) -> list[Styled]:
    body = Page(around.columns).blank(2).say("Ringerunde", theme.STRONG, indent=3)
    body.say(str(WORDS.tagline), theme.QUIET, indent=3).blank().say(str(WORDS.opening), indent=3)
    return framed(around, [bar(around, "Ringerunde", "")], body, mode.notice, [Action.QUIT])


def _welcome(mode: Welcome, around: Surroundings) -> list[Styled]:
    body = Page(around.columns).blank(2).say(str(WORDS.who_calls), theme.STRONG, indent=3).blank()
    body.typing(mode.line, indent=3).blank().say(str(WORDS.who_calls_help), theme.QUIET, indent=3)
    actions = [Action.ENTER, Action.QUIT]
    return framed(around, [bar(around, "Ringerunde", "")], body, mode.notice, actions)


def _resume(mode: Resume, around: Surroundings) -> list[Styled]:
    body = Page(around.columns).blank(2).say(str(WORDS.resume), theme.STRONG, indent=3).blank()
    body.say(place_of(mode.left), theme.WAY_HERE, indent=5).blank()
    body.options([Option(str(WORDS.resume_go_on)), Option(str(WORDS.resume_leave))])
    top = [bar(around, "Ringerunde", mode.who.name)]
    return framed(around, top, body, mode.notice, [Action.ENTER, Action.CLOSE, Action.QUIT])


# ── The call list ────────────────────────────────────────────────────────────────────────────────

_LIST_ACTIONS = (
    Action.HELP,
    (Action.ENTER, WORDS.key_open),
    (Action.CLOSE, WORDS.key_clear),
    Action.PERSON,
    Action.QUIT,
)


def _call_list(mode: CallList, around: Surroundings) -> list[Styled]:
    found = mode.found
    top = [
        bar(around, f"Ringerunde · {WORDS.call_list}", f"{clock(around.now)} · {mode.who.name}"),
        strip(around, _counts(mode, len(found))),
    ]
    body = Page(around.columns)
    if mode.help:
        draw_help(body, mode.help)
        return framed(around, top, body, mode.notice, _LIST_ACTIONS)
    body.typing(mode.line, f"{WORDS.search}: ")
    if not mode.line.text:
        body.lines[-1].append(f" {WORDS.search_hint}", theme.QUIET)
    height = around.rows - len(top) - 4
    lit = min(mode.lit, max(len(found) - 1, 0))
    first = max(0, min(lit - height // 2, len(found) - height))
    for place, case in enumerate(found[first : first + height], start=first):
        body.lines.append(_case(case, around, place == lit))
    if not found:
        body.blank().say(say(WORDS.nothing_found, typed=mode.line.text))
    return framed(around, top, body, mode.notice, _LIST_ACTIONS)


def _counts(mode: CallList, shown_: int) -> str:
    finished = sum(case.interview == "complete" for case in mode.cases)
    return say(WORDS.list_count, shown=shown_, all=len(mode.cases), finished=finished)


_STATUS_SIGNS = {
    CaseStatus.never_called: "·",
    CaseStatus.under_way: "…",
    CaseStatus.to_resume: "▸",
    CaseStatus.finished: "✓",
    CaseStatus.refused: "✗",
    CaseStatus.with_coordinator: "K",
    CaseStatus.needs_number: "#",
    CaseStatus.closed: "–",
}


def _case(case: CaseSummary, around: Surroundings, lit: bool) -> Styled:
    """One line: the sign and the place, where it stands, what happened last, who has it."""
    status = status_of(case)
    place = units_by_id()[case.unit_id].label
    line = Styled(f"{LIT_SIGN if lit else ' '}{_STATUS_SIGNS[status]} ")
    line.append(shown(place)[:34].ljust(35), theme.STRONG)
    line.append(f"{status.label!s:<20}")
    line.append(shown(_last(case, around.is_wide)), theme.QUIET)
    line.truncate(around.columns, overflow="ellipsis")
    line.append(" " * max(around.columns - line.cell_len, 0))
    if lit:
        line.stylize(theme.LIT)
    return line


def _last(case: CaseSummary, wide: bool) -> str:
    parts = []
    if case.holder:
        parts.append(say(WORDS.held, name=case.holder.name))
    if case.leads:
        many = WORDS.leads_waiting if case.leads == 1 else WORDS.leads_waiting_many
        parts.append(say(many, count=case.leads))
    outcome = outcome_of(case)
    if case.last_at and outcome:
        parts.append(f"{day_and_time(case.last_at)} {outcome.label if wide else ''}".strip())
    return " · ".join(parts)
