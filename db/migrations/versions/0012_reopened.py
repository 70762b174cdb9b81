"""Who opened an interview again and when, what each revision was made of, and taking it back."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

DECISIONS = (
    "accepted",
    "overridden",
    "returned",
    "discarded",
    "included",
    "excluded",
    "released",
    "covered",
    "not_covered",
    "not_found_after_search",
    "out_of_frame",
    "withdrawn",
    "given_up",
)

MADE_OF = """
    UPDATE revision SET answers = (
        SELECT coalesce(max(answer_entry.seq), 0) FROM answer_entry
        WHERE answer_entry.interview_id = revision.interview_id
        AND answer_entry.at <= revision.completed_at
    )
"""

OPENED = """
    UPDATE interview SET
        reopened_at = (SELECT returned_at FROM survey_case WHERE id = interview.case_id),
        reopened_by = (SELECT returned_by FROM survey_case WHERE id = interview.case_id)
    WHERE open AND id IN (SELECT interview_id FROM revision)
"""


def upgrade() -> None:
    """Of those that are open again it is known who sent them back, if somebody did."""
    with op.batch_alter_table("interview") as changed:
        changed.add_column(sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True))
        changed.add_column(sa.Column("reopened_by", sa.Uuid(), nullable=True))
        changed.create_foreign_key(
            "fk_interview_reopened_by_interviewer", "interviewer", ["reopened_by"], ["id"]
        )
    op.create_index("ix_interview_reopened_by", "interview", ["reopened_by"])
    with op.batch_alter_table("revision") as changed:
        changed.add_column(sa.Column("answers", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("revision") as changed:
        changed.alter_column("answers", server_default=None)
    with op.batch_alter_table("decision") as changed:
        changed.drop_constraint("kind", type_="check")
        changed.create_check_constraint("kind", sa.column("kind").in_(DECISIONS))
    op.execute(MADE_OF)
    op.execute(OPENED)
