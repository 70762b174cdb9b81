"""What is new on the public list since the last time, and the list as it is remembered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, Final, Self, TypeAlias

from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.review.classes import Class
from schemas.review.overview_lines import OverviewEntry


class What(Choice):
    """How a line differs from the last list."""

    added = Text("Ny")
    changed = Text("Endret")
    gone = Text("Tatt ut")


FIELDS: Final = {
    "place": Text("verts{unit}"),
    "members": Text("{units}"),
    "klass": Text("type"),
    "name": Text("navn"),
    "form": Text("organisering"),
    "items": Text("steder"),
    "contact": Text("kontaktperson"),
    "phone": Text("telefon"),
    "email": Text("e-post"),
    "url": Text("nettsted"),
}
"""What can change on a line, in words; the survey's words for its units are put into them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A line that is new, gone, or says something else: `fields` are the names of what."""

    what: What
    entry: OverviewEntry
    fields: tuple[str, ...] = ()

    @property
    def in_(self) -> tuple[Text, ...]:
        """What it says otherwise, in words."""
        return tuple(FIELDS[name] for name in self.fields)


def changes(before: Sequence[OverviewEntry], now: Sequence[OverviewEntry]) -> tuple[Change, ...]:
    """What has come, changed and gone, each in the order of the list."""
    old, new = ({one.unit_id: one for one in some} for some in (before, now))
    added = (Change(What.added, one) for id, one in new.items() if id not in old)
    both = ((old[id], one) for id, one in new.items() if id in old)
    changed = (Change(What.changed, one, _differs(was, one)) for was, one in both if was != one)
    gone = (Change(What.gone, one) for id, one in old.items() if id not in new)
    return (*added, *changed, *gone)


def _differs(before: OverviewEntry, now: OverviewEntry) -> tuple[str, ...]:
    return tuple(name for name in FIELDS if getattr(before, name) != getattr(now, name))


# ── As it is remembered ──────────────────────────────────────────────────────────────────────────


Seal: TypeAlias = Callable[[str], str]
"""By what a unit is known again to whoever has the database, and to nobody else; nothing where it
is not."""


def unsealed(unit: str) -> str:
    """It is not known again."""
    return ""


@dataclass(frozen=True, slots=True)
class News:
    """What is new on a list since the one of the time `since`, and nothing of what that one said.

    The list is published with it: so of what is gone there are only seals, which tell nobody what
    it was and by which it is known again where it is put back; and of what says something else,
    only in what, by the unit's id.
    """

    since: datetime
    added: tuple[str, ...] = ()
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    def then(self, later: Sequence[Change], seal: Seal = unsealed) -> Self:
        """With what has happened to the list after these.

        What came and went again is no news, nor what was taken out and put back.
        """
        added, changed, gone = dict.fromkeys(self.added), dict(self.changed), list(self.gone)
        for one in later:
            unit = one.entry.unit_id
            if one.what is What.added:
                if (known := seal(unit)) and known in gone:
                    gone.remove(known)
                else:
                    added[unit] = None
            elif one.what is What.gone:
                gone += [] if unit in added else [seal(unit)]
                added.pop(unit, None)
                changed.pop(unit, None)
            elif unit not in added:
                both = {*changed.get(unit, ()), *one.fields}
                changed[unit] = tuple(name for name in FIELDS if name in both)
        return type(self)(self.since, tuple(added), changed, tuple(gone))

    def changes(self, entries: Sequence[OverviewEntry]) -> tuple[Change, ...]:
        """What has come and changed among the lines of the newer list."""
        by_unit = {one.unit_id: one for one in entries}
        added = (Change(What.added, by_unit[unit]) for unit in self.added)
        changed = (Change(What.changed, by_unit[id], names) for id, names in self.changed.items())
        return (*added, *changed)

    def to_data(self) -> dict[str, Any]:
        """As JSON values."""
        changed = {unit: list(names) for unit, names in self.changed.items()}
        return {
            "at": self.since.isoformat(),
            "added": list(self.added),
            "changed": changed,
            "gone": list(self.gone),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """From JSON values; `KeyError`, `ValueError` or `TypeError` when they are none."""
        changed = {unit: tuple(names) for unit, names in data["changed"].items()}
        if not FIELDS.keys() >= {name for names in changed.values() for name in names}:
            raise ValueError(changed)
        since, gone = datetime.fromisoformat(data["at"]), data["gone"]
        # Lists of an earlier day only told how many.
        seals = ("",) * gone if isinstance(gone, int) else tuple(map(str, gone))
        return cls(since, tuple(data["added"]), changed, seals)


def to_data(entry: OverviewEntry) -> dict[str, Any]:
    """A line as JSON values."""
    values = {one.name: getattr(entry, one.name) for one in fields(entry)}
    lists = {"members": list(entry.members), "items": list(entry.items)}
    return {**values, **lists, "klass": entry.klass.name}


def from_data(data: Mapping[str, Any], classes: type[Class]) -> OverviewEntry:
    """A line from JSON values; `KeyError` or `TypeError` when it is none."""
    lists = {"members": tuple(data["members"]), "items": tuple(data.get("items", ()))}
    # Lists of an earlier day also had lines that waited.
    told = {name: value for name, value in data.items() if name != "waits"}
    return OverviewEntry(**{**told, **lists, "klass": classes[data["klass"]]})
