"""A guide answers with a picture, a document or a place; what cannot be sent is refused in plain words."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import sqlalchemy as sa
from playwright.async_api import expect
from recordings import SECRETS, document, opened, photo

from halsobot.media import DOCUMENT, PICTURE, clean_picture
from halsobot.model.event import Chose
from halsobot.model.inbound import Address, Attachment
from halsobot.model.screen import Button
from halsobot.model.view import AttachedView, PlaceView
from halsobot.store.crypt import Sealed
from halsobot.store.database import read_url
from halsobot.store.opening import open_keys
from halsobot.store.tables import access, file

from .office import REGION, Client, Office, Page
from .test_browser import Enters, enters
from .test_media import folder_of

__all__ = ["enters"]
#: The name of the file on the guide's computer.
NAME = "brev-om-Fatima.pdf"
PLACE = "sprakvan-ostersund"


@dataclass
class Held:
    """A case that Anna holds."""

    office: Office
    anna: Client
    id: str
    who: Address

    async def sends(self, body: bytes, client: Client | None = None, **fields: str) -> Page:
        """As the form of the page does without scripts. ``fields`` are put in place of its own."""
        client = client or self.anna
        form = (await self.anna.get(f"/case/{self.id}")).form(f"/case/{self.id}/file")
        return await _upload(client, self.id, form | fields, body)

    async def answers(self) -> list[AttachedView | PlaceView]:
        """The files and places that she has been shown."""
        shown = await self.office.rt.store.messages(self.who, 0) or ()
        said = [each.view for each in shown if each.view.screen == "engine-said"]
        return [block for view in said for block in view.blocks if isinstance(block, AttachedView | PlaceView)]

    async def file(self) -> tuple[str, AttachedView, Attachment | None]:
        """The one file that she has been shown: its contact, where it stands, and what is kept of it."""
        [block] = await self.answers()
        assert isinstance(block, AttachedView)
        cases, contact = self.office.rt.store.cases, (await self.office.desk.row(self.id)).contact
        kept = await self.office.rt.store.read(lambda connection: cases.file(connection, contact, block.turn))
        return contact, block, kept


async def _upload(client: Client, case: str, fields: dict[str, str], body: bytes) -> Page:
    data = aiohttp.FormData(fields)
    data.add_field("file", BytesIO(body), filename=NAME, content_type="application/octet-stream")
    async with client.http.post(f"/case/{case}/file", data=data) as answer:
        return Page(answer.status, await answer.text(), answer.url.path, answer.headers)


@pytest.fixture
async def held(office: Office) -> AsyncIterator[Held]:
    async with office.logs_in("anna") as anna:
        case, who = await office.asks()
        await anna.claims(case)
        yield Held(office, anna, case, who)


async def _bytes(client: Client, path: str) -> tuple[int, bytes, Any]:
    async with client.http.get(path, allow_redirects=False) as answer:
        return answer.status, await answer.read(), answer.headers


async def test_a_picture_is_sent_without_what_its_file_tells(held: Held) -> None:
    """Upright, no place, no camera; she reads what it is in her language, the guide sees it again in the case."""
    page = await held.sends(photo())
    assert page.path == f"/case/{held.id}"
    assert "Anna · bild" in page.words
    assert "visas när kontakten tittar i chatten" in page.words
    _, block, kept = await held.file()
    assert (block.file, block.label.text) == ("photo", "صورة")
    assert kept
    assert (kept.type, opened(kept.body).size) == ("image/jpeg", (200, 400))
    assert [secret for secret in SECRETS if secret in kept.body] == []
    seen = f"/case/{held.id}/picture/{block.turn}"
    assert f'src="{seen}"' in page.text
    status, _, headers = await _bytes(held.anna, seen)
    assert (status, headers["Content-Type"]) == (200, "image/jpeg")
    assert (await _bytes(held.anna, f"/case/{held.id}/photo/{block.turn}"))[0] == 404, "nothing to black out"


async def test_a_document_is_sent_as_it_is(held: Held) -> None:
    """The guide can open it again, always as something to save; its name is known to nobody."""
    page = await held.sends(document())
    assert "Anna · fil" in page.words
    _, block, kept = await held.file()
    assert (block.file, block.label.text, kept) == ("document", "ملف (PDF)", Attachment("application/pdf", document()))
    status, body, headers = await _bytes(held.anna, f"/case/{held.id}/document/{block.turn}")
    assert (status, body, headers["Content-Type"]) == (200, document(), "application/pdf")
    assert headers["Content-Disposition"] == 'attachment; filename="halsobot.pdf"'
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert NAME not in page.text


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 400, "välj en bild eller en PDF"),
        (b"PK\x03\x04 a document of another kind", 415, "bara bilder (JPEG, PNG, WebP) och PDF"),
        (b"\xff\xd8\xff a broken picture", 415, "bara bilder (JPEG, PNG, WebP) och PDF"),
        (document(DOCUMENT), 413, "en PDF högst 10 MB"),
        (bytes(PICTURE + 1), 413, "En bild får vara högst 20 MB"),
    ],
    ids=["nothing", "no-pdf", "broken-picture", "large-pdf", "large-picture"],
)
async def test_what_cannot_be_sent(held: Held, body: bytes, status: int, said: str) -> None:
    """The page says why, what was written before is still there, and she is shown nothing."""
    case = f"/case/{held.id}"
    await held.anna.sends(case, f"{case}/draft", text="Ett påbörjat svar")
    page = await held.sends(body)
    assert page.status == status
    assert said in page.words
    assert "Ett påbörjat svar" in page.text
    assert await held.answers() == []


async def test_the_same_form_twice_is_sent_once(held: Held) -> None:
    """A repeat changes nothing; another file from a page one went back to is another answer."""
    form = (await held.anna.get(f"/case/{held.id}")).form(f"/case/{held.id}/file")
    for body in (photo(), photo(), document()):
        assert (await _upload(held.anna, held.id, form, body)).status == 200
    assert [block.file for block in await held.answers() if isinstance(block, AttachedView)] == ["photo", "document"]


async def test_only_the_holder_sends_and_sees(held: Held) -> None:
    """A colleague, a form of another login, one without its id, and nobody at all."""
    await held.sends(photo())
    _, block, _ = await held.file()
    async with held.office.logs_in("bilal") as bilal:
        token = (await bilal.get("/shift")).form("/shift/ill")["token"]
        assert (await held.sends(photo(), bilal, token=token)).status == 409
        assert (await bilal.get(f"/case/{held.id}/picture/{block.turn}")).status == 403
        assert (await bilal.get(f"/case/{held.id}/document/{block.turn}")).status == 403
    assert (await held.sends(photo(300), token="other")).status == 403
    assert (await held.sends(photo(300), once="")).status == 400
    form = (await held.anna.get(f"/case/{held.id}")).form(f"/case/{held.id}/file")
    held.anna.http.cookie_jar.clear()
    assert (await _upload(held.anna, held.id, form, photo(300))).status == 401
    assert len(await held.answers()) == 1


async def test_a_case_that_is_lost_meanwhile(held: Held) -> None:
    """Passed on while she was choosing: nothing is sent, and she is told who has the case."""
    form = (await held.anna.get(f"/case/{held.id}")).form(f"/case/{held.id}/file")
    await held.anna.sends(f"/case/{held.id}", f"/case/{held.id}/pass", to="bilal")
    page = await _upload(held.anna, held.id, form, photo())
    assert page.status == 409
    assert "Bilal har ärendet" in page.words
    assert await held.answers() == []


def _copied(folder: Path, row: Any) -> bytes:
    """What somebody reads who has a copy of the row, the key store and the key ring. Raises Sealed."""
    vault = open_keys(read_url(f"sqlite:///{folder}/contact-keys.db"), folder / "keys", 0)
    try:
        return vault.open_file(row.key, row.contact, row.turn, row.body)
    finally:
        vault.keys.engine.dispose()


@pytest.mark.parametrize("body", [photo(), document()], ids=["picture", "document"])
async def test_closed_is_erased(held: Held, body: bytes) -> None:
    """The row is gone, and its key: what a backup still holds of it opens no more. Who sent it is still known."""
    await held.sends(body)
    contact, _, _ = await held.file()
    of_hers, store = sa.select(file).where(file.c.contact == contact), held.office.rt.store
    [row] = await store.read(lambda connection: connection.execute(of_hers).all())
    folder = await folder_of(held.office)
    assert _copied(folder, row) == (body if body == document() else clean_picture(body))
    await held.anna.closes(held.id)
    assert await store.read(lambda connection: connection.execute(of_hers).all()) == []
    held.office.clock.passes(minutes=2)
    await store.sweep()
    with pytest.raises(Sealed):
        _copied(folder, row)
    what = sa.select(access.c.what).where(access.c.case == held.id)
    assert "reply" in await store.read(lambda connection: connection.execute(what).scalars().all())
    await held.office.does(held.who, Chose(held.office.clock(), Button("engine", "case", "again", 20).encode()))
    if (await held.office.desk.row(held.id)).guide != "anna":
        await held.anna.claims(held.id)
    assert "Raderat när ärendet avslutades" in (await held.anna.get(f"/case/{held.id}")).words


@pytest.mark.parametrize("body", [photo(), document()], ids=["picture", "document"])
async def test_taken_back(held: Held, body: bytes) -> None:
    """Neither her chat nor our files hold it any more."""
    await held.sends(body)
    _, block, _ = await held.file()
    at = f"/case/{held.id}/answer/{block.turn}"
    page = await held.anna.sends(at, at, do="take-back")
    assert "Anna tog tillbaka ett svar." in page.words
    assert await held.answers() == []
    contact, cases = (await held.office.desk.row(held.id)).contact, held.office.rt.store.cases
    assert await held.office.rt.store.read(lambda connection: cases.file(connection, contact, block.turn)) is None


async def test_a_place_in_her_language(held: Held) -> None:
    """As the bot's own pages show it; the guide sees both languages before, and in the case what was sent."""
    case = f"/case/{held.id}"
    page = await held.anna.get(case)
    groups = re.findall(r'<optgroup label="([^"]*)">', page.text[page.text.index('id="place"') :])
    assert groups == sorted(groups)
    assert "Språkvän / Vägvisare &amp; Vän – Östersund" in page.text
    looked = await held.anna.sends(case, f"{case}/reply", kind="place", place=PLACE, do="look")
    assert "063-14 30 00" in looked.words
    assert f'value="{PLACE}" selected' in looked.text
    assert 'lang="ar"' in looked.text[looked.text.index('class="both"') :]
    assert await held.answers() == []
    sent = await held.anna.sends(case, f"{case}/reply", kind="place", place=PLACE, do="send")
    assert "Anna · plats" in sent.words
    [place] = await held.answers()
    assert isinstance(place, PlaceView)
    assert place.name == "Språkvän / Vägvisare & Vän"
    assert place.call
    assert place.call.tel == "+4663143000"
    assert {line.locale for line in place.lines} >= {"ar"}
    turn = max(int(end) for end in re.findall(rf"{case}/answer/(\d+)", sent.text))
    await held.anna.sends(f"{case}/answer/{turn}", f"{case}/answer/{turn}", do="take-back")
    assert await held.answers() == []


@pytest.mark.parametrize("place", ["", "no-such-place", "closed"])
async def test_no_such_place(held: Held, change: Callable[[str], None], place: str) -> None:
    """Nothing chosen, a place that there is not, one that has closed down meanwhile."""
    case = f"/case/{held.id}"
    form = (await held.anna.get(case)).form(f"{case}/reply")
    if place == "closed":
        change(PLACE)
        assert PLACE not in (await held.anna.get(case)).text
        place = PLACE
    page = await held.anna.post(f"{case}/reply", **form | {"kind": "place"}, place=place, do="send")
    assert (page.status, "Inget skickades" in page.words) == (400, True)
    assert await held.answers() == []


@pytest.fixture
def change(office: Office, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Closes a place of the region down, for this test."""

    def close(id: str) -> None:
        bundle = office.rt.bundle
        region = bundle.regions[REGION]
        places = tuple(replace(each, closed=date(2026, 11, 1)) if each.id == id else each for each in region.places)
        regions = {**bundle.regions, REGION: replace(region, places=places)}
        monkeypatch.setattr(office.rt, "bundle", replace(bundle, regions=regions))

    return close


async def test_in_a_browser_what_was_chosen_stays(office: Office, enters: Enters) -> None:
    """What is refused is said beside it, and stays chosen with what is being written; sent, the case shows it."""
    case, _ = await office.asks()
    page = await enters()
    await page.click(".claim")
    await page.wait_for_url(f"**/case/{case}#newest")
    await page.fill("#text", "Ett påbörjat svar")
    told = page.locator("#send-file .told")
    await page.get_by_role("button", name="Skicka filen").press("Enter")
    await expect(told).to_contain_text("välj en bild eller en PDF")
    for name, body, said in (("brev.docx", b"PK", "bara bilder"), ("bild.jpg", photo(), "Filen är skickad.")):
        await page.set_input_files("#file", {"name": name, "mimeType": "", "buffer": body})
        await page.get_by_role("button", name="Skicka filen").press("Enter")
        await expect(told).to_contain_text(said)
        chosen = await page.locator("#file").evaluate("each => [...each.files].map(each => each.name)")
        assert chosen == ([] if body == photo() else [name])
    await expect(page.locator("#text")).to_have_value("Ett påbörjat svar")
    await expect(page.locator(".ours img")).to_be_visible()
