"""Everybody can use it: keyboard, screen reader, large letters, right to left, light and dark."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from .chat import NewPhone, Phone

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PATHS = ["", "book-care", "book-care me", "emergency", "meeting-places", "person", "language", "language globe"]

#: The labels of things to tap that are smaller than 44 pixels; the way past the bar is only seen by keyboards.
TOO_SMALL = """
[...document.querySelectorAll('button, a:not(.past), summary, textarea')]
  .map(each => [each.textContent.trim(), each.getBoundingClientRect()])
  .filter(([label, box]) => box.width && (box.width < 44 || box.height < 44))
  .map(([label, box]) => `${label} ${box.width} x ${box.height}`)
"""


async def violations(page: Page) -> list[Any]:
    """What axe objects to in light and dark. Playwright runs it beside the page, so its policy does not matter."""
    objections = []
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        found = await Axe().run(page, options=WCAG)
        for each in found.response["violations"]:
            objections.append((scheme, each["id"], [node["html"][:120] for node in each["nodes"]]))
    return objections


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_axe(new_phone: NewPhone, language: str) -> None:
    """axe finds nothing against WCAG 2.2 AA on the main pages, light and dark."""
    phone = await new_phone()
    for path in PATHS:
        await phone.open(f"?l={language}")
        await phone.follows(path)
        assert await violations(phone.page) == [], path


async def test_axe_on_other_pages(new_phone: NewPhone) -> None:
    """axe finds nothing on the page without scripts, its answers, and the neutral pages."""
    phone = await new_phone()
    phone.forgiven = ("404", "413")
    for path in ("nowhere", "pictures/x.svg"):
        await phone.page.goto(phone.url + path)
        assert await violations(phone.page) == []
    await phone.open()
    await phone.follows("sv")
    await phone.write("x" * 5000)
    await expect(phone.page.get_by_text("Texten är för lång")).to_be_visible()
    assert await violations(phone.page) == []


async def test_arabic_reads_from_the_right(phone: Phone) -> None:
    """In Arabic the page runs from the right, while numbers and Swedish run from the left."""
    await phone.open()
    await phone.follows("ar book-care me")
    page = phone.page
    assert await page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert await phone.newest.get_attribute("dir") == "rtl"
    for part in (".swedish", ".number"):
        assert await phone.newest.locator(part).first.evaluate("e => getComputedStyle(e).direction") == "ltr"
    bubble = phone.newest.locator(".bubble").first
    assert await bubble.get_attribute("lang") == "ar"
    assert await bubble.evaluate("e => getComputedStyle(e).direction") == "rtl"
    back = await phone.button("back").bounding_box()
    arrow = await phone.button("back").locator("svg").bounding_box()
    assert back
    assert arrow
    assert arrow["x"] > back["x"] + back["width"] / 2, "the arrow stands at the beginning, on the right"
    assert await phone.button("back").locator("svg").evaluate("e => getComputedStyle(e).transform") == (
        "matrix(-1, 0, 0, 1, 0, 0)"
    )


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_no_sideways_scrolling(new_phone: NewPhone, language: str) -> None:
    """At 320 pixels, which is 400 % on a large screen, nothing has to be scrolled sideways; nor on wider ones."""
    phone = await new_phone()
    for path in PATHS:
        await phone.open(f"?l={language}")
        await phone.follows(path)
        for width, height in ((320, 568), (320, 256), (360, 740), (1280, 800)):
            await phone.page.set_viewport_size({"width": width, "height": height})
            assert await phone.page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_targets_are_large(new_phone: NewPhone, language: str) -> None:
    """Everything one taps is at least 44 pixels high and wide."""
    phone = await new_phone()
    for path in PATHS:
        await phone.open(f"?l={language}")
        await phone.follows(path)
        assert await phone.page.evaluate(TOO_SMALL) == [], path


async def test_zoomed_in_the_exit_stays(new_phone: NewPhone) -> None:
    """At 400 % the exit is still on the screen, and text is to be seen beside it."""
    phone = await new_phone(viewport={"width": 320, "height": 256})
    await phone.open()
    await phone.follows("sv")
    exit = await phone.page.locator(".leave button").bounding_box()
    assert exit
    assert exit["y"] + exit["height"] <= 256
    assert exit["height"] < 80
    await expect(phone.newest.locator(".bubble").first).to_be_in_viewport()


async def test_keyboard_alone(phone: Phone) -> None:
    """With Tab and Enter alone: first a way past the bar, then the exit, then Emergency; focus is always seen."""
    await phone.open()
    order = []
    for _ in range(3):
        await phone.page.keyboard.press("Tab")
        focused = phone.page.locator(":focus")
        order.append((await focused.inner_text()).strip())
        assert (await focused.evaluate("e => getComputedStyle(e).outlineStyle")) != "none"
    assert order == ["Hoppa till svaret", "Lämna sidan snabbt", "Nödläge"]
    await phone.page.keyboard.press("Enter")
    await phone.sees("emergency-first")


async def test_every_text_says_its_language(new_phone: NewPhone) -> None:
    """In the language choice each language is marked as itself, so that a voice reads it right."""
    phone = await new_phone()
    await phone.open()
    for tag, direction in (("ar", "rtl"), ("en", "ltr"), ("sv", "ltr")):
        label = phone.button(tag)
        assert await label.get_attribute("lang") == tag
        assert await label.get_attribute("dir") == direction
