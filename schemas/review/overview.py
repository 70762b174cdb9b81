"""The public list: who is on it, and with what.

Pure.  It is made of finished interviews and what a coordinator has decided about them:

    ReviewedInterview (one finished interview, as decided) -> OverviewEntry -> changes

A service that several units share stands there once, however many of them were interviewed.
Nothing gets on the list that nobody has allowed, and no person but the one that they want to be
contacted through.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from schemas.frame.frame import Frame
from schemas.review.overview_lines import (
    LeftOut,
    Overview,
    OverviewEntry,
    OverviewParts,
    alphabetical,
)
from schemas.review.permission import may_be_listed, may_be_shown, permission
from schemas.review.privacy import look
from schemas.review.reviewed_interview import ReviewedInterview


def overview(found: Iterable[ReviewedInterview], parts: OverviewParts, frame: Frame) -> Overview:
    """The public list of everything that was found."""
    lines = _Lines(parts, frame)
    listable = [one for one in _once(found) if _belongs(one)]
    leading = [one for one in listable if not _is_part(one)]
    wanted = [one for one in leading if not one.excluded]
    allowed = [one for one in wanted if may_be_listed(one.parts.publishing, one.document)]
    no = [one for one in wanted if one not in allowed and _was_asked(one)]
    return Overview(
        frame=frame,
        entries=tuple(sorted(map(lines.entry, allowed), key=lines.place)),
        refused=_units(no),
        not_asked=_units(one for one in wanted if one not in allowed and one not in no),
        excluded=_units(one for one in leading if one.excluded),
        unreviewed=_units(one for one in allowed if not one.reviewed),
        nameless=_units(one for one in allowed if lines.names_a_person(one)),
        covered=_units(one for one in listable if _is_part(one)),
        left_out=tuple(_left_out(allowed)),
    )


def _was_asked(one: ReviewedInterview) -> bool:
    return permission(one.parts.publishing, one.document) is not None


def _units(some: Iterable[ReviewedInterview]) -> tuple[str, ...]:
    return tuple(one.unit_id for one in some)


def _belongs(one: ReviewedInterview) -> bool:
    if one.klass is None or not one.klass.is_listed:
        return False
    return one.included or not one.klass.needs_decision


def _is_part(one: ReviewedInterview) -> bool:
    """Whether a coordinator has found its service with another unit, and it has none itself."""
    return one.belongs_to is not None and not one.is_own


def _left_out(some: Iterable[ReviewedInterview]) -> Iterator[LeftOut]:
    for one in some:
        yield from (LeftOut(unit, one.unit_id, why) for unit, why in one.left_out.items())


# ── One line ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Lines:
    parts: OverviewParts
    frame: Frame

    def entry(self, one: ReviewedInterview) -> OverviewEntry:
        assert one.klass, "only a class can be listed"
        waits = not may_be_shown(one.parts.publishing, one.document, released=one.released)
        return OverviewEntry(
            unit_id=one.unit_id,
            place=one.host,
            members=tuple(sorted({one.unit_id, *one.partners})),
            klass=one.klass,
            name=self._harmless(one, self._name(one)),
            form=self._form(one),
            waits=waits,
            items=tuple(filter(None, (self._harmless(one, words) for words in self._items(one)))),
            **({} if waits else _contact(one)),
        )

    def names_a_person(self, one: ReviewedInterview) -> bool:
        """Whether something is kept back because a person seems to be named in it."""
        named = filter(None, (self._name(one), *self._items(one)))
        return any(self._harmless(one, words) != words for words in named)

    def _name(self, one: ReviewedInterview) -> str:
        return str(one.said(self.parts.name[0]) or "") if self.parts.name else ""

    def _items(self, one: ReviewedInterview) -> Iterator[str]:
        """What is told of each item of a roster."""
        if self.parts.items is None:
            return
        asked, _ = self.parts.items
        for items in one.document.values():
            if isinstance(items, list | tuple):
                told = ([_value(item.get(question)) for question in asked] for item in items)
                yield from (", ".join(filter(None, words)) for words in told if any(words))

    def _form(self, one: ReviewedInterview) -> str:
        if self.parts.form is None or not one.is_own:
            return ""
        question, _ = self.parts.form
        slug, codes = one.said(question), one.questionnaire.by_id[question].codes
        labels = (str(code.label) for code in codes if code.name == slug)
        return next(labels, "") if slug != "other" else ""

    def _harmless(self, one: ReviewedInterview, words: str) -> str:
        """The words, unless a person is in them: that is not what anybody allowed."""
        said = one.respondent.split()
        person = " ".join(word for word in said if word not in self._place_words)
        return "" if any(look(words, person)) else words

    @cached_property
    def _place_words(self) -> frozenset[str]:
        """People are called after places: in a name of what is listed the place is meant."""
        return frozenset(word for unit in self.frame for word in unit.name.split())

    def place(self, entry: OverviewEntry) -> tuple[int, str, str]:
        """By group, in the survey's order, and within it by name."""
        unit = self.frame[entry.place]
        groups = [group.id for group in self.frame.groups]
        return groups.index(unit.group.id), alphabetical(unit.name), entry.unit_id


def _value(answer: Any) -> str:
    return answer if isinstance(answer, str) else ""


def _contact(one: ReviewedInterview) -> dict[str, str]:
    """Only what they said may stand there."""
    asked = one.parts.publishing
    if asked is None:
        return {}
    return {
        "contact": one.said(asked.contact) or "",
        "phone": one.said(asked.phone) or "",
        "email": one.said(asked.email) or "",
        "url": one.said(asked.url) or "",
    }


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
    both = one.is_own and other.is_own
    return both and one.unit_id in other.partners and one.host == other.host


def _leads(other: ReviewedInterview, one: ReviewedInterview) -> bool:
    """The host knows best and decides what is published; without it, the first by number."""
    if one.unit_id == one.host:
        return False
    return other.unit_id == other.host or other.unit_id < one.unit_id
