"""What was claimed in an earlier phase.

claims  one row for each form, in surveys that had one
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from db.exports.fields import DAY, Field, coded, unit
from schemas.frame.frame import Frame
from schemas.language.text import Text, capital
from schemas.review.claim_forms import ClaimForm
from schemas.review.claims import Claim
from schemas.review.classes import Class
from schemas.review.earlier_phase import EarlierPhase

EACH_CLAIM: Final = Text(
    "én rad per skjema fra den tidligere fasen",
    nn="éi rad per skjema frå den tidlegare fasen",
    en="one row per form of the earlier phase",
)
CLAIM: Final = Text(
    "Oppgitt i den tidligere fasen",
    nn="Oppgitt i den tidlegare fasen",
    en="Reported in the earlier phase",
)


def name_of(code: Class | Claim | None) -> str | None:
    """The slug of a code, if there is one."""
    return code.name if code else None


class Claimed(NamedTuple):
    """A form of an earlier phase, and what it comes to."""

    form: ClaimForm
    claim: Claim | None


def claim_fields(earlier: EarlierPhase, frame: Frame) -> tuple[Field[Claimed], ...]:
    """The columns of a form, each answer under the name that it has in the forms' own file."""
    return (
        *unit(frame, lambda one: one.form.unit_id),
        Field(
            "answered_on",
            Text("Besvart", nn="Svart på", en="Answered on"),
            lambda one: one.form.answered_on,
            DAY,
        ),
        coded("claim", CLAIM, lambda one: name_of(one.claim), earlier.claims),
        *_answers(earlier),
        *_partners(earlier),
        Field(
            "comment", Text("Kommentar", nn="Kommentar", en="Comment"), lambda one: one.form.comment
        ),
    )


def _answers(earlier: EarlierPhase) -> Iterator[Field[Claimed]]:
    for question, (column, codes) in earlier.form.questions.items():

        def answer(one: Claimed, question: str = question) -> str | None:
            given = one.form.answers.get(question)
            return given.name if given else None

        yield coded(column, capital(Text(column)), answer, codes)


def _partners(earlier: EarlierPhase) -> Iterator[Field[Claimed]]:
    if column := earlier.form.partners:
        label = capital(Text(column.replace("_", " ")))
        yield Field(column, label, lambda one: " ".join(one.form.partners))
