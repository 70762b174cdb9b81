"""The overview: the files it is made of, what coordinators have decided, and what is new."""

import csv
import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import openpyxl  # type: ignore[import-untyped]  # has no types
import pytest
from rich.console import Console

from db.case_decisions import note_consent
from db.database import Database
from db.exports.problems import FileExists
from db.finished import finished
from db.health import check
from db.open_database import open_database
from db.overviews import NotAnOverview
from db.people import sit_down
from db.progress import read_all_cases
from db.records import Signed
from db.reviews import decide
from db.shared_services import confirm_covered, keep_apart
from db.stamp import stamp
from interviewer.publish.export_request import NO_INTERVIEWS, UNWATCHED, Order
from interviewer.publish.exports import export_csv
from interviewer.publish.overview import overview_page, prepare_overview, write_overview
from interviewer.publish.report import read_material, report_page, write_report
from interviewer.publish.status import status_parts
from schemas.calls.settings import Settings
from schemas.language.dates import long_date
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.review.report.method import sample_and_calls
from schemas.surveys.municipal_services_2015.classification import ServiceClass as Class
from tests.db.desk import accept_all
from tests.db.rounds import Round
from tests.db.world import NOON
from tests.support.municipalities import FRAME

AT = datetime(2015, 5, 19, 10, tzinfo=UTC)
SCATTERED = {"has_offers": "yes", "coordination": "scattered", "offers_since": 2014}
SERVICE: dict[str, Any] = {
    "has_offers": "yes", "coordination": "centre", "service_name": "=1+1", "offer_kind": "lm",
    "public_contact_name": "Kari Lie", "public_phone": "+4769174500",
    "respondent_name": "Ola Hemmelig", "respondent_phone": "+4790000001",
}  # fmt: skip

Publish = Callable[..., list[str]]

HEADING = (
    "fylke", "enhet_nr", "kommune", "tjeneste", "type", "organisering", "felles_for",
    "felles_for_nr", "kontaktperson", "telefon", "epost", "nettsted", "opplyst",
)  # fmt: skip


@pytest.fixture(scope="module")
def once(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Round:
    """Halden's service may be listed, Moss wants to see the text first, and so on; to be copied.

    A coordinator has accepted all of their classes.
    """
    file = shutil.copy(filled_file, tmp_path_factory.mktemp("once") / "runde.sqlite")
    with closing(open_database(file, create=False)) as db:
        here = Round(db)
        for publish in ("yes", "after_check", "no"):
            here.interviewed(**SERVICE, publish=publish)
            here.next_case()
        here.interviewed(**SCATTERED, publish="yes")
        accept_all(db)
    return here


@pytest.fixture
def round_(once: Round, tmp_path: Path) -> Iterator[Round]:
    """The same, to go on with."""
    file = shutil.copy(once.db.where, tmp_path / "copy-0.sqlite")
    with closing(open_database(file, create=False)) as db:
        yield once.on(db)


@pytest.fixture
def publish(round_: Round, tmp_path: Path) -> Publish:
    """Publish once more; what is told of it."""

    def run(**options: Any) -> list[str]:
        order = Order(tmp_path / "out", at=AT, **options)
        return list(write_overview(round_.db, order, UNWATCHED).lines())

    return run


@pytest.fixture
def coordinator(round_: Round) -> Callable[[], Signed]:
    """She signs each of her decisions on another day."""
    her, days = sit_down(round_.db, uuid4(), "Bente", "desk", AT), iter(range(1, 100))
    return lambda: Signed(uuid4(), her.id, AT + timedelta(days=next(days)))


def of(round_: Round, unit: str) -> tuple[UUID, int]:
    """A unit's interview and its revision."""
    with round_.db.look() as reads:
        (one,) = (one for one in finished(reads) if one.unit_id == unit)
    return one.interview_id, one.revision


def units(round_: Round) -> list[str]:
    """The units with an interview, in order."""
    with round_.db.look() as reads:
        return [one.unit_id for one in finished(reads)]


def listed(tmp_path: Path) -> list[dict[str, str]]:
    text = (tmp_path / "out" / "oversikt.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


class TestTheFiles:
    def test_say_the_same(self, publish: Publish, tmp_path: Path) -> None:
        """A page, CSV, Excel and the memory; each with the same service."""
        publish()
        names = {file.name for file in (tmp_path / "out").iterdir()}
        assert names == {f"oversikt.{ending}" for ending in ("html", "csv", "xlsx", "json")}
        rows = listed(tmp_path)
        sheet = openpyxl.load_workbook(tmp_path / "out" / "oversikt.xlsx").active
        assert sheet is not None
        cells = [["" if cell is None else cell for cell in row] for row in sheet.values]
        assert cells[0] == list(HEADING) == list(rows[0])[:-1]
        read = [[value.removeprefix("'") for value in row.values()][:-1] for row in rows]
        assert cells[1:] == read
        memory = json.loads((tmp_path / "out" / "oversikt.json").read_text(encoding="utf-8"))
        assert len(memory["entries"]) == len(rows) == 1

    def test_are_the_same_for_the_same_data(self, publish: Publish, tmp_path: Path) -> None:
        """Written again, over itself or elsewhere: not a byte is otherwise."""
        contents = []
        for _ in range(2):
            publish()
            contents.append([file.read_bytes() for file in sorted((tmp_path / "out").iterdir())])
        assert contents[0] == contents[1]

    def test_tell_what_they_were_made_of(
        self, publish: Publish, round_: Round, tmp_path: Path
    ) -> None:
        """Each of them, with the end of the log, by which `check --head` sees if it was cut."""
        publish()
        made = stamp(round_.db)
        assert made.head
        assert str(made.head) in made.line
        for name in ("oversikt.html", "oversikt.csv", "oversikt.json"):
            assert made.line in (tmp_path / "out" / name).read_text(encoding="utf-8-sig")
        book = openpyxl.load_workbook(tmp_path / "out" / "oversikt.xlsx")
        assert book.properties.description == made.line
        found = {one.what: one for one in check(round_.db, AT, made.head)}
        assert found["Slutten på loggen som er oppgitt"].is_well

    def test_a_formula_stays_text(self, publish: Publish, tmp_path: Path) -> None:
        publish()
        assert listed(tmp_path)[0]["tjeneste"] == "'=1+1"
        sheet = openpyxl.load_workbook(tmp_path / "out" / "oversikt.xlsx").active
        assert sheet is not None
        cell = sheet.cell(2, HEADING.index("tjeneste") + 1)
        assert (cell.value, cell.data_type) == ("=1+1", "s")

    def test_have_no_person_but_the_public_contact(self, publish: Publish, tmp_path: Path) -> None:
        publish()
        for file in (tmp_path / "out").glob("*.[hcj]*"):
            text = file.read_text(encoding="utf-8-sig")
            assert "Kari Lie" in text
            assert not [
                hidden for hidden in ("Hemmelig", "90000001", "900 00 001") if hidden in text
            ]

    def test_one_that_waits_is_in_none_of_them(self, publish: Publish, tmp_path: Path) -> None:
        """Moss wants to see its text first; whoever publishes is told."""
        assert "Venter: vil se teksten først (1): Moss (Østfold)" in publish()
        for file in (tmp_path / "out").glob("*.[hcj]*"):
            assert "Moss" not in file.read_text(encoding="utf-8-sig")

    def test_others_are_left_alone(self, publish: Publish, tmp_path: Path) -> None:
        """Somebody else's page is not written over, unless one says so."""
        theirs = tmp_path / "out" / "oversikt.html"
        theirs.parent.mkdir()
        theirs.write_text("min side", encoding="utf-8")
        with pytest.raises(FileExists):
            publish()
        assert theirs.read_text(encoding="utf-8") == "min side"
        assert "I oversikten: 1" in publish(force=True)

    def test_a_memory_of_an_earlier_day_is_read_and_kept_no_longer(
        self, publish: Publish, tmp_path: Path
    ) -> None:
        """It held all that the list before it had said, also what was gone by then."""
        publish()
        memory = tmp_path / "out" / "oversikt.json"
        told = json.loads(memory.read_text(encoding="utf-8"))
        gone = {**told["entries"][0], "unit_id": "0104", "place": "0104", "contact": "Per Borte"}
        told["before"] = {"at": "2015-03-01T08:00:00+00:00", "entries": [*told["entries"], gone]}
        memory.write_text(json.dumps(told), encoding="utf-8")
        assert "Siden 1. mars 2015: nye: 0, endret: 0, tatt ut: 1" in publish()
        assert "Per Borte" not in memory.read_text(encoding="utf-8")

    @pytest.mark.parametrize("content", ["{", "[]", '{"made_by": "me"}', "\udcff"])
    def test_a_damaged_memory_is_told(self, publish: Publish, tmp_path: Path, content: str) -> None:
        publish()
        memory = tmp_path / "out" / "oversikt.json"
        memory.write_bytes(content.encode("utf-8", "surrogateescape"))
        with pytest.raises(NotAnOverview):
            publish()
        assert "I oversikten: 1" in publish(force=True)
        assert "Siden 2. mars 2015: ingen endringer" in publish()


class TestWithoutInterviews:
    """A database that nobody has called from yet."""

    def test_the_list_says_so(self, database: Database) -> None:
        """On no day that nothing was stored on."""
        told = prepare_overview(database, Order(Path("ut"), at=AT)).told()
        assert NO_INTERVIEWS in told
        assert not any("1980" in line for line in told)

    def test_an_export_says_so(self, database: Database, tmp_path: Path) -> None:
        """Its files are there: the cases are in them."""
        written = export_csv(database, Order(tmp_path / "ut", at=AT), UNWATCHED)
        assert NO_INTERVIEWS in written.lines()
        assert (tmp_path / "ut" / "cases.csv").exists()


class TestWhatIsDecided:
    """A decision counts from the next run on, and the run says so."""

    def test_nothing_new(self, publish: Publish) -> None:
        assert not [line for line in publish() if line.startswith("Siden")]
        assert "Siden 2. mars 2015: ingen endringer" in publish()

    def test_what_is_new_is_not_used_up_by_running_it_twice(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        """The same list says the same; only another list on another day is a new beginning."""
        publish()
        decide(round_.db, coordinator(), *of(round_, units(round_)[1]), DecisionKind.released)
        page = tmp_path / "out" / "oversikt.html"
        for _ in range(2):
            assert "Siden 2. mars 2015: nye: 1, endret: 0, tatt ut: 0" in publish()
            assert "nye: 1, endret: 0, tatt ut: 0" in page.read_text(encoding="utf-8")
        last = (*of(round_, units(round_)[-1]), DecisionKind.included, "Flere års erfaring")
        decide(round_.db, coordinator(), *last)
        assert "Siden 20. mai 2015: nye: 1, endret: 0, tatt ut: 0" in publish()

    def test_looking_at_it_first_changes_nothing(
        self, publish: Publish, round_: Round, tmp_path: Path
    ) -> None:
        order = Order(tmp_path / "out", at=AT)
        assert "I oversikten: 1" in prepare_overview(round_.db, order).told()
        assert not (tmp_path / "out").exists()

    def test_released(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        publish()
        decide(round_.db, coordinator(), *of(round_, units(round_)[1]), DecisionKind.released)
        told = publish()
        assert "Siden 2. mars 2015: nye: 1, endret: 0, tatt ut: 0" in told
        assert [row["kommune"] for row in listed(tmp_path)] == ["Halden kommune", "Moss kommune"]

    def test_included_and_kept_off(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed]
    ) -> None:
        publish()
        first, *_, last = units(round_)
        decide(
            round_.db, coordinator(), *of(round_, last), DecisionKind.included, "Flere års erfaring"
        )
        decide(round_.db, coordinator(), *of(round_, first), DecisionKind.excluded, "Legges ned")
        told = publish()
        assert "Siden 2. mars 2015: nye: 1, endret: 0, tatt ut: 1" in told
        assert any(line.startswith("  Tatt ut: Halden") for line in told)
        assert "Ikke med: holdt utenfor av koordinatoren (1): Halden (Østfold)" in told

    def test_a_consent_that_came_before_the_interview(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        """It counts from the interview on, with the contact that was named, unless they say no."""
        how = (date(2015, 5, 20), ConsentHow.phone)
        consent = Consent("Kari Lie", *how, contact="Mestring Moss", phone="+4769174501")
        expected = {"after_check": "Mestring Moss", "no": None}
        for publishing, contact in expected.items():
            round_.next_case()
            case = round_.lease.case_id
            note_consent(round_.db, coordinator(), case, DecisionKind.consented, consent)
            round_.interviewed(**SERVICE, publish=publishing)
            accept_all(round_.db)
            publish()
            unit = units(round_)[-1]
            found = [row["kontaktperson"] for row in listed(tmp_path) if row["enhet_nr"] == unit]
            assert found == ([contact] if contact else [])

    def test_of_another_class(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed]
    ) -> None:
        publish()
        first = units(round_)[0]
        wrong = (DecisionKind.overridden, "Bare et kurs")
        decide(round_.db, coordinator(), *of(round_, first), *wrong, klass=Class.none)
        assert "Siden 2. mars 2015: nye: 0, endret: 0, tatt ut: 1" in publish()

    def test_what_is_gone_is_not_named_on_the_page(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        publish()
        first = units(round_)[0]
        decide(
            round_.db, coordinator(), *of(round_, first), DecisionKind.excluded, "Vil ikke stå der"
        )
        publish()
        page = (tmp_path / "out" / "oversikt.html").read_text(encoding="utf-8")
        assert "Halden" not in page
        assert "tatt ut: 1" in page

    def test_nothing_of_what_is_gone_is_published_again(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        """Also the memory lies where the list is published: it knows how many, and not who."""
        publish()
        wrong = (DecisionKind.excluded, "Vil ikke stå der")
        decide(round_.db, coordinator(), *of(round_, units(round_)[0]), *wrong)
        for _ in range(2):
            assert "Siden 2. mars 2015: nye: 0, endret: 0, tatt ut: 1" in publish()
            for file in (tmp_path / "out").glob("*.[hcj]*"):
                text = file.read_text(encoding="utf-8-sig")
                assert not [one for one in ('"0101"', "Halden", "Kari Lie") if one in text], file

    def test_members_that_were_confirmed_or_kept_apart(
        self, publish: Publish, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        first = units(round_)[0]
        confirm_covered(round_.db, coordinator(), "1805", first)
        publish()
        assert listed(tmp_path)[0]["felles_for"] == "Halden (Østfold), Narvik (Nordland)"
        keep_apart(round_.db, coordinator(), "1805", first, "Har sin egen")
        told = publish()
        assert listed(tmp_path)[0]["felles_for"] == ""
        assert any("(kommuner)" in line for line in told)


class TestSharedServices:
    """Whom the list names beside the one that was interviewed."""

    @pytest.fixture
    def disputed(self, round_: Round) -> str:
        """The last one has offers and no service; a neighbour says that they share one."""
        last = units(round_)[-1]
        round_.next_case()
        host = FRAME.units[len(units(round_))].id
        shared = {"cooperation": "intermunicipal", "partner_units": (last, host)}
        round_.interviewed(**SERVICE, **shared, host_unit=(host,), publish="yes")
        accept_all(round_.db)
        return last

    def test_nobody_whose_own_interview_says_no(
        self, publish: Publish, round_: Round, disputed: str, tmp_path: Path
    ) -> None:
        """It is not on the list, and whoever writes the list is told why."""
        told = publish()
        neighbour, other = FRAME[units(round_)[-1]].label, FRAME[disputed].label
        assert "Ikke ført som dekket av den som nevner dem (1):" in told
        why = "Enhetens eget intervju sier nei"
        assert f"  {other}, oppgitt av {neighbour}: {why}" in told
        assert {row["felles_for"] for row in listed(tmp_path)} == {""}

    def test_until_a_coordinator_has_confirmed_it(
        self,
        publish: Publish,
        round_: Round,
        disputed: str,
        coordinator: Callable[[], Signed],
        tmp_path: Path,
    ) -> None:
        """Then it is on the list, and its finding is that it is covered."""
        confirm_covered(round_.db, coordinator(), disputed, units(round_)[-1])
        told = publish()
        assert not [line for line in told if line.startswith("Ikke ført")]
        assert [row["felles_for_nr"] for row in listed(tmp_path) if row["felles_for_nr"]] == [
            f"{disputed} {units(round_)[-1]}"
        ]
        cases = read_all_cases(round_.db, Settings()).cases
        (finding,) = (one.finding for one in cases if one.state.unit.id == disputed)
        assert finding is Class.covered

    def test_what_is_counted_is_said(self, publish: Publish, tmp_path: Path) -> None:
        """The report's number is another one: it counts those who do not want to be listed, too."""
        publish()
        page = (tmp_path / "out" / "oversikt.html").read_text(encoding="utf-8")
        assert "av 428 kommuner har eller deler en tjeneste i denne oversikten" in page


class TestTheCalls:
    """When it was, in the report."""

    def test_one_day_is_told_once(self, round_: Round) -> None:
        round_.next_case()
        round_.dial(round_.known())
        assert sample_and_calls(read_material(round_.db)).endswith(
            f"Det ble ringt {long_date(NOON.date())}, 1 oppringning i alt."
        )


class TestTheCount:
    """The overview, the report and the status count once, and never say two things."""

    def test_is_the_same_everywhere(
        self, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        """Who has it and is not on the list is told of, with the reason."""
        first, *_ = units(round_)
        confirm_covered(round_.db, coordinator(), "1805", first)
        confirm_covered(round_.db, coordinator(), "1902", units(round_)[1])
        made = prepare_overview(round_.db, Order(tmp_path, at=AT))
        cases = read_all_cases(round_.db, Settings())
        data = read_material(round_.db)
        assert made.count == cases.having == data.having
        assert made.count.listed == {first, "1805"}
        assert len(made.count.have) == 5
        page = overview_page(round_.db.survey, made.listed, made.count, made.stamp)
        assert ">2 (&lt;1\xa0%)<" in page
        report = report_page(round_.db.survey.report, data)
        assert ">minst 5 (1\xa0%)<" in report
        parts = status_parts(round_.db.survey, round_.db.frame, cases, AT, Settings())
        console = Console(width=120)
        with console.capture() as printed:
            console.print(*parts)
        assert (
            "Minst 5 (1\xa0%) av 428 har eller deler en tjeneste. 2 av dem står i oversikten, 3 "
            "gjør det ikke." in " ".join(printed.get().split(" "))
        )

    def test_of_a_service_that_is_none_any_more_is_told(
        self, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        """Who was confirmed as a part of it is counted until somebody has looked at that."""
        first, *_ = units(round_)
        confirm_covered(round_.db, coordinator(), "1805", first)
        with round_.db.look() as reads:
            one = next(one for one in finished(reads) if one.unit_id == first)
        read = (one.interview_id, one.revision, DecisionKind.overridden, "Ingen tjeneste.")
        for path, klass in (("before", None), ("after", Class.none)):
            if klass:
                decide(round_.db, coordinator(), *read, klass=klass)
            told = write_report(round_.db, Order(tmp_path / f"{path}.html", at=AT), UNWATCHED)
            warned = any("Obs: 1 enhet er talt med som dekket" in line for line in told.lines())
            assert warned is bool(klass)

    def test_whoever_is_not_listed_is_told_of(
        self, round_: Round, coordinator: Callable[[], Signed], tmp_path: Path
    ) -> None:
        """Itself, or through the one whose it is a part of."""
        confirm_covered(round_.db, coordinator(), "1902", units(round_)[1])
        made = prepare_overview(round_.db, Order(tmp_path, at=AT))
        told = {one.unit_id for one in made.listed.beside}
        by = {"1902": units(round_)[1]}
        assert made.count.waiting == {"1902", *units(round_)[1:3]}
        assert all(unit in told or by.get(unit) in told for unit in made.count.waiting)
        assert made.count.listed <= made.count.have
