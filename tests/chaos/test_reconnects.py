"""A bad network: the stream is cut at any moment and answers are lost, and every message is shown once, in order.

``make chaos`` reconnects a thousand times; here it is a few.
"""

from __future__ import annotations

import asyncio
import os
import random
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from .running import WEB, ledgered, serving
from .visitors import Visitor, at

RECONNECTS = int(os.environ.get("HALSOBOT_TEST_RECONNECTS", "120"))
#: Pages at once; how long a stream lives, a page waits before it comes again, and an answer takes to be lost (seconds).
PAGES, STREAM, AGAIN, LOST = 20, 0.3, 0.03, 0.05
#: How often the network of a real browser goes away.
OFFLINE = max(8, RECONNECTS // 20)


class Cut:
    """Cuts streams and answers at random until all reconnects are done."""

    def __init__(self, reconnects: int) -> None:
        self.left = reconnects
        self.lost = 0
        self._dice = random.Random(1)

    async def streams(self, page: Visitor) -> None:
        """The page's stream is cut and resumed, again and again."""
        while self.left > 0:
            self.left -= 1
            await page.listens(self._dice.random() * STREAM)
            await asyncio.sleep(self._dice.random() * AGAIN)

    def answer(self) -> float | None:
        """Every second answer is lost; or the whole request, where it is quick."""
        if self._dice.random() < 0.5:
            return None
        self.lost += 1
        return self._dice.random() * LOST


@pytest.mark.timeout(120 + RECONNECTS // 5)
async def test_streams_cut_and_answers_lost_show_every_message_once_in_order(tmp_path: Path) -> None:
    """Twenty conversations, each open on two pages that both write: neither misses or repeats a message."""
    cut = Cut(RECONNECTS)
    async with ledgered(tmp_path) as (server, ledger), at(server) as http:
        pages = [Visitor(http, random.Random(number)) for number in range(PAGES)]
        async with asyncio.TaskGroup() as group:
            for page in pages:
                group.create_task(_on_two_pages(page, cut))
        shown = 0
        for page in pages:
            stored = ledger.turns(WEB, page.secret)
            while page.seen < stored:
                await page.listens(0.5)
            assert page.shown == list(range(1, stored + 1))
            assert page.out_of_order == 0
            shown += stored
    print(f"{RECONNECTS} streams cut, {cut.lost} answers lost, {shown} messages: each shown once, in order")


async def _on_two_pages(page: Visitor, cut: Cut) -> None:
    """She began on one page and has another open; the first one's stream brings what the other one did, too."""
    await page.comes()
    await page.does(cut.answer)
    other = Visitor(page.http, random.Random(page.secret), page.secret, page.seen, buttons=page.buttons)
    listening = asyncio.create_task(cut.streams(page))
    while not listening.done():
        await asyncio.gather(page.does(cut.answer), other.does(cut.answer))
    await listening
    assert page.acts == other.acts + 1, "each form acted once"


@asynccontextmanager
async def _browser() -> AsyncIterator[Page]:
    """A page of a real Chromium, the system's where there is one."""
    names = map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=next(filter(None, names), None),
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        )
        try:
            yield await browser.new_page()
        finally:
            await browser.close()


@pytest.mark.timeout(120 + 10 * OFFLINE)
async def test_a_browser_whose_network_goes_away_again_and_again_shows_everything_once(tmp_path: Path) -> None:
    """She writes with and without a network: all she wrote is answered, each answer stands there once, in order."""
    dice = random.Random(1)
    async with serving(tmp_path) as server, _browser() as page:
        await page.goto(f"http://127.0.0.1:{server.port}/?l=sv")
        await expect(page.locator("html.live")).to_have_count(1)
        for number in range(OFFLINE):
            await _write(page, f"hej {2 * number}")
            await asyncio.sleep(dice.random() * 0.1)
            await page.context.set_offline(True)
            await _write(page, f"hej {2 * number + 1}")
            await asyncio.sleep(dice.random() * 0.3)
            await page.context.set_offline(False)
            await asyncio.sleep(dice.random() * 0.3)
        await expect(page.locator(f'#log [data-seq="{2 * OFFLINE + 1}"]')).to_have_count(1, timeout=60_000)
        await expect(page.locator(".mine.waiting")).to_have_count(0)
        shown = [await screen.get_attribute("data-seq") for screen in await page.locator("#log .screen").all()]
        assert shown == [str(number) for number in range(1, 2 * OFFLINE + 2)]
    print(f"{OFFLINE} times without a network in a real browser, {len(shown)} messages: each shown once, in order")


async def _write(page: Page, words: str) -> None:
    await page.fill("#text", words)
    await page.click("#say button.send")
