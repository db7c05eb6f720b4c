"""The quick exit: one tap, and nothing of the conversation comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Error, Page, Route, async_playwright, expect

from halsobot.channels.web.site import address
from halsobot.model.message import Message

from .chat import AS_ON_PHONES, QUIET, Chat, NewPhone, Phone, chromium

#: What could tell somebody who picks up the phone what was read here.
TRACES = ("hälsocentral", "Boka vård", "tolk", "112", "book-care", "emergency", "v1|")


async def nothing_shown(page: Page, but: str = "") -> None:
    """Nothing tells what was read, ``but`` what stands on each of our pages, whoever opens it."""
    text = await page.inner_text("html") + await page.title()
    assert [trace for trace in TRACES if trace in text and trace != but] == []


async def try_to(move: Callable[..., Awaitable[Any]]) -> None:
    """Back and reload may end in the browser's own "this page has expired"."""
    try:
        # A page that the browser kept whole is not loaded again: "commit" is all that happens.
        await move(timeout=5000, wait_until="commit")
    except Error as error:
        if "ERR_CACHE_MISS" not in str(error):
            raise


async def test_leave(phone: Phone, chat: Chat) -> None:
    """One tap shows a harmless page, and the conversation is gone from the server."""
    await phone.open("?l=sv")
    await phone.follows("book-care me")
    secret = await phone.secret()
    assert await chat.rt.store.messages(address(secret), 0)
    await phone.leave()
    assert await chat.rt.store.messages(address(secret), 0) is None


async def test_leave_from_the_first_page(phone: Phone) -> None:
    """The exit works before anything was pressed too."""
    await phone.open()
    await phone.leave()


async def test_leave_when_something_is_broken(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit leads away although the server cannot end the conversation."""

    async def broken(*_: object) -> None:
        raise RuntimeError

    await phone.open("?l=sv")
    await phone.follows("book-care")
    monkeypatch.setattr("halsobot.channels.web.pages.receive", broken)
    await phone.leave()


async def test_back_after_leaving(phone: Phone) -> None:
    """After the exit Back, again and again, and reload show nothing of the conversation."""
    await phone.open("?l=sv")
    await phone.follows("book-care me emergency")
    await phone.leave()
    for _ in range(6):
        await try_to(phone.page.go_back)
        if phone.page.url == "about:blank":
            break
        if await phone.page.locator("#log").count():
            # The first page, fetched anew: the neutral language choice that anybody gets.
            assert await phone.screens() in (["engine-language"], ["start-menu"])
        else:
            await nothing_shown(phone.page)
        await try_to(phone.page.reload)
        assert "book-care-open" not in await phone.page.content()
    assert phone.page.url == "about:blank"


async def test_exit_takes_the_place_of_the_chat(new_phone: NewPhone) -> None:
    """With scripts the list behind the Back button does not hold the chat at all."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv book-care me")
    await phone.leave()
    devtools = await phone.page.context.new_cdp_session(phone.page)
    entries = (await devtools.send("Page.getNavigationHistory"))["entries"]
    assert [entry["url"] for entry in entries if entry["url"].startswith(phone.url)] == []


async def test_reload_of_the_address_after_leaving(phone: Phone) -> None:
    """Who opens the address again after the exit sees the first page and nothing else."""
    await phone.open()
    await phone.follows("sv book-care me")
    await phone.leave()
    await phone.open()
    assert await phone.screens() == ["engine-language"]
    await phone.page.reload()
    assert await phone.screens() == ["engine-language"]


async def test_form_sent_again_after_leaving(new_phone: NewPhone) -> None:
    """Without scripts, a page that is still open in another tab leads to "the conversation is over"."""
    phone = await new_phone(scripts=False)
    await phone.open()
    await phone.follows("sv")
    secret = await phone.secret()
    await phone.page.request.post(phone.url + "leave", form={"secret": secret})
    await phone.tap("book-care")
    await expect(phone.page.get_by_role("heading")).to_have_text("Samtalet är slut.")
    assert await phone.page.title() == "Information"
    await nothing_shown(phone.page, but="112")
    await phone.page.get_by_role("link", name="Börja om").click()
    await phone.sees("engine-language")


@pytest.mark.parametrize(
    ("words", "language"), [("radera allt", "sv"), ("/forget", "en"), ("ኩሉ ደምስስ", "ti")], ids=["sv", "en", "ti"]
)
async def test_forgotten(phone: Phone, chat: Chat, words: str, language: str) -> None:
    """Whoever asks in words to be forgotten reads that everything is erased, though the stream ends before that."""

    async def late(route: Route) -> None:
        answer = await route.fetch()
        await asyncio.sleep(0.5)
        await route.fulfill(response=answer)

    await phone.open()
    await phone.follows(f"{language} book-care")
    secret = await phone.secret()
    await phone.page.route(phone.url, late)
    await phone.write(words)
    erased = chat.rt.bundle.catalogue.text(Message("engine-forgotten"), language).text
    await expect(phone.page.get_by_role("heading")).to_have_text(erased)
    assert await chat.rt.store.messages(address(secret), 0) is None
    await phone.page.locator("a.begin").click()
    await phone.sees("engine-language")


async def test_left_in_another_tab(new_phone: NewPhone) -> None:
    """With scripts the open page empties itself when the conversation is ended elsewhere."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv book-care me")
    await phone.page.request.post(phone.url + "leave", form={"secret": await phone.secret()})
    await expect(phone.page.get_by_role("heading")).to_have_text("Samtalet är slut.")
    await nothing_shown(phone.page, but="112")
    assert await phone.page.evaluate("sessionStorage.length") == 0


async def test_escape_twice(new_phone: NewPhone, chat: Chat) -> None:
    """On a keyboard Escape pressed twice leaves; pressed once it does not."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv")
    secret = await phone.secret()
    await phone.page.keyboard.press("Escape")
    await phone.page.wait_for_timeout(1700)
    await phone.page.keyboard.press("Escape")
    await phone.sees("start-menu")
    await phone.page.keyboard.press("Escape")
    await phone.page.wait_for_url("**/elsewhere")
    async with asyncio.timeout(10):  # the browser leaves without waiting for us
        while await chat.rt.store.messages(address(secret), 0) is not None:
            await asyncio.sleep(0.02)


async def test_page_is_empty_at_once(phone: Phone) -> None:
    """Nothing is readable in the moment after the tap, although the network is slow."""

    async def slow(route: Any) -> None:
        await asyncio.sleep(2)
        await route.continue_()

    await phone.open()
    await phone.follows("sv book-care me")
    await phone.page.route("**/elsewhere", slow)
    await phone.page.route("**/leave", slow)
    devtools = await phone.page.context.new_cdp_session(phone.page)
    look = {"expression": "document.title + (document.body ? document.body.innerText : '')"}
    before = (await devtools.send("Runtime.evaluate", look))["result"]["value"]
    assert "ring först till" in before.lower()  # said by day and by night
    await phone.page.locator(".leave button").click(no_wait_after=True)
    await asyncio.sleep(0.3)
    seen = (await devtools.send("Runtime.evaluate", look))["result"]["value"]
    assert [trace for trace in TRACES if trace in seen] == []
    await phone.page.wait_for_url("**/elsewhere")
    await phone.page.unroute_all(behavior="ignoreErrors")


async def test_kept_page_is_not_shown_again(new_phone: NewPhone) -> None:
    """With scripts a page that the browser kept whole is loaded anew instead of being shown as it was."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv book-care")
    await phone.page.evaluate("window.kept = true")
    await phone.page.goto(phone.url.replace("127.0.0.1", "localhost") + "favicon.ico")
    await try_to(phone.page.go_back)
    await expect(phone.newest).to_have_attribute("data-screen", "book-care-who")
    assert not await phone.page.evaluate("window.kept")


@pytest.mark.parametrize("scripts", [True, False])
async def test_reopened_browser(chat: Chat, tmp_path: Path, scripts: bool) -> None:
    """A browser that is closed after the exit and opened with its last tabs shows nothing, nor does Back."""
    async with async_playwright() as playwright:
        options: dict[str, Any] = {
            "executable_path": chromium(),
            "ignore_default_args": AS_ON_PHONES,
            "java_script_enabled": scripts,
        }
        context = await playwright.chromium.launch_persistent_context(tmp_path, args=QUIET, **options)
        phone = Phone(context.pages[0], chat.url, scripts)
        await phone.open("?l=sv")
        await phone.follows("book-care me")
        await phone.leave()
        await context.close()
        context = await playwright.chromium.launch_persistent_context(
            tmp_path, args=[*QUIET, "--restore-last-session"], **options
        )
        for page in context.pages:
            await nothing_shown(page)
            await try_to(page.go_back)
            await nothing_shown(page)
        await context.close()
