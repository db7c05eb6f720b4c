"""The scenario tests of the flows, on Telegram: by webhook and by polling, in every language."""

from __future__ import annotations

import asyncio
from datetime import datetime
from itertools import groupby
from pathlib import Path

from conftest import Bot
from rig import FakeChat, Update
from rig.seen import Seen

from halsobot.bundle.content import Bundle
from halsobot.model.event import Started
from halsobot.model.inbound import Address, Inbound
from halsobot.model.unit import Unit
from halsobot.model.view import View
from halsobot.scenario import expect
from halsobot.scenario.play import begin
from halsobot.scenario.read import talks
from halsobot.scenario.talk import Step, Talk
from halsobot.text.bidi import strip

ROOT = Path(__file__).parents[2]


def _talks(bundle: Bundle) -> list[Talk]:
    found: list[Talk] = []
    for path in sorted((ROOT / "flows").glob("*.test.yaml")):
        readable, wrong = talks(path.read_bytes(), path.name, bundle)
        assert not wrong
        found += readable
    return sorted(found, key=_when)


def _when(talk: Talk) -> datetime:
    return talk.when


async def test_every_talk_goes_on_telegram_as_written(bot: Bot, bundle: Bundle) -> None:
    """What she taps and reads in each talk is what Telegram shows, in each of the five languages."""
    played = 0
    for when, together in groupby(_talks(bundle), _when):
        bot.clock.now = when
        plays = [
            _play(bot, bundle, talk, language, 1000 + played + number)
            for number, (talk, language) in enumerate(
                (talk, language)
                for talk in together
                for language in ([talk.language] if talk.language else bundle.catalogue.offered)
            )
        ]
        await asyncio.gather(*plays)
        played += len(plays)
    assert played > 100


async def _play(bot: Bot, bundle: Bundle, talk: Talk, language: str, chat_id: int) -> None:
    await _begin(bot, bundle, talk, language, chat_id)
    chat = bot.rig.chat(chat_id)
    await _shown(bot, chat, await chat.sends(f"/start {talk.flow}__{language}"))
    for step in talk.steps:
        await _step(bot, chat, step, f"{talk.title} ({language})")


async def _begin(bot: Bot, bundle: Bundle, talk: Talk, language: str, chat_id: int) -> None:
    """Store what the talk says of her before it begins."""
    inbound = Inbound(Address("telegram", str(chat_id)), Started(talk.when), "before")
    known = await bot.rt.store.recall(inbound)
    session = begin(bundle, talk, language)
    unit = Unit(known, inbound, session, inbound.event, (), (), (), None, held=False)
    assert await bot.rt.store.commit(unit) == "stored"


async def _step(bot: Bot, chat: FakeChat, step: Step, where: str) -> None:
    value = step.values[0]
    assert step.verb != "waits", "chats played side by side share one clock"
    if step.verb in ("taps", "shares"):
        await _shown(bot, chat, await _press(bot, chat, value))
    elif step.verb == "writes":
        await _shown(bot, chat, await chat.sends(value))
    elif step.verb == "reads":
        newest = _newest(chat)
        shown = " ".join(strip(newest.text + " " + " ".join(newest.labels)).split())
        assert " ".join(strip(value).split()) in shown, (where, step, shown)
    else:
        assert expect.failure(step, await _view(bot, chat)) is None, (where, step)


async def _view(bot: Bot, chat: FakeChat) -> View:
    messages = await bot.rt.store.messages(Address("telegram", str(chat.id)), 0)
    assert messages
    return next(message.shown for message in reversed(messages) if message.view.screen != "engine-bar")


def _newest(chat: FakeChat) -> Seen:
    """The newest message with buttons; the one that brings the lasting buttons has none of its own."""
    return next((seen for seen in reversed(chat.messages.values()) if seen.buttons), chat.last)


async def _press(bot: Bot, chat: FakeChat, name: str) -> Update:
    """The button under the message, or of the four at the bottom."""
    view = await _view(bot, chat)
    assert name in [button.name for button in (*view.choices, *view.bar)], (name, view.screen, chat.transcript())
    button = expect.button(view, name)
    under = any(each.get("callback_data") == button.data for each in _newest(chat).buttons)
    return await (chat.taps(button.data) if under else chat.presses(button.label.text))


async def _shown(bot: Bot, chat: FakeChat, update: Update) -> None:
    """Wait until what she did is taken and its last screen stands in the chat with its buttons."""
    await update.acknowledged()
    async with asyncio.timeout(20):
        while True:
            data = {button.data for button in (await _view(bot, chat)).choices}
            there = {button.get("callback_data") for button in _newest(chat).buttons} if chat.messages else set()
            if chat.messages and (data <= there if data else _newest(chat).text):
                return
            await asyncio.sleep(0.02)
