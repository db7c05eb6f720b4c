"""Somebody who leaves is forgotten in steps that a kill cannot leave half done."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("contact", sa.Column("leaving", sa.Integer))
    op.create_index("contact_leaving", "contact", ["leaving"], sqlite_where=sa.text("leaving is not null"))
    op.create_table(
        "farewell",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("contact", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("due", sa.Integer),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
