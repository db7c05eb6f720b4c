"""``halsobot serve``: the bot with its web chat, the guides' console and, with a token, Telegram, until stopped."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from aiohttp import web

from halsobot.app import running, utc_now
from halsobot.bells.mail import send
from halsobot.bells.ring import Ringer
from halsobot.channels.telegram.api import BotApi
from halsobot.channels.telegram.door import Door
from halsobot.channels.telegram.group import tell_group
from halsobot.channels.telegram.send import Telegram
from halsobot.channels.web.app import make_app
from halsobot.config import BadSettings, Settings
from halsobot.console.app import make_console
from halsobot.conversation.runtime import Runtime
from halsobot.conversation.workers import always
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
        door, telegram, api = None, None, None
        if settings.telegram_token:
            api = await stack.enter_async_context(BotApi(settings.telegram_api_url, settings.telegram_token))
            telegram = Telegram(api)
            door = open_door(settings, api, telegram)
        rt = await stack.enter_async_context(running(settings, {telegram.name: telegram} if telegram else {}))
        await stack.enter_async_context(ringing(settings, rt, api))
        runner = await stack.enter_async_context(serving(settings, rt, door))
        guides = await stack.enter_async_context(console(settings, rt))
        print(f"halsobot is running. Open {address(runner)} in a browser. Ctrl-C stops it.", flush=True)
        print(f"The health guides' console is at {address(guides)}.", flush=True)
        await stopped()


@asynccontextmanager
async def ringing(settings: Settings, rt: Runtime, api: BotApi | None) -> AsyncIterator[None]:
    """Guides are rung, where the settings say how."""

    async def mail(to: str, text: str) -> None:
        await asyncio.to_thread(send, settings.smtp_url, settings.bell_from, to, text)

    async def group(text: str) -> None:
        if api:
            await tell_group(api, int(settings.bell_chat), text)

    ringer = Ringer(rt, mail if settings.smtp_url else None, group if settings.bell_chat else None)
    work = asyncio.create_task(always(ringer.run)) if settings.smtp_url or settings.bell_chat else None
    try:
        yield
    finally:
        if work:
            work.cancel()


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
        await _listen(runner, settings.host, settings.port, "HALSOBOT_HOST and HALSOBOT_PORT")
        work = begin() if begin else None
        yield runner
    finally:
        if work:
            work.cancel()
        await runner.cleanup()


@asynccontextmanager
async def console(settings: Settings, rt: Runtime, clock: Clock = utc_now) -> AsyncIterator[web.AppRunner]:
    """The console's port, apart from the web chat's, so that a wall can stand before it."""
    runner = web.AppRunner(make_console(rt, clock=clock), access_log=None, shutdown_timeout=SHUTDOWN)
    await runner.setup()
    try:
        host = settings.console_host or settings.host
        await _listen(runner, host, settings.console_port, "HALSOBOT_CONSOLE_HOST and HALSOBOT_CONSOLE_PORT")
        yield runner
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, host: str, port: int, names: str) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        why = error.strerror or str(error)
        raise BadSettings(f"Cannot listen on {host}:{port} ({why}). Set {names}.") from None


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
