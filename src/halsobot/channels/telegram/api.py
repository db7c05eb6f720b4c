"""Calls to a Bot API server, over aiohttp. The errors are python-telegram-bot's."""

from __future__ import annotations

import json
import os
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

# The public RequestData is made of these, but only their private home names them.
from telegram.request._requestparameter import RequestParameter

# Waiting times come as timedelta, as they will in the next version; without this each one warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")

#: Open connections to Telegram, and how long one call may take (seconds).
CONNECTIONS, PATIENCE = 256, 20.0
#: How long the way to Telegram may take to open (seconds).
CONNECT = 10.0
#: The name under which parameters that are JSON already pass through python-telegram-bot.
WHOLE = "whole"
_JSON = {"Content-Type": "application/json"}


class NoAnswer(NetworkError):
    """The call went out, and nothing came back that says what became of it."""


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
        form: Any = request_data.json_parameters if request_data else {}
        whole = form.get(WHOLE)
        data, headers = (form, None) if whole is None else (whole.encode(), _JSON)
        timeout = aiohttp.ClientTimeout(total=patience, sock_connect=CONNECT)
        try:
            async with self._session.request(method, url, data=data, headers=headers, timeout=timeout) as answer:
                return answer.status, await answer.read()
        # The address holds the token, and so may an error's text.
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NetworkError(type(error).__name__) from None
        except (TimeoutError, aiohttp.ClientError) as error:
            raise NoAnswer(type(error).__name__) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON. Raises NoAnswer, and logs nothing: it may quote what we sent."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise NoAnswer("the answer is no JSON")
        return answer


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

    async def post(self, method: str, parameters: str) -> Any:
        """The same with parameters that are JSON already."""
        whole = RequestData([RequestParameter(WHOLE, parameters, None)])
        return await self._request.post(f"{self._base}/{method}", whole, read_timeout=PATIENCE)
