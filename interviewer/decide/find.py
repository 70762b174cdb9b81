"""From what is typed to the unit that is meant, and to its interview."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from interviewer.failures import Trouble
from schemas.clean import clean
from schemas.register import Unit, units
from schemas.search import find_units, fold

if TYPE_CHECKING:
    from db.engine import Database
    from db.reviews import ReviewFile
    from schemas.settings import Settings

GUESSES: Final = 3
"""So many places are offered instead of one that does not exist."""


def as_typed(words: str | None) -> str:
    """What was typed, on one line, as it may be shown again."""
    return clean(words or "", one_line=True)[0].strip()


def unit_named(words: str) -> Unit:
    """The one unit with this number or name; nothing is decided about a place that is guessed."""
    typed = as_typed(words)
    meant = [unit for unit in units() if fold(typed) in _names(unit)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Trouble(
            "R-UNIT-SEVERAL", f"«{typed}» kan være {either(meant)}; skriv nummeret i stedet."
        )
    near = find_units(typed, units(), GUESSES) if typed else ()
    guess = f" Mente du {either(near)}?" if near else ""
    raise Trouble("R-UNIT", f"Ingen kommune eller bydel heter «{typed}».{guess}")


def _names(unit: Unit) -> set[str]:
    """The number, and the names with the county and without; or both, as they are printed."""
    names = (unit.label.split(" (")[0], unit.name, *unit.alt_names)
    full = (f"{name} {unit.county}" for name in names)
    return {fold(name) for name in (unit.id, numbered(unit), *names, *full)} - {""}


def numbered(unit: Unit) -> str:
    """A unit so that it can be typed and known again: "0101 Halden (Østfold)"."""
    return f"{unit.id} {unit.label}"


def either(some: Iterable[Unit]) -> str:
    """Units to choose between."""
    named = [numbered(unit) for unit in some]
    return " eller ".join(filter(None, (", ".join(named[:-1]), named[-1])))


def interview_of(database: "Database", unit: Unit, settings: "Settings") -> "ReviewFile | None":
    """The unit's interview as it was finished last; None when it never has been."""
    from db.cases import case_id_of, open_case
    from db.interviews import load_interview
    from db.reviews import open_review

    begun = open_case(database, case_id_of(unit.id)).interview
    if begun is None or load_interview(database, begun.id).revision is None:
        return None
    return open_review(database, begun.id, settings)


def finished_interview(
    database: "Database", unit: Unit, settings: "Settings", revision: int | None = None
) -> "ReviewFile":
    """The unit's finished interview; if a `revision` is named, that one must be the latest."""
    from db.problems import InterviewChanged

    file = interview_of(database, unit, settings)
    if file is None:
        raise Trouble("R-INTERVIEW", f"{unit.label} har ikke noe fullført intervju.")
    if revision not in {None, file.item.interview.revision}:
        raise InterviewChanged()
    return file


def reasoned(reason: str | None, words: str = "Oppgi en kort grunn med --reason") -> str:
    """The reason as it is kept; Trouble when there is none."""
    cleaned = as_typed(reason)
    if not cleaned:
        raise Trouble("R-REASON", f"{words}, så andre kan forstå avgjørelsen.")
    return cleaned
