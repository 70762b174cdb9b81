"""The case card: the way so far, whom to ring, what happened before."""

from rich.text import Text as Styled

from interviewer.card import Card, Dialling, NewContact
from interviewer.draw import theme
from interviewer.draw.frame import Surroundings, bar, clock, day_and_time, framed, strip
from interviewer.draw.page import LIT_SIGN, Page, shown
from interviewer.draw.panels import draw_contact, draw_departments, draw_help
from interviewer.keys import OPTION_KEYS, Action
from interviewer.panels.contact import ContactPanel
from interviewer.panels.redirect import RedirectPanel
from interviewer.words import WORDS, say
from schemas.calls import CallAttempt, ContactPoint, Knowledge, draw_way, way_to
from schemas.phone import show_phone
from schemas.show import show_number

_IN_PANEL = (Action.ENTER, Action.CLOSE)
_ACTIONS = (
    Action.HELP,
    (Action.ENTER, WORDS.key_ring),
    (Action.REDIRECT, WORDS.key_new_contact),
    (Action.JUMP, WORDS.key_interview),
    (Action.CONTACT, WORDS.key_contact),
    (Action.CLOSE, WORDS.key_back_to_list),
    Action.QUIT,
)


def draw_card(card: Card, around: Surroundings) -> list[Styled]:
    """The whole screen."""
    body = Page(around.columns).blank()
    room = around.rows - 6
    if card.help:
        draw_help(body, card.help)
    elif isinstance(card.panel, ContactPanel):
        draw_contact(body, card.panel)
    elif isinstance(card.panel, NewContact):
        body.say(str(WORDS.contact_new), theme.STRONG)
        draw_departments(body, RedirectPanel(), room)
    elif isinstance(card.panel, Dialling):
        _dialling(body, card.panel)
    else:
        _case(card, body)
    top = [
        bar(around, card.unit.label, f"{clock(around.now)} · {card.who.name}"),
        strip(around, _about(card)),
    ]
    return framed(around, top, body, card.notice, _IN_PANEL if card.panel else _ACTIONS)


def _about(card: Card) -> str:
    unit = card.unit
    people = say(WORDS.population, count=show_number(unit.population))
    return " · ".join(filter(None, [unit.id, people, unit.health_trust]))


def _dialling(body: Page, dialling: Dialling) -> None:
    words = say(WORDS.number_for, whom=dialling.contact.label)
    body.say(words, theme.STRONG).blank().typing(dialling.line)


def _case(card: Card, body: Page) -> None:
    if card.namesakes:
        others = ", ".join(one.label for one in card.namesakes)
        body.say(say(WORDS.same_name, others=others), theme.WARNING).blank()
    _next(card, body)
    _interview(card, body)
    body.blank().rule(str(WORDS.contacts))
    for place, contact in enumerate(card.file.contacts):
        _contact(card, body, place, contact)
    if not card.file.contacts:
        body.say(str(WORDS.no_contacts), theme.QUIET)
    body.blank().rule(str(WORDS.history))
    for attempt in reversed(card.file.attempts):
        _attempt(card, body, attempt)
    if not card.file.attempts:
        body.say(str(WORDS.no_history), theme.QUIET)


def _next(card: Card, body: Page) -> None:
    if not card.may_ring:
        label = card.outcome.label if card.outcome else ""
        body.say(say(WORDS.case_refused, outcome=label), theme.STRONG)
    elif card.next:
        number = f"  {show_phone(card.next.phone)}" if card.next.phone else ""
        words = Styled(say(WORDS.ring_next, whom=shown(card.next.label)), theme.KEY)
        body.say(words + Styled(number, theme.STRONG))
        way = way_to(card.next.id, card.file.redirects, card.file.contacts)
        body.say(f"{WORDS.the_way}: {draw_way(way)}", theme.WAY_HERE)


def _interview(card: Card, body: Page) -> None:
    begun = card.opened.interview
    if begun is None:
        return
    if begun.revision and not begun.interview.open:
        words = say(WORDS.interview_done, when=day_and_time(begun.revision.completed_at))
    else:
        answered = len({(entry.question, entry.item) for entry in begun.entries})
        words = say(WORDS.interview_begun, answered=answered)
    body.say(words, theme.STRONG)
    for entry in begun.entries:
        if entry.remark:
            body.say(f"{WORDS.remarks}: {entry.remark}", theme.SILENT)


def _contact(card: Card, body: Page, place: int, contact: ContactPoint) -> None:
    lit = card.lit == place
    words = Styled(f"{LIT_SIGN if lit else ' '}{OPTION_KEYS[place : place + 1]:1} ", theme.KEY)
    words.append(shown(contact.label), theme.LIT if lit else theme.PAPER)
    if contact.phone:
        words.append(f"  {show_phone(contact.phone)}", theme.STRONG)
    notes = [str(contact.knows.label).lower()] if contact.knows is not Knowledge.unknown else []
    if contact in card.leads:
        notes.append(f"★ {WORDS.lead}")
    if notes:
        words.append(f"  {' · '.join(notes)}", theme.QUIET)
    body.say(words, hang=4)
    if lit:
        body.focus = len(body.lines) - 1


def _attempt(card: Card, body: Page, attempt: CallAttempt) -> None:
    whom = next((c.label for c in card.file.contacts if c.id == attempt.contact_id), "")
    outcome = str(attempt.outcome.label) if attempt.outcome else str(WORDS.end_unknown)
    head = f"{attempt.number}. {day_and_time(attempt.started_at)}  {whom}: {outcome}"
    note = f" – {attempt.note}" if attempt.note else ""
    body.say(f"{head}{note}  ({attempt.interviewer})", hang=3)
