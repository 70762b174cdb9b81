"""A database that an earlier version has filled is brought up to date with all that is in it."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias
from uuid import UUID

import pytest
from sqlalchemy import Connection, inspect, select

from db.cases import case_file, case_id_of, open_case
from db.database import Database
from db.histories import histories
from db.open_database import open_database
from db.persons.apart import ANSWERS, REVISIONS
from db.persons.parting import REVISION
from db.problems import Orphaned
from db.rows import row_of
from db.statements import table_of
from db.tables import InterviewRow, RedirectRow, Row, UndoneRow, UnitRow
from db.trail.chain import digest_of
from db.trail.trail import examine
from db.write_count import TABLE
from schemas.calls.call_codes import DeedKind
from schemas.calls.outcomes import Outcome
from schemas.questionnaire.apart import put_together
from schemas.review.claim_forms import ClaimForm
from schemas.surveys.municipal_services_2015.phase_one_form import (
    OFFERS,
    PLANS,
    ClaimedOffers,
    ClaimedPlans,
)
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.db.desk import standings
from tests.db.migrating import connected, differences, migrate
from tests.released import Released, decided, interviews_among, released
from tests.support.municipalities import FRAME
from tests.support.seasons import brought_forward

OLD = SURVEY.releases[0]
OLD_PRINT = next(iter(OLD.fingerprints))
"""The version that the interview of the first round was begun with, and its codebook's mark."""

AASE, BOARD, CALL, TALK = "a" * 32, "b" * 32, "c" * 32, "d" * 32
CLAIMS = {"0101": "service", "0104": "offers_only", "0105": "none", "0106": None, "0111": "odd"}
AT = "2015-03-02 11:00:00.000000"


def first_round() -> Iterator[str]:
    """A row in every table of the first version, as both databases write it."""
    yield f"INSERT INTO interviewer VALUES ('{AASE}', 'Åse', 'aase@pc', '{AT}', '{AT}')"
    for unit, claim in CLAIMS.items():
        told = f"'{claim}'" if claim else "NULL"
        held = f"'{AASE}', 3, '{AT}'" if unit == "0101" else "NULL, 0, NULL"
        id = case_id_of(unit).hex
        yield f"INSERT INTO survey_case VALUES ('{id}', '{unit}', {told}, {held})"
    case = case_id_of("0101").hex
    yield (
        f"INSERT INTO contact_point VALUES ('{BOARD}', '{case}', 'switchboard', '', '', '',"
        f" '+4769174500', '', 'register', 'knows_who', '{AT}')"
    )
    yield (
        f"INSERT INTO call_attempt VALUES ('{CALL}', '{case}', 1, '{BOARD}', '+4769174500',"
        f" '{AASE}', '{AT}', '{AT}', false, 'redirected', 'travelt')"
    )
    yield (
        f"INSERT INTO redirect VALUES ('{CALL}', '{case}', '{CALL}', '{BOARD}', NULL,"
        f" 'dead_end', '', '{AT}')"
    )
    yield (
        f"INSERT INTO interview VALUES ('{TALK}', '{case}', 'phase_two', '{OLD.version}',"
        f" '{OLD_PRINT}', 'nb', '{AT}', '{AASE}', true)"
    )
    yield (
        f"INSERT INTO answer_entry VALUES ('{TALK}', '{TALK}', 1, 'consent', NULL, '\"yes\"', '',"
        f" '{BOARD}', '{CALL}', '{AASE}', 'nb', '{AT}')"
    )
    yield (
        f"INSERT INTO check_confirmation VALUES ('{TALK}', '{TALK}', 'many', NULL, 'sant', 'null',"
        f" '{AASE}', '{AT}')"
    )
    yield f"INSERT INTO revision VALUES ('{TALK}', '{TALK}', 1, '{{}}', '{{}}', '{AT}', '{AASE}')"
    yield f"INSERT INTO place VALUES ('{TALK}', 'fte', NULL, '2,', '{AT}')"


def second_round() -> Iterator[str]:
    """A row in every table that the second version added, and a case that was returned."""
    case, other = case_id_of("0101").hex, case_id_of("0104").hex
    yield (
        f"UPDATE survey_case SET returned_at = '{AT}', returned_by = '{AASE}',"
        f" returned_question = 'Hele stillinger?', rang_back_at = '{AT}' WHERE id = '{case}'"
    )
    yield (
        f"INSERT INTO appointment VALUES ('{CALL}', '{case}', '{AT}', 15, 'soft', '{BOARD}', '',"
        f" NULL, '{AASE}', '{AT}', NULL, NULL)"
    )
    yield f"INSERT INTO covered_proposal VALUES ('{other}', '{case}', 'phase_one')"
    yield (
        f"INSERT INTO claim_reveal VALUES ('{TALK}', '{TALK}', 'service', '{AT}', '{AASE}',"
        f" 'single_offer', '', '{AT}')"
    )


KARI, LINE = "e" * 32, "f" * 32


def third_round() -> Iterator[str]:
    """A case that was withdrawn from, as the third version left it: with a name, or one again."""
    case = case_id_of("0104").hex
    yield (
        f"INSERT INTO decision VALUES ('{TALK}', '{case}', 1, 'withdrawn', '{AT}', '{AASE}', '',"
        " NULL, NULL, NULL, NULL, NULL, NULL)"
    )
    for id, department, person, phone in (
        (KARI, "rehabilitation", "Kari Lie", "+4798765432"),
        (LINE, "switchboard", "", "+4769174500"),
    ):
        yield (
            f"INSERT INTO contact_point VALUES ('{id}', '{case}', '{department}', '', '{person}',"
            f" '', '{phone}', '', 'Frisklivssentral (Kari Lie)', 'knows_who', '{AT}')"
        )


Beside: TypeAlias = Mapping[str, Iterable[str]]
"""What else is told in a version."""


def make_version(
    connection: Connection, version: str, beside: Beside = MappingProxyType({})
) -> None:
    """The tables as an earlier version had them, filled, also with what is told beside."""
    rounds = {"0001": first_round(), "0002": second_round(), "0003": third_round(), "0004": ()}
    for number, rows in rounds.items():
        if number <= version:
            migrate(connection, number)
            for statement in (*rows, *beside.get(number, ())):
                connection.exec_driver_sql(statement)
    migrate(connection, version)


Rows = dict[str, list[dict[str, Any]]]
"""What is in each table, by column."""


def everything(connection: Connection) -> Rows:
    """All rows of all tables but those that the upgrade is to change."""
    tables = set(inspect(connection).get_table_names()) - {"alembic_version", "survey_case", TABLE}
    return {
        table: [dict(row._mapping) for row in connection.exec_driver_sql(f"SELECT * FROM {table}")]
        for table in tables
    }


def then(after: Rows, before: Rows) -> Rows:
    """What is there now, without the columns that there were not."""
    return {
        table: [
            {name: now[name] for name in was} for now, was in zip(after[table], rows, strict=True)
        ]
        for table, rows in before.items()
    }


@pytest.fixture(scope="class", params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where a database of each kind lies or is to lie."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("upgrade") / "runde.db")
    address: str = request.getfixturevalue("postgresql_address")
    return address


def start_afresh(connection: Connection) -> None:
    """Nothing of ours is there."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("DROP VIEW IF EXISTS trail_told")
    connection.exec_driver_sql("DROP TABLE IF EXISTS phase_one")  # until the ninth version
    Row.metadata.drop_all(connection)
    for table in ("alembic_version", TABLE):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")


@pytest.fixture(scope="class")
def before(place: str) -> Rows:
    """Make a database of the first version; what is in it."""
    with connected(place) as connection:
        start_afresh(connection)
        make_version(connection, "0001")
        return everything(connection)


@pytest.fixture(scope="class")
def upgraded(place: str, before: object) -> Iterator[Database]:
    """The same database, opened by this version; it is only read."""
    with closing(open_database(place, create=False)) as db:
        yield db


@pytest.mark.slow
class TestAnUpgrade:
    def test_keeps_every_row(self, upgraded: Database, before: Rows, place: str) -> None:
        """What was called, said and answered stands as it stood."""
        with connected(place) as connection:
            after = everything(connection)
        (frozen,) = after.pop("revision")
        (begun,) = before["revision"]
        # The version that its interview was begun with, and how many answers it was made of.
        made_of = {"version": OLD.version, "fingerprint": OLD_PRINT, "answers": 1}
        assert frozen == begun | made_of
        others = {table: rows for table, rows in before.items() if table != "revision"}
        assert then(after, others) == others
        assert all(len(rows) == 1 for rows in before.values())

    def test_keeps_who_holds_what(self, upgraded: Database) -> None:
        """A case that was held is held, and the other ones are free."""
        held = {one.unit.id: one.holder and one.holder.name for one in histories(upgraded)}
        assert held == {"0101": "Åse", "0104": None, "0105": None, "0106": None, "0111": None}

    def test_leaves_every_reference_whole(self, upgraded: Database) -> None:
        """Cases were made anew on SQLite: all that belongs to them still does."""
        file = open_case(upgraded, case_id_of("0101"))
        assert [call.contact_id for call in file.attempts] == [UUID(BOARD)]
        with upgraded.read() as session:
            connection = session.connection()
            unsure = "SELECT conname FROM pg_constraint WHERE NOT convalidated"
            if connection.dialect.name == "sqlite":
                unsure = "PRAGMA foreign_key_check"
            assert not connection.exec_driver_sql(unsure).all()

    def test_keeps_what_was_claimed_in_phase_one(self, upgraded: Database) -> None:
        """It now follows from the form; what was no claim of ours is not made into one."""
        found = {unit: open_case(upgraded, case_id_of(unit)).claim for unit in CLAIMS}
        claims = {unit: claim.name if claim else None for unit, claim in found.items()}
        assert claims == {**CLAIMS, "0111": None}

    def test_makes_nobody_answer_the_form(self, upgraded: Database) -> None:
        """A claim without its form does not count among those who answered, and says so."""
        form = open_case(upgraded, case_id_of("0101")).form
        assert form is not None
        assert (form.answered_on, form.comment[:8]) == (None, "Overført")

    def test_ends_with_the_tables_of_a_new_database(self, upgraded: Database) -> None:
        """Whichever way they came about, they are as declared."""
        with upgraded.read() as session:
            assert differences(session.connection()) == []


class TestFromTheSecondVersion:
    def test_everything_is_there_and_nothing_is_decided(self, place: str) -> None:
        """Cases stay as they were; the table of decisions is new and empty."""
        with connected(place) as connection:
            start_afresh(connection)
            make_version(connection, "0002")
            before, cases = everything(connection), cases_in(connection)
        with closing(open_database(place, create=False)) as db:
            assert standings(db) == {}
            returned = open_case(db, case_id_of("0101")).returned
        with connected(place) as connection:
            after = everything(connection)
            assert cases_in(connection) == cases
        assert len(after.pop("claim_form")) == len(before.pop("phase_one"))
        (proposal,) = before.pop("covered_proposal")
        assert after.pop("covered_proposal") == [proposal | {"source": "claim_form"}]
        assert after["decision"] == []
        assert then(after, before) == before
        assert returned is not None
        assert (returned.by, returned.question) == ("Åse", "Hele stillinger?")


@pytest.fixture(scope="class")
def long_used(place: str) -> Iterator[Database]:
    """A database that the first four versions worked on, opened by this one; it is only read."""
    case, form = case_id_of("0101").hex, case_id_of("0106").hex
    told = (
        f"INSERT INTO redirect VALUES ('{BOARD}', '{case}', '{CALL}', '{BOARD}', NULL,"
        " 'dead_end', 'sist', '2015-03-02 11:05:00')"
    )
    answered = (
        f"INSERT INTO phase_one VALUES ('{form}', '2014-11-03', 'nei',"
        f" NULL, 'planer', '[\"0101\"]', 'Ring gjerne', '{AT}')"
    )
    with connected(place) as connection:
        start_afresh(connection)
        make_version(connection, "0004", {"0001": [told], "0004": [answered]})
    with closing(open_database(place, create=False)) as db:
        yield db


class TestOfTheFirstFourVersions:
    def test_what_had_only_times_is_counted_by_them(self, long_used: Database) -> None:
        """Two redirects of a call, told in another order than their ids have."""
        file = open_case(long_used, case_id_of("0101"))
        assert [(leg.number, leg.said) for leg in file.redirects] == [(1, ""), (2, "sist")]
        (call,) = file.attempts
        assert call.seconds is None
        assert call.lasted == timedelta()

    def test_no_name_is_left_where_somebody_has_withdrawn(self, long_used: Database) -> None:
        """Neither who told of a contact point, nor whoever was typed in since; others are kept."""
        gone = open_case(long_used, case_id_of("0104"))
        kept = open_case(long_used, case_id_of("0101"))
        assert gone.decision is Outcome.withdrawn
        assert [(one.person, one.phone, one.source) for one in gone.contacts] == [
            ("", "", ""),
            ("", "+4769174500", ""),
        ]
        assert [one.source for one in kept.contacts] == ["register"]

    def test_it_is_the_survey_that_there_was(self, long_used: Database) -> None:
        """Nobody could have made one of another: with its name come the units of its register."""
        assert long_used.survey.name == "municipal-services-2015"
        assert long_used.frame.units == FRAME.units

    def test_the_forms_of_phase_one_keep_their_answers_by_name(self, long_used: Database) -> None:
        """A form of phase one says what it said, and nothing where nothing was answered."""
        assert open_case(long_used, case_id_of("0106")).form == ClaimForm(
            "0106",
            answered_on=date(2014, 11, 3),
            answers={OFFERS: ClaimedOffers.nei, PLANS: ClaimedPlans.planer},
            partners=("0101",),
            comment="Ring gjerne",
        )


@pytest.fixture(scope="class")
def undoing(place: str) -> Iterator[Database]:
    """A database of the eighteenth version, opened by this one; it is only read.

    Its trail told of two redirects, of which the first was undone; somebody has changed the second
    one beside the program since.
    """
    told = (
        f"INSERT INTO redirect VALUES ('{BOARD}', '{case_id_of('0101').hex}', '{CALL}',"
        f" '{BOARD}', NULL, 'dead_end', 'sist', '2015-03-02 11:05:00')"
    )
    with connected(place) as connection:
        start_afresh(connection)
        make_version(connection, "0018", {"0001": [told]})
        connection.exec_driver_sql(f"INSERT INTO survey (name) VALUES ('{SURVEY.name}')")
        units = [row_of(SURVEY, UnitRow, one, group_id=one.group).values() for one in FRAME]
        connection.execute(table_of(UnitRow).insert(), units)
        connection.exec_driver_sql(f"UPDATE redirect SET undone_at = '{AT}' WHERE number = 1")
        for number, row in enumerate((CALL, BOARD), 1):
            connection.exec_driver_sql(
                f"INSERT INTO trail SELECT {number}, '', '', '', 'insert', 'redirect', '{row}',"
                f" '', '', 'salt', '{digest_of('salt', redirect_then(connection, row))}', ''"
            )
        connection.exec_driver_sql("UPDATE redirect SET said = 'endret' WHERE number = 2")
    with closing(open_database(place, create=False)) as db:
        yield db


def redirect_then(connection: Connection, id: str) -> str:
    """What the trail of the eighteenth version saw of a redirect."""
    seen = "to_jsonb(t)"
    if connection.dialect.name == "sqlite":
        columns = "id, case_id, number, attempt_id, from_id, to_id, how, said, at, undone_at"
        seen = f"json_array({columns})"
    asked = f"SELECT CAST({seen} AS text) FROM redirect AS t WHERE id = '{id}'"
    return str(connection.exec_driver_sql(asked).scalar_one())


class TestFromTheEighteenthVersion:
    def test_what_was_undone_becomes_a_row(self, undoing: Database) -> None:
        """By whoever had the call, when it was undone; the redirect itself stays."""
        assert not undoing.practice
        with undoing.read() as session:
            undone = session.connection().execute(table_of(UndoneRow).select()).all()
            kept = session.connection().execute(table_of(RedirectRow).select()).all()
            standing = case_file(session, case_id_of("0101")).redirects
        assert [(one.number, one.kind, one.undone_by) for one in undone] == [
            (1, DeedKind.redirect, UUID(AASE))
        ]
        assert (len(kept), [one.number for one in standing]) == (2, [2])

    def test_what_the_log_did_not_tell_of_is_told_of_still(self, undoing: Database) -> None:
        """A row that was changed beside the program is not sealed as if it had always been so; it
        is looked at with the columns of then, also with one that has gone since.
        """
        with undoing.read() as session:
            changed = examine(session).changed
        assert [row for table, row in changed if table == "redirect"] == [BOARD]


class TestFromTheThirtyFirstVersion:
    def test_steps_back_move_from_the_call_to_the_interview(self, place: str) -> None:
        """Each with its call, and whoever made it."""
        step = ["consent", None, "2015-03-02T11:00:00+00:00", BOARD]
        with connected(place) as connection:
            start_afresh(connection)
            make_version(connection, "0031")
            noted = json.dumps([step])
            connection.exec_driver_sql(f"UPDATE call_attempt SET steps_back = '{noted}'")
            migrate(connection)
            moved = connection.execute(select(table_of(InterviewRow).c.steps_back)).scalar()
        assert moved == [[*step, CALL, AASE]]


class TestWhatIsNotThere:
    def test_is_told_in_a_sentence(self, place: str) -> None:
        """A case of a unit that nobody has: nothing is changed, and it can be opened by nobody."""
        lost = case_id_of("9999").hex
        with connected(place) as connection:
            start_afresh(connection)
            make_version(connection, "0004")
            connection.exec_driver_sql(
                f"INSERT INTO survey_case (id, unit_id, lease_token) VALUES ('{lost}', '9999', 0)"
            )
        with pytest.raises(Orphaned, match=r"survey_case\.unit_id til 9999"):
            open_database(place, create=False)
        with connected(place) as connection:
            stands_at = connection.exec_driver_sql("SELECT version_num FROM alembic_version")
            assert stands_at.scalar_one() == "0004"
            assert not inspect(connection).has_table("unit")
            start_afresh(connection)


@pytest.mark.parametrize("then", [one for one in released() if one.has_file], ids=str)
class TestAReleasedDatabase:
    def test_keeps_everything_that_was_collected(
        self, then: Released, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Every case, call, answer and decision; what refers to another row still does."""
        with connected(str(then.unpacked(tmp_path / "runde.sqlite"))) as connection:
            before = counts(connection)
        file = brought_forward(tmp_path_factory, then)
        with closing(open_database(file, create=False)) as db, db.read() as session:
            connection = session.connection()
            assert db.survey is then.survey
            assert db.practice, "it was played: invented interviewers sit there"
            assert counts(connection) == before
            assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert differences(connection) == []
            assert before["survey_case"] == len(db.frame)

    def test_has_who_answered_apart(
        self, then: Released, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Every interview reads as it was frozen, and the log of it still holds together."""
        asked = "SELECT document FROM revision ORDER BY id"
        with closing(sqlite3.connect(then.unpacked(tmp_path / "runde.sqlite"))) as before:
            frozen = [json.loads(one) for (one,) in before.execute(asked)]
        file = brought_forward(tmp_path_factory, then)
        with closing(open_database(file, create=False)) as db, db.read() as session:
            parts = select(REVISION.c.document, REVISIONS.c.document, REVISIONS.c.public)
            joined = parts.outerjoin_from(REVISION, REVISIONS, REVISIONS.c.id == REVISION.c.id)
            found = session.connection().execute(joined.order_by(REVISION.c.id)).all()
            trail = examine(session)
            apart = session.connection().execute(select(ANSWERS.c.question)).scalars().all()
        assert [put_together(left, *taken) for left, *taken in found] == frozen
        assert [left for left, *_ in found] != frozen
        assert "respondent_name" in apart
        assert (trail.broken, trail.changed, trail.vanished) == (None, (), ())

    def test_holds_what_can_have_happened(
        self, then: Released, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """Interviews that were finished, sent back and broken off, and decisions about some."""
        file = brought_forward(tmp_path_factory, then)
        with closing(open_database(file, create=False)) as db:
            cases, interviews = tuple(histories(db)), interviews_among(db.frame)
        found = Counter(case.interview for case in cases)
        sent_back = decided(interviews).count("return")
        assert found["complete"] == interviews - sent_back
        assert found["open"] + found["reopened"] >= sent_back + (len(cases) > 1)
        assert sum(len(case.attempts) for case in cases) >= interviews


COLLECTED = (
    *("interviewer", "survey_case", "contact_point", "call_attempt", "redirect", "appointment"),
    *("interview", "place", "answer_entry", "check_confirmation", "revision", "decision"),
)
"""The tables of what people said, did and decided."""


def counts(connection: Connection) -> dict[str, int]:
    """How many rows each of them has."""
    return {
        table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
        for table in COLLECTED
    }


def cases_in(connection: Connection) -> list[Any]:
    """Every case, by its id."""
    rows = connection.exec_driver_sql("SELECT * FROM survey_case ORDER BY id")
    return [tuple(row) for row in rows]
