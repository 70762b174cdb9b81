"""The report: everything that was found out, on one page that needs no network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from interviewer.publish.export_request import UNWATCHED, Order, Watch, WrittenFiles

if TYPE_CHECKING:
    from db.engine import Database
    from interviewer.publish.report_data import Material


def write_report(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """Write the report to a file; what a person should read through before it is shown."""
    from db.exports.files import new_files
    from db.exports.running import Exported, absolute
    from interviewer.publish.report_data import read_material

    path, where = absolute(order.out), Path(database.where)
    material = read_material(database, order.at)
    with new_files([path], encoding="utf-8", force=order.force, database=where) as (file,):
        file.write(report_page(material, watch))
    return WrittenFiles((Exported(path, 0, is_table=False),), tuple(_told(material)))


def report_page(material: "Material", watch: Watch = UNWATCHED) -> str:
    """The whole report."""
    from interviewer.publish.chapters import CHAPTERS
    from interviewer.publish.page import render

    chapters = []
    for chapter in CHAPTERS:
        chapters.append(chapter(material))
        watch.progress(len(chapters), len(CHAPTERS))
    return render("report.html", at=material.at, chapters=tuple(chapters))


def _told(material: "Material") -> Iterator[str]:
    from interviewer.publish.quotes import said

    yield f"Med i rapporten: {len(material.found)} intervjuer"
    told = [said(material, question) for question in ("challenges_text", "benefits_text")]
    shown, held = sum(len(one.quotes) for one in told), sum(one.held_back for one in told)
    if shown or held:
        yield (
            f"Sitater: {shown} er med, {held} er holdt tilbake fordi de nevner personer eller "
            "steder. Les dem som er med, før rapporten deles."
        )
