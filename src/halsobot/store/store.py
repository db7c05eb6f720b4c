"""What is known of contacts and what is still to be shown to them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from math import ceil
from typing import TypeVar

import sqlalchemy as sa
import structlog

from halsobot.model.inbound import Address, Inbound
from halsobot.model.outbox import Delivery, OutMessage
from halsobot.model.session import Session
from halsobot.model.unit import Known, Unit
from halsobot.store import codec
from halsobot.store.apply import Repeated, Stale, apply
from halsobot.store.crypt import BadKeys, Sealed, Vault
from halsobot.store.tables import contact, mark, outbox, ring
from halsobot.store.writer import Writer

#: Readers beside the writer. SQLite reads hold nobody up; two use both cores of a small server.
READERS = 2
#: How long a repeat is known (seconds). Telegram repeats a delivery for up to a day.
MARKS = 48 * 3600

Result = TypeVar("Result")
Row = sa.Row[tuple[object, ...]]
log = structlog.get_logger()
Clock = Callable[[], datetime]


class Store:
    """Reads at once; writes through the one writer. ``idle`` ends a channel's conversations after seconds."""

    def __init__(self, engine: sa.Engine, vault: Vault, clock: Clock, idle: Mapping[str, int]) -> None:
        self._engine = engine
        self._vault = vault
        self._clock = clock
        self._idle = idle
        self._writer = Writer(engine)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")

    @staticmethod
    def check_ring(engine: sa.Engine, vault: Vault) -> None:
        """Note by which keys this database was begun. Raises BadKeys for other keys, and writes nothing."""
        if not sa.inspect(engine).has_table("ring"):  # begun a moment ago and killed before its tables
            return
        with engine.begin() as connection:
            known = connection.execute(sa.select(ring.c.proof)).scalar()
            if known is None:
                connection.execute(ring.insert().values(proof=vault.proof()))
            elif known != vault.proof():
                raise BadKeys(
                    "These are not the keys of this database. Set HALSOBOT_KEYS to the file it was begun with."
                )

    def close(self) -> None:
        """Finish what is being written."""
        self._writer.close()
        self._readers.shutdown()
        self._engine.dispose()

    async def recall(self, inbound: Inbound) -> Known:
        """What is known of whoever did this, and whether it has had its effect already."""
        return await self._read(lambda connection: self._recall(connection, inbound))

    async def commit(self, unit: Unit) -> bool:
        """Store a whole turn. True when it is stored now or was before; False when it was made from an
        old version of the session and must be taken again."""
        now, oldest = self._now(), self._oldest(unit.inbound.address.channel)
        try:
            await self._writer.write(lambda connection: apply(connection, self._vault, unit, now, oldest))
        except Stale:
            return False
        except Repeated:
            return True
        return True

    async def messages(self, address: Address, after: int) -> tuple[OutMessage, ...] | None:
        """What was shown to this address, later than ``after``. None: there is no such conversation."""
        return await self._read(lambda connection: self._messages(connection, address, after))

    async def queued(self, channels: Iterable[str], busy: Iterable[str], limit: int) -> list[Delivery]:
        """What is due to be sent by these channels, urgent and old ones first; of each contact one.

        ``busy`` contacts, to whom something is being sent just now, wait.
        """
        read = await self._read(lambda connection: self._queued(connection, list(channels), list(busy), limit))
        for row in (each for each in read if isinstance(each, int)):
            log.error("a message cannot be read and is not sent", row=row)
            await self.failed(row)
        return [each for each in read if isinstance(each, Delivery)]

    async def sent(self, row: int, receipt: int | None) -> None:
        """Note that a message was sent, and the channel's number of it."""
        await self._settle(outbox.c.id == row, state="sent", receipt=receipt)

    async def failed(self, row: int) -> None:
        """Note that a message will never be taken."""
        await self._settle(outbox.c.id == row, state="failed")

    async def unreachable(self, contact_id: str) -> None:
        """Note that nothing more can be sent to a contact."""
        await self._settle(sa.and_(outbox.c.contact == contact_id, outbox.c.state == "queued"), state="failed")

    async def postponed(self, row: int, seconds: float) -> None:
        """Try this message again after so many seconds."""
        # Times are whole seconds: one more, so that it is never sent before its time.
        await self._settle(outbox.c.id == row, due=self._now() + ceil(seconds) + 1)

    async def _settle(self, which: sa.ColumnElement[bool], **values: object) -> None:
        change = outbox.update().where(which).values(attempts=outbox.c.attempts + 1, **values)
        await self._writer.write(lambda connection: connection.execute(change).rowcount)

    async def sweep(self) -> int:
        """Erase conversations that have been idle for too long, and marks too old to matter. Returns how many."""
        return await self._writer.write(self._sweep)

    # read by a reader thread

    def _recall(self, connection: sa.Connection, inbound: Inbound) -> Known:
        seen = connection.execute(sa.select(mark.c.at).where(mark.c.hash == self._vault.mark(inbound))).scalar()
        row = self._contact(connection, inbound.address)
        if row is None:
            return Known(None, Session(), 0, 0, seen is not None)
        return Known(row.id, self._session(row), row.version, row.last_seq, seen is not None)

    def _session(self, row: Row) -> Session:
        """Where she stands; a session that cannot be read begins anew, so that nobody is stuck for good."""
        try:
            return codec.session(self._vault.open(row.id, "contact", "session", str(row.version), row.session))
        except (Sealed, ValueError):
            log.error("a session cannot be read and begins anew")
            return Session(turn=row.version)  # turns go on counting: each is in the transcript once

    def _contact(self, connection: sa.Connection, address: Address) -> Row | None:
        hashed = self._vault.address(address)
        row = connection.execute(sa.select(contact).where(contact.c.address_hash == hashed)).first()
        return None if row is None or row.seen < self._oldest(address.channel) else row

    def _oldest(self, channel: str) -> int:
        return self._now() - self._idle[channel] if channel in self._idle else 0

    def _messages(self, connection: sa.Connection, address: Address, after: int) -> tuple[OutMessage, ...] | None:
        row = self._contact(connection, address)
        if row is None:
            return None
        query = sa.select(outbox).where(outbox.c.contact == row.id, outbox.c.seq > after).order_by(outbox.c.seq)
        return tuple(self._message(found) for found in connection.execute(query))

    def _message(self, row: Row) -> OutMessage:
        body = self._vault.open(row.contact, "outbox", "body", str(row.seq), row.body)
        return OutMessage(row.seq, codec.view(body))

    def _queued(
        self, connection: sa.Connection, channels: list[str], busy: list[str], limit: int
    ) -> list[Delivery | int]:
        place = sa.func.row_number().over(partition_by=outbox.c.contact, order_by=(outbox.c.urgent.desc(), outbox.c.id))
        waiting = sa.and_(outbox.c.state == "queued", outbox.c.channel.in_(channels), outbox.c.contact.not_in(busy))
        first = sa.select(outbox, place.label("place")).where(waiting).subquery()
        query = (
            sa.select(first, contact.c.address)
            .join(contact, contact.c.id == first.c.contact)
            .where(first.c.place == 1, first.c.due <= self._now())
            .order_by(first.c.urgent.desc(), first.c.id)
            .limit(limit)
        )
        return [self._readable(connection, row) for row in connection.execute(query).all()]

    def _readable(self, connection: sa.Connection, row: Row) -> Delivery | int:
        """The delivery, or the number of a row that does not open: it must not hold up the others."""
        try:
            return self._delivery(connection, row)
        except (Sealed, ValueError):
            return int(row.id)

    def _delivery(self, connection: sa.Connection, row: Row) -> Delivery:
        address = self._vault.open(row.contact, "contact", "address", "", row.address).decode()
        replaces = self._replaceable(connection, row) if row.pressed is not None else None
        message = self._message(row)
        return Delivery(row.id, row.contact, Address(row.channel, address), message, row.attempts, replaces)

    def _replaceable(self, connection: sa.Connection, row: Row) -> int | None:
        """The pressed message, if it is the last one that was sent and holds nothing she may still need."""
        of_hers = sa.and_(outbox.c.contact == row.contact, outbox.c.state == "sent", outbox.c.receipt.is_not(None))
        query = sa.select(outbox.c.receipt, outbox.c.keeps).where(of_hers).order_by(outbox.c.id.desc()).limit(1)
        last = connection.execute(query).first()
        return last.receipt if last and last.receipt == row.pressed and not last.keeps else None

    def _sweep(self, connection: sa.Connection) -> int:
        gone = 0
        for channel in self._idle:
            idle = sa.and_(contact.c.channel == channel, contact.c.seen < self._oldest(channel))
            gone += connection.execute(contact.delete().where(idle)).rowcount
        connection.execute(mark.delete().where(mark.c.at < self._now() - MARKS))
        return gone

    async def _read(self, query: Callable[[sa.Connection], Result]) -> Result:
        def run() -> Result:
            with self._engine.connect() as connection:
                return query(connection)

        return await asyncio.get_running_loop().run_in_executor(self._readers, run)

    def _now(self) -> int:
        return int(self._clock().astimezone(UTC).timestamp())
