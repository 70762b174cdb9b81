"""What the import commands do: read, say what is odd, show what will change, and carry it out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from rich.console import Console
from rich.table import Table
from rich.text import Text

from interviewer.commands.running import ProgressBar
from interviewer.failures import Trouble
from interviewer.services import bring_in
from interviewer.services.bring_in import FileHolds
from schemas.language.clean import clean
from schemas.language.numerals import how_many
from schemas.language.phone import show_phone

if TYPE_CHECKING:
    from db.database import Database
    from db.imports.problems import BadHeading, BadRows, Finding
    from db.imports.table import FileReading
    from db.records import Changes, ImportCount
    from schemas.calls.contact_matching import Correction
    from schemas.frame.frame import Frame
    from schemas.surveys.survey import Survey

R = TypeVar("R")

SHOWN_OF_A_KIND: Final = 5
"""Excel takes the zero from every number in a column: nobody reads four hundred notices."""

SHOWN_UNITS: Final = 5

SHOWN_FINDINGS: Final = 500
"""More than anybody corrects by hand: then something is wrong with the file as a whole."""


def import_file(
    database: "Database",
    holds: FileHolds,
    file: Path,
    *,
    dry_run: bool = False,
    skip_bad: bool = False,
    column: Sequence[str] = (),
) -> None:
    """Read a file, say what it changes, and carry it out.

    `ImportProblem` when it must be corrected, Trouble in a survey without an earlier phase.
    """
    bar, said = ProgressBar("rader"), named_columns(column)
    reading = read_file(lambda: bring_in.read_file(database, holds, file, bar, said))
    preview = bring_in.preview(database, holds, reading.rows)
    _show(reading, preview, database)
    rows = reading.accepted(skip_bad=skip_bad)
    if _goes_on(preview, dry_run):
        _say_done(bring_in.apply(database, holds, rows, datetime.now(UTC)))


def named_columns(said: Sequence[str]) -> dict[str, str]:
    """Headings of a file by the columns of ours that they are said to be: "OURS=THEIRS".

    Trouble for what is written otherwise.
    """
    pairs = [one.partition("=") for one in said]
    for ours, _, theirs in pairs:
        if not ours.strip() or not theirs.strip():
            raise Trouble(
                "CLI-COLUMN", "Skriv --column VÅR=DERES, for eksempel --column «telefon=Tlf. jobb»."
            )
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def read_file(read: Callable[[], R]) -> R:
    """What is read; a file with several faults in its heading gets a table of them, too."""
    from db.imports.problems import BadHeading

    try:
        return read()
    except BadHeading as problem:
        show_faults(problem)
        raise


def show_faults(problem: "BadHeading | BadRows") -> None:
    """Everything that must be corrected in a file, as a table."""
    from db.imports.problems import BadHeading

    what = "Kolonner" if isinstance(problem, BadHeading) else "Rader"
    Console(stderr=True).print(_findings(f"{what} som må rettes", problem.findings))


def _goes_on(preview: "Changes", dry_run: bool) -> bool:
    if not preview.anything:
        known = "Resten av filen" if preview.withheld else "Alt i filen"
        _say(f"{known} er kjent fra før. Ingenting er endret.")
    elif dry_run:
        _say("Prøvekjøring: ingenting er skrevet.")
    return preview.anything and not dry_run


def _say_done(done: "Changes") -> None:
    forms = len(done.forms.new) + len(done.forms.changed)
    contacts = len(done.contacts.new) + len(done.contacts.changed)
    stored = [f"{forms} svar"] if forms else []
    if contacts:
        stored.append(how_many(contacts, "kontakt", "kontakter"))
    _say(f"Importert: {' og '.join(stored)}." if stored else "Importert.")


def _say(words: str) -> None:
    Console().print(Text(words))


# ── What the file says ───────────────────────────────────────────────────────────────────────────


def _show(reading: "FileReading[R]", preview: "Changes", database: "Database") -> None:
    """The notices, what would change, and last, next to what is said of them, the bad rows."""
    console = Console()
    good = len(reading.rows)
    name = clean(reading.file.name, one_line=True)
    rows = how_many(reading.total, "rad", "rader")
    console.print(Text(f"{name}: {rows}, {good} kan importeres"))
    show_notices(reading)
    console.print(_changes(preview, "De gode radene" if reading.bad else "Filen", database))
    if preview.corrections:
        console.print(_corrections(preview.corrections, database))
    if preview.withheld:
        _say(_withheld(preview.withheld, database.frame))
    if reading.bad:
        Console(stderr=True).print(_findings("Rader som må rettes", reading.bad))


def show_notices(reading: "FileReading[R]") -> None:
    """What to know about a file and the rows that are read, as a table."""
    if reading.notices:
        Console().print(_notices(reading.notices))


def _findings(title: str, findings: "Sequence[Finding]") -> Table:
    """Text objects throughout: what stands in a file is never markup."""
    table = Table(title=Text(title), title_justify="left", show_lines=False)
    table.add_column("Linje", justify="right", no_wrap=True)
    table.add_column("Kolonne", overflow="fold")
    table.add_column("Hva som er feil, og hva du gjør", overflow="fold", ratio=1)
    table.add_column("Kode", overflow="fold")
    for found in findings[:SHOWN_FINDINGS]:
        line = str(found.line or "")
        table.add_row(*map(Text, (line, found.column, found.sentence, found.code)))
    if len(findings) > SHOWN_FINDINGS:
        more = f"… og {len(findings) - SHOWN_FINDINGS} feil til. Er det riktig fil?"
        table.add_row(*map(Text, ("", "", more, "")))
    return table


def _notices(notices: "Sequence[Finding]") -> Table:
    """The first of each kind, and how many more there are of it."""
    kinds: dict[tuple[str, str], list[Finding]] = {}
    for notice in notices:
        kinds.setdefault((notice.code, notice.column), []).append(notice)
    table = Table(title=Text("Merk"), title_justify="left", show_lines=False)
    table.add_column("Linje", justify="right", no_wrap=True)
    table.add_column("Kolonne", overflow="fold")
    table.add_column("Hva det gjelder", overflow="fold", ratio=1)
    for found in kinds.values():
        for notice in found[:SHOWN_OF_A_KIND]:
            line = str(notice.line or "")
            table.add_row(*map(Text, (line, notice.column, notice.sentence)))
        if len(found) > SHOWN_OF_A_KIND:
            more = f"… og {len(found) - SHOWN_OF_A_KIND} til av samme slag"
            table.add_row(Text(""), Text(found[0].column), Text(more))
    return table


# ── What will change ─────────────────────────────────────────────────────────────────────────────


def _changes(changes: "Changes", whose: str, database: "Database") -> Table:
    table = Table(title=Text(f"{whose} endrer dette"), title_justify="left")
    table.add_column("Hva")
    for heading in ("Nye", "Endret", "Uendret", "Bort"):
        table.add_column(heading, justify="right")
    table.add_column("Hvor", overflow="fold", ratio=1)
    for words, count in _kinds(changes, database.survey):
        counts = (count.new, count.changed, count.unchanged, count.gone)
        where = Text(_where(count, database.frame))
        table.add_row(words, *(str(len(units)) for units in counts), where)
    return table


def _corrections(found: "Sequence[Correction]", database: "Database") -> Table:
    """What was noted beside what the list says now."""
    table = Table(title=Text("Rettet i listen"), title_justify="left")
    table.add_column(str(database.frame.design.unit.one).capitalize(), overflow="fold")
    for heading in ("Hvem", "Før", "Nå"):
        table.add_column(heading, overflow="fold", ratio=1)
    for one in found[:SHOWN_FINDINGS]:
        before, after = _differing(one)
        who = one.after.person or one.after.department_name or str(one.after.department.label)
        table.add_row(*map(Text, (database.frame.label(one.unit_id), who, before, after)))
    return table


def _differing(one: "Correction") -> tuple[str, str]:
    """Only what differs, as it is shown on the card."""
    before, after = (
        (
            show_phone(said.phone) if said.phone else "–",
            said.department_name or str(said.department.label),
            said.person or "–",
            said.role or "–",
            said.email or "–",
        )
        for said in (one.before, one.after)
    )
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    return "\n".join(old for old, _ in pairs), "\n".join(new for _, new in pairs)


def _kinds(changes: "Changes", survey: "Survey") -> "Iterator[tuple[str, ImportCount]]":
    """What there can be of each; without an earlier phase a file holds contacts alone."""
    if survey.earlier:
        yield f"Svar fra {survey.earlier.words.name}", changes.forms
    yield "Kontaktpunkter", changes.contacts
    if survey.earlier and survey.earlier.form.partners:
        yield "Kanskje dekket av en annen enhet", changes.covered


def _withheld(rows: "Sequence[str]", frame: "Frame") -> str:
    """How many rows are about somebody who has withdrawn, and where: all of them, by name."""
    count = how_many(len(rows), "rad", "rader")
    places = ", ".join(_labels(rows, frame))
    return (
        f"Fra {count} er navn, nummer, e-post og kommentar utelatt: "
        f"Respondenten har trukket seg i {places}."
    )


def _where(count: "ImportCount", frame: "Frame") -> str:
    """The units where something changes; the first of them when they are many."""
    names = _labels((*count.changed, *count.gone, *count.new), frame)
    more = len(names) - SHOWN_UNITS
    shown = ", ".join(names[:SHOWN_UNITS])
    return f"{shown} og {more} til" if more > 0 else shown


def _labels(touched: "Sequence[str]", frame: "Frame") -> list[str]:
    """Units by name and group, each once."""
    return [frame.label(unit) for unit in dict.fromkeys(touched)]
