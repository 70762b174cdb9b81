"""No index of the answers by who gave or asked them: each answer has fewer pages to write."""

from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Nobody waits for what looked there; everybody waits for an answer."""
    for column in ("informant_id", "interviewer_id"):
        op.drop_index(op.f(f"ix_answer_entry_{column}"), table_name="answer_entry")
