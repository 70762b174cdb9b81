"""The call list: whom to call now and why; where every other case is; found as you type.

The order is `schemas.calls.ranking`'s and is worked out anew from the cases every few seconds, so
the list is alive while others work.  Typing finds a case by place, person, department or number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Final, TypeVar
from uuid import UUID

from db.records import CaseFile
from interviewer import services
from interviewer.controls.screen import Notice, Reaction, Tone, storing
from interviewer.controls.search_line import Searched
from interviewer.engine.task import task
from interviewer.engine.text_field import EMPTY
from interviewer.screens.call_list.filters import ALL, Filter, due_of, is_today
from interviewer.screens.call_list.groups import ListedGroup, grouped, lines_of
from interviewer.words import WORDS, say
from schemas.calls.my_day import MyDay, day_of
from schemas.calls.ranking.lines import CaseIds, ListedCase, LongLines
from schemas.calls.ranking.listing import Ranked, rank
from schemas.language.dates import clock, day_and_clock, local

T = TypeVar("T")

FRESH: Final = timedelta(seconds=15)
"""How old the list may become before it is read again."""


@dataclass(frozen=True)
class CallList(Searched):
    """Everything as it was at `now`; `lit` is the marked case.

    While `ringing`, somebody is on the phone and we look for the case that it is about.
    """

    who: services.Caller
    listing: services.Listing
    now: datetime
    ranked: Ranked
    filter: Filter = ALL
    choosing: bool = False
    ringing: bool = False
    read: tuple[datetime, CaseFile] | None = None
    """The marked case, and as of which list it was read."""
    unfolded: frozenset[str] = frozenset()
    """Reasons whose cases are listed one by one, though they are many."""
    seen: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out of all cases since they were read: no key works it out again."""

    @classmethod
    def of(cls, who: services.Caller, listing: services.Listing, now: datetime) -> "CallList":
        """The list as it has just been read."""
        return cls(who, listing, now, rank(listing.cases, now, who.id, who.settings))

    def marking(self, case_id: UUID) -> "CallList":
        """With this case marked, if there is still something to do with it here and now."""
        stays = LongLines((self.ranked.callable, self.ranked.needs_number))
        marked = case_id in CaseIds(stays)
        return replace(self, lit=case_id if marked else None)

    # ── What is listed ───────────────────────────────────────────────────────────────────────────

    @property
    def is_searching(self) -> bool:
        """Whether only what fits the search is listed."""
        return bool(self.line.text.strip())

    @property
    def lines(self) -> LongLines:
        """The lines that are listed, in their order."""
        if self.is_searching:
            return self._once((self.line.text, self.ringing, self.listing.is_ready), self._found)
        return self._once("lines", lambda: lines_of(self.groups))

    @cached_property
    def groups(self) -> tuple[ListedGroup, ...]:
        """The same under their headings, where nothing is searched for."""
        return self._once("groups", lambda: grouped(self))

    def _once(self, what: object, work: Callable[[], T]) -> T:
        """What is listed by this filter, worked out once for as long as the cases are the same."""
        key = what, self.filter, self.unfolded
        if key not in self.seen:
            self.seen[key] = work()
        known: T = self.seen[key]
        return known

    @cached_property
    def folded(self) -> Mapping[UUID, int]:
        """For how many cases a line stands, where that is not only its own."""
        if self.is_searching:
            return {}
        return {case: count for group in self.groups for case, count in group.folded.items()}

    def _found(self) -> LongLines:
        everything = self._once("all", lambda: self.ranked.all)
        nths = map(everything.nth, self.listing.find(self.line.text))
        lines = [everything[nth] for nth in nths if nth is not None]
        if self.ringing:  # whoever is done with has the least to ring about
            lines.sort(key=lambda line: line.case.is_settled)
        return LongLines((tuple(lines),))

    @property
    def ids(self) -> CaseIds:
        """The cases that are listed."""
        if self.is_searching:
            return CaseIds(self.lines)
        return self._once("ids", lambda: CaseIds(self.lines))

    @cached_property
    def day(self) -> MyDay:
        """What whoever sits here has done today."""
        return self._once("day", lambda: day_of(self.listing.calls, self.who.id, self.now))

    @property
    def nobody_has_a_number(self) -> bool:
        """Whether nothing has been done yet, and nothing can be done before there are numbers."""
        return len(self.ranked.needs_number) == len(self.listing.cases) and not self.listing.calls

    @property
    def left_today(self) -> int:
        """How many appointments of whoever sits here are still to be kept today."""
        agreed = (line.case.appointment for line in self._promised if is_today(self, line))
        return sum(one is not None and one.interviewer_id == self.who.id for one in agreed)

    @property
    def next_appointment(self) -> ListedCase | None:
        """The next appointment ahead; what has passed stands on top of the list."""
        ahead = [
            line for line in self._promised if _may_keep(self, line) and due_of(line) > self.now
        ]
        return min(ahead, key=due_of, default=None)

    @property
    def _promised(self) -> list[ListedCase]:
        agreed = (line for line in self.ranked.looked_at if line.case.appointment is not None)
        return self._once("promised", lambda: list(agreed))

    # ── Keys ─────────────────────────────────────────────────────────────────────────────────────

    def mind(self, at: datetime) -> Reaction | None:
        """The list grows old: what others have done is read, and time moves cases."""
        if at - self.now < FRESH:
            return self._looking()
        settings = self.who.settings
        return storing(self, task(services.listing, settings), lambda found: self._now(found, at))

    def get_ready(self) -> bool:
        """Make a little of what typing will search; whether anything was left to do."""
        return self.listing.get_ready()

    def _looking(self) -> Reaction | None:
        """Read the marked case, unless that has been done."""
        if not self.lines:
            return None
        line = self.lines[self.marked]
        if line.case.case_id in self.folded or (self.file_of(line) and self._is_fresh):
            return None
        looks = task(services.look_into, line.case.case_id)
        return storing(self, looks, lambda file: replace(self, read=(self.now, file)))

    @property
    def _is_fresh(self) -> bool:
        return self.read is not None and self.read[0] == self.now

    def file_of(self, line: ListedCase) -> CaseFile | None:
        """What is known of the marked case, when it has been read."""
        file = self.read[1] if self.read else None
        return file if file and file.case_id == line.case.case_id else None

    def _now(self, listing: services.Listing, at: datetime) -> "CallList":
        ranked = rank(listing.cases, at, self.who.id, self.who.settings)
        lit = self.lines[self.marked].case.case_id if self.lit and self.lines else self.lit
        return replace(self, listing=listing, now=at, ranked=ranked, lit=lit, seen={})

    def somebody_rings(self) -> "CallList":
        """Looking for the case that somebody on the phone is calling about."""
        said = Notice(WORDS.who_rings, tone=Tone.good)
        return replace(self, ringing=True, line=EMPTY, lit=None, filter=ALL, notice=said)


def _may_keep(screen: CallList, line: ListedCase) -> bool:
    agreed = line.case.appointment
    return agreed is not None and agreed.only_with in {None, screen.who.id}


def appointment_words(line: ListedCase) -> str:
    """The next appointment, for the top of the screen."""
    due = due_of(line)
    is_today = local(due).date() == local(line.moment.now).date()
    when = clock(due) if is_today else day_and_clock(due)
    return say(WORDS.next_appointment, when=when, place=line.case.unit.label)
