"""Who decides: the person who is named, or whoever sits at this seat."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from db.records import Interviewer, Signed
from interviewer import services
from interviewer.commands.decide.find import as_typed, unit_named
from interviewer.failures import Trouble
from interviewer.places import seat
from interviewer.words import WORDS, say
from schemas.frame.units import Unit
from schemas.language.clean import LONGEST_NAME
from schemas.language.text import ended

if TYPE_CHECKING:
    from db.database import Database


@dataclass(frozen=True, slots=True)
class Coordinator:
    """Somebody who decides something, and when; `new` is a name that nobody has had before."""

    database: "Database"
    who: services.Caller
    at: datetime
    new: bool = False

    def unit(self, typed: str) -> Unit:
        """The one unit that is meant by what was typed; Trouble where there is none."""
        return unit_named(typed, self.who.frame)

    def label(self, unit_id: str) -> str:
        """A unit with its group."""
        return self.who.frame.label(unit_id)

    @property
    def signature(self) -> str:
        """What is said of it behind a decision."""
        return ended(f"Signert {self.who.name}")

    def sign(self) -> Signed:
        """What makes a decision theirs.  A new person is noted now, not for a slip before.

        By now somebody else may have noted her: then she is that person.
        """
        one = self.who
        if self.new:
            one = services.sit_down(self.database, one.id, one.name, one.seat, self.at)
        return Signed(uuid4(), one.id, self.at)


def coordinator(database: "Database", by: str | None, at: datetime) -> Coordinator:
    """Who signs; Trouble when nobody is named and nobody sits here."""
    known = services.who_signs(database, None if by is None else _name(by), seat())
    if known is None and by is None:
        raise Trouble("R-WHO", "Hvem avgjør dette? Oppgi navnet ditt med --by NAVN.")
    one = known or Interviewer(uuid4(), _new_name(by or ""), "")
    caller = services.Caller.of(one, database, reviewing=True)
    return Coordinator(database, caller, at, new=known is None)


def reader(database: "Database") -> services.Caller:
    """Whoever only looks at things: nobody is asked who that is."""
    return services.Caller.of(Interviewer(UUID(int=0), "", ""), database, reviewing=True)


def _new_name(by: str) -> str:
    name = _name(by)
    if len(name) > LONGEST_NAME:
        raise Trouble("R-WHO", say(WORDS.name_long, count=len(name), most=LONGEST_NAME))
    return name


def _name(by: str) -> str:
    name = " ".join(as_typed(by).split())
    if not name:
        raise Trouble("R-WHO", "Etter --by må det stå et navn.")
    return name
