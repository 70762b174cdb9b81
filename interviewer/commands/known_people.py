"""From what is typed to one of those who ring."""

from typing import TYPE_CHECKING, Final

from interviewer.failures import Trouble
from interviewer.places import command
from schemas.language.clean import plain
from schemas.language.text import ended

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.database import Database
    from db.records import KnownInterviewer

SHOWN: Final = 8
"""So many characters of an id tell two people of one name apart."""


def number_of(one: "KnownInterviewer") -> str:
    """What a person is called in the list, where two have one name."""
    return one.id.hex[:SHOWN]


def found_person(database: "Database", words: str) -> "KnownInterviewer":
    """Whoever is meant, by the number in the list or by name; Trouble where that is nobody."""
    from db.people import people

    known = people(database)
    meant = [one for one in known if len(words) >= 4 and one.id.hex.startswith(words.lower())]
    meant = meant or [one for one in known if plain(one.name) == plain(words)]
    if len(meant) == 1:
        return meant[0]
    if meant:
        numbers = " eller ".join(number_of(one) for one in meant)
        several = ended(f"Flere heter {meant[0].name}")
        raise Trouble("PERSON-SEVERAL", f"{several} Skriv nummeret: {numbers}.")
    every = command(database, "people")
    raise Trouble("PERSON-UNKNOWN", f"Ingen her heter «{words}». «{every}» viser alle.")


def told_twice(database: "Database", known: "Sequence[KnownInterviewer]") -> "Iterator[str]":
    """Who stands there more than once, and how to say that it is one."""
    by_name: dict[str, list[KnownInterviewer]] = {}
    for one in known:
        by_name.setdefault(plain(one.name), []).append(one)
    for same in by_name.values():
        if len(same) > 1:
            join = command(database, "people", "join", *map(number_of, same[:2]))
            yield f"{same[0].name} står her flere ganger. Er det én: {join}"
