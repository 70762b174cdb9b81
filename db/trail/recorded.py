"""Which tables the trail follows, and what it sees of a row, in the SQL of either engine."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final


@dataclass(frozen=True, slots=True)
class Recorded:
    """A table that is followed: its key, and the columns that count."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    ids: frozenset[str]
    """Columns with ids that we have made: a server writes them with dashes, and we without."""
    passing: tuple[str, ...]
    """Columns that come and go and tell nothing."""
    moments: tuple[str, ...]
    """Columns with moments."""

    def row(self, of: str) -> str:
        """The key of a row, as one text, the same on either engine."""
        return " || '/' || ".join(self._text(f"{of}.{name}", name) for name in self.key)

    def case(self, of: str) -> str:
        """The case that a row belongs to, as a text; empty where it belongs to none."""
        if self.name == "survey_case":
            return _id(f"{of}.id")
        if "case_id" in self.ids:
            return f"coalesce({_id(f'{of}.case_id')}, '')"
        if "interview_id" in self.ids:
            found = f"SELECT {_id('i.case_id')} FROM interview AS i WHERE i.id = {of}."
            return f"coalesce(({found}interview_id), '')"
        return "''"

    def _text(self, column: str, name: str) -> str:
        return _id(column) if name in self.ids else f"CAST({column} AS text)"

    def content(self, of: str, dialect: str) -> str:
        """All that counts in a row, as one text."""
        if dialect == "sqlite":
            return f"json_array({', '.join(f'{of}.{name}' for name in self.columns)})"
        without = ", ".join(f"'{name}'" for name in self.passing)
        return f"CAST(to_jsonb({of}) - ARRAY[{without}]::text[] AS text)"

    def among(self, there: Collection[str]) -> Recorded:
        """As it was followed where these columns are there: new ones have come anywhere, and what
        has gone since was the last.
        """
        kept = [one for one in self.columns if one in there]
        gone = [one for one in there if one not in {*self.columns, *self.passing}]
        return replace(self, columns=(*kept, *gone))


def _id(column: str) -> str:
    return f"replace(CAST({column} AS text), '-', '')"


_DECLARED: Final = """\
answer_entry = *id:id interview_id:id seq question item value remark informant_id:id
    attempt_id:id interviewer_id:id language at:at steps_back
appointment = *id:id case_id:id due:at minutes kind contact_id:id note only_with:id made_by:id
    made_at:at closed_at:at closed_how
assignment = *id:id case_id:id number given_to:id given_by:id at:at
call_attempt = *id:id case_id:id number contact_id:id phone interviewer_id:id started_at:at
    ended_at:at end_unknown outcome note seconds
case_note = *id:id case_id:id number words written_by:id at:at
check_confirmation = *id:id interview_id:id number check_id item reason evidence
    interviewer_id:id at:at
claim_form = *case_id:id answered_on answers partners comment imported_at:at
claim_reveal = *id:id interview_id:id claim shown_at:at interviewer_id:id reason note at:at
codebook = *fingerprint name version content
coding = *id:id interview_id:id question item said codes coded_by:id at:at
conflict = *case_id:id *kind content found_at:at settled_at:at settled_by:id
contact_before = *case_id:id *number contact_id:id because:id department department_name person
    role phone email source knows retired_at:at retired_why dead wrong moved_up_at:at
contact_point = *id:id case_id:id department department_name person role phone email source
    knows created_at:at retired_at:at retired_why dead wrong moved_up_at:at
covered_proposal = *case_id:id *by_case_id:id *source
decision = *id:id case_id:id number kind at:at decided_by:id reason interview_id:id revision
    klass question item by_case_id:id consent_given_by consent_given_on consent_how
    consent_contact consent_phone consent_email consent_url
erasure = *id:id case_id:id at:at erased_by:id why places
hand_out = *id:id interviewer_id:id at:at until:at back_at:at
handed_case = *hand_out_id:id *case_id:id
interview = *id:id case_id:id questionnaire version fingerprint language started_at:at
    started_by:id open reopened_at:at reopened_by:id steps_back
interviewer = *id:id name seat seated_at:at created_at:at
open_code = *id:id code_id:id question label joined_to:id said_by:id at:at
opening = *id:id interview_id:id question fingerprint version language at:at read_by:id
person_answer = *id:id interview_id:id question value
person_revision = *id:id interview_id:id document public
redirect = *id:id case_id:id number attempt_id:id from_id:id to_id:id how said at:at
retention = *id:id until said_by:id at:at
revision = *id:id interview_id:id number answers version fingerprint document classification
    completed_at:at completed_by:id
survey = *name part:id practice
survey_case = *id:id unit_id held_by:id lease_token -lease_expires_at:at rang_back_at:at
    returned_at:at returned_by:id returned_question
undone = *id:id case_id:id number kind deed_id:id undone_by:id at:at outcome note ended_at:at
    seconds
unit = *id name kind group_id other_names size language_form more
"""
"""As the tables are declared (`db.tables`): a `*` is before what is of the key, a `-` before what
passes; ids and moments are called so.  Here once more, for a file to be read without what the
tables take to load.
"""


@cache
def recorded() -> tuple[Recorded, ...]:
    """Every table that is followed."""
    return tuple(_tables())


def _tables() -> Iterator[Recorded]:
    for told in _DECLARED.replace("\n    ", " ").splitlines():
        name, _, declared = told.partition(" = ")
        columns = [one.partition(":") for one in declared.split()]
        names = [column.lstrip("*-") for column, _, _ in columns]
        passing = tuple(column[1:] for column, _, _ in columns if column.startswith("-"))
        yield Recorded(
            name=name,
            key=tuple(column[1:] for column, _, _ in columns if column.startswith("*")),
            columns=tuple(one for one in names if one not in passing),
            ids=frozenset(
                one for one, (_, _, kind) in zip(names, columns, strict=True) if kind == "id"
            ),
            passing=passing,
            moments=tuple(
                one for one, (_, _, kind) in zip(names, columns, strict=True) if kind == "at"
            ),
        )
