"""halsobot in front of a Bot API server on loopback, by webhook and by polling."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

import pytest
from rig import Rig
from server import free_port

from halsobot import serve
from halsobot.app import running
from halsobot.channels.telegram.api import BotApi
from halsobot.channels.telegram.send import Telegram
from halsobot.config import Settings
from halsobot.conversation.runtime import Runtime

Way = Literal["webhook", "polling"]


@dataclass
class Clock:
    """The bot's time, which a test may set."""

    now: datetime | None = field(default=None)

    def __call__(self) -> datetime:
        return self.now or datetime.now(UTC)


@dataclass
class Bot:
    """A running halsobot, its Telegram and its clock."""

    rig: Rig
    rt: Runtime
    clock: Clock


@asynccontextmanager
async def connected(settings: Settings, rig: Rig, way: Way) -> AsyncIterator[Bot]:
    """halsobot connected to the rig, as ``halsobot serve`` connects it."""
    clock = Clock()
    async with AsyncExitStack() as stack:
        api = await stack.enter_async_context(BotApi(rig.url, rig.token))
        telegram = Telegram(api)
        port = free_port()
        url = f"http://127.0.0.1:{port}/telegram" if way == "webhook" else ""
        own = {"port": port, "telegram_webhook_url": url, "telegram_webhook_secret": "s3cret"}
        mine = settings.model_copy(update=own)
        rt = await stack.enter_async_context(running(mine, {telegram.name: telegram}, clock))
        door = serve.open_door(mine, api, telegram)
        await stack.enter_async_context(serve.serving(mine, rt, door, clock))
        async with asyncio.timeout(10):
            while not rig.called("setMyCommands"):
                await asyncio.sleep(0.01)
        yield Bot(rig, rt, clock)


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with Rig() as server:
        yield server
        assert server.violations == []
        assert server.early == []


@pytest.fixture(params=["webhook", "polling"])
async def bot(request: pytest.FixtureRequest, settings: Settings, rig: Rig) -> AsyncIterator[Bot]:
    """halsobot on the rig, both ways in."""
    async with connected(settings, rig, request.param) as one:
        yield one


@pytest.fixture
async def hooked(settings: Settings, rig: Rig) -> AsyncIterator[Bot]:
    """halsobot on the rig by webhook alone."""
    async with connected(settings, rig, "webhook") as one:
        yield one
