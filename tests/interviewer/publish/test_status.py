"""`ringerunde status`, `rates` and `report transition`: what they print of an invented season.

Every count is made once more here, by hand-written SQL on the same file.
"""

import csv
import io
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from db import finished
from db.cases import load_register
from db.database import Database
from db.open_database import open_database
from db.progress import read_all_cases
from interviewer.publish.claim_matrix import print_claim_matrix, read_matrix, write_claim_matrix
from interviewer.publish.export_request import UNWATCHED, Order
from interviewer.publish.status import print_rates, print_status
from schemas.calls.outcome_rows import Category
from schemas.calls.settings import Settings
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.progress import progress
from schemas.review.rates import interview_rates
from tests.support.municipalities import FRAME
from tests.support.seasons import season_of

INTERVIEWS = 34
LATER = datetime(2015, 2, 20, 11, tzinfo=UTC)
"""A Friday, with the whole season in the last two weeks or a little before."""

RULES = Settings()
Ask = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return season_of(tmp_path_factory, INTERVIEWS, 2017)


@pytest.fixture
def played(season: Path) -> Iterator[Database]:
    with closing(open_database(season, create=False)) as database:
        yield database


@pytest.fixture
def ask(season: Path) -> Iterator[Ask]:
    """Hand-written SQL, answered in rows."""
    with closing(sqlite3.connect(season)) as connection:
        yield lambda sql: connection.execute(sql).fetchall()


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """What has been printed, with its spaces made single and its frames left out."""
    return lambda: re.sub(r"[\s│]+", " ", capsys.readouterr().out)


CLASSES = """
    select c.unit_id, json_extract(r.classification, '$.class') as class
    from revision r join interview i on i.id = r.interview_id join survey_case c on c.id = i.case_id
    where not i.open and r.number = (
        select max(number) from revision other where other.interview_id = i.id)
"""


class TestCountedOnceMore:
    """What is counted of the survey is what SQL counts on the file."""

    def test_settled_cases_and_what_they_cost(self, played: Database, ask: Ask) -> None:
        """Calls and measured minutes of the cases with a call that ended for good."""
        final = "('complete', 'no_service', 'refusal_hard')"
        settled = f"select case_id from call_attempt where outcome in {final}"
        ((cases, calls, minutes),) = ask(
            "select count(distinct case_id), count(*),"
            " sum(seconds) / 60.0"
            f" from call_attempt where case_id in ({settled})"
        )
        survey = read_all_cases(played, RULES)
        seen = progress(
            survey.cases, survey.states, survey.appointments, FRAME.groups, LATER, RULES
        )
        assert cases >= INTERVIEWS
        assert (seen.settled, seen.effort.cases, seen.effort.calls) == (cases, cases, calls)
        assert float(seen.effort.minutes) == pytest.approx(minutes, abs=0.01)

    def test_counties(self, played: Database, ask: Ask) -> None:
        """The first two digits of a unit's number are its county."""
        counted = ask(
            "select substr(unit_id, 1, 2), count(*) from survey_case c where exists ("
            "select 1 from call_attempt a where a.case_id = c.id"
            " and a.outcome in ('complete', 'no_service', 'refusal_hard')) group by 1"
        )
        survey = read_all_cases(played, RULES)
        seen = progress(survey.cases, survey.states, (), FRAME.groups, LATER, RULES)
        assert {one.group.id: one.settled for one in seen.groups if one.settled} == dict(counted)

    def test_appointments(self, played: Database, ask: Ask) -> None:
        """A month later every one was kept, or was not, or was called off in time."""
        ((kept, missed),) = ask(
            "select coalesce(sum(closed_how = 'kept'), 0),"
            " coalesce(sum(closed_how is null or (closed_how <> 'kept' and julianday(closed_at)"
            " > julianday(due) + minutes / 1440.0)), 0) from appointment"
        )
        survey = read_all_cases(played, RULES)
        seen = progress(
            survey.cases, survey.states, survey.appointments, played.frame.groups, LATER, RULES
        ).appointments
        assert (seen.open, seen.kept, seen.missed) == (0, kept, missed)
        assert kept + missed

    def test_findings_and_the_interviewed_among_services(self, played: Database, ask: Ask) -> None:
        found = dict(ask(CLASSES))
        cases = read_all_cases(played, RULES).cases
        assert {c.state.unit.id: c.finding.name for c in cases if c.finding} == found
        rates = interview_rates(case.category for case in cases)
        eligible = [klass for klass in found.values() if klass in {"service", "borderline"}]
        assert rates.counts[Category.interview] == len(eligible)
        assert rates.counts[Category.not_eligible] == len(found) - len(eligible)
        assert sum(rates.counts.values()) == 442

    def test_the_pace(self, played: Database, ask: Ask) -> None:
        """The season lay two weeks back and more: of what was settled on 6 February or later."""
        ((recent,),) = ask(
            "select count(*) from call_attempt where started_at >= '2015-02-06'"
            " and outcome in ('complete', 'no_service', 'refusal_hard')"
        )
        survey = read_all_cases(played, RULES)
        told = progress(
            survey.cases, survey.states, survey.appointments, played.frame.groups, LATER, RULES
        ).forecast
        assert told.pace == recent / 10
        assert (told.on is None) == (recent == 0)


class TestStatus:
    def test_tells_everything_on_one_page(
        self, played: Database, printed: Callable[[], str]
    ) -> None:
        print_status(played, LATER)
        words = printed()
        assert words.startswith("Status fredag 20. februar 2015 kl. 12.00")
        for heading in (
            "Saker: ",
            "Per avsluttet sak som er ringt: ",
            "Avtaler: åpne 0, ",
            "Avsluttede saker etter fylke",
            "Sogn og Fjorda.",
            "Avklaring: av alle enheter i utvalget",
            "Intervju: av tjenester (AAPOR)",
        ):
            assert heading in words

    def test_says_when_it_cannot_foretell(
        self, played: Database, database: Database, printed: Callable[[], str]
    ) -> None:
        """Nobody has called yet; nobody has called for weeks."""
        print_status(database, LATER)
        assert "før vi har ringt en hel virkedag" in printed()
        print_status(played, datetime(2015, 6, 1, tzinfo=UTC))
        assert "når alle er avsluttet: 0,0 avsluttede saker per virkedag (regnet av" in printed()

    def test_foretells_a_day(self, played: Database, printed: Callable[[], str]) -> None:
        """The week after the season, at its pace."""
        now = datetime(2015, 2, 6, 11, tzinfo=UTC)
        survey = read_all_cases(played, RULES)
        on = progress(
            survey.cases, survey.states, survey.appointments, played.frame.groups, now, RULES
        ).forecast.on
        assert on is not None
        print_status(played, now)
        assert f"{on.day}. " in re.findall(r"Alle er avsluttet (.*?) i samme tempo", printed())[0]

    def test_fits_into_eighty_columns(
        self, played: Database, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "80")
        print_status(played, LATER)
        print_claim_matrix(played)
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 80

    def test_an_empty_database_is_no_error(
        self, tmp_path: Path, printed: Callable[[], str]
    ) -> None:
        """Not even the register has been loaded."""
        with closing(open_database(tmp_path / "empty.sqlite", create=True)) as database:
            print_status(database, LATER)
            assert "Alle saker er avsluttet" not in (words := printed())
            assert "Ingen saker ennå" in words
            load_register(database)
            print_status(database, LATER)
            assert "Saker: 0 av 442 avsluttet" in printed()


class TestRates:
    def test_name_both_denominators_and_every_formula(
        self, played: Database, printed: Callable[[], str]
    ) -> None:
        """And e with them, and what each is a share of; never a bare response rate."""
        print_rates(played)
        words = printed()
        assert f"Avklaring 7,7 % {INTERVIEWS} av 442 Enheter der funnet er kjent" in words
        assert " e " in words
        rates = interview_rates(case.category for case in read_all_cases(played, RULES).cases)
        for rate in (rates.e, rates.usual_e, *rates.rates):
            assert f"{rate.name} {rate.percent} " in words
            assert f" {rate.formula} " in words
        assert "svarprosent" not in words.lower()

    def test_no_answers_are_read_for_them(
        self, played: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are made of what the cases have come to."""
        read: list[type[Questionnaire]] = []
        monkeypatch.setattr(finished, "readable", lambda asked, document: read.append(asked))
        print_rates(played)
        assert read == []

    def test_before_the_first_call_are_dashes_or_nothing(
        self, database: Database, printed: Callable[[], str]
    ) -> None:
        print_rates(database)
        words = printed()
        assert "RR1 0,0 % 0 av 442" in words
        assert "RR3 – 0 av – " in words
        assert "COOP1 – 0 av 0 " in words


class TestTransition:
    CLAIMS = """
        select c.unit_id, case when answers ->> 'offers' = 'nei' then 'Har ingen tilbud'
            when answers ->> 'organisation' in ('senter', 'koordinator') then 'Har en tjeneste'
            when answers ->> 'organisation' is not null then 'Har tilbud, ingen tjeneste' end
        from claim_form p join survey_case c on c.id = p.case_id
    """
    WORDS = {  # noqa: RUF012
        "service": "Tjeneste",
        "offers_only": "Tilbud uten tjeneste",
        "planning": "Godt i gang med å planlegge",
        "borderline": "Grenseland",
        "none": "Ingen tjeneste",
        "covered": "Dekket av en annen enhet",
        None: "Ikke kjent ennå",
    }

    def written(self, database: Database, out: Path) -> list[dict[str, str]]:
        write_claim_matrix(database, Order(out), UNWATCHED)
        text = out.read_bytes().decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text), delimiter=";"))

    def test_every_cell_has_the_units_that_sql_finds(
        self, played: Database, ask: Ask, tmp_path: Path
    ) -> None:
        """One line for each cell; a unit's number, its name and its county."""
        claims, found = dict(ask(self.CLAIMS)), dict(ask(CLASSES))
        units = [unit for (unit,) in ask("select unit_id from survey_case order by unit_id")]
        rows = self.written(played, tmp_path / "overgang.csv")
        cells = [row for row in rows if row["tabell"] == "overgang" and row["påstand"] != "Alle"]
        assert len(cells) == 4 * 7
        for row in cells:
            expected = [
                unit
                for unit in units
                if (claims.get(unit) or "Ikke svart") == row["påstand"]
                and self.WORDS[found.get(unit)] == row["funn"]
            ]
            behind = re.findall(r"(?:^|, )(\d+) ", row["enheter"])
            assert (behind, int(row["antall"])) == (expected, len(expected))

    def test_the_reasons_are_those_that_were_given(
        self, played: Database, ask: Ask, tmp_path: Path
    ) -> None:
        ((given,),) = ask("select count(reason) from claim_reveal")
        rows = self.written(played, tmp_path / "overgang.csv")
        assert sum(int(row["antall"]) for row in rows if row["tabell"] == "grunn") == given

    def test_how_many_reported_services_were_none_is_one_number(
        self, played: Database, ask: Ask, printed: Callable[[], str]
    ) -> None:
        claims, found = dict(ask(self.CLAIMS)), dict(ask(CLASSES))
        known = [found[unit] for unit in found if claims.get(unit) == "Har en tjeneste"]
        checked = [klass for klass in known if klass != "borderline"]
        none = [klass for klass in checked if klass not in {"service", "covered"}]
        print_claim_matrix(played)
        words = printed()
        assert f"er avklart ({len(checked)}), viste" in words
        assert f" viste {len(none)} (" in words
        assert f"{len(known) - len(checked)} i grenseland er ikke regnet med." in words

    def test_the_units_behind_every_cell_are_named(
        self, played: Database, printed: Callable[[], str]
    ) -> None:
        """Also where the claim was right, where nobody answered, and where nobody knows yet."""
        print_claim_matrix(played)
        words = " ".join(printed().split())
        cells = [row.cells.values() for row in read_matrix(played).rows]
        some = [cell for row in cells for cell in row if cell.count]
        assert len(some) > 10
        for cell in some:
            assert f"({cell.count}): {cell.units[0]} " in words
        assert "Ikke svart → Ikke kjent ennå (" in words

    def test_before_anybody_was_asked(self, database: Database, printed: Callable[[], str]) -> None:
        print_claim_matrix(database)
        assert "Ingen av tjenestene som ble oppgitt i fase én, er avklart ennå." in printed()
