"""The question at hand: what is read aloud, what is not, and the answer taking shape."""

from collections.abc import Iterator
from typing import Final, assert_never

from rich.text import Text as Styled

from interviewer.controls.keys import Keycap
from interviewer.draw import theme
from interviewer.draw.clicks import OPENS, KeySpot, ListRow, clickable
from interviewer.draw.columns import Option
from interviewer.draw.ink import inked
from interviewer.draw.lines import AIR, shown
from interviewer.draw.page import Page
from interviewer.draw.theme import Role
from interviewer.engine.entries.entry import Entry
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.entries.written import TypedAnswer, UnitsOf
from interviewer.screens.call.draw_aloud import INDENT, aloud, apart, definition, edge, told
from interviewer.screens.call.state import Call
from interviewer.words import WORDS, known_again, say, say_count
from schemas.language.text import Language, Text, capital
from schemas.questionnaire.answers import (
    DONT_KNOW,
    MISSING_LABELS,
    NOT_ASKED,
    REFUSED,
    Choice,
    Missing,
)
from schemas.questionnaire.questions import Question
from schemas.questionnaire.show import show
from schemas.questionnaire.types.descriptions import EntryForm
from schemas.questionnaire.walk import Firing, Key, Step

TEXT_ROWS: Final = 4
"""A question is rarely longer: its answers begin on the same line whatever is asked."""


def question(call: Call, body: Page, room: int) -> None:
    """The section, the question, its definition if open, the entry, and what there is to know.

    The first line of every question, and the first of its answers, stand where they stood in the
    question before, as far as the room allows: nothing jumps when an answer is given.
    """
    _with_air(call, body, room)
    if len(body.lines) > room:
        body.lines, body.focus = [], 0
        _without_air(call, body, room)


def _with_air(call: Call, body: Page, room: int) -> None:
    step, entry = _at(call)
    body.blank(max(room - ROOM, 0) // 3)
    _heading(call, body, step)
    body.lines.append(edge(body.width, step))
    begins = len(body.lines) + TEXT_ROWS
    aloud(call, body, step)
    body.lines.append(edge(body.width, step))
    told(call, body, step)
    if call.defined is not None:
        apart(body)
        definition(call, body, call.defined)
    apart(body)
    below = _below(call, step, body.width)
    left = room - len(below)
    if begins + _least(entry) <= left:
        body.down_to(begins)
    draw_entry(call, body, step, entry, left - len(body.lines))
    body.lines += below


def _without_air(call: Call, body: Page, room: int) -> None:
    """What can be chosen is in sight before anything else: nothing stands apart any more."""
    step, entry = _at(call)
    _heading(call, body, step)
    aloud(call, body, step)
    told(call, body, step)
    if call.defined is not None:
        definition(call, body, call.defined)
    below = _below(call, step, body.width, tight=True)
    draw_entry(call, body, step, entry, room - len(below) - len(body.lines))
    body.lines += below


def _at(call: Call) -> tuple[Step, Entry]:
    step, entry = call.talk.step, call.talk.entry
    assert step is not None, "there is a question"
    assert entry is not None, "a question has an entry"
    return step, entry


ROOM: Final = 18
"""So many lines there are on the smallest screen; larger ones get air above the question."""


def _least(entry: Entry) -> int:
    """How many lines the answers take without air between them."""
    return len(entry.codes) if isinstance(entry, OneOf | SomeOf) else 1


def _heading(call: Call, body: Page, step: Step) -> None:
    head = " · ".join(call.talk.whereabouts(step))
    body.pair(inked(shown(f"  {head}"), theme.QUIET), inked(_aside(call), theme.QUIET))


def _aside(call: Call) -> str:
    """How many answers are kept aside, off the route, and when those of an interview come back."""
    aside = call.talk.walked.aside
    if not aside:
        return ""
    words = say_count(len(aside), WORDS.set_aside_one, WORDS.set_aside)
    waits = Key(call.who.survey.parts.begins) in aside
    return say(WORDS.until_agreed, aside=words) if waits else words


def draw_entry(call: Call, body: Page, step: Step, entry: Entry, room: int) -> None:
    """What can be chosen, or is being typed, and what the answer is so far."""
    talk, asked = call.talk, step.question
    answer = talk.answers.get(step.key, NOT_ASKED)
    if isinstance(entry, OneOf):
        options = [_one(code, entry, talk.language) for code in entry.codes]
        body.options(options, room, entry.keys, indent=INDENT)
    elif isinstance(entry, SomeOf):
        options = [_some(code, entry, talk.language) for code in entry.codes]
        body.options(options, room, entry.keys, indent=INDENT)
    elif isinstance(entry, TypedAnswer):
        body.typing(entry.line, indent=INDENT)
    elif isinstance(entry, UnitsOf):
        _units(body, entry)
    elif isinstance(entry, ItemsOf):
        _items(body, entry)
    if bad := talk.unreadable.get(step.key):
        words = say(WORDS.unreadable_here, answer=bad.words)
        body.blank().say(words, theme.WARNING, indent=INDENT)
    if _says_something(answer, entry):
        words = show(asked, answer, talk.frame, talk.language)
        body.blank().say(say(WORDS.answer_now, answer=words), theme.CHOSEN, indent=INDENT)


def _says_something(answer: object, entry: Entry) -> bool:
    """Whether the answer so far has to be told, because the entry does not show it."""
    if answer == NOT_ASKED or isinstance(entry, ItemsOf):
        return False
    return isinstance(answer, Missing) or not isinstance(
        entry, OneOf | SomeOf | TypedAnswer | UnitsOf
    )


def _one(code: Choice, entry: OneOf, language: Language) -> Option:
    chosen = entry.answer is code
    lit = entry.lit is not None and entry.codes[entry.lit] is code
    return Option(code.label.in_(language), "(x)" if chosen else "( )", chosen, lit)


def _some(code: Choice, entry: SomeOf, language: Language) -> Option:
    chosen = code in entry.chosen
    lit = entry.lit is not None and entry.codes[entry.lit] is code
    return Option(code.label.in_(language), "[x]" if chosen else "[ ]", chosen, lit)


def _units(body: Page, entry: UnitsOf) -> None:
    for one in entry.chosen_units:
        body.say(f"✓ {one.label}", theme.CHOSEN, indent=INDENT)
    body.typing(entry.line, indent=INDENT)
    focus = body.focus
    for place, one in enumerate(entry.found):
        _row(body, one.label, place, place == entry.lit)
    body.focus = focus


def _items(body: Page, entry: ItemsOf) -> None:
    no_more = Option(str(WORDS.more_no), chosen=entry.items.complete)
    body.options([Option(say(WORDS.more_yes, an_item=entry.noun.a)), no_more], indent=INDENT)
    said = say(WORDS.items_so_far, items=capital(entry.noun.all))
    body.blank().say(said, theme.QUIET, indent=INDENT)
    for place, name in enumerate(entry.names):
        lit = place == entry.lit
        _row(body, f"{place + 1:2}. {name or WORDS.unnamed}", place, lit)


def _row(body: Page, words: str, place: int, lit: bool) -> None:
    body.row(words, ListRow(place, lit, OPENS), indent=INDENT, hang=4)


# ── Below the entry ──────────────────────────────────────────────────────────────────────────────


def _below(call: Call, step: Step, width: int, *, tight: bool = False) -> list[Styled]:
    """Not to know or not to say, how to answer, the remark, and checks on this question."""
    page = Page(width)
    missing, how = _missing(step.question, call.talk.language), Styled(hint(call, step))
    how.stylize_before(theme.QUIET)
    for line in [missing + how] if tight else filter(None, (missing, how)):
        page.say(line, indent=INDENT)
    for words, style in notes(call, step):
        page.say(words, style, indent=INDENT)
    return page.lines if tight else [AIR, *page.lines]


def notes(call: Call, step: Step) -> Iterator[tuple[str, Role]]:
    """What has been remarked, or still is to be; and what does not fit."""
    talk = call.talk
    if half := call.half_written:
        words = known_again(talk.said(talk.questionnaire.by_id[half.at.question].text, "nb"))
        yield say(WORDS.remark_waits, question=words), theme.CAUTION
    if remark := talk.remarks.get(step.key):
        yield say(WORDS.remark_is, remark=remark), theme.SILENT
    for fired in talk.open_checks:
        if fired.step == step:
            yield check_words(fired), theme.ERROR if fired.check.hard else theme.WARNING


def _is_list(asked: Question) -> bool:
    return asked.type.entry in (EntryForm.one_of, EntryForm.some_of)


def _missing(asked: Question, language: Language) -> Styled:
    """What is no answer, last and apart from the codes, with the keys for it."""
    line = Styled("")
    if not _is_list(asked):
        return line
    for missing, key in ((DONT_KNOW, Keycap.F7), (REFUSED, Keycap.F8)):
        if missing in asked.missing_allowed:
            one = inked(f" {key.shown.split()[-1]} ", theme.KEY)
            label = MISSING_LABELS[missing].in_(language)
            one.append(label, theme.PAPER)
            line.append_text(clickable(one, KeySpot(key))).append("    ")
    return line


def hint(call: Call, step: Step) -> str:
    """How one answers, in what bounds, and whether it may be left empty."""
    asked = step.question
    how = _how(asked.type.entry)
    ways_out = "" if _is_list(asked) else _ways_out(asked)
    hints = [str(how or ""), asked.type.hint(call.talk.facts), ways_out]
    if asked.empty_allowed:
        hints.append(str(WORDS.may_be_empty))
    return " · ".join(filter(None, hints))


def _how(entry: EntryForm) -> Text | None:
    """How one answers in this form, where that is not plain."""
    match entry:
        case EntryForm.read_aloud:
            return WORDS.read_hint
        case EntryForm.one_of:
            return WORDS.single_hint
        case EntryForm.some_of:
            return WORDS.several_hint
        case EntryForm.several_lines:
            return WORDS.lines_hint
        case EntryForm.one_unit:
            return WORDS.unit_hint
        case EntryForm.some_units:
            return WORDS.units_hint
        case EntryForm.one_line | EntryForm.items:
            return None
        case never:
            assert_never(never)


def _ways_out(asked: Question) -> str:
    if not asked.missing_allowed:
        return ""
    return str(WORDS.dont_know_key if asked.missing_allowed == (DONT_KNOW,) else WORDS.missing_keys)


def check_words(fired: Firing) -> str:
    """A check in words, and whether it must be resolved."""
    words = WORDS.check_here if fired.check.hard else WORDS.warning_here
    return say(words, says=fired.check.says)
