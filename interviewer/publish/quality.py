"""What sets the work of interviewers apart: to read in the terminal, as JSON, or as a CSV file."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from interviewer.failures import Trouble
from interviewer.places import command
from interviewer.publish.export_request import Order, Watch, WrittenFiles
from interviewer.publish.status import listing

if TYPE_CHECKING:
    from db.plain_sql import Looked
    from db.quality import QualityRead
    from schemas.frame.frame import Frame
    from schemas.review.quality.people import BehindMeasure, Measured, PersonQuality

HEADING: Final = (
    *("intervjuer", "mål", "navn på målet", "tall", "antall", "regnet av", "de andre"),
    *("vurdering", "regel", "enheter"),
)

SHOWN: Final = 12
"""So many interviews behind a flag stand in the terminal: the file has them all."""


def read(source: "Looked", at: datetime) -> "QualityRead":
    """Everybody's work as it is now."""
    from db.quality import read_quality

    return read_quality(source, at)


def one_named(known: "QualityRead", name: str) -> "PersonQuality":
    """Whose work is asked for; Trouble where nobody of that name has any."""
    from schemas.language.clean import plain
    from schemas.language.text import ended

    for one in known.work.people:
        if plain(known.names[one.id]) == plain(name):
            return one
    there = ", ".join(sorted(known.names[one.id] for one in known.work.people)) or "ingen ennå"
    raise Trouble(
        "QUALITY-PERSON",
        f"«{name}» har ikke ringt eller fullført noe her. {ended(f'Det har: {there}')}",
    )


# ── To read ──────────────────────────────────────────────────────────────────────────────────────


def print_quality(source: "Looked", at: datetime, name: str | None = None) -> None:
    """Everybody with their flags; or all the measures of one of them."""
    known, console = read(source, at), Console()
    if name is None:
        parts = tuple(_everybody(known, source))
    else:
        one = one_named(known, name)
        parts = (_one(one, known.names[one.id], source.frame),)
    for number, part in enumerate((*parts, Text(_rules()))):
        if number:
            console.print()
        console.print(part)


def print_own(own: "PersonQuality", name: str, frame: "Frame") -> None:
    """One's own measures."""
    console = Console()
    console.print(_one(own, name, frame))
    console.print()
    console.print(Text(_rules()))


def _everybody(known: "QualityRead", source: "Looked") -> Iterator[RenderableType]:
    from schemas.review.quality.sentences import amount

    if not known.work.people:
        yield Text("Ingen har ringt eller fullført et intervju ennå.")
        return
    for one in known.work.people:
        name = known.names[one.id]
        head = Text(f"{name}: {amount(one)}", style="bold")
        yield Group(head, *_flags(one, source.frame))
    example = command(source, "review", "quality", "--who", known.names[known.work.people[0].id])
    yield Text(f"Alle tallene til en av dem: {example}")


def _flags(one: "PersonQuality", frame: "Frame") -> Iterator[RenderableType]:
    from schemas.review.quality.sentences import told

    for flag in one.flags:
        yield Padding(Text(f"! {told(flag)}"), (0, 0, 0, 2))
        yield Padding(Text(_units(flag.behind, frame)), (0, 0, 0, 4))
    if not one.flags:
        yield Padding(Text("Ingenting skiller seg ut."), (0, 0, 0, 2))


def _units(behind: "tuple[BehindMeasure, ...]", frame: "Frame") -> str:
    named = _labelled(behind[:SHOWN], frame)
    more = f" og {len(behind) - SHOWN} til" if len(behind) > SHOWN else ""
    return f"{', '.join(named)}{more}"


def _one(one: "PersonQuality", name: str, frame: "Frame") -> RenderableType:
    from schemas.review.quality.sentences import (
        amount,
        count_of,
        in_unit,
        others_in_unit,
        verdict_in_a_word,
    )

    table = listing(f"{name}: {amount(one)}", "Mål", ">Tall", "Regnet av", ">De andre", "")
    for row in one.measured:
        value, others = in_unit(row.measure, row.found.value), others_in_unit(row)
        style = "bold" if row.is_flagged else ""
        label = Text(str(row.measure.label), style=style)
        table.add_row(label, value, count_of(row), others, verdict_in_a_word(row))
    return Group(table, *_flags(one, frame))


def _rules() -> str:
    """When something is flagged, and who says so."""
    from schemas.review.quality.measures import ANY_ONE, UNLIKE_THE_OTHERS

    return (
        f"Intervjuene flagges slik: {UNLIKE_THE_OTHERS.words} Kilde: {UNLIKE_THE_OTHERS.source}.\n"
        f"Oppringningene: {ANY_ONE.words} Kilde: {ANY_ONE.source}."
    )


# ── As data ──────────────────────────────────────────────────────────────────────────────────────


def quality_json(source: "Looked", at: datetime, name: str | None = None) -> str:
    """The same as JSON, each measure with its rule, and the units behind what is flagged."""
    from db.stamp import stamp

    known = read(source, at)
    chosen = known.work.people if name is None else (one_named(known, name),)
    told = [
        {
            "interviewer": known.names[one.id],
            "interviews": one.interviews,
            "calls": one.calls,
            "measures": [_as_json(row) for row in one.measured],
        }
        for one in chosen
    ]
    content = {"stamp": stamp(source).line, "interviewers": told}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _as_json(row: "Measured") -> dict[str, Any]:
    found, measure = row.found, row.measure
    return {
        "measure": measure.name,
        "label": str(measure.label),
        "out_of": str(measure.out_of),
        "part": _number(found.part),
        "of": found.of,
        "value": _number(found.value),
        "others": _number(found.others),
        "standard_errors": round(found.errors, 2),
        "verdict": found.verdict.name,
        "flagged": row.is_flagged,
        "rule": str(measure.rule.words),
        "source": measure.rule.source,
        "units": [one.unit_id for one in row.behind] if row.is_flagged else [],
    }


def _number(value: Fraction | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), 6)


def write_quality(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """Every measure of everybody as a CSV file, with the units behind what is flagged."""
    from db.exports.csv import write_rows
    from db.stamp import stamp

    stamped = ("laget av", stamp(source).line, *[""] * (len(HEADING) - 2))
    rows = (HEADING, *_rows(read(source, order.at), source.frame), stamped)
    return WrittenFiles((write_rows(source, order.out, rows, force=order.force),))


def _rows(known: "QualityRead", frame: "Frame") -> Iterator[tuple[str, ...]]:
    for one in known.work.people:
        for row in one.measured:
            yield (known.names[one.id], *_cells(row, frame))


def _cells(row: "Measured", frame: "Frame") -> tuple[str, ...]:
    from schemas.review.quality.sentences import VERDICTS

    found, measure = row.found, row.measure
    numbers = (_decimal(found.value), _decimal(found.part), str(found.of), _decimal(found.others))
    units = ", ".join(_labelled(row.behind, frame)) if row.is_flagged else ""
    verdict = str(VERDICTS[found.verdict])
    return measure.name, str(measure.label), *numbers, verdict, str(measure.rule.words), units


def _labelled(behind: "Iterable[BehindMeasure]", frame: "Frame") -> Iterator[str]:
    for one in behind:
        yield f"{one.unit_id} {frame.label(one.unit_id)}"


def _decimal(value: Fraction | None) -> str:
    """As Norwegian Excel reads it."""
    number = _number(value)
    return "" if number is None else str(number).replace(".", ",")
