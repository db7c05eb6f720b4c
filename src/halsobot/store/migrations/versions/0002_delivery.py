"""The outbox knows classes, leases, doubts and the turn; rows stand where they are looked for."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_WAITING = sa.text("state in ('queued', 'sending')")


def upgrade() -> None:
    for index, table in (("outbox_due", "outbox"), ("mark_at", "mark")):
        op.drop_index(index, table)
    for table in ("outbox", "transcript", "mark"):
        op.rename_table(table, f"{table}_before")
    _mark()
    _transcript()
    _outbox()
    for table in ("outbox", "transcript", "mark"):
        op.drop_table(f"{table}_before")


def _contact() -> sa.Column[str]:
    return sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True)


def _mark() -> None:
    op.create_table(
        "mark",
        sa.Column("hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("at", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("mark_at", "mark", ["at"])
    op.execute("insert into mark select hash, at from mark_before")


def _transcript() -> None:
    op.create_table(
        "transcript",
        _contact(),
        sa.Column("turn", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute("insert into transcript select contact, turn, position, at, body from transcript_before")


def _outbox() -> None:
    op.create_table(
        "outbox",
        _contact(),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("class", sa.Integer, nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("due", sa.Integer, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("doubts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("cuts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("owner", sa.String(16)),
        sa.Column("lease", sa.Integer),
        sa.Column("keeps", sa.Boolean, nullable=False),
        sa.Column("lasting", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("pressed", sa.Integer),
        sa.Column("receipt", sa.Integer),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("outbox_waiting", "outbox", ["class", "at"], sqlite_where=_WAITING)
    op.create_index("outbox_waiting_of", "outbox", ["contact"], sqlite_where=_WAITING)
    # 2 is an ordinary message, 0 an emergency. The turn of what was shown before is not known.
    op.execute(
        "insert into outbox"
        " (contact, seq, turn, channel, class, state, at, due, attempts, keeps, pressed, receipt, body)"
        " select contact, seq, 0, channel, case when urgent then 0 else 2 end,"
        " case state when 'failed' then 'refused' else state end, due, due, attempts, keeps, pressed, receipt, body"
        " from outbox_before"
    )
