"""Which survey a database is for, and the units of its sample."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add both tables; `db.upgrade` fills them, as it knows which survey it is."""
    op.create_table("survey", sa.Column("name", sa.Text(), primary_key=True))
    op.create_table(
        "unit",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Text(), nullable=False),
        sa.Column("other_names", sa.JSON(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("language_form", sa.Text(), nullable=False),
        sa.Column("more", sa.JSON(), nullable=False),
    )
