"""The interpreter hour: cases of a language that no guide speaks, answered by voice with few keys."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect
from recordings import recording, seconds_of

from halsobot.conversation.receive import receive
from halsobot.model.event import Chose, Passed, SentMedia
from halsobot.model.inbound import Address, Attachment, Inbound
from halsobot.model.screen import Button
from halsobot.model.view import AttachedView, Bubble, View

from .conftest import QUIET, chromium
from .office import Client, Office
from .office import Page as Shown
from .test_browser import TOO_SMALL, Enters, enters, violations

__all__ = ["enters"]
MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--mute-audio"]
HOUR = "/hour/ti"
NEXT = f"{HOUR}/next"
#: The microphone of the tests always says the same; so recordings are known by how long they are (seconds).
SHORT, LONG, LONG_ONES = 0.5, 2.0, (2, 3, 5)
CASE = re.compile(r"/hour/ti/([0-9a-f]{16})")


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium(), args=[*QUIET, *MICROPHONE])
        yield started
        await started.close()


async def _ask(office: Office, number: int) -> list[tuple[str, Address]]:
    """So many ask in Tigrinya, one after the other; returns their cases."""
    asked = []
    for each in range(1, number + 1):
        asked.append(await office.asks(f"ሕቶ {each}", locale="ti"))
        office.clock.passes(seconds=1)
    return asked


async def _speaks(office: Office, who: Address, seconds: float = 1) -> None:
    """She sends a voice note and gives it to the person who answers."""
    event = SentMedia(office.clock(), kind="voice")
    sound = Attachment("audio/webm", recording("webm", seconds))
    turn = await receive(Inbound(who, event, f"voice {office.clock()}", attachment=sound), office.rt)
    assert turn
    given = Button("engine", "case", f"give-{turn.session.turn}", turn.session.turn).encode()
    await office.does(who, Chose(office.clock(), given))


async def _newest(office: Office, who: Address) -> View:
    return (await office.rt.store.messages(who, 0) or ())[-1].view


async def _file(office: Office, contact: str, turn: int) -> Attachment | None:
    return await office.rt.store.read(lambda connection: office.rt.store.cases.file(connection, contact, turn))


def _words(view: View) -> str:
    return " ".join(block.run.text for block in view.blocks if isinstance(block, Bubble))


class Keys:
    """A guide who uses nothing else, and counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    async def press(self, key: str) -> None:
        self.pressed += 1
        await self.page.keyboard.press(key)

    async def record(self, seconds: float = 0.5) -> None:
        """Space, and Space again when something is recorded."""
        await self.press("Space")
        await expect(self.page.locator("#voice .level")).to_contain_text("Spelar in: 0:0")
        await self.page.wait_for_timeout(1000 * seconds)
        await self.press("Space")
        await expect(self.page.locator("#voice [data-do=send]")).to_be_focused()


async def _counts(page: Page, number: int, total: int, text: str) -> None:
    await expect(page.locator(".count")).to_have_text(f"{number} av {total}")
    await expect(page.locator(".hers .words")).to_have_text([text])
    await expect(page.locator("#voice [data-do=start]")).to_be_focused()


async def test_six_answers_with_three_keys_each(office: Office, enters: Enters) -> None:
    """Each reads or hears her own answer, from the guide by name; the words of the question are marked as hers."""
    asked = await _ask(office, 6)
    page = await enters("eva")
    spoken: list[str] = []
    page.on("request", lambda sent: spoken.append(sent.url) if sent.url.endswith("/voice") else None)
    await page.locator("#hour-ti").press("Enter")
    for number, (case, _) in enumerate(asked, 1):
        await _counts(page, number, 6, f"ሕቶ {number}")
        assert await page.locator(".hers .words").get_attribute("lang") == "ti"
        await expect(page.locator(".told-before")).to_contain_text("Boka vård")
        assert (await office.desk.row(case)).guide == "eva"
        keys = Keys(page)
        await keys.record(LONG if number in LONG_ONES else SHORT)
        await keys.press("Enter")
        assert keys.pressed <= 3
    await expect(page.get_by_text("Ingen mer väntar på svar med tolk.")).to_be_visible()
    assert spoken == [f"{office.url}/case/{case}/voice" for case, _ in asked]
    for number, (case, who) in enumerate(asked, 1):
        newest, row = await _newest(office, who), await office.desk.row(case)
        [turn] = [block.turn for block in newest.blocks if isinstance(block, AttachedView)]
        kept = await _file(office, row.contact, turn)
        assert kept
        assert "Eva" in _words(newest)
        assert (row.state, row.guide, row.answered) == ("claimed", "eva", True)
        assert (seconds_of(kept.body) > (SHORT + LONG) / 2) == (number in LONG_ONES)


async def test_her_voice_plays_by_itself_and_not_into_the_answer(office: Office, enters: Enters) -> None:
    """It begins without a key, is silent while the guide records, and p plays it again."""
    [(_, who)] = await _ask(office, 1)
    await _speaks(office, who, 20)
    page = await enters("eva")
    await page.locator("#hour-ti").press("Enter")
    sound = ".hers audio"
    await page.wait_for_function("sound => document.querySelector(sound).currentTime > 0.1", arg=sound)
    await Keys(page).record()
    assert await page.locator(sound).evaluate("sound => sound.paused")
    await page.keyboard.press("p")
    await page.wait_for_function("sound => !document.querySelector(sound).paused", arg=sound)


async def test_by_keyboard_with_a_quicker_colleague(office: Office, enters: Enters) -> None:
    """A case that a colleague takes meanwhile is left out; one is skipped, one closed, one answered in words."""
    asked = await _ask(office, 5)
    page = await enters("eva")
    await page.locator("#hour-ti").press("Enter")
    await _counts(page, 1, 5, "ሕቶ 1")
    await office.desk.claim(asked[1][0], "bilal", office.clock())
    await page.locator("h1").click()  # the keys do not need the focus on a button
    keys = Keys(page)
    await keys.record()
    await keys.press("x")
    await _counts(page, 2, 4, "ሕቶ 3")
    await page.get_by_role("button", name="Hoppa över").press("Enter")
    await _counts(page, 3, 4, "ሕቶ 4")
    await office.writes(asked[3][1], "ሕጂ")
    await expect(page.locator(".hers .words")).to_have_text(["ሕቶ 4", "ሕጂ"])
    assert (await page.title()).startswith("3 av 4 · ")
    await page.keyboard.press("/")
    await page.keyboard.type("Selam")
    await page.keyboard.press("Control+Enter")
    await _counts(page, 4, 4, "ሕቶ 5")
    await page.locator("#phrase").select_option("phrase-hello")
    await expect(page.locator(".both > div")).to_have_count(2)
    await page.get_by_role("button", name="Skicka och avsluta").last.focus()
    await page.locator("[data-kind=phrase] .main").press("Enter")
    await expect(page.get_by_text("Överhoppade: 1.")).to_be_visible()
    stand = [(await office.desk.row(case)) for case, _ in asked]
    assert [(row.state, row.guide) for row in stand[1:]] == [
        ("claimed", "bilal"), ("waiting", None), ("claimed", "eva"), ("claimed", "eva"),
    ]  # fmt: skip
    assert stand[0].state == "closed"
    assert stand[2].promised
    office.clock.passes(seconds=1)
    await page.get_by_role("button", name="Ta de överhoppade").press("Enter")
    await _counts(page, 1, 1, "ሕቶ 3")
    assert "Selam" in _words(await _newest(office, asked[3][1]))


async def test_a_recording_for_a_lost_case_goes_nowhere(office: Office, enters: Enters) -> None:
    """A colleague has the case now: the page says so, keeps the recording, and goes on by "skip"."""
    [(first, who), _] = await _ask(office, 2)
    page = await enters("eva")
    await page.locator("#hour-ti").press("Enter")
    await _counts(page, 1, 2, "ሕቶ 1")
    keys = Keys(page)
    await keys.record()
    await office.desk.pass_on(first, Passed(office.clock(), "eva", "bilal"), "away")
    await expect(page.locator("#news")).to_contain_text("inte längre ditt")
    await keys.press("Enter")
    await expect(page.locator("#voice .told")).to_contain_text("inte längre ditt")
    await page.get_by_role("button", name="Kasta").press("Enter")
    await page.get_by_role("button", name="Hoppa över").press("Enter")
    await _counts(page, 2, 2, "ሕቶ 2")
    assert (await office.desk.row(first)).guide == "bilal"
    assert not any(isinstance(block, AttachedView) for block in (await _newest(office, who)).blocks)


async def test_everybody_can_use_it(office: Office, enters: Enters) -> None:
    """axe finds nothing, at 320 pixels nothing scrolls sideways, and what one presses is large enough."""
    [(_, who), _] = await _ask(office, 2)
    await office.writes(who, "ኣ" * 200)
    await _speaks(office, who)
    page = await enters("eva", viewport={"width": 320, "height": 640})
    await _is_for_everybody(page)
    await page.click("#hour-ti")
    await expect(page.locator("#voice [data-do=start]")).to_be_focused()
    await Keys(page).record()
    await page.locator("#phrase").select_option("phrase-hello")
    await expect(page.locator(".both")).to_be_visible()
    await _is_for_everybody(page)
    await page.get_by_role("button", name="Kasta").click()
    await page.goto(office.url + HOUR)
    await _is_for_everybody(page)


async def _is_for_everybody(page: Page) -> None:
    assert await page.evaluate("document.documentElement.scrollWidth") <= 320
    assert await page.evaluate(TOO_SMALL) == []
    assert await violations(page) == []


# Without scripts


def _case(page: Shown) -> str:
    found = CASE.fullmatch(page.path)
    assert found, (page.path, page.words)
    return found[1]


async def _does(client: Client, page: Shown, deed: str, /, **fields: str) -> Shown:
    """Press something on the page of a case; what the page says of the hour goes along."""
    action = f"{HOUR}/{_case(page)}/{deed}"
    return await client.post(action, **(page.form(action) | fields))


async def test_without_scripts(office: Office) -> None:
    """Words and phrases, looking at one first, closing with the answer; what cannot be sent stays in the form."""
    asked = await _ask(office, 3)
    async with office.logs_in("eva") as eva:
        assert "Väntar på svar med tolk: 3. Timmen hör till Eva." in (await eva.get("/")).words
        page = await eva.sends("/", NEXT)
        assert [_case(page), "1 av 3" in page.words] == [asked[0][0], True]
        empty = await _does(eva, page, "reply", text=" ", do="send")
        assert empty.status == 400
        assert "1 av 3" in empty.words
        long = await _does(eva, page, "reply", text="a" * 4001, do="send")
        assert [long.status, "a" * 4001 in long.text] == [413, True]
        seen = await _does(eva, page, "reply", kind="phrase", phrase="phrase-hello", do="look")
        assert 'class="both"' in seen.text
        page = await _does(eva, page, "reply", kind="phrase", phrase="phrase-hello", do="close")
        assert [_case(page), "2 av 3" in page.words] == [asked[1][0], True]
        again = await eva.get(f"{HOUR}/{_case(page)}?number=2")
        assert "2 av 3" in again.words  # a reload takes no other case
        page = await _does(eva, page, "skip")
        assert [_case(page), "3 av 3" in page.words] == [asked[2][0], True]
        page = await _does(eva, page, "reply", text="Selam", do="send")
        assert (page.path, "Överhoppade: 1" in page.words) == (HOUR, True)
        back = await eva.get(f"{HOUR}/{asked[2][0]}?number=3")
        assert "Ärendet är besvarat." in back.words
    assert [(await office.desk.row(case)).state for case, _ in asked] == ["closed", "waiting", "claimed"]


async def test_two_guides_at_once_have_two_cases(office: Office) -> None:
    """Whoever is slower has the one after; neither reads the other's. Nobody comes in without a login."""
    await _ask(office, 2)
    async with office.logs_in("eva") as eva, office.logs_in("anna") as anna:
        forms = [(await each.get("/")).form(NEXT) for each in (eva, anna)]
        pages = await asyncio.gather(
            *(each.post(NEXT, **fields) for each, fields in zip((eva, anna), forms, strict=True))
        )
        cases = list(map(_case, pages))
        assert len(set(cases)) == 2
        other = await anna.get(f"{HOUR}/{cases[0]}?number=1")
        assert (other.path, "inte längre ditt" in other.words) == (HOUR, True)
        unsent = await _does(anna, pages[0], "reply", text="Mina ord", token=forms[1]["token"], do="send")
        assert [unsent.status, "Mina ord" in html.unescape(unsent.text)] == [409, True]
        assert (await eva.get("/hour/xx")).status == 404
        await anna.post("/logout", token=forms[1]["token"])
        assert (await anna.get(HOUR)).path == "/login"
        late = await _does(anna, pages[1], "reply", text="Mina ord", do="send")
        assert [late.status, "Mina ord" in late.text, f"/case/{cases[1]}" in late.text] == [401, True, True]


async def test_a_guides_own_words_are_said_to_come_with_an_interpreter(office: Office) -> None:
    """Also outside the hour; a phrase, which is in her language, needs none."""
    [(case, who)] = await _ask(office, 1)
    async with office.logs_in("eva") as eva:
        page = await eva.claims(case)
        assert "Svara med tolk på telefon" in page.words
        for kind, value, told in (("text", "Hej", True), ("phrase", "phrase-hello", False)):
            at = f"/case/{case}"
            await eva.sends(at, f"{at}/reply", kind=kind, **{kind: value})
            said = _words([each.view for each in await office.rt.store.messages(who, 0) or ()][-1])
            assert ("ምስ ተርጓማይ" in said) is told


async def test_she_is_told_that_an_interpreter_hears_her(office: Office) -> None:
    """Before she asks, and on the page that says how her case stands."""
    [(_, who)] = await _ask(office, 1)
    before, case = [each.view for each in await office.rt.store.messages(who, 0) or ()][-2:]
    for view in (before, case):
        assert "ተርጓማይ" in _words(view)
