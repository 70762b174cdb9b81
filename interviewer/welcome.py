"""The first screens: who is calling, and a case left in the middle."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from interviewer import work
from interviewer.calling.card import open_case
from interviewer.help import Helped
from interviewer.home import home
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.turn import Mode, Notice, Turn
from interviewer.words import WORDS
from schemas.clean import clean
from schemas.ranking import CaseState

if TYPE_CHECKING:
    from db.engine import Database


def first_look(db: "Database", seat: str, at: datetime, *, reviewing: bool) -> Mode:
    """The first screen, by what the first look into the database finds."""
    start = work.start(db, seat, reviewing=reviewing)
    if start.who is None:
        return Welcome(seat, reviewing)
    if start.left is not None:
        return Resume(start.who, start.listing, start.left)
    found = work.home_of(db, start.who) if reviewing else start.listing
    return home(start.who, found, at)


@dataclass(frozen=True)
class Welcome(Helped):
    """The one question that is asked before the first call: who is calling?"""

    seat: str
    reviewing: bool = False
    line: Line = EMPTY

    def pressed(self, press: Press) -> Turn:
        """What a key leads to."""
        if action_of(press) is Action.ENTER:
            return self._named(press)
        line = self.line.press(press)
        return Turn(replace(self, line=line) if line else self)

    def pasted(self, text: str, press: Press) -> Turn:
        """The name with pasted text."""
        return Turn(replace(self, line=self.line.insert(clean(text, one_line=True)[0])))

    def _named(self, press: Press) -> Turn:
        name = " ".join(clean(self.line.text, one_line=True)[0].split())
        if not name:
            return Turn(self.told(Notice(WORDS.name_missing, "S-NAME")))
        seat, reviewing = self.seat, self.reviewing

        def do(db: "Database") -> Mode:
            who = work.sit_down(db, press.id, name, seat, press.at, reviewing=reviewing)
            return home(who, work.home_of(db, who), press.at)

        return Turn(self, do, lambda mode: mode)


@dataclass(frozen=True)
class Resume(Helped):
    """The program stopped in the middle of a case: go on exactly there, or to the list."""

    who: work.Caller
    listing: work.Listing
    left: CaseState

    def pressed(self, press: Press) -> Turn:
        """What a key leads to."""
        if press.option == 0 or action_of(press) is Action.ENTER:
            return open_case(
                self, self.who, self.left.case_id, press, resume=True, found=self.listing.found
            )
        if press.option == 1 or action_of(press) is Action.CLOSE:
            return self._leave(press)
        return Turn(self)

    def _leave(self, press: Press) -> Turn:
        who, case_id = self.who, self.left.case_id
        return Turn(
            self,
            lambda db: work.abandon(db, case_id, who, press.at),
            lambda found: home(who, found, press.at, marking=case_id),
        )
