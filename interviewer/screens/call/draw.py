"""A case being worked on: the question at hand, who is on the line, and what is open on top."""

from rich.text import Text as Styled

from db.problems import LeaseLost
from interviewer.controls.actions import LOST, Footer
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, framed, strip
from interviewer.draw.ink import inked
from interviewer.draw.page import Page
from interviewer.draw.the_way import path
from interviewer.screens.call import draw_panels as panels
from interviewer.screens.call.draw_aloud import INDENT, sought_definition
from interviewer.screens.call.draw_bar import call_bar
from interviewer.screens.call.draw_question import ROOM, check_words, question
from interviewer.screens.call.draw_side import HIGH, side
from interviewer.screens.call.keys import KEYS
from interviewer.screens.call.panel_keys import keys_of
from interviewer.screens.call.panels.help import HelpPanel
from interviewer.screens.call.rail import rail
from interviewer.screens.call.state import Call
from interviewer.words import WORDS
from schemas.calls.calls import way_to
from schemas.language.phone import show_phone


def draw_call(call: Call, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    width = around.columns * 2 // 3 if around.is_wide else around.columns
    top = [call_bar(call, around), strip(around, _line(call, around.columns))]
    if not around.is_wide or around.rows < HIGH:  # at the side there is more of it
        top.append(rail(call, around.columns))
    room = around.rows - len(top) - 3
    body = Page(width).blank()
    if call.panel is not None:
        _panel(call, body, room)
    elif call.talk.step is None:
        draw_end(call, body)
    else:
        question(call, body, room)
    beside = side(call, around.columns - width - 1, room) if around.is_wide else None
    return framed(around, top, body, call.notice, _actions(call), beside)


def _actions(call: Call) -> Footer:
    """What the keys do; where the case is somebody else's, there is one that is still any good."""
    if call.told_of(LeaseLost):
        return LOST
    return keys_of(call, call.panel).footer(call) if call.panel else KEYS.footer(call)


def _panel(call: Call, body: Page, room: int) -> None:
    """What is open, where the question would stand, if there is room for that."""
    if room <= ROOM or isinstance(call.panel, HelpPanel):
        panels.draw_panel(call, body, room)
        return
    above, inside = (room - ROOM) // 3, Page(body.width - INDENT)
    panels.draw_panel(call, inside, room - above)
    body.blank(above if above + len(inside.lines) <= room else 0)
    body.set_in(inside, INDENT - 1)


def _line(call: Call, columns: int) -> Styled:
    """Who is on the line, the way there and the number dialled, whole; or that nobody is."""
    if call.attempt is None or call.on_line is None:
        return inked(str(WORDS.nobody), theme.QUIET)
    way = way_to(call.on_line.id, call.file.redirects, call.file.contacts)
    number = f"  {show_phone(call.attempt.phone)}" if call.attempt.phone else ""
    line = path(way, columns - 2 - len(number), on_line=True)
    return line + inked(number, theme.QUIET)


def draw_end(call: Call, body: Page) -> None:
    """Past the last question: complete, or what still stands in the way."""
    talk = call.talk
    if not talk.finished:
        body.say(str(WORDS.at_end_open), theme.STRONG).blank()
        for step in talk.walked.unanswered[:8]:
            body.say(f"· {talk.said(step.question.text, 'nb')}", hang=2)
        for fired in talk.open_checks[:6]:
            body.say(check_words(fired), hang=2)
        body.blank().say(str(WORDS.at_end_jump), theme.KEY)
    elif not call.has_agreed:
        stops = WORDS.at_end_stopped if call.attempt else WORDS.at_end_stopped_silent
        body.say(str(stops), theme.STRONG)
    elif call.is_finished:
        body.say(str(WORDS.at_end_done), theme.STRONG).blank()
        body.say(str(WORDS.at_end_correct), theme.KEY)
    else:
        body.say(str(WORDS.at_end), theme.STRONG).blank().say(str(WORDS.at_end_enter), theme.KEY)
    sought_definition(call, body)
