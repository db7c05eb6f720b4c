"""Alembic runs the migrations on the connection that ``database.migrate`` hands it."""

from alembic import context

from halsobot.store.tables import metadata

with context.config.attributes["connection"].begin():
    context.configure(
        connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True
    )
    context.run_migrations()
