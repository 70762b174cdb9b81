"""Everything a first round needs: people, cases, calls, interviews."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables."""
    _interviewer()
    _survey_case()
    _contact_point()
    _call_attempt()
    _redirect()
    _interview()
    _answer_entry()
    _check_confirmation()
    _revision()
    _place()


def _interviewer() -> None:
    op.create_table(
        "interviewer",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seat", sa.Text(), nullable=False),
        sa.Column("seated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_interviewer_seat", "interviewer", ["seat"])


def _survey_case() -> None:
    op.create_table(
        "survey_case",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("phase_one_claim", sa.Text(), nullable=True),
        sa.Column("held_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=True),
        sa.Column("lease_token", sa.Integer(), nullable=False),
        sa.Column("lease_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.UniqueConstraint("unit_id"),
    )
    op.create_index("ix_survey_case_held_by", "survey_case", ["held_by"])


def _contact_point() -> None:
    op.create_table(
        "contact_point",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("department_name", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("knows", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_contact_point_case_id", "contact_point", ["case_id"])


def _call_attempt() -> None:
    op.create_table(
        "call_attempt",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Uuid(), sa.ForeignKey("contact_point.id"), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("interviewer_id", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_unknown", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.UniqueConstraint("case_id", "number"),
    )
    op.create_index("ix_call_attempt_contact_id", "call_attempt", ["contact_id"])
    op.create_index(
        "ix_call_attempt_interviewer_id_ended_at_end_unknown",
        "call_attempt",
        ["interviewer_id", "ended_at", "end_unknown"],
    )


def _redirect() -> None:
    op.create_table(
        "redirect",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("attempt_id", sa.Uuid(), sa.ForeignKey("call_attempt.id"), nullable=False),
        sa.Column("from_id", sa.Uuid(), sa.ForeignKey("contact_point.id"), nullable=False),
        sa.Column("to_id", sa.Uuid(), sa.ForeignKey("contact_point.id"), nullable=True),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_redirect_attempt_id", "redirect", ["attempt_id"])
    op.create_index("ix_redirect_case_id", "redirect", ["case_id"])
    op.create_index("ix_redirect_from_id", "redirect", ["from_id"])
    op.create_index("ix_redirect_to_id", "redirect", ["to_id"])


def _interview() -> None:
    op.create_table(
        "interview",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("case_id", sa.Uuid(), sa.ForeignKey("survey_case.id"), nullable=False),
        sa.Column("questionnaire", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("case_id", "questionnaire"),
    )
    op.create_index("ix_interview_started_by", "interview", ["started_by"])


def _answer_entry() -> None:
    op.create_table(
        "answer_entry",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("informant_id", sa.Uuid(), sa.ForeignKey("contact_point.id"), nullable=True),
        sa.Column("attempt_id", sa.Uuid(), sa.ForeignKey("call_attempt.id"), nullable=True),
        sa.Column("interviewer_id", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("interview_id", "seq"),
    )
    op.create_index("ix_answer_entry_attempt_id", "answer_entry", ["attempt_id"])
    op.create_index("ix_answer_entry_informant_id", "answer_entry", ["informant_id"])
    op.create_index("ix_answer_entry_interviewer_id", "answer_entry", ["interviewer_id"])


def _check_confirmation() -> None:
    op.create_table(
        "check_confirmation",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=False),
        sa.Column("check_id", sa.Text(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("interviewer_id", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_check_confirmation_interview_id", "check_confirmation", ["interview_id"])
    op.create_index(
        "ix_check_confirmation_interviewer_id", "check_confirmation", ["interviewer_id"]
    )


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("classification", sa.JSON(), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("completed_by", sa.Uuid(), sa.ForeignKey("interviewer.id"), nullable=False),
        sa.UniqueConstraint("interview_id", "number"),
    )
    op.create_index("ix_revision_completed_by", "revision", ["completed_by"])


def _place() -> None:
    op.create_table(
        "place",
        sa.Column("interview_id", sa.Uuid(), sa.ForeignKey("interview.id"), primary_key=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=True),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
