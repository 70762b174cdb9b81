"""A database says itself whether all that is in it is invented."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    """Nothing has said so until now; which it is, is seen when all is there (`db.units`)."""
    with op.batch_alter_table("survey") as changed:
        changed.add_column(
            sa.Column("practice", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("survey") as changed:
        changed.alter_column("practice", server_default=None)
