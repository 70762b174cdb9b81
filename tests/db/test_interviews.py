"""The interview: stored answer by answer, frozen when complete."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlmodel import col

from db.cases import open_case
from db.database import Database
from db.interviews import (
    change_language,
    complete,
    confirm_check,
    keep_place,
    load_interview,
    record_answer,
    reopen,
)
from db.problems import InterviewChanged, NotFound, Unexpected, Unstorable
from db.records import Place, Stored
from db.tables import RevisionRow
from tests.db.world import HALDEN, NOON, World

STORED = [
    "yes",
    ["a", "b"],
    [],
    0,
    True,
    "2.5",
    "",
    None,
    {"missing": "dont_know"},
    {"items": [1, 3], "complete": True},
    "Bø, Ål og Čáhput – «sitat» 🙂",
    "linje\nskift\ttab \\u0000 [/] =1+1",
]


class TestBeginning:
    def test_an_interview_belongs_to_its_case(self, world: World) -> None:
        """The questionnaire it was begun with is remembered, and whoever began it."""
        interview = world.interview()
        assert open_case(world.db, HALDEN).interview == interview
        assert (interview.started_by, interview.open) == (world.aase.id, True)

    def test_there_is_only_one_per_questionnaire(self, world: World) -> None:
        """Beginning again, after a crash or a lost reply, continues the first."""
        first = world.interview()
        assert world.interview() == first

    def test_the_language_may_change_on_the_way(self, world: World) -> None:
        """The respondent asks for nynorsk."""
        interview = world.interview()
        change_language(world.db, world.lease, interview.id, "nn")
        loaded = load_interview(world.db, interview.id)
        assert loaded.interview == replace(interview, language="nn")


class TestAnswers:
    @pytest.mark.parametrize("value", STORED, ids=repr)
    def test_come_back_as_they_were(self, world: World, value: Stored) -> None:
        """Codes, lists, numbers, texts, nothing and the missing states, without loss."""
        entry = world.entry(world.interview(), value=value)
        record_answer(world.db, world.lease, entry)
        (stored,) = load_interview(world.db, entry.interview_id).entries
        assert stored == entry
        assert type(stored.value) is type(value)

    def test_remember_who_said_it_in_which_call(self, world: World) -> None:
        """Informant, call, interviewer, language, item and remark stay with the answer."""
        contact = world.known()
        call = world.dial(contact)
        entry = replace(
            world.entry(world.interview(), "offer_name", "Friskliv"),
            item=2,
            remark="sier hun er ny",
            informant_id=contact.id,
            attempt_id=call.id,
            language="nn",
        )
        record_answer(world.db, world.lease, entry)
        assert load_interview(world.db, entry.interview_id).entries == (entry,)

    def test_are_kept_in_the_order_given(self, world: World) -> None:
        """A changed answer comes after the old one, which is still there."""
        interview = world.interview()
        given = [world.entry(interview, "fte", str(n)) for n in range(12)]
        for entry in given:
            record_answer(world.db, world.lease, entry)
        assert load_interview(world.db, interview.id).entries == tuple(given)

    def test_are_stored_once(self, world: World) -> None:
        """The reply to a commit was lost and the answer is sent again: one row."""
        interview = world.interview()
        first, second = world.entry(interview), world.entry(interview)
        for entry in (first, second, first):
            record_answer(world.db, world.lease, entry)
        assert load_interview(world.db, interview.id).entries == (first, second)

    def test_time_is_kept_as_utc(self, world: World) -> None:
        """Twelve in Oslo is eleven in UTC, on both databases."""
        oslo = timezone(timedelta(hours=1))
        noon = datetime(2015, 3, 2, 12, 0, 0, 123456, tzinfo=oslo)
        entry = replace(world.entry(world.interview()), at=noon)
        record_answer(world.db, world.lease, entry)
        (stored,) = load_interview(world.db, entry.interview_id).entries
        assert stored.at == noon
        assert (stored.at.hour, stored.at.utcoffset()) == (11, timedelta(0))

    def test_a_time_without_zone_is_refused(self, world: World) -> None:
        """A naive time is a mistake of ours: it is never stored."""
        entry = replace(world.entry(world.interview()), at=datetime(2015, 3, 2))  # noqa: DTZ001
        with pytest.raises(Unexpected, match="TypeError"):
            record_answer(world.db, world.lease, entry)

    @pytest.mark.parametrize("remark", ["a\0b", "halv \ud83d"], ids=["NUL", "surrogate"])
    def test_characters_no_database_takes_are_refused_on_both(
        self, world: World, remark: str
    ) -> None:
        """SQLite would take a NUL and PostgreSQL not: refused alike, without showing the text."""
        entry = replace(world.entry(world.interview()), remark=remark)
        with pytest.raises(Unstorable) as refused:
            record_answer(world.db, world.lease, entry)
        assert "halv" not in str(refused.value)
        assert load_interview(world.db, entry.interview_id).entries == ()

    def test_what_comes_behind_one_that_is_refused_is_whole_or_not_at_all(
        self, world: World
    ) -> None:
        """An answer is a transaction by itself, and leaves no line on which all others are."""
        interview = world.interview()
        halved = replace(world.entry(interview), remark="halv \ud83d")
        with pytest.raises(Unstorable):
            record_answer(world.db, world.lease, halved)
        with suppress(Unstorable), world.db.together():
            confirm_check(world.db, world.lease, world.confirmation(interview))
            record_answer(world.db, world.lease, halved)
        assert load_interview(world.db, interview.id).confirmations == ()

    @settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
    def test_any_text_survives(self, world: World, text: str) -> None:
        """Whatever a person can type is read back unchanged, as value and as remark."""
        entry = replace(world.entry(world.interview(), value=text), remark=text)
        record_answer(world.db, world.lease, entry)
        stored = load_interview(world.db, entry.interview_id).entries[-1]
        assert (stored.value, stored.remark) == (text, text)


class TestConfirmedChecks:
    def test_reason_and_evidence_are_kept_once(self, world: World) -> None:
        """Why an odd answer stands, and what it was judged on."""
        interview = world.interview()
        why = world.confirmation(interview)
        confirm_check(world.db, world.lease, why)
        confirm_check(world.db, world.lease, why)
        assert load_interview(world.db, interview.id).confirmations == (why,)


class TestThePlace:
    def test_is_overwritten(self, world: World) -> None:
        """Only the last place counts, with what was half typed there."""
        interview = world.interview()
        for draft in ("F", "Fr", "Fri"):
            last = Place(interview.id, "service_name", None, draft, world.now())
            keep_place(world.db, world.lease, last)
        assert load_interview(world.db, interview.id).place == last

    def test_is_not_an_answer(self, world: World) -> None:
        """A draft never shows up among the answers."""
        interview = world.interview()
        keep_place(world.db, world.lease, Place(interview.id, "fte", 1, "4", NOON))
        assert load_interview(world.db, interview.id).entries == ()


def frozen(db: Database, revision: UUID) -> object:
    """The document of a revision, which only a coordinator reads."""
    with db.read() as session:
        wanted = select(col(RevisionRow.document)).where(col(RevisionRow.id) == revision)
        return session.connection().execute(wanted).scalar()


class TestCompleting:
    def finish(self, world: World, db: Database, document: Stored = None) -> int:
        """Complete Halden's interview; the number of its revision."""
        interview = world.interview()
        classification: Stored = {"class": "service", "reasons": ["a"], "needs_look": False}
        at = world.now()
        complete_it = partial(
            complete, db, world.lease, uuid4(), interview.id, document, classification, at
        )
        revision = complete_it()
        assert complete_it() == revision  # the reply was lost, and it is sent again
        assert (frozen(db, revision.id), revision.classification) == (document, classification)
        assert (revision.completed_at, revision.completed_by) == (at, world.aase.id)
        return revision.number

    def test_freezes_the_document_and_forgets_the_draft(self, world: World) -> None:
        """The interview is closed; the frozen document is what exports read."""
        interview = world.interview()
        keep_place(world.db, world.lease, Place(interview.id, "fte", 1, "4", NOON))
        assert self.finish(world, world.db, {"consent": "yes", "fte": None}) == 1
        loaded = load_interview(world.db, interview.id)
        assert (loaded.interview.open, loaded.place) == (False, None)
        assert loaded.revision is not None
        assert frozen(world.db, loaded.revision.id) == {"consent": "yes", "fte": None}

    def test_a_reopened_interview_gets_a_new_revision(self, world: World) -> None:
        """The old revision stays; the new one has the next number."""
        interview = world.interview()
        assert self.finish(world, world.db) == 1
        reopen(world.db, world.lease, interview.id, 1, NOON)
        record_answer(world.db, world.lease, world.entry(interview))
        assert self.finish(world, world.db) == 2

    def test_is_reopened_as_it_was_read(self, world: World) -> None:
        """However often; but not when somebody has completed it anew since."""
        interview = world.interview()
        self.finish(world, world.db)
        for _ in range(2):
            reopen(world.db, world.lease, interview.id, 1, NOON)
        assert self.finish(world, world.db) == 2
        with pytest.raises(InterviewChanged):
            reopen(world.db, world.lease, interview.id, 1, NOON)
        assert not load_interview(world.db, interview.id).interview.open

    def test_only_our_own_interview_can_be_reopened(self, world: World) -> None:
        """An interview that does not exist, or of another case, is not found."""
        with pytest.raises(NotFound, match="intervjuet"):
            reopen(world.db, world.lease, uuid4(), 1, NOON)
        with pytest.raises(NotFound, match="intervjuet"):
            load_interview(world.db, uuid4())


class TestLoading:
    def test_takes_one_query_per_table(self, world: World, queries: list[str]) -> None:
        """However many answers there are."""
        interview = world.interview()
        for n in range(30):
            record_answer(world.db, world.lease, world.entry(interview, value=n))
        queries.clear()
        load_interview(world.db, interview.id)
        assert len(queries) == 5
