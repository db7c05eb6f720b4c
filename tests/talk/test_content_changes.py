"""Editors save while the bot runs: sound content is taken up, anything else leaves the last good version."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from halsobot import app
from halsobot.config import Settings
from halsobot.conversation.receive import receive
from halsobot.conversation.runtime import Runtime
from halsobot.model.event import Started
from halsobot.model.inbound import Address, Inbound
from halsobot.scenario.expect import words
from halsobot.scenario.talk import USUAL

ROOT = Path(__file__).parents[2]


async def _greeting(rt: Runtime, name: str) -> str:
    who = Address("web", name)
    await receive(Inbound(who, Started(USUAL, locale="sv"), "1"), rt)
    messages = await rt.store.messages(who, 0)
    assert messages
    return words(messages[0].view)


async def test_a_saved_text_is_spoken_and_a_mistake_is_not(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A new greeting is said within seconds; a broken file changes nothing and is named in the log."""
    for name in ("flows", "locales", "content"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.setattr(app, "LOOK_AT_CONTENT", 0.05)
    text = tmp_path / "locales/sv/start.ftl"
    async with app.running(settings.model_copy(update={"content": tmp_path}), {}) as rt:
        text.write_text("start = Meny\nstart-menu = Goddag!\n")
        await _until(lambda: "Goddag" in rt.bundle.catalogue.words["sv"].entries["start-menu"].source)
        assert "Goddag!" in await _greeting(rt, "one")
        text.write_text("start = Meny\nstart-menu = { $nobody }\n")
        await _until(lambda: "nobody" in (capsys.readouterr().out))
        assert "Goddag!" in await _greeting(rt, "two")


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.05)
