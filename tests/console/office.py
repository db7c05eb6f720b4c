"""A console on loopback with a clock of its own, the people who write, and the guides who log in for real."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import imageio_ffmpeg
import pyotp
from aiohttp import web

from halsobot.app import running
from halsobot.config import Settings
from halsobot.console.app import make_console
from halsobot.console.credentials import hashed
from halsobot.conversation.desk import Desk
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.event import Chose, Event, Left, Started, Wrote
from halsobot.model.inbound import Address, Inbound
from halsobot.model.screen import Button
from halsobot.places.hours import SWEDEN
from halsobot.store.staff import Account
from halsobot.text.locales import SOURCE

ROOT = Path(__file__).parents[2]
#: A Monday morning. All tests are at this time, whenever they run.
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=SWEDEN)
PASSWORD = "a long enough password"
HASH = hashed(PASSWORD)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FFMPEG = imageio_ffmpeg.get_ffmpeg_exe()
REGION = "jamtland-harjedalen"

GUIDES = """\
answers: guides
guides:
  anna:
    name: Anna
    gender: woman
    languages: [sv, ar]
    hours: "Mo-Su 08:00-17:00"
  bilal:
    name: Bilal
    gender: man
    languages: [sv, ar, fa-AF]
    hours: "Mo-Su 08:00-17:00"
  eva:
    name: Eva
    gender: woman
    languages: [sv, en]
    hours: "Mo-Su 08:00-17:00"
interpreter-hours:
  - language: ti
    hours: "Tu 10:00-11:00"
    guide: eva
"""

PHRASES = {"greetings": ("phrase-hello", "phrase-thanks"), "care": ("phrase-medical",)}


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


def copy_content(folder: Path) -> Path:
    """The shipped content with guides in its region, which nobody edits while tests run."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/regions" / REGION / "guides.yaml").write_text(GUIDES, encoding="utf-8")
    return folder


@dataclass
class Office:
    """The running console, and those who write to it."""

    rt: Runtime
    clock: Clock
    url: str
    people: list[Address] = field(default_factory=list)
    _done: int = 0

    @property
    def desk(self) -> Desk:
        return Desk(self.rt)

    async def does(self, who: Address, event: Event, opens: bool = False) -> None:
        """Something a newcomer does."""
        self._done += 1
        await receive(Inbound(who, event, f"{who.id} {self._done}", opens=opens), self.rt)

    async def writes(self, who: Address, text: str) -> None:
        await self.does(who, Wrote(self.clock(), text))

    async def asks(
        self, text: str = "Hur bokar jag tid?", locale: str = "ar", channel: str = "web", wish: str | None = None
    ) -> tuple[str, Address]:
        """Somebody new reads about booking, asks for a person and writes; returns the case."""
        who = Address(channel, f"{len(self.people) + 1}".rjust(43, "s"))
        self.people.append(who)
        await self.does(who, Started(self.clock(), flow="book-care", locale=locale), opens=True)
        await self.does(who, Chose(self.clock(), Button("book-care", "who", "me", 1).encode()))
        await self.does(who, Chose(self.clock(), Button("book-care", "open", "person", 2).encode()))
        if wish:
            await self.does(who, Chose(self.clock(), Button("engine", "person", f"wish-{wish}", 3).encode()))
        before = {row.id for row in await self.desk.queue()}
        await self.writes(who, text)
        [case] = {row.id for row in await self.desk.queue()} - before
        return case, who

    async def begins(self) -> None:
        """A new Monday: three guides have accounts with which nobody has logged in yet."""
        self.clock.now = MONDAY
        for name, language in (("anna", SOURCE), ("bilal", "en"), ("eva", SOURCE)):
            await self.hires(name, name, language)

    async def everybody_leaves(self) -> None:
        """Whoever waits, by her case: the web chat of some has ended long ago."""
        for row in await self.desk.queue():
            gone = Inbound(Address(row.channel, row.id), Left(self.clock()), row.id, opens=False, contact=row.contact)
            await receive(gone, self.rt)

    def code(self, secret: str = SECRET) -> str:
        """The next one-time code: none counts twice."""
        self.clock.passes(seconds=30)
        return pyotp.TOTP(secret).at(self.clock().timestamp())

    async def hires(self, name: str, guide: str, language: str) -> None:
        account = Account(name, guide, HASH, SECRET, language, last_code=0, failures=0, locked=0)
        await self.rt.store.change(lambda connection: self.rt.store.staff.add(connection, account))

    @asynccontextmanager
    async def logs_in(self, name: str) -> AsyncIterator[Client]:
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(self.url, cookie_jar=jar) as http:
            client = Client(http)
            page = await client.post("/login", name=name, password=PASSWORD, code=self.code())
            assert page.status == 200, page.text
            yield client


@dataclass
class Page:
    """What came back."""

    status: int
    text: str
    path: str
    headers: Any

    def form(self, action: str) -> dict[str, str]:
        """The hidden fields of a form."""
        forms: list[str] = re.findall(r"<form.*?</form>", self.text, re.S)
        found = [form for form in forms if re.search(rf'action="{re.escape(action)}[#"]', form)]
        assert found, f"no form {action}"
        fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', found[0])
        return {name: html.unescape(value) for name, value in fields}

    @property
    def words(self) -> str:
        """What is to be read."""
        return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", self.text)).split())


@dataclass
class Client:
    """A browser without scripts."""

    http: aiohttp.ClientSession

    async def get(self, path: str, **headers: str) -> Page:
        async with self.http.get(path, headers=headers) as answer:
            return Page(answer.status, await answer.text(), answer.url.path, answer.headers)

    async def post(self, path: str, /, **fields: str) -> Page:
        return await self.post_as(path, {}, **fields)

    async def post_as(self, path: str, headers: dict[str, str], /, **fields: str) -> Page:
        """Sent by our script, or from another site."""
        async with self.http.post(path, data=fields, headers=headers) as answer:
            return Page(answer.status, await answer.text(), answer.url.path, answer.headers)

    async def sends(self, page: str, action: str, /, **fields: str) -> Page:
        """Fill in a form of a page and send it."""
        shown = await self.get(page)
        return await self.post(action, **(shown.form(action) | fields))

    async def claims(self, case: str) -> Page:
        return await self.sends("/", f"/case/{case}/claim")

    async def closes(self, case: str) -> Page:
        """For good: where it is asked about, a second time."""
        page = await self.sends(f"/case/{case}", f"/case/{case}/close", reason="answered")
        if page.path == "/":
            return page
        return await self.post(f"/case/{case}/close", **page.form(f"/case/{case}/close") | {"reason": "answered"})


async def serve(stack: AsyncExitStack, app: web.Application) -> str:
    """Serve until the stack closes; returns the address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    return f"http://127.0.0.1:{runner.addresses[0][1]}"


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Office]:
    """An office on loopback, with a database of its own."""
    content = copy_content(folder / "content")
    settings = Settings(
        database_url=f"sqlite:///{folder}/halsobot.db",
        keys=folder / "keys",
        content=content,
        unreviewed="show",
        ffmpeg=FFMPEG,
    )
    clock = Clock()
    async with AsyncExitStack() as stack:
        rt = await stack.enter_async_context(running(settings, {}, clock))
        rt.bundle = replace(rt.bundle, phrases=PHRASES)
        office = Office(rt, clock, await serve(stack, make_console(rt, clock=clock)))
        yield office
