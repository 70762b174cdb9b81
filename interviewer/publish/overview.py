"""The overview: the public list as a page, as CSV and for Excel, and what is new in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from interviewer.publish.export_request import (
    NO_INTERVIEWS,
    Order,
    Watch,
    WrittenFiles,
    folders_made,
)
from interviewer.publish.overview_tables import OverviewTable
from interviewer.survey_parts import public_list
from schemas.frame.units import Unit
from schemas.language.dates import long_date
from schemas.language.text import INVENTED
from schemas.review.having import Having
from schemas.review.overview_changes import Change, News, Seal, What, changes
from schemas.review.overview_lines import LeftOut, Overview, OverviewEntry, WhyNot, alphabetical
from schemas.surveys.survey import Survey

if TYPE_CHECKING:
    from db.database import Database
    from db.exports.writing import Exported
    from db.overviews import Published
    from db.plain_sql import Looked
    from db.stamp import DataStamp


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would be published: the list, the count behind it, and what is new since an older one.

    `last` is what lies in the folder now, `now` what will, and `stamp` tells what it is made of.
    `gone` are the units whose line has gone since the news begin, with the line where it went now.
    Whoever finds something wrong in it writes to `errors_to`; without, nobody is named.
    """

    stamp: "DataStamp"
    listed: Overview
    count: Having
    last: "Published | None"
    now: "Published"
    gone: Mapping[str, Change | None]
    errors_to: str

    def told(self) -> tuple[str, ...]:
        """What a coordinator should know of it, in sentences."""
        return tuple(_told(self))


def write_overview(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """Write the list into a folder, over the last one that lies there; what is new in it."""
    from db.exports.writing import absolute

    made, place = prepare_overview(database, order), absolute(order.out)
    written = folders_made(order.out, lambda: _write(database, place, made, order))
    return WrittenFiles(written.files, (*made.told(), *written.told))


def prepare_overview(source: "Looked", order: Order) -> Prepared:
    """The list as it would be written now; nothing is."""
    from db.exports.writing import absolute
    from db.overviews import (
        NotAnOverview,
        Published,
        last_published,
    )
    from db.public_list import read_overview, seal_of
    from db.stamp import NEVER, stamp
    from interviewer.own_settings import read_settings
    from interviewer.publish.status import read

    survey = source.survey
    public_list(survey)
    try:
        last = last_published(absolute(order.out), survey.classes)
    except NotAnOverview:
        if not order.force:
            raise
        last = None
    listed, made, seal = read_overview(source), stamp(source), seal_of(source)
    assert listed is not None, "the survey has a public list"
    at, fresh = made.as_of or NEVER, changes(last.entries, listed.entries) if last else ()
    now = Published(at, listed.entries)
    if last:
        now = last.followed_by(at, listed.entries, fresh, seal)
    gone, errors_to = _gone(now.news, fresh, listed, seal), read_settings().overview_contact
    return Prepared(made, listed, read(source).having, last, now, gone, errors_to)


def _gone(
    news: News | None, fresh: Sequence[Change], listed: Overview, seal: Seal
) -> Mapping[str, Change | None]:
    """Those that the news count: also those that went earlier the same day."""
    seals = set(news.gone) - {""} if news else set()
    lines = {one.entry.unit_id: one for one in fresh if one.what is What.gone}
    marks = {unit.id: seal(unit.id) for unit in listed.frame}
    return {
        unit: lines.get(unit)
        for unit, mark in marks.items()
        if mark in seals or (unit in lines and not mark)
    }


def preview_lines(source: "Looked", order: Order) -> tuple[str, ...]:
    """Every line as it would stand there, and what one should know of it; nothing is written."""
    from interviewer.publish.overview_text import entry_lines

    made = prepare_overview(source, order)
    lines: list[str] = []
    for entry in made.listed.entries:
        place, *told = entry_lines(source.frame, entry)
        lines += [place, *(f"  {words}" for words in told), ""]
    return (*lines, *made.told())


def _write(
    database: "Database", folder: Path, made: Prepared, order: Order
) -> "tuple[Exported, ...]":
    from db.exports.csv import fill_rows
    from db.exports.writing import Exported
    from db.overviews import FILES, overview_files, remember

    survey, listed = database.survey, made.listed
    table, replace = OverviewTable(survey, listed), order.force or made.last is not None
    page = overview_page(survey, listed, made.count, made.stamp, made.now.news, made.errors_to)
    with overview_files(database, folder, replace=replace) as (html, csv, xlsx, memory):
        html.write(page)
        fill_rows(csv, _stamped(table, made.stamp))
        _write_xlsx(xlsx, folder, table, made.stamp)
        remember(memory, made.now, made.stamp)
    count = len(listed.entries)
    return tuple(
        Exported(folder / name, count, is_table=name.endswith((".csv", ".xlsx"))) for name in FILES
    )


def _stamped(table: OverviewTable, stamp: "DataStamp") -> Iterator[tuple[str, ...]]:
    """A file of rows has no other place for what it was made of: each line tells it."""
    yield *table.heading, "laget_av"
    yield from ((*row, stamp.line) for row in table.rows())


def _write_xlsx(file: TextIO, folder: Path, table: OverviewTable, stamp: "DataStamp") -> None:
    from db.exports.excel_cells import cells_of
    from db.exports.xlsx import workbook

    with workbook(file.buffer, folder, stamp) as book:
        book.sheet("oversikt", table.heading)
        for row in table.rows():
            book.row("oversikt", cells_of(row))


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
    count: Having,
    stamp: "DataStamp",
    news: News | None = None,
    errors_to: str = "",
) -> str:
    """The public list as one page that needs no network; its script is a bonus.

    Whoever finds something wrong in it writes to `errors_to`; without, nobody is named.
    """
    from db.overviews import FILES
    from interviewer.publish.html import render

    _, csv, xlsx, _ = FILES
    parts = public_list(survey)
    return render(
        "overview.html",
        at=stamp.as_of,
        stamp=stamp.line,
        practice=str(INVENTED) if stamp.practice else "",
        since=news.since if news else None,
        changed=_counted(news) if news else "",
        words=parts.words,
        design=survey.frame,
        facts=tuple(parts.facts(listed, count)),
        groups=tuple(_by_group(listed)),
        listed=listed,
        index=_index(listed),
        kinds=tuple(one for one in survey.classes if any(e.klass is one for e in listed.entries)),
        csv=csv,
        xlsx=xlsx,
        marks=_marks(listed, news),
        errors_to=errors_to,
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


def _marks(listed: Overview, news: News | None) -> Mapping[str, str]:
    """What is marked on the page.  What is gone is not named: somebody wanted it gone."""
    new = news.changes(listed.entries) if news else ()
    return {one.entry.unit_id: str(one.what.label) for one in new}


# ── What is told ─────────────────────────────────────────────────────────────────────────────────


def _told(made: Prepared) -> Iterator[str]:
    listed, news = made.listed, made.now.news
    yield f"I oversikten: {len(listed.entries)}"
    if not (listed.entries or listed.beside or listed.never):
        yield NO_INTERVIEWS
    if news:
        yield f"Siden {_day(news.since)}: {_counted(news)}"
        yield from (_change(listed, one) for one in news.changes(listed.entries))
        yield from (_taken_out(listed, *one) for one in made.gone.items())
    elif made.last:
        yield f"Siden {_day(made.last.at)}: {NO_CHANGES}"
    yield from _beside(listed)
    if not made.errors_to:
        yield "Obs: ingen adresse å melde feil til. Sett overview_contact i innstillingene."


def _day(at: datetime) -> str:
    """When the list before was of; one of a database in which nothing was stored is of no day."""
    from db.stamp import NEVER

    return "sist" if at == NEVER else long_date(at)


NO_CHANGES: Final = "ingen endringer"


def _counted(news: News) -> str:
    added, changed, gone = len(news.added), len(news.changed), len(news.gone)
    if not (added or changed or gone):
        return NO_CHANGES
    return f"nye: {added}, endret: {changed}, tatt ut: {gone}"


def _change(listed: Overview, one: Change) -> str:
    which = ", ".join(str(listed.frame.design.put(words)) for words in one.in_)
    return f"  {one.what.label}: {_line(listed, one)}" + (f" ({which})" if which else "")


def _line(listed: Overview, one: Change) -> str:
    return f"{listed.frame.label(one.entry.place)}: {one.entry.title}"


def _taken_out(listed: Overview, unit: str, one: Change | None) -> str:
    """What stood there is not remembered of one that went earlier the same day."""
    from interviewer.publish.overview_text import why_not_listed

    line = _line(listed, one) if one else listed.frame.label(unit)
    return f"  {What.gone.label}: {line} ({why_not_listed(listed, unit)})"


def _beside(listed: Overview) -> Iterator[str]:
    """What a coordinator should know, and the public need not."""
    for why in WhyNot:
        units = listed.kept_back(why)
        if units:
            yield _several("Venter" if why.waits else "Ikke med", str(why.label), listed, units)
    for words, units in (
        ("endret siden gjennomsynet, så det forrige står til noen har sett på det", listed.older),
        ("uten navn, for det ser ut til å nevne en person", listed.nameless),
    ):
        if units:
            yield _several("Obs", words, listed, units)
    if listed.left_out:
        yield f"Ikke ført som dekket av den som nevner dem ({len(listed.left_out)}):"
        yield from (_unlisted(listed, one) for one in listed.left_out)


def _several(head: str, words: str, listed: Overview, units: Sequence[str]) -> str:
    return f"{head}: {words[:1].lower()}{words[1:]} ({len(units)}): {_named(listed, units)}"


def _unlisted(listed: Overview, one: LeftOut) -> str:
    label = listed.frame.label
    return f"  {label(one.unit_id)}, oppgitt av {label(one.by)}: {one.why}"


NAMED: Final = 10
"""So many are named; the rest would fill the screen."""


def _named(listed: Overview, some: Sequence[str]) -> str:
    names = ", ".join(listed.frame.label(one) for one in some[:NAMED])
    return f"{names} og {len(some) - NAMED} til" if some[NAMED:] else names
