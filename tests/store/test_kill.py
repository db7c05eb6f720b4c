"""The process may die at any moment: on restart nothing is lost, and nothing is shown twice.

Each round, eight newcomers take twenty turns each over HTTP while the server is killed once with at
least five of their events in flight. ``make kill`` runs thirty rounds.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from server import Server

ROUNDS = int(os.environ.get("HALSOBOT_TEST_KILLS", "2"))
NEWCOMERS, TURNS, IN_FLIGHT = 8, 20, 5


@dataclass
class Load:
    """How many events are under way just now."""

    in_flight: int = 0
    busy: asyncio.Event = field(default_factory=asyncio.Event)

    def __enter__(self) -> None:
        self.in_flight += 1
        if self.in_flight >= IN_FLIGHT:
            self.busy.set()

    def __exit__(self, *_: object) -> None:
        self.in_flight -= 1
        if self.in_flight < IN_FLIGHT:
            self.busy.clear()


class Newcomer:
    """Somebody without scripts who presses buttons at random, and sends a form again until it is answered."""

    def __init__(self, server: Server, http: aiohttp.ClientSession, load: Load, dice: random.Random) -> None:
        self._server, self._http, self._load, self._dice = server, http, load, dice
        self.shown: list[int] = []
        self.asked_again = 0

    async def lives(self) -> None:
        page = await self._asks(None)
        for _ in range(TURNS):
            fields = _hidden_fields(page)
            fields["press"] = self._dice.choice(_buttons(page))
            seen = int(fields["seen"])
            page = await self._asks(fields)
            self.shown += [seq for seq in _numbers(page) if seq > seen]
        self.last = _hidden_fields(page)

    async def _asks(self, fields: dict[str, str] | None) -> str:
        """The page that answers, however often the connection breaks."""
        while True:
            try:
                with self._load:
                    return await self._once(fields)
            except (aiohttp.ClientError, TimeoutError):
                self.asked_again += 1
                await asyncio.sleep(0.05)

    async def _once(self, fields: dict[str, str] | None) -> str:
        method = "POST" if fields else "GET"
        async with self._http.request(method, f"http://127.0.0.1:{self._server.port}/", data=fields) as answer:
            answer.raise_for_status()
            return await answer.text()

    async def sees_all(self) -> list[int]:
        """Every message of the conversation, as a page shows it that has seen nothing."""
        fields = {"secret": self.last["secret"], "form": "all-of-it", "seen": "0", "more": "1"}
        return sorted(_numbers(await self._asks(fields)))


def _numbers(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'data-seq="(\d+)"', page)]


def _hidden_fields(page: str) -> dict[str, str]:
    form = page[page.index('name="secret"') - 40 :]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return dict(reversed(found))


def _buttons(page: str) -> list[str]:
    newest = page[page.index("<article") : page.index("</article>")]
    return re.findall(r'name="press" value="(v1\|[^"]+)"', newest)


async def test_killed_at_any_moment_every_newcomer_gets_every_answer_once(tmp_path: Path) -> None:
    """kill -9 with five events in flight: all turns are answered, each once, in order."""
    server = Server(tmp_path)
    again = 0
    await server.start()
    try:
        for round_ in range(ROUNDS):
            again += await _round(server, random.Random(round_))
    finally:
        await server.kill()
    print(f"{ROUNDS} kills, {ROUNDS * NEWCOMERS * TURNS} turns, {again} requests sent again, 0 lost, 0 doubled")
    assert again >= ROUNDS, "the kills hit nothing"


async def _round(server: Server, dice: random.Random) -> int:
    load = Load()
    timeout = aiohttp.ClientTimeout(total=10)
    async with aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(force_close=True)) as http:
        newcomers = [Newcomer(server, http, load, random.Random(dice.random())) for _ in range(NEWCOMERS)]
        lives = asyncio.gather(*(newcomer.lives() for newcomer in newcomers))
        await _kill_in_the_middle(server, newcomers, load, dice)
        await asyncio.wait_for(lives, 60)
        for newcomer in newcomers:
            assert sorted(newcomer.shown) == list(range(2, TURNS + 2)), newcomer.shown
            assert await newcomer.sees_all() == list(range(1, TURNS + 2))
    return sum(newcomer.asked_again for newcomer in newcomers)


async def _kill_in_the_middle(server: Server, newcomers: list[Newcomer], load: Load, dice: random.Random) -> None:
    wanted = dice.randrange(2, TURNS - 5) * NEWCOMERS
    while sum(len(newcomer.shown) for newcomer in newcomers) < wanted:
        await asyncio.sleep(0.001)
    await load.busy.wait()
    await asyncio.sleep(dice.random() * 0.01)
    await server.kill()
    await server.start()
