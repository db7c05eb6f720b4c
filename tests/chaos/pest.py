"""Somebody who opens fifty connections and posts into one web chat as fast as they take it. A program of its own.

``python pest.py PORT`` says when it has begun, stops when its standard input ends, and prints how many posts were
answered and refused.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
import sys
from urllib.parse import urlencode

CONNECTIONS = 50


class Pest:
    """All connections use one conversation, and each post is a new thing that was done."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._opens: dict[str, str] = {}
        self._secret = ""
        self._seen = 1
        self.answered = 0
        self.refused = 0

    async def begins(self) -> None:
        """Take a conversation of the first page's, and write into it once."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        writer.write(b"GET /?l=sv HTTP/1.1\r\nHost: localhost\r\n\r\n")
        _, page = await _answer(reader)
        found = re.search(r'name="secret" value="([^"]*)"', page.decode())
        assert found
        self._secret, self._opens = found[1], {"opens": "1", "l": "sv"}
        await self._post(reader, writer)
        self._opens = {}
        writer.close()

    async def goes_on(self) -> None:
        """Post and post on one connection, and on a new one where that is closed."""
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
                while True:
                    await self._post(reader, writer)
            except (OSError, asyncio.IncompleteReadError):
                self.refused += 1
                await asyncio.sleep(0.01)

    async def _post(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        fields = {"secret": self._secret, "form": secrets.token_hex(8), "seen": str(self._seen), "text": "hej"}
        body = urlencode(fields | self._opens).encode()
        head = (
            "POST / HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        status, lines = await _answer(reader)
        if status == 200:
            self.answered += 1
            self._seen = max([self._seen, *(json.loads(line).get("seq", 0) for line in lines.splitlines())])
        else:
            self.refused += 1


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"\r\nContent-Length: (\d+)", head)
    return int(head.split(b" ", 2)[1]), await reader.readexactly(int(length[1]) if length else 0)


async def main(port: int) -> None:
    pest = Pest(port)
    await pest.begins()
    print("begun", flush=True)
    connections = [asyncio.create_task(pest.goes_on()) for _ in range(CONNECTIONS)]
    await asyncio.to_thread(sys.stdin.read)
    for connection in connections:
        connection.cancel()
    print(pest.answered, pest.refused, flush=True)


if __name__ == "__main__":
    os.nice(5)  # on a small machine its own work must not be what the others wait for
    asyncio.run(main(int(sys.argv[1])))
