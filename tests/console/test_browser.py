"""A guide's day in a real browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any, Literal

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, Route, expect

from halsobot.model.event import Passed

from .office import PASSWORD, Office

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "locale": "sv-SE", "reduced_motion": "reduce"}
#: Things to press that are smaller than 44 pixels; links within text and what is not shown do not count.
TOO_SMALL = """
[...document.querySelectorAll('button, .button, nav a, summary, select, textarea, input:not([type=hidden])')]
  .map(each => [each.textContent.trim().slice(0, 30), each.getBoundingClientRect()])
  .filter(([label, box]) => box.width && (box.width < 44 || box.height < 44))
  .map(([label, box]) => `${label} ${box.width} x ${box.height}`)
"""

Enters = Callable[..., Awaitable[Page]]


@pytest.fixture
async def enters(browser: Browser, office: Office) -> AsyncIterator[Enters]:
    """Logs a guide in, by the form; at the end no browser may have complained."""
    async with AsyncExitStack() as stack:
        complaints: list[str] = []

        async def enter(name: str = "anna", scripts: bool = True, **options: Any) -> Page:
            context = await browser.new_context(java_script_enabled=scripts, **(DESK | options))
            stack.push_async_callback(context.close)
            page = await context.new_page()
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            await page.goto(office.url)
            await page.fill("#name", name)
            await page.fill("#password", PASSWORD)
            await page.fill("#code", office.code())
            await page.locator("#code").press("Enter")
            await expect(page.locator("h1")).to_have_text("Kö" if name != "bilal" else "Queue")
            if scripts:
                await expect(page.locator("html")).to_have_class("live")  # its keys work
            return page

        yield enter
        # What was refused or cut off on purpose is said in the browser's console, too.
        meant = ("400", "401", "409", "403", "415", "ERR_FAILED")
        assert [said for said in complaints if not any(each in said for each in meant)] == []


async def violations(page: Page) -> list[Any]:
    """What axe objects to, in light and dark. Playwright runs it beside the page, so its policy does not matter."""
    objections = []
    for scheme in SCHEMES:
        await page.emulate_media(color_scheme=scheme)
        found = await Axe().run(page, options=WCAG)
        for each in found.response["violations"]:
            objections.append((scheme, each["id"], [node["html"][:160] for node in each["nodes"]]))
    return objections


async def _stands(page: Page) -> None:
    """The case is to be seen: with its first picture the page jumps to her newest words, which takes the focus."""
    await expect(page.locator("#text")).to_be_visible()
    await page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


async def test_a_case_with_the_keyboard_alone(office: Office, enters: Enters) -> None:
    """c takes the first case, / goes to the answer, Ctrl+Enter sends; then phrase, screen, and closing it."""
    case, who = await office.asks("مرحبا")
    page = await enters()
    await expect(page.locator(".claim")).to_be_visible()
    await page.keyboard.press("c")
    await page.wait_for_url(f"**/case/{case}#newest")
    await _stands(page)
    await page.keyboard.press("/")
    await expect(page.locator("#text")).to_be_focused()
    await page.keyboard.type("c / Hej")
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_text("Skickat.", exact=True)).to_be_visible()
    await expect(page.locator(".ours .words").last).to_have_text("c / Hej")
    await expect(page.locator("#text")).to_have_value("")
    await page.locator("#phrase").select_option("phrase-hello")
    await expect(page.locator("[data-kind=phrase] .both > div")).to_have_count(2)
    await expect(page.locator('[data-kind=phrase] .both [lang="ar"]').first).to_be_visible()
    await page.locator("[data-kind=phrase] button.main").press("Enter")
    await expect(page.get_by_text("Anna · färdig fras")).to_be_visible()
    await page.locator("#screen").select_option("book-care-bring")
    await page.locator("[data-kind=screen] button.main").press("Enter")
    await expect(page.get_by_text("Anna · sida ur boten")).to_be_visible()
    await page.locator("#reason").select_option("answered")
    await page.get_by_role("button", name="Avsluta ärendet").press("Enter")
    await expect(page.get_by_role("alert")).to_have_text("Ärendet är avslutat.")
    shown = [each.view.screen for each in await office.rt.store.messages(who, 0) or ()]
    assert shown.count("engine-said") == 3


async def test_each_box_stands_beside_its_words(office: Office, enters: Enters) -> None:
    """What the next guide should know is ticked one below the other."""
    await office.asks()
    page = await enters()
    await page.click(".claim")
    boxes = [await each.bounding_box() for each in await page.locator("input[type=checkbox]").all()]
    assert len(boxes) > 1
    assert len({box["x"] for box in boxes if box}) == 1
    assert len({box["y"] for box in boxes if box}) == len(boxes)


@pytest.mark.parametrize("scripts", [True, False])
async def test_a_phone_shows_her_newest_words(office: Office, enters: Enters, scripts: bool) -> None:
    """Whoever takes or opens a case stands where these begin, not at the form and not at what was before."""
    _, who = await office.asks("Första frågan", locale="sv")
    for number in range(6):
        await office.writes(who, f"Mer {number}, och det är viktigt")
    page = await enters(scripts=scripts, viewport={"width": 320, "height": 640})
    words = page.get_by_text("Mer 5, och det är viktigt")
    await page.click(".claim")
    await expect(words).to_be_in_viewport()
    for way in (".row h3 a", ".row a.button"):
        await page.goto(office.url)
        await page.locator(way).click()
        await expect(words).to_be_in_viewport()
        await expect(page.get_by_text("Första frågan")).not_to_be_in_viewport()


async def test_first_to_the_content_and_focus_is_seen(office: Office, enters: Enters) -> None:
    """Tab begins with a way past the head, then goes through it; every stop is to be seen."""
    await office.asks()
    page = await enters()
    await page.goto(office.url)
    order = []
    for _ in range(6):
        await page.keyboard.press("Tab")
        focused = page.locator(":focus")
        order.append((await focused.inner_text()).strip().split("\n")[0])
        assert await focused.evaluate("e => getComputedStyle(e).outlineStyle") != "none"
    assert order == ["Hoppa till innehållet", "Kö", "Arbetspass", "Logga ut", "Ta ärendet", "Stäng av"]
    await page.locator("#keys button").press("Enter")
    await expect(page.locator("#keys button")).to_have_text("Slå på")
    await page.locator("h1").click()
    await page.keyboard.press("c")
    await expect(page.locator(".claim")).to_be_visible()
    await page.locator("#keys button").click()


async def test_a_page_follows_and_leaves_what_is_written_alone(office: Office, enters: Enters) -> None:
    """New words of hers come by themselves and are announced; the text field and the focus stay as they are."""
    case, who = await office.asks()
    page = await enters()
    await page.click(".claim")
    await _stands(page)
    await page.locator("#text").press_sequentially("Jag skri")
    await office.writes(who, "En fråga till")
    await expect(page.get_by_text("En fråga till")).to_be_visible()
    await expect(page.locator("#news")).to_have_text("Nytt meddelande")
    await page.keyboard.type("ver")
    await expect(page.locator("#text")).to_have_value("Jag skriver")
    await expect(page.locator("#text-hint")).to_have_text("Utkastet är sparat")
    await page.reload()
    await expect(page.locator("#text")).to_have_value("Jag skriver")
    await office.desk.pass_on(case, Passed(office.clock(), "anna", "bilal"), "away")
    await expect(page.locator("#news")).to_contain_text("inte längre ditt")
    await expect(page.locator("#text")).to_have_value("Jag skriver")


async def test_after_a_new_login_in_another_tab_the_page_goes_on(office: Office, enters: Enters) -> None:
    """What is written there can be sent, by the new login, and what comes is shown again."""
    _, who = await office.asks()
    page = await enters()
    await page.click(".claim")
    await _stands(page)
    await page.locator("#text").press_sequentially("Nästan färdigt")
    other = await page.context.new_page()
    await other.goto(office.url)
    await other.click(".out button")
    await office.writes(who, "Hallå?")
    await expect(page.locator("#news")).to_contain_text("Du är utloggad")
    for name, value in (("name", "anna"), ("password", PASSWORD), ("code", office.code())):
        await other.fill(f"#{name}", value)
    await other.locator("#code").press("Enter")
    await expect(other.locator("h1")).to_have_text("Kö")
    await page.evaluate("window.dispatchEvent(new Event('focus'))")
    await expect(page.get_by_text("Hallå?")).to_be_visible()
    await office.writes(who, "Är du där?")
    await expect(page.get_by_text("Är du där?")).to_be_visible()
    await page.keyboard.press("Control+Enter")
    await expect(page.get_by_text("Skickat.", exact=True)).to_be_visible()
    await expect(page.locator(".ours .words").last).to_have_text("Nästan färdigt")


async def test_a_page_follows_also_after_a_form_that_was_not_taken(office: Office, enters: Enters) -> None:
    """Such a page stands at the address of its form."""
    _, who = await office.asks()
    page = await enters()
    await page.click(".claim")
    await page.locator("#write button.main").click()
    await expect(page.get_by_role("alert")).to_contain_text("Inget skickades")
    await office.writes(who, "Jag kan inte andas")
    await expect(page.get_by_text("Jag kan inte andas")).to_be_visible()


async def test_what_is_sent_slowly_is_no_draft(office: Office, enters: Enters) -> None:
    """On a bad network she leaves the page seconds after she has sent: it does not keep her answer once more."""
    case, _ = await office.asks()
    page = await enters()
    await page.click(".claim")

    async def late(route: Route) -> None:
        answer = await route.fetch(max_redirects=0)
        await asyncio.sleep(4)
        await route.fulfill(response=answer)

    await page.route("**/reply", late)
    await page.fill("#text", "Ett svar")
    await page.locator("#text").press("Control+Enter")
    await expect(page.get_by_text("Skickat.", exact=True)).to_be_visible(timeout=20_000)
    await page.wait_for_timeout(300)
    assert (await office.desk.open(case, "anna")).draft == ""


async def test_a_draft_on_a_slow_line_does_not_overtake_its_answer(office: Office, enters: Enters) -> None:
    """It is kept while she writes, and reaches the server after her answer."""
    case, _ = await office.asks()
    page = await enters()
    await page.click(".claim")
    answered = asyncio.Event()

    async def late(route: Route) -> None:
        await answered.wait()
        await route.fetch()
        await route.abort()

    await page.route("**/draft", late)
    await page.fill("#text", "Ett svar")
    async with page.expect_request("**/draft"):
        pass
    await page.locator("#text").press("Control+Enter")
    await expect(page.get_by_text("Skickat.", exact=True)).to_be_visible()
    answered.set()
    await page.wait_for_timeout(500)
    assert (await office.desk.open(case, "anna")).draft == ""


async def test_the_queue_follows_and_counts_in_the_title(office: Office, enters: Enters) -> None:
    """Who comes stands there at once; of two guides who press at once one has the case."""
    anna, bilal = await enters("anna"), await enters("bilal")
    await expect(anna).to_have_title("Kö – halsobot")
    case, _ = await office.asks()
    for page in (anna, bilal):
        await expect(page.locator(".claim")).to_be_visible()
        await expect(page).to_have_title("(1) Kö – halsobot" if page is anna else "(1) Queue – halsobot")
    await asyncio.gather(*(page.evaluate("find => document.querySelector('.claim').click()") for page in (anna, bilal)))
    for page in (anna, bilal):
        await page.wait_for_selector("#text, [role=alert]")
    holder = (await office.desk.row(case)).guide
    await expect((anna if holder == "anna" else bilal).locator("#text")).to_be_visible()
    await expect((bilal if holder == "anna" else anna).get_by_role("alert")).to_be_visible()


async def test_without_scripts(office: Office, enters: Enters) -> None:
    """Claim, draft, preview, answer, reload, passing on: all by forms."""
    case, who = await office.asks()
    page = await enters(scripts=False)
    await page.click(".claim")
    await page.fill("#text", "Ett svar")
    await page.click(".draft")
    await expect(page.locator("#text")).to_have_value("Ett svar")
    await page.locator("#phrase").select_option("phrase-hello")
    await page.click("[data-kind=phrase] .look")
    await expect(page.locator(".both > div")).to_have_count(2)
    await expect(page.locator("#phrase")).to_have_value("phrase-hello")
    await page.click("#write button.main")
    await expect(page.get_by_text("Skickat.", exact=True)).to_be_visible()
    await page.reload()
    await page.locator("#to").select_option("bilal")
    await page.get_by_role("button", name="Lämna över").click()
    await expect(page.get_by_role("alert")).to_have_text("Ärendet är överlämnat.")
    shown = [each.view.screen for each in await office.rt.store.messages(who, 0) or ()]
    assert shown.count("engine-said") == 1
    assert (await office.desk.row(case)).guide == "bilal"


async def test_everybody_can_use_it(office: Office, enters: Enters) -> None:
    """axe finds nothing, at 320 pixels nothing scrolls sideways, and what one presses is large enough."""
    _, who = await office.asks("Jag kan inte andas")
    await office.asks(locale="ti")
    page = await enters(viewport={"width": 320, "height": 640})
    await page.click(".claim")
    await office.writes(who, "a" * 200)
    await page.locator("#phrase").select_option("phrase-hello")
    await expect(page.locator(".both")).to_be_visible()
    for path in ("", "/", "/shift", "/login"):
        if path:
            await page.goto(office.url + path)
        assert await page.evaluate("document.documentElement.scrollWidth") <= 320, path
        assert await page.evaluate(TOO_SMALL) == [], path
        assert await violations(page) == [], path


async def test_an_answer_is_changed_by_keyboard(office: Office, enters: Enters) -> None:
    """From the answer to the form and back to the case, where only the new words stand."""
    case, who = await office.asks("مرحبا")
    page = await enters()
    await page.keyboard.press("c")
    await page.wait_for_url(f"**/case/{case}#newest")
    await page.fill("#text", "Klockan ett")
    await page.locator("#text").press("Control+Enter")
    await expect(page.locator(".ours .words").last).to_have_text("Klockan ett")
    await page.locator("a.correct").last.press("Enter")
    await page.fill("#instead", "Klockan två")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator(".ours .words").last).to_have_text("Klockan två")
    await expect(page.get_by_text("Klockan ett")).to_have_count(0)
    shown = await office.rt.store.messages(who, 0)
    assert shown
    assert shown[-1].view.instead_of is not None
