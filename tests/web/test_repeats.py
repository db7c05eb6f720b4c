"""Nothing she does acts twice, and nothing is lost when an answer is."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Route, expect

from halsobot.channels.web.site import address

from .chat import Chat, NewPhone, Phone
from .test_access import violations
from .wire import Form, open_form

LINES = "application/x-ndjson"


async def test_form_sent_again(chat: Chat) -> None:
    """The same form sent three times, as after a lost answer, acts once and is answered each time."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        answers = [await form.post(press=form.button("sv")) for _ in range(3)]
        assert ["start-menu" in answer for answer in answers] == [True] * 3
        assert len(await chat.rt.store.messages(address(form.secret), 0) or ()) == 2


async def test_two_at_once(chat: Chat) -> None:
    """Two deliveries of one press at the same moment act once."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        await asyncio.gather(*(form.post(press=form.button("en")) for _ in range(8)))
        assert len(await chat.rt.store.messages(address(form.secret), 0) or ()) == 2


async def test_another_choice_after_going_back(chat: Chat) -> None:
    """On a page she went back to, another choice is a new deed, with the page's old form."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        menu = Form(http, await form.post(press=form.button("sv")))
        assert "costs-" in await menu.post(press=menu.button("costs"))
        again = await menu.post(press=menu.button("book-care"))
        assert again.index("book-care-who") < again.index("costs-"), "the newest comes first"


async def test_lost_answers_come_later(chat: Chat) -> None:
    """Answers that never arrived are all on the next page she gets, the newest first."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        menu = Form(http, await form.post(press=form.button("sv")))
        lost = Form(http, await menu.post(press=menu.button("costs")))
        await lost.post(press=lost.button("emergency"))
        page = await menu.post(more="1")
        assert 0 < page.index('data-screen="emergency-first"') < page.index('data-screen="costs-')


async def test_double_click(phone: Phone, chat: Chat) -> None:
    """A double click on a choice acts once."""
    await phone.open()
    secret = await phone.secret()
    await phone.button("sv").dblclick()
    await phone.sees("start-menu")
    await phone.page.wait_for_timeout(300)
    assert len(await chat.rt.store.messages(address(secret), 0) or ()) == 2


async def test_press_without_network(new_phone: NewPhone, chat: Chat) -> None:
    """Pressed where there is no network it is shown as "sending", goes out when there is, and acts once."""
    phone = await new_phone()
    phone.forgiven = ("ERR_INTERNET_DISCONNECTED",)
    await phone.open()
    await phone.follows("sv")
    secret = await phone.secret()
    await phone.page.context.set_offline(True)
    await phone.tap("costs")
    await phone.page.locator(".mine.waiting").wait_for()
    await phone.page.get_by_text("Inget nät").wait_for()
    await phone.page.context.set_offline(False)
    await phone.page.locator('#log [data-seq="3"]').wait_for()
    await phone.page.locator(".mine.waiting").wait_for(state="detached")
    assert len(await chat.rt.store.messages(address(secret), 0) or ()) == 3


async def test_emergency_without_network(new_phone: NewPhone) -> None:
    """Emergency pressed where there is no network shows the number to call at once, and more when there is."""
    phone = await new_phone()
    phone.forgiven = ("ERR_INTERNET_DISCONNECTED",)
    await phone.open()
    await phone.follows("sv book-care me")
    await phone.page.context.set_offline(True)
    await phone.tap("emergency")
    number = phone.page.locator('#log > .alarm a[href="tel:112"]')
    await expect(number).to_be_in_viewport()
    await phone.page.context.set_offline(False)
    await phone.sees("emergency-first")
    await expect(number).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "said"), [("sv", "Är det fara för livet?"), ("ti", "ህይወት ሰብ ኣብ ሓደጋ ድዩ?")], ids=["sv", "ti"]
)
async def test_words_without_network(new_phone: NewPhone, language: str, said: str) -> None:
    """Whatever she writes may be a cry: while it is not sent, 112 stands beside the note, once, below all she wrote."""
    phone = await new_phone()
    phone.forgiven = ("ERR_INTERNET_DISCONNECTED",)
    await phone.open()
    await phone.follows(f"{language} book-care me")
    await expect(phone.page.locator("#log .alarm")).to_have_count(0)
    await phone.page.context.set_offline(True)
    alarm = phone.page.locator("#log > .mine.waiting + .alarm")
    for words in ("hon andas inte", "hon andas inte alls"):
        await phone.write(words)
        await expect(alarm).to_contain_text(said)
        await expect(alarm.locator('a[href="tel:112"]')).to_be_in_viewport()
        await expect(phone.page.locator("#status")).to_be_in_viewport()
    await expect(phone.page.locator("#log .alarm")).to_have_count(1)
    assert await violations(phone.page) == []
    await phone.page.context.set_offline(False)
    await phone.sees("emergency-first")
    await expect(phone.page.locator("#log .alarm")).to_have_count(0)


async def test_words_on_a_slow_network(new_phone: NewPhone) -> None:
    """The network is there, but nothing comes: after three seconds 112 stands below what she wrote, until it is
    answered; an ordinary press is only shown as on its way.
    """
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv")
    going, on = asyncio.Event(), asyncio.Event()

    async def slowly(route: Route) -> None:
        if route.request.method == "POST":
            going.set()
            await on.wait()
        await route.continue_()

    await phone.page.route("**/*", slowly)
    await phone.tap("costs")
    await going.wait()
    await phone.page.wait_for_timeout(4000)
    await expect(phone.page.locator("#log .alarm")).to_have_count(0)
    on.set()
    await phone.sees("costs-status")
    on.clear()
    await phone.write("hon andas inte")
    await expect(phone.page.locator('#log > .mine.waiting + .alarm a[href="tel:112"]')).to_be_in_viewport()
    on.set()
    await phone.sees("emergency-first")
    await expect(phone.page.locator("#log .alarm")).to_have_count(0)


@pytest.mark.parametrize("lost", [1, 2])
async def test_answer_lost_on_the_way(new_phone: NewPhone, chat: Chat, lost: int) -> None:
    """A press whose answer is lost, though it arrived, is sent again and still acts once."""
    phone = await new_phone()
    phone.forgiven = ("ERR_FAILED",)
    left = lost

    async def lose(route: Any) -> None:
        nonlocal left
        if route.request.method == "POST" and left:
            left -= 1
            await route.fetch()
            await route.abort()
        else:
            await route.continue_()

    await phone.open()
    await phone.page.route(phone.url, lose)
    secret = await phone.secret()
    await phone.follows("sv")
    await phone.page.locator(".mine.waiting").wait_for(state="detached")
    assert await phone.screens() == ["engine-language", "start-menu"]
    assert len(await chat.rt.store.messages(address(secret), 0) or ()) == 2
