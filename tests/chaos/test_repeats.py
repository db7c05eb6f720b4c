"""Telegram repeats what it is not sure of: each thing she did has its effect once, and none is dropped.

``make repeats`` delivers twenty thousand; here it is a few hundred.
"""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from rig import Rig
from server import Server

from . import evidence
from .load import PATIENCE
from .repeats import Json, People, Thing, deliveries
from .scene import served

THINGS = int(os.environ.get("HALSOBOT_TEST_DELIVERIES", "400"))
#: So many connections deliver at once, as Telegram may; what is refused comes again after so long (seconds).
CONNECTIONS, AGAIN = 100, 0.5
#: What the rig says where nobody answers.
NO_ANSWER = 0


class Telegram:
    """Delivers until it is taken: whatever is refused comes again, as often as needed."""

    def __init__(self, rig: Rig, updates: Iterator[Json]) -> None:
        self._rig, self._updates = rig, updates
        self.answers: Counter[int] = Counter()

    async def delivers(self) -> None:
        async with asyncio.TaskGroup() as connections:
            for _ in range(CONNECTIONS):
                connections.create_task(self._one_connection())

    async def _one_connection(self) -> None:
        for update in self._updates:
            while (status := await self._rig.post(update)) != 200:
                self.answers[status] += 1
                await asyncio.sleep(AGAIN)
            self.answers[status] += 1


@pytest.mark.timeout(120 + THINGS // 5)
async def test_delivered_again_and_again_everything_has_its_effect_once(tmp_path: Path) -> None:
    """Each up to five times: at once, long after, renumbered, out of order, more than may wait; and over a restart."""
    dice = random.Random(1)
    async with served(tmp_path) as (rig, server):
        things = People(rig, dice).do(THINGS)
        updates = deliveries(things, dice)
        answers = await _delivered(rig, server, updates)
        assert rig.violations == []
        assert server.troubles == []
    wrongs = list(_wrongs(tmp_path, rig, things))
    print(f"\n{THINGS} things delivered {answers[200]} times, {answers[503]} refusals: {len(wrongs)} wrong")
    assert wrongs == []
    assert answers[200] == len(updates)
    assert answers[503] > 0, "nobody did more at once than may wait"
    assert answers.keys() <= {200, 503, NO_ANSWER}


async def _delivered(rig: Rig, server: Server, updates: list[Json]) -> Counter[int]:
    """Start the server and deliver; when everything is answered, stop it. Returns how often it answered what."""
    rig.press_expires_after = 86400
    await server.start()
    await _is_connected(rig)
    telegram = Telegram(rig, iter(updates))
    async with asyncio.TaskGroup() as together:
        together.create_task(telegram.delivers())
        together.create_task(_starts_anew(server, telegram, len(updates) // 2))
    await _has_answered(server.folder)
    assert (await server.stop())[0] == 0
    return telegram.answers


async def _starts_anew(server: Server, telegram: Telegram, after: int) -> None:
    """Told to stop when so much has been taken, and begun again: what it had in mind is gone."""
    while telegram.answers[200] < after:
        await asyncio.sleep(0.01)
    assert (await server.stop())[0] == 0
    await server.start()


async def _is_connected(rig: Rig) -> None:
    async with asyncio.timeout(PATIENCE):
        while not rig.called("setMyCommands"):
            await asyncio.sleep(0.05)


async def _has_answered(folder: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        while evidence.waiting(folder):
            await asyncio.sleep(0.05)


def _wrongs(folder: Path, rig: Rig, things: list[Thing]) -> Iterator[str]:
    """Of each contact: what she did is stored once, advanced her state once, and was answered once."""
    stored, shown = evidence.stored(folder), evidence.accepted(rig.calls)
    did: dict[int, Counter[str | None]] = defaultdict(Counter)
    for thing in things:
        did[thing.chat][thing.said] += 1
    for chat, hers in did.items():
        version, turns = stored[chat]
        if Counter(turn.did for turn in turns) != hers or version != hers.total():
            yield f"contact {chat} did {hers.total()} things; version {version}, {len(turns)} turns"
        if [screen.turn for screen in shown[chat]] != list(range(1, hers.total() + 1)):
            yield f"contact {chat} was shown the turns {[screen.turn for screen in shown[chat]]}"
    if evidence.marks(folder) != len(things):
        yield f"{evidence.marks(folder)} marks"
