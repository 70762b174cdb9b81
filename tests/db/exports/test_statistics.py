"""What is exported for SPSS and Stata, read back by pyreadstat, and by PSPP where it is there."""

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from db.coding import code_answer, name_code
from db.coding_desk import read_coding
from db.database import Database
from db.exports import statistics
from db.exports.frames import ColumnOfData
from db.exports.problems import FileExists, FileIsDatabase, NoRoom, NotInstalled, NotWritten
from db.exports.spss import write_sav
from db.exports.stata import save_dta, write_dta
from db.exports.writing import Options
from db.records import Signed
from db.stamp import DataStamp, stamp
from schemas.codebook.columns import LONGEST
from schemas.codebook.variables import Variable
from schemas.language.text import Text
from schemas.questionnaire.questions import Question
from schemas.questionnaire.sections import Roster
from schemas.questionnaire.types.spelling import ColumnType
from schemas.surveys.municipal_services_2015.questionnaire import PhaseTwo
from tests.db import counting
from tests.db.full_disk import little_room
from tests.db.rounds import MANY, Round, make_many
from tests.support.platforms import needs_a_limit_on_files

pyreadstat: Any = pytest.importorskip("pyreadstat", reason="the extra spss is not installed")
pytest.importorskip("pandas", reason="the extra spss is not installed")

STAMP = DataStamp("1.0", "undersøkelse", "skjema 1", "abcd", None, None)

MISSING = {"not_asked": -7, "dont_know": -8, "refused": -9}
LETTERS = {"not_asked": "a", "dont_know": "b", "refused": "c"}

PLACES = [
    (name, question)
    for name, section in PhaseTwo.sections.items()
    if not issubclass(section, Roster)
    for question in section.questions
]
SINGLES = [place for place in PLACES if place[1].type.name == "single"]
SEVERAL = [place for place in PLACES if place[1].type.name == "multi"]


@pytest.fixture
def world(on_file: Database, with_cases: None) -> Round:
    world = Round(on_file)
    make_many(world)
    return world


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "ut" / "intervjuer.sav"


@pytest.fixture(scope="module")
def sav(many: Round, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that most tests read; nobody has asked for anything."""
    write_sav(many.db, file := tmp_path_factory.mktemp("sav") / "intervjuer.sav")
    return file


@pytest.fixture(scope="module")
def dta(many: Round, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for Stata."""
    write_dta(many.db, file := tmp_path_factory.mktemp("dta") / "intervjuer.dta")
    return file


def read_sav(file: Path) -> tuple[Any, Any]:
    frame, meta = pyreadstat.read_sav(str(file), user_missing=True)
    return frame, meta


def expected(counts: Counter[str], question: Question, missing: dict[str, Any]) -> Counter[Any]:
    """The counts of slugs as counts of numbers, in the instrument's order from 1."""
    slugs = [code.name for code in question.codes]
    return Counter(
        {missing.get(slug) or slugs.index(slug) + 1: number for slug, number in counts.items()}
    )


class TestSpss:
    """A `.sav` has one row for each interview, and says what everything means."""

    def test_counts_are_those_of_the_database(self, many: Round, sav: Path) -> None:
        """Every code of every closed question, against SQL written by hand."""
        frame, _ = read_sav(sav)
        for section, question in SINGLES:
            counts = counting.single(Path(many.db.where), section, question.id)
            assert Counter(frame[question.id]) == expected(counts, question, MISSING), question.id

    def test_each_code_of_several_has_its_column(self, many: Round, sav: Path) -> None:
        """1 where it was chosen, found by its label where its name was too long."""
        frame, meta = read_sav(sav)
        for section, question in SEVERAL:
            counts = counting.chosen(Path(many.db.where), section, question.id)
            for code in question.codes:
                name = f"{question.id}__{code.name}"
                name = name if len(name) <= LONGEST else f"{question.id}__{code.number}"
                assert int((frame[name] == 1).sum()) == counts[code.name], name
                assert meta.column_names_to_labels[name].startswith(str(code.label))

    def test_offers_are_counted_the_same_side_by_side_and_one_per_row(
        self, many: Round, sav: Path, out: Path
    ) -> None:
        """Up to the number that occurs; an interview with fewer was not asked about the rest."""
        wide, _ = read_sav(sav)
        write_sav(many.db, out, table="offers")
        long, _ = read_sav(out)
        counts = counting.of_offers(Path(many.db.where), "offer_kind")
        want = expected(counts, PhaseTwo.by_id["offer_kind"], MISSING)
        assert Counter(long["offer_kind"]) == want
        beside = Counter(value for n in (1, 2, 3) for value in wide[f"offer_{n}_kind"])
        assert beside[-7] == 3 * len(MANY) - len(long)
        assert beside - Counter({-7: beside[-7]}) == want
        assert "offer_4_kind" not in wide

    def test_a_day_that_nobody_has_said_is_a_date_all_the_same(
        self, many: Round, out: Path
    ) -> None:
        """Nobody has said anything of the public list since."""
        write_sav(many.db, out, table="decisions")
        assert read_sav(out)[1].original_variable_types["consent_on"] == "DATE11"
        write_dta(many.db, stata := out.with_suffix(".dta"), table="decisions")
        assert pyreadstat.read_dta(str(stata))[1].original_variable_types["consent_on"] == "%td"

    def test_codes_of_open_answers_stand_in_columns_also_of_items(
        self, world: Round, out: Path
    ) -> None:
        """By number, each item with its own; an answer that nobody has coded has none."""
        her, code = world.person("Turid"), uuid4()
        desk = read_coding(world.db)
        question = next(one for one in desk.by_question if one.startswith("offer_"))
        told = desk.by_question[question][0].answer
        name_code(world.db, Signed(uuid4(), her.id, world.now()), code, question, "Økonomi")
        code_answer(world.db, Signed(uuid4(), her.id, world.now()), told, [code])
        write_sav(world.db, out)
        frame, meta = read_sav(out)
        name = f"offer_{told.key.item}_{question.removeprefix('offer_')}_codes"
        (row,) = [one for one in frame.to_dict("records") if one["unit_id"] == told.unit_id]
        assert row[name] == "1"
        named = [one for one in frame if one.endswith("_codes")]
        before = [frame.columns[list(frame).index(one) - 1] for one in named]
        assert all(
            one.startswith(codes.removesuffix("_codes"))
            for one, codes in zip(before, named, strict=True)
        )
        assert sorted(set(frame[name])) == ["", "1"]
        assert "Koder: " in meta.column_names_to_labels[name]

    def test_missing_answers_are_user_missing(self, sav: Path) -> None:
        """With their labels; numbers that were left empty are the program's own missing."""
        _, meta = read_sav(sav)
        assert meta.missing_ranges["fte"] == [
            {"lo": code, "hi": code} for code in (-7.0, -8.0, -9.0)
        ]
        assert {"plans", "funding__grant", "offers_since"} <= set(meta.missing_ranges)
        frame, _ = pyreadstat.read_sav(str(sav))
        assert sorted(frame["fte"].dropna()) == [2.5]

    def test_everything_has_a_label(self, many: Round, out: Path) -> None:
        """Variables, codes and missing states, in the language asked for."""
        write_sav(many.db, out, language="en")
        _, meta = read_sav(out)
        assert all(meta.column_names_to_labels.values())
        assert meta.variable_value_labels["has_offers"] == {
            1.0: "Yes", 2.0: "No, but planned", 3.0: "No",
            -7.0: "Not asked", -8.0: "Don't know", -9.0: "Refused",
        }  # fmt: skip
        assert meta.column_names_to_labels["service_name"] == "What is the service called?"
        assert meta.variable_value_labels["class"][1.0] == "Service"

    def test_names_and_levels(self, sav: Path) -> None:
        """No name is longer than archives and programs take."""
        _, meta = read_sav(sav)
        assert max(map(len, meta.column_names)) <= 32
        assert len({name.lower() for name in meta.column_names}) == len(meta.column_names)
        levels = meta.variable_measure
        assert (levels["plans"], levels["fte"], levels["unit_id"]) == (
            "nominal",
            "scale",
            "nominal",
        )

    def test_scales_that_have_an_order_say_so(self, sav: Path) -> None:
        """From sure to unsure, from all to none, from running to not begun."""
        levels = read_sav(sav)[1].variable_measure
        ordered = {name for name, level in levels.items() if level == "ordinal"}
        assert {"respondent_certainty", "stage", "has_offers", "criterion_group"} <= ordered
        assert not {"plans", "coordination", "fit", "publish", "class"} & ordered

    def test_ids_keep_their_zeros(self, sav: Path) -> None:
        """They are text, and so is whatever people said."""
        frame, _ = read_sav(sav)
        assert frame["unit_id"][0] == "0101"
        assert frame["hosted_in_other"][0] == "=cmd|' /C calc'!A0"

    def test_nobody_is_named_unless_asked_for(self, many: Round, sav: Path, out: Path) -> None:
        """And the private note never comes along."""
        assert "respondent_name" not in read_sav(sav)[0]
        write_sav(many.db, out, options=Options(contacts=True))
        frame, _ = read_sav(out)
        assert frame["respondent_name"][0] == "Kari; «Lie»"
        assert "private_note" not in frame

    def test_an_empty_database(self, on_file: Database, out: Path) -> None:
        """Gives a file without rows."""
        (written,) = write_sav(on_file, out)
        assert written.rows == 0
        assert read_sav(out)[0].shape[0] == 0


@pytest.mark.skipif(not shutil.which("pspp"), reason="PSPP is not installed")
class TestPspp:
    """A program that knows nothing of ours reads the same."""

    def test_it_counts_the_same_and_leaves_missing_out(self, sav: Path, tmp_path: Path) -> None:
        """And complains of nothing."""
        csv = tmp_path / "ut.csv"
        syntax = f"GET FILE='{sav}'.\nFREQUENCIES /VARIABLES=has_offers /STATISTICS=NONE.\n"
        answer = subprocess.run(
            ["pspp", "-o", str(csv), "-"],
            input=syntax, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert answer.returncode == 0, answer.stderr + answer.stdout
        assert "warning" not in (answer.stderr + answer.stdout).lower()
        shown = csv.read_text(encoding="utf-8")
        assert "Valid,Ja,4," in shown
        assert "Missing,Vet ikke,1," in shown


class TestStata:
    """A `.dta` has the same, in the way of Stata."""

    def test_counts_are_those_of_the_database(self, many: Round, dta: Path) -> None:
        """Missing states are .a, .b and .c, and their labels say which code they are."""
        frame, meta = pyreadstat.read_dta(str(dta), user_missing=True)
        assert meta.notes == [stamp(many.db).line]  # what `notes` shows in Stata
        for section, question in SINGLES:
            counts = counting.single(Path(many.db.where), section, question.id)
            assert Counter(frame[question.id]) == expected(counts, question, LETTERS), question.id
        labels = meta.variable_value_labels["has_offers"]
        assert (labels[1], labels["a"], labels["b"]) == ("Ja", "Ikke spurt (-7)", "Vet ikke (-8)")

    def test_missing_answers_are_no_numbers(self, dta: Path) -> None:
        """Nobody computes a mean of -7."""
        frame, _ = pyreadstat.read_dta(str(dta))
        assert sorted(frame["fte"].dropna()) == [2.5]
        assert frame["unit_id"][0] == "0101"

    def test_a_number_that_begins_like_a_missing_code_is_one(self, out: Path) -> None:
        """Only the codes themselves are missing, and each is known by its letter."""
        number = Variable("fte", Text("Årsverk"), ColumnType.decimal, may_miss=True)
        column = ColumnOfData(number, numbers=[-7.5, -7.0, None, 2.0])
        out.parent.mkdir()
        save_dta([column], out, "Tittel", "nb", STAMP)
        frame, _ = pyreadstat.read_dta(str(out), user_missing=True)
        assert list(frame["fte"].fillna("")) == [-7.5, "a", "", 2.0]

    def test_labels_fit(self, many: Round, out: Path) -> None:
        """Stata takes 80 characters; the code comes first, because the end is cut."""
        file = out.with_suffix(".dta")
        write_dta(many.db, file, language="nn")
        _, meta = pyreadstat.read_dta(str(file))
        assert max(map(len, meta.column_labels)) <= 80
        assert meta.column_names_to_labels["hosted_in__health_house"].startswith("Helsehus – Kva")


class TestTrouble:
    @pytest.mark.parametrize("write", [write_sav, write_dta])
    def test_without_the_package(
        self, on_file: Database, out: Path, monkeypatch: pytest.MonkeyPatch, write: Any
    ) -> None:
        """One sentence says what to install; nothing is begun."""
        monkeypatch.setitem(sys.modules, "pyreadstat", None)
        with pytest.raises(NotInstalled) as caught:
            write(on_file, out)
        assert str(caught.value) == (
            "Dette formatet trenger pyreadstat, som ikke er installert, og ingenting er "
            "eksportert. Installer med «pip install 'ringerunde[spss]'»."
        )
        assert caught.value.code == "EXPORT-EXTRA"
        assert not out.parent.exists()

    @needs_a_limit_on_files
    @pytest.mark.parametrize("room", [0, 176, *range(1000, 1032, 4)])  # things have words of four
    @pytest.mark.parametrize("write", [write_sav, write_dta])
    def test_a_file_that_cannot_grow(
        self, on_file: Database, out: Path, write: Any, room: int
    ) -> None:
        """Also where the disk is full just between two things: the package then says nothing."""
        with little_room(room), pytest.raises(NotWritten):
            write(on_file, out)
        assert not out.parent.exists()

    @needs_a_limit_on_files
    @pytest.mark.parametrize("write", [write_sav, write_dta])
    def test_a_full_disk(
        self, many: Round, out: Path, monkeypatch: pytest.MonkeyPatch, write: Any
    ) -> None:
        """The package says only that it could not write; a look at the disk says why."""
        monkeypatch.setattr(statistics, "NEXT_TO_NOTHING", 2**80)
        with little_room(1000), pytest.raises(NoRoom) as caught:
            write(many.db, out)
        assert caught.value.where == out.parent
        assert not out.parent.exists()

    @pytest.mark.parametrize("write", [write_sav, write_dta])
    def test_what_is_there_stays(self, on_file: Database, out: Path, write: Any) -> None:
        """Files without force, the database with it."""
        write(on_file, out)
        with pytest.raises(FileExists):
            write(on_file, out)
        with pytest.raises(FileIsDatabase):
            write(on_file, Path(on_file.where), options=Options(force=True))
        assert [path.name for path in out.parent.iterdir()] == [out.name]
