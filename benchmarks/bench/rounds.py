"""One round: a fresh bot, some people who talk to it for a while, and what was measured."""

from __future__ import annotations

import asyncio
import gc
import math
import tempfile
import time
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvloop

from bench.api import Api, Json
from bench.bots import Bot, Place
from bench.people import People, Seen
from bench.process import Started, free_port
from bench.wire import Caller, Incoming
from bench.words import Conversation

#: How long a bot may take to answer for the first time (seconds).
START = 20.0
#: Connections that Telegram opens to a webhook, where the bot does not say.
CONNECTIONS = 40


class Failed(Exception):
    """A bot does not answer. The text says what it wrote."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How many people talk, how long they think, how late each API call is answered, and for how long (seconds)."""

    contacts: int
    thinking: float = 0.0
    delay: float = 0.0
    warm_up: float = 2.0
    seconds: float = 8.0
    patience: float = 10.0

    @property
    def name(self) -> str:
        return f"{self.contacts} far" if self.delay else str(self.contacts)

    @property
    def offered(self) -> float | None:
        """Updates a second of people who get each answer after one call's delay and no time of the bot's own."""
        return self.contacts / (self.thinking + self.delay) if self.thinking else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What one round measured: updates a second, milliseconds from press to answer, seconds of CPU for 10,000 updates,
    MB, seconds from start to the first answer. ``calls`` are the bot's for each update, ``driver`` is the driver's own
    share of a core, ``helpers`` the CPU of what the bot needs beside it.
    """

    rate: float
    p50: float
    p95: float
    p99: float
    cpu: float
    peak: float
    start: float
    lost: int
    doubled: int
    wrong: int
    redelivered: int
    calls: float
    driver: float
    helpers: float
    examples: tuple[str, ...]


def measure(bot: Bot, words: Conversation, profile: Profile, seed: int) -> Figures:
    """Raises Failed."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, _loop() as runner:
        return runner.run(_Round(bot, words, profile, seed, Path(folder)).run())


@contextmanager
def _loop() -> Iterator[asyncio.Runner]:
    """A loop whose pauses are not Python's: what is left from before is not looked at by the collector."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            yield runner
    finally:
        gc.enable()


class _Round:
    """The server, the bot and the people of one round."""

    def __init__(self, bot: Bot, words: Conversation, profile: Profile, seed: int, folder: Path) -> None:
        self._bot, self._profile, self._folder = bot, profile, folder
        self._people = People(words, seed, profile.patience)
        self._api = Api(profile.delay, self._people.shown, self._hook)
        self._people.api = self._api
        self._webhook: Json | None = None
        self._faults: list[dict[str, Any]] = []

    async def run(self) -> Figures:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._fault)
        server = await loop.create_server(lambda: Incoming(self._api.serve), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        with ExitStack() as stack:
            stack.callback(server.close)
            place = Place(self._folder, f"http://127.0.0.1:{port}", free_port())
            processes = stack.enter_context(self._bot.start(place))
            first = await self._in_time(self._first_answer(stack), processes[0])
            return await self._talk(processes, first - processes[0].at)

    def _fault(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """A fault of the driver's own: what it measured then is worth nothing."""
        self._faults.append(context)

    def _hook(self, webhook: Json) -> None:
        self._webhook = webhook

    async def _first_answer(self, stack: ExitStack) -> float:
        while self._webhook is None:
            await asyncio.sleep(0.001)
        webhook = self._webhook
        headers = {
            "Content-Type": "application/json",
            "X-Telegram-Bot-Api-Secret-Token": webhook.get("secret_token", ""),
        }
        caller = Caller(webhook["url"], headers, int(webhook.get("max_connections") or CONNECTIONS))
        stack.callback(caller.close)
        self._people.webhook = caller
        return await self._people.first_answer()

    async def _in_time(self, answer: Coroutine[None, None, float], bot: Started) -> float:
        try:
            async with asyncio.timeout(START):
                return await answer
        except TimeoutError:
            raise Failed(f"{self._bot.name} does not answer. It wrote:\n{bot.said()}") from None

    async def _talk(self, processes: tuple[Started, ...], start: float) -> Figures:
        profile, people = self._profile, self._people
        watching = asyncio.create_task(people.watch())
        people.come(profile.contacts, profile.thinking)
        await asyncio.sleep(profile.warm_up)
        before = self._reading(processes)
        await asyncio.sleep(profile.seconds)
        after = self._reading(processes)
        peak = processes[0].peak()
        await people.finish()
        watching.cancel()
        if not processes[0].running():
            raise Failed(f"{self._bot.name} has ended. It wrote:\n{processes[0].said()}")
        if self._faults:
            raise RuntimeError(self._faults[0]["message"]) from self._faults[0].get("exception")
        return _figures(people.seen, before, after, peak, start)

    def _reading(self, processes: tuple[Started, ...]) -> _Reading:
        bot, *helpers = (process.cpu() for process in processes)
        return _Reading(time.monotonic(), bot, sum(helpers), time.process_time(), self._api.calls)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the clocks say at one moment."""

    at: float
    bot: float
    helpers: float
    driver: float
    calls: int


def _figures(seen: Seen, before: _Reading, after: _Reading, peak: float, start: float) -> Figures:
    waits = sorted(wait for at, wait in seen.answers if before.at <= at < after.at)
    number, took = max(len(waits), 1), after.at - before.at
    return Figures(
        rate=len(waits) / took,
        p50=_percentile(waits, 0.50),
        p95=_percentile(waits, 0.95),
        p99=_percentile(waits, 0.99),
        cpu=(after.bot - before.bot) / number * 10_000,
        peak=peak,
        start=start,
        lost=seen.lost,
        doubled=seen.doubled,
        wrong=seen.wrong,
        redelivered=seen.redelivered,
        calls=(after.calls - before.calls) / number,
        driver=(after.driver - before.driver) / took,
        helpers=(after.helpers - before.helpers) / number * 10_000,
        examples=tuple(seen.examples),
    )


def _percentile(waits: list[float], part: float) -> float:
    """In milliseconds; where nothing was answered, no number."""
    return waits[min(int(len(waits) * part), len(waits) - 1)] * 1000 if waits else math.nan
