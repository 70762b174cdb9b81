"""A number may be somebody else's."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    """No number was known to be."""
    with op.batch_alter_table("contact_point") as changed:
        changed.add_column(sa.Column("wrong", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("contact_point") as changed:
        changed.alter_column("wrong", server_default=None)
