"""What an operator does with keys and with what is kept, while the bot may be running."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from halsobot.app import open_store, utc_now
from halsobot.config import Settings
from halsobot.store.database import connect, read_url
from halsobot.store.files import alone_with
from halsobot.store.keystore import KeyStore
from halsobot.store.opening import KEY_STORE
from halsobot.store.retention import Due
from halsobot.store.ring import BadKeys, Ring, add_key, retire


def rotated(settings: Settings) -> Iterator[str]:
    """Renew the key ring; yields what was done. A kill at any moment leaves a ring that opens everything.

    Raises BadKeys, and OperationalError where the key store is in use for too long: then it can be done again.
    """
    url = read_url(settings.key_store, KEY_STORE)
    if not Path(url.database or "").is_file():
        raise BadKeys(f"There is no key store in {url.database} yet. Start the bot first.")
    store = KeyStore(connect(url), Ring(settings.keys))
    try:
        store.open(now=0, may_begin=False)  # the ring is the right one
        with alone_with(settings.keys) as alone:
            if not alone:
                raise BadKeys("A rotation is under way already. Wait until it is done.")
            add_key(settings.keys)
            yield f"A new key is in {settings.keys}. Back the file up now, with both keys in it."
            yield f"{sum(store.lock_anew())} keys are locked by it."
            store.lock_last(lambda: retire(settings.keys))
            yield "The old key is taken out. Back the file up again; older backups of the key store need the old one."
    finally:
        store.close()


async def due_now(settings: Settings, erase: bool) -> list[Due]:
    """What has been kept for long enough. Erases it all if told to."""
    store = open_store(settings, utc_now)
    try:
        return await (store.tidy(approved=True) if erase else store.due())
    finally:
        store.close()
