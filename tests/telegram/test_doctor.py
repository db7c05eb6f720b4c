"""``halsobot doctor`` names what is wrong with a Telegram set-up."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from rig import Rig
from telegram.error import TelegramError

from halsobot.channels.telegram.api import BotApi
from halsobot.config import Settings
from halsobot.doctor import Finding, examine

HOOK = "https://bot.example/telegram"


def _settings(rig: Rig, **own: str) -> Settings:
    return Settings().model_copy(update={"telegram_token": rig.token, "telegram_api_url": rig.url} | own)


async def _findings(settings: Settings) -> list[Finding]:
    return [finding async for finding in examine(settings)]


async def test_a_sound_set_up_is_well(rig: Rig) -> None:
    """Server, clock, token, no webhook, nobody else asking."""
    assert all(finding.well for finding in await _findings(_settings(rig)))


async def test_without_a_token_there_is_nothing_wrong() -> None:
    """The web chat needs none."""
    assert [finding.well for finding in await _findings(Settings().model_copy(update={"telegram_token": ""}))] == [True]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"telegram_token": "1:WRONG"}, "BotFather"),
        ({"telegram_api_url": "http://127.0.0.1:1"}, "does not answer"),
        ({"telegram_webhook_url": HOOK}, "no webhook is set"),
    ],
)
async def test_what_is_wrong_is_named(rig: Rig, own: dict[str, str], said: str) -> None:
    """Token, address and a webhook that is not there."""
    last = (await _findings(_settings(rig, **own)))[-1]
    assert not last.well
    assert said in last.text


async def test_a_webhook_elsewhere_is_named(rig: Rig) -> None:
    """With its address, so that one knows whose it is."""
    async with BotApi(rig.url, rig.token) as api:
        await api.call("setWebhook", url="http://127.0.0.1:9/other")
    assert any("http://127.0.0.1:9/other" in finding.text for finding in await _findings(_settings(rig)))


async def test_another_poller_is_named(rig: Rig) -> None:
    """Two programs that ask with one token take each other's messages."""
    async with BotApi(rig.url, rig.token) as api:
        other = asyncio.create_task(_asks_for_ever(api))
        await asyncio.sleep(0.2)
        found = await _findings(_settings(rig))
        other.cancel()
    assert not found[-1].well
    assert "Another program" in found[-1].text


async def _asks_for_ever(api: BotApi) -> None:
    while True:
        with suppress(TelegramError):
            await api.call("getUpdates", timeout=30)
        await asyncio.sleep(0.5)
