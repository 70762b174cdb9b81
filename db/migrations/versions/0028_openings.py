"""When the opening text was read, in which version and language form."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

LANGUAGES = ("nb", "nn", "en")


def upgrade() -> None:
    """Of what was read before, the answers tell when; nobody has noted the version."""
    op.create_table(
        "opening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column(
            "language",
            sa.Enum(
                *LANGUAGES, name="language", native_enum=False, create_constraint=True, length=None
            ),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_by", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opening")),
        sa.ForeignKeyConstraint(
            ["interview_id"], ["interview.id"], name=op.f("fk_opening_interview_id_interview")
        ),
        sa.ForeignKeyConstraint(
            ["fingerprint"], ["codebook.fingerprint"], name=op.f("fk_opening_fingerprint_codebook")
        ),
        sa.ForeignKeyConstraint(
            ["read_by"], ["interviewer.id"], name=op.f("fk_opening_read_by_interviewer")
        ),
    )
    for column in ("interview_id", "fingerprint", "read_by"):
        op.create_index(op.f(f"ix_opening_{column}"), "opening", [column])
