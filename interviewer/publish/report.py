"""`ringerunde report full`: everything that was found out, on one page that needs no network."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from db.engine import Database
    from interviewer.publish.material import Material


def publish_report(
    database: "Database", out: Path, *, force: bool = False, now: datetime | None = None
) -> None:
    """Write the report to a file, and say what a person should read through before it is shown."""
    from db.exports.files import new_files
    from db.exports.running import absolute
    from interviewer.publish.material import read_material
    from interviewer.publish.quotes import said

    path, where = absolute(out), Path(database.where)
    material = read_material(database, now or datetime.now(UTC))
    with new_files([path], encoding="utf-8", force=force, database=where) as (file,):
        file.write(report_page(material))
    typer.echo(f"{path}: {len(material.found)} intervjuer")
    told = [said(material, question) for question in ("challenges_text", "benefits_text")]
    shown, held = sum(len(one.quotes) for one in told), sum(one.held_back for one in told)
    if shown or held:
        typer.echo(
            f"Sitater: {shown} er med, {held} er holdt tilbake fordi de nevner personer eller "
            "steder. Les dem som er med, før rapporten deles."
        )


def report_page(material: "Material") -> str:
    """The whole report."""
    from interviewer.publish.chapters import chapters
    from interviewer.publish.page import render

    return render("report.html", at=material.at, chapters=tuple(chapters(material)))
