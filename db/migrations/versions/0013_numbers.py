"""What happened in which order is counted, and how long a call took, measured: clocks are set."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Numbers for what had only times; what was there before is counted by its time."""
    with op.batch_alter_table("call_attempt") as changed:
        changed.add_column(sa.Column("seconds", sa.Integer(), nullable=True))
    _number("redirect", "case_id")
    _number("check_confirmation", "interview_id")
    with op.batch_alter_table("place") as changed:
        changed.add_column(sa.Column("answers", sa.Integer(), nullable=False, server_default="0"))
    op.execute(
        "UPDATE place SET answers = (SELECT count(*) FROM answer_entry"
        " WHERE answer_entry.interview_id = place.interview_id AND answer_entry.at <= place.at)"
    )
    with op.batch_alter_table("place") as changed:
        changed.alter_column("answers", server_default=None)


def _number(table: str, owner: str) -> None:
    """The rows of a table, counted within what they belong to."""
    with op.batch_alter_table(table) as changed:
        changed.add_column(sa.Column("number", sa.Integer(), nullable=True))
    op.execute(
        f"UPDATE {table} SET number = (SELECT count(*) FROM {table} AS other"
        f" WHERE other.{owner} = {table}.{owner} AND (other.at < {table}.at"
        f" OR (other.at = {table}.at AND other.id <= {table}.id)))"
    )
    with op.batch_alter_table(table) as changed:
        changed.alter_column("number", existing_type=sa.Integer(), nullable=False)
        changed.create_unique_constraint(f"uq_{table}_{owner}_number", [owner, "number"])
        changed.drop_index(f"ix_{table}_{owner}")
