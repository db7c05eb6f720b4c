"""One console for all tests; whoever has written is forgotten after each."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from .office import Office, opened

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def chromium() -> str | None:
    """The system's Chromium; None lets playwright take its own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


@pytest.fixture(scope="session")
async def open_office(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    async with opened(tmp_path_factory.mktemp("office")) as office:
        yield office


@pytest.fixture
async def office(open_office: Office) -> AsyncIterator[Office]:
    """The console with an empty queue."""
    await open_office.begins()
    yield open_office
    await open_office.everybody_leaves()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield started
        await started.close()
