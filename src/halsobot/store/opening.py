"""Opening the store: database, key store and ring must belong together, or nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from halsobot.store.crypt import Vault
from halsobot.store.database import BadDatabase, connect, make_file, migrate, read_url, transaction
from halsobot.store.keystore import KeyStore
from halsobot.store.ring import BadKeys, Ring, make_ring
from halsobot.store.tables import ring

KEY_STORE = "HALSOBOT_KEY_STORE_URL"


@dataclass(frozen=True, slots=True)
class Opened:
    """A database and what opens it."""

    engine: sa.Engine
    vault: Vault
    path: Path


def open_all(database_url: str, key_store_url: str, keys: Path, now: int) -> Opened:
    """The database, brought to the present version, and its keys. Raises BadDatabase or BadKeys."""
    url, store_url = read_url(database_url), read_url(key_store_url, KEY_STORE, "var/contact-keys.db")
    path, store_path = Path(url.database or ""), Path(store_url.database or "")
    if path.resolve() == store_path.resolve():
        raise BadDatabase(f"{KEY_STORE} must name another file than HALSOBOT_DATABASE_URL: it is kept apart.")
    _all_there(path, store_path, keys)
    begun = _begun(path)
    make_file(url)
    make_file(store_url, KEY_STORE)
    make_ring(keys)
    vault = open_keys(store_url, keys, now, may_begin=not begun)
    if not begun and vault.keys.all():
        path.unlink()  # made just now
        raise BadKeys(
            f"{store_path} has the keys of another database than {path}, which is new. "
            f"Set HALSOBOT_DATABASE_URL to the one it belongs to, or move {store_path} away."
        )
    engine = connect(url)
    try:
        _check(engine, vault)
        migrate(engine)
        _check(engine, vault)
    except DatabaseError as error:
        raise BadDatabase(f"The database {path} cannot be used: {error.orig}.") from None
    return Opened(engine, vault, path)


def open_keys(store_url: sa.URL, keys: Path, now: int, may_begin: bool = True) -> Vault:
    """The key store alone. Raises BadDatabase or BadKeys."""
    store = KeyStore(connect(store_url), Ring(keys))
    try:
        return Vault(store, store.open(now, may_begin))
    except DatabaseError as error:
        raise BadDatabase(f"The key store {store_url.database} cannot be used: {error.orig}.") from None


def _all_there(path: Path, store_path: Path, keys: Path) -> None:
    """A database needs its key store, and a key store its ring. Raises BadKeys."""
    if _begun(store_path) and not keys.exists():
        raise BadKeys(f"The keys of {store_path} are missing: {keys}. Restore them from your backup.")
    if _begun(path) and not _begun(store_path):
        raise BadKeys(
            f"The key store of this database is missing: {store_path}. Restore it from its backup, "
            f"or move {path} away. (A database from before there were key stores has none; it cannot be taken over.)"
        )


def _begun(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _check(engine: sa.Engine, vault: Vault) -> None:
    """Note by which key store this database was begun. Raises BadKeys for another, and writes nothing."""
    if not sa.inspect(engine).has_table("ring"):  # begun a moment ago and killed before its tables
        return
    with transaction(engine) as connection:
        known = connection.execute(sa.select(ring.c.proof)).scalar()
        if known is None:
            connection.execute(ring.insert().values(proof=vault.proof()))
        elif known != vault.proof():
            raise BadKeys(
                "These are not the keys of this database. "
                f"Set HALSOBOT_KEYS and {KEY_STORE} to those it was begun with."
            )
