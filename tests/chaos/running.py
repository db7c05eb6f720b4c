"""``halsobot serve`` as a process that must go on through all trouble, and its database as others see it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import aiohttp
from rig import Rig
from server import Server, free_port

from halsobot.channels.telegram.updates import NAME as TELEGRAM
from halsobot.channels.web.site import CHANNEL as WEB
from halsobot.model.inbound import Address
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys

__all__ = ["SECRET", "TELEGRAM", "WEB", "Ledger", "ledgered", "pid_of", "serving"]

SECRET = "s3cret"
#: How long a start may take on a machine that has other work (seconds).
START = 40


@asynccontextmanager
async def serving(folder: Path, rig: Rig | None = None, api: str = "") -> AsyncIterator[Server]:
    """A server with its web chat and, on a rig or the Bot API at ``api``, a webhook. It must not end by itself."""
    port = free_port()
    on_telegram = {
        "HALSOBOT_TELEGRAM_TOKEN": rig.token if rig else "123456:TEST",
        "HALSOBOT_TELEGRAM_API_URL": rig.url if rig else api,
        "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": SECRET,
        "HALSOBOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
    }
    server = Server(folder, on_telegram if rig or api else {}, port)
    await server.start()
    try:
        async with asyncio.timeout(START):
            await _answers(server)
            while rig and rig.delivery.hook is None:
                await asyncio.sleep(0.02)
        yield server
        assert server.process
        assert server.process.returncode is None, "the server has ended"
    finally:
        await server.is_gone()


async def _answers(server: Server) -> None:
    async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}") as http:
        while True:
            try:
                async with http.get("/") as answer:
                    assert answer.status == 200
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.05)


def pid_of(server: Server) -> int:
    """The process, while it runs."""
    assert server.process
    return server.process.pid


class Ledger:
    """What is stored, read by another connection than the server's own."""

    def __init__(self, server: Server) -> None:
        keys = server.folder / "keys"
        self._vault = open_keys(read_url(f"sqlite:///{server.folder}/contact-keys.db"), keys, now=0)
        self._connection = sqlite3.connect(f"file:{server.folder}/halsobot.db?mode=ro", uri=True)

    def turns(self, channel: str, id: str) -> int:
        """How many turns of somebody are stored."""
        query = "select version from contact where address_hash = ?"
        row = self._connection.execute(query, (self._hash(channel, id),)).fetchone()
        return int(row[0]) if row else 0

    def all_turns(self) -> int:
        """How many turns of everybody are stored."""
        return int(self._connection.execute("select sum(version) from contact").fetchone()[0])

    def states(self, channel: str, id: str) -> dict[int, set[str]]:
        """What became of the messages of each of somebody's turns."""
        query = "select turn, state from outbox join contact on contact.id = contact where address_hash = ?"
        states: dict[int, set[str]] = defaultdict(set)
        for turn, state in self._connection.execute(query, (self._hash(channel, id),)):
            states[turn].add(state)
        return states

    async def nothing_waits(self) -> None:
        """Wait until it is noted of every message what became of it."""
        waiting = "select count(*) from outbox where state in ('queued', 'sending')"
        async with asyncio.timeout(START):
            while self._connection.execute(waiting).fetchone() != (0,):
                await asyncio.sleep(0.05)

    def close(self) -> None:
        self._connection.close()

    def _hash(self, channel: str, id: str) -> bytes:
        return self._vault.address(Address(channel, id))


@asynccontextmanager
async def ledgered(folder: Path, rig: Rig | None = None, api: str = "") -> AsyncIterator[tuple[Server, Ledger]]:
    """A server as ``serving`` starts it, and what it stores."""
    async with serving(folder, rig, api) as server:
        with closing(Ledger(server)) as ledger:
            yield server, ledger
