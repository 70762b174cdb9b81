"""The case file: what every unit has come to, and at what cost.

cases  one row for each unit of the sample, interviewed or not
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from typing import Final, NamedTuple

from db.exports.call_tables import AAPOR, OUTCOME
from db.exports.claim_table import CLAIM, name_of
from db.exports.decision_table import DECIDED_BY, DECISION
from db.exports.export_tables import AT, DECIDED, REASON
from db.exports.fields import (
    MOMENT,
    WHOLE,
    YES_NO,
    Field,
    coded,
    person,
    unit,
)
from db.exports.record_sources import AppointmentMade
from schemas.calls.outcome_rows import Category
from schemas.calls.outcomes import Outcome
from schemas.frame.frame import Frame
from schemas.frame.units import Unit
from schemas.language.text import Text, capital
from schemas.questionnaire.types.spelling import ColumnType
from schemas.review.decisions import Decision, DecisionKind, Standing
from schemas.review.earlier_phase import EarlierPhase
from schemas.review.followed import AppointmentOutcome, Appointments, Followed
from schemas.surveys.survey import Survey

EACH_CASE: Final = Text(
    "saksfilen: én rad per enhet i utvalget, intervjuet eller ikke",
    nn="saksfila: éi rad per eining i utvalet, intervjua eller ikkje",
    en="the case file: one row per unit of the sample, interviewed or not",
)


class CaseLine(NamedTuple):
    """One case: what it has come to, its calls, what was decided, and how appointments went.

    The decision is the one that counts: about the case, or else about the class.
    """

    unit: Unit
    followed: Followed
    standing: Standing
    decision: Decision | None
    reason: str
    decided_by: tuple[int, str] | None
    appointments: Appointments

    @property
    def outcome(self) -> Outcome | None:
        """What the case has come to."""
        return self.followed.state.outcome

    @property
    def has(self) -> bool | None:
        """Whether the unit has or shares what is looked for; None while nobody knows."""
        found = self.followed.finding
        return None if found is None or found.is_undecided else found.has_any

    @property
    def seconds(self) -> int:
        """How long we have talked."""
        return round(self.followed.talked.total_seconds())


NONE_AGREED: Final = Appointments(0, 0, 0)


def appointments_of(agreed: Iterable[AppointmentMade]) -> Mapping[str, Appointments]:
    """How they went, by unit; what was called off or moved in time is not counted."""
    went: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in agreed:
        went[one.unit_id][_outcome(one).went()] += 1
    return {
        unit: Appointments(one["open"], one["kept"], one["missed"]) for unit, one in went.items()
    }


def _outcome(one: AppointmentMade) -> AppointmentOutcome:
    ends = one.due + timedelta(minutes=one.minutes)
    return AppointmentOutcome(ends, one.closed_at, one.closed_how == "kept")


def case_fields(survey: Survey, frame: Frame) -> tuple[Field[CaseLine], ...]:
    """The columns of a case."""
    return (
        *unit(frame, lambda case: case.unit.id),
        Field(
            "kind",
            Text("Hva slags enhet", nn="Kva slags eining", en="Kind of unit"),
            lambda case: case.unit.kind.id,
        ),
        Field(
            "counts_as",
            Text(
                "Enheten den telles som",
                nn="Eininga ho blir talt som",
                en="The unit that it is counted as",
            ),
            lambda case: case.unit.counts_as,
        ),
        *_size(survey),
        coded("outcome", OUTCOME, lambda case: case.outcome and case.outcome.name, Outcome),
        Field("aapor", AAPOR, lambda case: case.outcome.aapor if case.outcome else None),
        coded(
            "category",
            Text("Gruppe i AAPORs formler", nn="Gruppe i AAPOR-formlane", en="AAPOR category"),
            lambda case: case.followed.category.name,
            Category,
        ),
        Field(
            "settled",
            Text("Saken er avsluttet", nn="Saka er avslutta", en="Nobody has to call again"),
            lambda case: case.followed.is_settled,
            YES_NO,
        ),
        Field(
            "settled_at",
            Text("Avsluttet (UTC)", nn="Avslutta (UTC)", en="Settled (UTC)"),
            lambda case: case.followed.settled_at,
            MOMENT,
        ),
        coded("class", CLASS, lambda case: name_of(case.followed.finding), survey.classes),
        *(_has(survey) if survey.classes.are_told_apart() else ()),
        *_decided(survey),
        *(_shared() if survey.sharing else ()),
        *(_claimed(survey.earlier) if survey.earlier else ()),
        *_cost(),
    )


CLASS: Final = Text(
    "Klassen som gjelder (tom: ikke kjent ennå)",
    nn="Klassen som gjeld (tom: ikkje kjend enno)",
    en="The class that counts (blank: not known yet)",
)


def _has(survey: Survey) -> Iterator[Field[CaseLine]]:
    """Where every class has it, there is nothing to tell."""
    form = Text(
        "har eller deler {a_sought} (tom: ikke kjent eller ikke bestemt)",
        nn="har eller deler {a_sought} (tom: ikkje kjent eller ikkje bestemt)",
        en="has or shares {a_sought} (blank: not known, or not decided)",
    )
    yield Field("has", capital(survey.put(form)), lambda case: case.has, YES_NO)


def _size(survey: Survey) -> Iterator[Field[CaseLine]]:
    if size := survey.frame.size:
        yield Field("size", capital(size.counted), lambda case: case.unit.size, WHOLE)


def _decided(survey: Survey) -> tuple[Field[CaseLine], ...]:
    return (
        coded("decision", DECISION, lambda case: _kind(case.decision), DecisionKind),
        coded("decision_class", DECIDED, lambda case: name_of(case.standing.klass), survey.classes),
        Field("decision_reason", REASON, lambda case: case.reason),
        Field("decided_at", AT, lambda case: case.decision.at if case.decision else None, MOMENT),
        *person(
            "decided_by",
            DECIDED_BY,
            lambda case: case.decided_by[0] if case.decided_by else None,
            lambda case: case.decided_by[1] if case.decided_by else None,
        ),
    )


def _kind(decision: Decision | None) -> str | None:
    return decision.kind.name if decision else None


def _shared() -> tuple[Field[CaseLine], ...]:
    label = Text("Dekket av enheten", nn="Dekt av eininga", en="Covered by the unit")
    return (Field("covered_by_unit", label, lambda case: case.standing.covered_by),)


def _claimed(earlier: EarlierPhase) -> tuple[Field[CaseLine], ...]:
    return (
        coded("claim", CLAIM, lambda case: name_of(case.followed.claim), earlier.claims),
        coded(
            "difference",
            Text("Hvorfor funnet avviker", nn="Kvifor funnet avvik", en="Why the finding differs"),
            lambda case: case.followed.reason.name if case.followed.reason else None,
            earlier.differences,
        ),
    )


def _cost() -> tuple[Field[CaseLine], ...]:
    return (
        Field(
            "attempts",
            Text("Oppringninger", nn="Oppringingar", en="Call attempts"),
            lambda case: case.followed.state.attempts,
            WHOLE,
        ),
        Field(
            "untimed",
            Text(
                "Oppringninger uten kjent varighet",
                nn="Oppringingar utan kjend varigheit",
                en="Call attempts of unknown length",
            ),
            lambda case: case.followed.state.attempts - case.followed.timed,
            WHOLE,
        ),
        Field(
            "seconds",
            Text("Sekunder i telefonen", nn="Sekund i telefonen", en="Seconds on the telephone"),
            lambda case: case.seconds,
            WHOLE,
        ),
        Field(
            "minutes",
            Text("Minutter i telefonen", nn="Minutt i telefonen", en="Minutes on the telephone"),
            lambda case: f"{case.seconds / 60:.2f}",
            ColumnType.decimal,
        ),
        Field(
            "first_call",
            Text("Første oppringning (UTC)", nn="Første oppringing (UTC)", en="First call (UTC)"),
            lambda case: case.followed.begun_at,
            MOMENT,
        ),
        Field(
            "last_call",
            Text("Siste oppringning (UTC)", nn="Siste oppringing (UTC)", en="Last call (UTC)"),
            lambda case: case.followed.rung_at,
            MOMENT,
        ),
        Field(
            "appointments_kept",
            Text("Avtaler som ble holdt", nn="Avtalar som vart haldne", en="Appointments kept"),
            lambda case: case.appointments.kept,
            WHOLE,
        ),
        Field(
            "appointments_missed",
            Text(
                "Avtaler som ikke ble holdt, uten dem som står åpne",
                nn="Avtalar som ikkje vart haldne, utan dei som står opne",
                en="Appointments missed, without open ones",
            ),
            lambda case: case.appointments.missed,
            WHOLE,
        ),
        Field(
            "appointment_open",
            Text("Har en åpen avtale", nn="Har ein open avtale", en="Has an open appointment"),
            lambda case: case.appointments.open > 0,
            YES_NO,
        ),
    )
