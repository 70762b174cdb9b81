"""Everything that can be wrong with a file that is read, each with a stable code and a sentence.

    ImportProblem             the file cannot be used: nothing is read, nothing is written
    ├── BadHeading            what is wrong with the columns, all of it
    └── BadRows               IMPORT-ROWS    rows that must be corrected, or skipped on purpose
                              IMPORT-SAMPLE  units that must be corrected: none can be skipped

    Finding                   one thing in one place: a bad row, or a notice about a good one

A sentence says what is wrong and what to do. It may quote the file: it is for the screen of the
person who has the file, and `str()` of a problem, which may reach a log, quotes nothing from cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from schemas.language import Explained
from schemas.language.clean import clean
from schemas.language.numerals import how_many
from schemas.language.text import Text, filled

NOTHING_READ: Final = "Ingenting er importert."


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in one place of a file; `line` 0 is the file as a whole."""

    code: str
    line: int
    column: str
    sentence: str

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        words = [f"linje {self.line}"] if self.line else []
        return ", ".join([*words, self.column] if self.column else words)


class ImportProblem(Explained):
    """A file that cannot be used. `str()` is whole Norwegian sentences, `code` is stable."""

    def __init__(
        self, code: str, file: Path, *, line: int = 0, column: str = "", **words: object
    ) -> None:
        self.code = code
        self.file = file
        self.finding = Finding(code, line, column, sentence(code, **words))
        place = ": ".join(filter(None, (_name(file), self.finding.place)))
        super().__init__(f"{place}: {self.finding.sentence} {NOTHING_READ}")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is wrong."""
        return (self.finding,)


class BadHeading(ImportProblem):
    """Several things are wrong with the columns; they are told at once."""

    def __init__(self, file: Path, findings: Sequence[Finding]) -> None:
        self.code = findings[0].code
        self.file = file
        self.finding = findings[0]
        self._all = tuple(findings)
        told = " ".join(f"{found.column}: {found.sentence}" for found in findings)
        Exception.__init__(self, f"{_name(file)}: linje {self.finding.line}: {told} {NOTHING_READ}")

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every column that is missing, or stands twice."""
        return self._all


class BadRows(ImportProblem):
    """Rows that must be corrected; the findings say which, where and how."""

    def __init__(self, file: Path, findings: Sequence[Finding], code: str = "IMPORT-ROWS") -> None:
        lines = len({found.line for found in findings})
        super().__init__(code, file, rows=how_many(lines, "rad", "rader"))
        self._all = tuple(findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every bad cell of every bad row."""
        return self._all


def sentence(code: str, **words: object) -> str:
    """The sentence of a code. Braces in what stands in the file are safe: it is no template.

    What stands in the file is cut where it is long; a `Text` is ours, and stands whole.
    """
    said = {name: str(w) if isinstance(w, Text) else short(w) for name, w in words.items()}
    return filled(SENTENCES[code], **said)


def _name(file: Path) -> str:
    return clean(str(file), one_line=True)


ROOM: Final = 80
"""So much of a cell is quoted: enough to find it again."""


def short(word: object) -> str:
    """A word as it is quoted: on one line, without what cannot be seen, and not too long."""
    words = " ".join(clean(str(word), one_line=True).split())
    return words if len(words) <= ROOM else words[: ROOM - 1] + "…"


SENTENCES: Final = {
    # ── The file ─────────────────────────────────────────────────────────────────────────────
    "IMPORT-MISSING": "Filen finnes ikke. Kontroller stedet og navnet.",
    "IMPORT-FOLDER": "Dette er en mappe. Oppgi en fil i den.",
    "IMPORT-NOT-FILE": "Dette er ikke en vanlig fil. Oppgi en CSV- eller Excel-fil på disken.",
    "IMPORT-NAME": "Filnavnet kan ikke brukes. Gi filen et kortere navn med vanlige tegn.",
    "IMPORT-PERMISSION": (
        "Filen kan ikke åpnes. Lukk den i andre programmer, eller be om lesetilgang."
    ),
    "IMPORT-DISK": "Disken svarte ikke. Kopier filen til din egen disk, og prøv igjen.",
    "IMPORT-HUGE": "Filen er større enn {most} MB. Del den, eller fjern det som ikke skal med.",
    "IMPORT-EMPTY": "Filen er tom. Kontroller at det er riktig fil, og at den er lagret.",
    "IMPORT-NO-ROWS": "Filen har overskrifter, men ingen rader. Kontroller at det er riktig fil.",
    "IMPORT-MANY-ROWS": "Filen har mer enn {most} rader. Del den i flere filer.",
    "IMPORT-MANY-COLUMNS": "Filen har mer enn {most} kolonner. Fjern dem som ikke skal med.",
    "IMPORT-UTF16": (
        "Filen er lagret som UTF-16 uten merke, eller som UTF-32. "
        "Lagre den som «CSV UTF-8 (semikolondelt)» eller som .xlsx."
    ),
    "IMPORT-ENCODING": (
        "Tegnkodingen kan ikke tolkes: Den er verken UTF-8 eller Windows-1252. "
        "Lagre filen som «CSV UTF-8 (semikolondelt)» eller som .xlsx."
    ),
    "IMPORT-BINARY": "Dette er ikke en tekstfil. Oppgi en CSV-fil, eller en Excel-fil (.xlsx).",
    "IMPORT-XLS": (
        "Dette er en gammel Excel-fil (.xls), eller en med passord. "
        "Åpne den og lagre den som .xlsx uten passord."
    ),
    "IMPORT-NOT-SHEET": (
        "Dette er en pakket fil (zip), men ikke et Excel-regneark. "
        "Åpne den i programmet den hører til, og lagre den som .xlsx."
    ),
    "IMPORT-XLSX": "Excel-filen er skadet. Åpne den i Excel, og lagre den på nytt.",
    "IMPORT-BOMB": (
        "Excel-filen blir større enn {most} MB når den pakkes ut. "
        "Kopier radene til et nytt regneark, og lagre det."
    ),
    "IMPORT-XLSX-UNSAFE": (
        "Excel-filen har innhold som regneark ikke skal ha. "
        "Kopier radene til et nytt regneark, og lagre det."
    ),
    "IMPORT-NO-SHEET": "Excel-filen har ingen ark med celler. Legg radene i det første arket.",
    # ── The heading ──────────────────────────────────────────────────────────────────────────
    "IMPORT-SEPARATOR": (
        "Kolonnene er skilt med «{sign}». Lagre filen med semikolon eller komma mellom kolonnene."
    ),
    "IMPORT-HEADING": ("Den første linjen har ingen av kolonnenavnene. Den skal ha dem: {names}."),
    "IMPORT-COLUMN-MISSING": "Kolonnen mangler. Legg den til.",
    "IMPORT-COLUMN-MEANT": "Kolonnen mangler. Heter den «{guess}» nå, så gi den riktig navn.",
    "IMPORT-COLUMN-TWICE": (
        "Kolonnen står mer enn én gang. Ta bort den ene, eller gi den et nytt navn."
    ),
    "IMPORT-COLUMN-OURS": "Her er ingen kolonne som heter «{ours}». Velg en av {names}.",
    "IMPORT-COLUMN-THEIRS": "Filen har ingen kolonne som heter «{theirs}». Skriv en som er der.",
    "IMPORT-COLUMN-READ": "Leses som {ours}. Er det feil, si hvilken med --column.",
    "IMPORT-COLUMN-BESIDE": "Kan være {ours}, men leses ikke. Velg den med --column.",
    "IMPORT-COLUMN-UNKNOWN": "Kolonnen er ukjent og leses ikke.",
    "IMPORT-COLUMN-NAMELESS": "Kolonnen har celler, men ikke noe navn, og leses ikke.",
    "IMPORT-ABOVE-HEADING": "Linje {lines} står over overskriftene og leses ikke.",
    "IMPORT-SECOND-HEADING": "Linje {lines} er overskrifter en gang til og leses ikke.",
    "IMPORT-TOTALS": "Linje {lines} er summer eller merknader under tabellen, og leses ikke.",
    # ── A line ───────────────────────────────────────────────────────────────────────────────
    "IMPORT-QUOTE": (
        'Anførselstegnene går ikke opp. Hver celle som begynner med «"», må slutte med det, '
        'og «"» inne i en celle skrives dobbelt.'
    ),
    "IMPORT-CELLS": (
        "Raden har {count} celler, men det er {columns} kolonner. "
        "Sett tekst som har skilletegn i seg, i anførselstegn."
    ),
    "IMPORT-CELL-LONG": "Teksten er {count} tegn. Det er plass til {most}. Kort den ned.",
    "IMPORT-CELL-HUGE": (
        "En celle er lengre enn {most} tegn. Kort den ned, eller se etter et anførselstegn som "
        "mangler."
    ),
    "IMPORT-OTHER-SHEETS": "Bare arket «{sheet}» er lest. Filen har flere.",
    "IMPORT-HIDDEN-SHEET": (
        "Arket «{sheet}» er skjult i regnearket og er ikke lest. Skal det med, viser du det, og "
        "legger det i en egen fil."
    ),
    "IMPORT-HIDDEN-ROWS": (
        "Linje {lines} er skjult i regnearket, for hånd eller av et filter, og leses likevel. "
        "Slett det som ikke skal med."
    ),
    "IMPORT-HIDDEN-COLUMNS": (
        "Kolonne {columns} er skjult i regnearket og leses likevel. Slett det som ikke skal med."
    ),
    "IMPORT-MERGED": (
        "Celler er slått sammen ({areas}). Det som står der, er lest på hver av linjene."
    ),
    "IMPORT-FORMULA": ("Cellen har en formel: {cell}. Kopier den, og lim den inn igjen som verdi."),
    "IMPORT-FORMULA-VALUE": "Cellen har en formel. Verdien som sist ble regnet ut, brukes: {cell}.",
    "IMPORT-ERROR-VALUE": "Regnearket viser feilen {cell}. Skriv det som skal stå der.",
    "IMPORT-LETTERS": (
        "Bokstaver er ødelagt: «{cell}». Hent filen på nytt, og lagre den som UTF-8 eller .xlsx."
    ),
    "IMPORT-CLEANED": "Tegn som ikke kan ses, er tatt bort. Nå står det: {cell}",
    "IMPORT-UNSEEN": "Cellen har bare tegn som ikke kan ses, og leses som tom.",
    "IMPORT-ROWS": (
        "{rows} må rettes. Rett filen, eller bruk --skip-bad for å ta med bare de andre radene."
    ),
    # ── Units ────────────────────────────────────────────────────────────────────────────────
    "IMPORT-UNIT-EMPTY": "Det står ikke hvilken enhet raden gjelder. Skriv {form}.",
    "IMPORT-UNIT-FORM": "«{cell}» kan ikke være en enhet. Skriv {form}.",
    "IMPORT-UNIT-UNKNOWN": "Enheten {cell} finnes ikke i utvalget. Rett den.",
    "IMPORT-UNIT-NAMED": "«{cell}» er lest som {unit} {name}.",
    "IMPORT-UNIT-SEVERAL": "«{cell}» kan være {units}. Skriv id-en.",
    "IMPORT-UNIT-INSTEAD": "{what}",
    "IMPORT-UNIT-ROUNDED": (
        "«{cell}» er et desimaltall. Regnearket har gjort numrene til ett tall: Formater kolonnen "
        "som tekst, og skriv dem på nytt."
    ),
    "IMPORT-UNIT-TWICE": "Enheten {unit} står også på linje {lines}. Behold den ene raden.",
    "IMPORT-UNIT-RESTORED": "Nullen foran var borte. {cell} er lest som {unit}.",
    "IMPORT-UNIT-NAME": "Filen sier «{cell}», men {unit} er {name}. Kontroller det.",
    "IMPORT-UNIT-NAME-OF": (
        "Filen sier «{cell}», men {unit} er {name}. {cell} er {other}. Kontroller det."
    ),
    "IMPORT-PARTNER-SELF": "Enheten samarbeider ikke med seg selv. Det er ikke tatt med.",
    # ── A sample of units ────────────────────────────────────────────────────────────────────
    "IMPORT-SAMPLE": "{rows} må rettes. Rett filen, og prøv igjen.",
    "IMPORT-ID-EMPTY": "Enheten har ingen id. Skriv {form}.",
    "IMPORT-ID-FORM": "«{cell}» kan ikke være id-en til en enhet. Skriv {form}.",
    "IMPORT-ID-TWICE": "{cell} står også på linje {lines}. Hver enhet skal stå på én linje.",
    "IMPORT-NAME-EMPTY": "Enheten har ikke noe navn. Skriv det.",
    "IMPORT-CELL-EMPTY": "Cellen er tom. Skriv {codes}.",
    "IMPORT-KIND": "«{cell}» er ikke noe slag enhet her. Skriv {codes}.",
    "IMPORT-GROUP": "«{cell}» er ikke {what} i undersøkelsen. Skriv {codes}.",
    "IMPORT-GROUP-NAME": "Filen sier «{cell}», men {group} er {name}. Rett det ene.",
    "IMPORT-SIZE": "«{cell}» er ikke et tall. Skriv {codes}.",
    "IMPORT-LANGUAGE": "«{cell}» er ingen målform. Skriv nb eller nn, eller la cellen stå tom.",
    # ── Answers ──────────────────────────────────────────────────────────────────────────────
    "IMPORT-CODE": "«{cell}» er ikke et av svarene. Skriv {codes}, eller la cellen stå tom.",
    "IMPORT-DATE": "«{cell}» er ikke en dato. Skriv den som {year}-11-03 eller 3.11.{year}.",
    "IMPORT-DATE-TWO": "«{cell}» kan leses på to måter. Skriv {first} eller {second}.",
    "IMPORT-DATE-NUMBER": (
        "«{cell}» er et tall fra regnearket, ikke en dato. Formater kolonnen som dato."
    ),
    "IMPORT-DATE-ZONE": "«{cell}» er {day} etter norsk tid. Den datoen er lest.",
    "IMPORT-DATE-ODD": "{cell} er utenfor tiden for undersøkelsen ({years}). Kontroller det.",
    "IMPORT-DATE-MISSING": (
        "Raden har svar, men ingen dato. Skriv når enheten svarte, eller ta bort svarene."
    ),
    "IMPORT-CONTRADICTION": "Svarene går ikke sammen: {why}. Rett det ene.",
    "IMPORT-NOT-COUNTED": "Svaret tas vare på, men telles ikke med: {why}.",
    # ── Contacts ─────────────────────────────────────────────────────────────────────────────
    "IMPORT-PHONE": "«{cell}»: {why}",
    "IMPORT-PHONE-ROUNDED": (
        "«{cell}» er rundet av i regnearket. Formater kolonnen som tekst, og skriv hele nummeret."
    ),
    "IMPORT-PHONE-FIRST": "«{cell}» er mer enn et nummer. {phone} er lest. Resten er ikke med.",
    "IMPORT-EMAIL": "«{cell}»: {why}",
    "IMPORT-EMAIL-FIRST": "«{cell}» er mer enn en adresse. {email} er lest. Resten er ikke med.",
    "IMPORT-WHO-REACHED": (
        "«{cell}» har et nummer eller en adresse i seg. Det blir stående der, og kan ikke ringes "
        "eller skrives til. Flytt det til kolonnen for telefon eller e-post."
    ),
    "IMPORT-DEPARTMENT": "«{cell}» er ingen kjent type avdeling. Den er lest som «{read}».",
    "IMPORT-CODING-ANSWER": (
        "Det finnes ikke noe slikt svar å kode. Hent filen på nytt med review codes --out."
    ),
    "IMPORT-CODING-CHANGED": (
        "Svaret er et annet enn i intervjuet nå. Hent filen på nytt med review codes --out."
    ),
    "IMPORT-CODING-ROWS": "{rows} må rettes. Rett filen, og les den inn på nytt.",
    "IMPORT-CODING-TWICE": "Svaret er kodet på linje {lines} også. Ta bort den ene.",
    "IMPORT-CODING-CODE": (
        "Spørsmålet har ingen kode «{cell}». Det har: {here}. Skal den lages, bruk --new."
    ),
    "IMPORT-CONTACT-EMPTY": (
        "Raden har verken avdeling, person, telefon eller e-post. Fyll ut noe, eller ta den bort."
    ),
    "IMPORT-CONTACT-SAME": (
        "Samme nummer som på linje {lines}: De to radene er lagt sammen til ett kontaktpunkt."
    ),
    "IMPORT-CONTACT-TWICE": "Raden er lik linje {lines} og er ikke tatt med.",
}
