"""Alembic's entry: runs on the connection and the transaction that `db.upgrade` hands over."""

from alembic import context

from db.marks import APPLICATION_ID
from db.tables import Row

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
if connection.dialect.name == "sqlite":
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
context.run_migrations()
