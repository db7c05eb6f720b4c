"""What is known of contacts and what is still to be shown to them."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Literal, TypeVar

import sqlalchemy as sa
import structlog

from halsobot.model.inbound import Address, Inbound
from halsobot.model.outbox import Delivery, OutMessage
from halsobot.model.session import Session
from halsobot.model.unit import Known, Sending, Unit
from halsobot.store import codec
from halsobot.store.anew import anew
from halsobot.store.apply import FROM_STAFF, PARTED, Apply, Entry, Repeated, Stale
from halsobot.store.cases import Cases
from halsobot.store.crypt import Sealed
from halsobot.store.erase import BATCH, Eraser, Farewell, leave
from halsobot.store.forgotten import Forgotten
from halsobot.store.memory import Memory
from halsobot.store.opening import Opened
from halsobot.store.outgoing import Note, Outgoing, Wanted
from halsobot.store.presence import Presence
from halsobot.store.retention import Due, Keep, count_due, erase_due
from halsobot.store.returning import Returned, Returning
from halsobot.store.staff import StaffTable
from halsobot.store.tables import contact, mark, outbox
from halsobot.store.taken_back import WITHDRAWN, gone, withdrawn
from halsobot.store.writer import Writer, settling

#: Readers beside the writer. SQLite reads hold nobody up; two use both cores of a small server.
READERS = 2
#: How long a repeat is known (seconds). Telegram repeats a delivery for up to a day.
MARKS = 48 * 3600
#: How long a message that somebody has taken on is theirs alone (seconds): longer than any call takes.
LEASE = 60
#: How long other programs have to let go of a destroyed key (seconds).
OTHERS = 3

Result = TypeVar("Result")
Row = sa.Row[tuple[object, ...]]
log = structlog.get_logger()
Clock = Callable[[], datetime]
#: What became of a unit: stored now (and its messages are ours to send at once), stored before, or made from an old
#: session and to be taken again.
Outcome = Literal["sending", "stored", "repeated", "stale"]
AT_ONCE = Sending()


class Store:
    """Reads at once; writes through the one writer. ``idle`` ends a channel's conversations after seconds."""

    def __init__(self, opened: Opened, clock: Clock, idle: Mapping[str, int], forgotten: Forgotten, keep: Keep) -> None:
        self._keep, self._forgotten = keep, forgotten
        self._engine, self._vault, self._clock, self._idle = opened.engine, opened.vault, clock, idle
        self._presence = presence = Presence(opened.path)
        self._eraser = Eraser(self._engine, self._vault, forgotten, self.now)
        self._eraser.finish()
        self._erasing = False
        self._apply, self._outgoing = Apply(self._vault, presence.owner), Outgoing(self._vault, presence.owner)
        self._note = self._outgoing.note
        self._writer = Writer(self._engine, ranked=(self._note, self._apply))
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._memory = Memory()
        self.cases, self.staff = Cases(self._vault), StaffTable(self._vault)
        self.returning = Returning(self._vault)

    def close(self) -> None:
        """Finish what is being written."""
        self._writer.close()
        self._readers.shutdown()
        self._engine.dispose()
        self._vault.keys.close()
        self._presence.close()

    async def recall(self, inbound: Inbound) -> Known:
        """What is known of whoever did this, and whether it has had its effect already.

        What is in mind may be old: then a unit made from it is found stale or repeated.
        """
        known = self._memory.recall(inbound, self._oldest(inbound.address.channel)) if inbound.contact is None else None
        return known if known else await self._read(lambda connection: self._recall(connection, inbound))

    async def commit(
        self, unit: Unit, sending: Sending = AT_ONCE, then: Callable[[Outcome | None], None] | None = None
    ) -> Outcome:
        """Store a whole turn. ``then`` is told the outcome, or None where the database refuses, as soon as it
        is known and even if nobody waits for it any more. Raises what the database raises.
        """
        now = self.now()
        done: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        settle = settling(done)

        def committed(ours: bool, error: Exception | None) -> None:
            outcome: Outcome | None = None
            if error is None:
                outcome = "sending" if ours else "stored"
                if isinstance(unit.event, FROM_STAFF):
                    self._memory.forget(unit.inbound.address)  # what a guide does is not her coming
                else:
                    self._memory.stored(unit, now)
                if unit.farewell:
                    self._erase_soon()
            else:
                self._memory.forget(unit.inbound.address)
                outcome = "stale" if isinstance(error, Stale) else "repeated" if isinstance(error, Repeated) else None
            if then:
                then(outcome)
            settle(outcome, error if outcome is None else None)

        entry = Entry(unit, sending, now, self._oldest(unit.inbound.address.channel))
        self._writer.put(self._apply, entry, committed)
        return await done

    async def messages(self, address: Address, after: int) -> tuple[OutMessage, ...] | None:
        """What was shown to this address, later than ``after``. None: there is no such conversation."""
        return await self._read(lambda connection: self._messages(connection, address, after))

    async def take_on(self, channels: Collection[str], limit: int, of: str | None = None) -> list[Delivery]:
        """Messages that are due, urgent and old ones first; of each contact one. They are ours for a while.

        ``of`` asks for that of one contact.
        """
        wanted, now = Wanted(channels, limit, of), self.now()
        return await self._writer.do(lambda connection: self._outgoing.take_on(connection, wanted, now, self.lease()))

    async def renew(self, delivery: Delivery) -> bool:
        """Whether a message is still ours to send; if so it is for a while longer."""
        return await self._writer.do(lambda connection: self._outgoing.renew(connection, delivery, self.lease()))

    def note(self, note: Note, then: Callable[[Exception | None], None]) -> None:
        """Write down what became of an attempt; ``then`` is told when it is written, or why it is not."""
        self._writer.put(self._note, note, lambda _, error: then(error))

    async def unreachable(self, contact_id: str) -> None:
        """Note that nothing more can be sent to a contact."""
        await self._writer.do(lambda connection: self._outgoing.unreachable(connection, contact_id))

    async def recover(self) -> None:
        """Free messages that somebody took on and can no longer send: it has died, or was too slow."""
        now, living = self.now(), self._presence.living()
        await self._writer.do(lambda connection: self._outgoing.recover(connection, now, living))

    async def last_shown(self, contact_id: str) -> tuple[int, bool] | None:
        """The channel's number of the last message that was sent, and whether she may still need it."""
        return await self._read(lambda connection: _last_shown(connection, contact_id))

    async def withdrawn(self, contact_id: str) -> list[int]:
        """By which numbers the channel knows what has been taken back and still stands there. Asked in the writer, so
        that whatever was sent before has been noted.
        """
        return await self._writer.do(lambda connection: withdrawn(connection, contact_id))

    async def gone(self, contact_id: str, number: int) -> None:
        """What has been taken back stands there no more, or never will be taken away."""
        await self._writer.do(lambda connection: gone(connection, contact_id, number))

    async def read(self, query: Callable[[sa.Connection], Result]) -> Result:
        """Run one of the queries of ``cases`` or ``staff`` beside the writer."""
        return await self._read(query)

    async def change(self, change: Callable[[sa.Connection], Result]) -> Result:
        """Run one of the changes of ``cases`` or ``staff`` in the writer, in a transaction of its own."""
        return await self._writer.do(change)

    async def come_back(self, key: str, to: Address) -> Returned | None:
        """Whom this key belongs to is answered at ``to`` from now on, and nowhere else. None: it opens nothing."""
        now = self.now()
        returned = await self._writer.do(lambda connection: self.returning.open(connection, key, to, now))
        if returned:
            self._memory.forget(returned.old)
        return returned

    async def sweep(self) -> int:
        """Erase conversations that have been idle for too long, whoever is leaving, and marks too old to matter.

        Returns how many conversations.
        """
        await self._writer.do(self._sweep)
        gone = await self._erase_all()
        await self._writer.apart(self._eraser.keys_of_files)
        await self._writer.apart(lambda: self._eraser.rewrite(large=False))
        return gone

    async def tidy(self, approved: bool = False) -> list[Due]:
        """Erase what has been kept for long enough, and keys that belong to nobody. Returns what was due.

        Too much at once is left, unless an operator has ``approved`` it: the clock may be wrong.
        """
        now, due = self.now(), await self.due()
        if any(each.due for each in due):
            due = await self._writer.do(lambda connection: erase_due(connection, self._keep, now, approved))
            self._memory.clear()
        await self._erase_all()
        await self._writer.apart(lambda: self._eraser.rewrite(large=True))
        await self._writer.apart(self._tidy)
        return due

    async def due(self) -> list[Due]:
        """What has been kept for long enough and will be erased."""
        now = self.now()
        return await self._read(lambda connection: count_due(connection, self._keep, now))

    async def _erase_all(self) -> int:
        gone = 0
        while some := await self._writer.apart(lambda: self._eraser.erase(self._grace())):
            gone += some
        return gone

    def _tidy(self) -> None:
        if not self._eraser.lonely_keys():
            log.error("most keys in the key store have no contact in this database; none is destroyed")
        self._forgotten.shorten(datetime.fromtimestamp(self.now(), UTC).date(), self._keep.backups)

    async def last_words(self, channels: Collection[str]) -> list[Farewell]:
        """What is to be said last to those who have been forgotten."""
        return await self._writer.do(lambda connection: self._eraser.last_words(connection, channels))

    async def said(self, farewell: Farewell) -> None:
        """Last words have been said, or never will be."""
        await self._writer.do(lambda connection: self._eraser.said(connection, farewell.id))
        await self._writer.apart(self._eraser.clean)

    async def unsaid(self, farewell: Farewell, pause: int) -> None:
        """Last words are to be tried again after so many seconds."""
        await self._writer.do(lambda connection: self._eraser.unsaid(connection, farewell.id, pause))

    async def follow_keys(self) -> None:
        """Look whether another program has forgotten somebody: then her key is not kept in memory here either."""
        if await self._writer.apart(self._vault.keys.follow):
            self._memory.clear()

    def _erase_soon(self) -> None:
        if not self._erasing:
            self._erasing = True
            self._writer.put_apart(self._erase_now)

    def _erase_now(self) -> None:
        """In the writer's thread; with many to be erased it comes again, and others write between."""
        self._erasing = False  # who leaves from now on may not be seen by this time any more, and asks for another
        if self._eraser.erase(self._grace()) == BATCH:
            self._erase_soon()

    def _grace(self) -> int:
        """Others who use this database look at the key store each second; until then nobody says that it is done."""
        return OTHERS if len(self._presence.living()) > 1 else 0

    def now(self) -> int:
        """Seconds since 1970."""
        return int(self._clock().timestamp())

    def lease(self) -> int:
        """Until when a message taken on now is ours."""
        return self.now() + LEASE

    # read by a reader thread

    def _recall(self, connection: sa.Connection, inbound: Inbound) -> Known:
        marked = sa.select(mark.c.at).where(mark.c.hash == self._vault.mark(inbound))
        seen = connection.execute(marked).scalar() is not None
        row = self._row(connection, inbound)
        if row is None:
            # Random: nothing about a person can be computed from it.
            return Known(secrets.token_hex(16), True, Session(), 0, 0, seen)
        return Known(row.id, False, self._session(connection, row), row.version, row.last_seq, seen)

    def _session(self, connection: sa.Connection, row: Row) -> Session:
        """Where she stands; a session that cannot be read begins anew, so that nobody is stuck for good."""
        try:
            return codec.session(self._vault.open(row.id, "contact", "session", str(row.version), row.session))
        except (Sealed, ValueError):
            log.error("a session cannot be read and begins anew")
            return anew(connection, row.id, row.version)

    def _row(self, connection: sa.Connection, inbound: Inbound) -> Row | None:
        if inbound.contact is None:
            return self._contact(connection, inbound.address)
        hers = sa.select(contact).where(contact.c.id == inbound.contact, contact.c.leaving.is_(None))
        return connection.execute(hers).first()

    def _contact(self, connection: sa.Connection, address: Address) -> Row | None:
        hashed = self._vault.address(address)
        row = connection.execute(sa.select(contact).where(contact.c.address_hash == hashed)).first()
        return None if row is None or row.seen < self._oldest(address.channel) else row

    def _oldest(self, channel: str) -> int:
        return self.now() - self._idle[channel] if channel in self._idle else 0

    def _messages(self, connection: sa.Connection, address: Address, after: int) -> tuple[OutMessage, ...] | None:
        row = self._contact(connection, address)
        if row is None:
            return None
        shown = sa.and_(outbox.c.contact == row.id, outbox.c.seq > after, outbox.c.state != WITHDRAWN)
        query = sa.select(outbox).where(shown).order_by(outbox.c.seq)
        return tuple(self._outgoing.message(found) for found in connection.execute(query))

    def _sweep(self, connection: sa.Connection) -> None:
        for channel in self._idle:
            idle = sa.and_(contact.c.channel == channel, contact.c.seen < self._oldest(channel))
            leave(connection, sa.and_(idle, ~contact.c.waits), self.now())
            connection.execute(contact.update().where(idle, contact.c.waits).values(PARTED))
        connection.execute(mark.delete().where(mark.c.at < self.now() - MARKS))

    async def _read(self, query: Callable[[sa.Connection], Result]) -> Result:
        def run() -> Result:
            with self._engine.connect() as connection:
                return query(connection)

        return await asyncio.get_running_loop().run_in_executor(self._readers, run)


def _last_shown(connection: sa.Connection, contact_id: str) -> tuple[int, bool] | None:
    of_hers = sa.and_(outbox.c.contact == contact_id, outbox.c.receipt.is_not(None))
    query = sa.select(outbox.c.receipt, outbox.c.keeps).where(of_hers).order_by(outbox.c.seq.desc()).limit(1)
    last = connection.execute(query).first()
    return (last.receipt, last.keeps) if last else None
