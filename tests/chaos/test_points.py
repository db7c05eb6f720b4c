"""Killed at each point of the way that matters: nothing is lost, and her state advances exactly once.

``make kill`` kills thirty times at each point; here it is once.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from rig import Call, Kill

from . import killed_at
from .load import PATIENCE
from .scene import Scene, under_load

KILLS = int(os.environ.get("HALSOBOT_TEST_KILLS_AT", "1"))
#: Where Telegram has accepted the message and has not answered yet: the one point that only Telegram sees.
AFTER_ACCEPT = "after-accept"
#: The kill comes with one of so many passes.
PASSES = 16


@pytest.mark.timeout(120 + 90 * KILLS)
async def test_killed_at_each_point_nothing_is_lost_and_nothing_is_done_twice(tmp_path: Path) -> None:
    """Before and after her turn is computed and stored, before it is sent, accepted and noted."""
    points = [*killed_at.POINTS, AFTER_ACCEPT]
    async with under_load(tmp_path) as scene:
        for _ in range(KILLS):
            for point in points:
                await _a_life(scene, point)
        verdict = await scene.ends()
    print(f"\n{len(points)} points, {KILLS} kills at each, {scene.figures}: {verdict}")
    assert verdict.wrongs == []


async def _a_life(scene: Scene, point: str) -> None:
    passes = scene.dice.randint(1, PASSES)
    async with asyncio.timeout(PATIENCE):
        if point == AFTER_ACCEPT:
            await _killed_by_telegram(scene, passes)
        else:
            await scene.server.start("-P", killed_at.__file__, point, str(passes))
            await scene.server.dies()


async def _killed_by_telegram(scene: Scene, passes: int) -> None:
    killed = asyncio.Event()

    async def kill(_: Call) -> None:
        await scene.server.kill()
        killed.set()

    scene.rig.script(Kill(kill, "after"), skip=passes - 1, when=_to_a_contact)
    await scene.server.start()
    await killed.wait()


def _to_a_contact(call: Call) -> bool:
    return call.method in ("sendMessage", "editMessageText")
