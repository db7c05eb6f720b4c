"""Very many contacts who come by a poster and press once, and a Bot API server that keeps nothing.

The rig remembers every chat. Where a hundred thousand come, this one is enough, and quicker.
"""

from __future__ import annotations

import asyncio
import json
import time
from itertools import count
from types import TracebackType
from typing import Any

import aiohttp
from aiohttp import web
from server import Server

from .running import SECRET

#: How many are there at once, and how long one answer may take (seconds).
AT_ONCE, PATIENCE = 64, 60


class LeanApi:
    """Accepts all calls; whoever waits for the next screen of a chat gets its buttons."""

    def __init__(self) -> None:
        self._runner = web.ServerRunner(web.Server(self._answer, access_log=None))
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self.url = ""
        self.calls = 0
        self.hooked = asyncio.Event()

    async def __aenter__(self) -> LeanApi:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()

    def next_screen(self, chat: int) -> asyncio.Future[dict[str, Any]]:
        """The next message to a chat that has buttons under it."""
        screen = self._waiting[chat] = asyncio.get_running_loop().create_future()
        return screen

    async def _answer(self, request: web.BaseRequest) -> web.Response:
        self.calls += 1
        method, told = request.path.rpartition("/")[2], json.loads(await request.read() or b"{}")
        if method == "setWebhook":
            self.hooked.set()
        if method not in ("sendMessage", "editMessageText"):
            return web.Response(body=b'{"ok":true,"result":true}', content_type="application/json")
        message = {"message_id": told.get("message_id") or next(self._numbers), "chat": {"id": told["chat_id"]}}
        if "inline_keyboard" in told["reply_markup"]:
            screen = self._waiting.pop(told["chat_id"], None)
            if screen and not screen.done():
                screen.set_result(message | {"reply_markup": told["reply_markup"]})
        return web.Response(body=json.dumps({"ok": True, "result": message}).encode(), content_type="application/json")


class PassersBy:
    """They come to a server's webhook, as many at once as there is room for."""

    def __init__(self, api: LeanApi, server: Server) -> None:
        self._api = api
        self._url = f"http://127.0.0.1:{server.port}/telegram"
        self._numbers = count(1)
        self._came = 0

    async def come(self, until: int) -> None:
        """Let more come, until it were so many."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
        async with aiohttp.ClientSession(headers=headers) as http, asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._some(http, until))

    async def _some(self, http: aiohttp.ClientSession, until: int) -> None:
        while self._came < until:
            self._came += 1
            await self._passes(http, 10**6 + self._came)

    async def _passes(self, http: aiohttp.ClientSession, chat: int) -> None:
        """She opens the bot by the poster, and presses the first button."""
        person = {"id": chat, "is_bot": False, "first_name": "Amina"}
        here = {"id": chat, "type": "private", "first_name": "Amina"}
        message = {"message_id": next(self._numbers), "from": person, "chat": here, "date": int(time.time())}
        screen = await self._does(http, chat, {"message": message | {"text": "/start __sv"}})
        data = screen["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        pressed = {"message_id": screen["message_id"], "chat": here, "date": int(time.time())}
        press = {"id": str(next(self._numbers)), "from": person, "message": pressed, "chat_instance": "1", "data": data}
        await self._does(http, chat, {"callback_query": press})

    async def _does(self, http: aiohttp.ClientSession, chat: int, what: dict[str, Any]) -> dict[str, Any]:
        """Deliver until it is taken, and wait for the screen that answers."""
        screen = self._api.next_screen(chat)
        body = json.dumps({"update_id": next(self._numbers)} | what).encode()
        async with asyncio.timeout(PATIENCE):
            while not await self._taken(http, body):
                await asyncio.sleep(0.2)
            return await screen

    async def _taken(self, http: aiohttp.ClientSession, body: bytes) -> bool:
        async with http.post(self._url, data=body) as answer:
            await answer.read()
            return answer.status == 200
