"""Alembic's entry: runs on the connection and the transaction that `db.upgrade` hands over."""

from alembic import context

from db.sqlite import mark_as_ours
from db.tables import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
if connection.dialect.name == "sqlite":
    mark_as_ours(connection)
context.run_migrations()
