"""What tells who somebody is lies apart from the answers."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    """The tables for it; which answers these are, the survey says (`db.persons.parting`)."""
    for name, of, columns in (
        ("person_answer", "answer_entry", (("question", sa.Text()), ("value", sa.JSON()))),
        ("person_revision", "revision", (("document", sa.JSON()), ("public", sa.JSON()))),
    ):
        op.create_table(
            name,
            sa.Column("id", sa.Uuid(), sa.ForeignKey(f"{of}.id"), primary_key=True),
            sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=False),
            *(sa.Column(column, type_, nullable=False) for column, type_ in columns),
        )
        op.create_index(f"ix_{name}_interview_id", name, ["interview_id"])
