"""Nothing that anybody writes, and no number of anybody, stands in a file in a form that can be read without the keys.

``HALSOBOT_TEST_CANARIES`` is how many words at least are looked for.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import random
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path

import aiohttp
import pytest
from rig import BadRequest, Behaviour, Blocked, Fail, Html, Migrated, ResetAfter, ResetBefore, Rig, TooMany, Truncated
from server import Server, free_port

from halsobot.config import Settings

from .canaries import Canaries
from .data import Data
from .inputs import as_json, broken, browses, named, raw, says_raw, updates
from .traces import files, standing

CANARIES = int(os.environ.get("HALSOBOT_TEST_CANARIES", "500"))
#: So long a database is in use by somebody else: longer than the server waits for it (seconds).
REFUSED = 2.5
BREAKS = Path(__file__).with_name("breaks.py")


@dataclass
class World:
    """A server with everything around it, and people who send it canaries."""

    canaries: Canaries
    rig: Rig
    server: Server
    secret: str
    http: aiohttp.ClientSession
    data: Data

    async def posts(self, body: bytes, secret: str | None = None) -> int:
        """A delivery to the webhook. The answer's status."""
        headers = {
            "X-Telegram-Bot-Api-Secret-Token": self.secret if secret is None else secret,
            "Connection": "close",  # none is used again that the server closes in the same moment
        }
        async with self.http.post("/telegram", data=BytesIO(body), headers=headers) as answer:
            await answer.read()
            return answer.status

    async def everything(self) -> None:
        """One person on Telegram and one on the web do all there is to do."""
        chat = self.canaries.id()
        self.rig.chat(chat)
        for update in updates(self.canaries, chat):
            await self.posts(as_json(named(self.canaries, update)))
        for body in broken(self.canaries):
            await self.posts(body)
        await self.posts(as_json({"message": self.canaries.text("stranger")}), self.canaries.word("wrong secret"))
        await browses(self.http, self.canaries)
        for data in raw(self.canaries):
            await says_raw(self.server.port, data)

    async def something(self) -> None:
        """Several people at once write, press and come back."""
        chats = [self.canaries.id() for _ in range(3)]
        for chat in chats:
            self.rig.chat(chat)
        await asyncio.gather(*(self._writes(chat) for chat in chats), browses(self.http, self.canaries))

    async def _writes(self, chat: int) -> None:
        for update in islice(updates(self.canaries, chat), 8):
            await self.posts(as_json(update))

    @contextmanager
    def locked(self, database: Path) -> Iterator[None]:
        """Somebody else has a database all to herself."""
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("begin exclusive")
            yield
            other.execute("rollback")

    @contextmanager
    def failing(self, table: str) -> Iterator[None]:
        """A database that refuses rows."""
        with closing(sqlite3.connect(self.data.database, isolation_level=None, timeout=20)) as other:
            other.execute(f"create trigger broken before insert on {table} begin select raise(abort, 'no'); end")
            yield
            other.execute("drop trigger broken")

    def troubles(self) -> list[Behaviour]:
        """What a Bot API server can do to a call, with words of somebody in it."""
        word, id = self.canaries.word, self.canaries.id
        error = {"ok": False, "error_code": 400, "description": f"Bad Request: {word('error')} in {id()}"}
        return [
            BadRequest(f'can\'t parse entities: "{word("error")}" of chat {id()}'),
            BadRequest(f"chat not found: {word('error')}"),
            Html(502, body=f"<html>{word('page')}</html>".encode()),
            Html(200, body=f"<html>{word('page')}</html>".encode()),
            Html(200, body=json.dumps(error).encode()),
            Html(418, body=json.dumps(error | {"error_code": word("error")}).encode()),
            Html(400, body=json.dumps(error | {"parameters": {"retry_after": word("error")}}).encode()),
            Html(200, body=f'{{"ok":true,"result":{{"message_id":"{word("answer")}"}}}}'.encode()),
            Html(500, body=b"\xff\xfe" + word("page").encode()),
            *(Fail(500), ResetBefore(), ResetAfter(), Truncated(), Truncated(whole_http=True), TooMany(1)),
            *(Blocked(), Migrated(-id())),
        ]


@asynccontextmanager
async def _world(settings: Settings, folder: Path, level: str) -> AsyncIterator[World]:
    live, canaries = folder / "live", Canaries(random.randrange(2**32))
    data = Data(settings.model_copy(update={"database_url": f"sqlite:///{live}/halsobot.db", "keys": live / "keys"}))
    (live / "temporary").mkdir(parents=True)
    secret, port = canaries.word("webhook secret"), free_port()
    async with Rig(f"987654321:{canaries.word('token')}") as rig:
        own = {
            "HALSOBOT_LOG_LEVEL": level,
            "HALSOBOT_TELEGRAM_TOKEN": rig.token,
            "HALSOBOT_TELEGRAM_API_URL": rig.url,
            "HALSOBOT_TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
            "HALSOBOT_TELEGRAM_WEBHOOK_SECRET": secret,
            "TMPDIR": str(live / "temporary"),
            "PYTHONASYNCIODEBUG": "1" if level == "debug" else "",
        }
        server = Server(live, own, port)
        async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", cookie_jar=aiohttp.DummyCookieJar()) as http:
            try:
                await server.start(str(BREAKS), canaries.text("uncaught"))
                await _connected(rig)
                yield World(canaries, rig, server, secret, http, data)
            finally:
                await server.is_gone()


async def _connected(rig: Rig) -> None:
    async with asyncio.timeout(20):
        while not rig.called("setMyCommands"):
            await asyncio.sleep(0.02)


async def _all_goes_wrong(world: World) -> None:
    """Each thing that the server needs fails for a while, and people go on."""
    with world.locked(world.data.database), world.locked(world.data.key_store):
        people = asyncio.create_task(world.something())
        await asyncio.sleep(REFUSED)
    await people
    for table in ("outbox", "transcript"):
        with world.failing(table):
            await world.something()
    world.rig.script(world.troubles())
    await world.something()
    await asyncio.sleep(1)
    assert world.server.process
    world.server.process.send_signal(signal.SIGUSR1)
    await asyncio.sleep(0.5)


@pytest.mark.parametrize("level", ["info", "debug"] if CANARIES > 500 else ["debug"])  # what info logs, debug does
async def test_no_file_holds_what_anybody_wrote_or_who_they_are(settings: Settings, tmp_path: Path, level: str) -> None:
    """Words, places, numbers, secrets and the token: in no encoding, and no number as a plain hash."""
    async with _world(settings, tmp_path, level) as world:
        await world.everything()
        await _all_goes_wrong(world)
        while len(world.canaries.words) < CANARIES:
            await world.everything()
        running = files(tmp_path)
        await world.server.stop()
        stopped = files(tmp_path)
    needles = world.canaries.needles()
    assert standing(running, needles) | standing(stopped, needles) == set()
    kept = _sealed(world)
    assert set(kept) >= {"text", "caption", "file name", "edit", "press", "form"}, "they did not come in"
    size = sum(map(len, running.values())) + sum(map(len, stopped.values()))
    lines = world.server.log.read_text().count("\n")
    print(
        f"{level}: {len(world.canaries.words)} canaries of {len(world.canaries.kinds)} kinds and "
        f"{len(world.canaries.ids)} chat ids came in, {len(kept)} of them stand sealed in the transcript; "
        f"{len(needles)} forms looked for in {size // 1024} KiB of {len(running)} files with {lines} lines of log: "
        "none found"
    )


def _sealed(world: World) -> list[str]:
    """Of what kinds the canaries are that came to where they belong."""
    opened = [plain for contact in world.data.contacts() for plain in world.data.opened(world.data.database, contact)]
    all_of_it = b"\n".join(opened)
    return [kind for word, kind in world.canaries.words.items() if word.encode() in all_of_it]


def test_whatever_is_looked_for_would_be_found(tmp_path: Path) -> None:
    """Each form of each canary is found in a file, and a piece of it in base64 wherever the text begins."""
    canaries = Canaries(1)
    word, id = canaries.word("word"), canaries.id()
    canaries.degrees()
    needles = canaries.needles()
    for number, needle in enumerate(needles):
        (tmp_path / f"{number}").write_bytes(os.urandom(1000 + number) + needle + os.urandom(99))
    found = standing(files(tmp_path), needles)
    assert {what for _, what in found} == set(needles.values())
    for before in range(3):
        text = base64.b64encode(b"?" * before + f"{word} {id}".encode())
        assert any("base64" in what for _, what in standing({"log": text}, needles))
