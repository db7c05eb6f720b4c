"""halsobot as a process of its own on a Bot API server on loopback, under load."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rig import Rig
from server import Server, free_port

from . import evidence
from .load import PATIENCE, Load
from .verdict import Verdict, judge

#: How long each call takes on its way to Telegram and back (seconds).
LATENCY = 0.005


@dataclass
class Scene:
    """What a test of chaos needs; ``dice`` is the same each time, the moments it chooses are not."""

    rig: Rig
    server: Server
    load: Load
    dice: random.Random

    @property
    def figures(self) -> str:
        return f"{self.load.deeds} updates, {self.load.repeated} of them delivered again"

    async def ends(self) -> Verdict:
        """A last life, in which everything is answered and then nothing more is done."""
        await self.server.start()
        await self.load.is_answered()
        await self.load.end()
        async with asyncio.timeout(PATIENCE):
            while evidence.waiting(self.server.folder):
                await asyncio.sleep(0.05)
        status, _ = await self.server.stop()
        assert status == 0, status
        assert self.rig.violations == []
        assert self.rig.early == []
        assert self.rig.spinning == []
        assert self.server.troubles == []
        return judge(evidence.stories(self.server.folder, self.rig, self.load.did), self.server.killed_at)


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[tuple[Rig, Server]]:
    """A rig, and a server by webhook that is yet to be started. Afterwards there is neither."""
    async with Rig() as rig:
        rig.latency = LATENCY
        port = free_port()
        settings = {
            "HALSOBOT_TELEGRAM_TOKEN": rig.token,
            "HALSOBOT_TELEGRAM_API_URL": rig.url,
            "HALSOBOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
            "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": "s3cret",
        }
        server = Server(folder, settings, port)
        try:
            yield rig, server
        finally:
            await server.is_gone()


@asynccontextmanager
async def under_load(folder: Path) -> AsyncIterator[Scene]:
    """Eight senders are at work; the server is yet to be started."""
    dice = random.Random(1)
    async with served(folder) as (rig, server):
        load = Load(rig, dice)
        load.begin()
        try:
            yield Scene(rig, server, load, dice)
        finally:
            await load.break_off()
