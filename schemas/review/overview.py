"""The national overview: who is on the public list, with what, and what is new since the last time.

Pure.  It is made of finished interviews and what a coordinator has decided about them:

    ReviewedInterview (one finished interview, as decided) -> OverviewEntry -> changes

A service that several municipalities share stands there once, however many of them were
interviewed.  Nothing gets on the list that nobody has allowed, and no person but the one that the
service wants to be contacted through.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, Final

from schemas.calls.parts import Parts, said
from schemas.frame.register import units, units_by_id
from schemas.frame.units import Unit
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.review.permission import may_be_listed, may_be_shown, permission
from schemas.review.privacy import look
from schemas.review.sharing_parts import SharingParts
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from schemas.surveys.municipal_services_2015.code_lists import Coordination

KEPT_APART: Final = Text("En koordinator har sagt at den ikke er med")

# ── What it is made of ───────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ReviewedInterview:
    """A finished interview, and what was decided about it.

    `covered` are the units that a coordinator has confirmed as parts of this service, `apart` those
    that turned out not to be, and `disputed` those that something else speaks against, with what.
    What is `excluded` is kept off the list, whatever it is; what `belongs_to` another unit's
    service, as confirmed, has no line of its own unless it is a service itself.
    """

    unit_id: str
    document: Mapping[str, Any]
    klass: Class | None
    parts: Parts
    sharing: SharingParts | None = None
    reviewed: bool = False
    included: bool = False
    excluded: bool = False
    released: bool = False
    covered: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()
    disputed: Mapping[str, Text] = field(default_factory=dict)
    belongs_to: str | None = None

    def said(self, question: str | None) -> Any:
        """A stored answer; None where there is no value, for whatever reason."""
        return said(self.document, question)

    @property
    def _named(self) -> frozenset[str]:
        shared, own = self.sharing, {self.unit_id}
        partners = shared.partners_in(self.document, self.unit_id) if shared else frozenset()
        return (partners | self.covered) - own

    @property
    def _host(self) -> str:
        shared = self.sharing
        return shared.host_in(self.document, self.unit_id) if shared else self.unit_id

    @property
    def left_out(self) -> Mapping[str, Text]:
        """The units that it names and that are not listed with it, and why."""
        disputed = {one: why for one, why in self.disputed.items() if one not in self.covered}
        why = {**disputed, **dict.fromkeys(self.apart, KEPT_APART)}
        return {one: why[one] for one in sorted(self._named & why.keys())}

    @property
    def partners(self) -> frozenset[str]:
        """The units that share the service, without the one that was interviewed."""
        return self._named - self.left_out.keys()

    @property
    def host(self) -> str:
        """The unit that the service belongs to."""
        return self._host if self._host in self.partners else self.unit_id


# ── The list ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class OverviewEntry:
    """One line of the public list.  Empty text is: not known, or not to be shown.

    `unit_id` is the unit that was interviewed, `place` the one whose line it is.  While it `waits`
    the service has not seen the text yet: then it has no contact details.
    """

    unit_id: str
    place: str
    members: tuple[str, ...]
    klass: Class
    name: str
    form: str
    waits: bool
    contact: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""

    @property
    def unit(self) -> Unit:
        """The unit whose line it is."""
        return units_by_id()[self.place]

    @property
    def title(self) -> str:
        """What the line is called: the service's name, or what there is instead."""
        return self.name or str(_UNNAMED[self.klass])

    @property
    def shared_by(self) -> tuple[Unit, ...]:
        """The units that share it, by name; none where it is one unit's own."""
        return by_name(units_by_id()[one] for one in self.members) if self.members[1:] else ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A unit that is not listed as a part of a service, though `by` names it."""

    unit_id: str
    by: str
    why: Text


@dataclass(frozen=True, slots=True)
class Overview:
    """The list by county and municipality; and what a coordinator should know of it.

    `refused` have said no, `not_asked` were never asked (their class was another one then),
    `excluded` were decided to be kept off, `covered` have their line where their service is.
    `unreviewed` are on the list, and nobody has looked at them; `nameless` have a service's name
    with a person in it, which is not shown; `left_out` are no part of a service that names them.
    """

    entries: tuple[OverviewEntry, ...]
    refused: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    unreviewed: tuple[str, ...] = ()
    nameless: tuple[str, ...] = ()
    covered: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def waiting(self) -> tuple[OverviewEntry, ...]:
        """The lines whose text the service wants to see first."""
        return tuple(entry for entry in self.entries if entry.waits)

    @property
    def municipalities(self) -> frozenset[str]:
        """The municipalities that have, or share, a service on the list."""
        services = (entry for entry in self.entries if entry.klass is Class.service)
        return frozenset(municipality_of(one) for entry in services for one in entry.members)


_UNNAMED: Final = {
    Class.service: Text("Lærings- og mestringstjeneste"),
    Class.offers_only: Text("Lærings- og mestringstilbud"),
    Class.planning: Text("Planlegger en lærings- og mestringstjeneste"),
}
LISTED: Final = frozenset(_UNNAMED)
"""The classes that can be on the list; offers without a service only when a coordinator says so."""


def overview(found: Iterable[ReviewedInterview]) -> Overview:
    """The public list of everything that was found."""
    listable = [one for one in _once(found) if _belongs(one)]
    leading = [one for one in listable if not _is_part(one)]
    wanted = [one for one in leading if not one.excluded]
    allowed = [one for one in wanted if may_be_listed(one.parts.publishing, one.document)]
    no = [one for one in wanted if one not in allowed and _was_asked(one)]
    return Overview(
        entries=tuple(sorted(map(_entry, allowed), key=_in_order)),
        refused=_units(no),
        not_asked=_units(one for one in wanted if one not in allowed and one not in no),
        excluded=_units(one for one in leading if one.excluded),
        unreviewed=_units(one for one in allowed if not one.reviewed),
        nameless=_units(one for one in allowed if _service_name(one) != _name(one)),
        covered=_units(one for one in listable if _is_part(one)),
        left_out=tuple(_left_out(allowed)),
    )


def _was_asked(one: ReviewedInterview) -> bool:
    return permission(one.parts.publishing, one.document) is not None


def _units(some: Iterable[ReviewedInterview]) -> tuple[str, ...]:
    return tuple(one.unit_id for one in some)


def _belongs(one: ReviewedInterview) -> bool:
    return one.klass in LISTED and (one.klass is not Class.offers_only or one.included)


def _is_part(one: ReviewedInterview) -> bool:
    """Whether a coordinator has found its service with another unit, and it has none itself."""
    return one.belongs_to is not None and one.klass is not Class.service


def _left_out(some: Iterable[ReviewedInterview]) -> Iterator[LeftOut]:
    for one in some:
        yield from (LeftOut(unit, one.unit_id, why) for unit, why in one.left_out.items())


def _entry(one: ReviewedInterview) -> OverviewEntry:
    assert one.klass
    waits = not may_be_shown(one.parts.publishing, one.document, released=one.released)
    return OverviewEntry(
        unit_id=one.unit_id,
        place=one.host,
        members=tuple(sorted({one.unit_id, *one.partners})),
        klass=one.klass,
        name=_name(one),
        form=_form(one),
        waits=waits,
        **({} if waits else _contact(one)),
    )


def _contact(one: ReviewedInterview) -> dict[str, str]:
    """Only what the service said may stand there."""
    asked = one.parts.publishing
    if asked is None:
        return {}
    return {
        "contact": one.said(asked.contact) or "",
        "phone": one.said(asked.phone) or "",
        "email": one.said(asked.email) or "",
        "url": one.said(asked.url) or "",
    }


def _form(one: ReviewedInterview) -> str:
    slug = one.said("coordination")
    known = one.klass is Class.service and slug in Coordination.__members__
    return str(Coordination[slug].label) if known and slug != "other" else ""


def _service_name(one: ReviewedInterview) -> str:
    return str(one.said("service_name") or "")


def _name(one: ReviewedInterview) -> str:
    """The service's name, unless a person is in it: that is not what anybody allowed."""
    name = _service_name(one)
    respondent = one.said("respondent_name") or ""
    person = " ".join(word for word in respondent.split() if word not in _place_words())
    return "" if any(look(name, person)) else name


@cache
def _place_words() -> frozenset[str]:
    """People are called after places: in the name of a service it is the place that is meant."""
    return frozenset(word for unit in units() for word in unit.name.split())


# ── Shared services stand there once ─────────────────────────────────────────────────────────────


def _once(found: Iterable[ReviewedInterview]) -> Iterator[ReviewedInterview]:
    """Every interview, but of several about one shared service only the one that leads."""
    everybody = {one.unit_id: one for one in sorted(found, key=lambda one: one.unit_id)}
    for one in everybody.values():
        partners = (everybody[id] for id in one.partners if id in everybody)
        if not any(_same_service(one, other) and _leads(other, one) for other in partners):
            yield one


def _same_service(one: ReviewedInterview, other: ReviewedInterview) -> bool:
    """Each names the other, and both say whose it is: then they speak of the same service."""
    both = one.klass is other.klass is Class.service
    return both and one.unit_id in other.partners and one.host == other.host


def _leads(other: ReviewedInterview, one: ReviewedInterview) -> bool:
    """The host knows best and decides what is published; without it, the first by number."""
    if one.unit_id == one.host:
        return False
    return other.unit_id == other.host or other.unit_id < one.unit_id


# ── Order ────────────────────────────────────────────────────────────────────────────────────────

_ALPHABET: Final = str.maketrans({"æ": "\ue000", "ø": "\ue001", "å": "\ue002"})


def alphabetical(name: str) -> str:
    """A key that puts names in Norwegian order: æ, ø, å come last."""
    return name.casefold().replace("aa", "å").translate(_ALPHABET)


def by_name(some: Iterable[Unit]) -> tuple[Unit, ...]:
    """Units in alphabetical order."""
    return tuple(sorted(some, key=lambda unit: (alphabetical(unit.name), unit.id)))


def _in_order(entry: OverviewEntry) -> tuple[str, str, str]:
    return entry.unit.group.id, alphabetical(entry.unit.name), entry.unit_id


# ── Municipalities ───────────────────────────────────────────────────────────────────────────────


def municipality_of(unit_id: str) -> str:
    """The municipality's number: Oslo's districts are all in one."""
    return units_by_id()[unit_id].counts_as


def municipality_count() -> int:
    """How many municipalities there are: the units, with Oslo for its districts."""
    return len({municipality_of(unit.id) for unit in units()})


# ── What is new ──────────────────────────────────────────────────────────────────────────────────


class What(Choice):
    """How a line differs from the last list."""

    added = Text("Ny")
    changed = Text("Endret")
    gone = Text("Ute")


FIELDS: Final = {
    "place": Text("vertskommune"),
    "members": Text("kommuner"),
    "klass": Text("type"),
    "name": Text("navn"),
    "form": Text("organisering"),
    "waits": Text("godkjenning"),
    "contact": Text("kontaktperson"),
    "phone": Text("telefon"),
    "email": Text("e-post"),
    "url": Text("nettsted"),
}
"""What can change on a line, in words."""


@dataclass(frozen=True, slots=True)
class Change:
    """A line that is new, gone, or says something else: `in_` names what."""

    what: What
    entry: OverviewEntry
    in_: tuple[Text, ...] = ()


def changes(before: Sequence[OverviewEntry], now: Sequence[OverviewEntry]) -> tuple[Change, ...]:
    """What has come, changed and gone, each in the order of the list."""
    old, new = ({one.unit_id: one for one in some} for some in (before, now))
    added = (Change(What.added, one) for id, one in new.items() if id not in old)
    both = ((old[id], one) for id, one in new.items() if id in old)
    changed = (Change(What.changed, one, _differs(was, one)) for was, one in both if was != one)
    gone = (Change(What.gone, one) for id, one in old.items() if id not in new)
    return (*added, *changed, *gone)


def _differs(before: OverviewEntry, now: OverviewEntry) -> tuple[Text, ...]:
    return tuple(FIELDS[name] for name in FIELDS if getattr(before, name) != getattr(now, name))


# ── As it is remembered ──────────────────────────────────────────────────────────────────────────


def as_data(entry: OverviewEntry) -> dict[str, Any]:
    """A line as JSON values."""
    values = {one.name: getattr(entry, one.name) for one in fields(entry)}
    return {**values, "members": list(entry.members), "klass": entry.klass.name}


def from_data(data: Mapping[str, Any]) -> OverviewEntry:
    """A line from JSON values; `KeyError` or `TypeError` when it is none."""
    members = tuple(data["members"])
    return OverviewEntry(**{**data, "members": members, "klass": Class[data["klass"]]})
