"""What all tests share: the shipped content, and a running halsobot with a database of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import hypothesis
import pytest
from playwright.async_api import expect

from halsobot.app import running
from halsobot.bundle.content import Bundle
from halsobot.bundle.load import load
from halsobot.config import Settings
from halsobot.conversation.runtime import Runtime
from halsobot.memory import collect_rarely

# The same examples each time, so that a test fails because of a change; `make fuzz` looks for new ones.
hypothesis.settings.register_profile("steady", derandomize="HALSOBOT_TEST_EXAMPLES" not in os.environ)
hypothesis.settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
#: Where a disk is waited for at each commit, a thousand databases take minutes. Killing a program tries the same in
#: memory; only a power cut would not, and that no test can do.
MEMORY = Path("/dev/shm")
ROOM_NEEDED = 4 * 2**30


def pytest_configure() -> None:
    """As fast as the program itself, patient with browsers, and in memory where there is room, unless
    PYTEST_DEBUG_TEMPROOT names another place.
    """
    collect_rarely()
    expect.set_options(timeout=15_000)  # a browser on a busy machine
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_NEEDED:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """The content as it is shipped."""
    loaded = load(ROOT, show_unreviewed=True)
    assert loaded.bundle is not None, "\n".join(map(str, loaded.problems))
    return loaded.bundle


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a database and keys of their own, a free port and unreviewed texts shown."""
    return Settings(
        database_url=f"sqlite:///{tmp_path}/halsobot.db",
        keys=tmp_path / "keys",
        content=ROOT,
        port=0,
        unreviewed="show",
        exit_url="/static/elsewhere",
    )


@pytest.fixture
async def rt(settings: Settings) -> AsyncIterator[Runtime]:
    """A running halsobot without a door: tests bring their own."""
    async with running(settings, channels={}) as runtime:
        yield runtime
