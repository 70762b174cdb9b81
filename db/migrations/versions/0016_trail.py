"""Who did what when is written down, in a chain of entries that only ever grows."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

TEXTS = ("at", "login", "who", "verb", "table_name", "row", "case_id", "detail")


def upgrade() -> None:
    """An empty trail; what is there already is sealed when all migrations are done."""
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in TEXTS),
        sa.Column("salt", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_trail")),
    )
