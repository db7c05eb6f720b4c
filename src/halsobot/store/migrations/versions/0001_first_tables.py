"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table("ring", sa.Column("proof", sa.LargeBinary, primary_key=True))
    op.create_table(
        "contact",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("address_hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("address", sa.LargeBinary, nullable=False),
        sa.Column("session", sa.LargeBinary, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("created", sa.Integer, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
    )
    op.create_index("contact_idle", "contact", ["channel", "seen"])
    op.create_table(
        "mark",
        sa.Column("hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("at", sa.Integer, nullable=False),
    )
    op.create_index("mark_at", "mark", ["at"])
    op.create_table(
        "transcript",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("contact", "turn", "position"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("due", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("urgent", sa.Integer, nullable=False),
        sa.Column("keeps", sa.Integer, nullable=False),
        sa.Column("pressed", sa.Integer),
        sa.Column("receipt", sa.Integer),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("contact", "seq"),
    )
    op.create_index("outbox_due", "outbox", ["state", "channel", "due"])
    op.create_table(
        "count",
        sa.Column("day", sa.String(10), primary_key=True),
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
