"""A case being worked on, for the ear: who is on the line, the question, and what is open on it."""

from collections.abc import Hashable, Iterator
from typing import Final

from interviewer.draw.bars import Surroundings
from interviewer.draw.spoken import Spoken, SpokenPage, Typing, for_the_ear
from interviewer.engine.entries.entry import Entry
from interviewer.engine.entries.listed import ItemsOf, OneOf, SomeOf
from interviewer.engine.entries.written import TypedAnswer, UnitsOf
from interviewer.screens.call.draw import draw_end
from interviewer.screens.call.draw_aloud import answered_other
from interviewer.screens.call.draw_bar import agreed_words, promised_soon
from interviewer.screens.call.draw_panels import draw_panel
from interviewer.screens.call.draw_question import draw_entry, notes
from interviewer.screens.call.keys import KEYS
from interviewer.screens.call.panel_keys import keys_of
from interviewer.screens.call.panels.jump import JumpPanel
from interviewer.screens.call.rail import how_far
from interviewer.screens.call.state import Call, Panel
from interviewer.words import WORDS, say
from interviewer.words.speaking import SPOKEN
from schemas.calls.calls import draw_way, way_to
from schemas.questionnaire.answers import DONT_KNOW, REFUSED
from schemas.questionnaire.questions import Question
from schemas.questionnaire.walk import Step

ROOM: Final = 1000
"""There is room for everything."""


def speak_call(call: Call, around: Surroundings) -> Spoken:
    """All of it."""
    page, asks = SpokenPage(), tuple[str, ...]()
    if call.panel is not None:
        draw_panel(call, page, ROOM)
        keys = keys_of(call, call.panel)
        typing = _in_panel(call.panel, typing=keys.typing)
        footer, help = keys.footer(call), keys.help(call)
    elif call.talk.step is None:
        draw_end(call, page)
        typing, footer, help = Typing.reads, KEYS.footer(call), KEYS.help(call)
    else:
        _question(call, page, call.talk.step)
        typing = _at_entry(call.talk.entry)
        asks = tuple(_asks(call, call.talk.step.question))
        footer, help = KEYS.footer(call), KEYS.help(call)
    where = tuple(_around(call, around))
    whole = (how_far(call),)
    return Spoken(_place(call, page), page.said, typing, asks, where, whole, footer, help)


def _place(call: Call, page: SpokenPage) -> Hashable:
    """Somewhere else with every question, panel and language; and with every search."""
    sought = call.panel.line.text if isinstance(call.panel, JumpPanel) else ""
    entry = call.talk.entry
    sought = entry.line.text if isinstance(entry, UnitsOf) else sought
    here = call.talk.at, call.talk.language, sought
    return type(call.panel), *here, page.said[:1]


def _in_panel(panel: Panel, *, typing: bool) -> Typing:
    if isinstance(panel, JumpPanel):
        return Typing.seeks
    return Typing.writes if typing else Typing.picks


def _at_entry(entry: Entry | None) -> Typing:
    match entry:
        case OneOf() | ItemsOf():
            return Typing.picks
        case SomeOf():
            return Typing.marks
        case TypedAnswer():
            return Typing.lines if entry.has_lines else Typing.writes
        case UnitsOf():
            return Typing.seeks
        case _:
            return Typing.reads


def _question(call: Call, page: SpokenPage, step: Step) -> None:
    """What is read aloud first, then what is not, then what can be answered."""
    talk, asked, entry = call.talk, step.question, call.talk.entry
    for above in answered_other(asked):
        page.say(talk.said(above))
    page.say(call.read_aloud(asked))
    if asked.instruction:
        page.say(say(SPOKEN.instruction, told=talk.said(asked.instruction)))
    if call.defined is not None:
        every = talk.definitions
        words = every[call.defined % len(every)].text.in_(talk.language)
        page.say(say(SPOKEN.definition, told=words))
    if entry is not None:
        draw_entry(call, page, step, entry, ROOM)
    for words, _ in notes(call, step):
        page.say(words)


def _asks(call: Call, asked: Question) -> Iterator[str]:
    """In what bounds one answers, and what else may be said."""
    if bounds := asked.type.hint(call.talk.facts):
        yield bounds
    if asked.empty_allowed:
        yield str(WORDS.may_be_empty)
    if DONT_KNOW in asked.missing_allowed:
        yield str(SPOKEN.dont_know)
    if REFUSED in asked.missing_allowed:
        yield str(SPOKEN.refused)


def _around(call: Call, around: Surroundings) -> Iterator[tuple[Hashable, str]]:
    """The case and the call, who is on the line and the way there, the section, what is due."""
    number = f", {say(WORDS.call_number, number=call.attempt.number)}" if call.attempt else ""
    places = [f"{call.unit.label}{number}", _line(call)]
    if call.talk.step is not None:
        places.append(", ".join(call.talk.whereabouts(call.talk.step)))
    yield from zip(places, places, strict=True)
    if soon := promised_soon(call, around.now):
        kept = soon[0].id, soon[0].due <= around.now  # not said anew for every minute
        yield kept, for_the_ear(agreed_words(call, soon, around.now))


def _line(call: Call) -> str:
    if call.attempt is None or call.on_line is None:
        return str(WORDS.nobody)
    way = draw_way(way_to(call.on_line.id, call.file.redirects, call.file.contacts))
    return for_the_ear(f"{WORDS.on_line}: {way}")
