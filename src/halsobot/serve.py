"""``halsobot serve``: the bot with its web chat, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal

import structlog
from aiohttp import web

from halsobot.app import running, utc_now
from halsobot.channels.web.app import make_app
from halsobot.config import Settings


async def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT. Raises what ``running`` raises, and OSError where the port is taken."""
    set_up_logs()
    async with running(settings, channels={}) as rt:
        runner = web.AppRunner(make_app(rt, exit_url=settings.exit_url, clock=utc_now), access_log=None)
        await runner.setup()
        try:
            site = web.TCPSite(runner, settings.host, settings.port)
            await site.start()
            print(f"halsobot is running. Open {address(runner)} in a browser. Ctrl-C stops it.", flush=True)
            await stopped()
        finally:
            await runner.cleanup()


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


def set_up_logs() -> None:
    """Lines for people, on standard error. Nothing that anybody wrote is ever logged."""
    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(file=None),
    )
    logging.getLogger("aiohttp").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
