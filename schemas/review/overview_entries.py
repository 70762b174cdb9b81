"""How a line of the public list is made of an interview."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from schemas.frame.frame import Frame
from schemas.review.overview_lines import OverviewEntry, OverviewParts, alphabetical
from schemas.review.privacy import look
from schemas.review.reviewed_interview import ReviewedInterview


@dataclass(frozen=True)
class EntryMaker:
    """What a survey's list tells, of the units of a sample."""

    parts: OverviewParts
    frame: Frame

    def entry(self, one: ReviewedInterview, place: str, members: tuple[str, ...]) -> OverviewEntry:
        """The line at `place`, the unit whose it is, with those that share it."""
        assert one.klass, "only a class can be listed"
        contact, phone, email, url = one.contact
        return OverviewEntry(
            unit_id=one.unit_id,
            place=place,
            members=members,
            klass=one.klass,
            name=self._harmless(one, self._name(one)),
            form=self._form(one),
            items=tuple(filter(None, (self._harmless(one, words) for words in self._items(one)))),
            contact=contact,
            phone=phone,
            email=email,
            url=url,
            told_on=one.on.isoformat() if one.on else "",
        )

    def reads_alike(self, one: ReviewedInterview, other: ReviewedInterview) -> bool:
        """Whether the lines of two revisions of an interview tell the same."""
        alone = (one.unit_id, (one.unit_id,))
        return self.entry(one, *alone) == self.entry(other, *alone)

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
