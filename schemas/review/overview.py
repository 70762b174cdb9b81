"""The public list: who is on it, and with what; and who is not, and why.

Pure.  It is made of finished interviews and what a coordinator has decided about them:

    ReviewedInterview (one finished interview, as decided) -> OverviewEntry | NotListed -> changes

Only what a coordinator has confirmed is on it.  A service that several units share stands there
once, however many of them were interviewed.  Nothing gets on the list that nobody has allowed, and
no person but the one that they want to be contacted through.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.frame.frame import Frame
from schemas.review.classes import Class
from schemas.review.overview_entries import EntryMaker
from schemas.review.overview_lines import (
    LeftOut,
    NotListed,
    Overview,
    OverviewEntry,
    OverviewParts,
    WhyNot,
)
from schemas.review.reviewed_interview import ReviewedInterview
from schemas.review.services_found import ServicesFound


def overview(
    found: Iterable[ReviewedInterview],
    parts: OverviewParts,
    frame: Frame,
    withdrawn: frozenset[str] = frozenset(),
) -> Overview:
    """The public list of everything that was found; `withdrawn` are units that have withdrawn."""
    making = _Making(tuple(found), EntryMaker(parts, frame))
    listed = [one for one in making.lines if making.why_not(one) is None]
    entries = (making.entry(one) for one in listed)
    return Overview(
        frame=frame,
        entries=tuple(sorted(entries, key=making.maker.place)),
        beside=tuple(making.beside()),
        older=_units(making.newest(one) for one in listed if making.newest(one) is not one),
        nameless=_units(one for one in listed if making.maker.names_a_person(one)),
        left_out=tuple(making.left_out(listed)),
        never=dict(making.never()),
        withdrawn=withdrawn,
    )


def entry_of(
    unit_id: str, found: Iterable[ReviewedInterview], parts: OverviewParts, frame: Frame
) -> OverviewEntry | None:
    """What would stand there of one unit if nothing else stood in the way; None where nothing."""
    making = _Making(tuple(found), EntryMaker(parts, frame))
    return next((making.entry(one) for one in making.lines if one.unit_id == unit_id), None)


def _units(some: Iterable[ReviewedInterview]) -> tuple[str, ...]:
    return tuple(one.unit_id for one in some)


@dataclass(frozen=True)
class _Making:
    """Everything that was found, and what follows of it for each."""

    found: tuple[ReviewedInterview, ...]
    maker: EntryMaker

    @cached_property
    def lines(self) -> tuple[ReviewedInterview, ...]:
        """The interviews that can be lines; each as it is shown, that may be as reviewed last."""
        shown = (self._shown(one) for one in sorted(self.found, key=lambda one: one.unit_id))
        return tuple(one for one in shown if one.klass is not None and one.klass.is_listed)

    @cached_property
    def services(self) -> ServicesFound:
        """Which of them are about the same service, and who is confirmed as a part of it."""
        return ServicesFound({one.unit_id: one for one in map(self._shown, self.found)})

    @cached_property
    def _newest(self) -> dict[str, ReviewedInterview]:
        return {one.unit_id: one for one in self.found}

    def newest(self, one: ReviewedInterview) -> ReviewedInterview:
        """The interview as it was completed last."""
        return self._newest[one.unit_id]

    def _shown(self, one: ReviewedInterview) -> ReviewedInterview:
        """The interview; or as it was reviewed, while nobody has looked at what is new in it.

        Where they have another class or another will by now, the old one is not shown any more.
        """
        before = one.before
        if one.reviewed or before is None or one.permission != before.permission:
            return one
        alike = one.klass is before.klass or (one.is_own and before.is_own)
        return before if alike and not one.excluded else one

    def entry(self, one: ReviewedInterview) -> OverviewEntry:
        """The line of an interview, with those that share its service."""
        return self.maker.entry(one, self.services.host(one), self.services.members(one))

    # ── Who is not on it ─────────────────────────────────────────────────────────────────────────

    def why_not(self, one: ReviewedInterview) -> WhyNot | None:
        """Why it has no line; None where it has one."""
        return next(self._reasons(one), None)

    def _reasons(self, one: ReviewedInterview) -> Iterator[WhyNot]:
        """All that stands in the way, what weighs most first."""
        assert one.klass, "only a class can be listed"
        if self.services.leader(one) is not one:
            yield WhyNot.with_another
        if one.excluded:
            yield WhyNot.excluded
        if one.has_refused:
            yield WhyNot.refused
        if one.permission is None:
            yield WhyNot.not_asked
        if not one.reviewed:
            yield WhyNot.unreviewed
        if one.klass.needs_decision and not one.included:
            yield WhyNot.undecided
        if one.wants_to_see and not self._has_seen(one):
            yield WhyNot.text_not_seen

    def _has_seen(self, one: ReviewedInterview) -> bool:
        """Whether they have seen the text, or one that reads the same."""
        before = one.before
        if one.released or before is None or not before.released:
            return one.released
        return self.maker.reads_alike(one, before)

    def beside(self) -> Iterator[NotListed]:
        """Everybody who is not on the list, and why; and what waits behind a line that is."""
        for one in self.lines:
            why = self.why_not(one)
            if why is not None:
                yield NotListed(one.unit_id, why)

    def never(self) -> Iterator[tuple[str, Class]]:
        """The units of a class that is not listed, and which."""
        for one in self.found:
            if one.klass and not one.klass.is_listed:
                yield one.unit_id, one.klass

    def left_out(self, listed: Iterable[ReviewedInterview]) -> Iterator[LeftOut]:
        """The units that a line does not name, though its interview does."""
        for one in listed:
            for unit, why in self.services.left_out(one).items():
                yield LeftOut(unit, one.unit_id, why)
