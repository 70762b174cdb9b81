"""The overview: the public list as a page, as CSV and for Excel, and what is new in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from interviewer.publish.export_request import Order, Watch, WrittenFiles
from schemas.frame.register import counties, unit, units_by_id
from schemas.frame.units import Unit
from schemas.language.dates import long_date
from schemas.language.phone import show_phone
from schemas.review.overview import (
    Change,
    LeftOut,
    Overview,
    OverviewEntry,
    What,
    alphabetical,
    changes,
    municipality_count,
    overview,
)
from schemas.review.phase_one import percent
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class

if TYPE_CHECKING:
    from db.engine import Database
    from db.exports.running import Exported
    from db.overviews import Published


def write_overview(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """Write the list into a folder, over the last one that lies there; what is new since then."""
    from db.exports.running import absolute
    from db.overviews import NotAnOverview, last_published, read_found

    place = absolute(order.out)
    try:
        before = last_published(place)
    except NotAnOverview:
        if not order.force:
            raise
        before = None
    listed = overview(read_found(database))
    new = changes(before.entries, listed.entries) if before else ()
    replace = order.force or before is not None
    files = _write(database, place, listed, before, new, order.at, replace=replace)
    return WrittenFiles(files, tuple(_told(listed, before, new)))


def _write(
    database: "Database",
    folder: Path,
    listed: Overview,
    before: "Published | None",
    new: Sequence[Change],
    at: datetime,
    *,
    replace: bool,
) -> "tuple[Exported, ...]":
    from db.exports.csv import fill_rows
    from db.exports.running import Exported
    from db.overviews import FILES, Published, overview_files, remember

    with overview_files(database, folder, replace=replace) as (html, csv, xlsx, memory):
        html.write(overview_page(listed, at, before.at if before else None, new))
        fill_rows(csv, (HEADING, *rows(listed.entries)))
        _write_xlsx(xlsx, folder, listed.entries)
        remember(memory, Published(at, listed.entries))
    count = len(listed.entries)
    return tuple(
        Exported(folder / name, count, is_table=name.endswith((".csv", ".xlsx"))) for name in FILES
    )


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class CountyEntries:
    """The lines of one county."""

    id: str
    name: str
    entries: tuple[OverviewEntry, ...]


def overview_page(
    listed: Overview, at: datetime, before: datetime | None = None, new: Sequence[Change] = ()
) -> str:
    """The public list as one page that needs no network and no script."""
    from interviewer.publish.page import render
    from schemas.surveys.municipal_services_2015.definitions import SERVICE

    return render(
        "overview.html",
        at=at,
        before=before,
        changed=_counted(new) if new else "",
        definition=SERVICE,
        facts=tuple(_facts(listed)),
        counties=tuple(_by_county(listed.entries)),
        index=_index(listed.entries),
        news=_news(new),
    )


def _facts(listed: Overview) -> Iterator[tuple[str, str]]:
    have, of = len(listed.municipalities), municipality_count()
    counted = Counter(entry.klass for entry in listed.entries)
    yield (
        f"av {of} kommuner har eller deler en tjeneste i denne oversikten",
        f"{have} ({percent(have, of)} %)",
    )
    yield "tjenester", str(counted[Class.service])
    yield "godt i gang med å planlegge", str(counted[Class.planning])
    if counted[Class.offers_only]:
        yield "med tilbud uten egen tjeneste", str(counted[Class.offers_only])


def _by_county(entries: Iterable[OverviewEntry]) -> Iterator[CountyEntries]:
    known = tuple(entries)
    for county in counties():
        here = tuple(entry for entry in known if entry.unit.group.id == county.id)
        if here:
            yield CountyEntries(county.id, county.name, here)


def _index(entries: Iterable[OverviewEntry]) -> tuple[tuple[Unit, OverviewEntry], ...]:
    """Every unit that is on the list, by name: also those that share another one's service."""
    found = ((units_by_id()[one], entry) for entry in entries for one in entry.members)
    return tuple(sorted(found, key=lambda pair: (alphabetical(pair[0].name), pair[0].id)))


def _news(new: Iterable[Change]) -> Mapping[str, str]:
    """What is marked on the page.  What is gone is not named: somebody wanted it gone."""
    return {one.entry.unit_id: str(one.what.label) for one in new if one.what is not What.gone}


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────

HEADING: Final = (
    "fylke", "enhet_nr", "kommune", "tjeneste", "type", "organisering", "felles_for",
    "felles_for_nr", "status", "kontaktperson", "telefon", "epost", "nettsted",
)  # fmt: skip
PUBLISHED: Final = "publisert"
WAITING: Final = "venter på godkjenning"


def rows(entries: Iterable[OverviewEntry]) -> Iterator[tuple[str, ...]]:
    """The list as a table: one row for each line, all of it text."""
    from interviewer.publish.page import place

    for one in entries:
        shared = one.shared_by
        yield (
            one.unit.group.name,
            one.place,
            place(one.unit),
            one.name,
            str(one.klass.label),
            one.form,
            ", ".join(unit.label for unit in shared),
            " ".join(unit.id for unit in shared),
            WAITING if one.waits else PUBLISHED,
            one.contact,
            show_phone(one.phone) if one.phone else "",
            one.email,
            one.url,
        )


def _write_xlsx(file: TextIO, folder: Path, entries: Iterable[OverviewEntry]) -> None:
    from db.exports.xlsx import workbook

    with workbook(file.buffer, folder) as book:
        book.sheet("oversikt", HEADING)
        for row in rows(entries):
            book.row("oversikt", row)


# ── What is told ─────────────────────────────────────────────────────────────────────────────────


def _told(listed: Overview, before: "Published | None", new: Sequence[Change]) -> Iterator[str]:
    yield f"I oversikten: {len(listed.entries)}"
    if before:
        yield f"Siden {long_date(before.at)}: {_counted(new)}"
        yield from map(_change, new)
    yield from _beside(listed)


def _counted(new: Iterable[Change]) -> str:
    counted = Counter(one.what for one in new)
    if not counted:
        return "ingen endringer"
    return f"nye {counted[What.added]}, endret {counted[What.changed]}, ute {counted[What.gone]}"


def _change(one: Change) -> str:
    which = ", ".join(map(str, one.in_))
    return f"  {one.what.label}: {_line(one.entry)}" + (f" ({which})" if which else "")


def _line(entry: OverviewEntry) -> str:
    return f"{entry.unit.label}: {entry.title}"


def _beside(listed: Overview) -> Iterator[str]:
    """What a coordinator should know, and the public need not."""
    waiting = tuple(entry.unit_id for entry in listed.waiting)
    for words, some in (
        ("Venter på godkjenning, uten kontaktopplysninger", waiting),
        ("Ikke gjennomgått", listed.unreviewed),
        ("Ikke med: har sagt nei", listed.refused),
        ("Ikke med: ikke spurt om de kan føres opp", listed.not_asked),
        ("Ikke med: holdt utenfor av koordinator", listed.excluded),
        ("Ikke med på egen linje: del av en annens tjeneste", listed.covered),
        ("Uten tjenestens navn, for det ser ut til å nevne en person", listed.nameless),
    ):
        if some:
            yield f"{words} ({len(some)}): {_named(some)}"
    if listed.left_out:
        yield f"Ikke ført som del av tjenesten som nevner dem ({len(listed.left_out)}):"
        yield from map(_unlisted, listed.left_out)


def _unlisted(one: LeftOut) -> str:
    return f"  {unit(one.unit_id).label}, oppgitt av {unit(one.by).label}: {one.why}"


NAMED: Final = 10
"""So many are named; the rest would fill the screen."""


def _named(some: Sequence[str]) -> str:
    names = ", ".join(unit(one).label for one in some[:NAMED])
    return f"{names} og {len(some) - NAMED} til" if some[NAMED:] else names
