"""What a municipality is like inside: who sits where, who knows whom, and who may be away.

The figures are those of the domain: the switchboard seldom knows, the right person sits three or
four redirects away, about one in five has a service, some refuse and some are away for long.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from schemas.calls.call_window import CallWindow
from schemas.calls.workdays import PartOfDay, add_working_days
from schemas.frame.units import Unit
from schemas.language.dates import local
from schemas.surveys.municipal_services_2015.departments import Office
from tests.simulation.luck import Luck

INSIDE = tuple(
    one
    for one in Office
    if one not in Office.front_line() | {Office.other, Office.other_municipality}
)
FIRST_NAMES = ("Kari", "Per", "Anne", "Ola", "Marit", "Nils", "Inger", "Lars", "Berit", "Knut")
LAST_NAMES = ("Lie", "Dal", "Moe", "Bakken", "Hagen", "Lunde", "Solberg", "Vik", "Haug", "Eide")
MONDAY = date(2015, 1, 19)
WINDOW = CallWindow()


@dataclass(frozen=True, slots=True)
class Somebody:
    """A place or a person. `never` is a part of the day in which they are never at the desk."""

    key: int
    department: Office
    person: str
    phone: str
    never: PartOfDay | None
    away: tuple[date, date] | None

    def is_away(self, day: date) -> bool:
        """Whether they are off sick or on leave."""
        return self.away is not None and self.away[0] <= day < self.away[1]


@dataclass(frozen=True, slots=True)
class Organisation:
    """One municipality. `way` leads from the switchboard to the right person; `aside` is no help.

    `mood` is how the right person takes it, `minutes` how long the interview is, and `wrong_number`
    what we believe the switchboard's number to be, where we are mistaken.
    """

    unit: Unit
    luck: Luck
    way: tuple[Somebody, ...]
    aside: tuple[Somebody, ...]
    mood: str
    has_service: bool
    minutes: float
    wrong_number: str

    @property
    def right(self) -> Somebody:
        """Whoever can answer."""
        return self.way[-1]

    @property
    def everybody(self) -> dict[int, Somebody]:
        """All of them, by key."""
        return {one.key: one for one in (*self.way, *self.aside)}

    def is_there(self, who: Somebody, at: datetime) -> bool:
        """Whether somebody picks up at that time."""
        here = local(at)
        if who.department in Office.front_line():
            return True
        if who.is_away(here.date()) or WINDOW.part(at) is who.never:
            return False
        often = 0.6 if who.person else 0.8
        return self.luck.chance(often, "there", who.key, here.date(), _half_hour(here))

    def keeps(self, due: datetime) -> bool:
        """Whether the right person is there at an agreed time."""
        return self.luck.chance(0.85, "keeps", due)

    def sends_to(self, who: Somebody, at: datetime) -> Somebody | None:
        """Whom they point to when asked who works with it; None when they do not know."""
        if who in self.aside:
            return self._from_aside(who)
        front = who.department in Office.front_line()
        # Another operator picks up each time; in a department it is always the same few.
        voice = local(at) if front else local(at).date().toordinal() % 2
        kind = self.luck.weighted(_FRONT if front else _BEHIND, "says", who.key, voice)
        if kind == "nobody":
            return None
        if kind == "aside":
            return self.luck.pick(self.aside, "aside", who.key, voice)
        here = self.way.index(who)
        return self.way[min(here + (2 if kind == "skip" else 1), len(self.way) - 1)]

    def _from_aside(self, who: Somebody) -> Somebody | None:
        if self.luck.chance(0.5, "lost", who.key):
            return None
        return self.luck.pick(self.way[1:], "back", who.key)


_FRONT = {"next": 0.55, "skip": 0.1, "aside": 0.25, "nobody": 0.1}
_BEHIND = {"next": 0.7, "skip": 0.05, "aside": 0.15, "nobody": 0.1}
_LENGTHS = {3: 0.1, 4: 0.4, 5: 0.4, 6: 0.1}
_MOODS = {"willing": 0.83, "hard": 0.05, "soft": 0.06, "in_writing": 0.06}


def organisation(unit: Unit, seed: int) -> Organisation:
    """What a unit is like in the season of that seed."""
    luck = Luck(seed, unit.id)
    length = luck.weighted(_LENGTHS, "length")
    inside = sorted(INSIDE, key=lambda one: luck.share("order", one.name))
    ways = [Office.switchboard, Office.service_desk, *inside]
    way = tuple(_somebody(luck, key, ways[key], last=key == length - 1) for key in range(length))
    aside = tuple(_somebody(luck, key, ways[key], last=False) for key in range(length, length + 3))
    has_service = luck.chance(0.18, "service")
    middle = 15.0 if has_service else 9.0 if luck.chance(0.4, "offers") else 4.0
    return Organisation(
        unit,
        luck,
        way,
        aside,
        luck.weighted(_MOODS, "mood"),
        has_service,
        luck.around(middle, middle / 3, "minutes"),
        "20999999" if luck.chance(0.03, "dead") else "",
    )


def _somebody(luck: Luck, key: int, department: Office, *, last: bool) -> Somebody:
    named = last or (department not in Office.front_line() and luck.chance(0.3, "named", key))
    return Somebody(
        key,
        department,
        _name(luck, key) if named else "",
        f"{20_000_000 + int(luck.case) * 100 + key}",
        luck.pick(tuple(PartOfDay), "part", key) if luck.chance(0.35, "never", key) else None,
        _leave(luck, key) if luck.chance(0.15, "away", key) else None,
    )


def _name(luck: Luck, key: int) -> str:
    return f"{luck.pick(FIRST_NAMES, 'first', key)} {luck.pick(LAST_NAMES, 'last', key)}"


def _leave(luck: Luck, key: int) -> tuple[date, date]:
    begins = MONDAY + timedelta(days=int(luck.share("leave", key) * 50) - 7)
    return begins, add_working_days(begins, 2 + int(luck.share("days", key) * 14))


def _half_hour(here: datetime) -> int:
    return here.hour * 2 + here.minute // 30
