"""The overview: the public list as a page, as CSV and for Excel, and what is new in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from interviewer.publish.export_request import Order, Watch, WrittenFiles
from interviewer.publish.overview_tables import OverviewTable
from interviewer.survey_parts import public_list
from schemas.frame.units import Unit
from schemas.language.dates import long_date
from schemas.review.overview import overview
from schemas.review.overview_changes import Change, What, changes
from schemas.review.overview_lines import LeftOut, Overview, OverviewEntry, alphabetical
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.engine import Database
    from db.exports.writing import Exported
    from db.overviews import Published


def write_overview(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """Write the list into a folder, over the last one that lies there; what is new since then."""
    from db.exports.writing import absolute
    from db.overviews import NotAnOverview, last_published, read_found

    survey, place = database.survey, absolute(order.out)
    parts = public_list(survey)
    try:
        before = last_published(place, survey.classes)
    except NotAnOverview:
        if not order.force:
            raise
        before = None
    listed = overview(read_found(database), parts, database.frame)
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
    from db.exports.writing import Exported
    from db.overviews import FILES, Published, overview_files, remember

    survey, table = database.survey, OverviewTable(database.survey, listed)
    with overview_files(database, folder, replace=replace) as (html, csv, xlsx, memory):
        html.write(overview_page(survey, listed, at, before.at if before else None, new))
        fill_rows(csv, (table.heading, *table.rows()))
        _write_xlsx(xlsx, folder, table)
        remember(memory, Published(at, listed.entries))
    count = len(listed.entries)
    return tuple(
        Exported(folder / name, count, is_table=name.endswith((".csv", ".xlsx"))) for name in FILES
    )


def _write_xlsx(file: TextIO, folder: Path, table: OverviewTable) -> None:
    from db.exports.xlsx import workbook

    with workbook(file.buffer, folder) as book:
        book.sheet("oversikt", table.heading)
        for row in table.rows():
            book.row("oversikt", row)


# ── The page ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class GroupEntries:
    """The lines of one group."""

    id: str
    name: str
    entries: tuple[OverviewEntry, ...]


def overview_page(
    survey: Survey,
    listed: Overview,
    at: datetime,
    before: datetime | None = None,
    new: Sequence[Change] = (),
) -> str:
    """The public list as one page that needs no network and no script."""
    from interviewer.publish.html import render

    parts = public_list(survey)
    return render(
        "overview.html",
        at=at,
        before=before,
        changed=_counted(new) if new else "",
        words=parts.words,
        design=survey.frame,
        facts=tuple(parts.facts(listed)),
        groups=tuple(_by_group(listed)),
        listed=listed,
        index=_index(listed),
        news=_news(new),
    )


def _by_group(listed: Overview) -> Iterator[GroupEntries]:
    for group in listed.frame.groups:
        here = tuple(entry for entry in listed.entries if listed.unit(entry).group == group)
        if here:
            yield GroupEntries(group.id, group.name, here)


def _index(listed: Overview) -> tuple[tuple[Unit, OverviewEntry], ...]:
    """Every unit that is on the list, by name: also those that share another one's service."""
    found = ((listed.frame[one], entry) for entry in listed.entries for one in entry.members)
    return tuple(sorted(found, key=lambda pair: (alphabetical(pair[0].name), pair[0].id)))


def _news(new: Iterable[Change]) -> Mapping[str, str]:
    """What is marked on the page.  What is gone is not named: somebody wanted it gone."""
    return {one.entry.unit_id: str(one.what.label) for one in new if one.what is not What.gone}


# ── What is told ─────────────────────────────────────────────────────────────────────────────────


def _told(listed: Overview, before: "Published | None", new: Sequence[Change]) -> Iterator[str]:
    yield f"I oversikten: {len(listed.entries)}"
    if before:
        yield f"Siden {long_date(before.at)}: {_counted(new)}"
        yield from (_change(listed, one) for one in new)
    yield from _beside(listed)


def _counted(new: Iterable[Change]) -> str:
    counted = Counter(one.what for one in new)
    if not counted:
        return "ingen endringer"
    return f"nye {counted[What.added]}, endret {counted[What.changed]}, ute {counted[What.gone]}"


def _change(listed: Overview, one: Change) -> str:
    which = ", ".join(str(listed.frame.design.put(words)) for words in one.in_)
    place = listed.frame.label(one.entry.place)
    return f"  {one.what.label}: {place}: {one.entry.title}" + (f" ({which})" if which else "")


def _beside(listed: Overview) -> Iterator[str]:
    """What a coordinator should know, and the public need not."""
    waiting = tuple(entry.unit_id for entry in listed.waiting)
    for words, some in (
        ("Venter på godkjenning, uten kontaktopplysninger", waiting),
        ("Ikke gjennomgått", listed.unreviewed),
        ("Ikke med: har sagt nei", listed.refused),
        ("Ikke med: ikke spurt om de kan føres opp", listed.not_asked),
        ("Ikke med: holdt utenfor av koordinator", listed.excluded),
        ("Ikke med på egen linje: dekket av en annen", listed.covered),
        ("Uten navn, for det ser ut til å nevne en person", listed.nameless),
    ):
        if some:
            yield f"{words} ({len(some)}): {_named(listed, some)}"
    if listed.left_out:
        yield f"Ikke ført som dekket av den som nevner dem ({len(listed.left_out)}):"
        yield from (_unlisted(listed, one) for one in listed.left_out)


def _unlisted(listed: Overview, one: LeftOut) -> str:
    label = listed.frame.label
    return f"  {label(one.unit_id)}, oppgitt av {label(one.by)}: {one.why}"


NAMED: Final = 10
"""So many are named; the rest would fill the screen."""


def _named(listed: Overview, some: Sequence[str]) -> str:
    names = ", ".join(listed.frame.label(one) for one in some[:NAMED])
    return f"{names} og {len(some) - NAMED} til" if some[NAMED:] else names
