"""The script of the web chat over HTTP: what ``chat.js`` keeps in mind, sends, and sends again."""

from __future__ import annotations

import asyncio
import json
import random
import re
import secrets
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from server import Server

LINES = "application/x-ndjson"
#: How long one request and how long all attempts together may take (seconds).
SILENCE, PATIENCE = 20, 100
#: The pause before a form is sent again (seconds); it doubles up to the second number.
AGAIN, LONGEST = 0.1, 1.0


@dataclass(frozen=True)
class Refusal:
    """A form that was not taken, and after how many seconds that was said."""

    status: int
    seconds: float


@dataclass
class Visitor:
    """One page with its script. ``shown`` are the numbers of the messages in its log, in their order."""

    http: aiohttp.ClientSession
    dice: random.Random
    secret: str = ""
    seen: int = 0
    acts: int = 0
    shown: list[int] = field(default_factory=list)
    buttons: list[str] = field(default_factory=list)
    opens: Mapping[str, str] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    #: Lines of a stream that did not go on where the line before ended.
    out_of_order: int = 0
    #: When each thing she did was begun, and how long its answer took (seconds).
    waits: list[tuple[float, float]] = field(default_factory=list)

    async def comes(self) -> None:
        """She opens the page."""
        async with self.http.get("/?l=sv") as answer:
            page = await answer.text()
        form = page[page.index('id="say"') :]
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
        self.secret, self.seen = fields["secret"], int(fields["seen"])
        self.opens = {name: fields[name] for name in ("opens", "l", "f") if name in fields}
        self.shown, self.buttons = [self.seen], buttons_of(page)

    async def does(self, lost: Callable[[], float | None] = lambda: None) -> None:
        """She presses any button, or writes; sent again until it is answered, always with the same form.

        ``lost`` says for each attempt after how many seconds the connection breaks; None: it holds.
        """
        what = {"press": self.dice.choice(self.buttons)} if self.dice.random() < 0.8 else {"text": "hej"}
        item, begun, pause = what | {"form": secrets.token_hex(12)}, time.time(), AGAIN
        async with asyncio.timeout(PATIENCE):
            while not await self._answered(item, lost()):
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST)
        self.acts += 1
        self.waits.append((begun, time.time() - begun))

    async def _answered(self, item: dict[str, str], lost: float | None) -> bool:
        fields = {"secret": self.secret, "seen": str(self.seen), "locale": "sv"} | dict(self.opens) | item
        headers = {"Accept": LINES, "Authorization": f"Bearer {self.secret}"}
        begun = time.monotonic()
        try:
            async with asyncio.timeout(SILENCE if lost is None else lost):
                async with self.http.post("/", data=fields, headers=headers) as answer:
                    lines = (await answer.text()).splitlines()
        except (aiohttp.ClientError, TimeoutError):
            if lost is None:
                self.refusals.append(Refusal(0, time.monotonic() - begun))
            return False
        if answer.status != 200:
            self.refusals.append(Refusal(answer.status, time.monotonic() - begun))
            return False
        self.opens = {}
        for line in filter(None, lines):
            self.take(json.loads(line))
        return True

    async def listens(self, until: float) -> None:
        """Follow the stream until it is cut after so many seconds, wherever it is then."""
        headers, told = {"Authorization": f"Bearer {self.secret}"}, self.seen
        with suppress(TimeoutError, aiohttp.ClientError):
            async with asyncio.timeout(until):
                async with self.http.post("/stream", data={"after": str(told)}, headers=headers) as stream:
                    async for body in stream.content:
                        line = json.loads(body)
                        self.out_of_order += line.get("seq", told + 1) != told + 1
                        told = line.get("seq", told)
                        self.take(line)

    def take(self, line: dict[str, Any]) -> None:
        """Show a message that is not shown yet."""
        assert "ended" not in line, "the conversation is over"
        if line.get("seq", 0) > self.seen:
            self.seen = line["seq"]
            self.shown.append(self.seen)
            self.buttons = buttons_of(line["html"])

    @property
    def turns(self) -> int:
        """How many turns must be stored: she came, and what she did."""
        return self.acts + 1 if self.acts else 0


def buttons_of(html: str) -> list[str]:
    """The data of all buttons."""
    return re.findall(r'name="press" value="(v1\|[^"]+)"', html)


@asynccontextmanager
async def at(server: Server) -> AsyncIterator[aiohttp.ClientSession]:
    """A way to a server's web chat."""
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{server.port}", connector=connector) as http:
        yield http


class Visitors:
    """Several of them, who go on all the time. ``after`` is called when something somebody did was answered."""

    def __init__(self, http: aiohttp.ClientSession, size: int, after: Callable[[Visitor], None] | None = None) -> None:
        self.people = [Visitor(http, random.Random(number)) for number in range(size)]
        self._after = after
        self._over = False

    @asynccontextmanager
    async def living(self, think: float) -> AsyncIterator[None]:
        """They go on until the end, when all wait for their last answers."""
        self._over = False
        async with asyncio.TaskGroup() as lives:
            for visitor in self.people:
                lives.create_task(self._lives(visitor, think))
            yield
            self._over = True

    async def _lives(self, visitor: Visitor, think: float) -> None:
        if not visitor.secret:
            await visitor.comes()
        while not self._over:
            await asyncio.sleep(think * 2 * visitor.dice.random())
            await visitor.does()
            if self._after:
                self._after(visitor)

    @property
    def refusals(self) -> list[Refusal]:
        return [refusal for visitor in self.people for refusal in visitor.refusals]

    @property
    def acts(self) -> int:
        return sum(visitor.acts for visitor in self.people)

    def waits(self, since: float, until: float) -> list[float]:
        """How long the answers to what was done at that time took (seconds)."""
        return [wait for visitor in self.people for at, wait in visitor.waits if since <= at < until]
