"""What a coordinator decides, beside what was derived and called."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table of decisions; nobody has decided anything yet."""
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("klass", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("by_case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=True),
        sa.UniqueConstraint("case_id", "number"),
    )
    for column in ("decided_by", "interview_id", "by_case_id"):
        op.create_index(f"ix_decision_{column}", "decision", [column])
