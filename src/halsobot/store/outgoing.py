"""Which messages are taken on to be sent, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from halsobot.model.inbound import Address
from halsobot.model.outbox import Delivery, MessageClass, OutMessage
from halsobot.store import codec
from halsobot.store.crypt import Sealed, Vault
from halsobot.store.prepared import change
from halsobot.store.tables import contact, outbox, waiting

#: So many kills in the middle of one ordinary message, and it is not sent as it is again.
CUTS = 2

Row = sa.Row[tuple[object, ...]]
#: What becomes of a message that was taken on; queued: it is to be taken on again.
Became = Literal["sent", "queued", "refused", "uncertain"]


@dataclass(frozen=True, slots=True)
class Note:
    """What became of an attempt. ``due``: not again before then. ``doubt`` is 1 where no answer came;
    ``begun`` is 0 where it was not even begun.
    """

    whose: str
    number: int
    became: Became
    again: int | None = None
    got: int | None = None
    doubt: int = 0
    begun: int = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which messages to take on: of these channels, perhaps of one contact alone."""

    channels: Collection[str]
    limit: int
    of: str | None = None


class Outgoing:
    """The outbox as the one process ``owner`` works it off."""

    def __init__(self, vault: Vault, owner: str) -> None:
        self._vault, self._owner = vault, owner

    def note(self, connection: sa.Connection, notes: Sequence[Note]) -> Sequence[None]:
        """Write down what became of messages of ours. One that others have taken on meanwhile is left to them."""
        _NOTE(connection, ({**_fields(note), "mine": self._owner} for note in notes))
        return [None] * len(notes)

    def unreachable(self, connection: sa.Connection, whose: str) -> None:
        """Nothing more can be sent to a contact."""
        hers = outbox.c.contact == whose
        connection.execute(outbox.update().where(hers, waiting()).values(state="unreachable", owner=None, lease=None))

    def renew(self, connection: sa.Connection, delivery: Delivery, lease: int) -> bool:
        """Whether the message is still ours, and now is for longer."""
        ours = sa.and_(
            outbox.c.contact == delivery.contact,
            outbox.c.seq == delivery.message.seq,
            outbox.c.state == "sending",
            outbox.c.owner == self._owner,
        )
        return connection.execute(outbox.update().where(ours).values(lease=lease)).rowcount == 1

    def recover(self, connection: sa.Connection, now: int, living: Collection[str]) -> None:
        """Free what others took on and can no longer send: the lease is over, or they are not ``living``.

        What we ourselves took on is in hand, or a note about it is still to be written.

        Nobody knows whether it was sent. What a broadcast risks by a second sending is more than it is worth.
        """
        others = outbox.c.owner != self._owner
        lost = sa.and_(others, sa.or_(outbox.c.lease < now, outbox.c.owner.not_in(living)))
        state = sa.case((outbox.c["class"] == MessageClass.BROADCAST, "uncertain"), else_="queued")
        freed = {"state": state, "owner": None, "lease": None, "due": now}
        doubt = {"doubts": outbox.c.doubts + 1, "cuts": outbox.c.cuts + 1}
        taken_on = sa.and_(waiting(), outbox.c.state == "sending")
        connection.execute(outbox.update().where(taken_on, lost).values(**freed, **doubt))

    def take_on(self, connection: sa.Connection, wanted: Wanted, now: int, lease: int) -> list[Delivery]:
        """The first message of each contact that is due; they are ours until ``lease``.

        One that cannot be read is set aside as refused.
        """
        found: list[Delivery] = []
        for row in connection.execute(_due(wanted, now)).all():
            this = sa.and_(outbox.c.contact == row.contact, outbox.c.seq == row.seq)
            taken = {"state": "sending", "owner": self._owner, "lease": lease, "attempts": outbox.c.attempts + 1}
            try:
                found.append(self._delivery(row, lease))
            except (Sealed, ValueError):
                taken = {"state": "refused"}
            connection.execute(outbox.update().where(this).values(**taken))
        return found

    def _delivery(self, row: Row, lease: int) -> Delivery:
        address = self._vault.open(row.contact, "contact", "address", "", row.address).decode()
        return Delivery(
            contact=row.contact,
            address=Address(row.channel, address),
            message=self.message(row),
            kind=MessageClass(row._mapping["class"]),
            stored=row.at,
            lease=lease,
            attempts=row.attempts + 1,
            cuts=row.cuts,
            pressed=row.pressed,
        )

    def message(self, row: Row) -> OutMessage:
        """The message in a row of the outbox. Raises Sealed or ValueError."""
        body = self._vault.open(row.contact, "outbox", "body", str(row.seq), row.body)
        return OutMessage(row.seq, row.turn, codec.view(body))


_NOTE = change(
    outbox,
    {"contact": "whose", "seq": "number", "owner": "mine"},
    state="CASE WHEN {became} = 'sent' AND doubts > 0 THEN 'uncertain' ELSE {became} END",
    due="coalesce({again}, due)",
    receipt="{got}",
    doubts="doubts + {doubt}",
    attempts="attempts + {begun} - 1",
    owner="NULL",
    lease="NULL",
)


def _fields(note: Note) -> Mapping[str, Any]:
    return {name: getattr(note, name) for name in Note.__slots__}  # asdict copies deeply, ten times as slow


def _due(wanted: Wanted, now: int) -> sa.Select[tuple[object, ...]]:
    """The first waiting message of each contact, the most urgent and oldest first. Only an emergency overtakes."""
    query = (
        sa.select(outbox, contact.c.address)
        .join(contact, contact.c.id == outbox.c.contact)
        .where(waiting(), outbox.c.state == "queued", outbox.c.due <= now, ~_BLOCKED)
        .where(outbox.c.channel.in_(wanted.channels))
        .order_by(outbox.c["class"], outbox.c.at, outbox.c.seq)
        .limit(wanted.limit)
    )
    return query if wanted.of is None else query.where(outbox.c.contact == wanted.of)


_other = outbox.alias("other")
_urgent, _other_urgent = (table.c["class"] == MessageClass.EMERGENCY for table in (outbox, _other))
_earlier = sa.and_(_other.c.seq < outbox.c.seq, sa.or_(_other_urgent, ~_urgent))
_BLOCKED = sa.exists().where(
    _other.c.contact == outbox.c.contact,
    _other.c.seq != outbox.c.seq,
    waiting("other"),
    sa.or_(_other.c.state == "sending", _earlier, sa.and_(_other_urgent, ~_urgent)),
)
