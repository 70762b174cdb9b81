"""Which surveys there are, and a new database for one of them with a sample of one's own."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from interviewer.commands.imports import named_columns, read_file, show_faults, show_notices
from interviewer.commands.running import ProgressBar
from schemas.language.numerals import how_many

if TYPE_CHECKING:
    from schemas.surveys.survey import Survey


def listed_surveys() -> Iterator[str]:
    """Every survey: its name, what it is about, its questionnaire, its units."""
    from schemas.frame.register import register
    from schemas.surveys.registry import FIRST, names, survey_called

    for name in names():
        survey = survey_called(name)
        first = ", brukes når ingen er nevnt" if name == FIRST else ""
        yield name
        yield f"  {survey.title}"
        units = how_many(len(register(survey.frame)), "enhet", "enheter")
        yield (f"  skjema {survey.questionnaire.version}, {units} ({survey.frame.universe}){first}")


def make_database(place: str, survey: "Survey", file: Path, column: Sequence[str] = ()) -> str:
    """A new database with the units in a file; what was made.

    `ImportProblem` with every fault of the file, `CannotOpen` where there is a database already;
    nothing has been written then.
    """
    from db.cases import load_register
    from db.imports.problems import BadRows
    from db.imports.units import read_units, sample_of
    from interviewer.places import make_at

    bar, said = ProgressBar("enheter"), named_columns(column)
    reading = read_file(lambda: read_units(file, survey.frame, bar, said))
    show_notices(reading)
    try:
        sample = sample_of(reading, survey.frame)
    except BadRows as problem:
        show_faults(problem)
        raise
    database = make_at(place, survey, sample)
    load_register(database)
    database.close()
    units = how_many(len(sample), "enhet", "enheter")
    return f"Ny database i {database.where} for {survey.name}: {units}."
