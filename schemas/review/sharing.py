"""Services that several units share: which cases one interview would settle, and who disagrees.

    finished interviews + claims of an earlier phase + decisions -> Proposal, Disagreement

Nothing is settled here: a coordinator confirms that a unit is covered, or that it is not.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from schemas.calls.outcomes import Outcome
from schemas.language.text import Text
from schemas.questionnaire.answers import Choice
from schemas.review.decisions import UNDECIDED, Standing
from schemas.review.finished_interviews import FinishedInterview
from schemas.review.sharing_parts import SharingParts


class Conflict(Choice):
    """What two sources differ on."""

    two_hosts = Text("Flere andre gjør krav på samme enhet")
    member_says_no = Text("Enhetens eget intervju sier nei")
    not_covered = Text("Enheten sier at den ikke er dekket av andre")
    host_says_no = Text("Enheten viser til en annen som ikke har noe å dele")
    no_longer = Text("Bekreftet dekket, men den andre har ikke lenger noe å dele")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit that sources differ on, and the units that say something else."""

    conflict: Conflict
    unit: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An interview about a shared service, and the cases that it would settle.

    `members` are all units of the service.  `settles` can be confirmed at once, `settled` have
    been, and `disagreements` must be looked at one by one.  `apart` were kept apart from it.
    `claimed` are units that only an earlier phase says belong to it.  Only an interview of a class
    that `covers` others settles anything: until then those it would settle are `waiting`.
    """

    interviewed: str
    host: str
    name: str
    members: tuple[str, ...]
    settles: tuple[str, ...]
    settled: tuple[str, ...]
    claimed: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    waiting: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    covers: bool = True

    @property
    def disagree(self) -> tuple[str, ...]:
        """The units that are not simply settled."""
        return tuple(dict.fromkeys(one.unit for one in self.disagreements))


@dataclass(frozen=True, slots=True)
class Shared:
    """All that is known about shared services."""

    proposals: tuple[Proposal, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def conflicts(self) -> frozenset[str]:
        """Every unit that takes part in a disagreement."""
        return frozenset(u for one in self.disagreements for u in (one.unit, *one.others))


NOTHING_SHARED: Final = Shared((), ())
"""Where no service is shared."""

_ELSEWHERE: Final = frozenset({Outcome.covered, Outcome.out_of_frame, Outcome.withdrawn})


def shared(
    parts: SharingParts,
    interviews: Iterable[FinishedInterview],
    decided: Mapping[str, Standing],
    claims: Iterable[tuple[str, str]] = (),
) -> Shared:
    """What interviews say about each other's units; `claims` are (unit, by which unit).

    `parts` are the questions that tell of it, and `decided` is what stands about the case of each
    unit, interviewed or not.
    """
    known = _Evidence(parts, {one.unit_id: one for one in interviews}, decided, tuple(claims))
    found = tuple(known.disagreements())
    services = [one for one in known.interviews.values() if known.is_shared(one)]
    return Shared(tuple(known.proposal(one, found) for one in services), found)


@dataclass(frozen=True)
class _Evidence:
    parts: SharingParts
    interviews: Mapping[str, FinishedInterview]
    decided: Mapping[str, Standing]
    claims: tuple[tuple[str, str], ...]

    def standing(self, unit: str) -> Standing:
        return self.decided.get(unit, UNDECIDED)

    # ── One service ──────────────────────────────────────────────────────────────────────────────

    def named(self, one: FinishedInterview) -> list[str]:
        """The other units of its service, whatever they say themselves."""
        return [unit for unit in self._told(one) if one.unit_id not in self.standing(unit).apart]

    def _told(self, one: FinishedInterview) -> list[str]:
        """The same, whatever a coordinator says."""
        if not _may_have(one):
            return []
        pointing = self._pointing_to.get(one.unit_id, set()) - {one.unit_id}
        return sorted(self._partners(one) | pointing)

    def kept_apart(self, one: FinishedInterview) -> list[str]:
        """The units that a coordinator has kept apart from it, and that no other covers."""
        apart = (unit for unit in self._told(one) if one.unit_id in self.standing(unit).apart)
        return [unit for unit in apart if self._may_settle(unit)]

    def is_shared(self, one: FinishedInterview) -> bool:
        """Whether there is anything to decide about it, or to decide again."""
        return bool(self.members(one) or self.kept_apart(one))

    @cached_property
    def _pointing_to(self) -> Mapping[str, set[str]]:
        """Of every unit, those whose own interview says that it may have their service."""
        pointing: dict[str, set[str]] = defaultdict(set)
        for one in self.interviews.values():
            for unit in self._covered_by(one):
                pointing[unit].add(one.unit_id)
        return pointing

    def members(self, one: FinishedInterview) -> list[str]:
        """The other units, without those whose own interview is about the same service."""
        return [unit for unit in self.named(one) if not self._speaks_for(unit, one)]

    def _speaks_for(self, unit: str, one: FinishedInterview) -> bool:
        """Whether the service is listed by another interview already: only the first proposes."""
        own = self.interviews.get(unit)
        return own is not None and self._is_same(own, one)

    def proposal(self, one: FinishedInterview, found: Collection[Disagreement]) -> Proposal:
        """What the interview would settle."""
        members = self.members(one)
        mine = tuple(d for d in found if d.unit in members and _is_about(d, one.unit_id))
        settled = [unit for unit in members if self._is_settled(unit, one)]
        open_ones = {*members} - {*settled} - {d.unit for d in mine}
        ready = tuple(sorted(unit for unit in open_ones if self._may_settle(unit)))
        covers = one.klass is not None and one.klass.is_own
        return Proposal(
            interviewed=one.unit_id,
            host=self._host(one),
            name=self.parts.name_in(one.document),
            members=tuple(sorted({one.unit_id, *self.named(one)})),
            settles=ready if covers else (),
            settled=tuple(settled),
            claimed=tuple(self._only_claimed(one)),
            disagreements=mine,
            waiting=() if covers else ready,
            apart=tuple(self.kept_apart(one)),
            covers=covers,
        )

    def _may_settle(self, unit: str) -> bool:
        """Neither part of another service, nor out of it all."""
        return self.standing(unit).outcome not in _ELSEWHERE

    def _is_settled(self, unit: str, one: FinishedInterview) -> bool:
        return self.standing(unit).covered_by in {one.unit_id, *self.named(one)}

    def _only_claimed(self, one: FinishedInterview) -> Iterator[str]:
        told = {one.unit_id, *self.named(one)}
        for unit, by in sorted(self.claims):
            apart = self.standing(unit).apart
            if by == one.unit_id and unit not in told and by not in apart:
                yield unit

    # ── Who disagrees ────────────────────────────────────────────────────────────────────────────

    def disagreements(self) -> Iterator[Disagreement]:
        """All that is not settled, by unit."""
        claimants = self._claimants()
        for unit in sorted({*claimants, *self.interviews, *self.decided}):
            if not self.standing(unit).is_withdrawn:
                yield from self._about(unit, claimants.get(unit, []))

    def _claimants(self) -> dict[str, list[FinishedInterview]]:
        """Of every unit, the interviews that count it among their service's."""
        found: dict[str, list[FinishedInterview]] = defaultdict(list)
        for one in self.interviews.values():
            for unit in self.members(one):
                found[unit].append(one)
        return found

    def _about(self, unit: str, claimants: list[FinishedInterview]) -> Iterator[Disagreement]:
        by = self.standing(unit).covered_by
        if by is not None:
            if not self._has_service(by):
                yield Disagreement(Conflict.no_longer, unit, (by,))
            return
        hosts = {self._host(one): one.unit_id for one in claimants}
        if len(hosts) > 1:
            yield Disagreement(Conflict.two_hosts, unit, tuple(sorted(hosts.values())))
        yield from self._with_itself(unit, tuple(one.unit_id for one in claimants))

    def _with_itself(self, unit: str, claimants: tuple[str, ...]) -> Iterator[Disagreement]:
        """What the unit's own interview says against those that claim it."""
        own = self.interviews.get(unit)
        if own is None:
            return
        against = tuple(by for by in claimants if by not in self._covered_by(own))
        if against:
            has = _may_have(own)
            yield Disagreement(
                Conflict.not_covered if has else Conflict.member_says_no, unit, against
            )
        missing = tuple(by for by in sorted(self._covered_by(own)) if self._says_no(unit, by))
        if missing:
            yield Disagreement(Conflict.host_says_no, unit, missing)

    def _says_no(self, unit: str, by: str) -> bool:
        interviewed = by in self.interviews and by not in self.standing(unit).apart
        return interviewed and not self._has_service(by)

    def _has_service(self, unit: str) -> bool:
        """Whether an interview with the unit, or naming it as host, shows a service."""
        return unit in self._served

    @cached_property
    def _served(self) -> frozenset[str]:
        showing = [one for one in self.interviews.values() if _may_have(one)]
        return frozenset(unit for one in showing for unit in (one.unit_id, self._host(one)))

    # ── What one of them says ────────────────────────────────────────────────────────────────────

    def _partners(self, one: FinishedInterview) -> frozenset[str]:
        """The units that a shared service names, with its host."""
        shares = self.parts.shares(one.document)
        return self.parts.partners_in(one.document, one.unit_id) if shares else frozenset()

    def _host(self, one: FinishedInterview) -> str:
        return self.parts.host_in(one.document, one.unit_id)

    def _covered_by(self, one: FinishedInterview) -> frozenset[str]:
        return self.parts.covering(one.document)

    def _is_same(self, one: FinishedInterview, other: FinishedInterview) -> bool:
        """Whether two interviews are about one service: the same host, or they name each other."""
        mine, theirs = self._partners(one), self._partners(other)
        if not _may_have(one) or not mine:
            return False
        mutual = one.unit_id in theirs and other.unit_id in mine
        return mutual or self._host(one) == self._host(other)


def _may_have(one: FinishedInterview) -> bool:
    """Whether the interview shows a service, or perhaps one: partners may be part of it."""
    return one.klass is not None and one.klass.may_have


def _is_about(one: Disagreement, unit: str) -> bool:
    return unit in one.others
