"""The first screens: who is calling, and a case left in the middle."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from interviewer import services
from interviewer.calling.card import open_case
from interviewer.help import Helped
from interviewer.home import home
from interviewer.keys import Action, Press, action_of
from interviewer.screen import Notice, Reaction, Screen
from interviewer.text_field import EMPTY, TextField
from interviewer.words import WORDS
from schemas.calls.ranking.cases import CaseState
from schemas.language.clean import clean

if TYPE_CHECKING:
    from db.engine import Database


def first_look(db: "Database", seat: str, at: datetime, *, reviewing: bool) -> Screen:
    """The first screen, by what the first look into the database finds."""
    start = services.start(db, seat, reviewing=reviewing)
    if start.who is None:
        return Welcome(seat, reviewing)
    if start.left is not None:
        return Resume(start.who, start.listing, start.left)
    found = services.home_of(db, start.who) if reviewing else start.listing
    return home(start.who, found, at)


@dataclass(frozen=True)
class Welcome(Helped):
    """The one question that is asked before the first call: who is calling?"""

    seat: str
    reviewing: bool = False
    line: TextField = EMPTY

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if action_of(press) is Action.ENTER:
            return self._named(press)
        line = self.line.press(press)
        return Reaction(replace(self, line=line) if line else self)

    def pasted(self, text: str, press: Press) -> Reaction:
        """The name with pasted text."""
        return Reaction(replace(self, line=self.line.insert(clean(text, one_line=True)[0])))

    def _named(self, press: Press) -> Reaction:
        name = " ".join(clean(self.line.text, one_line=True)[0].split())
        if not name:
            return Reaction(self.told(Notice(WORDS.name_missing, "S-NAME")))
        seat, reviewing = self.seat, self.reviewing

        def do(db: "Database") -> Screen:
            who = services.sit_down(db, press.id, name, seat, press.at, reviewing=reviewing)
            return home(who, services.home_of(db, who), press.at)

        return Reaction(self, do, lambda mode: mode)


@dataclass(frozen=True)
class Resume(Helped):
    """The program stopped in the middle of a case: go on exactly there, or to the list."""

    who: services.Caller
    listing: services.Listing
    left: CaseState

    def pressed(self, press: Press) -> Reaction:
        """What a key leads to."""
        if press.option == 0 or action_of(press) is Action.ENTER:
            return open_case(
                self, self.who, self.left.case_id, press, resume=True, found=self.listing.found
            )
        if press.option == 1 or action_of(press) is Action.CLOSE:
            return self._leave(press)
        return Reaction(self)

    def _leave(self, press: Press) -> Reaction:
        who, case_id = self.who, self.left.case_id
        return Reaction(
            self,
            lambda db: services.abandon(db, case_id, who, press.at),
            lambda found: home(who, found, press.at, marking=case_id),
        )
