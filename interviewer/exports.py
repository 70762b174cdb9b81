"""Data for others: one function for each format; what it writes is told by whoever asked."""

from typing import TYPE_CHECKING

from interviewer.publish.order import Order, Watch, Written, options

if TYPE_CHECKING:
    from db.engine import Database


def export_csv(database: "Database", order: Order, watch: Watch) -> Written:
    """A folder of CSV files."""
    from db.exports.csv import write_csv

    files = write_csv(
        database,
        order.out,
        labels=order.labels,
        plain=order.plain,
        with_contacts=order.contacts,
        force=order.force,
        language=order.language,
        progress=watch.progress,
        warn=watch.warn,
    )
    return Written(tuple(files))


def export_xlsx(database: "Database", order: Order, watch: Watch) -> Written:
    """A workbook."""
    from db.exports.xlsx import write_xlsx

    how = options(order, watch)
    files = write_xlsx(
        database, order.out, labels=order.labels, language=order.language, options=how
    )
    return Written(tuple(files))


def export_sav(database: "Database", order: Order, watch: Watch) -> Written:
    """A file for SPSS."""
    from db.exports.spss import write_sav

    how = options(order, watch)
    files = write_sav(database, order.out, table=order.table, language=order.language, options=how)
    return Written(tuple(files))


def export_dta(database: "Database", order: Order, watch: Watch) -> Written:
    """A file for Stata."""
    from db.exports.stata import write_dta

    how = options(order, watch)
    files = write_dta(database, order.out, table=order.table, language=order.language, options=how)
    return Written(tuple(files))


def export_parquet(database: "Database", order: Order, watch: Watch) -> Written:
    """A folder of Parquet files."""
    from db.exports.parquet import write_parquet

    how = options(order, watch)
    files = write_parquet(
        database, order.out, labels=order.labels, language=order.language, options=how
    )
    return Written(tuple(files))


def export_json(database: "Database", order: Order, watch: Watch) -> Written:
    """A folder with documents and their schema."""
    from db.exports.json import write_json

    return Written(tuple(write_json(database, order.out, options=options(order, watch))))


def export_archive(database: "Database", order: Order, watch: Watch) -> Written:
    """A folder for an archive."""
    from db.exports.archive import write_archive

    how = options(order, watch)
    files = write_archive(database, order.out, at=order.at, language=order.language, options=how)
    return Written(tuple(files))
