"""Alembic runs the migrations on the connection that ``database.migrate`` hands it, all of them or none."""

from alembic import context

from halsobot.store.tables import metadata

connection = context.config.attributes["connection"]
connection.exec_driver_sql("BEGIN IMMEDIATE")
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
connection.exec_driver_sql("COMMIT")
