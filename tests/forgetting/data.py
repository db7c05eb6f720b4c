"""The files of a halsobot, looked at from outside."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from halsobot.config import Settings
from halsobot.store.crypt import Sealed, Vault
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys

from .traces import rows

#: What is sealed, and by what its row is known.
SEALED = {
    ("contact", "address"): "select address, '' from contact where id = ?",
    ("contact", "session"): "select session, version from contact where id = ?",
    ("transcript", "body"): "select body, turn || ':' || position from transcript where contact = ?",
    ("outbox", "body"): "select body, seq from outbox where contact = ?",
}


@dataclass
class Data:
    """The files of a halsobot."""

    settings: Settings

    @property
    def database(self) -> Path:
        return Path(read_url(self.settings.database_url).database or "")

    @property
    def key_store(self) -> Path:
        return Path(read_url(self.settings.key_store).database or "")

    @property
    def folder(self) -> Path:
        return self.database.parent

    def contacts(self) -> list[str]:
        return [str(id) for (id,) in rows(self.database, "select id from contact order by id")]

    def with_key(self) -> list[str]:
        return [str(whose) for (whose,) in rows(self.key_store, "select whose from key where whose <> 'index'")]

    def last_words(self) -> list[bytes]:
        """The last words that are due."""
        found = rows(self.database, "select body from farewell where due is not null")
        return [body for (body,) in found if isinstance(body, bytes)]

    def opened(self, old: Path, contact: str) -> list[bytes]:
        """What of a contact in a copy of the database the keys open that there are now."""
        vault = open_keys(read_url(self.settings.key_store), self.settings.keys, 0)
        try:
            return [
                plain
                for place, query in SEALED.items()
                for row in rows(old, query, contact)
                for plain in _opened(vault, contact, place, *row)
            ]
        finally:
            vault.keys.close()

    def back_up(self, into: Path) -> None:
        """Copies of both databases, as an operator makes them."""
        into.mkdir()
        for path in (self.database, self.key_store):
            with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(into / path.name)) as copy:
                source.backup(copy)

    def restore(self, path: Path, backup: Path) -> None:
        """Put the copy of one database in its place."""
        for log in ("-wal", "-shm"):
            path.with_name(path.name + log).unlink(missing_ok=True)
        shutil.copy(backup / path.name, path)


def _opened(vault: Vault, contact: str, place: tuple[str, str], sealed: object, row: object) -> Iterator[bytes]:
    assert isinstance(sealed, bytes)
    with suppress(Sealed):
        yield vault.open(contact, *place, str(row), sealed)
