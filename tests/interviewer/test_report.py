"""`ringerunde report full`: every number on the page is counted once more, by hand-written SQL."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from db.cases import load_register
from db.engine import Database, open_database
from db.imports.phase_one import read_phase_one
from db.people import sit_down
from db.phase_one import apply_phase_one
from db.records import Signed
from db.reviews import override, queue
from interviewer.demo.season import play
from interviewer.publish.material import read_material
from interviewer.publish.report import publish_report, report_page
from schemas import codes
from schemas.answers import Choice, Kind
from schemas.calls import RedirectHow
from schemas.classify import Class
from schemas.departments import Department
from schemas.phase_one import percent
from schemas.phase_two import PhaseTwo
from schemas.questionnaire import Roster
from schemas.settings import Settings
from tests.support.pages import Page
from tests.support.phase_one_file import article_rows, csv_of

INTERVIEWS = 24
AT = datetime(2015, 5, 19, 10, tzinfo=UTC)
Ask = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented season, in which a coordinator has decided something, too."""
    path = tmp_path_factory.mktemp("season") / "practice.sqlite"
    with closing(open_database(path, create=True)) as database:
        play(database, INTERVIEWS, 2015)
        decide(database)
    return path


def decide(database: Database) -> None:
    """The first interview of the borderland becomes a service."""
    her = uuid4()
    sit_down(database, her, "Bente", "desk", AT)
    queued = (one.interview for one in queue(database, Settings(), everything=True))
    border = next(one for one in queued if one.klass is Class.borderline)
    signed = Signed(uuid4(), her, AT)
    override(database, signed, border.interview_id, border.revision, Class.service, "Et senter.")


@pytest.fixture(scope="module")
def page(season: Path) -> Page:
    with closing(open_database(season, create=False)) as database:
        return Page(report_page(read_material(database, AT)))


@pytest.fixture
def ask(season: Path) -> Iterator[Ask]:
    """Hand-written SQL, answered in rows."""
    with closing(sqlite3.connect(season)) as connection:
        yield lambda sql: connection.execute(sql).fetchall()


LATEST = """
    (select c.unit_id, r.document, coalesce(
        (select d.klass from decision d
         where d.case_id = c.id and d.klass is not null order by d.number desc limit 1),
        json_extract(r.classification, '$.class')) as class
    from revision r join interview i on i.id = r.interview_id join survey_case c on c.id = i.case_id
    where not i.open and r.number = (
        select max(number) from revision other where other.interview_id = i.id))
"""
"""Every finished interview as it was frozen last, with the class that counts."""


def labelled(choice: type[Choice], counts: dict[str, int]) -> dict[str, int]:
    """Counts by slug as counts by label, with those that are nobody's."""
    return {str(code.label): counts.get(code.name, 0) for code in choice}


class TestThePhases:
    @pytest.mark.parametrize(
        ("figure", "path", "choice"),
        [
            ("figur-4", "$.screening.has_offers", codes.HasOffers),
            ("figur-5", "$.screening.coordination", codes.Coordination),
            ("figur-6", "$.future.plans", codes.Plans),
        ],
    )
    def test_a_choice(
        self, page: Page, ask: Ask, figure: str, path: str, choice: type[Choice]
    ) -> None:
        rows = ask(
            f"select json_extract(document, '{path}') as said, count(*) from {LATEST}"
            f" where json_type(document, '{path}') = 'text' group by said"
        )
        assert page.figure(figure) == labelled(choice, dict(rows))
        assert sum(count for _, count in rows)

    def test_the_classes(self, page: Page, ask: Ask) -> None:
        """A coordinator's class, where there is one."""
        rows = dict(ask(f"select class, count(*) from {LATEST} group by class"))
        assert page.figure("figur-7") == labelled(Class, rows)
        derived = "json_extract(classification, '$.class')"
        before = dict(ask(f"select {derived}, count(*) from revision group by 1"))
        assert rows["service"] == before.get("service", 0) + 1

    def test_per_cent_are_right(self, page: Page) -> None:
        """Of the sum of the bars, rounded half up."""
        bars = page.bars("figur-4")
        of = sum(count for _, count, _ in bars)
        assert [share for *_, share in bars] == [percent(count, of) for _, count, _ in bars]

    def test_phase_one(self, page: Page, ask: Ask) -> None:
        rows = dict(ask("select offers, count(*) from phase_one where answered_on group by offers"))
        shown = page.figure("figur-1")
        assert (shown["Har tilbud"], shown["Har ikke tilbud"]) == (rows["ja"], rows["nei"])

    def test_claim_against_finding(self, page: Page, ask: Ask) -> None:
        ((claimed, none),) = ask(
            f"select count(*), sum(class = 'none') from {LATEST} l"
            " join survey_case c using (unit_id) join phase_one p on p.case_id = c.id"
            " where p.answered_on is not null"
            " and p.offers = 'ja' and p.organisation in ('koordinator', 'senter')"
        )
        row = page.table("matrise")["Har en tjeneste"]
        heads = [one.text for one in page.all("//table[@id='matrise']/thead//th")][1:]
        found = dict(zip(heads, row, strict=True))
        assert found["Ingen"].split("\u00a0")[0].split(" ")[0] == str(none)
        assert int(found["Alle"]) - int(found["Ikke kjent ennå"].split(" ")[0]) == claimed


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("article")
    file, path = folder / "fase1.csv", folder / "article.sqlite"
    file.write_bytes(csv_of(article_rows()))
    with closing(open_database(path, create=True)) as database:
        load_register(database)
        apply_phase_one(database, read_phase_one(file).accepted(skip_bad=False), AT)
        return Page(report_page(read_material(database, AT)))


class TestTheArticle:
    """With the answers of 2014 the page shows the figures that were printed then."""

    def test_figure_1(self, article: Page) -> None:
        assert article.bars("figur-1") == [("Har tilbud", 95, 66), ("Har ikke tilbud", 49, 34)]

    def test_figure_2(self, article: Page) -> None:
        shown = {count: share for _, count, share in article.bars("figur-2")}
        assert shown == {18: 13, 46: 32, 24: 17, 7: 5, 64: 44, 31: 22}

    def test_figure_3(self, article: Page) -> None:
        shown = [(count, share) for _, count, share in article.bars("figur-3")]
        assert shown[:4] == [(25, 17), (31, 22), (0, 0), (15, 10)]
        told = article.says("//*[@id='figur-3-d']")
        assert "Foreløpig ingen planer: 31 (22 %), uten tilbud 18" in told

    def test_who_answered(self, article: Page) -> None:
        told = article.says("//section[@aria-labelledby='fase-en']")
        assert "144 (33 %) av 442 enheter" in told
        assert "188 var kjent, og 254 måtte ringes" in told

    def test_nothing_else_is_known_yet(self, article: Page) -> None:
        """No interview, and still a page: nothing is divided by nothing."""
        assert set(article.figure("figur-4").values()) == {0}
        assert "Det er ikke ringt ennå." in article.says("//section[@aria-labelledby='metode']")


class TestTheServices:
    def test_are_those_of_that_class(self, page: Page, ask: Ask) -> None:
        where = f"from {LATEST} where class = 'service'"
        said = "json_extract(document, '$.screening.coordination')"
        rows = ask(f"select {said}, count(*) {where} group by 1")
        expected = labelled(codes.Coordination, dict(rows))
        assert page.figure("organisering") == {k: v for k, v in expected.items() if v}

    def test_full_time_equivalents(self, page: Page, ask: Ask) -> None:
        rows = ask(
            "select cast(json_extract(document, '$.organisation.fte') as real) as fte"
            f" from {LATEST} where class = 'service'"
            " and json_type(document, '$.organisation.fte') = 'text' order by fte"
        )
        numbers = [number for (number,) in rows]
        total = page.says("//dt[text()='årsverk til sammen']/following-sibling::dd")
        assert float(total.replace(",", ".")) == pytest.approx(sum(numbers), abs=0.06)
        shown = page.figure("arsverk-fordelt")
        assert sum(shown.values()) == len(numbers)
        assert shown["Under 0,5"] == sum(number < 0.5 for number in numbers)
        assert shown["1 til under 2"] == sum(1 <= number < 2 for number in numbers)

    def test_target_groups(self, page: Page, ask: Ask) -> None:
        """Offers are counted, and each may be for several."""
        rows = ask(
            f"select t.value, count(*) from {LATEST} l, json_each(l.document, '$.offers') o,"
            " json_each(o.value, '$.offer_targets') t where t.type = 'text' and"
            " json_type(o.value, '$.offer_targets') = 'array' group by 1"
        )
        assert page.figure("malgrupper") == labelled(codes.OfferTarget, dict(rows))

    @pytest.mark.parametrize(
        ("figure", "question", "choice"),
        [
            ("utfordringer", "challenges", codes.Challenge),
            ("gevinster", "benefits", codes.Benefit),
        ],
    )
    def test_challenges_and_gains(
        self, page: Page, ask: Ask, figure: str, question: str, choice: type[Choice]
    ) -> None:
        rows = ask(
            f"select t.value, count(*) from {LATEST} l,"
            f" json_each(l.document, '$.experience.{question}') t"
            f" where json_type(l.document, '$.experience.{question}') = 'array' group by 1"
        )
        assert page.figure(figure) == labelled(choice, dict(rows))


class TestTheWay:
    def test_how_we_were_sent_on(self, page: Page, ask: Ask) -> None:
        rows = dict(ask("select how, count(*) from redirect group by how"))
        shown = {label: int(row[0]) for label, row in page.table("hvordan").items()}
        assert shown == {**labelled(RedirectHow, rows), "Alle": sum(rows.values())}

    def test_where_the_right_one_was(self, page: Page, ask: Ask) -> None:
        """The contact point that turned out to be the one, in a finished case."""
        rows = ask(
            "select department, count(*) from (select p.department, row_number() over"
            " (partition by p.case_id order by p.created_at desc, p.id desc) as nth"
            " from contact_point p join interview i on i.case_id = p.case_id"
            " where p.knows = 'is_the_one' and not i.open) where nth = 1 group by 1"
        )
        shown = page.figure("avdelinger")
        told = {str(Department[slug].label): count for slug, count in rows}
        assert all(shown[label] >= count for label, count in told.items())
        assert sum(shown.values()) <= INTERVIEWS

    def test_what_the_front_line_knew(self, page: Page, ask: Ask) -> None:
        ((asked, knew),) = ask(
            "select count(*), sum(knows in ('knows_who', 'is_the_one')) from contact_point"
            " where department in ('switchboard', 'service_desk') and knows <> 'unknown'"
        )
        told = page.says("//section[@aria-labelledby='veien']")
        assert f"Av {asked} sentralbord og servicetorg som ble spurt, visste {knew} (" in told


@pytest.fixture(scope="module")
def documents(season: Path) -> list[Any]:
    with closing(sqlite3.connect(season)) as connection:
        rows = connection.execute(f"select document from {LATEST}").fetchall()
    return [json.loads(document) for (document,) in rows]


class TestEveryQuestion:
    """The table of each question against the documents themselves."""

    SHOWN = tuple(
        question
        for question in PhaseTwo.questions()
        if question.kind not in {Kind.info, Kind.roster} and not question.private
    )

    @pytest.mark.parametrize("question", SHOWN, ids=lambda one: one.id)
    def test_is_there(self, page: Page, documents: list[Any], question: Any) -> None:
        table = page.table(f"tabell-{question.id}")
        said = list(answers(documents, question))
        counts = Counter(code for value in said for code in of(value))
        for code in question.codes:
            assert table[str(code.label)][0] in (str(counts[code.name]), "under 5")
        missing = Counter(value["missing"] for value in said if isinstance(value, dict))
        for label, state in (("Ikke spurt", "not_asked"), ("Vet ikke", "dont_know")):
            shown = table.get(label, ["0"])[0] if label not in counts else None
            if not any(str(code.label) == label for code in question.codes):
                assert shown in (str(missing[state]), "under 5")

    def test_tells_no_small_number_of_persons(self, page: Page) -> None:
        """Nobody can be picked out among those who answered."""
        for id in ("right_person", "respondent_unit", "respondent_certainty", "respondent_phone"):
            numbers = [row[0] for row in page.table(f"tabell-{id}").values()]
            assert not {"1", "2", "3", "4"} & set(numbers)


def answers(documents: list[Any], question: Any) -> Iterator[Any]:
    """Everybody's stored answer; of a roster's questions, every item's."""
    name = next(n for n, section in PhaseTwo.sections.items() if section is question.section)
    absent = {"missing": "not_asked"}
    for document in documents:
        parts = document.get(name, [] if issubclass(question.section, Roster) else {})
        for part in parts if isinstance(parts, list) else [parts]:
            yield part.get(question.id, absent)


def of(value: Any) -> list[str]:
    """The codes in an answer."""
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


class TestWhatIsNotShown:
    def test_nobody_s_name_number_or_address(self, page: Page, ask: Ask) -> None:
        rows = ask("select person, phone, email from contact_point")
        rows += ask("select name, name, name from interviewer")
        hidden = {value for row in rows for value in row if value}
        assert len(hidden) > 50
        assert not [value for value in hidden if value in page.source]

    def test_no_note_to_the_coordinator(self, page: Page, documents: list[Any]) -> None:
        """The invented people say the same things in several places: those are quotations."""
        told = [one.get("experience", {}) for one in documents]
        quoted = [one.get(id) for one in told for id in ("challenges_text", "benefits_text")]
        notes = [one["assessment"].get("private_note") for one in documents]
        notes = [note for note in notes if isinstance(note, str) and note not in quoted]
        assert not [note for note in notes if note in page.source]


class TestTheCommand:
    def test_says_where_and_what_to_read(
        self, season: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        copy = shutil.copy(season, tmp_path / "copy.sqlite")
        out = tmp_path / "rapport.html"
        with closing(open_database(Path(copy), create=False)) as database:
            publish_report(database, out, now=AT)
        told = capsys.readouterr().out
        assert f"{out}: {INTERVIEWS} intervjuer" in told
        assert "Les dem som er med, før rapporten deles." in told
        assert "19. mai 2015" in out.read_text(encoding="utf-8")
