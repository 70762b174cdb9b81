"""What was undone is a row of its own, and how a contact point read before it was changed."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

KINDS = ("answer", "check", "redirect", "outcome")
KNEW = ("unknown", "does_not_know", "says_none", "knows_who", "is_the_one")
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

SENT_ON = """
    INSERT INTO undone (id, case_id, number, kind, deed_id, undone_by, at, note)
    SELECT redirect.id, redirect.case_id,
        row_number() OVER (PARTITION BY redirect.case_id ORDER BY redirect.number),
        'redirect', redirect.id, call_attempt.interviewer_id, redirect.undone_at, ''
    FROM redirect JOIN call_attempt ON call_attempt.id = redirect.attempt_id
    WHERE redirect.undone_at IS NOT NULL
"""
"""Whoever had the call undid what was noted in it."""


def upgrade() -> None:
    """Of redirects it is known when they were undone; contact points begin to be followed."""
    op.create_table(
        "undone",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("deed_id", sa.Uuid(), nullable=False),
        sa.Column("undone_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.UniqueConstraint("case_id", "number"),
        sa.CheckConstraint(sa.column("kind").in_(KINDS), name="kind"),
        sa.CheckConstraint(sa.column("outcome").in_(OUTCOMES), name="outcome"),
    )
    for column in ("deed_id", "undone_by"):
        op.create_index(f"ix_undone_{column}", "undone", [column])
    op.execute(SENT_ON)
    with op.batch_alter_table("redirect") as changed:
        changed.drop_column("undone_at")
    op.create_table(
        "contact_before",
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("contact_id", sa.Uuid(), sa.ForeignKey("contact_point.id"), nullable=False),
        sa.Column("because", sa.Uuid(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in WORDS),
        sa.Column("knows", sa.String(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("moved_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(sa.column("knows").in_(KNEW), name="knows"),
    )
    for column in ("contact_id", "because"):
        op.create_index(f"ix_contact_before_{column}", "contact_before", [column])


WORDS = (
    "department",
    "department_name",
    "person",
    "role",
    "phone",
    "email",
    "source",
    "retired_why",
    "dead",
)
