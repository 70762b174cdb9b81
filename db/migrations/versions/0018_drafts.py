"""What is half typed is kept wherever it stands, not at one question alone."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Nothing was half typed elsewhere."""
    with op.batch_alter_table("place") as changed:
        changed.add_column(sa.Column("others", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("place") as changed:
        changed.alter_column("others", server_default=None)
