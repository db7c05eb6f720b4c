"""She asks on Telegram to be called: by buttons and one message, whose number stands nowhere but where it is sealed."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import connected
from rig import Rig
from room import MONDAY, THREE, settings_for

from halsobot.conversation.desk import Desk

NUMBER = "0701740605"


async def test_she_is_called_back(tmp_path: Path, rig: Rig, capfd: pytest.CaptureFixture[str]) -> None:
    """The times, the number, the guide who sees it, and taking it back."""
    async with connected(settings_for(tmp_path, THREE), rig, "webhook") as bot:
        bot.clock.now, chat, desk = MONDAY, rig.chat(7), Desk(bot.rt)
        await chat.sends("/start book-care__sv")
        await chat.waits("Vem behöver vård?")
        await chat.taps("Prata med en människa")
        await chat.waits("är ingen sjuksköterska")
        await chat.taps("Be en hälsoguide svara")
        await chat.waits("Din fråga är skickad")
        [row] = await desk.queue()
        await chat.taps("Be att bli uppringd")
        await chat.waits("lägger hälsoguiden på och säger inget")
        await chat.taps("På eftermiddagen")
        await chat.waits(lambda chat: "✓ På eftermiddagen" in chat.transcript())
        await chat.sends(NUMBER)
        await chat.waits("Hälsoguiden ringer dig")
        assert await desk.claim(row.id, "anna", MONDAY)
        assert (await desk.open(row.id, "anna")).call == "afternoon"
        assert await desk.number(await desk.row(row.id), "anna") == NUMBER
        assert not any(NUMBER.encode() in each.read_bytes() for each in tmp_path.glob("*.db*"))
        assert not any(NUMBER in seen.text for seen in chat.messages.values())
        await chat.sends("Ring mig inte")
        await chat.waits("Ditt nummer är raderat")
        assert await desk.number(await desk.row(row.id), "anna") is None
    assert NUMBER not in "".join(capfd.readouterr())
