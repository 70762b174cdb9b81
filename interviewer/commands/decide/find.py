"""From what is typed to the unit that is meant, and to its interview."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from db.cases import case_id_of
from db.problems import InterviewChanged
from interviewer import services
from interviewer.engine.long_text import too_long
from interviewer.failures import Trouble
from interviewer.places import command
from schemas.frame.frame import Frame
from schemas.frame.names import units_named
from schemas.frame.search import find_units
from schemas.frame.units import Unit
from schemas.language.clean import one_line

if TYPE_CHECKING:
    from db.database import Database
    from db.reviews import ReviewFile

GUESSES: Final = 3
"""So many places are offered instead of one that does not exist."""


def as_typed(words: str | None) -> str:
    """What was typed, on one line, as it may be shown again."""
    return one_line(words or "")


def unit_named(words: str, frame: Frame) -> Unit:
    """The one unit with this number or name; nothing is decided about a place that is guessed."""
    typed = as_typed(words)
    meant = units_named(typed, frame)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Trouble(
            "R-UNIT-SEVERAL", f"«{typed}» kan være {either(meant)}. Skriv nummeret i stedet."
        )
    near = find_units(typed, frame, GUESSES) if typed else ()
    guess = f" Mente du {either(near)}?" if near else ""
    raise Trouble("R-UNIT", f"Ingen {frame.design.any_kind} heter «{typed}».{guess}")


def either(some: Iterable[Unit]) -> str:
    """Units to choose between."""
    named = [unit.numbered for unit in some]
    return " eller ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def case_of(database: "Database", unit: Unit) -> services.CaseOnDesk:
    """Everything about the unit's case."""
    return services.look_at(database, case_id_of(unit.id))


def interview_of(database: "Database", unit: Unit, who: services.Caller) -> "ReviewFile | None":
    """The unit's interview as it was finished last; None when it never has been."""
    finished = case_of(database, unit).finished
    return services.open_review(database, finished, who) if finished else None


def finished_interview(
    database: "Database", unit: Unit, who: services.Caller, revision: int | None = None
) -> "ReviewFile":
    """The unit's finished interview; if a `revision` is named, that one must be the latest."""
    file = interview_of(database, unit, who)
    if file is None:
        raise Trouble("R-INTERVIEW", f"{unit.label} har ikke noe fullført intervju.")
    if revision not in {None, file.item.interview.revision}:
        raise InterviewChanged()
    return file


def settled_interview(
    database: "Database", unit: Unit, who: services.Caller, revision: int | None = None
) -> "ReviewFile":
    """The same, where nobody is changing it: only then are its answers decided about."""
    file = finished_interview(database, unit, who, revision)
    if file.kept.interview.open:
        raise Trouble(
            "R-OPEN",
            f"Intervjuet med {unit.label} er åpnet igjen. Vent til det er fullført på nytt,"
            " eller forkast endringene med"
            f" «{command(database, 'review', 'discard', unit.id)}».",
        )
    return file


def reasoned(reason: str | None, words: str = "Oppgi en kort grunn med --reason") -> str:
    """The reason as it is kept; Trouble when there is none."""
    cleaned = as_typed(reason)
    if not cleaned:
        raise Trouble("R-REASON", f"{words}, så andre kan forstå avgjørelsen.")
    if problem := too_long(cleaned):
        raise Trouble(problem.code, problem.sentence)
    return cleaned
