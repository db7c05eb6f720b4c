"""The tables. What belongs to a contact is sealed (LargeBinary); in clear stand only numbers and times.

Times are whole seconds since 1970 (UTC).
"""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

#: Says by which key ring this database was begun, so that a wrong one is refused before it writes.
ring = sa.Table("ring", metadata, sa.Column("proof", sa.LargeBinary, primary_key=True))

contact = sa.Table(
    "contact",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("address_hash", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("address", sa.LargeBinary, nullable=False),
    sa.Column("session", sa.LargeBinary, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("last_seq", sa.Integer, nullable=False),
    sa.Column("created", sa.Integer, nullable=False),
    sa.Column("seen", sa.Integer, nullable=False),
    sa.Index("contact_idle", "channel", "seen"),
)

#: Deliveries that have had their effect; a repeat within 48 hours is dropped.
mark = sa.Table(
    "mark",
    metadata,
    sa.Column("hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Index("mark_at", "at"),
)


def _of_contact() -> sa.Column[str]:
    return sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), nullable=False)


#: What was said, by both: events as they came, screens as message ids with values.
transcript = sa.Table(
    "transcript",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _of_contact(),
    sa.Column("turn", sa.Integer, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("contact", "turn", "position"),
)

#: What is to be shown, rendered. State: queued (to be sent), held (a web page fetches it), sent, failed.
#: Urgent ones overtake. ``receipt`` is the channel's own number of the message once it is sent; ``pressed``
#: that of the message whose button was pressed; ``keeps`` says that it holds what she may still need.
outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    _of_contact(),
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
    sa.Index("outbox_due", "state", "channel", "due"),
)

#: Statistics that hold nothing about a person.
count = sa.Table(
    "count",
    metadata,
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
