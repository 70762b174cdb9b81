"""Everything that is held about one person, wherever there can be words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from db.database import Database
from db.persons.hers import hers_in, told_of_her
from db.persons.worded import NOTES, WordedRow, worded_columns, worded_rows
from db.statements import fetch, survey_of, table_of
from db.tables import (
    AnswerRow,
    CaseRow,
    ContactBeforeRow,
    ContactRow,
    DecisionRow,
    PersonAnswerRow,
)
from schemas.language.clean import plain
from schemas.review.sought import (
    Sought,
    TellingQuestions,
    digits_of,
    leaves,
)
from schemas.surveys.survey import Survey


@dataclass(frozen=True, slots=True)
class Held:
    """A place where she is named: the row by its key, and what stands there."""

    table: str
    row: str
    column: str
    case_id: UUID | None
    unit_id: str
    words: str


@dataclass(frozen=True, slots=True)
class HeldAbout:
    """All that is held about whoever is `sought`, by the unit.

    `shared` are numbers and addresses that she has with others, such as a switchboard's: they are
    not hers.
    """

    sought: Sought
    held: tuple[Held, ...]
    shared: tuple[str, ...]

    @property
    def cases(self) -> frozenset[UUID]:
        """The cases in which she is named."""
        return frozenset(one.case_id for one in self.held if one.case_id)


def look_for(db: Database, typed: str) -> HeldAbout:
    """Everything about whoever has this name, number or address, and is known by others besides."""
    with db.read() as session:
        return held_in(session, list(worded_rows(session)), typed)


def held_in(
    session: Session, rows: list[WordedRow], typed: str, known: Sought | None = None
) -> HeldAbout:
    """The same, in rows that have been read, and with what else she is `known` by."""
    sought, shared = _known_by(survey_of(session), rows, Sought.of(typed))
    sought |= known or Sought()
    units = dict(_units(session))
    held = [
        Held(row.table.name, row.key, column, row.case_id, _unit(units, row), words)
        for row, column, words in named(rows, sought, survey_of(session).telling)
    ]
    held.sort(key=lambda one: (one.unit_id, one.table, one.row, one.column))
    return HeldAbout(sought, tuple(held), shared)


def _units(session: Session) -> Iterator[tuple[UUID, str]]:
    for row in fetch(session, select(col(CaseRow.id), col(CaseRow.unit_id))):
        yield row.id, row.unit_id


def _unit(units: Mapping[UUID, str], row: WordedRow) -> str:
    return units.get(row.case_id, "") if row.case_id else ""


def named(
    rows: list[WordedRow], sought: Sought, asked: TellingQuestions
) -> Iterator[tuple[WordedRow, str, str]]:
    """Where somebody is named, and what stands there; and what is told of her without her name.

    In notes of a case in which she is known, her first name will do.
    """
    hers = hers_in(rows, sought, asked)
    of_her = {
        row.case_id
        for row in rows
        for column in worded_columns()[row.table.name]
        if any(map(sought.is_in, leaves(row.values[column])))
    }
    for row in rows:
        for column in worded_columns()[row.table.name]:
            about = NOTES.get(row.table.name, ())
            meant = sought.is_meant if column in about and row.case_id in of_her else sought.is_in
            told = frozenset(told_of_her(row, column, hers, sought, asked))
            if words := [one for one in leaves(row.values[column]) if one in told or meant(one)]:
                yield row, column, " · ".join(words)


# ── What else she is known by ────────────────────────────────────────────────────────────────────


class Known(NamedTuple):
    """Somebody as a contact point or an interview tells of her; empty is: not known."""

    name: str
    phone: str
    email: str


def _known_by(
    survey: Survey, rows: list[WordedRow], typed: Sought
) -> tuple[Sought, tuple[str, ...]]:
    """Her name, numbers and addresses, as far as a contact point, an interview or a consent to be
    listed tells them.

    A number or an address that others have, too, is nobody's alone.
    """
    people, listed = list(persons_named_in(survey, rows)), list(_listed(survey, rows))
    told, hers = _meant(typed, people), _meant(typed, [*people, *listed])
    # On a list there may stand more beside her name, such as that of the place: it is not hers.
    names = _names(told) if told or typed.names else _names(hers)
    she = Sought(names | typed.names)
    is_one = len(names) <= 1 and all(she.is_in(one.name) for one in hers)
    if not (is_one or typed.names):  # a switchboard's: who is meant cannot be told
        return typed, tuple(sorted(typed.numbers | typed.emails))
    others = [one for one in (*people, *listed) if not she.is_in(one.name)]
    numbers, emails = _numbers(hers), _emails(hers)
    # A number where nobody is named is that of a place; an address there may well be hers.
    theirs = _numbers(others) | _emails(one for one in others if one.name)
    found = Sought(names, numbers - theirs, emails - theirs)
    return typed | found, tuple(sorted((numbers | emails) & theirs))


def _meant(typed: Sought, people: Iterable[Known]) -> list[Known]:
    return [one for one in people if one.name and any(map(typed.is_in, one))]


def _names(people: Iterable[Known]) -> frozenset[str]:
    return frozenset(plain(one.name) for one in people)


def _numbers(people: Iterable[Known]) -> frozenset[str]:
    return frozenset(digits_of(one.phone) for one in people) - {""}


def _emails(people: Iterable[Known]) -> frozenset[str]:
    return frozenset(one.email.casefold() for one in people) - {""}


def persons_known(survey: Survey, rows: Iterable[WordedRow]) -> Sought:
    """Everybody of whom contact points and interviews tell a name, by all that is told of them."""
    people = [one for one in persons_named_in(survey, rows) if one.name]
    return Sought(_names(people), _numbers(people), _emails(people))


def persons_named_in(survey: Survey, rows: Iterable[WordedRow]) -> Iterator[Known]:
    """Everybody whom contact points and interviews tell of."""
    rows = list(rows)
    for row in rows:
        if row.table in {table_of(ContactRow), table_of(ContactBeforeRow)}:
            yield Known(*(row.values[one] for one in ("person", "phone", "email")))
    yield from _respondents(survey, rows)


def _respondents(survey: Survey, rows: list[WordedRow]) -> Iterator[Known]:
    """Whoever has answered."""
    asked = survey.questionnaire.by_id.values()
    return _told(rows, {one.id: one.known_as for one in asked if one.known_as})


def _listed(survey: Survey, rows: list[WordedRow]) -> Iterator[Known]:
    """Whom everybody may call, by name: by what was answered of that, and by what was consented
    to."""
    if one := survey.parts.publishing:
        asked = {one.contact: "person", one.phone: "phone", one.email: "email"}
        yield from (told for told in _told(rows, asked) if told.name)
    for row in rows:
        if row.table is table_of(DecisionRow) and row.values["consent_contact"]:
            told = (row.values[f"consent_{one}"] for one in ("contact", "phone", "email"))
            yield Known(*(words or "" for words in told))


def _told(rows: list[WordedRow], known: Mapping[str, str]) -> Iterator[Known]:
    """What was said last to the questions that are `known` to tell this, in every interview."""
    said: dict[UUID, dict[str, tuple[int, str]]] = defaultdict(dict)
    persons = table_of(PersonAnswerRow)
    apart = {row.values["id"]: row.values["value"] for row in rows if row.table is persons}
    for row in rows:
        values = row.values
        if row.table is table_of(AnswerRow) and values["question"] in known:
            about, of = known[values["question"]], said[values["interview_id"]]
            value = apart.get(values["id"], values["value"])
            words = value if isinstance(value, str) else ""
            of[about] = max(of.get(about, (0, "")), (values["seq"], words))
    for of in said.values():
        yield Known(*(of.get(one, (0, ""))[1] for one in ("person", "phone", "email")))
