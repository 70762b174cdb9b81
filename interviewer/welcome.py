"""The first screens: opening the database, who is calling, and a case left in the middle."""

from dataclasses import dataclass, replace

from db.records import CaseSummary, Interviewer
from interviewer import work
from interviewer.call_list import CallList
from interviewer.card import open_case
from interviewer.keys import Action, Press, action_of
from interviewer.line import EMPTY, Line
from interviewer.turn import Mode, Notice, Turn
from interviewer.words import WORDS
from schemas.clean import clean


@dataclass(frozen=True, slots=True)
class Opening:
    """While the database is being opened; keys typed meanwhile wait for what comes after."""

    seat: str
    notice: Notice | None = None

    def press(self, press: Press) -> Turn:
        """Nothing can be done yet."""
        return Turn(self)

    def paste(self, text: str, press: Press) -> Turn:
        """Nothing can be done yet."""
        return Turn(self)

    def told(self, notice: Notice | None) -> "Opening":
        """The same, saying something."""
        return replace(self, notice=notice)

    def begin(self) -> Turn:
        """The first look into the database."""
        return Turn(self, lambda db: work.start(db, self.seat), self._begun)

    def _begun(self, start: work.Start) -> Mode:
        if start.who is None:
            return Welcome(self.seat, tuple(start.cases))
        if start.left is not None:
            return Resume(start.who, tuple(start.cases), start.left)
        return CallList(start.who, tuple(start.cases))


@dataclass(frozen=True, slots=True)
class Welcome:
    """The one question that is asked before the first call: who is calling?"""

    seat: str
    cases: tuple[CaseSummary, ...]
    line: Line = EMPTY
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "Welcome":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        if action_of(press) is Action.ENTER:
            return self._named(press)
        line = self.line.press(press)
        return Turn(replace(self, line=line, notice=None) if line else self)

    def paste(self, text: str, press: Press) -> Turn:
        """The name with pasted text."""
        return Turn(replace(self, line=self.line.insert(clean(text, one_line=True)[0])))

    def _named(self, press: Press) -> Turn:
        name = " ".join(clean(self.line.text, one_line=True)[0].split())
        if not name:
            return Turn(self.told(Notice(WORDS.name_missing, "S-NAME")))
        return Turn(
            self,
            lambda db: work.sit_down(db, press.id, name, self.seat, press.at),
            lambda who: CallList(who, self.cases),
        )


@dataclass(frozen=True, slots=True)
class Resume:
    """The program stopped in the middle of a case: go on exactly there, or to the list."""

    who: Interviewer
    cases: tuple[CaseSummary, ...]
    left: CaseSummary
    notice: Notice | None = None

    def told(self, notice: Notice | None) -> "Resume":
        """The same, saying something."""
        return replace(self, notice=notice)

    def press(self, press: Press) -> Turn:
        """What a key leads to."""
        if press.char == "1" or action_of(press) is Action.ENTER:
            return open_case(self, self.who, self.left.case_id, press, resume=True)
        if press.char == "2" or action_of(press) is Action.CLOSE:
            return self._leave(press)
        return Turn(self)

    def paste(self, text: str, press: Press) -> Turn:
        """There is nothing to paste into."""
        return Turn(self)

    def _leave(self, press: Press) -> Turn:
        who, case_id = self.who, self.left.case_id
        return Turn(
            self,
            lambda db: work.abandon(db, case_id, who, press.at),
            lambda cases: CallList(who, tuple(cases)).marking(case_id),
        )
