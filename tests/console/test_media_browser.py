"""Voice both ways and blacking out, in a real browser with a microphone that plays a tone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect
from recordings import opened, photo, recording, seconds_of

from halsobot.conversation.receive import receive
from halsobot.model.event import MediaKind, SentMedia
from halsobot.model.inbound import Address, Attachment, Inbound
from halsobot.model.view import AttachedView

from .conftest import QUIET, chromium
from .office import Office
from .test_browser import TOO_SMALL, Enters, enters, violations

__all__ = ["enters"]
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--mute-audio"]


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *MICROPHONE])
        yield started
        await started.close()


async def _gives(office: Office, who: Address, kind: MediaKind, body: bytes, type: str) -> int:
    event = SentMedia(office.clock(), kind=kind)
    turn = await receive(Inbound(who, event, f"{kind} {office.clock()}", attachment=Attachment(type, body)), office.rt)
    assert turn
    return turn.session.turn


async def _file(office: Office, turn: int) -> bytes | None:
    """What came with a turn of the one case that is open."""
    contact, cases = (await office.desk.queue())[0].contact, office.rt.store.cases
    kept = await office.rt.store.read(lambda connection: cases.file(connection, contact, turn))
    return kept.body if kept else None


async def _answers(office: Office, who: Address) -> list[bytes | None]:
    """The recordings that she can play."""
    shown = await office.rt.store.messages(who, 0) or ()
    turns = [block.turn for each in shown for block in each.view.blocks if isinstance(block, AttachedView)]
    return [await _file(office, turn) for turn in turns]


async def _plays(page: Page, player: str) -> None:
    """The sound can be heard: the browser has understood it and comes on."""
    await page.locator(player).evaluate("player => player.play()")
    await page.wait_for_function("player => document.querySelector(player).currentTime > 0.1", arg=player)


async def test_voice_both_ways_with_the_keyboard(office: Office, enters: Enters) -> None:
    """Her voice plays; the guide records, listens, throws away, records again and sends; she can play it."""
    case, who = await office.asks()
    page = await enters()
    await page.click(".claim")
    await page.wait_for_url(f"**/case/{case}#newest")
    turn = await _gives(office, who, "voice", recording("webm", 3), "audio/webm")
    await expect(page.locator(f"#sound-{turn}")).to_be_visible()
    await _plays(page, f"#sound-{turn}")
    voice = page.locator("#voice")
    told, level = voice.locator(".told"), voice.locator(".level")
    for again in (False, True):
        await voice.get_by_role("button", name="Spela in").press("Enter")
        await expect(voice.get_by_role("button", name="Stopp")).to_be_focused()
        await expect(level).to_contain_text("Spelar in: 0:01 av högst 3:00")
        await page.keyboard.press("Space")
        await expect(level).to_contain_text("Inspelat: 0:0")
        await expect(voice.get_by_role("button", name="Skicka inspelningen")).to_be_focused()
        await _plays(page, "#voice audio")
        if not again:
            await voice.get_by_role("button", name="Kasta").press("Enter")
            await expect(told).to_have_text("Inspelningen är kastad.")
            await expect(voice.locator("audio")).to_be_hidden()
    await voice.get_by_role("button", name="Skicka inspelningen").press("Enter")
    await expect(told).to_have_text("Inspelningen är skickad.")
    [answer] = await _answers(office, who)
    assert answer
    assert 0.5 < seconds_of(answer) < 5
    await expect(page.locator(".ours audio")).to_be_visible()
    await _plays(page, ".ours audio")


async def test_a_recording_that_cannot_be_sent_stays(office: Office, enters: Enters) -> None:
    """Without network it is still there, and goes out once the network is back; after a colleague has taken the case it
    says so.
    """
    case, who = await office.asks()
    page = await enters()
    await page.click(".claim")
    voice = page.locator("#voice")
    await voice.get_by_role("button", name="Spela in").click()
    await expect(voice.locator(".level")).to_contain_text("0:01")
    await voice.get_by_role("button", name="Stopp").click()
    await page.route("**/voice", lambda route: route.abort())
    await voice.get_by_role("button", name="Skicka inspelningen").click()
    await expect(voice.locator(".told")).to_contain_text("Den finns kvar här")
    await page.unroute("**/voice")
    await voice.get_by_role("button", name="Skicka inspelningen").click()
    await expect(voice.locator(".told")).to_have_text("Inspelningen är skickad.")
    assert len(await _answers(office, who)) == 1
    assert case


async def test_no_longer_than_allowed(office: Office, enters: Enters) -> None:
    """It stops by itself, says so, and can be sent."""
    _, who = await office.asks()
    page = await enters()
    await page.click(".claim")
    await page.evaluate("document.querySelector('#voice').dataset.seconds = 2")
    voice = page.locator("#voice")
    await voice.get_by_role("button", name="Spela in").click()
    await expect(voice.locator(".told")).to_contain_text("Den längsta tiden är nådd")
    await voice.get_by_role("button", name="Skicka inspelningen").click()
    await expect(voice.locator(".told")).to_have_text("Inspelningen är skickad.")
    assert len(await _answers(office, who)) == 1


@pytest.mark.parametrize("touch", [False, True])
async def test_a_picture_is_blacked_out(office: Office, enters: Enters, touch: bool) -> None:
    """By mouse or finger and by keyboard; what was under it is gone from the picture that is kept."""
    case, who = await office.asks()
    page = await enters(has_touch=touch)
    await page.click(".claim")
    await page.wait_for_url(f"**/case/{case}#newest")
    turn = await _gives(office, who, "photo", photo(turned=1), "image/jpeg")
    await page.locator(f"#photo-{turn}").click()
    canvas = page.locator("#black svg")
    await expect(page.get_by_role("button", name="Lägg till en yta")).to_be_visible()
    box = await canvas.bounding_box()
    assert box
    left, top, scale = box["x"], box["y"], box["width"] / 400
    if touch:
        await _swipes(page, (left + 10 * scale, top + 10 * scale), (left + 110 * scale, top + 60 * scale))
    else:
        await page.mouse.move(left + 10 * scale, top + 10 * scale)
        await page.mouse.down()
        await page.mouse.move(left + 110 * scale, top + 60 * scale, steps=4)
        await page.mouse.up()
    await expect(canvas.locator("rect")).to_have_count(1)
    await page.get_by_role("button", name="Lägg till en yta").press("Enter")
    area = canvas.locator("rect").nth(1)
    await expect(area).to_be_focused()
    await expect(area).to_have_accessible_name("Yta 2")
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown"):
        await page.keyboard.press(key)
    assert [await area.get_attribute(name) for name in ("x", "y", "width", "height")] == ["164", "94", "84", "24"]
    await page.get_by_role("button", name="Lägg till en yta").press("Enter")
    await page.keyboard.press("Delete")
    await expect(canvas.locator("rect")).to_have_count(2)
    await page.get_by_role("button", name="Svärta för gott").click()
    await expect(page.locator(".note")).to_contain_text("visas inte mer")
    kept = await _file(office, turn)
    assert kept
    picture: Any = opened(kept)
    for spot in ((60, 40), (200, 105)):
        assert max(picture.getpixel(spot)) < 40, spot
    assert min(picture.getpixel((300, 150))) > 200


async def _swipes(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """One finger, as the screen reports it."""
    screen = await page.context.new_cdp_session(page)
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for kind, spots in (("touchStart", [start]), ("touchMove", [middle]), ("touchMove", [end]), ("touchEnd", [])):
        points = [{"x": x, "y": y} for x, y in spots]
        await screen.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


async def test_everybody_can_use_it(office: Office, enters: Enters) -> None:
    """axe finds nothing, nothing scrolls sideways at 320 pixels, what one presses is large enough."""
    case, who = await office.asks()
    page = await enters(viewport={"width": 320, "height": 640})
    await page.click(".claim")
    await page.wait_for_url(f"**/case/{case}#newest")
    await _gives(office, who, "voice", recording("webm"), "audio/webm")
    office.clock.passes(seconds=1)
    turn = await _gives(office, who, "photo", photo(900, 700), "image/jpeg")
    voice = page.locator("#voice")
    await voice.get_by_role("button", name="Spela in").click()
    await expect(voice.locator(".level")).to_contain_text("0:01")
    await voice.get_by_role("button", name="Stopp").click()
    await expect(voice.locator("audio")).to_be_visible()
    await expect(page.locator(f"#picture-{turn}")).to_be_visible()
    await _is_for_everybody(page)
    await voice.get_by_role("button", name="Kasta").click()
    await page.goto(f"{office.url}/case/{case}/photo/{turn}")
    await page.get_by_role("button", name="Lägg till en yta").click()
    await _is_for_everybody(page)


async def _is_for_everybody(page: Page) -> None:
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert await page.evaluate(TOO_SMALL) == []
    assert await violations(page) == []
