"""Calls to a Bot API server, over aiohttp. The errors are python-telegram-bot's."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import aiohttp
from telegram.error import BadRequest, NetworkError
from telegram.request import BaseRequest
from yarl import URL

# Waiting times come as timedelta, as they will in the next version; without this each one warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")

#: Open connections to Telegram, and how long one call may take (seconds).
CONNECTIONS, PATIENCE = 256, 20.0
#: How long the way to Telegram may take to open (seconds).
CONNECT = 10.0
_USUAL = aiohttp.ClientTimeout(total=PATIENCE, sock_connect=CONNECT)
_AS_USUAL: Mapping[str, str] = {}
#: How every good answer begins.
_OK = b'{"ok":true'


class NoAnswer(NetworkError):
    """The call went out, and nothing came back that says what became of it."""


class BotApi:
    """The methods of one bot. ``root`` is the server's address, without ``/bot``."""

    def __init__(self, root: str, token: str) -> None:
        self._base = f"{root.rstrip('/')}/bot{token}"
        self._files = f"{root.rstrip('/')}/file/bot{token}"
        self._urls: dict[str, URL] = {}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> BotApi:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=CONNECTIONS),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"Content-Type": "application/json"},
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding"),
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._session:
            await self._session.close()

    async def call(self, method: str, patience: float = PATIENCE, **parameters: Any) -> Any:
        """The ``result`` of a method, as JSON; parameters that are None are left out. Raises TelegramError."""
        given = {name: value for name, value in parameters.items() if value is not None}
        return _read(await self.post(method, json.dumps(given), patience))["result"]

    async def post(self, method: str, parameters: str, patience: float = PATIENCE) -> bytes:
        """The good answer to a method whose parameters are JSON already, as it came. Raises TelegramError."""
        return await self._good(await self._ask(method, parameters.encode(), patience))

    async def upload(self, method: str, name: str, parameters: Mapping[str, str], called: str, file: bytes) -> bytes:
        """The good answer to a method that takes a file as its parameter ``name``; it is ``called`` so there. Raises
        TelegramError.
        """
        form = aiohttp.MultipartWriter("form-data")
        for each, value in parameters.items():
            form.append(value).set_content_disposition("form-data", name=each)
        part = form.append(BytesIO(file), {"Content-Type": "application/octet-stream"})
        part.set_content_disposition("form-data", name=name, filename=called)
        headers = {"Content-Type": form.headers["Content-Type"]}
        return await self._good(await self._ask(method, form, PATIENCE, headers))

    async def download(self, file: str, longest: int) -> bytes:
        """A file that somebody has sent, by Telegram's name of it. Raises TelegramError; BadRequest where it is longer
        than that.
        """
        path = (await self.call("getFile", file_id=file)).get("file_path")
        if not isinstance(path, str):
            raise NoAnswer("the answer names no file")
        assert self._session, "enter first"
        with _without_the_token():
            async with self._session.get(f"{self._files}/{path}", timeout=_USUAL) as answer:
                if answer.status != 200:
                    raise NetworkError("the file is not there")
                body = bytearray()
                async for chunk in answer.content.iter_any():
                    body += chunk
                    if len(body) > longest:
                        raise BadRequest("file is too big")
        return bytes(body)

    async def _good(self, answered: tuple[int, bytes]) -> bytes:
        status, answer = answered
        if status != 200:
            await _Answered(status, answer).post(self._base)
        if not answer.startswith(_OK):
            _read(answer)
        return answer

    async def _ask(
        self,
        method: str,
        body: bytes | aiohttp.MultipartWriter,
        patience: float,
        headers: Mapping[str, str] = _AS_USUAL,
    ) -> tuple[int, bytes]:
        assert self._session, "enter first"
        url = self._urls.get(method) or self._urls.setdefault(method, URL(f"{self._base}/{method}"))
        timeout = _USUAL if patience == PATIENCE else aiohttp.ClientTimeout(total=patience, sock_connect=CONNECT)
        with _without_the_token():
            async with self._session.post(url, data=body, timeout=timeout, headers=headers) as answer:
                return answer.status, await answer.read()


@contextmanager
def _without_the_token() -> Iterator[None]:
    """Errors by their kind alone: the address holds the token, and so may their texts."""
    try:
        yield
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise NetworkError(type(error).__name__) from None
    except (TimeoutError, aiohttp.ClientError) as error:
        raise NoAnswer(type(error).__name__) from None


def _read(answer: bytes) -> dict[str, Any]:
    """An answer as JSON. Raises NoAnswer, and says nothing of it: it may quote what we sent."""
    told = _json(answer)
    if "result" not in told:
        raise NoAnswer("the answer is none of a Bot API server")
    return told


def _json(answer: bytes) -> dict[str, Any]:
    try:
        told = json.loads(answer)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise NoAnswer("the answer is no JSON")
    return told


class _Answered(BaseRequest):
    """An answer that came, from which python-telegram-bot makes its error."""

    def __init__(self, status: int, answer: bytes) -> None:
        self._answer = status, answer

    @property
    def read_timeout(self) -> float:
        return PATIENCE

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return self._answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Raises NoAnswer where it is no JSON, instead of writing it into the log."""
        return _json(payload)
