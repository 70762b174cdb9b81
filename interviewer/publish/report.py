"""The report: everything that was found out, on one page that needs no network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from interviewer.publish.export_request import (
    NO_INTERVIEWS,
    UNWATCHED,
    Order,
    Watch,
    WrittenFiles,
    folders_made,
)
from schemas.language.numerals import how_many
from schemas.language.text import INVENTED

if TYPE_CHECKING:
    from db.database import Database
    from schemas.review.report.design import ReportDesign
    from schemas.review.report.report_data import ReportData


def write_report(database: "Database", order: Order, watch: Watch) -> WrittenFiles:
    """Write the report to a file; what a person should read through before it is shown."""
    from db.exports.files import new_files
    from db.exports.writing import Exported, absolute

    path, where, design = absolute(order.out), Path(database.where), database.survey.report
    data = read_material(database)

    def write() -> tuple[Exported, ...]:
        with new_files([path], force=order.force, database=where) as (file,):
            file.write(report_page(design, data, watch))
        return (Exported(path, 0, is_table=False),)

    written = folders_made(order.out, write)
    told = (*_told(design, data), *_counted_in_vain(database))
    return WrittenFiles(written.files, (*told, *written.told))


def report_page(design: "ReportDesign", data: "ReportData", watch: Watch = UNWATCHED) -> str:
    """The whole report."""
    from interviewer.publish.html import render
    from schemas.review.report.blocks import Figure
    from schemas.review.report.method import sample_and_calls

    chapters = []
    for chapter in design.chapters:
        chapters.append(chapter(data))
        watch.progress(len(chapters), len(design.chapters))
    figures = {
        block.id: block
        for chapter in chapters
        for block in chapter.blocks
        if isinstance(block, Figure)
    }
    return render(
        "report.html",
        numbers={id: number for number, id in enumerate(figures, start=1)},
        in_short=tuple(figures[id] for id in design.in_short),
        about=sample_and_calls(data),
        at=data.at,
        stamp=data.stamp,
        practice=str(INVENTED) if data.practice else "",
        title=design.title,
        chapters=tuple(chapters),
        source=data.frame.design.source,
    )


def read_material(database: "Database") -> "ReportData":
    """Everything that a report counts, as it is now."""
    from db.claim_forms import claim_forms
    from db.coding_desk import read_coding
    from db.compared import read_compared
    from db.histories import found_in, histories
    from db.public_list import read_found
    from db.stamp import stamp
    from db.versions import of_all_versions
    from interviewer.publish.status import read
    from schemas.codebook.codebook import fingerprint
    from schemas.review.report.report_data import ReportData

    survey, known, made = of_all_versions(database), histories(database), stamp(database)
    seen, earlier = read(database), survey.earlier
    cases = seen.cases
    compared = [case.compared for case in read_compared(database)]
    return ReportData(
        stamp=made.line,
        at=made.as_of,
        practice=made.practice,
        questionnaire=survey.questionnaire,
        fingerprint=fingerprint(survey.questionnaire),
        parts=survey.parts,
        departments=survey.departments,
        classes=survey.classes,
        sought=survey.sought,
        frame=database.frame,
        cases=cases,
        having=seen.having,
        histories=known,
        found=read_found(database),
        found_at=found_in(known),
        claims=earlier.figures(claim_forms(database), len(database.frame)) if earlier else None,
        matrix=earlier.matrix(compared, survey.classes) if earlier else None,
        coding=read_coding(database),
    )


def _told(design: "ReportDesign", data: "ReportData") -> Iterator[str]:
    from schemas.review.frequencies import FEW
    from schemas.review.report.quotes import said

    yield f"Med i rapporten: {how_many(len(data.found), 'intervju', 'intervjuer')}"
    if data.found:
        yield (
            "Er en rapport delt før? Den som trekker den ene fra den andre, får svarene i "
            f"intervjuene som er nye eller borte. Del ikke en ny før de nye er minst {FEW}."
        )
    else:
        yield NO_INTERVIEWS
    told = [said(data, question) for question in design.quoted]
    shown, held = sum(len(one.quotes) for one in told), sum(one.held_back for one in told)
    if shown or held:
        yield (
            f"Sitater: {shown} er med, {held} er holdt tilbake fordi de nevner personer eller "
            "steder. Les dem som er med, før rapporten deles."
        )


def _counted_in_vain(database: "Database") -> Iterator[str]:
    """That some are counted as sharing what nobody shares any more: a coordinator has said so."""
    from db.review_desk import shared_services
    from interviewer.places import command
    from schemas.review.sharing import Conflict

    told = shared_services(database).disagreements if database.survey.sharing else ()
    if units := {one.unit for one in told if one.conflict is Conflict.no_longer}:
        many = how_many(len(units), "enhet", "enheter")
        yield (
            f"Obs: {many} er talt med som dekket av en annen, som ikke lenger har noe å dele. "
            f"Avgjør det først: {command(database, 'review', 'shared')}"
        )
