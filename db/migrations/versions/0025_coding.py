"""Open answers can be put under codes."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """None is yet."""
    op.create_table(
        "open_code",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("code_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("joined_to", sa.Uuid(), nullable=True),
        sa.Column("said_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("code_id", "said_by"):
        op.create_index(f"ix_open_code_{column}", "open_code", [column])
    op.create_table(
        "coding",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("coded_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for column in ("interview_id", "coded_by"):
        op.create_index(f"ix_coding_{column}", "coding", [column])
