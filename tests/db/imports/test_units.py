"""A sample of one's own: a file of units, read whole or not at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.cases import load_register
from db.histories import histories
from db.imports.problems import BadHeading, BadRows, ImportProblem
from db.imports.units import read_units, sample_of
from db.open_database import open_database
from schemas.frame.design import FrameDesign
from schemas.frame.frame import Frame
from schemas.frame.register import register
from schemas.frame.units import Unit
from schemas.surveys.health_trusts_2016.survey import SURVEY as TRUSTS
from schemas.surveys.municipal_services_2015.survey import SURVEY as MUNICIPAL
from schemas.surveys.registry import names, survey_called
from schemas.surveys.survey import Survey
from tests.support.phase_one_file import xlsx_of
from tests.support.unit_file import csv_of_units, heading_of, row_of_unit

DESIGN = MUNICIPAL.frame
HEADING = heading_of(DESIGN)
HALDEN, MOSS = (row_of_unit(register(DESIGN)[id], DESIGN) for id in ("0101", "0104"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the file is to lie."""
    return tmp_path / "enheter.csv"


def read_sample(file: Path, design: FrameDesign) -> Frame:
    """The units in a file without a fault."""
    return sample_of(read_units(file, design), design)


def faults(file: Path, design: FrameDesign = DESIGN) -> list[tuple[str, int, str]]:
    """Everything that is said to be wrong with it."""
    with pytest.raises(ImportProblem) as problem:
        read_sample(file, design)
    return [(one.code, one.line, one.column) for one in problem.value.findings]


class TestARegister:
    @pytest.mark.parametrize("name", list(names()))
    def test_is_a_sample_without_a_fault(self, name: str, file: Path) -> None:
        """What is shipped with a survey is read like any other file, to the same units."""
        design = survey_called(name).frame
        units = register(design).units
        file.write_bytes(
            csv_of_units([row_of_unit(one, design) for one in units], heading_of(design))
        )
        assert read_sample(file, design).units == units

    def test_may_be_written_as_people_write(self, file: Path) -> None:
        """Groups by name, kinds by their Norwegian name, numbers with spaces, capitals anywhere."""
        row = HALDEN | {"county_no": "ØSTFOLD", "kind": "Kommune", "population_2015": "30 328"}
        file.write_bytes(csv_of_units([row | {"language_form": "NB"}], HEADING, ","))
        (unit,) = read_sample(file, DESIGN)
        assert unit == register(DESIGN)["0101"]

    def test_may_come_from_a_spreadsheet(self, tmp_path: Path) -> None:
        """Which takes ids for numbers: the zero comes back, and that is told."""
        file = tmp_path / "enheter.xlsx"
        cells = [HALDEN[name] for name in HEADING]
        row = [int(cell) if cell.isdecimal() else cell for cell in cells]
        file.write_bytes(xlsx_of([HEADING, row]))
        reading = read_units(file, DESIGN)
        assert sample_of(reading, DESIGN)["0101"] == register(DESIGN)["0101"]
        assert [(one.code, one.line) for one in reading.notices] == [("IMPORT-UNIT-RESTORED", 2)]

    def test_need_not_have_the_further_columns(self, file: Path) -> None:
        """Only what every unit must have is asked for."""
        short = ["unit_id", "name", "kind", "county_no", "population_2015"]
        file.write_bytes(csv_of_units([HALDEN], short))
        (unit,) = read_sample(file, DESIGN)
        assert (unit.label, unit.other_names, unit.more["rhf"]) == ("Halden (Østfold)", (), "")

    def test_may_be_that_of_another_survey(self, file: Path) -> None:
        """Ids are what the survey says they are, and nobody has a size where none is known."""
        file.write_text(
            "unit_id;name;kind;rhf;language_form\nABC;Sykehuset A;private;Helse Nord RHF;nn\n",
            encoding="utf-8",
        )
        (unit,) = read_sample(file, TRUSTS.frame)
        assert (unit.label, unit.group.id, unit.size) == ("Sykehuset A", "nord", None)

    @pytest.mark.parametrize("id", ["N", "SUM", "SNITT"])
    def test_may_end_with_an_id_that_is_a_word_for_a_sum(self, file: Path, id: str) -> None:
        """What stands beside it shows that it is a unit; sums have numbers there, or nothing."""
        unit = f"{id};Sykehuset A;private;nord;nb"
        file.write_text(f"unit_id;name;kind;rhf;language_form\n{unit}\n{id};;;;2\n", "utf-8")
        reading = read_units(file, TRUSTS.frame)
        assert [one.id for one in reading.rows] == [id]
        assert [(one.code, one.line) for one in reading.notices] == [("IMPORT-TOTALS", 3)]


class TestAFault:
    @pytest.mark.parametrize(
        ("column", "cell", "code"),
        [
            ("unit_id", "", "IMPORT-ID-EMPTY"),
            ("unit_id", "11", "IMPORT-ID-FORM"),
            ("unit_id", "AHUS", "IMPORT-ID-FORM"),
            ("name", " ", "IMPORT-NAME-EMPTY"),
            ("name", "BodÃ¸", "IMPORT-LETTERS"),
            ("name", "=A1", "IMPORT-FORMULA"),
            ("kind", "fylke", "IMPORT-KIND"),
            ("kind", "", "IMPORT-CELL-EMPTY"),
            ("county_no", "13", "IMPORT-GROUP"),
            ("county_no", "", "IMPORT-CELL-EMPTY"),
            ("county", "Hedmark", "IMPORT-GROUP-NAME"),
            ("population_2015", "mange", "IMPORT-SIZE"),
            ("population_2015", "-1", "IMPORT-SIZE"),
            ("population_2015", "", "IMPORT-CELL-EMPTY"),
            ("language_form", "dansk", "IMPORT-LANGUAGE"),
        ],
    )
    def test_is_told_with_line_and_column(
        self, file: Path, column: str, cell: str, code: str
    ) -> None:
        """One for each cell that is wrong."""
        file.write_bytes(csv_of_units([HALDEN, MOSS | {column: cell}], HEADING))
        assert faults(file) == [(code, 3, column)]

    def test_comes_with_all_the_others(self, file: Path) -> None:
        """Nobody corrects a file ten times; a unit that stands twice is told on both lines."""
        odd = MOSS | {"kind": "by", "county_no": "99"}
        file.write_bytes(csv_of_units([HALDEN, odd, HALDEN], HEADING))
        assert faults(file) == [
            ("IMPORT-ID-TWICE", 2, "unit_id"),
            ("IMPORT-KIND", 3, "kind"),
            ("IMPORT-GROUP", 3, "county_no"),
            ("IMPORT-ID-TWICE", 4, "unit_id"),
        ]

    def test_of_the_heading_is_told_for_every_column(self, file: Path) -> None:
        """What is missing, and what it may be called."""
        heading = [name for name in HEADING if name not in {"kind", "county_no"}]
        file.write_bytes(csv_of_units([HALDEN], heading))
        with pytest.raises(BadHeading) as problem:
            read_sample(file, DESIGN)
        assert [one.column for one in problem.value.findings] == ["kind", "county_no"]

    def test_of_the_letters_is_told_with_what_to_do(self, file: Path) -> None:
        """UTF-16, or several ways of writing letters in one file, are not guessed at."""
        text = csv_of_units([HALDEN], HEADING).decode()
        file.write_bytes(text.encode("utf-16-le"))
        assert faults(file) == [("IMPORT-UTF16", 0, "")]
        file.write_bytes(text.encode() + MOSS["county"].encode("cp1252") + b";\n")
        assert faults(file) == [("IMPORT-ENCODING", 3, "")]

    def test_says_what_may_stand_there(self, file: Path) -> None:
        """In the words of the survey."""
        file.write_bytes(csv_of_units([HALDEN | {"kind": "x", "county_no": "x"}], HEADING))
        with pytest.raises(BadRows) as problem:
            read_sample(file, DESIGN)
        kind, county = (one.sentence for one in problem.value.findings)
        assert kind.endswith("Skriv municipality (kommune) eller district (bydel).")
        assert county.startswith("«x» er ikke et fylke i undersøkelsen. Skriv 01, 02, 03,")
        assert str(problem.value).endswith(
            "1 rad må rettes. Rett filen, og prøv igjen. Ingenting er importert."
        )


WORDS = st.text("abcæøåÆØÅ Sáŋ-.", min_size=1, max_size=20).filter(lambda words: words.strip(" -."))


@st.composite
def samples(draw: st.DrawFn, survey: Survey) -> list[Unit]:
    """Any units that the survey may have."""
    design = survey.frame
    ids = draw(st.lists(st.from_regex(design.id_form, fullmatch=True), min_size=1, unique=True))
    return [
        Unit(
            id=id,
            name=" ".join(draw(WORDS).split()),
            kind=draw(st.sampled_from(design.kinds)),
            group=draw(st.sampled_from(design.groups)),
            size=draw(st.integers(0, 10**9 - 1)) if design.size else None,
            language_form=draw(st.sampled_from(["nb", "nn", ""])),
        )
        for id in ids
    ]


@pytest.mark.parametrize("survey", [MUNICIPAL, TRUSTS], ids=lambda survey: survey.name)
@settings(max_examples=6)  # each makes a database
@given(data=st.data())
def test_every_unit_of_any_sample_gets_onto_the_call_list(
    survey: Survey, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a well-formed file holds is a case, by its id, and is the same when read again."""
    units, design = data.draw(samples(survey)), survey.frame
    folder = tmp_path_factory.mktemp("sample")
    file = folder / "enheter.csv"
    file.write_bytes(csv_of_units([row_of_unit(one, design) for one in units], heading_of(design)))
    sample = read_sample(file, design)
    db = open_database(folder / "ny.db", create=True, survey=survey, sample=sample, durable=False)
    load_register(db)
    db.close()
    db = open_database(folder / "ny.db", create=False)
    listed = [one.unit for one in histories(db)]
    db.close()
    assert (db.survey, listed) == (survey, list(sample))
    assert [(one.id, one.label) for one in listed] == sorted((one.id, one.label) for one in units)
