"""Which unit a name in full means, however people, the post and the register write it.

One rule for the call list, the interview, imports and commands: the words that stand around a name
do not matter ("Halden kommune"), its group may stand beside it ("Våler i Hedmark"), several of a
unit's names may be put together ("Kárášjohka - Karasjok"), and former names mean it, too.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from schemas.frame.design import FrameDesign
from schemas.frame.fold import fold
from schemas.frame.frame import Frame
from schemas.frame.units import Unit


def bare(folded: str, around: frozenset[str]) -> str:
    """A folded name without the words around it; itself where there is nothing else.

    >>> bare("valer kommune i hedmark", frozenset({"kommune", "i"}))
    'valer hedmark'
    """
    return " ".join(word for word in folded.split() if word not in around) or folded


def is_called(words: str, unit: Unit, design: FrameDesign) -> bool:
    """Whether `words` name this unit in full: by its id, its names, with its group or without."""
    return _Named(unit, design).by(bare(fold(words), design.around_names))


def units_named(words: str, frame: Frame) -> tuple[Unit, ...]:
    """The units that are named in full by `words`; several where more than one is called that."""
    if id := frame.id_of(words):
        return (frame[id],)
    typed = bare(fold(words), frame.design.around_names)
    likely = dict.fromkeys(
        one for beginning in _beginnings(typed) for one in _named(frame).get(beginning, ())
    )
    found = (one.unit for one in likely if one.by(typed))
    return tuple(sorted(found, key=lambda unit: unit.id))


class _Named:
    """A unit with what it may be called, as names are compared."""

    def __init__(self, unit: Unit, design: FrameDesign) -> None:
        def folded(name: str) -> str:
            return bare(fold(name), design.around_names)

        self.unit = unit
        names = (unit.name, *unit.other_names, *design.also_called.get(unit.id, ()))
        self.names = frozenset(map(folded, (unit.id, *names))) - {""}
        self.group = folded(unit.group.name)

    def by(self, typed: str) -> bool:
        """Whether it is named: by one of its names at least, and by nothing else."""
        if typed in self.names:
            return True
        rests = (_rest(typed, one) for one in (*self.names, self.group) if one)
        found = any(rest is not None and self._ends(rest) for rest in rests)
        return found and any(f" {name} " in f" {typed} " for name in self.names)

    def _ends(self, rest: str) -> bool:
        return rest in {*self.names, self.group} or self.by(rest)


def _rest(typed: str, beginning: str) -> str | None:
    return typed[len(beginning) + 1 :] if typed.startswith(f"{beginning} ") else None


def _beginnings(typed: str) -> tuple[str, ...]:
    words = typed.split()
    return tuple(" ".join(words[: at + 1]) for at in range(len(words)))


@lru_cache(maxsize=2)
def _named(frame: Frame) -> Mapping[str, tuple[_Named, ...]]:
    """The units by everything that what is typed may begin with."""
    found: dict[str, list[_Named]] = defaultdict(list)
    for unit in frame:
        one = _Named(unit, frame.design)
        for beginning in {*one.names, one.group}:
            found[beginning].append(one)
    return {beginning: tuple(units) for beginning, units in found.items()}
