"""Where somebody has withdrawn, the names that were left or have been typed in since go, too."""

import sqlalchemy as sa
from alembic import op

from db.sqlite import overwrite_what_is_deleted

revision = "0004"
down_revision = "0003"

WITHDRAWN = "case_id IN (SELECT case_id FROM decision WHERE kind = 'withdrawn')"
SOMEBODY_S = "(person <> '' OR department NOT IN ('switchboard', 'service_desk'))"


def upgrade() -> None:
    """Who told of a contact point was kept; and nothing refused a name where there had been one."""
    overwrite_what_is_deleted(op.get_bind())
    op.execute(sa.text(f"UPDATE contact_point SET phone = '' WHERE {WITHDRAWN} AND {SOMEBODY_S}"))
    op.execute(
        sa.text(
            "UPDATE contact_point SET department_name = '', person = '', role = '', email = '',"
            f" source = '' WHERE {WITHDRAWN}"
        )
    )
