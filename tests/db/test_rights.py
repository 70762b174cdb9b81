"""A server with rights of its own: what each role may do, tried by logging in as them with psql."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import make_url

from db.call_list import states
from db.calls import update_contact
from db.case_decisions import decide_case
from db.cases import case_id_of, open_case
from db.database import Database
from db.exports.csv import write_csv
from db.interviews import load_interview, record_answer, reopen
from db.leases import release
from db.moving import move
from db.open_database import open_database
from db.people import find_person
from db.persons.erasing import erase
from db.persons.looking import look_for
from db.postgresql import make_engine
from db.problems import NoRights, NotEncrypted, Refused
from db.records import Signed
from db.review_desk import read_desk
from db.reviews import decide
from db.server.rights import statements
from db.withdrawal import withdraw
from interviewer import services
from interviewer.failures import Trouble
from interviewer.services.caller import by_login
from schemas.calls.settings import Settings
from schemas.review.consents import Consent, ConsentHow
from schemas.review.decisions import DecisionKind
from schemas.surveys.registry import survey_called
from tests.db.rounds import SERVICE, Round, finish
from tests.db.team import DENIED, FOREIGN, Team
from tests.db.world import HALDEN, NOON
from tests.support.municipalities import FRAME


def try_to_erase(db: Database, number: str) -> None:
    """Whoever has logged in erases somebody, all of it; and then it was not in earnest."""
    me = by_login(db)
    assert me
    with db.together():
        assert erase(db, Signed(uuid4(), me.id, NOON), number)
        assert look_for(db, number).held == ()
        raise Refused("not in earnest")


FREE = case_id_of(FRAME.units[-1].id)


class TestInterviewers:
    @pytest.mark.parametrize(
        ("tries", "answer"),
        [
            ("SELECT document FROM person_revision", DENIED),
            ("COPY person_revision TO STDOUT", DENIED),
            ("DELETE FROM answer_entry", DENIED),
            ("DELETE FROM contact_point", DENIED),
            ("DELETE FROM person_answer", DENIED),
            ("UPDATE person_answer SET value = '1'", DENIED),
            ("DELETE FROM decision", DENIED),
            ("UPDATE answer_entry SET value = '1'", DENIED),
            ("UPDATE revision SET completed_at = now()", DENIED),
            ("UPDATE decision SET reason = 'x'", DENIED),
            ("INSERT INTO decision (id) VALUES (gen_random_uuid())", DENIED),
            ("INSERT INTO assignment (id) VALUES (gen_random_uuid())", DENIED),
            ("UPDATE case_note SET words = 'x'", DENIED),
            ("SELECT trail_note('export', '')", DENIED),
            ("SELECT * FROM trail", DENIED),
            ("INSERT INTO trail SELECT * FROM trail", DENIED),
            ("TRUNCATE place", DENIED),
            ("UPDATE survey SET name = 'x'", DENIED),
            ("UPDATE claim_form SET comment = ''", DENIED),
            ("SET ROLE ringerunde_coordinator", DENIED),
        ],
    )
    def test_may_not(self, team: Team, tries: str, answer: str) -> None:
        """Read private notes, export, change or delete; whatever program they do it with."""
        assert answer in team.psql("proeve_aase", tries)

    def test_see_no_private_note_but_their_own(self, team: Team) -> None:
        asks = f"SELECT value FROM person_answer WHERE id = '{team.note}'"
        take = "UPDATE survey_case SET held_by = ringerunde_me() WHERE unit_id = '0101'"
        assert team.psql("proeve_aase", f"BEGIN; {take}; {asks}; ROLLBACK") == ""
        assert "Hemmelig" in team.psql("proeve_bo", f"BEGIN; {take}; {asks}; ROLLBACK")
        assert "Hemmelig" in team.psql("proeve_turid", asks)
        assert team.psql("proeve_aase", "SELECT count(*) FROM answer_entry") == "1"

    def test_export_no_contacts(self, team: Team) -> None:
        """Whom one reached is nobody's business once a case is settled; who holds it reads it."""
        people = "SELECT count(*) FROM contact_point"
        assert team.psql("proeve_aase", people) == "0"
        assert team.psql("proeve_turid", people) == "1"
        assert team.psql("proeve_aase", "COPY contact_point TO STDOUT") == ""
        assert team.psql("proeve_aase", "SELECT * FROM contact_before") == ""
        assert team.psql("proeve_aase", "SELECT phone, note FROM call_attempt") == ""
        told = team.psql("proeve_turid", "SELECT phone FROM contact_point")
        summed_up = f"SELECT count(*) FROM case_summary WHERE state LIKE '%{told}%'"
        assert team.psql("proeve_turid", summed_up) == "0"

    def test_read_who_answered_only_in_a_case_of_theirs(self, team: Team) -> None:
        """Whoever holds the case reads the name, else a coordinator alone; and what was said of the
        service everybody, in an interview that is complete, too.
        """
        said = "SELECT document FROM revision"
        assert "healthy_life_centre" in team.psql("proeve_aase", said)
        assert "Hemmelig" not in team.psql("proeve_aase", said)
        asks = "SELECT value FROM person_answer WHERE question = 'respondent_name'"
        assert team.psql("proeve_aase", asks) == ""
        assert "Anne Berg" in team.psql("proeve_turid", asks)
        with closing(open_database(team.place("proeve_aase"), create=False)) as hers:
            assert by_login(hers)
        take = "UPDATE survey_case SET held_by = ringerunde_me() WHERE unit_id = '0101'"
        assert "Anne Berg" in team.psql("proeve_aase", f"BEGIN; {take}; {asks}; ROLLBACK")

    def test_erase_nobody(self, team: Team) -> None:
        """That is for coordinators, each in her own name; and they can, all of it."""
        forged = (
            "INSERT INTO erasure SELECT gen_random_uuid(), c.id, now(), i.id, 'person', '[]'"
            " FROM survey_case AS c, interviewer AS i WHERE i.seat = 'proeve_bo' LIMIT 1"
        )
        assert "permission denied" in team.psql("proeve_aase", forged)
        assert FOREIGN in team.psql("proeve_turid", forged)
        with (
            closing(open_database(team.place("proeve_aase"), create=False)) as hers,
            pytest.raises(Trouble) as trouble,
        ):
            services.require_coordinator(hers)
        assert trouble.value.code == "R-RIGHTS"
        number = team.psql("proeve_turid", "SELECT phone FROM contact_point")
        with closing(open_database(team.place("proeve_turid"), create=False)) as hers:
            with pytest.raises(Refused):
                try_to_erase(hers, number)
            assert look_for(hers, number).held

    def test_hold_few_cases_at_a_time(self, team: Team) -> None:
        """So nobody reads the contacts of all by holding all."""
        with closing(open_database(team.place("proeve_aase"), create=False)) as hers:
            assert by_login(hers)
        take = "UPDATE survey_case SET held_by = ringerunde_me()"
        people = "SELECT count(*) FROM contact_point; ROLLBACK"
        assert team.psql("proeve_aase", f"BEGIN; {take} WHERE unit_id = '0101'; {people}") == "1"
        assert "insufficient_privilege" in team.psql("proeve_aase", take)

    def test_write_in_nobody_elses_name(self, team: Team) -> None:
        """Neither by signing as another, nor by becoming her."""
        forged = (
            "INSERT INTO answer_entry SELECT gen_random_uuid(), interview_id, 99, question, item,"
            " value, remark, informant_id, attempt_id, interviewer_id, language, at, steps_back"
            " FROM answer_entry LIMIT 1"
        )
        assert FOREIGN in team.psql("proeve_aase", forged)
        seat = "UPDATE interviewer SET seat = 'proeve_aase' WHERE seat = 'proeve_bo' RETURNING id"
        assert team.psql("proeve_aase", seat) == ""
        seated = (
            "INSERT INTO interviewer VALUES (gen_random_uuid(), 'Bo', 'proeve_bo', now(), now())"
        )
        assert FOREIGN in team.psql("proeve_aase", seated)
        held = (
            "UPDATE survey_case SET held_by = (SELECT id FROM interviewer WHERE seat = 'proeve_bo')"
        )
        assert "insufficient_privilege" in team.psql("proeve_aase", held)

    def test_work_as_ever(self, team: Team) -> None:
        """An interview in a case that is theirs, also where a note of another is the last."""
        with closing(open_database(team.place("proeve_aase"), create=False)) as hers:
            aase = by_login(hers)
            assert aase
            assert aase.name == "Åse Berg"
            desk = Round(hers, aase)
            opened = open_case(hers, HALDEN).interview
            assert opened
            kept = load_interview(hers, opened.id)
            assert kept.revision
            reopen(hers, desk.lease, opened.id, kept.revision.number, desk.now())
            record_answer(hers, desk.lease, desk.entry(opened))
            desk.complete(opened, finish(**SERVICE))
            release(hers, desk.lease)
            desk.next_case()
            known = desk.known()
            known = replace(known, person="Kari Li", dead="69289123", wrong="69289124")
            update_contact(hers, desk.lease, known)
            desk.interviewed(**SERVICE)
            assert {one.interview for one in states(hers, Settings())} == {"none", "complete"}

    def test_see_their_own_figures_and_how_far_all_have_come(self, team: Team) -> None:
        """As on a file: what they may not read is not in it, and nothing is refused."""
        with closing(open_database(team.place("proeve_bo"), create=False)) as his:
            bo = by_login(his)
            assert bo
            own = services.own_quality(his, bo, NOON)
            assert own
            assert own.id == bo.id
            who = services.Caller.of(bo, his)
            assert len(services.all_cases(his, who).cases) == len(FRAME)

    def test_export_nothing(self, team: Team, tmp_path: Path) -> None:
        with (
            closing(open_database(team.place("proeve_aase"), create=False)) as hers,
            pytest.raises(NoRights),
        ):
            write_csv(hers, tmp_path / "ut")

    def test_move_nothing(self, team: Team, tmp_path: Path) -> None:
        """It is the server that refuses, and nothing is made where all of it was to be."""
        with (
            closing(open_database(team.place("proeve_aase"), create=False)) as hers,
            pytest.raises(NoRights, match=str(team.address.database)),
        ):
            move(hers, str(tmp_path / "ut.db"), datetime.now(UTC))
        assert not (tmp_path / "ut.db").exists()

    def test_are_whom_they_logged_in_as(self, team: Team) -> None:
        """Whatever name is typed."""
        with closing(open_database(team.place("proeve_aase"), create=False)) as hers:
            sat = services.sit_down(hers, uuid4(), "Bo Lie", "et sted", NOON)
            assert sat.name == "Åse Berg"
            with pytest.raises(Trouble) as trouble:
                services.who_signs(hers, "Bo Lie", "et sted")
            assert trouble.value.code == "R-LOGIN"


class TestOthers:
    def test_coordinators_decide_in_their_own_name(self, team: Team) -> None:
        with closing(open_database(team.place("proeve_turid"), create=False)) as hers:
            turid = by_login(hers)
            assert turid
            (first, *_) = read_desk(hers, Settings()).items
            about = (first.interview.interview_id, first.interview.revision)
            decide(hers, Signed(uuid4(), turid.id, NOON), *about, DecisionKind.accepted)
            said = Consent("Anne Berg", NOON.date(), ConsentHow.phone, phone="+4769174500")
            consented = (*about, DecisionKind.consented)
            decide(hers, Signed(uuid4(), turid.id, NOON), *consented, consent=said)
            bo = find_person(hers, "Bo Lie")
            assert bo
            with pytest.raises(NoRights):
                decide(hers, Signed(uuid4(), bo.id, NOON), *about, DecisionKind.accepted)
        told = "SELECT consent_given_by FROM decision WHERE consent_how IS NOT NULL"
        assert team.psql("proeve_turid", told) == "Anne Berg"
        assert team.psql("proeve_bo", told) == ""
        assert DENIED in team.psql("proeve_turid", "DELETE FROM trail")
        assert DENIED in team.psql("proeve_turid", "UPDATE trail SET detail = ''")

    def test_coordinators_erase_also_what_another_has_decided(self, team: Team) -> None:
        """And none of them puts a decision in another's name."""
        with closing(open_database(team.place("proeve_turid"), create=False)) as hers:
            turid = by_login(hers)
            assert turid
            signed = Signed(uuid4(), turid.id, NOON)
            decide_case(hers, signed, FREE, DecisionKind.given_up, "fant ingen")
        with closing(open_database(team.place("proeve_siri"), create=False)) as hers:
            siri = by_login(hers)
            assert siri
            withdraw(hers, Signed(uuid4(), siri.id, NOON), FREE)
        bos = "(SELECT id FROM interviewer WHERE seat = 'proeve_bo')"
        assert "insufficient_privilege" in team.psql(
            "proeve_siri", f"UPDATE decision SET decided_by = {bos}"
        )

    def test_readers_see_figures_and_no_person(self, team: Team) -> None:
        assert team.psql("proeve_leif", "SELECT count(*) FROM survey_case") == str(len(FRAME))
        for table in ("contact_point", "answer_entry", "revision", "interviewer", "trail"):
            assert DENIED in team.psql("proeve_leif", f"SELECT * FROM {table}")
        assert DENIED in team.psql("proeve_leif", "SELECT note FROM call_attempt")
        assert DENIED in team.psql("proeve_leif", "UPDATE survey_case SET held_by = NULL")

    def test_the_trail_names_the_login(self, team: Team) -> None:
        """The server's own word for who it was: nobody can say another."""
        named = "SELECT DISTINCT login FROM trail WHERE table_name = 'answer_entry'"
        assert "proeve_bo" in team.psql("proeve_turid", named)


class TestReached:
    @pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
    def test_over_a_network_only_encrypted(self, mode: str) -> None:
        pytest.importorskip("psycopg", exc_type=ImportError)
        with pytest.raises(NotEncrypted):
            make_engine(make_url(f"postgresql://aase@db.example.no/runde?sslmode={mode}"))
        engine = make_engine(make_url("postgresql://aase@db.example.no/runde"))
        assert engine.url.query["sslmode"] == "require"

    @pytest.mark.parametrize("asked", ["hostaddr=192.0.2.7", "service=runde", "host=db.example.no"])
    def test_also_where_the_address_says_otherwise_than_its_host(
        self, asked: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where libpq goes decides, whether the address says so or the environment."""
        pytest.importorskip("psycopg", exc_type=ImportError)
        host = "" if asked.startswith("host=") else "localhost"
        with pytest.raises(NotEncrypted):
            make_engine(make_url(f"postgresql://aase@{host}/runde?{asked}&sslmode=disable"))
        option, _, value = asked.partition("=")
        monkeypatch.setenv(f"PG{option.upper()}", value)
        with pytest.raises(NotEncrypted):
            make_engine(make_url(f"postgresql://aase@{host}/runde?sslmode=prefer"))
        engine = make_engine(make_url(f"postgresql://aase@{host}/runde"))
        assert engine.url.query["sslmode"] == "require"

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", ""])
    def test_on_this_machine_as_it_is(self, host: str) -> None:
        pytest.importorskip("psycopg", exc_type=ImportError)
        assert "sslmode" not in make_engine(make_url(f"postgresql://aase@{host}/runde")).url.query


class TestGivingOneselfCases:
    """A coordinator gives them, unless the survey lets interviewers take them."""

    def test_is_for_a_survey_to_allow(self) -> None:
        survey = survey_called("municipal-services-2015")
        grant = "GRANT INSERT ON assignment TO ringerunde_interviewer"
        assert grant not in set(statements(survey))
        assert grant in set(statements(replace(survey, interviewers_take=True)))

    def test_is_for_oneself_alone(self) -> None:
        told = " ".join(statements(survey_called("municipal-services-2015")))
        assert "given_by = ringerunde_me() AND given_to = ringerunde_me()" in told
