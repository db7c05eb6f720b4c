"""Killed at any moment under load on Telegram: every acknowledged update is answered, in order.

A message may stand there twice only where Telegram had accepted it and the kill came before we could
note it. ``make kill`` runs thirty rounds; here it is a few.
"""

from __future__ import annotations

import asyncio
import os
import random
from itertools import pairwise
from pathlib import Path

from rig import Call, FakeChat, Rig
from server import Server, free_port

ROUNDS = int(os.environ.get("HALSOBOT_TEST_KILLS", "4"))
CHATS, TURNS = 8, 12


def _on_telegram(rig: Rig) -> dict[str, str]:
    return {
        "HALSOBOT_TELEGRAM_TOKEN": rig.token,
        "HALSOBOT_TELEGRAM_API_URL": rig.url,
        "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": "s3cret",
    }


async def test_killed_under_load_every_acknowledged_update_is_answered_in_order(tmp_path: Path) -> None:
    """Eight chats write without pause while the server is killed and started again."""
    dice = random.Random(1)
    async with Rig() as rig:
        rig.latency = 0.005
        port = free_port()
        hook = {"HALSOBOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram"}
        server = Server(tmp_path, _on_telegram(rig) | hook, port)
        await server.start()
        try:
            chats = [rig.chat(number) for number in range(1, CHATS + 1)]
            for _ in range(ROUNDS):
                await _round(rig, server, chats, dice)
            expected = ROUNDS * TURNS
            doubled = sum([await _settled(rig, server, chat, expected) for chat in chats])
        finally:
            await server.kill()
        assert rig.violations == []
    print(f"{ROUNDS} kills, {CHATS * expected} updates, 0 lost, 0 out of order, {doubled} doubled")


async def _round(rig: Rig, server: Server, chats: list[FakeChat], dice: random.Random) -> None:
    talking = asyncio.gather(*(_talks(chat) for chat in chats))
    taken = len(rig.calls)
    while len(rig.calls) < taken + dice.randrange(CHATS, CHATS * TURNS // 2) and not talking.done():
        await asyncio.sleep(0.001)
    await asyncio.sleep(dice.random() * 0.02)
    await server.kill()
    await server.start()
    await asyncio.wait_for(talking, 60)


async def _talks(chat: FakeChat) -> None:
    """She writes and goes on as soon as Telegram has got rid of it."""
    for turn in range(TURNS):
        await (await chat.sends(f"hej {turn}")).acknowledged(60)


async def _settled(rig: Rig, server: Server, chat: FakeChat, expected: int) -> int:
    """Wait for the last answer; then each turn was answered, in order. Returns how many stand there twice."""
    async with asyncio.timeout(30):
        while not any(_turn(call) == expected for call in _shown(rig, chat)):
            await asyncio.sleep(0.05)
    calls = _shown(rig, chat)
    turns = [_turn(call) for call in calls]
    assert sorted(set(turns)) == list(range(1, expected + 1)), (chat.id, turns)
    assert turns == sorted(turns), (chat.id, turns)
    for before, after in pairwise(calls):
        if _turn(before) == _turn(after):
            assert any(before.time <= at <= after.time for at in server.killed_at), (before, after)
    return len(turns) - len(set(turns))


def _shown(rig: Rig, chat: FakeChat) -> list[Call]:
    return [call for call in rig.called("sendMessage", chat) if "inline_keyboard" in call.params["reply_markup"]]


def _turn(call: Call) -> int:
    """Each button says in which turn it was made."""
    return int(call.params["reply_markup"]["inline_keyboard"][0][0]["callback_data"].rpartition("|")[2])
