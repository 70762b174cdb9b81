"""`hand-out`, `merge` and `conflicts`: two laptops without a server."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from interviewer.commands.known_people import found_person, told_twice
from interviewer.failures import Trouble
from interviewer.places import command, typed
from schemas.language.dates import date_and_clock
from schemas.language.numerals import how_many
from schemas.language.text import ended

if TYPE_CHECKING:
    from db.database import Database
    from db.merge.merging import Merged
    from schemas.frame.frame import Frame

CAME: Final = {
    "call_attempt": ("oppringning", "oppringninger"),
    "contact_point": ("kontaktpunkt", "kontaktpunkter"),
    "answer_entry": ("svar", "svar"),
    "revision": ("ferdig intervju", "ferdige intervjuer"),
    "appointment": ("avtale", "avtaler"),
    "case_note": ("notat", "notater"),
    "decision": ("avgjørelse", "avgjørelser"),
}
"""What is counted of what came in."""


def hand_out(
    database: Database, name: str, file: Path, groups: Sequence[str], days: int
) -> Iterator[str]:
    """A file with somebody's cases; what is in it."""
    from db.merge.handing_out import hand_out as given
    from interviewer.commands.decide.find import as_typed
    from interviewer.own_settings import read_settings

    now = datetime.now(UTC)
    to = found_person(database, as_typed(name))
    path, until = file.expanduser().absolute(), now + timedelta(days=days)
    chosen = {group_named(one, database.frame) for one in groups}
    made = given(database, to, path, read_settings(), now, until, chosen)
    yield f"{how_many(len(made.cases), 'sak', 'saker')} til {to.name} i {path}"
    held = f"Her holdes de av til {to.name} til {date_and_clock(until)}"
    yield f"{held}, eller til filen er slått sammen igjen."
    if made.others:
        yield f"Ikke med, fordi de er hos andre: {how_many(made.others, 'sak', 'saker')}"
    yield f"Start der med: {typed('--database', path.name)}"


def group_named(words: str, frame: Frame) -> str:
    """The id of a group, by it or by its name; Trouble where there is none."""
    from schemas.frame.fold import fold

    for one in frame.groups:
        if fold(words) in {fold(one.id), fold(one.name)}:
            return one.id
    known = ", ".join(one.name for one in frame.groups)
    raise Trouble("GROUP-UNKNOWN", f"«{words}» er ikke med i utvalget. Velg blant {known}.")


def merge(database: Database, files: Collection[Path]) -> Iterator[str]:
    """What came in with each of the files."""
    from db.merge.conflicts import conflicts
    from db.merge.merging import merge as merged
    from db.people import people

    for file in files:
        path = file.expanduser().absolute()
        yield from _report(path, merged(database, path, datetime.now(UTC)), database.frame)
    if open_ones := conflicts(database):
        many = how_many(len({one.case_id for one in open_ones}), "sak", "saker")
        yield f"Motstrid i {many} venter på en koordinator: {command(database, 'conflicts')}"
    yield from told_twice(database, people(database))


def _report(path: Path, came: Merged, frame: Frame) -> Iterator[str]:
    told = f", levert ut til {came.by} {date_and_clock(came.handed_at)}" if came.handed_at else ""
    yield f"{path.name}{told}"
    counts = [
        how_many(count, *words) for table, words in CAME.items() if (count := came.new.get(table))
    ]
    if came.cases:
        cases = how_many(len(came.cases), "sak", "saker")
        yield f"  Nytt i {cases}: {', '.join(counts) or 'rettelser'}"
    else:  # who holds them is not what was done in them
        yield "  Ingenting nytt i sakene: alt var her fra før."
    if came.conflicts:
        yield f"  Motstrid: {how_many(len(came.conflicts), 'sak', 'saker')}"
    if came.unaware:
        units = ", ".join(map(frame.label, came.unaware))
        yield f"  Her er noen slettet, og den som hadde filen, visste det ikke: {units}."
        yield "  Les det nye der, og slett igjen med «person erase» om navnet står i det."
    if came.unaware_here:
        units = ", ".join(map(frame.label, came.unaware_here))
        yield f"  I filen var noen slettet, og det var ikke kjent her: {units}."
        yield "  Les det som er skrevet her siden, og slett igjen om navnet står i det."
    if not came.whole:
        yield "  Loggen i filen er brutt: Noe i den er endret utenom programmet."


def conflict_lines(database: Database, unit: str | None) -> Iterator[str]:
    """What two databases say differently, for whoever decides."""
    from db.merge.conflicts import conflicts
    from interviewer.engine.conflict_lines import answers_apart, conflict_told, interview_aside

    found = [one for one in conflicts(database) if unit in {None, one.unit_id}]
    if not found:
        yield "Ingen motstrid: alt som er slått sammen, sier det samme."
    for one in found:
        yield f"{one.unit_id} {database.frame.label(one.unit_id)}: {conflict_told(one)}"
        apart = answers_apart(one, database.survey, database.frame)
        for number, lines in enumerate(apart, 1):
            yield f"  {interview_aside(number, len(lines))}"
            yield from (f"     {line}" for line in lines)


def settle(database: Database, unit: str, by: str | None, instead: int) -> str:
    """Somebody has looked at a case: what stands is right, or another interview instead of it."""
    from db.merge.conflicts import conflicts
    from interviewer import services
    from interviewer.commands.decide.signing import coordinator

    her = coordinator(database, by, datetime.now(UTC))
    about = her.unit(unit)
    found = [one for one in conflicts(database) if one.unit_id == about.id]
    if not found:
        raise Trouble("CONFLICT-NONE", f"Det er ingen motstrid i {about.label}.")
    if instead > max(len(one.others) for one in found):
        raise Trouble(
            "CONFLICT-NUMBER",
            f"Det er ikke noe intervju {instead} der. "
            f"«{command(database, 'conflicts')}» viser dem.",
        )
    services.settle(database, her.sign(), tuple(found), instead)
    return ended(f"{about.label}: {'byttet, og ' if instead else ''}avklart av {her.who.name}")
