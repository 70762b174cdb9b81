"""A file counts how often it has been written to, so that an older copy can be told from it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """One number, on SQLite alone; a server is nobody's file."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.create_table("write_count", sa.Column("value", sa.Integer(), nullable=False))
    op.execute("INSERT INTO write_count VALUES (0)")
