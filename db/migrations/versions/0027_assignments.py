"""Cases are given to interviewers, and both sides write notes about them."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Nothing has been given to anybody yet."""
    op.create_table(
        "assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("given_to", sa.Uuid(), nullable=True),
        sa.Column("given_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_of_case("assignment"),
        *(_signed("assignment", column) for column in ("given_to", "given_by")),
    )
    op.create_index(op.f("ix_assignment_given_to"), "assignment", ["given_to"])
    op.create_index(op.f("ix_assignment_given_by"), "assignment", ["given_by"])
    op.create_table(
        "case_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *_of_case("case_note"),
        _signed("case_note", "written_by"),
    )
    op.create_index(op.f("ix_case_note_written_by"), "case_note", ["written_by"])
    # It follows from the rest, and is summed up anew when all migrations are done.
    op.drop_table("case_summary")
    op.create_table(
        "case_summary",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("given_to", sa.Uuid(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["survey_case.id"], name=op.f("fk_case_summary_case_id_survey_case")
        ),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["unit.id"], name=op.f("fk_case_summary_unit_id_unit")
        ),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_summary")),
        sa.UniqueConstraint("unit_id", name=op.f("uq_case_summary_unit_id")),
    )
    op.create_index(op.f("ix_case_summary_lane_unit_id"), "case_summary", ["lane", "unit_id"])


def _of_case(table: str) -> tuple[sa.Constraint, ...]:
    """A row of a case, numbered within it."""
    return (
        sa.ForeignKeyConstraint(
            ["case_id"], ["survey_case.id"], name=op.f(f"fk_{table}_case_id_survey_case")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("case_id", "number", name=op.f(f"uq_{table}_case_id_number")),
    )


def _signed(table: str, column: str) -> sa.Constraint:
    return sa.ForeignKeyConstraint(
        [column], ["interviewer.id"], name=op.f(f"fk_{table}_{column}_interviewer")
    )
