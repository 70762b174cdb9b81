"""What the public list consists of, and what a survey declares about it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.review.classes import Class
from schemas.review.having import Having

# ── The list ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """One line of the public list.  Empty text is: not known, or not to be shown.

    `unit_id` is the unit that was interviewed, `place` the one whose line it is; `items` are what
    is told of each thing that the unit has several of.  `told_on` is the day when they said so, as
    YYYY-MM-DD: a line that says the same on another day is no other line.
    """

    unit_id: str
    place: str
    members: tuple[str, ...]
    klass: Class
    name: str
    form: str
    items: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""
    told_on: str = field(default="", compare=False)

    @property
    def title(self) -> str:
        """What the line is called: its name, or what there is instead."""
        return self.name or str(self.klass.row.unnamed or self.klass.label)


class WhyNot(Choice):
    """Why a unit that could be listed has no line, what weighs most first."""

    with_another = Text("En annen enhet svarer for det de deler")
    excluded = Text("Holdt utenfor av koordinatoren")
    refused = Text("Har sagt nei")
    not_asked = Text("Ikke spurt om de kan føres opp")
    unreviewed = Text("Ikke gjennomgått")
    undecided = Text("Koordinatoren har ikke avgjort om den skal med")
    text_not_seen = Text("Vil se teksten først")

    @property
    def waits(self) -> bool:
        """Whether it may still come: somebody has to do something first."""
        return self not in {WhyNot.with_another, WhyNot.excluded, WhyNot.refused}


@dataclass(frozen=True, slots=True)
class NotListed:
    """A unit that could be listed, and why it is not."""

    unit_id: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A unit that is not listed as a part of a service, though `by` names it."""

    unit_id: str
    by: str
    why: Text


@dataclass(frozen=True)
class Overview:
    """The list, by group and unit; and what a coordinator should know of it.

    `beside` are those that could be on it and are not, and why.  `older` are on it as they were
    reviewed last: nobody has looked at their newer answers.  `nameless` have a name with a person
    in it, which is not shown; `left_out` are no part of a service that names them.  `never` are
    units of a class that is not listed, each with it, and `withdrawn` those that have withdrawn.
    """

    frame: Frame
    entries: tuple[OverviewEntry, ...]
    beside: tuple[NotListed, ...] = ()
    older: tuple[str, ...] = ()
    nameless: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    never: Mapping[str, Class] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()

    def kept_back(self, why: WhyNot) -> tuple[str, ...]:
        """The units that are not on it for this reason."""
        return tuple(one.unit_id for one in self.beside if one.why is why)

    @cached_property
    def wholes(self) -> frozenset[str]:
        """What the units with a service on the list, of their own or shared, count as."""
        own = (entry for entry in self.entries if entry.klass.is_own)
        return frozenset(self.frame[one].counts_as for entry in own for one in entry.members)

    def unit(self, entry: OverviewEntry) -> Unit:
        """The unit whose line it is."""
        return self.frame[entry.place]

    def shared_by(self, entry: OverviewEntry) -> tuple[Unit, ...]:
        """The units that share it, by name; none where it is one unit's own."""
        return shared_by(self.frame, entry)


def shared_by(frame: Frame, entry: OverviewEntry) -> tuple[Unit, ...]:
    """The units that share what a line is about, by name; none where it is one unit's own."""
    return by_name(frame[one] for one in entry.members) if entry.members[1:] else ()


# ── What a survey declares ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewWords:
    """What the page of a survey says.

    `title` is its heading, `intro` explains what is on it, and `given` says whose word it is.
    `nothing` stands there while it is empty, `index` above all units on it, and `absent` says what
    it means that a unit is not.
    """

    title: Text
    intro: tuple[Text, ...]
    nothing: Text
    index: Text
    given: Text
    absent: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewParts:
    """What a line of the public list says.

    `name` is the question that asks what it is called, `form` a closed one that says what it is
    like, and `items` those of a roster that tell of each thing they have several of; each of them
    with what its column is called in tables.  `facts` are a few numbers of the whole list, and of
    how many have what is looked for.
    """

    words: OverviewWords
    facts: "Callable[[Overview, Having], Iterator[tuple[str, str]]]"
    name: tuple[str, str] | None = None
    form: tuple[str, str] | None = None
    items: tuple[tuple[str, ...], str] | None = None

    def questions(self) -> Iterator[str]:
        """Every question that plays a part."""
        yield from (one[0] for one in (self.name, self.form) if one)
        if self.items:
            yield from self.items[0]


# ── Order ────────────────────────────────────────────────────────────────────────────────────────

_ALPHABET: Final = str.maketrans({"æ": "\ue000", "ø": "\ue001", "å": "\ue002"})


def alphabetical(name: str) -> str:
    """A key that puts names in Norwegian order: æ, ø, å come last."""
    return name.casefold().replace("aa", "å").translate(_ALPHABET)


def by_name(some: "Iterator[Unit]") -> tuple[Unit, ...]:
    """Units in alphabetical order."""
    return tuple(sorted(some, key=lambda unit: (alphabetical(unit.name), unit.id)))
