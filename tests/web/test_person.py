"""With a person who answers: voices, pictures, and words that the bot leaves alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image
from playwright.async_api import FilePayload, Request, Route, expect
from recordings import document

from halsobot.channels.web.give import LIMITS, MANY
from halsobot.channels.web.site import CARRIED
from halsobot.media import SMALL, clean_picture
from halsobot.model.event import SentMedia
from halsobot.model.inbound import Attachment

from .answered import Answered, is_in_view, is_said
from .chat import Chat, NewPhone, Phone
from .test_access import TOO_SMALL, violations
from .wire import Form, open_form


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
async def caller(request: pytest.FixtureRequest, new_phone: NewPhone, answered: Answered) -> Phone:
    """A phone with scripts and one without, where a person answers."""
    return await new_phone(scripts=request.param, url=answered.url)


#: What is said where no more is kept.
TOO_MANY = "Du har skickat många bilder och inspelningar."


def photo(width: int = 400, **saved: Any) -> bytes:
    """A JPEG as telephones make it, with the name of the telephone and a place."""
    exif = Image.Exif()
    exif[0x010F] = "Telephone of Somebody"
    exif.get_ifd(0x8825)[1] = "N"
    body = BytesIO()
    Image.effect_noise((width, 300), 90).convert("RGB").save(body, "JPEG", exif=exif, **saved)
    return body.getvalue()


def file(body: bytes) -> FilePayload:
    return {"name": "IMG_1234.jpg", "mimeType": "image/jpeg", "buffer": body}


async def record(phone: Phone) -> None:
    """Speaks for a moment and stops."""
    recorder = phone.page.locator("#give .recorder")
    await recorder.locator(".record").click()
    await expect(recorder.locator(".state")).to_have_text("Spelar in. Högst två minuter.")
    await phone.page.wait_for_timeout(300)
    await recorder.locator(".stop").click()
    await expect(recorder.locator("audio")).to_be_visible()


async def test_voice(answered: Answered, new_phone: NewPhone) -> None:
    """She records, listens, throws it away, records again and sends; once a guide holds the chat it is only "sent"."""
    phone = await new_phone(url=answered.url)
    await answered.asks(phone)
    await record(phone)
    await phone.page.wait_for_function("() => document.querySelector('.recorder audio').duration > 0")
    await phone.page.click(".recorder .discard")
    await expect(phone.page.locator(".recorder .record")).to_be_focused()
    await record(phone)
    await phone.page.click(".recorder .give-it")
    await expect(phone.page.locator(".mine audio")).to_be_visible()
    await phone.page.click('button[value*="|give-"]')
    await expect(phone.newest).to_contain_text("Din fråga är skickad.")
    await answered.claims(phone)
    await record(phone)
    await phone.page.click(".recorder .give-it")
    await expect(phone.page.locator("#status")).to_have_text("Skickat.")
    assert [each.type for each in await answered.files(phone)] == ["audio/webm"] * 2
    opened = await answered.opened(phone)
    assert all(line.for_person for line in opened.lines if isinstance(line.what, SentMedia))


async def test_voice_without_network(answered: Answered, new_phone: NewPhone) -> None:
    """Without network a recording stays in the page and is sent when there is one again, once."""
    phone = await new_phone(url=answered.url)
    phone.forgiven = ("ERR_INTERNET_DISCONNECTED", "ERR_NETWORK")
    await answered.asks(phone)
    await answered.claims(phone)
    await phone.page.context.set_offline(True)
    await record(phone)
    await phone.page.click(".recorder .give-it")
    await expect(phone.page.locator(".mine.waiting audio")).to_be_visible()
    await expect(phone.page.locator("#status")).to_contain_text("Inget nät")
    await phone.page.context.set_offline(False)
    await expect(phone.page.locator("#status")).to_have_text("Skickat.")
    assert len(await answered.files(phone)) == 1


async def test_a_refused_recording_is_not_lost(answered: Answered, new_phone: NewPhone) -> None:
    """What the server does not take stands in the recorder again, with a note."""

    async def spoil(route: Route) -> None:
        await route.continue_(post_data=(route.request.post_data_buffer or b"").replace(b"\x1aE\xdf\xa3", b"none"))

    phone = await new_phone(url=answered.url)
    phone.forgiven = ("413",)
    await answered.asks(phone)
    await phone.page.route("**/give", spoil)
    await record(phone)
    await phone.page.click(".recorder .give-it")
    await is_said(phone, "Det går inte att läsa. Välj en annan bild eller spela in igen.")
    await expect(phone.page.locator(".recorder audio")).to_be_visible()
    assert await answered.files(phone) == []


async def test_no_microphone(answered: Answered, new_phone: NewPhone) -> None:
    """Where the microphone is not allowed she is told, and can write."""
    phone = await new_phone(url=answered.url)
    await phone.page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no'))")
    await answered.asks(phone)
    await phone.page.click(".recorder .record")
    await is_said(phone, "Mikrofonen går inte att använda. Skriv i stället.")
    await expect(phone.page.locator(".recorder .record")).to_be_visible()


async def test_picture(answered: Answered, caller: Phone) -> None:
    """Before it is sent she is told to hide her name, and sees it; what the file tells besides is not kept."""
    await answered.asks(caller)
    await caller.page.click("#give summary")
    await is_said(caller, "Håll tummen över namn och personnummer när du tar bilden.")
    await caller.page.set_input_files("#picture", file(photo()))
    await expect(caller.page.locator("#photo .preview")).to_be_visible(visible=caller.scripts)
    await caller.page.click("#photo .give-it")
    await expect(caller.page.locator('button[value*="|give-"]')).to_be_visible()
    [kept] = await answered.files(caller)
    picture = Image.open(BytesIO(kept.body))
    assert (kept.type, picture.size, dict(picture.getexif())) == ("image/jpeg", (400, 300), {})
    assert b"Somebody" not in kept.body


async def test_what_opens_is_in_view(answered: Answered, new_phone: NewPhone) -> None:
    """On a small telephone, tapped just above the bar: the form of the picture, and all of the recorder."""
    phone = await new_phone(url=answered.url, viewport={"width": 375, "height": 740})
    await answered.asks(phone)
    await phone.page.locator("#give summary").evaluate("each => each.scrollIntoView({block: 'end'})")
    await phone.page.click("#give summary")
    await is_in_view(phone, "#photo")
    await phone.page.set_input_files("#picture", file(photo()))
    await is_in_view(phone, "#photo")
    await phone.page.click("#photo .discard")
    await phone.page.click("#give summary")
    await phone.page.locator(".recorder .record").evaluate("each => each.scrollIntoView({block: 'end'})")
    await record(phone)
    await is_in_view(phone, ".recorder")


async def test_a_large_picture_is_made_smaller_first(answered: Answered, new_phone: NewPhone) -> None:
    """With scripts a large picture costs little: it is made smaller on her phone."""
    sent: list[int] = []

    def note(request: Request) -> None:
        if request.url.endswith("/give"):
            sent.append(len(request.post_data_buffer or b""))

    phone = await new_phone(url=answered.url)
    phone.page.on("request", note)
    await answered.asks(phone)
    large = photo(6000, quality=95)
    await phone.page.click("#give summary")
    await phone.page.set_input_files("#picture", file(large))
    await expect(phone.page.locator("#photo .preview")).to_be_visible()
    await phone.page.click("#photo .give-it")
    await expect(phone.page.locator('button[value*="|give-"]')).to_be_visible()
    [kept] = await answered.files(phone)
    assert Image.open(BytesIO(kept.body)).width == 2000
    assert len(large) > 1024 * 1024
    assert max(sent) < len(large) / 4


async def asked(http: aiohttp.ClientSession) -> Form:
    """The page of a newcomer who has asked a person."""
    form = await open_form(http, "?l=sv")
    form = Form(http, await form.post(press=form.button("person")))
    return Form(http, await form.post(text="Min fråga"))


async def give(http: aiohttp.ClientSession, form: Form, kind: str, body: bytes) -> str:
    """Sends a file as the plain form does; returns the page."""
    data = aiohttp.FormData(form.fields | {"kind": kind})
    data.add_field("file", BytesIO(body), filename="file", content_type="application/octet-stream")
    async with http.post("/give", data=data) as answer:
        return await answer.text()


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("photo", b"", "Det går inte att läsa."),
        ("voice", b"", "Det går inte att läsa."),
        ("photo", b"GIF89a none of ours", "Det går inte att läsa."),
        ("photo", b"x" * (LIMITS["photo"] + 1), "Det är för stort."),
        ("voice", b"OggS" + b"x" * LIMITS["voice"], "Det är för stort."),
    ],
    ids=["no-picture", "no-voice", "broken", "large-picture", "large-voice"],
)
async def test_a_file_that_is_refused(answered: Answered, kind: str, body: bytes, said: str) -> None:
    """Empty, broken, too large: a note, and the conversation goes on."""
    async with aiohttp.ClientSession(answered.url) as http:
        answer = await give(http, await asked(http), kind, body)
    assert said in answer
    assert 'data-screen="engine-case"' in answer


async def test_sent_twice_is_kept_once(answered: Answered) -> None:
    """The same form sent again changes nothing; and nobody fills the disk."""
    async with aiohttp.ClientSession(answered.url) as http:
        form = await asked(http)
        for _ in range(2):
            await give(http, form, "voice", b"OggS a voice")
        case, store = await answered.case_of(form.secret), answered.rt.store
        assert await store.read(lambda connection: store.cases.files(connection, case.contact)) == 1
        for number in range(MANY + 1):
            form.fields["form"] = f"another-form-{number}"
            said = await give(http, form, "voice", b"OggS a voice")
        assert TOO_MANY in said
        assert await store.read(lambda connection: store.cases.files(connection, case.contact)) == MANY


async def test_the_last_file_that_is_kept_is_told_as_kept(answered: Answered) -> None:
    """Also where she sends it again, since the answer was lost on the way."""
    async with aiohttp.ClientSession(answered.url) as http:
        form = await asked(http)
        for number in range(MANY):
            form.fields["form"] = f"one-more-form-{number}"
            await give(http, form, "voice", b"OggS a voice")
        assert TOO_MANY not in await give(http, form, "voice", b"OggS a voice")


async def test_a_few_files_at_once_are_in_memory(answered: Answered) -> None:
    """Whoever sends many at the same time is asked to come again, before they are read."""
    go_on = asyncio.Event()

    async def slowly(form: Form) -> AsyncIterator[bytes]:
        for name, value in (form.fields | {"kind": "voice"}).items():
            yield f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\nOggS' + b"." * 200_000
        await go_on.wait()
        yield b" a voice\r\n--x--\r\n"

    async def sends(form: Form) -> int:
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        async with http.post("/give", data=slowly(form), headers=headers) as answer:
            return answer.status

    async with aiohttp.ClientSession(answered.url) as http:
        form = await asked(http)
        sent = [asyncio.create_task(sends(form)) for _ in range(CARRIED + 2)]
        refused, waiting = await asyncio.wait(sent, timeout=5)
        assert [each.result() for each in refused] == [503, 503]
        go_on.set()
        assert await asyncio.gather(*waiting) == [200] * CARRIED
        case, store = await answered.case_of(form.secret), answered.rt.store
        assert await store.read(lambda connection: store.cases.files(connection, case.contact)) == 1


async def test_only_where_somebody_answers(chat: Chat, phone: Phone) -> None:
    """Where no person answers there is no recorder, and what is sent all the same is not kept."""
    await phone.open("?l=sv")
    await expect(phone.page.locator("#give > *")).to_have_count(0)
    await phone.follows("book-care")
    await expect(phone.page.locator("#give > *")).to_have_count(0)
    async with aiohttp.ClientSession(chat.url) as http:
        form = await open_form(http, "?l=sv")
        form = Form(http, await form.post(press=form.button("book-care")))
        said = await give(http, form, "voice", b"OggS a voice")
    kept = await chat.rt.store.read(lambda connection: connection.exec_driver_sql("SELECT * FROM file").all())
    assert "Ingen här kan" in said
    assert kept == []


async def test_words_in_a_held_chat(answered: Answered, caller: Phone) -> None:
    """The bot does not answer what she writes to a guide, but she sees that it was sent, and what."""
    await answered.asks(caller)
    await answered.claims(caller)
    await caller.write("Mitt barn är fyra")
    await is_said(caller, "Skickat.")
    await expect(caller.page.locator(".mine").last).to_have_text("Mitt barn är fyra")
    await caller.sees("engine-claimed")
    if not caller.scripts:
        await caller.page.click("#say button.more")
        await is_said(caller, "Inget nytt svar än.")


async def test_a_guides_voice(answered: Answered, caller: Phone, new_phone: NewPhone) -> None:
    """A recording of the guide's plays in the page; her secret stands in no address, and nobody else hears it."""
    speaker = await new_phone(url=answered.url)
    await answered.asks(speaker)
    await record(speaker)
    await speaker.page.click(".recorder .give-it")
    await expect(speaker.page.locator('button[value*="|give-"]')).to_be_visible()
    [voice] = await answered.files(speaker)
    await answered.asks(caller)
    await answered.claims(caller)
    secret = await caller.secret()
    addresses: list[str] = []
    caller.page.on("request", lambda request: addresses.append(request.url))
    await answered.says(secret, file=Attachment(voice.type, voice.body))
    if not caller.scripts:
        await caller.page.click("#say button.more")
    await caller.page.click(".file button")
    await expect(caller.page.locator("#log .screen audio, .beside audio")).to_be_visible()
    if caller.scripts:
        await caller.page.wait_for_function("() => document.querySelector('#log .screen audio').currentTime > 0")
    else:
        await caller.page.click(".beside button.tool")
        await caller.sees("engine-said")
    assert not [each for each in addresses if secret in each]
    turn = max(line.turn for line in (await answered.opened(caller)).lines)
    stranger: dict[str, str | float | bool] = {"secret": await speaker.secret(), "turn": str(turn), "raw": "1"}
    assert (await speaker.page.request.post(answered.url + "file", form=stranger)).status == 404


async def test_a_guides_picture(answered: Answered, caller: Phone) -> None:
    """It stands in the message; one tap shows it larger, and one leads back. Her secret stands in no address."""
    await answered.asks(caller)
    await answered.claims(caller)
    secret, addresses = await caller.secret(), list[str]()
    caller.page.on("request", lambda request: addresses.append(request.url))
    await answered.says(secret, file=Attachment("image/jpeg", clean_picture(photo(1200))))
    if not caller.scripts:
        await caller.page.click("#say button.more")
    await expect(caller.newest.locator(".file img")).to_be_visible()
    assert await caller.newest.locator(".file img").evaluate("each => each.naturalWidth") == SMALL
    await caller.page.click(".file button")
    large = caller.page.locator(".larger img" if caller.scripts else ".beside img")
    await expect(large).to_be_visible()
    await caller.page.wait_for_function("() => document.querySelector('.larger img, .beside img').naturalWidth == 1200")
    if caller.scripts:
        await caller.page.keyboard.press("Escape")
        await expect(large).to_be_hidden()
        await expect(caller.page.locator(".file button")).to_be_focused()
    else:
        await caller.page.click(".beside button.tool")
    await caller.sees("engine-said")
    assert not [each for each in addresses if secret in each]


async def test_a_guides_document(answered: Answered, caller: Phone) -> None:
    """It is saved under a name that tells nothing, and the chat stays where it is."""
    await answered.asks(caller)
    await answered.claims(caller)
    await answered.says(await caller.secret(), file=Attachment("application/pdf", document()))
    if not caller.scripts:
        await caller.page.click("#say button.more")
    async with caller.page.expect_download() as started:
        await caller.page.click(".file button")
    saved = await started.value
    assert saved.suggested_filename == "halsobot.pdf"
    assert (await saved.path()).read_bytes() == document()
    await caller.sees("engine-said")


@pytest.mark.parametrize("type", ["image/jpeg", "application/pdf"])
async def test_a_guides_file_is_hers_alone(answered: Answered, new_phone: NewPhone, type: str) -> None:
    """Only to a form with her secret, never shown as a page; once the case is closed, it is gone and she is told so."""
    body = clean_picture(photo()) if type == "image/jpeg" else document()
    async with aiohttp.ClientSession(answered.url) as http:
        hers, other = await asked(http), await asked(http)
        case = await answered.case_of(hers.secret)
        assert await answered.desk.claim(case.id, "anna", answered.now)
        await answered.says(hers.secret, file=Attachment(type, body))
        turn = str(max(line.turn for line in (await answered.desk.open(case.id, "anna")).lines))

        async def fetch(form: Form, **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
            fields = form.fields | {"turn": turn, "raw": "1"}
            async with http.post("/file", data=fields, headers=headers) as answer:
                return answer.status, await answer.read(), answer.headers

        status, given, headers = await fetch(hers)
        assert (status, given, headers["Content-Type"]) == (200, body, type)
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"].startswith("no-store")
        if type == "application/pdf":
            assert headers["Content-Disposition"] == 'attachment; filename="halsobot.pdf"'
        assert (await fetch(other))[0] == 404
        assert body not in (await fetch(hers, **{"Sec-Fetch-Site": "cross-site"}))[1]
        async with http.get("/file") as answer:
            assert answer.status == 405
        await answered.closes(hers.secret)
        assert (await fetch(hers))[0] == 404
        async with http.post("/file", data=hers.fields | {"turn": turn}) as answer:
            assert (answer.status, "Den finns inte längre här." in await answer.text()) == (404, True)


async def test_what_her_guide_takes_back_goes_from_the_page(answered: Answered, caller: Phone) -> None:
    """Changed, she reads only what counts; taken back, that it does not count."""
    await answered.asks(caller)
    await answered.claims(caller)
    secret = await caller.secret()
    await answered.says(secret, text="Klockan ett")
    if not caller.scripts:
        await caller.page.click("#say button.more")
    await expect(caller.page.get_by_text("Klockan ett")).to_be_visible()
    await answered.says_instead(secret, "Klockan två")
    if not caller.scripts:
        await caller.page.click("#say button.more")
    await expect(caller.page.get_by_text("Klockan två")).to_be_visible()
    await expect(caller.page.get_by_text("Klockan ett")).to_have_count(0)
    await answered.says_instead(secret, None)
    if not caller.scripts:
        await caller.page.click("#say button.more")
    await expect(caller.page.get_by_text("har tagit tillbaka ett svar")).to_be_visible()
    await expect(caller.page.get_by_text("Klockan två")).to_have_count(0)


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_everybody_can_use_it(answered: Answered, new_phone: NewPhone, language: str) -> None:
    """axe finds nothing, nothing scrolls sideways at 320 pixels, and what one taps is large enough."""
    phone = await new_phone(url=answered.url, viewport={"width": 320, "height": 640})
    await answered.asks(phone, language)
    await phone.page.click("#give summary")
    await phone.page.set_input_files("#picture", file(photo()))
    await expect(phone.page.locator("#photo .preview")).to_be_visible()
    await phone.page.click(".recorder .record")
    await phone.page.click(".recorder .stop")
    await expect(phone.page.locator(".recorder audio")).to_be_visible()
    await phone.page.click(".screen .key-form button")
    await expect(phone.page.locator(".key")).to_be_visible()
    await answered.claims(phone)
    for type, body in (("image/jpeg", clean_picture(photo(1200))), ("application/pdf", document())):
        await answered.says(await phone.secret(), file=Attachment(type, body))
    await expect(phone.page.locator("[data-file=document]")).to_be_visible()
    for move in ("", "document.querySelector('.screen .key-form').submit()", f"location = '/return?l={language}'"):
        if move:
            async with phone.page.expect_navigation():
                await phone.page.evaluate(move)
        assert await phone.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert await phone.page.evaluate(TOO_SMALL) == []
        assert await violations(phone.page) == []
