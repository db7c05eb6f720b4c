"""Forgetting: first the key, then the rows, then what the log still holds. A kill at any step is made good later."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from halsobot.model.outbox import LastWords
from halsobot.store import codec
from halsobot.store.apply import LEAVE, LEFT
from halsobot.store.crypt import FILE, Sealed, Vault
from halsobot.store.database import checkpoint, rewrite, spoilt, transaction
from halsobot.store.forgotten import Forgotten
from halsobot.store.tables import callback, contact, farewell, file, note

#: A key without a contact in the database is destroyed when it is so old (seconds): a contact may be about to come.
YOUNG = 3600
#: A file or a note whose key is younger (seconds) may be about to come into the database.
COMING = 30
#: Up to this size (bytes) a database is written anew within a minute after something was erased: half a second.
SMALL = 48 * 1024 * 1024
#: Up to this size (bytes) within an hour; larger ones are left to their operator.
LARGE = 256 * 1024 * 1024
#: So many are erased in one go, so that others can write between.
BATCH = 300
#: More lonely keys than this, and than there are contacts, are left alone: they may be another database's.
MANY = 20
#: Last words that could not be said for so long (seconds) are forgotten too.
LAST = 3600


@dataclass(frozen=True, slots=True)
class Farewell:
    """Last words that are due. ``id`` names them in the store."""

    id: str
    channel: str
    attempts: int
    words: LastWords


class Eraser:
    """Erases whoever is leaving. Call it from the writer's thread, outside of transactions."""

    def __init__(self, engine: sa.Engine, vault: Vault, forgotten: Forgotten, now: Callable[[], int]) -> None:
        self._engine, self._vault, self._forgotten, self._now = engine, vault, forgotten, now
        self._clean = False  # a kill may have come between what was erased and the emptying of the log

    def erase(self, grace: int = 0) -> int:
        """Everything of those who are leaving, or of ``BATCH`` of them; their last words are due ``grace`` seconds
        later. Returns how many.
        """
        with self._engine.connect() as connection:
            left = sa.select(contact.c.id).where(contact.c.leaving.is_not(None)).limit(BATCH)
            leaving = list(connection.execute(left).scalars())
        if leaving:
            self._forgotten.add(leaving, datetime.fromtimestamp(self._now(), UTC).date())
            self._vault.keys.destroy(leaving)
            with transaction(self._engine) as connection:
                self._rows(connection, leaving, grace)
                self._spoilt(connection)
        self.clean()
        return len(leaving)

    def rewrite(self, large: bool) -> None:
        """Write the files anew after something was erased, so that no piece of it stays; a ``large`` database only if
        told to, since nobody can write meanwhile.
        """
        size = Path(self._engine.url.database or "").stat().st_size
        if size > (LARGE if large else SMALL) or not self._is_spoilt():
            return
        for engine in (self._vault.keys.engine, self._engine):
            rewrite(engine)
        with transaction(self._engine) as connection:
            connection.exec_driver_sql("PRAGMA user_version = 0")
        self._clean = checkpoint(self._vault.keys.engine) and checkpoint(self._engine)

    def _spoilt(self, connection: sa.Connection) -> None:
        spoilt(connection)
        self._clean = False

    def _is_spoilt(self) -> bool:
        with self._engine.connect() as connection:
            return bool(connection.exec_driver_sql("PRAGMA user_version").scalar())

    def clean(self) -> None:
        """Empty the logs, which hold what was erased; where somebody reads just then, at the next time."""
        self._vault.keys.clean()
        if not self._clean:
            self._clean = checkpoint(self._engine)

    def finish(self) -> None:
        """At the start: what a kill has left half done, and whom a restored backup has brought back."""
        back = self._forgotten.contacts()
        with transaction(self._engine) as connection:
            here = set(connection.execute(sa.select(contact.c.id)).scalars())
            keys = self._vault.keys.all()  # after the rows: a key is always there before its row
            for gone in here & back | here - keys:
                connection.execute(LEAVE, {"whose": gone, "since": self._now()})
        if back & keys:
            self._destroy(back & keys)
        while self.erase() == BATCH:
            pass

    def lonely_keys(self) -> bool:
        """Destroy keys of contacts that never came into the database, or are not there any more.

        Returns False, and destroys none, where they are so many that it may be the wrong database.
        """
        old = self._vault.keys.all(before=self._now() - YOUNG)
        with self._engine.connect() as connection:
            here = set(connection.execute(sa.select(contact.c.id)).scalars())
            here |= _keys_in_use(connection)
        lonely = old - here
        if len(lonely) > MANY and len(lonely) > len(here):
            return False
        if lonely:
            self._destroy(lonely)
        return True

    def keys_of_files(self) -> None:
        """Destroy the keys of recordings, pictures, notes and numbers that are gone: with the case or the contact."""
        keys = {name for name in self._vault.keys.all(before=self._now() - COMING) if name.startswith(FILE)}
        if keys:
            with self._engine.connect() as connection:
                keys -= _keys_in_use(connection)
        if keys:
            self._vault.keys.destroy(keys)

    def _destroy(self, keys: Collection[str]) -> None:
        with transaction(self._engine) as connection:
            self._spoilt(connection)
        self._vault.keys.destroy(keys)

    def _rows(self, connection: sa.Connection, leaving: Collection[str], grace: int) -> None:
        due = {"due": self._now() + grace}
        for one in leaving:
            connection.execute(contact.delete().where(contact.c.id == one))
            connection.execute(farewell.update().where(farewell.c.contact == one).values(due))

    # last words

    def last_words(self, connection: sa.Connection, channels: Collection[str]) -> list[Farewell]:
        """Those that are due. What cannot be said any more goes."""
        now = self._now()
        over = sa.and_(farewell.c.due.is_not(None), farewell.c.at < now - LAST)
        if connection.execute(farewell.delete().where(over)).rowcount:
            self._spoilt(connection)
        due = sa.select(farewell).where(farewell.c.due <= now, farewell.c.channel.in_(channels)).limit(100)
        found = []
        for row in connection.execute(due).all():
            try:
                words = codec.last_words(self._vault.open_last(row.id, row.body))
            except (Sealed, ValueError):
                self.said(connection, row.id)
            else:
                found.append(Farewell(row.id, row.channel, row.attempts, words))
        return found

    def said(self, connection: sa.Connection, id: str) -> None:
        """Last words have been said, or never will be."""
        connection.execute(farewell.delete().where(farewell.c.id == id))
        self._spoilt(connection)

    def unsaid(self, connection: sa.Connection, id: str, pause: int) -> None:
        """Try again after so many seconds."""
        later = {"due": self._now() + pause, "attempts": farewell.c.attempts + 1}
        connection.execute(farewell.update().where(farewell.c.id == id).values(later))


def _keys_in_use(connection: sa.Connection) -> set[str]:
    """The keys of what has a key of its own."""
    keys = (sa.select(table.c.key) for table in (file, note, callback))
    return set(connection.execute(sa.union_all(*keys)).scalars())


def leave(connection: sa.Connection, which: sa.ColumnElement[bool], since: int) -> int:
    """Those contacts leave. Returns how many."""
    staying = contact.c.leaving.is_(None)
    return connection.execute(contact.update().where(which, staying).values(LEFT), {"since": since}).rowcount
