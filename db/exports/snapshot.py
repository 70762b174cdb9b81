"""All that an export needs, as it was at one moment, without keeping anybody waiting.

Rows are read where a table asks for them, as often as it does, and none is kept: how many there are
makes no difference to the memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import func, select
from sqlmodel import Session

from db.claim_forms import claim_forms_in, claim_in
from db.coding import codes_in, coding_of
from db.compared import CasesAtOnce, cases_at_once
from db.engine import Database
from db.exports import record_sources, sources
from db.exports.claim_table import Claimed
from db.stamp import DataStamp, stamp_in
from db.statements import AT_ONCE, Finds, fetch, reads_of
from schemas.calls.settings import Settings
from schemas.questionnaire.questionnaire import Questionnaire
from schemas.review.coding.answers import Coding
from schemas.review.coding.open_codes import Codes

Row = TypeVar("Row", bound=tuple[Any, ...])


class Found(Generic[Row]):
    """The rows of a statement; whoever goes through them again reads them again."""

    def __init__(self, session: Session, kind: type[Row], statement: Finds) -> None:
        self._session, self._statement = session, statement
        self._make: Callable[[Iterable[Any]], Row] = partial(tuple.__new__, kind)

    def __iter__(self) -> Iterator[Row]:
        streamed = self._statement.execution_options(yield_per=AT_ONCE)
        for rows in self._session.connection().execute(streamed).partitions():
            yield from map(self._make, rows)

    @cached_property
    def count(self) -> int:
        """How many there are."""
        rows = select(func.count()).select_from(self._statement.order_by(None).subquery())
        return int(self._session.connection().execute(rows).scalar_one())


class _Rows(Generic[Row]):
    """The rows of one kind that a snapshot has: told what they are, and read when asked for."""

    def __init__(self, kind: type[Row], statement: Callable[[Snapshot], Finds]) -> None:
        self._kind, self._statement = kind, statement

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, taken: Snapshot, _: object = None) -> Found[Row]:
        found = Found(taken.session, self._kind, self._statement(taken))
        vars(taken)[self._name] = found
        return found


class CodingNoted(NamedTuple):
    """What was said last of the codes of an answer, and by whom."""

    coding: Coding
    coder: int
    coder_name: str


class Snapshot:
    """What the tables are made of, at one moment; who answered is read only with contacts.

    `typed` is all that was answered, and `typed_so_far` what of it is in interviews that have only
    been `begun`.
    """

    session: Session
    asked: type[Questionnaire]
    with_contacts: bool

    finished = _Rows(
        sources.Finished,
        lambda taken: sources.finished(taken.asked, contacts=taken.with_contacts),
    )
    remarks = _Rows(sources.RemarkRow, lambda taken: sources.remarks(taken.asked))
    calls = _Rows(sources.CallRow, lambda _: sources.calls())
    redirects = _Rows(sources.Referral, lambda _: sources.redirects())
    contacts = _Rows(sources.Contact, lambda _: sources.contacts())
    decisions = _Rows(record_sources.DecisionMade, lambda _: record_sources.decisions())
    appointments = _Rows(record_sources.AppointmentMade, lambda _: record_sources.appointments())
    undone = _Rows(record_sources.DeedUndone, lambda _: record_sources.undone())
    openings = _Rows(record_sources.OpeningTold, lambda _: record_sources.openings())
    assignments = _Rows(record_sources.CaseGiven, lambda _: record_sources.assignments())
    notes = _Rows(record_sources.CaseNoted, lambda _: record_sources.notes())
    begun = _Rows(record_sources.Begun, lambda taken: record_sources.begun(taken.asked))
    typed = _Rows(
        record_sources.Typed,
        lambda taken: record_sources.typed(taken.asked, contacts=taken.with_contacts),
    )
    typed_so_far = _Rows(
        record_sources.Typed,
        lambda taken: record_sources.typed(
            taken.asked, contacts=taken.with_contacts, only_begun=True
        ),
    )
    confirmed = _Rows(record_sources.Noted, lambda taken: record_sources.confirmed(taken.asked))
    revealed = _Rows(record_sources.Noted, lambda taken: record_sources.revealed(taken.asked))
    completed = _Rows(record_sources.Noted, lambda taken: record_sources.completed(taken.asked))

    def __init__(
        self, session: Session, db: Database, settings: Settings, *, contacts: bool
    ) -> None:
        self.frame = db.frame
        self.session, self.asked = session, db.survey.questionnaire
        self.with_contacts, self._settings = contacts, settings

    @cached_property
    def steps_back(self) -> Sequence[record_sources.SteppedBack]:
        """The steps back that no answer followed."""
        return record_sources.steps_back(self.session, self.asked)

    @cached_property
    def record(self) -> CasesAtOnce:
        """What every case has come to."""
        return cases_at_once(reads_of(self.session), self._settings)

    @cached_property
    def forms(self) -> Sequence[Claimed]:
        """What the units said in an earlier phase."""
        reads = reads_of(self.session)
        forms = claim_forms_in(reads).values()
        return [Claimed(form, claim_in(reads.survey, form)) for form in forms]

    @cached_property
    def codes(self) -> Codes:
        """The codes that answers are put under."""
        return codes_in(self.session)

    @cached_property
    def codings(self) -> Mapping[str, Mapping[tuple[str, int | None], CodingNoted]]:
        """The latest of every answer, by interview, then by question and item."""
        found: dict[str, dict[tuple[str, int | None], CodingNoted]] = {}
        for row in fetch(self.session, sources.codings()):
            coding = coding_of(row)
            noted = CodingNoted(coding, row.number, row.name)
            found.setdefault(row.interview, {})[coding.question, coding.item] = noted
        return found

    @cached_property
    def stamp(self) -> DataStamp:
        """Which database it was, and when."""
        return stamp_in(self.session)


@contextmanager
def snapshot(db: Database, settings: Settings, *, contacts: bool = False) -> Iterator[Snapshot]:
    """What there is now; who answered only with `contacts`."""
    with db.moment() as session:
        yield Snapshot(session, db, settings, contacts=contacts)
