"""Whether a database is well: looked at from every side, and nothing is changed."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlmodel import Session

from db.backup import backups, last_good, last_head
from db.backup_places import are_closed, folder_of
from db.database import Database
from db.drives import unsafe
from db.emptied import emptied
from db.finished import finished
from db.open_codes import codes_in, codings_in
from db.permissions import is_open_to_others
from db.reclassified import reclassified
from db.spoilt import CONTENTS, IDS, MOMENTS, NUMBERS, TEXTS, dangling, spoilt
from db.statements import reads_of
from db.summaries import untrue
from db.trail.chain import Head
from db.trail.trail import examine, holds
from schemas.language.dates import date_and_clock
from schemas.review.coding.answers import Coding, latest_codings, open_answers
from schemas.review.coding.open_codes import Codes
from schemas.review.finished_interviews import FinishedInterview
from schemas.surveys.survey import Survey

LEAST_ROOM: Final = 50_000_000
"""Bytes: what a week of calls, its backups and an export need."""

NUMBERED: Final = (
    ("answer_entry", "interview_id", "seq"),
    ("check_confirmation", "interview_id", "number"),
    ("revision", "interview_id", "number"),
    ("call_attempt", "case_id", "number"),
    ("redirect", "case_id", "number"),
    ("decision", "case_id", "number"),
)
"""What is only ever added to: a number that is missing is a row that somebody has taken out."""

SPOILT: Final = {
    "Kjennetegn på rader": IDS,
    "Tidspunkter": MOMENTS,
    "Sammensatt innhold": CONTENTS,
    "Tall": NUMBERS,
    "Tekster": TEXTS,
}
"""Columns in which something else may lie than they are for."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at, what was found, and whether it is as it should be."""

    what: str
    found: str
    is_well: bool


def check(db: Database, now: datetime, head: Head | None = None) -> Iterator[Checked]:
    """All that can be looked at, one after the other.

    `head` is the end of the trail as it was written down elsewhere.
    """
    with db.read() as session:
        if db.file:
            yield _pages(session)
            reads = reads_of(session)
            lost = dangling(reads)
            yield _by_place("Henvisninger mellom tabeller", lost, "peker på noe som ikke finnes")
            for what, kind in SPOILT.items():
                yield _by_place(what, spoilt(reads, kind), "kan ikke leses")
        yield from _histories(session)
        yield _introductions(session, db)
        yield _none("Sammendraget av sakene", untrue(session), "saker stemmer ikke")
        yield _clock(session, now)
        yield from _trail(session, db.file, head)
        interviews = finished(reads_of(session))
        codings = codings_in(reads_of(session)), codes_in(reads_of(session))
    yield _readable(interviews)
    yield from _codings(interviews, *codings)
    yield _classes(db.survey, interviews)
    if db.file:
        yield from _around(db.file)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────


def _pages(session: Session) -> Checked:
    found = session.connection().exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return _none("Filens sider", 0 if list(found) == ["ok"] else len(found), "feil")


def _by_place(what: str, places: Iterator[tuple[str, int]], trouble: str) -> Checked:
    """Said early, and where: what needs a column that cannot be read is not looked at."""
    found = ", ".join(f"{count} i {where}" for where, count in places)
    return Checked(what, f"{found} {trouble}" if found else "i orden", not found)


def _histories(session: Session) -> Iterator[Checked]:
    lacking = 0
    for table, owner, number in NUMBERED:
        statement = (
            f"SELECT count(*) FROM (SELECT {owner} FROM {table} GROUP BY {owner}"
            f" HAVING count(*) <> max({number}) OR min({number}) <> 1) AS found"
        )
        lacking += session.connection().execute(text(statement)).scalar_one()
    yield _none("Historikken", lacking, "rekker mangler et nummer")


def _introductions(session: Session, db: Database) -> Checked:
    """What a call that was taken back had emptied comes back when it is asked again."""
    names = ", ".join(db.frame.label(unit) for unit in emptied(session))
    told = (
        f"tømt av en oppringning som ikke ble noe av: {names}. Spør innledningen på nytt i neste "
        "oppringning, så er de andre svarene med igjen"
    )
    return Checked("Innledningen i påbegynte intervjuer", told if names else "i orden", not names)


def _clock(session: Session, now: datetime) -> Checked:
    """Moments that cannot be: some clock was set wrong."""
    back = "SELECT count(*) FROM call_attempt WHERE ended_at < started_at"
    ahead = text("SELECT count(*) FROM call_attempt WHERE started_at > :then")
    then = (now + timedelta(hours=1)).replace(tzinfo=None).isoformat(sep=" ")
    connection = session.connection()
    odd = connection.execute(text(back)).scalar_one()
    odd += connection.execute(ahead, {"then": then}).scalar_one()
    return _none("Klokken", odd, "oppringninger slutter før de begynner, eller er i framtiden")


def _trail(session: Session, file: Path | None, head: Head | None) -> Iterator[Checked]:
    """Who did what when: its chain, every row against it, and its end against the last backup."""
    found = examine(session)
    broken = "hel" if found.broken is None else f"brutt ved nummer {found.broken}"
    yield Checked("Loggen", broken, found.broken is None)
    for what, rows in (("endret", found.changed), ("borte", found.vanished)):
        places = ", ".join(f"{count} i {table}" for table, count in _count(rows).items())
        yield Checked(f"Rader {what} utenom loggen", places or "ingen", not rows)
    ends = {"i siste sikkerhetskopi": last_head(file) if file else None, "som er oppgitt": head}
    for where, end in ends.items():
        if end is not None:
            is_whole = holds(session, end)
            told = "er med" if is_whole else f"mangler: der var {end}"
            yield Checked(f"Slutten på loggen {where}", told, is_whole)


def _count(rows: tuple[tuple[str, str], ...]) -> Counter[str]:
    return Counter(table for table, _ in rows)


def _readable(interviews: list[FinishedInterview]) -> Checked:
    bad = sum(len(one.unreadable) for one in interviews)
    return _none("Svar i fullførte intervjuer", bad, "kan ikke leses")


def _codings(
    interviews: list[FinishedInterview], codings: list[Coding], codes: Codes
) -> Iterator[Checked]:
    """Answers under codes are there, and read as they did; and so are their codes."""
    there = {one.key: one for one in chain.from_iterable(map(open_answers, interviews))}
    latest = [one for one in latest_codings(codings).values() if one.said]
    gone = [one for one in latest if one.key not in there]
    other = [one for one in latest if one.key in there and one.said != there[one.key].said]
    found = f"borte: {len(gone)}, lyder annerledes nå: {len(other)}" if gone or other else ""
    yield Checked("Kodede svar", found or "alle er som da de ble kodet", True)
    lost = sum(id not in codes.by_id for one in latest for id in one.codes)
    yield _none("Kodene til kodede svar", lost, "finnes ikke")


def _classes(survey: Survey, interviews: list[FinishedInterview]) -> Checked:
    """The class that was stored is the one that follows, by the rules of today."""
    asked = survey.questionnaire
    today = (one for one in interviews if one.questionnaire is asked and not one.unreadable)
    other = sum(one.is_other for one in reclassified(survey, today))
    return _none("Klasser, regnet ut på nytt", other, "er andre enn de lagrede")


# ── Around it ────────────────────────────────────────────────────────────────────────────────────


def _around(file: Path) -> Iterator[Checked]:
    room = shutil.disk_usage(file.parent).free
    enough = room > max(LEAST_ROOM, 3 * file.stat().st_size)
    yield Checked("Plass på disken", f"{room // 1_000_000} MB ledig", enough)
    is_open = is_open_to_others(file)
    yield Checked("Tilgang", "kan leses av andre" if is_open else "bare for deg", not is_open)
    why = unsafe(file)
    yield Checked("Stedet", why or "en vanlig disk", why is None)
    yield _backups(file)


def _backups(file: Path) -> Checked:
    if are_closed(file):
        return Checked("Sikkerhetskopier", f"får ikke lese {folder_of(file)}", is_well=False)
    good = last_good(file)
    if good is None:
        return Checked("Sikkerhetskopier", "ingen", is_well=False)
    found = f"{len(backups(file))}, den siste {date_and_clock(good[1])}"
    return Checked("Sikkerhetskopier", found, is_well=True)


def _none(what: str, count: int, words: str) -> Checked:
    return Checked(what, "i orden" if count == 0 else f"{count} {words}", count == 0)
