"""Killed at any moment under load: whatever was acknowledged is answered, in order.

A message may stand there twice only where Telegram had accepted it and the kill came before we could note it.
``make chaos`` kills two hundred times; here it is a few.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from .load import SENDERS
from .scene import Scene, under_load

KILLS = int(os.environ.get("HALSOBOT_TEST_KILLS", "2"))
#: A life ends within so many seconds of its first answer; one in ten within so many of its start, perhaps too early
#: for an answer.
LIFE, SHORT_LIFE, SHORT = 1.0, 3.0, 0.1
#: A mean says something only of many.
MANY = 30


@pytest.mark.timeout(120 + 15 * KILLS)
async def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """Eight senders, forty contacts: words, presses, /start and cries for help; and kill -9 again and again."""
    async with under_load(tmp_path) as scene:
        for _ in range(KILLS):
            await _a_life(scene)
        verdict = await scene.ends()
    print(f"\n{KILLS} kills, {scene.figures}: {verdict}")
    assert verdict.wrongs == []
    assert len(verdict.doubled) <= KILLS * (1 if KILLS >= MANY else SENDERS), verdict.doubled


async def _a_life(scene: Scene) -> None:
    await scene.server.start()
    if scene.dice.random() < SHORT:
        await asyncio.sleep(scene.dice.uniform(0, SHORT_LIFE))
    else:
        await scene.load.is_answered()
        await asyncio.sleep(scene.dice.uniform(0, LIFE))
    await scene.server.kill()
