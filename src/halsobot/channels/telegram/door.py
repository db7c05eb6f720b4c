"""Telegram as a whole: opened once, it receives and sends until it is closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import structlog
from aiohttp import web
from telegram.error import TelegramError

from halsobot.channels.telegram.api import BotApi
from halsobot.channels.telegram.commands import announce
from halsobot.channels.telegram.intake import KINDS, Clock, Intake, poll, webhook
from halsobot.channels.telegram.poll_lock import alone
from halsobot.channels.telegram.send import Telegram
from halsobot.conversation.runtime import Runtime
from halsobot.conversation.workers import always

#: The most connections that Telegram opens to deliver updates, and the pause after a failed start (seconds).
CONNECTIONS, PAUSE = 100, 5.0

log = structlog.get_logger()


class Door:
    """``url`` is the public address for webhooks; empty: updates are asked for, by whoever holds ``lock``."""

    def __init__(self, api: BotApi, telegram: Telegram, url: str, secret: str, lock: Path) -> None:
        self._api, self._telegram = api, telegram
        self._url, self._secret, self._lock = url, secret, lock

    def add_route(self, app: web.Application, rt: Runtime, clock: Clock) -> Callable[[], asyncio.Task[None]]:
        """Make the webhook's address known to ``app``. Returns what starts the work."""
        self._telegram.rt = rt
        rt.fetch[self._telegram.name] = self._telegram.fetch
        intake = Intake(self._api, rt, clock)
        if self._url:
            app.router.add_post(urlsplit(self._url).path, webhook(intake, self._secret))
        return lambda: asyncio.create_task(always(lambda: self._work(intake, rt)))

    async def _work(self, intake: Intake, rt: Runtime) -> None:
        """Tell Telegram where we are and, without a webhook, ask for updates until cancelled."""
        while not await self._begin(rt):
            await asyncio.sleep(PAUSE)
        if not self._url:
            async with alone(self._lock):
                await poll(intake, self._api)

    async def _announce(self, rt: Runtime) -> None:
        """The menu of commands is a help, no need: where it is refused, everything else goes on."""
        try:
            await announce(self._api, rt.bundle.catalogue)
        except TelegramError as error:
            log.warning("the menu of commands was refused", kind=type(error).__name__)

    async def _begin(self, rt: Runtime) -> bool:
        try:
            if self._url:
                await self._api.call(
                    "setWebhook",
                    url=self._url,
                    secret_token=self._secret,
                    allowed_updates=KINDS,
                    max_connections=CONNECTIONS,
                )
            else:
                await self._api.call("deleteWebhook")
        except TelegramError as error:
            log.error("Telegram cannot be reached; it is tried again", kind=type(error).__name__)
            return False
        await self._announce(rt)
        log.info("Telegram is connected", way="webhook" if self._url else "polling")
        return True
