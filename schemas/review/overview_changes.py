"""What is new on the public list since the last time, and the list as it is remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

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
    lists = {"members": list(entry.members), "items": list(entry.items)}
    return {**values, **lists, "klass": entry.klass.name}


def from_data(data: Mapping[str, Any], classes: type[Class]) -> OverviewEntry:
    """A line from JSON values; `KeyError` or `TypeError` when it is none."""
    lists = {"members": tuple(data["members"]), "items": tuple(data.get("items", ()))}
    # Lists of an earlier day also had lines that waited.
    told = {name: value for name, value in data.items() if name != "waits"}
    return OverviewEntry(**{**told, **lists, "klass": classes[data["klass"]]})
