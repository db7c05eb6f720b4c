"""One key for each contact, in a store apart from the database. Whoever's key is gone is forgotten, in every backup."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterator

import sqlalchemy as sa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from halsobot.store.database import checkpoint, transaction
from halsobot.store.ring import BadKeys, Ring

#: Keys kept in memory.
KEPT = 4096
#: Keys that are locked anew in one transaction, so that others can write between.
BATCH = 200
_INDEX = "index"

metadata = sa.MetaData()
#: ``whose`` is a contact, or "index": the key by which addresses and repeats are found again. ``locked`` by the ring.
key = sa.Table(
    "key",
    metadata,
    sa.Column("whose", sa.String(32), primary_key=True),
    sa.Column("locked", sa.LargeBinary, nullable=False),
    sa.Column("created", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)


class NoKey(Exception):
    """There is no key: the contact has been forgotten."""


class Rotten(Exception):
    """The key of this contact is spoilt; the others' are not."""


class KeyStore:
    """The keys, locked by ``ring``. Used by the writer and the readers at once."""

    def __init__(self, engine: sa.Engine, ring: Ring) -> None:
        self.engine, self._ring = engine, ring
        self._kept: dict[str, AESGCM] = {}
        self._guard = threading.Lock()
        self._watch: sa.Connection | None = None
        self._version: object = None
        self._clean = False

    def open(self, now: int, may_begin: bool = True) -> bytes:
        """The index key, made at the first start. Raises BadKeys for another ring, and then writes nothing."""
        found = self._locked(_INDEX) if self.begun() else None
        if found is not None:
            return self._ring.unlock(_INDEX, found)
        if not may_begin:
            raise BadKeys(f"{self.engine.url.database} is no key store. Set HALSOBOT_KEY_STORE_URL to this database's.")
        metadata.create_all(self.engine)
        fresh = os.urandom(32)
        with transaction(self.engine) as connection:
            found = connection.execute(sa.select(key.c.locked).where(key.c.whose == _INDEX)).scalar()
            if found is not None:  # another start was quicker
                return self._ring.unlock(_INDEX, found)
            connection.execute(key.insert().values(whose=_INDEX, locked=self._ring.lock(_INDEX, fresh), created=now))
        return fresh

    def begun(self) -> bool:
        """Whether there are keys."""
        return sa.inspect(self.engine).has_table("key")

    def cipher(self, contact: str) -> AESGCM:
        """What seals and opens the rows of a contact. Raises NoKey, Rotten or BadKeys."""
        kept = self._kept.get(contact)
        if kept is None:
            kept = self._keep(contact, AESGCM(self._unlock(contact)))
        return kept

    def _unlock(self, contact: str) -> bytes:
        locked = self._present(contact)
        try:
            return self._ring.unlock(contact, locked)
        except BadKeys:
            # For want of the right ring nobody's keys open, and nothing of theirs is given up.
            self._ring.follow()
            self._ring.unlock(_INDEX, self._present(_INDEX))
            if self._present(contact) == locked:
                raise Rotten from None
        return self._ring.unlock(contact, self._present(contact))  # it has been locked anew just now

    def _present(self, whose: str) -> bytes:
        locked = self._locked(whose)
        if locked is None:
            raise NoKey
        return locked

    def add(self, contacts: Collection[str], now: int) -> None:
        """Make keys for new contacts; they are on disk when this returns, before any row that needs them."""
        new = {contact: AESGCM.generate_key(bit_length=256) for contact in contacts if contact not in self._kept}
        if new:
            with transaction(self.engine) as connection:
                # Locked within the transaction: a rotation that retires the old key waits for it, or comes first.
                rows = [{"whose": contact, "locked": self._ring.lock(contact, fresh)} for contact, fresh in new.items()]
                connection.execute(key.insert(), [row | {"created": now} for row in rows])
        for contact, fresh in new.items():
            self._keep(contact, AESGCM(fresh))

    def destroy(self, contacts: Collection[str]) -> None:
        """Nothing of these contacts can be read any more, here or in any backup of the database."""
        with transaction(self.engine) as connection:
            for contact in contacts:
                connection.execute(key.delete().where(key.c.whose == contact))
        self._drop(contacts)
        self._clean = False
        self.clean()

    def clean(self) -> None:
        """Empty the log, which holds what was erased; where somebody reads just then, at the next time."""
        if not self._clean:
            self._clean = checkpoint(self.engine)

    def all(self, before: int | None = None) -> set[str]:
        """The contacts that have a key, perhaps only one made ``before`` then."""
        query = sa.select(key.c.whose).where(key.c.whose != _INDEX)
        query = query if before is None else query.where(key.c.created < before)
        with self.engine.connect() as connection:
            return set(connection.execute(query).scalars())

    def follow(self) -> bool:
        """Forget the keys in memory if another program has changed the store. Returns whether it has."""
        if self._watch is None:
            self._watch = self.engine.connect()
        version = self._watch.exec_driver_sql("PRAGMA data_version").scalar()
        self._watch.rollback()
        changed, self._version = self._version not in (None, version), version
        if changed:
            with self._guard:
                self._kept.clear()
        return changed

    def lock_anew(self) -> Iterator[int]:
        """Lock by the ring's newest key what an older one has locked, some at a time. Yields how many each time."""
        while True:
            with transaction(self.engine) as connection:
                done = self._lock_anew(connection, BATCH)
            if not done:
                return
            yield done

    def lock_last(self, retire: Callable[[], None]) -> None:
        """The same for the few that came meanwhile; then, while nobody can write, ``retire`` the old keys."""
        while True:
            with transaction(self.engine) as connection:
                if not self._lock_anew(connection, None):  # nothing that a kill could still undo
                    return retire()

    def _lock_anew(self, connection: sa.Connection, limit: int | None) -> int:
        rows = connection.execute(self._old().limit(limit)).all()
        for row in rows:
            locked = self._ring.lock(row.whose, self._ring.unlock(row.whose, row.locked))
            connection.execute(key.update().where(key.c.whose == row.whose).values(locked=locked))
        return len(rows)

    def _old(self) -> sa.Select[tuple[str, bytes]]:
        newest = self._ring.newest
        return sa.select(key.c.whose, key.c.locked).where(sa.func.substr(key.c.locked, 1, len(newest)) != newest)

    def _locked(self, whose: str) -> bytes | None:
        with self.engine.connect() as connection:
            return connection.execute(sa.select(key.c.locked).where(key.c.whose == whose)).scalar()

    def _keep(self, contact: str, cipher: AESGCM) -> AESGCM:
        with self._guard:
            self._kept[contact] = cipher
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        return cipher

    def _drop(self, contacts: Collection[str]) -> None:
        with self._guard:
            for contact in contacts:
                self._kept.pop(contact, None)

    def close(self) -> None:
        """Let go of the store."""
        if self._watch is not None:
            self._watch.close()
        self.engine.dispose()
