"""What is held about one person: shown, corrected and erased by command."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from interviewer import services
from interviewer.commands.decide.console import Printer
from interviewer.commands.decide.contacts import corrected_all
from interviewer.commands.decide.edit import edit
from interviewer.commands.decide.edit_request import EditRequest
from interviewer.commands.decide.find import as_typed
from interviewer.commands.decide.signing import Coordinator
from interviewer.failures import Trouble
from interviewer.publish.trail import TABLES
from interviewer.services import persons
from interviewer.services.persons import Copies, PersonFile
from schemas.language.clean import plain
from schemas.language.numerals import how_many
from schemas.review.sought import is_email

if TYPE_CHECKING:
    from db.persons.looking import Held
    from db.records import Interviewer

COLUMNS: Final[Mapping[str, str]] = {
    "person": "navn",
    "role": "stilling",
    "phone": "nummer",
    "dead": "nummer som ikke er i bruk",
    "wrong": "nummer som er noen annens",
    "email": "e-post",
    "source": "hvem som sa det",
    "department_name": "avdelingens navn",
    "retired_why": "hvorfor tatt ut",
    "note": "notat",
    "remark": "merknad",
    "said": "det som ble sagt",
    "reason": "grunn",
    "comment": "kommentar",
    "draft": "halvskrevet",
    "others": "halvskrevet",
    "returned_question": "spørsmål fra koordinatoren",
    "consent_given_by": "hvem som samtykket",
    "consent_contact": "kontaktperson i oversikten",
    "consent_phone": "nummer i oversikten",
    "consent_email": "e-post i oversikten",
    "consent_url": "nettadresse i oversikten",
}
"""What stands in a column, where its table does not say it."""

FEWEST: Final = 3
"""Signs of a name: with fewer, half of the texts would name somebody."""


def show_person(her: Coordinator, typed: str) -> None:
    """Everything that is held about whoever is meant, and where else it may be."""
    file = _found(her, typed)
    _print(her, file)


def erase_person(her: Coordinator, typed: str, copies: str | None, *, yes: bool) -> None:
    """Erase her, once whoever sees what that means has confirmed it."""
    file = _found(her, typed)
    if not yes:
        _print(her, file)
        require_confirmed(
            f"Alt dette slettes for godt. Skriv {as_typed(typed)} for å bekrefte: ", typed
        )
    signed = her.sign()
    if cases := len(persons.erase_person(her.database, signed, typed, file)):
        typer.echo(
            f"Slettet fra {how_many(cases, 'sak', 'saker')}. {her.signature} Har noen "
            f"{'den' if cases == 1 else 'en av dem'} åpen, mister de den, og det de skriver, "
            "lagres ikke der, men ligger til side hos dem til de kaster det."
        )
    else:  # a code for what people answer is of no case
        typer.echo(f"Slettet. {her.signature}")
    for line in file.about.shared:
        typer.echo(f"{_what(line)} {line} er også andres, og står.")
    for line in file.elsewhere:
        typer.echo(line)
    how = chosen(copies, file.copies)
    if how is not Copies.keep:
        persons.clear_copies(her.database, signed, as_interviewer(her), typed, file, how)
    tell_copies(file.copies, how)


def correct_person(her: Coordinator, typed: str, given: Mapping[str, str]) -> None:
    """Put her name, number or address right wherever it is a field of its own."""
    if not given:
        raise Trouble(
            "PERSON-NOTHING", "Skriv hva som er riktig, med --name, --phone eller --email."
        )
    file = _found(her, typed)
    done = [*_contacts_corrected(her, file, given), *_answers_corrected(her, file, given)]
    for line in done:
        typer.echo(line)
    known = file.about.sought.is_meant
    rest = [one for one in file.about.held if one.table not in _CORRECTED and known(one.words)]
    if rest:
        typer.echo("Dette er skrevet i fri tekst, og er som det var:")
    for one in rest:
        typer.echo(f"  {_line(one)}")
    if not done:
        raise Trouble("PERSON-TEXT", "Hun står bare i fri tekst. Ingenting er rettet.")


_CORRECTED: Final = frozenset(
    {"call_attempt", "contact_before", "contact_point", "person_answer", "person_revision"}
)
"""What is corrected, or tells what there was before."""


def _contacts_corrected(
    her: Coordinator, file: PersonFile, given: Mapping[str, str]
) -> Iterator[str]:
    """Her contact points: those that bear her name, or her number where nobody is named."""
    ids = {one.row for one in file.about.held if one.table == "contact_point"}
    for unit in dict.fromkeys(one.unit_id for one in file.about.held if one.row in ids):
        yield from corrected_all(her, unit, ids, file.about.sought, given)


def _answers_corrected(
    her: Coordinator, file: PersonFile, given: Mapping[str, str]
) -> Iterator[str]:
    """Her answers about herself, in a new revision of each interview that is complete."""
    asked = her.database.survey.questionnaire.by_id.values()
    names = {one.known_as: one.id for one in asked if one.known_as in given}
    new = [f"{names[field]}={words}" for field, words in given.items() if field in names]
    held = [one for one in file.about.held if one.table == "person_revision"]
    for unit in dict.fromkeys(one.unit_id for one in held):
        if new:
            edit(her, unit, EditRequest(new), None)
            yield f"{her.label(unit)}: svarene er rettet, i en ny revisjon."


# ── Whom ─────────────────────────────────────────────────────────────────────────────────────────


def _found(her: Coordinator, typed: str) -> PersonFile:
    """Whoever is meant; Trouble where that cannot be asked for, or nothing is held."""
    services.require_coordinator(her.database)
    if len(as_typed(typed)) < FEWEST:
        raise Trouble("PERSON-SHORT", "Skriv hele navnet, nummeret eller e-postadressen.")
    file = persons.look_for_person(her.database, as_typed(typed))
    if not file.is_anything:
        raise Trouble(
            "PERSON-NONE",
            f"Ingenting er lagret om «{as_typed(typed)}». Prøv en annen skrivemåte, nummeret eller "
            "e-postadressen.",
        )
    return file


def require_confirmed(words: str, wanted: str) -> None:
    """Trouble unless exactly that is typed."""
    typer.echo(words, nl=False)
    if plain(sys.stdin.readline()) != plain(wanted):
        raise Trouble("PERSON-NOT-ERASED", "Ikke bekreftet. Ingenting er slettet.")


def as_interviewer(her: Coordinator) -> "Interviewer":
    """Whoever signs, as a copy of the database is told of her."""
    from db.records import Interviewer

    return Interviewer(her.who.id, her.who.name, her.who.seat)


# ── Told ─────────────────────────────────────────────────────────────────────────────────────────


def _print(her: Coordinator, file: PersonFile) -> None:
    paper, sought = Printer(), file.about.sought
    known = (*sorted(sought.names), *sorted(sought.numbers), *sorted(sought.emails))
    paper.say(f"Søkt på: {', '.join(known)}")
    for unit in dict.fromkeys(one.unit_id for one in file.about.held):
        lines = [_line(one) for one in file.about.held if one.unit_id == unit]
        paper.several(f"{unit} {her.label(unit)}" if unit else "Uten sak", lines)
    paper.several("Utenfor tabellene", [*_outside(file)])
    paper.several("Andre steder", [*file.elsewhere])


def _line(one: "Held") -> str:
    """A place, and what stands there."""
    what = COLUMNS.get(one.column)
    where = f"{TABLES[one.table]}, {what}" if what else TABLES[one.table]
    return f"{where}: {' '.join(one.words.split())}"


def _outside(file: PersonFile) -> Iterator[str]:
    if file.aside:
        yield f"Ligger til side på denne maskinen, ikke lagret ennå: {file.aside}"
    for copy in file.copies:
        yield f"Kopien {copy}"
    for one in file.about.shared:
        yield f"{_what(one)} {one} har hun sammen med andre."
    yield "Loggen har når radene ble endret og av hvem, ikke hva som sto i dem."


def _what(reached: str) -> str:
    """What she is reached by."""
    return "Adressen" if is_email(reached) else "Nummeret"


def chosen(typed: str | None, files: tuple[Path, ...]) -> Copies:
    """What is to become of the copies: as it was said, or as whoever is asked says now."""
    if typed is not None or not files:
        return Copies(typed or "keep")
    if not sys.stdin.isatty():
        return Copies.keep
    typer.echo(
        f"Det står fortsatt i {how_many(len(files), 'kopi', 'kopier')}. Skriv slett, skriv om, "
        "eller ingenting for å la dem ligge: ",
        nl=False,
    )
    words = {"slett": Copies.delete, "skriv om": Copies.rewrite}
    return words.get(plain(sys.stdin.readline()), Copies.keep)


def tell_copies(files: tuple[Path, ...], how: Copies) -> None:
    """What became of each copy."""
    told = {
        Copies.keep: "Står fortsatt i kopien {}. Slett den når du ikke trenger den, eller kjør "
        "kommandoen igjen med --copies.",
        Copies.delete: "Kopien {} er slettet.",
        Copies.rewrite: "Kopien {} er skrevet om. Det står ikke der lenger.",
    }
    for file in files:
        typer.echo(told[how].format(file))
