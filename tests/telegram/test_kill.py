"""Killed at any moment under load on Telegram: every acknowledged update is answered, in order.

A message may stand there twice only where Telegram had accepted it and the kill came before we could
note it. ``make kill`` runs thirty rounds; here it is a few.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
import time
from asyncio.subprocess import DEVNULL, Process
from dataclasses import dataclass, field
from pathlib import Path

from conftest import free_port
from rig import Call, FakeChat, Rig

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("HALSOBOT_TEST_KILLS", "4"))
CHATS, TURNS = 8, 12


@dataclass
class Server:
    """``halsobot serve`` as a process of its own, in front of the rig."""

    rig: Rig
    folder: Path
    port: int = field(default_factory=free_port)
    process: Process | None = None
    killed_at: list[float] = field(default_factory=list)

    async def start(self) -> None:
        own = {
            "HALSOBOT_DATABASE_URL": f"sqlite:///{self.folder}/halsobot.db",
            "HALSOBOT_KEYS": f"{self.folder}/keys",
            "HALSOBOT_CONTENT": str(ROOT),
            "HALSOBOT_PORT": str(self.port),
            "HALSOBOT_UNREVIEWED": "show",
            "HALSOBOT_TELEGRAM_TOKEN": self.rig.token,
            "HALSOBOT_TELEGRAM_API_URL": self.rig.url,
            "HALSOBOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{self.port}/telegram",
            "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": "s3cret",
        }
        command = (sys.executable, "-m", "halsobot", "serve")
        self.process = await asyncio.create_subprocess_exec(
            *command, env={**os.environ, **own}, stdout=DEVNULL, stderr=DEVNULL
        )

    async def kill(self) -> None:
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        self.killed_at.append(time.time())


async def test_killed_under_load_every_acknowledged_update_is_answered_in_order(tmp_path: Path) -> None:
    """Eight chats write without pause while the server is killed and started again."""
    dice = random.Random(1)
    async with Rig() as rig:
        rig.latency = 0.005
        server = Server(rig, tmp_path)
        await server.start()
        try:
            chats = [rig.chat(number) for number in range(1, CHATS + 1)]
            for _ in range(ROUNDS):
                await _round(server, chats, dice)
            expected = ROUNDS * TURNS
            doubled = sum([await _settled(server, chat, expected) for chat in chats])
        finally:
            await server.kill()
        assert rig.violations == []
    print(f"{ROUNDS} kills, {CHATS * expected} updates, 0 lost, 0 out of order, {doubled} doubled")


async def _round(server: Server, chats: list[FakeChat], dice: random.Random) -> None:
    talking = asyncio.gather(*(_talks(chat) for chat in chats))
    taken = len(server.rig.calls)
    while len(server.rig.calls) < taken + dice.randrange(CHATS, CHATS * TURNS // 2) and not talking.done():
        await asyncio.sleep(0.001)
    await asyncio.sleep(dice.random() * 0.02)
    await server.kill()
    await server.start()
    await asyncio.wait_for(talking, 60)


async def _talks(chat: FakeChat) -> None:
    """She writes and goes on as soon as Telegram has got rid of it."""
    for turn in range(TURNS):
        await (await chat.sends(f"hej {turn}")).acknowledged(60)


async def _settled(server: Server, chat: FakeChat, expected: int) -> int:
    """Wait for the last answer; then each turn was answered, in order. Returns how many stand there twice."""
    async with asyncio.timeout(30):
        while not any(_turn(call) == expected for call in _shown(server.rig, chat)):
            await asyncio.sleep(0.05)
    calls = _shown(server.rig, chat)
    turns = [_turn(call) for call in calls]
    assert sorted(set(turns)) == list(range(1, expected + 1)), (chat.id, turns)
    assert turns == sorted(turns), (chat.id, turns)
    for before, after in zip(calls, calls[1:], strict=False):
        if _turn(before) == _turn(after):
            assert any(before.time <= at <= after.time for at in server.killed_at), (before, after)
    return len(turns) - len(set(turns))


def _shown(rig: Rig, chat: FakeChat) -> list[Call]:
    return [call for call in rig.called("sendMessage", chat) if "inline_keyboard" in call.params["reply_markup"]]


def _turn(call: Call) -> int:
    """Each button says in which turn it was made."""
    return int(call.params["reply_markup"]["inline_keyboard"][0][0]["callback_data"].rpartition("|")[2])
