"""Told to stop under load: it ends what it has begun, and the next start goes on; nothing is lost or doubled.

``make stop`` stops it fifty times; here it is a few.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from .scene import LATENCY, Scene, under_load

STOPS = int(os.environ.get("HALSOBOT_TEST_STOPS", "1"))
#: Supervisors kill what has not ended after so long (seconds).
SUPERVISOR = 10.0
#: A stop comes within so many seconds of the first answer, and finds calls that take as long as one of these.
LIFE, LATENCIES = 1.0, (LATENCY, 0.2, 1.5)


@pytest.mark.timeout(120 + 30 * STOPS)
async def test_told_to_stop_it_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """SIGTERM while eight senders are at work, and while Telegram is quick or slow to answer."""
    async with under_load(tmp_path) as scene:
        stops = [await _a_life(scene) for _ in range(STOPS)]
        verdict = await scene.ends()
    longest = max(seconds for _, seconds in stops)
    print(f"\n{STOPS} stops, {scene.figures}: {verdict}; the longest stop took {longest:.1f} s")
    assert verdict.wrongs == []
    assert verdict.doubled == []
    assert {status for status, _ in stops} == {0}
    assert longest < SUPERVISOR


async def _a_life(scene: Scene) -> tuple[int, float]:
    await scene.server.start()
    await scene.load.is_answered()
    scene.rig.latency = scene.dice.choice(LATENCIES)
    await asyncio.sleep(scene.dice.uniform(0, LIFE))
    stopped = await scene.server.stop()
    scene.rig.latency = LATENCY
    return stopped
