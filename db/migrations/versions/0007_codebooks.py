"""The version that each revision was completed in, and the codebook of each version."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """What is there was completed in the version it was begun with; `db.upgrade` adds codebooks."""
    op.create_table(
        "codebook",
        sa.Column("fingerprint", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
    )
    with op.batch_alter_table("revision") as changed:
        changed.add_column(sa.Column("version", sa.Text(), nullable=False, server_default=""))
        changed.add_column(sa.Column("fingerprint", sa.Text(), nullable=False, server_default=""))
    for column in ("version", "fingerprint"):
        begun = f"SELECT {column} FROM interview WHERE interview.id = revision.interview_id"
        op.execute(f"UPDATE revision SET {column} = ({begun})")
    with op.batch_alter_table("revision") as changed:
        changed.alter_column("version", server_default=None)
        changed.alter_column("fingerprint", server_default=None)
