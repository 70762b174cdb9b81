"""How the policies did in the same season, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.frame.units import Unit
from tests.simulation.policies import Naive, Ours
from tests.simulation.season import Season, play
from tests.simulation.watch import Watch, kept_appointments


@dataclass(frozen=True, slots=True)
class Result:
    """One policy's season in figures."""

    name: str
    calls: int
    minutes: float
    settled: int
    agreed: int
    kept: int

    @property
    def calls_per_settled(self) -> float:
        """How many calls a case took that came to an answer."""
        return self.calls / max(self.settled, 1)


def result(season: Season) -> Result:
    """The figures of a season."""
    return Result(
        season.policy.name,
        len(season.log),
        sum((call.end - call.start).total_seconds() for call in season.log) / 60,
        sum(file.settled for file in season.files.values()),
        len(season.agreed),
        len(kept_appointments(season)),
    )


def seasons(units: Sequence[Unit], seed: int, weeks: int = 8) -> tuple[Season, Season, Season]:
    """The same season three times: by our list, naively, and naively with a memory for names."""
    return (
        play(units, seed, weeks, lambda files: Ours(files, Watch())),
        play(units, seed, weeks, Naive),
        play(units, seed, weeks, lambda files: Naive(files, "Naiv, husker navn", remembers=True)),
    )


def saved(ours: Result, other: Result) -> float:
    """How many fewer calls per settled case, as a share of the other's."""
    return 1 - ours.calls_per_settled / other.calls_per_settled


def table(results: Sequence[Result]) -> str:
    """The figures as they are printed."""
    rows = [
        ("", *(one.name for one in results)),
        ("Oppringninger", *(str(one.calls) for one in results)),
        ("Minutter i telefonen", *(f"{one.minutes:.0f}" for one in results)),
        ("Saker avklart", *(str(one.settled) for one in results)),
        ("Avtaler gjort", *(str(one.agreed) for one in results)),
        ("Avtaler holdt", *(str(one.kept) for one in results)),
        ("Oppringninger per avklart sak", *(_comma(one.calls_per_settled) for one in results)),
        ("Spart med ringelisten", "", *(f"{saved(results[0], one):.0%}" for one in results[1:])),
    ]
    return "\n".join(
        "".join(f"{cell:>20}" if nth else f"{cell:<32}" for nth, cell in enumerate(row))
        for row in rows
    )


def _comma(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
