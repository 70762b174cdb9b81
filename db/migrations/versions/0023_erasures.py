"""Persons can be erased, and kept until a day."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

WHY = ("person", "retention")


def upgrade() -> None:
    """Nobody has been yet."""
    op.create_table(
        "erasure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_by", sa.Uuid(), nullable=False),
        sa.Column(
            "why",
            sa.Enum(*WHY, name="why", native_enum=False, create_constraint=True, length=None),
            nullable=False,
        ),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["survey_case.id"], name=op.f("fk_erasure_case_id_survey_case")
        ),
        sa.ForeignKeyConstraint(
            ["erased_by"], ["interviewer.id"], name=op.f("fk_erasure_erased_by_interviewer")
        ),
    )
    op.create_index(op.f("ix_erasure_case_id"), "erasure", ["case_id"])
    op.create_index(op.f("ix_erasure_erased_by"), "erasure", ["erased_by"])
    op.create_table(
        "retention",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("said_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention")),
        sa.ForeignKeyConstraint(
            ["said_by"], ["interviewer.id"], name=op.f("fk_retention_said_by_interviewer")
        ),
    )
    op.create_index(op.f("ix_retention_said_by"), "retention", ["said_by"])
