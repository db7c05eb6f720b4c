"""A real chat on loopback, and a phone that uses it."""

from __future__ import annotations

import gc
import shutil
import warnings
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path

from aiohttp import web
from playwright.async_api import Locator, Page, expect

from halsobot.app import running, utc_now
from halsobot.channels.web.app import make_app
from halsobot.config import Settings
from halsobot.conversation.runtime import Runtime

ROOT = Path(__file__).resolve().parents[2]
#: Whether a screen later than a given one is shown. Looked at with each frame, so that time can be measured.
NEWER = "before => [...document.querySelectorAll('#log .screen')].some(each => each.dataset.seq > before)"
ELSEWHERE = "A page about the weather"
#: Playwright switches the back-forward cache off; phones have it, and it must show nothing after an exit.
AS_ON_PHONES = ["--disable-back-forward-cache"]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    """The system's Chromium; None lets playwright take its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


class Chat:
    """halsobot with its web chat, which can be stopped and started again on the same database and port."""

    def __init__(
        self, folder: Path, exit_url: str, content: Path = ROOT, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._settings = Settings(
            database_url=f"sqlite:///{folder}/chat.db", keys=folder / "keys", content=content, unreviewed="show"
        )
        self._clock = clock
        self._exit_url = exit_url
        self._port = 0
        self._open = AsyncExitStack()
        self.rt: Runtime

    async def start(self) -> None:
        self.rt = await self._open.enter_async_context(running(self._settings, {}, self._clock))
        app = make_app(self.rt, exit_url=self._exit_url, clock=self._clock)
        self._port = await serve(self._open, app, self._port)

    async def stop(self) -> None:
        """As a program ends: what came in at that very moment, and was not served any more, is closed, too."""
        await self._open.aclose()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"


async def serve(stack: AsyncExitStack, app: web.Application, port: int = 0) -> int:
    """Serve until the stack closes; returns the port."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    return int(runner.addresses[0][1])


class Phone:
    """What a newcomer does and sees. ``errors`` collects what the browser's console complained about;
    a test that takes the network away says in ``forgiven`` what belongs to that."""

    def __init__(self, page: Page, url: str, scripts: bool) -> None:
        self.page = page
        self.url = url
        self.scripts = scripts
        self.errors: list[str] = []
        self.forgiven: tuple[str, ...] = ()
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    @property
    def complaints(self) -> list[str]:
        return [error for error in self.errors if not any(part in error for part in self.forgiven)]

    @property
    def newest(self) -> Locator:
        return self.page.locator("#log .screen:not(.old)")

    async def open(self, query: str = "") -> None:
        await self.page.goto(self.url + query)
        await expect(self.newest).to_have_count(1)

    async def tap(self, choice: str) -> None:
        await self.button(choice).click()

    def button(self, choice: str) -> Locator:
        return self.newest.or_(self.page.locator(".bar")).locator(f'button[value*="|{choice}|"]')

    async def write(self, text: str) -> None:
        await self.page.fill("#text", text)
        await self.page.click("#say button.send")

    async def sees(self, screen: str) -> None:
        await expect(self.newest).to_have_attribute("data-screen", screen, timeout=15000)

    async def follows(self, path: str) -> None:
        """Taps one choice after the other: ``sv book-care me`` ."""
        for choice in path.split():
            before = int(await self.newest.get_attribute("data-seq") or 0)
            await self.tap(choice)
            await self.page.wait_for_function(NEWER, arg=before, timeout=15000)

    async def secret(self) -> str:
        """The secret of the conversation, as the page has it."""
        return await self.page.input_value("#dock .leave [name=secret]")

    async def screens(self) -> list[str]:
        """The screens in the log, oldest first."""
        return [await each.get_attribute("data-screen") or "" for each in await self.page.locator("#log .screen").all()]

    async def leave(self) -> None:
        await self.page.click(".leave button")
        await self.page.wait_for_url("**/elsewhere")
        await expect(self.page).to_have_title(ELSEWHERE)


NewPhone = Callable[..., Awaitable[Phone]]
