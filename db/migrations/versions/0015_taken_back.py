"""What was a slip of the finger is marked as undone, and contact points are retired with a why."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Nothing was undone or retired before."""
    with op.batch_alter_table("redirect") as changed:
        changed.add_column(sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("contact_point") as changed:
        changed.add_column(sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True))
        changed.add_column(sa.Column("retired_why", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("contact_point") as changed:
        changed.alter_column("retired_why", server_default=None)
