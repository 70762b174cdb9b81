"""What has come of every case is kept beside it; the calls of a day are found without the others.

The summaries themselves follow from the rest, and are made when all migrations are done.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Empty: whoever brings the database up to date fills it."""
    op.create_table(
        "case_summary",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"], ["survey_case.id"], name="fk_case_summary_case_id_survey_case"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_case_summary_unit_id_unit"),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_summary"),
        sa.UniqueConstraint("unit_id", name="uq_case_summary_unit_id"),
    )
    op.create_index("ix_case_summary_lane_unit_id", "case_summary", ["lane", "unit_id"])
    op.create_index("ix_call_attempt_started_at", "call_attempt", ["started_at"])
