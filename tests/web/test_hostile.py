"""Whatever is sent, the answer is a page with a way on; never an error, never a traceback."""

from __future__ import annotations

from urllib.parse import quote

import aiohttp
import pytest
from playwright.async_api import expect

from halsobot.channels.web.site import address

from .chat import Chat, NewPhone
from .wire import Form, open_form

FORM = {"Content-Type": "application/x-www-form-urlencoded"}

TEXTS = {
    "lone surrogate": b"%ED%A0%80%ED%BF%BF",
    "not utf-8": b"%FF%FE%C3",
    "nul": b"a%00b%00",
    "direction controls": quote("\u202e\u2066\u2067\u061c\u200f evil \u2069\u2069\u202c").encode(),
    "emoji": quote("😀" * 4000).encode(),
    "html": quote('"><script>alert(1)</script><img src=x onerror=alert(1)>').encode(),
    "half an escape": b"abc%",
    "template": quote("{{ 7*7 }} {% raw %} ${x} %s %(x)s { $phone }").encode(),
    "only marks": quote("\u0301" * 3000).encode(),
    "line ends": quote("\r\n\r\n\u2028\x0b\x1b[31m").encode(),
    "button": b"v1%7Cstart%7Cmenu%7Ccosts%7C1",
}

BUTTONS = ["v1", "v1||||", "v1|start|menu|nothing|99999999999999999999", "v9|a|b|c|1", "|" * 300, "v1|x|y|z|0", "é\0"]


@pytest.mark.parametrize("name", TEXTS)
async def test_texts(chat: Chat, name: str) -> None:
    """Whatever she writes is answered with a screen, and nothing of it becomes part of the page's code."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        menu = Form(http, await form.post(press=form.button("sv")))
        fields = "&".join(f"{name}={value}" for name, value in menu.fields.items()).encode()
        body = fields + b"&text=" + TEXTS[name]
        async with http.post("/", data=body, headers=FORM) as answer:
            page = await answer.text()
            assert answer.status in (200, 413)
            assert 'data-screen="' in page
            assert "<script>alert" not in page
            assert "onerror=alert" not in page


@pytest.mark.parametrize("data", BUTTONS)
async def test_buttons(chat: Chat, data: str) -> None:
    """A button that is none of ours shows where she is."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        menu = Form(http, await form.post(press=form.button("sv")))
        page = await menu.post(press=data)
        assert 'data-screen="start-menu"' in page


@pytest.mark.parametrize(
    "change",
    [
        {"secret": ""},
        {"secret": "x"},
        {"secret": "A" * 43},
        {"secret": "../" * 14 + "x"},
        {"secret": "é" * 43},
    ],
)
async def test_secrets(chat: Chat, change: dict[str, str]) -> None:
    """A secret that is no conversation's gives the neutral page; also with the first page's other fields."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        fields = form.fields | {"press": form.button("sv"), "opens": "0"} | change
        async with http.post("/", data=fields) as answer:
            page = await answer.text()
            assert answer.status == 200
            assert "Samtalet är slut." in page
            assert "<title>Information</title>" in page


@pytest.mark.parametrize(
    "change",
    [{"seen": "x"}, {"seen": "-1"}, {"seen": "٣"}, {"seen": "9" * 400}, {"seen": "999"}, {"form": ""}, {"form": "<>"}],
)
async def test_fields(chat: Chat, change: dict[str, str]) -> None:
    """A garbled field shows where she is."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        menu = Form(http, await form.post(press=form.button("sv")))
        page = await menu.post(**({"press": menu.button("costs")} | change))
        assert 'data-screen="' in page
        assert "Samtalet är slut." not in page


async def test_bodies(chat: Chat) -> None:
    """A body that is no form gives the neutral page."""
    bodies = [b"", b"\0" * 1000, b"{}", b"&&&===", b"=" * 5000, b"secret", "secret=ä".encode(), b"a=1&" * 2000]
    async with aiohttp.ClientSession(chat.url) as http:
        for body in bodies:
            for kind in (FORM, {"Content-Type": "application/json"}, {"Content-Type": "multipart/form-data"}):
                for path in ("/", "/leave", "/stream"):
                    async with http.post(path, data=body, headers=kind) as answer:
                        assert answer.status == 200, (body[:10], kind, path)


@pytest.mark.parametrize("size", [70_000, 1_000_000])
async def test_body_too_large(chat: Chat, size: int) -> None:
    """More than 64 kB is not taken in: the page says so, keeps the beginning, and the conversation goes on."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        menu = Form(http, await form.post(press=form.button("sv")))
        async with http.post("/", data=menu.fields | {"text": "x" * size}) as answer:
            page = await answer.text()
            assert answer.status == 413
        assert "Texten är för lång" in page
        assert "x" * 4096 in page
        assert 'data-screen="start-menu"' in page
        again = Form(http, page)
        assert "costs-" in await again.post(press=again.button("costs"))
        assert len(await chat.rt.store.messages(address(form.secret), 0) or ()) == 3


async def test_ten_thousand_emoji(new_phone: NewPhone) -> None:
    """Ten thousand emoji pasted into the field, without scripts, give a clear answer and a way on."""
    phone = await new_phone(scripts=False)
    phone.forgiven = ("413",)
    await phone.open()
    await phone.follows("sv")
    await phone.write("😀" * 10_000)
    await expect(phone.page.get_by_text("Texten är för lång")).to_be_visible()
    await phone.follows("costs")


async def test_another_site_cannot_choose_the_secret(chat: Chat) -> None:
    """A page of somebody else's cannot begin a conversation whose secret it knows, nor end one."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        headers = {"Sec-Fetch-Site": "cross-site"}
        async with http.post("/", data=form.fields | {"press": form.button("sv")}, headers=headers) as answer:
            assert "Samtalet är slut." in await answer.text()
        assert await chat.rt.store.messages(address(form.secret), 0) is None
        menu = Form(http, await form.post(press=form.button("sv")))
        await http.post("/leave", data={"secret": form.secret}, headers=headers)
        assert "costs-" in await menu.post(press=menu.button("costs"))


async def test_words_are_shown_as_words(new_phone: NewPhone) -> None:
    """With scripts her own words stand in the log as she wrote them, whatever signs they hold."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv")
    text = "<img src=x onerror=alert(1)> ثلاثة \u202e abc"
    await phone.write(text)
    await expect(phone.newest).to_have_attribute("data-seq", "3")
    assert await phone.page.locator(".mine").last.text_content() == text
    assert await phone.page.locator(".mine img").count() == 0
