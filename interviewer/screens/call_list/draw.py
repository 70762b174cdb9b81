"""The call list, line by line: the sign, the place, and why it stands where it does."""

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.help import HELP_KEYS, in_words_of, keys_here
from interviewer.draw.page import LIT_SIGN, Option, Page, shown
from interviewer.draw.search_line import say_if_empty, search_line
from interviewer.screens.call_list.keys import KEYS
from interviewer.screens.call_list.state import ALL, CallList, appointment_words, filters
from interviewer.words import WORDS, say
from schemas.calls.ranking.listing import ListedCase
from schemas.calls.ranking.rules import ListPlace
from schemas.language.phone import show_phone


def draw_call_list(screen: CallList, around: Surroundings) -> list[Styled]:
    """The cases, or which of them are listed."""
    top = [
        bar(around, f"Ringerunde · {WORDS.call_list}", clock_and(around, screen.who.name)),
        strip(around, _counts(screen)),
    ]
    body = Page(around.columns)
    if screen.help:
        keys_here(body, screen.help, in_words_of(screen.who.survey, KEYS.help(screen)))
        body.blank().say(_legend(), theme.QUIET, hang=2)
        for rule in screen.who.settings.rules():
            body.say(rule, theme.QUIET, hang=2)
    elif screen.choosing:
        body.say(str(WORDS.filter_title), theme.STRONG).blank()
        options = [Option(one.label, lit=one is screen.filter) for one in filters(screen.who.frame)]
        body.options(options, room=around.rows - len(top) - 6)
    else:
        _cases(screen, around, body, around.rows - len(top) - 4)
    return framed(
        around, top, body, screen.notice, HELP_KEYS if screen.help else KEYS.footer(screen)
    )


def _counts(screen: CallList) -> str:
    ranked = screen.ranked
    counts = say(
        WORDS.list_count,
        callable=len(ranked.callable),
        waiting=len(ranked.waiting),
        finished=len(ranked.finished) + len(ranked.in_review),
        all=len(screen.listing.cases),
    )
    if screen.ringing:
        counts = f"{WORDS.somebody_rings} · {counts}"
    if screen.filter is not ALL:
        counts = f"{say(WORDS.filtered, filter=screen.filter.label)} · {counts}"
    upcoming = screen.next_appointment
    if upcoming:
        counts = f"{counts} · {appointment_words(upcoming)}"
    lacking = len(ranked.needs_number)
    return f"{counts} · {say(WORDS.list_no_number, count=lacking)}" if lacking else counts


def _cases(screen: CallList, around: Surroundings, body: Page, height: int) -> None:
    search_line(body, screen, screen.who.survey.frame)
    say_if_empty(body, screen, WORDS.nobody_callable)
    lines, marked = screen.lines, screen.marked
    first = max(0, min(marked - height // 2, len(lines) - height))
    for place, line in enumerate(lines[first : first + height], start=first):
        body.lines.append(_case(line, around, place == marked))


_SIGNS = {
    ListPlace.callable: "☎",
    ListPlace.waiting: "…",
    ListPlace.with_coordinator: "K",
    ListPlace.needs_number: "#",
    ListPlace.in_review: "✓",
    ListPlace.finished: "✓",
    ListPlace.held: "=",
}


def _legend() -> str:
    """What the signs in front of the cases stand for."""
    signs = " · ".join(f"{sign} {str(place.label).lower()}" for place, sign in _SIGNS.items())
    return f"{WORDS.list_signs}: {signs}"


def _case(line: ListedCase, around: Surroundings, lit: bool) -> Styled:
    """One line: the sign, the place, and why it stands where it does."""
    row = Styled(f"{LIT_SIGN if lit else ' '}{_SIGNS[line.rule.place]} ")
    row.append(shown(line.case.unit.label)[:27].ljust(28), theme.STRONG)
    row.append(shown(line.reason))
    if around.is_wide and line.contact and line.contact.phone:
        row.append(f"  {show_phone(line.contact.phone)}", theme.QUIET)
    row.truncate(around.columns, overflow="ellipsis")
    row.append(" " * max(around.columns - row.cell_len, 0))
    if lit:
        row.stylize(theme.LIT)
    return row
