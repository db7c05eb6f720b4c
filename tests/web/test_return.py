"""Coming back to a case from another browser, with a key of pictures and digits."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from playwright.async_api import expect

from halsobot.channels.web.key import PICTURES, PLACES
from halsobot.channels.web.site import address
from halsobot.model.event import Wrote

from .answered import Answered, is_said
from .chat import NewPhone, Phone

WRONG = "Nyckeln öppnar inget samtal."
OFFER = ".screen:not(.old) .key-form button"
Key = dict[str, str]


@pytest.fixture(autouse=True)
def nobody_has_guessed(answered: Answered) -> None:
    """What was guessed in another test is not remembered any more."""
    answered.passes(minutes=5)


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
async def caller(request: pytest.FixtureRequest, new_phone: NewPhone, answered: Answered) -> Phone:
    """A phone with scripts and one without, where a person answers."""
    return await new_phone(scripts=request.param, url=answered.url)


async def key_of(phone: Phone) -> Key:
    """Asks for a key and reads it."""
    before = await phone.page.locator(".key .digits").all_inner_texts()
    await phone.page.locator(OFFER).click()
    key = phone.page.locator(".key")
    await expect(key.locator(".digits")).not_to_have_text(before[0] if before else "–")
    await expect(key).to_contain_text("Den som har nyckeln kan läsa samtalet.")
    signs = {sign: name for name, sign in PICTURES.items()}
    pictures = [signs[each] for each in await key.locator(".sign").all_inner_texts()]
    digits = await key.locator(".digits").inner_text()
    if not phone.scripts:
        await phone.page.click(".beside > form button")
    return dict(zip(PLACES, pictures, strict=True)) | {"digits": digits.strip()}


async def opens(phone: Phone, key: Key) -> None:
    """Says the key, from the first page on."""
    await phone.open()
    await phone.page.click(".have-key a")
    for place in PLACES:
        await phone.page.select_option(f"#{place}", key[place])
    await phone.page.fill("#digits", key["digits"])
    await phone.page.click(".return button")


async def tries(answered: Answered, key: Key, client: str | None = None) -> str:
    """A key as the form sends it, perhaps through a proxy beside us."""
    headers = {"X-Forwarded-For": client} if client else {}
    async with aiohttp.ClientSession(answered.url) as http, http.post("/return", data=key, headers=headers) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_come_back(answered: Answered, caller: Phone, new_phone: NewPhone) -> None:
    """The new browser shows the case, gets the answers and writes; the old secret opens nothing any more."""
    await answered.asks(caller)
    old = await caller.secret()
    key = await key_of(caller)
    other = await new_phone(scripts=caller.scripts, url=answered.url)
    await opens(other, key)
    await other.sees("engine-case")
    assert set(await other.screens()) == {"engine-case"}
    new = await other.secret()
    assert new != old
    assert await answered.rt.store.messages(address(old), 0) is None
    if not caller.scripts:
        await caller.write("Hit hör jag inte mer")
    await expect(caller.page.get_by_role("heading")).to_have_text("Samtalet är slut.")
    await answered.claims(other)
    await answered.says(new, text="Välkommen åter")
    await other.write("Tack")
    await is_said(other, "Välkommen åter")
    await is_said(other, "Skickat.")
    words = [line.what.text for line in (await answered.opened(other)).lines if isinstance(line.what, Wrote)]
    assert words == ["Min fråga", "Tack"]
    if caller.scripts:
        await other.page.reload()
        await is_said(other, "Välkommen åter")


async def test_the_newest_answer_is_in_view(answered: Answered, caller: Phone, new_phone: NewPhone) -> None:
    """After a long talk the new browser opens at what was said last, not at the beginning."""
    await answered.asks(caller)
    key = await key_of(caller)
    await answered.claims(caller)
    for number in range(6):
        await answered.says(await caller.secret(), text=f"Svar {number}\n" * 12)
    other = await new_phone(scripts=caller.scripts, url=answered.url)
    await opens(other, key)
    await expect(other.newest.locator(".bubble", has_text="Svar 5")).to_be_in_viewport(ratio=0.5)


async def test_after_thirty_minutes(answered: Answered, new_phone: NewPhone) -> None:
    """Her old page has ended, but the key still opens, in digits of any script, until the case is closed."""
    phone = await new_phone(url=answered.url)
    await answered.asks(phone)
    key, old = await key_of(phone), await phone.secret()
    answered.passes(minutes=40)
    await answered.rt.store.sweep()
    assert await answered.rt.store.messages(address(old), 0) is None
    other = await new_phone(url=answered.url)
    await opens(other, key | {"digits": "".join(chr(0x0660 + int(each)) for each in key["digits"])})
    await other.sees("engine-case")
    await answered.claims(other)
    await answered.closes(await other.secret())
    assert WRONG in await tries(answered, key)


async def test_a_new_key_and_none(answered: Answered, caller: Phone) -> None:
    """A new key takes the place of the old one; and she may say that she wants none."""
    await answered.asks(caller)
    first, second = await key_of(caller), await key_of(caller)
    assert WRONG in await tries(answered, first)
    if not caller.scripts:
        second = await shown_again(caller)
    await caller.page.click(".key .key-form button")
    await is_said(caller, "Nyckeln är borta.")
    assert WRONG in await tries(answered, second)


async def shown_again(phone: Phone) -> Key:
    """Without scripts the key is on a page of its own."""
    await phone.page.click(OFFER)
    return {"digits": await phone.page.locator(".key .digits").inner_text()}


async def test_a_thousand_guesses_open_nothing(answered: Answered, new_phone: NewPhone) -> None:
    """After five wrong keys of one address, or thirty of all, even the right one opens nothing for a minute."""
    phone = await new_phone(url=answered.url)
    await answered.asks(phone)
    key = await key_of(phone)
    wrong = [key | {"digits": digits} for digits in (f"{each:04}" for each in range(1000)) if digits != key["digits"]]
    pages = [await tries(answered, each, f"198.51.100.{at % 7}") for at, each in enumerate(wrong[:40])]
    pages += [await tries(answered, key, "203.0.113.9") for _ in range(3)]
    for start in range(40, len(wrong), 80):
        pages += await asyncio.gather(*(tries(answered, each) for each in wrong[start : start + 80]))
    assert len(set(pages)) == 1
    assert WRONG in pages[0]
    answered.passes(seconds=61)
    for each in wrong[:5]:
        await tries(answered, each)
    assert WRONG in await tries(answered, key)
    assert 'data-screen="engine-case"' in await tries(answered, key, "203.0.113.9")


@pytest.mark.parametrize("key", [{}, {"first": "sun"}, dict.fromkeys(PLACES, "sun") | {"digits": "½½½½"}])
async def test_no_key(answered: Answered, key: Key) -> None:
    """Half a key, or none, is answered like a wrong one."""
    assert WRONG in await tries(answered, key)


async def test_the_key_is_kept_nowhere(answered: Answered, new_phone: NewPhone) -> None:
    """The database holds a hash of it alone; it goes with the case, and without a case there is none."""

    async def kept() -> list[bytes]:
        query = "SELECT return_key.hash FROM return_key JOIN contact ON contact.id = contact WHERE contact.id = ?"
        case = await answered.case_of(secret)
        rows = await answered.rt.store.read(lambda connection: connection.exec_driver_sql(query, (case.contact,)).all())
        return [row[0] for row in rows]

    phone = await new_phone(url=answered.url)
    await answered.asks(phone)
    secret = await phone.secret()
    key = await key_of(phone)
    [hashed] = await kept()
    assert len(hashed) == 32
    assert not [part for part in key.values() if part.encode() in hashed]
    await phone.tap("done")
    await expect(phone.page.locator(OFFER)).to_have_count(0)
    assert WRONG in await tries(answered, key)
    async with aiohttp.ClientSession(answered.url) as http, http.post("/key", data={"secret": secret}) as answer:
        assert "Då finns ingen nyckel." in await answer.text()
    rows = await answered.rt.store.read(lambda connection: connection.exec_driver_sql("SELECT * FROM return_key").all())
    assert hashed not in [row[1] for row in rows]
