"""HTTP on loopback, both ways, as fast as Python goes: the driver must not be what is measured."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from typing import cast
from urllib.parse import urlsplit

import httptools

#: Called with the address, the content type and the body of a request, and a way to answer it with JSON.
Reply = Callable[[int, bytes], None]
Served = Callable[[str, str, bytes, Reply], None]
#: Called with the status of an answer, 0 where there was none, and its body.
Answered = Callable[[int, bytes], None]


class Incoming(asyncio.Protocol):
    """One connection on which the bot calls the Bot API server."""

    def __init__(self, serve: Served) -> None:
        self._serve = serve
        self._parser = httptools.HttpRequestParser(self)
        self._transport: asyncio.Transport | None = None
        self.on_message_begin()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_begin(self) -> None:
        self._url, self._type = b"", b""
        self._body: list[bytes] = []

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        if name.lower() == b"content-type":
            self._type = value

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        self._serve(self._url.decode(), self._type.decode(), b"".join(self._body), self._reply)

    def _reply(self, status: int, body: bytes) -> None:
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        if self._transport and not self._transport.is_closing():
            self._transport.write(head.encode() + body)


class Outgoing(asyncio.Protocol):
    """One connection on which is posted, one request at a time."""

    def __init__(self, free: Callable[[Outgoing], None]) -> None:
        self._free = free
        self._transport: asyncio.Transport | None = None
        self._answered: Answered | None = None
        self._body: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._parser = httptools.HttpResponseParser(self)

    @property
    def open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def send(self, request: bytes, answered: Answered) -> None:
        assert self._transport
        self._answered, self._body = answered, []
        self._transport.write(request)

    def close(self) -> None:
        if self._transport:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        if not self._parser.should_keep_alive():
            self.close()
        self._done(self._parser.get_status_code())

    def connection_lost(self, error: Exception | None) -> None:
        self._done(0)

    def _done(self, status: int) -> None:
        answered, self._answered = self._answered, None
        if answered:
            answered(status, b"".join(self._body))
            self._free(self)


class Caller:
    """Posts to one address on at most so many connections, as Telegram delivers updates; the rest wait their turn."""

    def __init__(self, url: str, headers: Mapping[str, str], connections: int) -> None:
        parts = urlsplit(url)
        self._where = str(parts.hostname), int(parts.port or 80)
        named = (f"{name}: {value}" for name, value in headers.items())
        lines = [f"POST {parts.path} HTTP/1.1", f"Host: {parts.netloc}", *named]
        self._head = "\r\n".join([*lines, "Content-Length: "]).encode()
        self._room = connections
        self._idle: list[Outgoing] = []
        self._all: set[Outgoing] = set()
        self._waiting: deque[tuple[bytes, Answered]] = deque()
        self._opening: set[asyncio.Task[None]] = set()

    def post(self, body: bytes, answered: Answered) -> None:
        request = b"%b%d\r\n\r\n%b" % (self._head, len(body), body)
        while self._idle:
            connection = self._idle.pop()
            if connection.open:
                connection.send(request, answered)
                return
            self._forget(connection)
        self._waiting.append((request, answered))
        self._open_one()

    def close(self) -> None:
        for task in self._opening:
            task.cancel()
        for connection in self._all:
            connection.close()

    def _open_one(self) -> None:
        if self._room:
            self._room -= 1
            task = asyncio.get_running_loop().create_task(self._open())
            self._opening.add(task)
            task.add_done_callback(self._opening.discard)

    async def _open(self) -> None:
        try:
            _, connection = await asyncio.get_running_loop().create_connection(
                lambda: Outgoing(self._free), *self._where
            )
        except OSError:  # nobody listens yet
            self._room += 1
            if self._waiting:
                self._waiting.popleft()[1](0, b"")
            return
        self._all.add(connection)
        self._free(connection)

    def _free(self, connection: Outgoing) -> None:
        if not connection.open:
            self._forget(connection)
            if self._waiting:
                self._open_one()
        elif self._waiting:
            connection.send(*self._waiting.popleft())
        else:
            self._idle.append(connection)

    def _forget(self, connection: Outgoing) -> None:
        if connection in self._all:
            self._all.discard(connection)
            self._room += 1
