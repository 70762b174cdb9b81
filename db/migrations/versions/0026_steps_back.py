"""With each answer, the steps back that were made before it."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """None was noted until now."""
    with op.batch_alter_table("answer_entry") as changed:
        none = sa.Column("steps_back", sa.JSON(), nullable=False, server_default="null")
        changed.add_column(none)
    with op.batch_alter_table("answer_entry") as changed:
        changed.alter_column("steps_back", server_default=None)
