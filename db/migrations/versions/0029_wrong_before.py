"""A number that was somebody else's is told of how a contact point read before, too; and somebody
may be erased where she was in no case.
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """No number was known to be; and everybody who was erased was in a case."""
    with op.batch_alter_table("contact_before") as changed:
        changed.add_column(sa.Column("wrong", sa.Text(), nullable=False, server_default=""))
    with op.batch_alter_table("contact_before") as changed:
        changed.alter_column("wrong", server_default=None)
    with op.batch_alter_table("erasure") as changed:
        changed.alter_column("case_id", existing_type=sa.Uuid(), nullable=True)
