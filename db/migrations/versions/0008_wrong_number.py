"""A call can end with a wrong number: one code more for the outcome of a call."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

OUTCOMES = (
    "no_answer",
    "busy",
    "long_queue",
    "voicemail",
    "message_left",
    "technical",
    "number_dead",
    "wrong_number",
    "redirected",
    "lost_in_transfer",
    "wrong_department",
    "unavailable",
    "appointment",
    "asked_in_writing",
    "break_off",
    "refusal_gatekeeper",
    "refusal_soft",
    "refusal_hard",
    "unable",
    "to_coordinator",
    "partial",
    "complete",
    "no_service",
    "covered",
    "not_found_after_search",
    "out_of_frame",
    "withdrawn",
    "given_up",
)


def upgrade() -> None:
    """The check is made anew."""
    with op.batch_alter_table("call_attempt") as changed:
        changed.drop_constraint("outcome", type_="check")
        changed.create_check_constraint("outcome", sa.column("outcome").in_(OUTCOMES))
