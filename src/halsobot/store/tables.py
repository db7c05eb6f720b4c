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
    # Being forgotten since then: nobody is found by it any more, and what is left of it goes in a moment.
    sa.Column("leaving", sa.Integer),
    # A person is to answer: she is not forgotten while she waits, even if her browser is.
    sa.Column("waits", sa.Boolean, nullable=False, server_default="0"),
    sa.Index("contact_idle", "channel", "seen"),
    sa.Index("contact_leaving", "leaving", sqlite_where=sa.text("leaving is not null")),
)

#: Deliveries that have had their effect; a repeat within 48 hours is dropped.
mark = sa.Table(
    "mark",
    metadata,
    sa.Column("hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Index("mark_at", "at"),
    sqlite_with_rowid=False,
)


def _of_contact() -> sa.Column[str]:
    return sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True)


#: What was said, by both: events as they came, screens as message ids with values.
transcript = sa.Table(
    "transcript",
    metadata,
    _of_contact(),
    sa.Column("turn", sa.Integer, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("at", sa.Integer, nullable=False),
    # The number of the case that this belongs to: her words to a person, and a guide's to her.
    sa.Column("case", sa.Integer),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

#: What is still to be sent. SQLite uses the indexes of such rows only where a query says it in these very words.
_WAITING = "state in ('queued', 'sending')"


def waiting(table: str = "outbox") -> sa.TextClause:
    """The condition that a row of the outbox is still to be sent."""
    return sa.text(f"{table}.{_WAITING}")


#: What is to be shown, rendered. State: queued (to be sent, not before ``due``), sending (``owner`` has it until
#: ``lease``), sent, uncertain (perhaps twice there, perhaps not at all), unreachable, refused (the channel will never
#: take it), replaced (a newer screen took its place), withdrawn (a guide has
#: taken it back; its body is gone, and its receipt as soon as it is gone from her chat), held (a web page fetches it).
#: ``attempts`` were begun; how ``doubts`` of them ended nobody knows, and ``cuts`` of those were cut off by a kill.
#: ``receipt`` is the channel's own number of the message once it is sent; ``pressed`` that of the message whose
#: button was pressed; ``keeps`` says that it holds what she may still need, ``lasting`` that it brings the lasting
#: buttons. ``class`` is a MessageClass.
outbox = sa.Table(
    "outbox",
    metadata,
    _of_contact(),
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
    # Only what still waits stands in this index: it stays small, however much has been sent.
    sa.Index("outbox_waiting", "class", "at", sqlite_where=sa.text(_WAITING)),
    sa.Index("outbox_waiting_of", "contact", sqlite_where=sa.text(_WAITING)),
    sqlite_with_rowid=False,
)

#: What is said last to somebody who is then forgotten, with her address, under a key that is not hers. It waits until
#: everything else is gone (``due`` is null), and goes when it is sent, or after an hour.
farewell = sa.Table(
    "farewell",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("contact", sa.String(32), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("due", sa.Integer),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: What waits for a person or has been answered. In clear stands only what the queue needs. ``number`` is the turn in
#: which it was opened; ``since`` is when words of hers began to wait, or a guide last answered. ``heard`` counts what
#: she has sent for it.
case = sa.Table(
    "case",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("region", sa.String(64), nullable=False),
    sa.Column("locale", sa.String(16), nullable=False),
    sa.Column("channel", sa.String(16), nullable=False),
    sa.Column("topic", sa.String(64)),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("guide", sa.String(64)),
    sa.Column("promised", sa.Integer),
    sa.Column("opened", sa.Integer, nullable=False),
    sa.Column("since", sa.Integer),
    sa.Column("closed", sa.Integer),
    sa.Column("answered", sa.Boolean, nullable=False),
    sa.Column("urgent", sa.Boolean, nullable=False),
    sa.Column("interpreter", sa.Boolean, nullable=False),
    sa.Column("wishes", sa.String(32), nullable=False),
    sa.Column("reason", sa.String(32)),
    sa.Column("heard", sa.Integer, nullable=False, server_default="0"),
    sa.Column("version", sa.Integer, nullable=False, server_default="0"),
    sa.UniqueConstraint("contact", "number"),
    sa.Index("case_open", "state", "promised"),
)

#: A recording or a picture: a newcomer's from the web chat, or a guide's. It goes when the case is closed, and so does
#: its own key, which is ``key`` in the key store: then no backup of the database can open it either.
file = sa.Table(
    "file",
    metadata,
    sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("turn", sa.Integer, primary_key=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("type", sa.String(32), nullable=False),
    sa.Column("key", sa.String(32), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: What a guide tells the next holder of a case. It goes when the case is closed, and its own key with it, as of a file.
note = sa.Table(
    "note",
    metadata,
    sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("turn", sa.Integer, primary_key=True),
    sa.Column("case", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("guide", sa.String(64), nullable=False),
    sa.Column("tags", sa.String(200), nullable=False),
    sa.Column("key", sa.String(32), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: Where she wishes to be called about an open case, and when that is safe: ``times`` such as "morning". It goes when
#: the case is closed, and so does its own key, as with files.
callback = sa.Table(
    "callback",
    metadata,
    sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("times", sa.String(32), nullable=False),
    sa.Column("key", sa.String(32), nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: By which an open case of the web chat is found again from another browser; it goes when the case is closed.
return_key = sa.Table(
    "return_key",
    metadata,
    sa.Column("contact", sa.String(32), sa.ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("hash", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("made", sa.Integer, nullable=False),
)

#: Who may log in to the console. ``guide`` is the guide of a region that this person is; ``email`` is for bells.
staff = sa.Table(
    "staff",
    metadata,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("guide", sa.String(64)),
    sa.Column("password", sa.String(200), nullable=False),
    sa.Column("totp", sa.LargeBinary, nullable=False),
    sa.Column("email", sa.String(254)),
    sa.Column("locale", sa.String(16), nullable=False),
    sa.Column("last_code", sa.Integer, nullable=False, server_default="0"),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
    sa.Column("locked", sa.Integer, nullable=False, server_default="0"),
)

#: A login. Only a keyed hash of what the browser holds is kept.
login = sa.Table(
    "login",
    metadata,
    sa.Column("hash", sa.LargeBinary(32), primary_key=True),
    sa.Column("staff", sa.String(64), sa.ForeignKey("staff.name", ondelete="CASCADE"), nullable=False),
    sa.Column("seen", sa.Integer, nullable=False),
)

#: When guides are away, by day; ``until`` is null until they say that they are back.
absence = sa.Table(
    "absence",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("guide", sa.String(64), nullable=False),
    sa.Column("since", sa.String(10), nullable=False),
    sa.Column("until", sa.String(10)),
)

#: Who of the staff has read or changed which case, and when.
access = sa.Table(
    "access",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("staff", sa.String(64), nullable=False),
    sa.Column("case", sa.String(16), nullable=False),
    sa.Column("what", sa.String(16), nullable=False),
    sa.Index("access_at", "at"),
)

#: What a guide has begun to write, sealed with the contact's key; it goes with the case.
draft = sa.Table(
    "draft",
    metadata,
    sa.Column("case", sa.String(16), sa.ForeignKey("case.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("staff", sa.String(64), primary_key=True),
    sa.Column("at", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)

#: Statistics that hold nothing about a person.
count = sa.Table(
    "count",
    metadata,
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("number", sa.Integer, nullable=False),
)
