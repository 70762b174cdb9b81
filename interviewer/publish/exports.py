"""Data for others: one function for each format; what it writes is told by whoever asked."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from interviewer.publish.export_request import (
    NO_INTERVIEWS,
    Order,
    Watch,
    WrittenFiles,
    folders_made,
    options,
)

if TYPE_CHECKING:
    from db.engine import Database
    from db.exports.writing import Exported


def export_csv(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A folder of CSV files."""
    from db.exports.csv import write_csv

    how = {"labels": order.labels, "plain": order.plain, "language": order.language}
    return _write(write_csv, database, order, watch, **how)


def export_xlsx(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A workbook."""
    from db.exports.xlsx import write_xlsx

    return _write(write_xlsx, database, order, watch, labels=order.labels, language=order.language)


def export_sav(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A file for SPSS."""
    from db.exports.spss import write_sav

    return _write(write_sav, database, order, watch, table=order.table, language=order.language)


def export_dta(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A file for Stata."""
    from db.exports.stata import write_dta

    return _write(write_dta, database, order, watch, table=order.table, language=order.language)


def export_parquet(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A folder of Parquet files."""
    from db.exports.parquet import write_parquet as write

    return _write(write, database, order, watch, labels=order.labels, language=order.language)


def export_json(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A folder with documents and their schema."""
    from db.exports.json import write_json

    return _write(write_json, database, order, watch)


def export_archive(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """A folder for an archive."""
    from db.exports.archive import write_archive

    return _write(write_archive, database, order, watch, language=order.language)


def _write(
    write: "Callable[..., list[Exported]]",
    database: "Database",
    order: Order,
    watch: Watch,
    **how: Any,
) -> WrittenFiles:
    from db.finished import is_any_finished

    how |= {"options": options(order, watch)}
    written = folders_made(order.out, lambda: tuple(write(database, order.out, **how)))
    if is_any_finished(database):
        return written
    return replace(written, told=(*written.told, NO_INTERVIEWS))
