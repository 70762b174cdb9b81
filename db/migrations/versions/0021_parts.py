"""A part of the cases can be handed out in a file of its own, and merged in again."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

KINDS = ("interviews", "decisions", "handed_out")


def upgrade() -> None:
    """No database is part of another yet."""
    op.add_column("survey", sa.Column("part", sa.Uuid(), nullable=True))
    op.create_table(
        "hand_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interviewer_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("back_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_out")),
        sa.ForeignKeyConstraint(
            ["interviewer_id"],
            ["interviewer.id"],
            name=op.f("fk_hand_out_interviewer_id_interviewer"),
        ),
    )
    op.create_index(op.f("ix_hand_out_interviewer_id"), "hand_out", ["interviewer_id"])
    op.create_table(
        "handed_case",
        sa.Column("hand_out_id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("hand_out_id", "case_id", name=op.f("pk_handed_case")),
        sa.ForeignKeyConstraint(
            ["hand_out_id"], ["hand_out.id"], name=op.f("fk_handed_case_hand_out_id_hand_out")
        ),
        sa.ForeignKeyConstraint(
            ["case_id"], ["survey_case.id"], name=op.f("fk_handed_case_case_id_survey_case")
        ),
    )
    op.create_index(op.f("ix_handed_case_case_id"), "handed_case", ["case_id"])
    op.create_table(
        "conflict",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="kind", native_enum=False, create_constraint=True, length=None),
            nullable=False,
        ),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.PrimaryKeyConstraint("case_id", "kind", name=op.f("pk_conflict")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["survey_case.id"], name=op.f("fk_conflict_case_id_survey_case")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["interviewer.id"], name=op.f("fk_conflict_settled_by_interviewer")
        ),
    )
    op.create_index(op.f("ix_conflict_settled_by"), "conflict", ["settled_by"])
    op.create_table(
        "merged_row",
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("table_name", "row", name=op.f("pk_merged_row")),
    )
