"""What the call list needs: appointments, phase one beside phase two, who rang back."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

CLAIMS: dict[str, dict[str, str | None]] = {
    "service": {"offers": "ja", "organisation": "senter"},
    "offers_only": {"offers": "ja", "organisation": "ikke_felles"},
    "none": {"offers": "nei", "organisation": None},
}
"""A claim that was noted without its form, as the likeliest form that makes it."""

NOTICE = "Overført fra en eldre database, der bare påstanden var notert; les inn fila på nytt."


def upgrade() -> None:
    """Add what is new; a claim moves into the form of phase one, which it follows from."""
    _appointment()
    _phase_one()
    _covered_proposal()
    _claim_reveal()
    _move_claims()
    _survey_case()


def _appointment() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), sa.ForeignKey("contact_point.id"), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("only_with", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=True),
        sa.Column("made_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_how", sa.Text(), nullable=True),
    )
    for column in ("case_id", "contact_id", "made_by", "only_with"):
        op.create_index(f"ix_appointment_{column}", "appointment", [column])
    still_open = sa.text("closed_at IS NULL")
    op.create_index(
        "ix_appointment_open",
        "appointment",
        ["case_id"],
        unique=True,
        sqlite_where=still_open,
        postgresql_where=still_open,
    )


def _phase_one() -> None:
    op.create_table(
        "phase_one",
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), primary_key=True),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("offers", sa.Text(), nullable=True),
        sa.Column("organisation", sa.Text(), nullable=True),
        sa.Column("plans", sa.Text(), nullable=True),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
    )


def _covered_proposal() -> None:
    op.create_table(
        "covered_proposal",
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), primary_key=True),
        sa.Column("by_case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), primary_key=True),
        sa.Column("source", sa.Text(), primary_key=True),
    )
    op.create_index("ix_covered_proposal_by_case_id", "covered_proposal", ["by_case_id"])


def _claim_reveal() -> None:
    op.create_table(
        "claim_reveal",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("interviewer_id", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("interview_id"),
    )
    op.create_index("ix_claim_reveal_interviewer_id", "claim_reveal", ["interviewer_id"])


def _move_claims() -> None:
    case = sa.table("survey_case", sa.column("id", sa.Uuid()), sa.column("phase_one_claim"))
    noted = sa.select(case).where(case.c.phase_one_claim.in_(CLAIMS))
    rows = [
        {
            "case_id": row.id,
            "partners": [],
            "comment": NOTICE,
            "imported_at": datetime.now(UTC),
            **CLAIMS[row.phase_one_claim],
        }
        for row in op.get_bind().execute(noted)
    ]
    phase_one = sa.table(
        "phase_one",
        sa.column("case_id", sa.Uuid()),
        sa.column("offers"),
        sa.column("organisation"),
        sa.column("partners", sa.JSON()),
        sa.column("comment"),
        sa.column("imported_at", sa.DateTime(timezone=True)),
    )
    op.bulk_insert(phase_one, rows)


def _survey_case() -> None:
    returned_by = sa.ForeignKey("interviewer.id", name="fk_survey_case_returned_by_interviewer")
    with op.batch_alter_table("survey_case") as case:
        case.drop_column("phase_one_claim")
        case.add_column(sa.Column("rang_back_at", sa.DateTime(timezone=True), nullable=True))
        case.add_column(sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True))
        case.add_column(sa.Column("returned_by", sa.Uuid(), returned_by, nullable=True))
        case.add_column(sa.Column("returned_question", sa.Text(), nullable=True))
    op.create_index("ix_survey_case_returned_by", "survey_case", ["returned_by"])
