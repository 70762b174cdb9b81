"""The call list, line by line: the sign, the place, and why it stands where it does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from rich.text import Text as Styled

from interviewer.controls.screen import Notice, Tone
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.clicks import OPENS, ListRow, clickable
from interviewer.draw.columns import Option
from interviewer.draw.help import in_words_of, keys_here, keys_in, room_for_help
from interviewer.draw.ink import inked
from interviewer.draw.lines import LIT_SIGN, shown, wrapped
from interviewer.draw.page import Page
from interviewer.draw.search_line import say_if_empty, search_line
from interviewer.places import typed
from interviewer.screens.call_list.draw_beside import beside
from interviewer.screens.call_list.filters import ALL, filters
from interviewer.screens.call_list.groups import ListedGroup
from interviewer.screens.call_list.keys import keys_of
from interviewer.screens.call_list.state import CallList, appointment_words
from interviewer.words import WORDS, say, say_count
from schemas.calls.my_day import hours_and_minutes, short_time
from schemas.calls.ranking.lines import Lines, ListedCase
from schemas.calls.ranking.rules import ListPlace
from schemas.language.numerals import how_many


def draw_call_list(screen: CallList, around: Surroundings) -> list[Styled]:
    """The cases, or which of them are listed."""
    top = [
        bar(around, f"Ringerunde · {WORDS.call_list}", clock_and(around, screen.who.name)),
        *_told(around, _counts(screen)),
        *_day(screen, around),
    ]
    lists = not (screen.help or screen.choosing)
    is_split = lists and around.is_wide and not screen.nobody_has_a_number
    width = around.columns * 2 // 3 if is_split else around.columns
    body, uncut = Page(width), None
    if screen.help:
        from interviewer.draw.reading import read_on  # nobody has asked at the first picture

        keys_here(body, in_words_of(screen.who.survey, keys_of(screen).help(screen)))
        body.blank().say(_legend(), theme.QUIET, hang=2)
        for rule in screen.who.settings.rules():
            body.say(rule, theme.QUIET, hang=2)
        read_on(body, screen.help.scroll, room_for_help(around, top))
    elif screen.choosing:
        body.say(str(WORDS.filter_title), theme.STRONG).blank()
        options = [Option(one.label, lit=one is screen.filter) for one in filters(screen.who.frame)]
        body.options(options, room=around.rows - len(top) - 6)
    else:
        uncut = _cases(screen, body, around.rows - len(top) - 4)
    keys = keys_in(screen.help) if screen.help else keys_of(screen).footer(screen)
    side = beside(screen, around.columns - width - 1) if is_split else None
    return framed(around, top, body, screen.notice or (None if side else uncut), keys, side)


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
    if screen.filter is not ALL and not screen.is_searching:  # what is typed is sought in all cases
        counts = f"{say(WORDS.filtered, filter=screen.filter.label)} · {counts}"
    upcoming = screen.next_appointment
    if upcoming:
        counts = f"{counts} · {appointment_words(upcoming)}"
    lacking = len(ranked.needs_number)
    return f"{counts} · {say(WORDS.list_no_number, count=lacking)}" if lacking else counts


def _told(around: Surroundings, words: str) -> list[Styled]:
    """Below the top line, on a second line where one is too short: no time or name is cut."""
    lines = wrapped(inked(shown(words), theme.WAY), around.columns - 1, 0, 0)
    return [strip(around, line) for line in lines]


def _day(screen: CallList, around: Surroundings) -> list[Styled]:
    """What there has been today, and what is left; a break in time."""
    day, left = screen.day, screen.left_today
    if not (day.calls or left):
        return []
    done = [
        say(WORDS.day_calls, calls=how_many(day.calls, "oppringning", "oppringninger")),
        how_many(day.interviews, "intervju", "intervjuer"),
        say_count(left, WORDS.day_left_one, WORDS.day_left) if left else str(WORDS.day_left_none),
        say(WORDS.day_on_phone, time=short_time(day.on_phone)),
    ]
    lines = _told(around, " · ".join(done))
    if day.is_due_for_a_break(screen.who.settings.break_after_minutes):
        words = say(WORDS.day_break, time=hours_and_minutes(day.at_it))
        lines += Page(around.columns).say(words, theme.CAUTION).lines
    return lines


def _cases(screen: CallList, body: Page, height: int) -> Notice | None:
    """The rows in sight; and what the marked one says, where there is no room for all of it."""
    search_line(body, screen, screen.who.survey.frame)
    say_if_empty(body, screen, WORDS.nobody_callable)
    if screen.nobody_has_a_number and not screen.is_searching:
        height -= _first_of_all(screen, body)
    marked = screen.marked
    parts = _parts(screen)
    at = _row_of(parts, marked)
    first = max(0, min(at - height // 2, sum(map(len, parts)) - height))
    seen = _rows(parts, first, first + height)
    while seen and seen[-1].line is None:  # the cases of a heading that stands last are below
        seen.pop()
    width = _name_width([row.line for row in seen if row.line], body.width)
    for row in seen:
        if row.line is None:
            body.lines.append(row.heading)
        else:
            assert row.place is not None, "a case has its place in the list"
            case = _case(screen, row.line, body.width, width, row.place == marked)
            body.lines.append(clickable(case, ListRow(row.place, row.place == marked, OPENS)))
    told = next((row.line.reason for row in seen if row.line and row.place == marked), "")
    is_cut = cell_len(told) + width + BESIDE > body.width
    return Notice(told, tone=Tone.quiet) if is_cut else None


def _first_of_all(screen: CallList, body: Page) -> int:
    """What to do where nobody can be rung yet; and how many lines that takes."""
    survey, lines = screen.who.survey, len(body.lines)
    earlier, switchboard = survey.earlier_name, survey.departments.first_rung()
    names = [earlier.command] if earlier else []
    first = say(WORDS.first_none, count=len(screen.listing.cases))
    phase = earlier.phase if earlier else ""
    body.blank().say(first, theme.STRONG)
    body.say(say(WORDS.first_files if earlier else WORDS.first_file, phase=phase), indent=3)
    body.say(say(WORDS.first_commands), theme.QUIET, indent=3)
    for one in (*names, "contacts"):  # each on a line of its own, to be copied whole
        body.say(typed(*screen.who.naming, "import", one, "FIL"), theme.QUIET, indent=5)
    by_hand = say(survey.put(WORDS.first_type), department=switchboard.label)
    body.say(by_hand, indent=3).blank()
    return len(body.lines) - lines


def _name_width(lines: Sequence[ListedCase], columns: int) -> int:
    """A name stands whole where there is room for it beside why the case is there."""
    names = max((cell_len(line.case.unit.label) for line in lines), default=0)
    reasons = max((cell_len(line.reason) for line in lines), default=0)
    return min(names, max(columns - reasons - BESIDE, LEAST_NAME))


LEAST_NAME: Final = 28
"""So much of a name is always there."""

BESIDE: Final = 5
"""The sign in front of the name, and the air behind it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A heading, or a case and its place in the list."""

    heading: Styled
    line: ListedCase | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of a group: those of its heading, if it has one, and its lines."""

    heading: tuple[Styled, ...]
    lines: Lines

    def __len__(self) -> int:
        return len(self.heading) + len(self.lines)

    def row(self, number: int, before: int) -> _Row:
        """One of its rows; so many lines come `before` the group."""
        nth = number - len(self.heading)
        if nth < 0:
            return _Row(self.heading[number])
        return _Row(Styled(""), self.lines[nth], before + nth)


def _parts(screen: CallList) -> list[_Part]:
    """The lines, each group below its heading; what is found by typing has none."""
    if screen.is_searching:
        return [_Part((), screen.lines)]
    return [_Part((Styled(""), _heading(group)), group.lines) for group in screen.groups]


def _heading(group: ListedGroup) -> Styled:
    heading = inked(f" {str(group.heading).upper()}  ", theme.KEY)
    return heading.append(str(group.count), theme.QUIET)


def _row_of(parts: list[_Part], place: int) -> int:
    """The number of the row that a line is on."""
    above = 0
    for part in parts:
        above += len(part.heading)
        if place < len(part.lines):
            return above + place
        place, above = place - len(part.lines), above + len(part.lines)
    return 0


def _rows(parts: list[_Part], first: int, end: int) -> list[_Row]:
    """The rows from one to another: no others are made, however many there are."""
    rows, above, before = [], 0, 0
    for part in parts:
        inside = range(max(first - above, 0), min(end - above, len(part)))
        rows += [part.row(number, before) for number in inside]
        above, before = above + len(part), before + len(part.lines)
    return rows


_SIGNS = {
    ListPlace.callable: "☎",
    ListPlace.waiting: "…",
    ListPlace.with_coordinator: "K",
    ListPlace.needs_number: "#",
    ListPlace.in_review: "✓",
    ListPlace.finished: "✓",
    ListPlace.held: "=",
    ListPlace.given: "→",
}


def _legend() -> str:
    """What the signs in front of the cases stand for."""
    signs = " · ".join(f"{sign} {str(place.label).lower()}" for place, sign in _SIGNS.items())
    return f"{WORDS.list_signs}: {signs}"


def _case(screen: CallList, line: ListedCase, columns: int, width: int, lit: bool) -> Styled:
    """One line: the sign, the place, and why it stands where it does; what waits is quieter."""
    waits = line.rule.place is ListPlace.waiting
    cases = screen.folded.get(line.case.case_id)
    row = inked(f"{LIT_SIGN if lit else ' '}{_SIGNS[line.rule.place]} ", theme.QUIET)
    name = Styled(shown(say(WORDS.folded, count=cases) if cases else line.case.unit.label))
    name.truncate(width, overflow="ellipsis", pad=True)
    name.stylize(theme.QUIET if waits else theme.STRONG)
    row.append_text(name).append("  ").append(shown(line.reason), theme.QUIET if waits else None)
    row.truncate(columns, overflow="ellipsis")
    row.append(" " * max(columns - row.cell_len, 0))
    if lit:
        row.stylize(theme.LIT)
    return row
