"""One person: what is held of her in the database and around it, and how she is erased there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from interviewer.services import unsaved
from schemas.language.dates import date_and_clock

if TYPE_CHECKING:
    from db.database import Database
    from db.persons.looking import HeldAbout
    from db.records import Interviewer, Signed


class Copies(Enum):
    """What becomes of the copies in which somebody still stands, by the word that is typed."""

    keep = "keep"
    delete = "delete"
    rewrite = "rewrite"


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that is held about one person.

    `aside` is how much lies on this machine because it could not be stored, `copies` those of
    ours, and `elsewhere` is where she may stand, and nobody here can look: in sentences.
    """

    about: HeldAbout
    aside: int
    copies: tuple[Path, ...]
    elsewhere: tuple[str, ...]

    @property
    def is_anything(self) -> bool:
        """Whether anything is held here."""
        return bool(self.about.held or self.aside or self.copies)


def look_for_person(db: Database, typed: str) -> PersonFile:
    """Everything about whoever has this name, number or address."""
    from db.persons.copies import naming
    from db.persons.looking import look_for

    about = look_for(db, typed)
    aside = unsaved.named_in(db, about.sought)
    copies = naming(db, about.sought)
    return PersonFile(about, aside, copies, tuple(elsewhere(db, about.cases)))


def erase_person(db: Database, signed: Signed, typed: str, file: PersonFile) -> frozenset[UUID]:
    """Erase her here: in the tables, in what lies aside, and in free pages of the file; in which
    cases she was.

    Raises NotSaved where nothing has been erased, and NotRewritten where all of it has.
    """
    from db.persons.erasing import erase

    aside = unsaved.take_out(db, file.about.sought, signed.at)
    cases = erase(db, signed, typed, file.about.sought, aside)
    db.rewrite_file()
    return cases


def clear_copies(
    db: Database, signed: Signed, who: Interviewer, typed: str, file: PersonFile, how: Copies
) -> None:
    """Delete the copies in which she stands, or write them anew without her."""
    from db.persons import copies
    from db.persons.erasing import erase

    if how is Copies.delete:
        copies.delete(file.copies)
    if how is Copies.rewrite:
        for one in file.copies:
            copies.rewrite(
                one, db, who, signed.at, lambda copy: erase(copy, signed, typed, file.about.sought)
            )


def copies_before_withdrawal(db: Database, case_id: UUID) -> tuple[Path, ...]:
    """Which copies of ours have what was erased of a case."""
    from db.persons.copies import before_withdrawal

    return before_withdrawal(db, case_id)


def clear_copies_of_case(
    db: Database, signed: Signed, who: Interviewer, case_id: UUID, how: Copies
) -> None:
    """Delete the copies in which a withdrawn respondent stands, or withdraw in them, too."""
    from db.persons import copies
    from db.withdrawal import withdraw

    found = copies_before_withdrawal(db, case_id)
    if how is Copies.delete:
        copies.delete(found)
    if how is Copies.rewrite:
        for one in found:
            copies.rewrite(one, db, who, signed.at, lambda copy: withdraw(copy, signed, case_id))


def erase_everybody(db: Database, signed: Signed) -> frozenset[UUID]:
    """Erase all who were called, and what lies aside; in which cases there was anybody."""
    from db.persons.retention import erase_everybody as erase_all

    unsaved.drop_all(db)
    erased = erase_all(db, signed)
    db.rewrite_file()
    return erased


def every_copy(db: Database) -> tuple[Path, ...]:
    """All the copies of ours."""
    from db.persons.copies import copies_of

    return copies_of(db)


def clear_copies_of_everybody(
    db: Database, signed: Signed, who: Interviewer, files: tuple[Path, ...], how: Copies
) -> None:
    """Delete copies, or erase everybody in them, too."""
    from db.persons import copies
    from db.persons.retention import erase_everybody as erase_all

    if how is Copies.delete:
        copies.delete(files)
    if how is Copies.rewrite:
        for one in files:
            copies.rewrite(one, db, who, signed.at, lambda copy: erase_all(copy, signed))


def elsewhere(db: Database, cases: frozenset[UUID]) -> Iterator[str]:
    """Where else something of cases may stand, in sentences: nobody here can erase it."""
    from db.merge.handing_out import handed_to
    from db.persons.copies import put_elsewhere

    for name, at in dict.fromkeys(one for case in sorted(cases) for one in handed_to(db, case)):
        yield (
            f"Kan stå i filen som {name} fikk {date_and_clock(at)}. Be henne slette den når den er "
            "slått sammen. Det som er slettet her, kommer ikke tilbake med den. Det som er skrevet "
            "nytt i den, blir med: Se etter med person show når den er slått sammen."
        )
    if cases:
        yield from _exported(db)
        for file in put_elsewhere(db):
            yield (
                f"Kan stå i sikkerhetskopien som ble lagt i {file}. Der ligger den ikke lenger: er "
                "den flyttet, sletter du den selv."
            )
        yield from _moved(db)
    if cases and db.file is None:
        yield (
            "På serveren ligger slettede rader igjen til eieren har kjørt «VACUUM FULL», og i "
            "sikkerhetskopier og WAL som er tatt før. Be den som drifter den, om å gjøre det."
        )
        yield (
            "På maskinen til den som hadde saken åpen, kan det ligge noe til side som ikke ble "
            "lagret. Det lagres ikke i saken."
        )


def _exported(db: Database) -> Iterator[str]:
    """Files with names that were written: what became of them, we do not know."""
    from db.trail.chain import Verb
    from db.trail.trail import done

    with db.read() as session:
        for one in done(session, Verb.export):
            at = date_and_clock(datetime.fromisoformat(f"{one.at}+00:00"))
            export = f"eksporten med kontaktopplysninger {at} ({one.detail})"
            yield f"Kan stå i {export}. Slett den selv."


def _moved(db: Database) -> Iterator[str]:
    """The database that this one was before it was moved: it is still there, as it was."""
    from db.moving import MOVED
    from db.trail.chain import Verb
    from db.trail.trail import done

    with db.read() as session:
        for one in done(session, Verb.migration):
            if one.detail.startswith(MOVED):
                at = date_and_clock(datetime.fromisoformat(f"{one.at}+00:00"))
                yield (
                    f"Kan stå i databasen som alt ble {one.detail.partition(' til ')[0]} {at}, og "
                    "i kopiene av den. Slett dem selv."
                )
