"""A page that is read from top to bottom and closed: what the coordinator's long pages share."""

from dataclasses import dataclass, field, replace
from typing import TypeVar

from interviewer.controls.actions import KeyTable
from interviewer.controls.help import Helped
from interviewer.controls.keys import Press
from interviewer.controls.screen import Reaction, Screen
from interviewer.controls.scrolling import Scroll, move_of


@dataclass(frozen=True, kw_only=True)
class LongPage(Helped):
    """`before` is where one comes back to, `scroll` how far down one has read."""

    before: Screen
    scroll: Scroll = field(default_factory=Scroll)


L = TypeVar("L", bound=LongPage)


def closed(page: LongPage, press: Press) -> Reaction:
    """Back to where one came from."""
    return Reaction(page.before)


def read(table: KeyTable[L], page: L, press: Press) -> Reaction:
    """What a key leads to: up and down, or what the table says."""
    if move_of(press):
        return Reaction(replace(page, scroll=page.scroll.after(press)))
    return table.led(page, press) or Reaction(page)
