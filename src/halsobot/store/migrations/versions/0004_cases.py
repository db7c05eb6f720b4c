"""A person answers: cases, the staff who may, and when they are away."""

import sqlalchemy as sa
from alembic import op

from halsobot.store.tables import absence, access, callback, case, draft, file, login, note, return_key, staff

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("contact", sa.Column("waits", sa.Boolean, nullable=False, server_default="0"))
    op.add_column("transcript", sa.Column("case", sa.Integer))
    for table in (case, file, note, callback, return_key, staff, login, absence, access, draft):
        table.create(op.get_bind())
