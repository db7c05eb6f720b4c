"""Answers come over a stream; a lost connection loses and doubles nothing."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime

import aiohttp
import pytest
from playwright.async_api import expect

from halsobot.channels.web.site import address
from halsobot.conversation.receive import receive
from halsobot.model.event import Chose
from halsobot.model.inbound import Inbound

from .chat import Chat, NewPhone
from .wire import open_form


async def press(chat: Chat, secret: str, choice: str, repeat: str) -> None:
    """Something happens in her conversation that her page did not ask for."""
    deed = Chose(datetime.now(UTC), f"v1|start|menu|{choice}|1")
    await receive(Inbound(address(secret), deed, repeat, opens=False), chat.rt)


async def test_what_comes_by_itself(new_phone: NewPhone, chat: Chat) -> None:
    """A message that she did not ask for appears on the open page by itself, within a second."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv")
    await press(chat, await phone.secret(), "costs", "by itself")
    await expect(phone.newest).to_have_attribute("data-seq", "3", timeout=1000)


async def test_server_stopped_and_started(new_phone: NewPhone, own_chat: Chat) -> None:
    """When the server is away for a moment, what happened meanwhile comes once, in order."""
    phone = await new_phone(url=own_chat.url)
    phone.forgiven = ("ERR_",)
    await phone.open()
    await phone.follows("sv costs")
    secret = await phone.secret()
    for round in range(3):
        await own_chat.stop()
        await phone.page.wait_for_timeout(700)
        await own_chat.start()
        for number in range(3):
            await press(own_chat, secret, ("book-care", "about", "costs")[number], f"{round} {number}")
    await expect(phone.newest).to_have_attribute("data-seq", "12", timeout=60000)
    shown = [await each.get_attribute("data-seq") for each in await phone.page.locator("#log .screen").all()]
    assert shown == [str(seq) for seq in range(1, 13)]


async def test_press_while_the_server_is_away(new_phone: NewPhone, own_chat: Chat) -> None:
    """A choice pressed while the server is away is answered when it is back, and once."""
    phone = await new_phone(url=own_chat.url)
    phone.forgiven = ("ERR_",)
    await phone.open()
    await phone.follows("sv")
    await own_chat.stop()
    await phone.tap("costs")
    await expect(phone.page.locator(".mine.waiting")).to_have_count(1)
    await own_chat.start()
    await expect(phone.newest).to_have_attribute("data-seq", "3", timeout=60000)
    await expect(phone.page.locator(".mine.waiting")).to_have_count(0)
    assert len(await phone.screens()) == 3


async def test_lines(chat: Chat) -> None:
    """The stream gives each message as a line with its number, from where the page stands, squeezed or not."""
    for accepted in ("gzip", "identity"):
        async with aiohttp.ClientSession(chat.url, headers={"Accept-Encoding": accepted}) as http:
            form = await open_form(http)
            await form.post(press=form.button("sv"))
            headers = {"Authorization": f"Bearer {form.secret}"}
            async with http.post("/stream", data={"after": "1"}, headers=headers) as stream:
                assert stream.content_type == "application/x-ndjson"
                assert stream.headers.get("Content-Encoding", "identity") == accepted
                line = json.loads(await asyncio.wait_for(stream.content.readline(), 2))
                assert line["seq"] == 2
                assert 'data-screen="start-menu"' in line["html"]
                await press(chat, form.secret, "costs", accepted)
                line = json.loads(await asyncio.wait_for(stream.content.readline(), 2))
                assert line["seq"] == 3


async def test_sign_of_life(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream on which nothing happens says that it lives, so that the page notices a dead line."""
    monkeypatch.setattr("halsobot.channels.web.stream.BEAT", 0.1)
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        await form.post(press=form.button("sv"))
        headers = {"Authorization": f"Bearer {form.secret}"}
        async with http.post("/stream", data={"after": "2"}, headers=headers) as stream:
            lines = [json.loads(await asyncio.wait_for(stream.content.readline(), 2)) for _ in range(3)]
            assert lines == [{"beat": True}] * 3


async def test_stream_of_nothing(chat: Chat) -> None:
    """Without a conversation, or with a secret that is none, the stream says that it is over and ends."""
    async with aiohttp.ClientSession(chat.url) as http:
        for secret in ("x", "A" * 43, "é", ""):
            headers = {"Authorization": f"Bearer {secret}"}
            async with http.post("/stream", data={"after": "0"}, headers=headers) as stream:
                lines = (await asyncio.wait_for(stream.text(), 2)).splitlines()
                assert [json.loads(line)["ended"] for line in lines] == [True]
