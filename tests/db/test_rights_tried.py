"""What an interviewer may try with psql, and a server does not let her do, one by one."""

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from db.calls import mark_end_unknown
from db.cases import case_id_of, open_case, ring_back
from db.leases import release, take_case
from db.open_database import open_database
from interviewer.services.caller import by_login
from tests.db.rounds import SERVICE, Round, finish
from tests.db.team import DENIED, FOREIGN, Team, begun
from tests.db.world import HALDEN, NOON
from tests.support.municipalities import FRAME

HERS = "proeve_aase"
BO = "(SELECT id FROM interviewer WHERE seat = 'proeve_bo')"
REFUSED = "insufficient_privilege"
NOTHING = ""
"""Nothing that she may change is there."""


HIS, FREE = case_id_of(FRAME.units[-1].id), case_id_of(FRAME.units[-2].id)


@pytest.fixture(autouse=True, scope="module")
def at_work(team: Team) -> None:
    """Everybody is known to the server, and Bo is at work in a case."""
    for login in (HERS, "proeve_turid"):
        with closing(open_database(team.place(login), create=False)) as theirs:
            assert by_login(theirs)
    with closing(open_database(team.place("proeve_bo"), create=False)) as his:
        bo = by_login(his)
        assert bo
        begun(Round(his, bo, take_case(his, HIS, bo.id, NOON)))


def undone(statement: str) -> str:
    """A statement that is tried, and then it was not in earnest."""
    return f"BEGIN; {statement}; ROLLBACK"


class TestMakesNothingOfHerOwn:
    """What she makes might be taken for ours by a function that runs with the owner's rights."""

    @pytest.mark.parametrize(
        ("tries", "answer"),
        [
            ("CREATE TEMP TABLE interviewer (id uuid, seat text, seated_at timestamptz)", DENIED),
            ("CREATE TEMP TABLE trail (number integer)", DENIED),
            ("CREATE TEMP VIEW trail AS SELECT 1 AS number", DENIED),
            ("CREATE TABLE interviewer_too (id uuid)", DENIED),
            ("CREATE SCHEMA hers", DENIED),
            ("CREATE FUNCTION ringerunde_me() RETURNS uuid LANGUAGE sql AS 'SELECT NULL'", DENIED),
            ("SELECT trail_case_note()", DENIED),
            ("SELECT trail_append('insert', 'decision', '', '', '', '')", DENIED),
            ("CREATE EXTENSION dblink", DENIED),
            ("ALTER TABLE contact_point DISABLE ROW LEVEL SECURITY", "must be owner"),
            ("ALTER TABLE trail DISABLE TRIGGER ALL", "must be owner"),
            ("DO $$ BEGIN PERFORM 1 FROM trail; END $$", DENIED),
            ("SET session_replication_role = replica", DENIED),
            ("SET row_security = off; SELECT * FROM contact_point", "row-level security"),
            ("COPY contact_point TO PROGRAM 'cat'", "pg_execute_server_program"),
            ("COPY case_note FROM '/etc/passwd'", "pg_read_server_files"),
        ],
    )
    def test_by(self, team: Team, tries: str, answer: str) -> None:
        assert answer in team.psql(HERS, tries)

    def test_every_function_of_the_owner_looks_for_tables_where_she_cannot_make_any(
        self, team: Team
    ) -> None:
        """Those of sessions come last; and nobody calls one, but who has been told that she may."""
        owners = "FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef"
        unpinned = "NOT 'search_path=public, pg_temp' = ANY (coalesce(proconfig, '{}'))"
        anybodys = "has_function_privilege('public', oid, 'EXECUTE')"
        assert int(team.psql(HERS, f"SELECT count(*) {owners}")) > 20
        assert team.psql(HERS, f"SELECT proname {owners} AND ({unpinned} OR {anybodys})") == ""


class TestReads:
    @pytest.mark.parametrize(
        ("tries", "answer"),
        [
            ("SELECT draft FROM place", NOTHING),
            ("SELECT rolpassword FROM pg_authid", DENIED),
            ("SELECT passwd FROM pg_shadow", DENIED),
            ("SELECT * FROM pg_hba_file_rules", DENIED),
            ("SELECT * FROM pg_statistic", DENIED),
        ],
    )
    def test_no_more_than_is_hers(self, team: Team, tries: str, answer: str) -> None:
        """What others have half typed, and passwords."""
        told = team.psql(HERS, tries)
        assert told == answer or (answer and answer in told)

    def test_whom_others_reached_only_in_few_cases_that_are_settled(self, team: Team) -> None:
        """None by saying that nobody is interviewed there, or that all of them have rung."""
        reached = f"SELECT count(*) FROM contact_point WHERE case_id = '{HALDEN}'"
        lane = "UPDATE case_summary SET lane = 'live' WHERE unit_id = '0101'"
        assert team.psql(HERS, undone(f"{lane}; {reached}")) == "0"
        assert REFUSED in team.psql(HERS, "UPDATE survey_case SET rang_back_at = now()")

    def test_nor_by_what_she_says_of_a_day_to_come(self, team: Team) -> None:
        """A case in which somebody is to ring back for ever would be open to her for ever, and
        nobody could note any more that somebody rang back; one held for ever is nobody else's."""
        free = f"WHERE id = '{FREE}'"
        rings = f"UPDATE survey_case SET rang_back_at = now() + interval '1 day' {free}"
        assert REFUSED in team.psql(HERS, rings)
        takes = "UPDATE survey_case SET held_by = ringerunde_me(), lease_token = lease_token + 1"
        until = f"lease_expires_at = now() + interval '2 hours' {free}"
        assert REFUSED in team.psql(HERS, f"{takes}, {until}")

    def test_no_other_session(self, team: Team) -> None:
        told = team.psql(HERS, "SELECT DISTINCT query FROM pg_stat_activity WHERE usename <> user")
        assert set(told.splitlines()) <= {"<insufficient privilege>"}


class TestChangesNothingOfOthers:
    @pytest.mark.parametrize(
        "tries",
        [
            "UPDATE answer_entry SET informant_id = NULL",
            "UPDATE appointment SET closed_at = now(), closed_how = 'kept'",
            "UPDATE call_attempt SET note = 'x' WHERE note <> 'x'",
            "UPDATE call_attempt SET outcome = 'refusal' WHERE outcome IS NOT NULL",
            "UPDATE contact_point SET phone = ''",
            "UPDATE interview SET open = NOT open",
            "UPDATE place SET draft = ''",
            "UPDATE redirect SET to_id = NULL",
            "DELETE FROM place",
            "DELETE FROM call_attempt",
        ],
    )
    def test_in_a_case_that_another_has(self, team: Team, tries: str) -> None:
        """Bo has interviewed in one, and is at work in another."""
        assert team.psql(HERS, undone(f"{tries} RETURNING 1")) == NOTHING

    @pytest.mark.parametrize(
        "tries",
        [
            "INSERT INTO contact_point SELECT gen_random_uuid(), c.id, 'switchboard', '', 'Bo', '',"
            " '', '', '', 'unknown', now() FROM survey_case AS c LIMIT 1",
            "INSERT INTO place SELECT i.id, 'fte', NULL, '', now(), 0, '[]' FROM interview AS i",
            "INSERT INTO revision SELECT gen_random_uuid(), interview_id, 9, answers, version,"
            " fingerprint, document, classification, now(), ringerunde_me() FROM revision",
        ],
    )
    def test_adds_nothing_there(self, team: Team, tries: str) -> None:
        assert FOREIGN in team.psql(HERS, tries)

    @pytest.mark.parametrize(
        "tries",
        [
            "held_by = ringerunde_me()",
            "held_by = NULL",
            "lease_expires_at = now()",
            "lease_token = lease_token + 1",
        ],
    )
    def test_takes_no_case_from_whoever_works_in_it(self, team: Team, tries: str) -> None:
        """Bo holds it, and has held on to it just now."""
        takes = "UPDATE survey_case SET held_by = ringerunde_me(), lease_expires_at = now()"
        free = f"id = '{FREE}'"
        holds = f"{takes} + interval '1 hour', lease_token = 7 WHERE {free}"
        assert team.psql("proeve_bo", holds) == ""
        assert REFUSED in team.psql(HERS, f"UPDATE survey_case SET {tries} WHERE {free}")
        gives = "UPDATE survey_case SET held_by = NULL, lease_expires_at = NULL"
        assert team.psql("proeve_bo", f"{gives} WHERE {free}") == ""
        assert REFUSED in team.psql(HERS, f"UPDATE survey_case SET lease_token = 1 WHERE {free}")


class TestSignsNothingForAnother:
    @pytest.mark.parametrize(
        ("tries", "answer"),
        [
            ("UPDATE interviewer SET name = 'Bo Lie' WHERE seat = 'proeve_aase'", FOREIGN),
            ("UPDATE interviewer SET seat = 'proeve_bo' WHERE seat = 'proeve_aase'", FOREIGN),
            (
                "INSERT INTO interviewer VALUES"
                " (gen_random_uuid(), 'Bo Lie', 'proeve_aase', now(), now())",
                FOREIGN,
            ),
            (
                "INSERT INTO case_note SELECT gen_random_uuid(), id, 1, 'x', "
                f"{BO}, now() FROM survey_case LIMIT 1",
                FOREIGN,
            ),
            (
                f"UPDATE survey_case SET returned_by = {BO}, returned_at = now(),"
                f" returned_question = 'x' WHERE id = '{FREE}'",
                REFUSED,
            ),
            ("COMMENT ON ROLE proeve_aase IS 'Bo Lie'", "CREATEROLE"),
            ("SET ROLE proeve_bo", DENIED),
            ("SET SESSION AUTHORIZATION proeve_bo", DENIED),
            ("GRANT ringerunde_coordinator TO proeve_aase", "admin option"),
            ("ALTER ROLE proeve_bo PASSWORD 'x'", DENIED),
        ],
    )
    def test_by(self, team: Team, tries: str, answer: str) -> None:
        assert answer in team.psql(HERS, tries)

    def test_also_in_a_case_that_she_holds(self, team: Team) -> None:
        """How Bo's call ended stays as he left it."""
        take = f"UPDATE survey_case SET held_by = ringerunde_me() WHERE id = '{HALDEN}'"
        forged = "UPDATE call_attempt SET note = 'noe annet'"
        assert REFUSED in team.psql(HERS, undone(f"{take}; {forged}"))
        opened = f"UPDATE interview SET reopened_by = {BO}, reopened_at = now()"
        assert REFUSED in team.psql(HERS, undone(f"{take}; {opened}"))

    def test_the_trail_says_who_it_was(self, team: Team) -> None:
        """Whatever she says: the id is that of whoever has logged in."""
        says = f"SELECT set_config('ringerunde.who', {BO}::text, false)"
        wrote = f"UPDATE survey_case SET rang_back_at = now() WHERE id = '{FREE}'"
        team.psql(HERS, f"{says}; {wrote}; SELECT trail_login({BO}::text)")
        last = "SELECT who, detail FROM trail WHERE login = 'proeve_aase' ORDER BY number DESC"
        told = team.psql("proeve_turid", f"{last} LIMIT 2").splitlines()
        who = team.psql(HERS, "SELECT replace(ringerunde_me()::text, '-', '')")
        assert sorted(told) == [f"{who}|", f"{who}|{who}"]


@dataclass(frozen=True)
class Before:
    """Somebody who has worked before there was a server."""

    name: str = "Ida Øvingstad"
    login: str = "proeve_ida"


class TestWorks:
    def test_as_whoever_she_was_before_she_got_a_login(self, team: Team) -> None:
        """What was moved from a file is hers, by her name, however that is written."""
        one = Before()
        with closing(open_database(team.place("postgres"), create=False)) as owners:
            was = Round(owners).person(one.name)
            with owners.fill() as connection:
                connection.exec_driver_sql(f"DROP ROLE IF EXISTS {one.login}")
                role = "ringerunde_interviewer"
                connection.exec_driver_sql(f"CREATE ROLE {one.login} LOGIN IN ROLE {role}")
                connection.exec_driver_sql(f"COMMENT ON ROLE {one.login} IS 'Ida  ØVINGSTAD'")
        with closing(open_database(team.place(one.login), create=False)) as hers:
            now = by_login(hers)
            assert now
            assert (now.id, now.name) == (was.id, one.name)

    def test_where_somebody_rings_back_while_another_has_the_case(self, team: Team) -> None:
        """That is told whoever has it; and a call that was cut off is ended in any case."""
        with closing(open_database(team.place(HERS), create=False)) as hers:
            aase = by_login(hers)
            assert aase
            desk = Round(hers, aase, take_case(hers, FREE, aase.id, NOON))
            call = desk.dial(desk.known())
            ring_back(hers, HIS, NOON)
            release(hers, desk.lease)
            with closing(open_database(team.place("proeve_bo"), create=False)) as his:
                bo = by_login(his)
                assert bo
                take_case(his, FREE, bo.id, NOON)
            mark_end_unknown(hers, call.id)
            (ended,) = open_case(hers, FREE).attempts
            assert ended.end_unknown
            assert open_case(hers, HIS).rang_back_at == NOON

    def test_what_others_did_in_a_case_that_she_has_looked_into_and_now_takes(
        self, team: Team
    ) -> None:
        """What a server did not show her before, is no longer what there is."""
        with closing(open_database(team.place(HERS), create=False)) as hers:
            aase = by_login(hers)
            assert aase
            assert open_case(hers, HALDEN).contacts == ()
            lease = take_case(hers, HALDEN, aase.id, datetime.now(UTC))
            assert open_case(hers, HALDEN).contacts
            release(hers, lease)

    def test_at_the_end_of_a_call_in_a_case_that_another_has_completed(self, team: Team) -> None:
        """Hers was cut off; his interview is there, and what the case has come to stays so."""
        case = case_id_of(FRAME.units[-3].id)
        with closing(open_database(team.place(HERS), create=False)) as hers:
            aase = by_login(hers)
            assert aase
            desk = Round(hers, aase, take_case(hers, case, aase.id, NOON))
            call = desk.dial(desk.known())
            release(hers, desk.lease)
            with closing(open_database(team.place("proeve_bo"), create=False)) as his:
                bo = by_login(his)
                assert bo
                after = Round(his, bo, take_case(his, case, bo.id, NOON))
                after.dial(after.known())
                after.complete(after.begin(), finish(**SERVICE))
                release(his, after.lease)
            mark_end_unknown(hers, call.id)
        ended = f"SELECT end_unknown FROM call_attempt WHERE id = '{call.id}'"
        assert team.psql("postgres", ended) == "t"
