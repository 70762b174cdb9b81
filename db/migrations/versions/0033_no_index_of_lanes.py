"""No index of the cases by lane: all of them are read at once, and nobody looked there."""

from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """It would be kept true with every call."""
    op.drop_index(op.f("ix_case_summary_lane_unit_id"), table_name="case_summary")
