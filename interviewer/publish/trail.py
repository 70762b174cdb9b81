"""The log as people read it: who did what when, newest last, on the screen or in a file."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from db.trail.chain import TrailEntry, Verb
from db.trail.trail import portion
from interviewer.publish.export_request import Order, WrittenFiles
from schemas.language.dates import date_and_clock

if TYPE_CHECKING:
    from db.database import Database

SHOWN: Final = 50
"""So many lines on the screen, unless more are asked for."""

VERBS: Final = MappingProxyType(
    {
        Verb.insert: "lagt til",
        Verb.update: "endret",
        Verb.delete: "slettet",
        Verb.sealed: "tatt inn i loggen",
        Verb.login: "satte seg ved programmet",
        Verb.export: "eksport med kontaktopplysninger",
        Verb.backup: "sikkerhetskopi",
        Verb.erasure: "opplysninger om en person ble slettet",
        Verb.migration: "databasen ble oppdatert",
        Verb.rewritten: "sikkerhetskopien ble skrevet om",
        Verb.hand_out: "saker ble levert ut i en fil",
        Verb.merge: "en fil ble slått sammen med databasen",
    }
)
"""What was done."""

TABLES: Final = MappingProxyType(
    {
        "": "",
        "answer_entry": "svar",
        "appointment": "avtale",
        "assignment": "tildeling",
        "call_attempt": "oppringning",
        "case_note": "notat om saken",
        "check_confirmation": "begrunnelse",
        "claim_form": "skjema fra en tidligere fase",
        "claim_reveal": "vist svar fra en tidligere fase",
        "codebook": "kodebok",
        "coding": "koding av svar",
        "contact_before": "kontaktpunktet før endringen",
        "conflict": "motstrid",
        "contact_point": "kontaktpunkt",
        "covered_proposal": "forslag om dekning",
        "decision": "avgjørelse",
        "erasure": "sletting av person",
        "hand_out": "utlevering",
        "handed_case": "utlevert sak",
        "interview": "intervju",
        "interviewer": "person",
        "open_code": "kode for åpne svar",
        "opening": "lest åpningstekst",
        "person_answer": "svar om hvem noen er",
        "person_revision": "hvem noen er, i en revisjon",
        "place": "halvskrevet svar",
        "redirect": "viderekobling",
        "retention": "hvor lenge personer oppbevares",
        "revision": "revisjon",
        "survey": "undersøkelse",
        "survey_case": "sak",
        "undone": "angret",
        "unit": "enhet",
    }
)
"""To what it was done."""

HEADING: Final = (
    *("nummer", "tidspunkt_utc", "pålogget_som", "hvem", "hva", "tabell", "rad", "enhet"),
    *("opplysning", "avtrykk", "kjede"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines: of one unit, or of all, and at most so many of the last."""

    unit_id: str | None = None
    last: int | None = None


class Log:
    """The log of a database, with names of people and units."""

    def __init__(self, database: Database) -> None:
        from db.cases import case_id_of
        from db.people import people

        self._database = database
        self._people = {one.id.hex: one.name for one in people(database)}
        self._units = {case_id_of(unit.id).hex: unit.id for unit in database.frame.units}

    def chosen(self, wanted: Wanted) -> Iterator[TrailEntry]:
        """The lines that are wanted, in order; never all of them at once."""
        lines = self._lines()
        if wanted.unit_id is not None:
            lines = (one for one in lines if self._unit(one) == wanted.unit_id)
        return lines if wanted.last is None else iter(deque(lines, wanted.last))

    def _lines(self) -> Iterator[TrailEntry]:
        """A read for each portion: nobody who writes waits until somebody has read all of it."""
        after = 0
        while some := self._portion(after):
            yield from some
            after = some[-1].number

    def _portion(self, after: int) -> list[TrailEntry]:
        with self._database.read() as session:
            return portion(session, after)

    def line(self, one: TrailEntry) -> str:
        """Number, moment, who, what; and of which unit."""
        what = " ".join(filter(None, (TABLES[one.table], VERBS[Verb(one.verb)])))
        unit = self._unit(one)
        where = f"{unit} {self._database.frame.label(unit)}" if unit else self._detail(one)
        when = date_and_clock(datetime.fromisoformat(f"{one.at}+00:00"))
        return "  ".join(filter(None, (str(one.number), when, self._who(one), what, where)))

    def cells(self, one: TrailEntry) -> tuple[str, ...]:
        """The same for a file, with what the chain is made of."""
        done = (VERBS[Verb(one.verb)], TABLES[one.table], one.row, self._unit(one))
        by = (str(one.number), one.at, one.login, self._who(one))
        return (*by, *done, self._detail(one), one.digest, one.hash)

    def _who(self, one: TrailEntry) -> str:
        return self._people.get(one.who, one.who[:8]) or one.login or "programmet"

    def _unit(self, one: TrailEntry) -> str:
        """Where somebody was erased is told in the detail; empty of what is of no case."""
        case = one.detail.replace("-", "") if one.verb == Verb.erasure else one.case
        return self._units.get(case, "")

    def _detail(self, one: TrailEntry) -> str:
        return "" if one.verb == Verb.erasure else self._people.get(one.detail, one.detail)


def trail_lines(database: Database, wanted: Wanted) -> Iterator[str]:
    """The lines to show, and where the log ends."""
    from db.trail.trail import head

    log = Log(database)
    yield from map(log.line, log.chosen(wanted))
    yield f"Slutten på loggen: {head(database)}"


def write_trail(database: Database, order: Order, wanted: Wanted) -> WrittenFiles:
    """The log as a CSV file."""
    from db.exports.csv import write_rows

    log = Log(database)
    rows = chain([HEADING], map(log.cells, log.chosen(wanted)))
    return WrittenFiles((write_rows(database, order.out, rows, force=order.force),))
