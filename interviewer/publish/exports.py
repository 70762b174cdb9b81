"""Data for others: one function for each format; what it writes is told by whoever asked."""

from collections.abc import Callable
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
    from db.exports.writing import Exported
    from db.plain_sql import Looked


def export_csv(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A folder of CSV files."""
    from db.exports.csv import write_csv

    how = {"labels": order.labels, "plain": order.plain, "language": order.language}
    return _write(write_csv, source, order, watch, **how)


def export_xlsx(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A workbook."""
    from db.exports.xlsx import write_xlsx

    return _write(write_xlsx, source, order, watch, labels=order.labels, language=order.language)


def export_sav(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A file for SPSS."""
    from db.exports.spss import write_sav

    return _write(write_sav, source, order, watch, table=order.table, language=order.language)


def export_dta(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A file for Stata."""
    from db.exports.stata import write_dta

    return _write(write_dta, source, order, watch, table=order.table, language=order.language)


def export_parquet(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A folder of Parquet files."""
    from db.exports.parquet import write_parquet as write

    return _write(write, source, order, watch, labels=order.labels, language=order.language)


def export_json(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A folder with documents and their schema."""
    from db.exports.json import write_json

    return _write(write_json, source, order, watch)


def export_archive(source: "Looked", order: Order, watch: Watch) -> WrittenFiles:
    """A folder for an archive."""
    from db.exports.archive import write_archive

    return _write(write_archive, source, order, watch, language=order.language)


def _write(
    write: "Callable[..., list[Exported]]",
    source: "Looked",
    order: Order,
    watch: Watch,
    **how: Any,
) -> WrittenFiles:
    from db.followed import is_any_finished

    how |= {"options": options(order, watch)}
    written = folders_made(order.out, lambda: tuple(write(source, order.out, **how)))
    if is_any_finished(source):
        return written
    return written._replace(told=(*written.told, NO_INTERVIEWS))
