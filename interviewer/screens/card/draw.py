"""The case card: the way so far, whom to ring, what happened before."""

from rich.text import Text as Styled

from interviewer.controls.actions import LOST
from interviewer.controls.contact_form import ContactPanel
from interviewer.controls.keys import OPTION_KEYS
from interviewer.draw import theme
from interviewer.draw.bars import Surroundings, bar, clock_and, framed, strip
from interviewer.draw.case_file import (
    about_unit,
    contact_words,
    say_calls,
    say_what_waits,
)
from interviewer.draw.clicks import ListRow
from interviewer.draw.columns import Option
from interviewer.draw.contact import department_options, draw_contact
from interviewer.draw.help import help_page
from interviewer.draw.ink import inked
from interviewer.draw.large import large
from interviewer.draw.page import Page
from interviewer.draw.reading import read_on
from interviewer.draw.the_way import way_line
from interviewer.screens.card.about_contact import ContactMenu, MergePanel, RetirePanel
from interviewer.screens.card.draw_beside import beside, say_interview, say_whereabouts
from interviewer.screens.card.keys import keys_of
from interviewer.screens.card.noting import NotePanel
from interviewer.screens.card.ringing import RING_OR_NOT, Dialling, RingAnyway
from interviewer.screens.card.state import Card, NewContact
from interviewer.words import WORDS, say
from schemas.calls.calls import next_step, way_to
from schemas.calls.whom_to_dial import wrong_numbers
from schemas.language.phone import show_phone


def draw_card(card: Card, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    top = [
        bar(around, card.unit.label, clock_and(around, card.who.name)),
        strip(around, about_unit(card.unit, card.who.survey.frame)),
    ]
    if card.help:
        return help_page(around, top, card, keys_of(card).help(card))
    room, keys = around.rows - 6, LOST if card.lost else keys_of(card).footer(card)
    width = around.columns * 3 // 5
    is_split = card.panel is None and around.is_wide
    side = beside(card, around.columns - width - 1, room) if is_split else None
    body = Page(width if side else around.columns)
    if card.panel is None:
        _case(card, body, around, room, alone=side is None)
    else:
        draw_panel(card, body, room)
    return framed(around, top, body, card.notice, keys, side)


def draw_panel(card: Card, body: Page, room: int) -> None:
    """What is open on the card."""
    apart = card.file.apart
    if isinstance(card.panel, ContactPanel):
        draw_contact(body, card.panel)
    elif isinstance(card.panel, NewContact):
        body.say(str(WORDS.contact_new), theme.STRONG).blank()
        department_options(body, room, card.who.survey.departments, card.usual)
    elif isinstance(card.panel, Dialling):
        _dialling(body, card.panel)
    elif isinstance(card.panel, ContactMenu):
        body.say(say(WORDS.contact_what, whom=apart[card.panel.contact.id]), theme.STRONG).blank()
        options = [
            Option(str(way.value), lit=n == 0) for n, way in enumerate(card.panel.ways(card))
        ]
        body.options(options, room - len(body.lines))
    elif isinstance(card.panel, MergePanel):
        body.say(card.panel.question(card), theme.STRONG).blank()
        options = [Option(one) for one in card.panel.options(card)]
        body.options(options, room - len(body.lines))
    elif isinstance(card.panel, RetirePanel):
        whom = apart[card.panel.contact.id]
        body.say(say(WORDS.contact_retire_why, whom=whom), theme.STRONG).blank()
        body.typing(card.panel.line)
    elif isinstance(card.panel, NotePanel):
        body.say(str(WORDS.note_title), theme.STRONG).blank().typing(card.panel.line)
    elif isinstance(card.panel, RingAnyway):
        _ring_anyway(card, body, card.panel)


def _dialling(body: Page, dialling: Dialling) -> None:
    words = say(WORDS.number_for, whom=dialling.called.contact.label)
    body.say(words, theme.STRONG).blank().typing(dialling.line)


def _ring_anyway(card: Card, body: Page, panel: RingAnyway) -> None:
    """Whom, why not, and what happened last; Enter is not the key that rings."""
    body.blank()
    _rung_just_now(card, body)
    for words in panel.against:
        body.say(words, theme.CAUTION)
    contact = panel.called.contact
    number = f"  {show_phone(contact.phone)}" if contact.phone else ""
    whom = say(WORDS.ring_anyway, whom=f"{contact.label}{number}")
    body.blank().say(whom, theme.STRONG).blank()
    body.options([Option(str(way), lit=way is WORDS.ring_no) for way in RING_OR_NOT])


def _rung_just_now(card: Card, body: Page) -> None:
    """How the last call ended, what follows, and until when the case waits for that."""
    last = card.file.attempts[-1] if card.rung and card.file.attempts else None
    if last and last.outcome:
        agreed = card.file.appointment
        is_agreed = agreed is not None and agreed.made_at == last.ended_at
        then = "" if is_agreed else next_step(last.outcome, last, card.file.redirects)
        words = say(WORDS.rung_just_now, outcome=last.outcome.label, then=then, lies=card.lies)
        body.say(" ".join(words.split()), theme.WAY_HERE)


def _case(card: Card, body: Page, around: Surroundings, room: int, *, alone: bool) -> None:
    """The whole card, from where one has read to; air and a large number only where all fits."""
    for ample, is_large in ((True, True), (False, True), (False, False)):
        body.lines, body.focus = [], 0
        draw_whole(card, body, around, is_large=is_large, ample=ample, alone=alone)
        if len(body.lines) <= room:
            break
    read_on(body, card.scroll, room)


def draw_whole(
    card: Card,
    body: Page,
    around: Surroundings,
    *,
    is_large: bool = False,
    ample: bool = False,
    alone: bool = True,
) -> None:
    """Everything on the card, the number large if need be, and with air where it is `ample`.

    Where it does not stand `alone`, the way, what was said and the calls are at its side.
    """
    air = 1 if ample else 0
    body.blank(air)
    if card.namesakes:
        others = ", ".join(one.label for one in card.namesakes)
        body.say(say(WORDS.same_name, others=others), theme.CAUTION)
    if card.why:
        body.say(say(WORDS.why_here, reason=card.why), theme.QUIET)
    _rung_just_now(card, body)
    say_what_waits(body, card.file, card.who, around)
    _next(card, body, is_large=is_large, alone=alone)
    if alone:
        say_interview(card, body)
    body.blank(air).rule(str(WORDS.contacts))
    apart, wrong = card.file.apart, wrong_numbers(card.file.contacts, card.file.attempts)
    for place, contact in enumerate(card.file.in_use):
        words = contact_words(
            contact,
            apart[contact.id],
            lead=contact in card.leads,
            wrong=wrong.get(contact.phone),
        )
        _contact(card, body, place, words)
    if not card.file.in_use:
        body.say(str(WORDS.no_contacts), theme.QUIET)
    if alone:
        say_whereabouts(card, body)
        body.blank(air)
        say_calls(body, card.file)


def _next(card: Card, body: Page, *, is_large: bool, alone: bool) -> None:
    """Whom Enter dials, the number large, whom to ask for, and the way there."""
    if not card.may_ring:
        label = card.outcome.label if card.outcome else ""
        body.say(say(WORDS.case_refused, outcome=label), theme.STRONG)
        return
    if card.ringing and card.file.in_use:  # nobody dials whoever is on the line already
        body.say(say(WORDS.ring_begins, whom=card.marked().label), theme.KEY)
        return
    if not card.file.in_use:
        return
    rung = card.marked()
    number = card.number_of(rung)
    words = WORDS.ring_next if number else WORDS.ring_next_unknown
    body.say(say(words, whom=card.file.apart[rung.id]), theme.KEY)
    if number and is_large:
        for line in large(card.who.settings.dial_prefix + show_phone(number)):
            body.say(f"  {line}", theme.STRONG)
    elif number:
        body.say(f"  {show_phone(number)}", theme.STRONG)
    goal = card.goal or rung
    leads_on = rung == card.next and goal != rung
    if whom := goal.label if leads_on else card.name_told_at(rung):
        body.say(say(WORDS.ask_for, whom=whom), theme.STRONG)
    if not alone:
        return
    way = way_to(goal.id, card.file.redirects, card.file.contacts)
    body.say(way_line(str(WORDS.the_way), way, body.width - 2, theme.QUIET))


def _contact(card: Card, body: Page, place: int, words: Styled) -> None:
    row, first = ListRow(place, card.lit == place), len(body.lines)
    key = inked(f" {OPTION_KEYS[place : place + 1]:1} ", theme.KEY)
    body.say(key + words, hang=4).stands_for(row, first)
