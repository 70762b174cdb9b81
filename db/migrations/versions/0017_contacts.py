"""A number may be nobody's any more, and a contact point may be moved up."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """No number was known to be dead, and nobody was moved up."""
    with op.batch_alter_table("contact_point") as changed:
        changed.add_column(sa.Column("dead", sa.Text(), nullable=False, server_default=""))
        changed.add_column(sa.Column("moved_up_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("contact_point") as changed:
        changed.alter_column("dead", server_default=None)
