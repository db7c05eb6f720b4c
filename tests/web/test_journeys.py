"""What a newcomer does on the web, with scripts and without."""

from __future__ import annotations

import time

import aiohttp
import pytest
from playwright.async_api import expect

from .chat import Chat, NewPhone, Phone
from .wire import Form, open_form


async def test_from_poster_to_booking(phone: Phone) -> None:
    """From the first screen she chooses her language and reads, three taps on, how to book care."""
    await phone.open()
    await phone.sees("engine-language")
    await phone.tap("sv")
    await phone.sees("start-menu")
    await phone.tap("book-care")
    await phone.sees("book-care-who")
    await phone.tap("me")
    await expect(phone.newest.locator(".swedish").first).to_be_visible()
    await expect(phone.newest.locator('a[href="tel:1177"]')).to_be_visible()


async def test_back_and_menu(phone: Phone) -> None:
    """Back shows what she saw before, and Menu is always one tap away."""
    await phone.open()
    await phone.follows("sv book-care")
    await phone.tap("back")
    await phone.sees("start-menu")
    await phone.follows("costs")
    await phone.tap("menu")
    await phone.sees("start-menu")


@pytest.mark.parametrize("path", ["", "sv", "sv book-care me"])
async def test_emergency_in_one_tap(phone: Phone, path: str) -> None:
    """From every screen, the language choice too, one tap shows the red number 112 without scrolling."""
    await phone.open()
    await phone.follows(path)
    await phone.tap("emergency")
    await phone.sees("emergency-first")
    number = phone.newest.locator('a.red[href="tel:112"]').first
    await expect(number).to_be_in_viewport()
    await expect(number).to_contain_text("112")


async def test_poster_names_language_and_flow(phone: Phone) -> None:
    """A poster about booking, in English, opens there, and her first press goes on from there in English."""
    await phone.open("?l=en&f=book-care")
    await phone.sees("book-care-who")
    await phone.follows("me")
    await expect(phone.newest).to_have_attribute("lang", "en")
    await phone.tap("back")
    await phone.sees("book-care-who")


async def test_poster_with_nonsense(phone: Phone) -> None:
    """A poster whose address is damaged opens the first screen."""
    await phone.open("?l=%ff%00xx&f=../../etc&f=2&l=")
    await phone.sees("engine-language")


async def test_written_words(phone: Phone) -> None:
    """She may write instead of pressing: the name of a choice leads where the button leads."""
    await phone.open()
    await phone.follows("sv")
    await phone.write("Boka vård")
    await phone.sees("book-care-who")


async def test_language_changes_the_whole_page(phone: Phone) -> None:
    """When she changes language, the exit, the bar and the text field change with the screen."""
    await phone.open()
    await phone.follows("sv language en")
    assert await phone.page.get_attribute("html", "lang") == "en"
    await expect(phone.page.locator(".leave")).to_contain_text("Leave")
    await expect(phone.page.locator("#say .send")).to_contain_text("Send")


async def test_first_page_in_the_language_of_her_phone(new_phone: NewPhone) -> None:
    """Before she has chosen, what stands around the languages is in the language of her phone."""
    for locale, word in (("ar-SY", "ar"), ("en-GB", "en"), ("fi-FI", "sv")):
        phone = await new_phone(locale=locale)
        await phone.open()
        assert await phone.page.get_attribute("html", "lang") == word
        await expect(phone.newest.locator('a[href="tel:112"]')).to_be_visible()


async def test_sentence_shown_large(phone: Phone) -> None:
    """A Swedish sentence fills the screen for the person at the desk, marked as Swedish, beside the exit."""
    await phone.open()
    await phone.follows("sv book-care me")
    card = phone.newest.locator("details.card").first
    await card.locator("summary").click()
    sentence = card.locator("p")
    assert await sentence.get_attribute("lang") == "sv"
    assert float((await sentence.evaluate("e => getComputedStyle(e).fontSize")).removesuffix("px")) >= 32
    box = await card.bounding_box()
    assert box
    assert box["height"] >= 700
    await phone.page.locator(".leave button").click(trial=True)
    await card.locator("summary").click()
    await expect(sentence).to_be_hidden()


async def test_one_neutral_address_and_title(phone: Phone) -> None:
    """Address and title are the same on every step and say nothing about what she reads."""
    await phone.open("?l=sv")
    seen = set()
    for choice in ("book-care", "me", "emergency"):
        await phone.follows(choice)
        seen.add((phone.page.url, await phone.page.title()))
    assert seen == {(phone.url, "Information")}


async def test_too_long_text_is_kept(phone: Phone) -> None:
    """A text that is too long is not sent; she reads why and finds her words still in the field."""
    phone.forgiven = ("413",)
    await phone.open()
    await phone.follows("sv")
    await phone.write("jag undrar " * 500)
    await expect(phone.page.get_by_text("Texten är för lång")).to_be_visible()
    assert (await phone.page.input_value("#text")).startswith("jag undrar jag undrar")
    await phone.sees("start-menu")
    await phone.write("meny")
    await expect(phone.newest).to_have_attribute("data-seq", "3")


async def test_see_new_answers(new_phone: NewPhone) -> None:
    """Without scripts "See new answers" shows the screen again and says that nothing is new."""
    phone = await new_phone(scripts=False)
    await phone.open()
    await phone.follows("sv costs")
    await phone.page.click("button.more")
    await expect(phone.page.get_by_text("Inget nytt svar")).to_be_visible()
    screen = await phone.screens()
    assert [name.partition("-")[0] for name in screen] == ["costs"]


async def test_answer_in_under_a_second(chat: Chat) -> None:
    """Every press is answered in under a second, the first too."""
    async with aiohttp.ClientSession(chat.url) as http:
        page = await open_form(http)
        for choice in ("sv", "book-care", "me", "emergency", "back", "menu"):
            pressed = time.monotonic()
            page = Form(http, await page.post(press=page.button(choice)))
            assert time.monotonic() - pressed < 1, choice


async def test_reload_goes_on(new_phone: NewPhone) -> None:
    """With scripts a reload shows the whole conversation again and she goes on where she was."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv book-care me")
    await phone.page.reload()
    await expect(phone.page.locator("#log .screen")).to_have_count(4)
    assert (await phone.screens())[:3] == ["engine-language", "start-menu", "book-care-who"]
    await phone.tap("back")
    await phone.sees("book-care-who")
    assert phone.page.url == phone.url


async def test_reload_after_the_end(new_phone: NewPhone) -> None:
    """With scripts a reload after the conversation has ended shows the first page, and it works."""
    phone = await new_phone()
    await phone.open("?l=sv")
    await phone.follows("book-care")
    old = await phone.secret()
    await phone.page.evaluate("old => addEventListener('pagehide', () => sessionStorage.setItem('chat', old))", old)
    await phone.page.request.post(phone.url + "leave", form={"secret": old})
    await phone.page.reload()
    await phone.sees("engine-language")
    await phone.follows("en")
    assert await phone.screens() == ["engine-language", "start-menu"]


async def test_old_screens_still_work(new_phone: NewPhone) -> None:
    """With scripts the choices of screens further up stay pressable, each as often as she likes."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv costs")
    old = phone.page.locator('.old button[value*="start|menu|book-care"]')
    await old.click()
    await phone.sees("book-care-who")
    await phone.follows("menu")
    await old.first.click()
    await phone.sees("book-care-who")


async def test_focus_moves_to_the_answer(new_phone: NewPhone) -> None:
    """With scripts keyboard and screen reader stand at the beginning of the newest screen."""
    phone = await new_phone()
    await phone.open()
    await phone.follows("sv costs")
    await expect(phone.newest.locator(".bubble").first).to_be_focused()
    assert await phone.page.get_attribute("#log", "aria-live") == "polite"


async def test_what_she_is_writing_stays(new_phone: NewPhone) -> None:
    """With scripts a half-written text stays in the field while she presses a button."""
    phone = await new_phone()
    await phone.open()
    await phone.page.fill("#text", "half a sent")
    await phone.follows("en")
    assert await phone.page.input_value("#text") == "half a sent"


async def test_without_session_storage(new_phone: NewPhone) -> None:
    """In a browser that keeps nothing the page works as without scripts."""
    phone = await new_phone()
    await phone.page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() {throw Error()}})")
    await phone.open()
    await phone.follows("sv book-care me")
    assert await phone.page.locator("html.live").count() == 0
    await expect(phone.page.locator("#log .screen")).to_have_count(1)
