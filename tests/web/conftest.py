"""One browser and one chat for all tests of the web chat; a fresh phone for each."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from playwright.async_api import Browser, async_playwright

from .answered import Answered
from .chat import AS_ON_PHONES, ELSEWHERE, QUIET, Chat, NewPhone, Phone, chromium, serve

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "locale": "sv-SE",
    "reduced_motion": "reduce",
    "has_touch": True,
}
#: A microphone that hums, and nobody who has to allow it.
A_FALSE_VOICE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
ELSEWHERE_PAGE = f'<title>{ELSEWHERE}</title><link rel="icon" href="data:,"><p>Sun'


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=chromium(), args=[*QUIET, *A_FALSE_VOICE], ignore_default_args=AS_ON_PHONES
        )
        yield started
        await started.close()


@pytest.fixture(scope="session")
async def elsewhere() -> AsyncIterator[str]:
    """The harmless page that the quick exit leads to, on another site."""

    async def page(request: web.Request) -> web.Response:
        return web.Response(text=ELSEWHERE_PAGE, content_type="text/html")

    app = web.Application()
    app.router.add_get("/elsewhere", page)
    async with AsyncExitStack() as stack:
        yield f"http://localhost:{await serve(stack, app)}/elsewhere"


@pytest.fixture(scope="session")
async def chat(tmp_path_factory: pytest.TempPathFactory, elsewhere: str) -> AsyncIterator[Chat]:
    started = Chat(tmp_path_factory.mktemp("chat"), elsewhere)
    await started.start()
    yield started
    await started.stop()


@pytest.fixture(scope="session")
async def answered(tmp_path_factory: pytest.TempPathFactory, elsewhere: str) -> AsyncIterator[Answered]:
    """A chat in whose region a guide answers."""
    started = Answered(tmp_path_factory.mktemp("answered"), elsewhere)
    await started.start()
    yield started
    await started.stop()


@pytest.fixture
async def own_chat(tmp_path: Path, elsewhere: str) -> AsyncIterator[Chat]:
    """A chat that a test may stop and start."""
    started = Chat(tmp_path, elsewhere)
    await started.start()
    yield started
    await started.stop()


@pytest.fixture
async def new_phone(browser: Browser, chat: Chat) -> AsyncIterator[NewPhone]:
    """Makes phones; at the end none of their browsers may have complained."""
    async with AsyncExitStack() as stack:
        phones: list[Phone] = []

        async def make(scripts: bool = True, url: str | None = None, **options: Any) -> Phone:
            context = await browser.new_context(java_script_enabled=scripts, **(PHONE | options))
            stack.push_async_callback(context.close)
            phone = Phone(await context.new_page(), url or chat.url, scripts)
            phones.append(phone)
            return phone

        yield make
        assert [error for phone in phones for error in phone.complaints] == []


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
async def phone(request: pytest.FixtureRequest, new_phone: NewPhone) -> Phone:
    """A phone with scripts and one without."""
    return await new_phone(scripts=request.param)
