"""One running halsobot whose guides speak Tigrinya, and browsers of three people who meet in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pyotp
from playwright.async_api import Browser, Page, async_playwright, expect
from recordings import FFMPEG

from halsobot.app import running
from halsobot.config import Settings
from halsobot.console.credentials import hashed
from halsobot.conversation.runtime import Runtime
from halsobot.model.message import Message
from halsobot.places.hours import SWEDEN
from halsobot.serve import address, console, serving
from halsobot.store.staff import Account
from halsobot.text.locales import SOURCE

ROOT = Path(__file__).parents[2]
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=SWEDEN)
PASSWORD, SECRET = "a long enough password", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
GUIDES = """\
answers: guides
guides:
  anna:
    name: Anna
    gender: woman
    languages: [sv, ti]
    hours: "Mo-Su 08:00-17:00"
  bilal:
    name: Bilal
    gender: man
    languages: [sv, ti]
    hours: "Mo-Su 08:00-17:00"
"""
#: A microphone that hums, and nobody who has to allow it.
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
HUMS = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--mute-audio")
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
#: Whether this sound comes on; and the same for one that somebody starts to play, as soon as it can.
COMES_ON = "player => document.querySelector(player)?.currentTime > 0.1"
PLAYS = """
player => {
  const sound = document.querySelector(player);
  if (sound?.paused) sound.play().catch(() => null);
  return sound?.currentTime > 0.1;
}
"""


class Clock:
    """Stands still until somebody lets it go on."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Town:
    """Where they meet. ``complaints`` are what any of their browsers has complained about."""

    rt: Runtime
    clock: Clock
    chat: str
    console: str
    browser: Browser
    stack: AsyncExitStack
    complaints: list[str] = field(default_factory=list)

    async def page(self, **options: Any) -> Page:
        """A browser of its own, which remembers nothing of another."""
        context = await self.browser.new_context(locale="sv-SE", reduced_motion="reduce", **options)
        self.stack.push_async_callback(context.close)
        page = await context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    async def hires(self, name: str) -> str:
        """An account for this guide; returns a one-time code, of which none counts twice."""
        account = Account(name, name, hashed(PASSWORD), SECRET, SOURCE, last_code=0, failures=0, locked=0)
        await self.rt.store.change(lambda connection: self.rt.store.staff.add(connection, account))
        self.clock.passes(seconds=30)
        return pyotp.TOTP(SECRET).at(self.clock().timestamp())

    def words(self, id: str, attribute: str | None = None) -> str:
        """What halsobot says in Tigrinya."""
        return self.rt.bundle.catalogue.text(Message(id, attribute), "ti").text


@dataclass
class Person:
    """Somebody before a screen."""

    town: Town
    page: Page

    async def sees(self, text: str) -> None:
        """It can be read, as the newest of what says so."""
        await expect(self.page.get_by_text(text).last).to_be_visible()

    async def hears(self, player: str) -> None:
        """The sound can be played: the browser has understood it and comes on."""
        await self.page.wait_for_function(PLAYS, arg=player)

    async def keeps_picture(self, name: str) -> None:
        """A screenshot for whoever wants to look, in the folder that HALSOBOT_TEST_SCREENSHOTS names."""
        folder = os.environ.get("HALSOBOT_TEST_SCREENSHOTS")
        if folder:
            await self.page.wait_for_timeout(300)
            await self.page.screenshot(path=Path(folder) / f"{name}.png")


def _content(folder: Path) -> Path:
    """The shipped content, in whose region guides answer."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/regions/jamtland-harjedalen/guides.yaml").write_text(GUIDES, encoding="utf-8")
    return folder


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Town]:
    """The bot with its web chat and its console, and a browser with a microphone."""
    settings = Settings(
        database_url=f"sqlite:///{folder}/halsobot.db",
        keys=folder / "keys",
        content=_content(folder / "content"),
        port=0,
        console_port=0,
        unreviewed="show",
        ffmpeg=FFMPEG,
    )
    clock = Clock()
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    async with AsyncExitStack() as stack:
        rt = await stack.enter_async_context(running(settings, {}, clock))
        chat = await stack.enter_async_context(serving(settings, rt, None, clock))
        guides = await stack.enter_async_context(console(settings, rt, clock))
        playwright = await stack.enter_async_context(async_playwright())
        browser = await playwright.chromium.launch(executable_path=chromium, args=[*QUIET, *HUMS])
        stack.push_async_callback(browser.close)
        yield Town(rt, clock, address(chat), address(guides), browser, stack)
