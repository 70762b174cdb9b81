"""The way to somebody as a path: in the room that a line has, or one below the other."""

from typing import Final

from rich.text import Text as Styled

from interviewer.draw import theme
from interviewer.draw.ink import inked
from interviewer.draw.lines import shown
from interviewer.draw.page import Page
from interviewer.draw.theme import Role
from interviewer.words import WORDS
from schemas.calls.call_codes import Knowledge
from schemas.calls.calls import ContactPoint
from schemas.calls.outcomes import Outcome
from schemas.language.phone import show_phone

ON: Final = " ─▸ "
"""From one to the next."""

HERE: Final = "●"
BEFORE: Final = "○"


def path(way: tuple[ContactPoint, ...], room: int, *, on_line: bool = False) -> Styled:
    """The way, from the left without what there is no room for: where it ends stays in sight.

    A name that is longer than the room is cut; that they are the right person still shows.
    """
    drawn, skipped = _path(way, on_line=on_line), 0
    while drawn.cell_len > room and skipped < len(way) - 1:
        skipped += 1
        drawn = inked(f"…{ON}", theme.QUIET) + _path(way[skipped:], on_line=on_line)
    if drawn.cell_len > room:
        tick = _tick(way[-1])
        drawn.truncate(room - len(tick), overflow="ellipsis")
        drawn.append(tick, theme.WAY_HERE)
    return drawn


def _path(way: tuple[ContactPoint, ...], *, on_line: bool) -> Styled:
    """Ticked where the right person sits; the end of it is what matters."""
    line, last = Styled(""), len(way) - 1
    for place, step in enumerate(way):
        line.append(ON if place else "", theme.QUIET)
        here = f"{HERE} " if on_line and place == last else ""
        line.append(f"{here}{_named(step)}", theme.WAY_HERE if place == last else None)
    return line


def _named(step: ContactPoint) -> str:
    return f"{shown(step.label)}{_tick(step)}"


def _tick(step: ContactPoint) -> str:
    return " ✓" if step.knows is Knowledge.is_the_one else ""


def say_path(page: Page, way: tuple[ContactPoint, ...], *, on_line: bool) -> None:
    """One below the other: who it was, the number, and what they turned out to know."""
    last = len(way) - 1
    for place, step in enumerate(way):
        end = place == last
        sign = HERE if end and on_line else BEFORE
        words = inked(f"{sign} ", theme.WAY_HERE if end else theme.QUIET)
        page.say(words.append(_named(step), theme.WAY_HERE if end else theme.PAPER), hang=2)
        edge = "  " if end else "│ "
        page.say(inked(edge + _told(step), theme.QUIET), hang=2)


def _told(step: ContactPoint) -> str:
    knows = "" if step.knows is Knowledge.unknown else str(step.knows.label).lower()
    return " · ".join(filter(None, (show_phone(step.phone) if step.phone else "", knows)))


def say_contact(
    page: Page, contact: ContactPoint, *, is_lead: bool, wrong: Outcome | None = None
) -> None:
    """Somebody in the case beside the way: a lead that nobody has tried, or who was there."""
    sign, ink = ("★", theme.KEY) if is_lead else ("·", theme.QUIET)
    page.say(inked(f"{sign} ", ink) + inked(shown(contact.label), theme.PAPER), hang=2)
    if wrong:
        page.say(f"✗ {wrong.label}", theme.CAUTION, indent=3)
    lead = f"{WORDS.lead}" if is_lead else ""
    if told := " · ".join(filter(None, (_told(contact), lead))):
        page.say(told, theme.QUIET, indent=3)


def way_line(label: str, way: tuple[ContactPoint, ...], room: int, role: Role) -> Styled:
    """The path with what it is, on one line."""
    head = inked(f"{label}: ", role)
    return head + path(way, room - head.cell_len)
