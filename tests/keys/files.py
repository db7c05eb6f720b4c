"""The files of a halsobot as a test looks at them: the rows of each contact, and which keys open them."""

from __future__ import annotations

import asyncio
import os
import sys
import zlib
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from halsobot.config import Settings
from halsobot.store.crypt import Vault
from halsobot.store.database import connect, read_url
from halsobot.store.keystore import key
from halsobot.store.opening import open_keys
from halsobot.store.ring import BadKeys, Ring
from halsobot.store.tables import contact, outbox, transcript

ROOT = Path(__file__).parents[2]


def file_of(url: str) -> Path:
    """The SQLite file of a setting."""
    return Path(read_url(url).database or "")


@contextmanager
def reading(settings: Settings) -> Iterator[tuple[sa.Connection, Vault]]:
    """The database and what opens it, with the key ring as it is now."""
    engine = connect(read_url(settings.database_url))
    vault = open_keys(read_url(settings.key_store), settings.keys, now=0)
    try:
        with engine.connect() as connection:
            yield connection, vault
    finally:
        engine.dispose()
        vault.keys.close()


@dataclass(frozen=True)
class Hers:
    """All that is kept of a contact, opened."""

    channel: str
    address: str
    session: str
    said: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def everything(self) -> str:
        return "\n".join((self.session, *self.said, *self.shown))


def everybody(settings: Settings) -> dict[str, Hers]:
    """Each contact by her id, every row of hers opened. Raises Sealed, NoKey or BadKeys where one does not open."""
    with reading(settings) as (connection, vault):
        return {row.id: _hers(connection, vault, row) for row in connection.execute(_staying()).all()}


def _staying() -> sa.Select[tuple[object, ...]]:
    return sa.select(contact).where(contact.c.leaving.is_(None))


def _hers(connection: sa.Connection, vault: Vault, row: sa.Row[tuple[object, ...]]) -> Hers:
    def rows(table: sa.Table) -> list[sa.Row[tuple[object, ...]]]:
        return list(connection.execute(sa.select(table).where(table.c.contact == row.id)))

    session = vault.open(row.id, "contact", "session", str(row.version), row.session)
    said = (
        vault.open(row.id, "transcript", "body", f"{each.turn}:{each.position}", each.body) for each in rows(transcript)
    )
    shown = (vault.open(row.id, "outbox", "body", str(each.seq), each.body) for each in rows(outbox))
    address = vault.open(row.id, "contact", "address", "", row.address).decode()
    return Hers(row.channel, address, _text(session), tuple(map(_text, said)), tuple(map(_text, shown)))


def _text(body: bytes) -> str:
    """A body as it was before it was packed."""
    return (zlib.decompress(body) if body.startswith(b"\x78") else body).decode()


def opened_by(settings: Settings, ring: Path) -> int:
    """How many keys of the store this ring opens."""
    engine, keys = connect(read_url(settings.key_store)), Ring(ring)
    with engine.connect() as connection:
        rows = connection.execute(sa.select(key.c.whose, key.c.locked)).all()
    engine.dispose()
    return sum(_opens(keys, row.whose, row.locked) for row in rows)


def _opens(ring: Ring, whose: str, locked: bytes) -> bool:
    try:
        ring.unlock(whose, locked)
    except BadKeys:
        return False
    return True


def keys_in(ring: Path) -> int:
    """How many keys stand in a ring's file."""
    return len(ring.read_text().split())


def environment(settings: Settings, **own: str) -> dict[str, str]:
    """The settings of a process on the same files."""
    given = {
        "HALSOBOT_DATABASE_URL": settings.database_url,
        "HALSOBOT_KEYS": str(settings.keys),
        "HALSOBOT_CONTENT": str(settings.content),
        "HALSOBOT_UNREVIEWED": "show",
        "HALSOBOT_PORT": "0",
        "HALSOBOT_CONSOLE_PORT": "0",
    }
    return {**os.environ, **given, **own}


async def begin(settings: Settings, *command: str) -> Process:
    """``halsobot`` with this command, as a process."""
    program = (sys.executable, "-m", "halsobot", *command)
    return await asyncio.create_subprocess_exec(*program, env=environment(settings), stdout=PIPE, stderr=PIPE)


async def ended(process: Process, seconds: float = 60) -> tuple[int, str]:
    """Its exit code and what it printed; it does not outlive its test."""
    try:
        out, err = await asyncio.wait_for(process.communicate(), seconds)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert process.returncode is not None
    return process.returncode, (out + err).decode()


async def halsobot(settings: Settings, *command: str) -> tuple[int, str]:
    """Run ``halsobot`` with this command to its end."""
    return await ended(await begin(settings, *command))
