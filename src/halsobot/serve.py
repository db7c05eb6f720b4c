"""``halsobot serve``: the bot with its web chat and, with a token, Telegram, until it is told to stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from aiohttp import web

from halsobot.app import running, utc_now
from halsobot.channels.telegram.api import BotApi
from halsobot.channels.telegram.door import Door
from halsobot.channels.telegram.send import Telegram
from halsobot.channels.web.app import make_app
from halsobot.config import BadSettings, Settings
from halsobot.conversation.runtime import Runtime
from halsobot.logs import set_up_logs, watch
from halsobot.store.database import read_url
from halsobot.store.store import Clock

#: How long requests under way may take when it stops (seconds); supervisors kill after ten.
SHUTDOWN = 3.0


async def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. Raises what ``running`` raises, and BadSettings where it cannot listen."""
    set_up_logs(settings.log_level)
    watch(asyncio.get_running_loop())
    async with AsyncExitStack() as stack:
        door, telegram = None, None
        if settings.telegram_token:
            api = await stack.enter_async_context(BotApi(settings.telegram_api_url, settings.telegram_token))
            telegram = Telegram(api)
            door = open_door(settings, api, telegram)
        rt = await stack.enter_async_context(running(settings, {telegram.name: telegram} if telegram else {}))
        runner = await stack.enter_async_context(serving(settings, rt, door))
        print(f"halsobot is running. Open {address(runner)} in a browser. Ctrl-C stops it.", flush=True)
        await stopped()


def open_door(settings: Settings, api: BotApi, telegram: Telegram) -> Door:
    """Telegram's door as the settings say. Of several programs on one database, one asks for updates."""
    lock = Path(f"{read_url(settings.database_url).database}.polling")
    return Door(api, telegram, settings.telegram_webhook_url, settings.telegram_webhook_secret, lock)


@asynccontextmanager
async def serving(
    settings: Settings, rt: Runtime, door: Door | None, clock: Clock = utc_now
) -> AsyncIterator[web.AppRunner]:
    """The web chat's port, with Telegram's address on it where updates come by webhook."""
    app = make_app(rt, exit_url=settings.exit_url, clock=clock)
    begin = door.add_route(app, rt, clock) if door else None
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN)
    await runner.setup()
    work = None
    try:
        await _listen(runner, settings)
        work = begin() if begin else None
        yield runner
    finally:
        if work:
            work.cancel()
        await runner.cleanup()


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    try:
        await web.TCPSite(runner, settings.host, settings.port).start()
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        why = error.strerror or str(error)
        raise BadSettings(f"Cannot listen on {where} ({why}). Set HALSOBOT_HOST and HALSOBOT_PORT.") from None


def address(runner: web.AppRunner) -> str:
    """Where to click: the address as a browser takes it."""
    host, port = runner.addresses[0][:2]
    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::", "::1") else host
    return f"http://{shown}:{port}"


async def stopped() -> None:
    """Wait for SIGTERM or SIGINT."""
    asked = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, asked.set)
    await asked.wait()
