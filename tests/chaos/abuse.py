"""One who never stops: on the web with many connections, on Telegram with one message after the other."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rig import FakeChat
from server import Server

from .crowd import Crowd, waits
from .visitors import Visitors

PEST = Path(__file__).with_name("pest.py")
#: Fewer waits than these say nothing of a round.
ENOUGH = 20


class Rounds:
    """How long people on both channels waited, in each of several rounds (seconds)."""

    def __init__(self, crowd: Crowd, visitors: Visitors) -> None:
        self._crowd, self._visitors = crowd, visitors
        self._times: list[tuple[float, float]] = []

    async def one(self, seconds: float) -> None:
        """A round, in which they go on as ever; longer where the machine is so busy that they do next to nothing."""
        begun = time.time()
        await asyncio.sleep(seconds)
        while len(self._waits(begun, time.time())) < ENOUGH:
            await asyncio.sleep(0.1)
        self._times.append((begun, time.time()))

    def _waits(self, since: float, until: float) -> list[float]:
        return waits(self._crowd.people, since, until) + self._visitors.waits(since, until)

    @property
    def waits(self) -> list[list[float]]:
        """For each round how long the answers took to what was done in it, once they are there."""
        return [self._waits(*times) for times in self._times]


@dataclass
class Done:
    """How much was taken and how much refused."""

    answered: int = 0
    refused: int = 0


@asynccontextmanager
async def posting_without_pause(server: Server) -> AsyncIterator[Done]:
    """Another program posts into one web chat; in the end it says how often."""
    done = Done()
    program = await asyncio.create_subprocess_exec(
        sys.executable, str(PEST), str(server.port), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert program.stdout
        await asyncio.wait_for(program.stdout.readline(), 20)
        yield done
        told, _ = await asyncio.wait_for(program.communicate(b""), 20)
        done.answered, done.refused = map(int, told.split())
    finally:
        if program.returncode is None:
            program.kill()
            await program.wait()


@asynccontextmanager
async def writing_without_pause(chat: FakeChat) -> AsyncIterator[Done]:
    """She writes as soon as Telegram has got rid of the last message, whatever is answered."""
    done, over = Done(), asyncio.Event()
    task = asyncio.create_task(_writes(chat, done, over))
    try:
        yield done
    finally:
        over.set()
        await task


async def _writes(chat: FakeChat, done: Done, over: asyncio.Event) -> None:
    while not over.is_set():
        await (await chat.sends("hej")).acknowledged(20)
        done.answered += 1
