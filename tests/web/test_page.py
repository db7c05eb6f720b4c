"""What the page weighs, what it sends along, and what it never gives away."""

from __future__ import annotations

import re

import aiohttp
import pytest

from halsobot.channels.web.site import address
from halsobot.model.message import Message, Value

from .chat import Chat, NewPhone, Phone
from .wire import open_form

KILOBYTES = 60_000


async def test_first_load(new_phone: NewPhone) -> None:
    """The first page with all it needs comes in under 60 kB over the wire, from one place only."""
    phone = await new_phone()
    devtools = await phone.page.context.new_cdp_session(phone.page)
    await devtools.send("Network.enable")
    weight: list[float] = []
    devtools.on("Network.loadingFinished", lambda event: weight.append(event["encodedDataLength"]))
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url))
    await phone.page.goto(phone.url, wait_until="networkidle")
    assert {url[: len(phone.url)] for url in asked} == {phone.url}
    assert len(weight) >= 3
    print(f"first load: {sum(weight):.0f} bytes in {len(weight)} answers")
    assert sum(weight) < KILOBYTES
    asked.clear()
    await phone.follows("sv")
    await phone.page.wait_for_load_state("networkidle")
    print(f"with the menu: {sum(weight):.0f} bytes")
    assert sum(weight) < KILOBYTES


async def test_headers(chat: Chat) -> None:
    """Every answer forbids what the page does not need, and is kept by nobody."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        for method, path in (("GET", "/"), ("POST", "/"), ("POST", "/leave"), ("POST", "/stream"), ("GET", "/nowhere")):
            async with http.request(method, path, data={"secret": form.secret}) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
                assert "unsafe" not in policy
                assert answer.headers["Cache-Control"].startswith("no-store")
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
                assert "Permissions-Policy" in answer.headers
                assert "Strict-Transport-Security" not in answer.headers
                assert "Set-Cookie" not in answer.headers
                assert "Server" not in answer.headers
        async with http.get("/", headers={"X-Forwarded-Proto": "https"}) as answer:
            assert "Strict-Transport-Security" in answer.headers


async def test_static_files_are_kept(chat: Chat) -> None:
    """Style and script are fetched once, and under a new address when they change."""
    async with aiohttp.ClientSession(chat.url) as http:
        page = (await open_form(http)).page
        files = re.findall(r'"(/static/[^"]+)"', page)
        assert len(files) == 4
        for file in files:
            async with http.get(file) as answer:
                assert answer.status == 200
                assert "immutable" in answer.headers["Cache-Control"]
        async with http.get("/static/chat.000000000000.css") as answer:
            assert answer.status == 404


async def test_pictures(chat: Chat) -> None:
    """Drawings are served by name, are not kept by the browser, and nothing else is to be had there."""
    async with aiohttp.ClientSession(chat.url) as http:
        async with http.get("/pictures/start-menu.book-care.svg") as answer:
            assert answer.content_type == "image/svg+xml"
            assert "no-store" in answer.headers["Cache-Control"]
        for name in ("nothing", "..%2f..%2fpyproject", "%00", "start-menu"):
            async with http.get(f"/pictures/{name}.svg") as answer:
                assert answer.status == 404


async def test_first_page_stores_nothing(chat: Chat) -> None:
    """Who only opens the page leaves nothing behind."""
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        assert await chat.rt.store.messages(address(form.secret), 0) is None
        async with http.post("/", data=form.fields | {"more": "1"}) as answer:
            assert 'data-screen="engine-language"' in await answer.text()
        assert await chat.rt.store.messages(address(form.secret), 0) is None


async def test_secret_is_nowhere_but_in_the_page(phone: Phone) -> None:
    """The secret never stands in an address or a cookie, nor in what other sites are told."""
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url + str(request.headers.get("referer"))))
    await phone.open()
    secret = await phone.secret()
    await phone.follows("sv book-care me")
    await phone.leave()
    assert not [line for line in asked if secret in line]
    assert await phone.page.context.cookies() == []


async def test_log_holds_no_secret_and_no_words(
    chat: Chat, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When something breaks she sees a page with a way back, and the log neither her words nor her secret."""

    async def broken(*_: object) -> None:
        raise RuntimeError("could not store 'my secret words'")

    monkeypatch.setattr("halsobot.channels.web.pages.receive", broken)
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http)
        async with http.post("/", data=form.fields | {"text": "my secret words"}) as answer:
            page = await answer.text()
    logged = "".join(capsys.readouterr())
    assert answer.status == 500
    assert 'href="/"' in page
    assert "RuntimeError" in logged
    assert "secret words" not in logged + page
    assert form.secret not in logged


async def test_links_lead_out_without_a_trace(new_phone: NewPhone) -> None:
    """A link to another site opens beside the chat and does not tell where she came from."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv book-care me how-to-book")
    link = phone.newest.locator("a.link").first
    assert set((await link.get_attribute("rel") or "").split()) == {"noopener", "noreferrer"}
    assert (await link.get_attribute("href") or "").startswith("https://")


@pytest.mark.parametrize("language", ["ar", "en", "fa-AF", "sv", "ti"])
async def test_112_on_pages_beside_the_chat(chat: Chat, language: str) -> None:
    """Also where no conversation is, 112 can be called and is named in her language; the title tells nothing."""
    [danger, title] = [
        chat.rt.bundle.catalogue.text(Message(id, values=(("phone-112", Value("phone", "112")),)), language).text
        for id in ("engine-danger", "web-title")
    ]
    async with aiohttp.ClientSession(chat.url, headers={"Accept-Language": language}) as http:
        form = await open_form(http, f"?l={language}")
        hers = {"secret": form.secret, "locale": language}
        await form.post(press=form.button("menu"))
        for method, path, data in (
            ("GET", "/return", None),
            ("POST", "/return", {"locale": language}),
            ("POST", "/key", hers),
            ("POST", "/file", hers),
            ("POST", "/", {"locale": language}),
            ("GET", "/nowhere", None),
        ):
            async with http.request(method, path, data=data) as answer:
                page = await answer.text()
            assert danger in page, path
            assert page.count('href="tel:112"') == 1, path
            assert f"<title>{title}</title>" in page, path


async def test_unknown_address_has_a_way_back(chat: Chat) -> None:
    """A mistyped address, or a wrong method, gives a neutral page with a way to the beginning."""
    async with aiohttp.ClientSession(chat.url) as http:
        for method, path, status in (("GET", "/x", 404), ("GET", "/leave", 405), ("PUT", "/", 405)):
            async with http.request(method, path) as answer:
                assert answer.status == status
                assert 'href="/"' in await answer.text()
