"""The pages of an archive folder: how the data were made, what lies there, and its checksums."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import Final, TextIO

from db.exports.snapshot import Snapshot
from db.exports.writing import Exported
from db.plain_sql import moment
from db.stamp import DataStamp
from schemas.calls.outcomes import Outcome
from schemas.codebook.codebook import Codebook
from schemas.codebook.columns import LONGEST
from schemas.codebook.variables import DataTable
from schemas.frame.frame import Frame
from schemas.language.dates import local
from schemas.language.numerals import how_many
from schemas.questionnaire.answers import MISSING_LABELS, Unreadable
from schemas.questionnaire.questionnaire import Questionnaire

WIDTH: Final = 100

CHUNK: Final = 2**20
"""Bytes read at a time for a checksum."""


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """What the calls say about how the data were collected."""

    interviews: int
    calls: int
    redirects: int
    first: datetime | None
    last: datetime | None
    outcomes: Counter[str]


def fieldwork(taken: Snapshot) -> Fieldwork:
    """Counted from the rows that are exported."""
    calls = list(taken.calls)
    starts = [moment(call.started_at) for call in calls]
    return Fieldwork(
        taken.finished.count,
        len(calls),
        taken.redirects.count,
        min(starts, default=None),
        max(starts, default=None),
        Counter(call.outcome or "" for call in calls),
    )


# ── Method ───────────────────────────────────────────────────────────────────────────────────────


def method_page(book: Codebook, frame: Frame, work: Fieldwork) -> str:
    """How the data were collected, from what the database says."""
    return "\n".join(_method(book, frame, work)) + "\n"


def _method(book: Codebook, frame: Frame, work: Fieldwork) -> Iterator[str]:
    yield from _title("Metode")
    yield _paragraph(
        f"Utvalget er {how_many(len(frame), 'enhet', 'enheter')} ({frame.design.universe}). "
        "Alle skal ringes. Enheten ringes på sentralbordet eller på "
        "et kjent nummer, og intervjueren følger viderekoblingene til den som kjenner best til "
        "det undersøkelsen gjelder."
    )
    yield _paragraph(
        f"Skjemaet er {book.name} {book.version} (fingeravtrykk {book.fingerprint}). "
        "Intervjuene er gjort på telefon med et dataskjema som velger hvilke spørsmål som "
        "stilles, og kontrollerer svarene mens samtalen går. Klassen (class) er avledet av "
        "svarene etter faste regler. En koordinator kan godta klassen, fastsette en annen med en "
        "begrunnelse, eller rette svar, som blir en ny revisjon av intervjuet (revision). Kolonnen "
        "decision har klassen som koordinatoren bestemte, og er tom der ingen har bestemt noe."
    )
    if work.first and work.last:
        yield f"Første oppringning: {local(work.first):%Y-%m-%d}"
        yield f"Siste oppringning:  {local(work.last):%Y-%m-%d}"
    yield f"Fullførte intervjuer: {work.interviews}"
    yield f"Oppringninger: {work.calls}"
    yield f"Viderekoblinger: {work.redirects}"
    yield from ("", "Oppringningene etter utfall (AAPOR-kode):")
    for outcome in Outcome:
        if number := work.outcomes[outcome.name]:
            yield f"  {number:>6}  {outcome.label} ({outcome.aapor})"
    if unknown := work.outcomes[""]:
        yield f"  {unknown:>6}  Uten utfall"


# ── README ───────────────────────────────────────────────────────────────────────────────────────

FILES: Final = {
    "codebook.ddi.xml": "kodeboken som DDI-Codebook 2.5, på alle språk",
    "method.txt": "hvordan dataene ble samlet inn",
    "figures.py": "rapportens hovedtall, laget av cases.csv: «python3 figures.py»",
    "figures.R": "det samme i R: «Rscript figures.R»",
    "README.txt": "denne siden",
    "SHA256SUMS": "kontrollsummer, til å kontrollere med «sha256sum -c SHA256SUMS»",
}


def read_me(
    asked: type[Questionnaire],
    tables: Sequence[DataTable],
    written: Sequence[Exported],
    stamp: DataStamp,
) -> str:
    """What lies in the folder, and how to read it."""
    return "\n".join(_read_me(asked, tables, written, stamp)) + "\n"


def _read_me(
    asked: type[Questionnaire],
    tables: Sequence[DataTable],
    written: Sequence[Exported],
    stamp: DataStamp,
) -> Iterator[str]:
    yield from _title(str(asked.title))
    yield _paragraph(stamp.line)
    yield "Filer:"
    rows_of = {table.name: str(table.row) for table in tables}
    for one in written:
        rows = f" ({how_many(one.rows, 'rad', 'rader')})" if one.is_table else ""
        yield f"  {one.path.name:<22} {_about(rows_of, one.path)}{rows}"
    yield from (
        "",
        "CSV-filene er UTF-8 med komma mellom kolonnene og punktum som desimaltegn.",
        "",
    )
    yield "Manglende svar, i alle kolonner som kommer av et spørsmål:"
    for state, label in MISSING_LABELS.items():
        yield f"  {state.code}  {label}"
    yield f"  {Unreadable.CODE}  Noe lagret som ikke kan leses (tomt i SPSS)"
    yield ""
    yield _paragraph(
        "Et valgfritt spørsmål som ble stilt uten å bli besvart, står tomt. Det som er slettet "
        "fordi noen ba om det, står som ikke spurt. I SPSS er kodene definert som manglende for "
        "tall. I tekst lengre enn 8 tegn står de med etikett. I SPSS er kodene til et spørsmål "
        "nummerert fra 1 i skjemaets rekkefølge. I CSV står kodens navn. Svar med flere koder har "
        "én kolonne per kode, med 1 og 0. Er et intervju delvis (status), er det ingen klasse, og "
        "det som ikke ble spurt om, mangler."
    )
    yield _paragraph(
        f"En kolonne heter det samme i alle filene, og navnet er høyst {LONGEST} tegn: Der "
        "spørsmålet og koden blir lengre, står kodens nummer. interviews.sav har i tillegg det som "
        "gjentas, ved siden av hverandre."
    )
    yield from ("Kolonnene i tabellene:", "")
    for table in tables:
        yield f"{table.name}: {table.row}"
        for variable in table.variables:
            yield f"  {variable.name:<{LONGEST}}  {variable.label}"
        yield ""
    yield _paragraph(
        "Dataene er uten respondentenes navn, telefonnumre og e-postadresser, og uten "
        "intervjuernes private notater. Intervjuere og koordinatorer står med nummer. Kolonnene "
        "public_… er fylt ut bare der respondenten har sagt ja til at de kan offentliggjøres, og, "
        "hvis respondenten ville se teksten først, en koordinator har godkjent den. Ellers er de "
        "tomme. I det som ble sagt ved viderekoblinger, i begrunnelser for avgjørelser, i notater, "
        "i kommentarer fra en tidligere fase og i paradata står [telefonnummer], [navn] og "
        "lignende der noen var nevnt. Fri tekst i svar, merknader, bekreftede advarsler og koder "
        "er søkt gjennom for telefonnumre, e-postadresser, fødselsnumre, kontonumre, gateadresser "
        "og kontaktpersoners navn, og den som laget mappen, fikk treffene å se."
    )


def _about(rows_of: Mapping[str, str], path: Path) -> str:
    if path.stem in rows_of:
        return f"{'SPSS: ' if path.suffix == '.sav' else ''}{rows_of[path.stem]}"
    if path.name.startswith("codebook-"):
        return "kodeboken til å lese"
    if path.name.startswith("questionnaire-"):
        return "spørreskjemaet"
    return FILES.get(path.name, "")


def _title(words: str) -> tuple[str, str, str]:
    return words, "=" * len(words), ""


def _paragraph(words: str) -> str:
    return fill(words, WIDTH, break_on_hyphens=False) + "\n"


# ── Checksums ────────────────────────────────────────────────────────────────────────────────────


def checksum(file: TextIO) -> str:
    """The SHA-256 of what has been written to a file so far."""
    file.flush()
    digest, handle = hashlib.sha256(), file.fileno()
    os.lseek(handle, 0, os.SEEK_SET)
    while chunk := os.read(handle, CHUNK):
        digest.update(chunk)
    return digest.hexdigest()
