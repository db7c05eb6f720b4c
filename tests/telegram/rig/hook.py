"""The bot's side of a webhook, for tests of the rig and of drivers."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any

from aiohttp import web


class Hook:
    """A webhook that notes what comes and answers as it is told: ``async with Hook() as hook``.

    ``answers`` are used up one after the other; then it answers 200. ``takes`` are the seconds before an answer.
    """

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str | None] = []
        self.answers: list[web.Response] = []
        self.takes = 0.0
        self.running = 0
        self.most_running = 0
        app = web.Application()
        app.router.add_post("/hook", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)

    async def __aenter__(self) -> Hook:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/hook"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    async def _handle(self, request: web.Request) -> web.Response:
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.running += 1
        self.most_running = max(self.running, self.most_running)
        await asyncio.sleep(self.takes)
        self.running -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def words(self) -> list[str]:
        """The texts and callback_data that came, in order."""
        return [
            each["callback_query"]["data"] if "callback_query" in each else each["message"].get("text", "")
            for each in self.updates
        ]
