"""Clients that hang up in the middle, and what a server has open."""

from __future__ import annotations

import asyncio
import json
import os
import random
import secrets
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

from server import Server

from .running import SECRET, pid_of

Cut = Literal["half a header", "half a body", "before the answer"]
CUTS: tuple[Cut, ...] = ("half a header", "half a body", "before the answer")
_ESTABLISHED = "01"
#: How many are there at once.
AT_ONCE = 100
#: In `open_files`, all that is not a database.
OTHERS = "others"
#: How many connections to one database are kept open for the next turns: as many as were once needed at the same time.
KEPT_FOR_REUSE = 5


@dataclass(frozen=True)
class Request:
    """A whole request, and where its body begins."""

    whole: bytes
    body: int

    def until(self, cut: Cut) -> bytes:
        """What of it is sent."""
        match cut:
            case "half a header":
                return self.whole[: self.body // 2]
            case "half a body":
                return self.whole[: (self.body + len(self.whole)) // 2]
            case "before the answer":
                return self.whole


def form(secret: str, text: str) -> Request:
    """Somebody writes in the web chat."""
    body = urlencode({"secret": secret, "form": secrets.token_hex(8), "seen": "1", "text": text}).encode()
    return _post("/", {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/x-ndjson"}, body)


def update(chat: int, number: int) -> Request:
    """Telegram delivers a message."""
    person = {"id": chat, "is_bot": False, "first_name": "Amina"}
    place = {"id": chat, "type": "private", "first_name": "Amina"}
    message = {"message_id": number, "from": person, "chat": place, "date": int(time.time()), "text": "hej"}
    body = json.dumps({"update_id": number, "message": message}).encode()
    return _post("/telegram", {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": SECRET}, body)


def _post(path: str, headers: dict[str, str], body: bytes) -> Request:
    named = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\n{named}Content-Length: {len(body)}\r\n\r\n".encode()
    return Request(head + body, len(head))


async def hang_up(server: Server, clients: int, request: Callable[[int, Cut], Request], dice: random.Random) -> None:
    """So many clients send a part of a request and go, by a proper end or a reset."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        cut = CUTS[number % len(CUTS)]
        async with room:
            await _one(server.port, request(number, cut).until(cut), dice)

    await asyncio.gather(*(one(number) for number in range(clients)))


async def _one(port: int, sent: bytes, dice: random.Random) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    with suppress(ConnectionError):
        writer.write(sent)
        await asyncio.sleep(dice.random() * 0.02)
        if dice.random() < 0.5:
            writer.transport.abort()
        else:
            writer.close()
            await writer.wait_closed()


def open_files(server: Server, api: int) -> Counter[str]:
    """What the process has open, and how often: its databases, and the others together.

    Connections that others keep do not count: to the Bot API server at the port ``api``, and from clients who are
    still there.
    """
    kept = {f"socket:[{inode}]" for inode in _kept_by_others(server.port, api)}
    opened: Counter[str] = Counter()
    for file in Path(f"/proc/{pid_of(server)}/fd").iterdir():
        with suppress(FileNotFoundError):
            name = os.readlink(file)
            if name not in kept:
                opened[Path(name).name if _of_a_database(name) else OTHERS] += 1
    return opened


def _of_a_database(name: str) -> bool:
    return Path(name).suffix.startswith(".db")


def _kept_by_others(own: int, api: int) -> list[str]:
    """The inodes of these connections. Of a client who has gone Linux lists none, or one that waits to be closed."""
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return [row[9] for row in rows if _port(row[2]) == api or (_port(row[1]) == own and row[3] == _ESTABLISHED)]


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)
