"""Recordings and pictures in the console: heard and seen by the holder alone, and gone when the case is closed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from recordings import SECRETS, opened, photo, recording, seconds_of

from halsobot.conversation.receive import receive
from halsobot.media import SOUND, Sounds
from halsobot.model.channel import Later
from halsobot.model.event import Chose, MediaKind, SentMedia
from halsobot.model.inbound import Address, Attachment, Inbound
from halsobot.model.screen import Button
from halsobot.model.view import AttachedView
from halsobot.store.tables import file

from .office import Client, Office

Closes = Callable[[Office, Client, str, Address], Awaitable[None]]
TOKEN, ONCE = "X-Token", "X-Once"


async def _gives(office: Office, who: Address, kind: MediaKind, body: bytes, type: str) -> int:
    """She sends something from the web chat; returns its turn."""
    event = SentMedia(office.clock(), kind=kind)
    attachment = Attachment(type, body)
    turn = await receive(Inbound(who, event, f"{kind} {len(body)} {office.clock()}", attachment=attachment), office.rt)
    assert turn
    return turn.session.turn


async def _sends(office: Office, who: Address, kind: MediaKind, name: str) -> int:
    """She sends something on Telegram; returns its turn."""
    event = SentMedia(office.clock(), kind=kind, file=name)
    turn = await receive(Inbound(who, event, f"{kind} {name}"), office.rt)
    assert turn
    return turn.session.turn


async def _held(office: Office, client: Client, channel: str = "web") -> tuple[str, Address]:
    """A case that this guide holds."""
    case, who = await office.asks(channel=channel)
    await client.claims(case)
    return case, who


async def _bytes(client: Client, path: str, **headers: str) -> tuple[int, bytes, Any]:
    async with client.http.get(path, headers=headers, allow_redirects=False) as answer:
        return answer.status, await answer.read(), answer.headers


async def _speaks(client: Client, case: str, body: bytes, **headers: str) -> int:
    """As the recorder in the page sends it."""
    token = (await client.get(f"/case/{case}")).form(f"/case/{case}/reply")["token"]
    usual = {TOKEN: token, ONCE: "once-in-a-test", "X-Script": "1", "Content-Type": "audio/webm;codecs=opus"}
    async with client.http.post(f"/case/{case}/voice", data=BytesIO(body), headers=usual | headers) as answer:
        return answer.status


async def _sounds(office: Office, who: Address) -> list[int]:
    """The turns of the recordings that she has been shown."""
    shown = await office.rt.store.messages(who, 0) or ()
    return [block.turn for each in shown for block in each.view.blocks if isinstance(block, AttachedView)]


async def _kept(office: Office, case: str, turn: int) -> Attachment | None:
    contact = (await office.desk.row(case)).contact
    return await office.rt.store.read(lambda connection: office.rt.store.cases.file(connection, contact, turn))


async def test_her_voice_is_heard_by_the_holder(office: Office) -> None:
    """As it came, in parts, or in the form that every browser plays; not by a colleague, not without a login."""
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        case, who = await _held(office, anna)
        turn = await _gives(office, who, "voice", recording("webm"), "audio/webm;codecs=opus")
        there = f"/case/{case}/sound/{turn}"
        page = await anna.get(f"/case/{case}")
        assert f'src="{there}"' in page.text
        assert "Skickade ett röstmeddelande" in page.words
        status, body, headers = await _bytes(anna, there)
        assert (status, body, headers["Content-Type"]) == (200, recording("webm"), "audio/webm")
        assert headers["Cache-Control"].startswith("no-store")
        status, body, headers = await _bytes(anna, there, Range="bytes=10-19")
        assert (status, body) == (206, recording("webm")[10:20])
        assert headers["Content-Range"] == f"bytes 10-19/{len(recording('webm'))}"
        assert (await _bytes(anna, there, Range="bytes=99999999-"))[0] == 416
        status, body, headers = await _bytes(anna, f"{there}?as=mp3")
        assert (status, headers["Content-Type"]) == (200, "audio/mpeg")
        assert seconds_of(body) == pytest.approx(1, abs=0.15)
        assert (await _bytes(anna, f"/case/{case}/picture/{turn}"))[0] == 404
        assert (await _bytes(anna, f"/case/{case}/sound/1"))[0] == 404
        assert (await _bytes(bilal, there))[0] == 403
        anna.http.cookie_jar.clear()
        assert (await _bytes(anna, there))[0] == 303


async def test_only_what_she_gave_to_a_person(office: Office) -> None:
    """What she sent to the bot is nobody's; one tap gives it, also long after."""
    async with office.logs_in("anna") as anna:
        case, who = await office.asks()
        turn = await _gives(office, who, "voice", recording("ogg"), "audio/ogg")
        for _ in range(8):
            await office.does(who, Chose(office.clock(), Button("engine", "case", "menu", 1).encode()))
        await anna.claims(case)
        assert "Kontakten har inte lämnat det" in (await anna.get(f"/case/{case}")).words
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}"))[0] == 404
        await office.does(who, Chose(office.clock(), Button("engine", "case", f"give-{turn}", turn).encode()))
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}"))[1] == recording("ogg")


async def test_a_telegram_picture_without_what_its_file_tells(office: Office) -> None:
    """Fetched from there, upright, without place, camera and name; blacked out, the original is not asked for again."""
    asked: list[str] = []

    async def fetch(name: str) -> bytes:
        asked.append(name)
        return photo()

    office.rt.fetch["telegram"] = fetch
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        case, who = await _held(office, anna, "telegram")
        turn = await _sends(office, who, "photo", "hers")
        seen, there = f"/case/{case}/picture/{turn}", f"/case/{case}/photo/{turn}"
        status, body, headers = await _bytes(anna, seen)
        assert (status, headers["Content-Type"], opened(body).size) == (200, "image/jpeg", (200, 400))
        assert [secret for secret in SECRETS if secret in body] == []
        assert set(asked) == {"hers"}
        form = (await anna.get(there)).form(there)
        assert (await bilal.post(there, **form, areas="0 0 50 50")).status == 403
        assert (await anna.post(there, **form, areas="nothing")).status == 400
        assert (await anna.post(there, **form | {"token": "other"}, areas="0 0 50 50")).status == 403
        page = await anna.post(there, **form, areas="0 0 50 50;60 60 10 10")
        assert "visas inte mer" in page.words
        asked.clear()
        black = opened((await _bytes(anna, seen))[1])
        assert max(black.getpixel((25, 25)) or ()) < 40  # type: ignore[arg-type]
        assert black.getpixel((100, 380)) != (0, 0, 0)
        assert asked == []
        [line] = [line.what for line in (await office.desk.open(case, "anna")).lines if line.turn == turn][:1]
        assert isinstance(line, SentMedia)
        assert line.file is None


async def test_a_channel_that_does_not_answer(office: Office) -> None:
    """The page is there, the picture comes later; without such a channel there is none."""

    async def fetch(name: str) -> bytes:
        raise Later("network")

    async with office.logs_in("anna") as anna:
        case, who = await _held(office, anna, "telegram")
        turn = await _sends(office, who, "voice", "hers")
        office.rt.fetch["telegram"] = fetch
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}"))[0] == 502
        assert (await anna.get(f"/case/{case}")).status == 200
        del office.rt.fetch["telegram"]
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}"))[0] == 404


async def _by_guide(office: Office, client: Client, case: str, who: Address) -> None:
    await client.closes(case)


async def _by_contact(office: Office, client: Client, case: str, who: Address) -> None:
    await office.does(who, Chose(office.clock(), Button("engine", "said", "done", 9).encode()))


@pytest.mark.parametrize("closes", [_by_guide, _by_contact])
async def test_closed_is_gone(office: Office, closes: Closes) -> None:
    """Her voice, the blacked-out picture and the guide's answer: no row, no page, no piece in the files; asking again
    brings none of it back, and nothing can be put there any more.
    """
    fetched = {"voice": recording("ogg"), "photo": photo()}

    async def fetch(name: str) -> bytes:
        return fetched[name]

    office.rt.fetch["telegram"] = fetch
    async with office.logs_in("anna") as anna:
        case, who = await _held(office, anna, "telegram")
        voice, picture = await _sends(office, who, "voice", "voice"), await _sends(office, who, "photo", "photo")
        assert await _speaks(anna, case, recording("webm")) == 201
        there = f"/case/{case}/photo/{picture}"
        await anna.sends(there, there, areas="0 0 50 50")
        row = await office.desk.row(case)
        sealed = await _sealed(office, row.contact)
        assert len(sealed) == 2
        await closes(office, anna, case, who)
        assert await _sealed(office, row.contact) == []
        assert await _kept(office, case, picture) is None
        assert not await office.rt.store.change(
            lambda connection: office.rt.store.cases.put_in_place(
                connection, row, picture, Attachment("image/jpeg", photo()), 0
            )
        )
        await office.rt.store.sweep()
        files = list((await folder_of(office)).glob("halsobot.db*"))
        assert len(files) > 1
        assert not any(piece in each.read_bytes() for each in files for body in sealed for piece in _pieces(body))
        await office.does(who, Chose(office.clock(), Button("engine", "case", "again", 20).encode()))
        if (await office.desk.row(case)).guide != "anna":
            await anna.claims(case)
        assert "Raderat när ärendet avslutades" in (await anna.get(f"/case/{case}")).words
        for path in (f"sound/{voice}", f"picture/{picture}", f"photo/{picture}"):
            assert (await _bytes(anna, f"/case/{case}/{path}"))[0] == 404, path


async def folder_of(office: Office) -> Path:
    """Where the database is."""
    asked = sa.text("SELECT file FROM pragma_database_list WHERE name = 'main'")
    [row] = await office.rt.store.read(lambda connection: connection.execute(asked).all())
    return Path(row.file).parent


async def _sealed(office: Office, contact: str) -> list[bytes]:
    """The files of a contact as they stand in the database."""
    query = sa.select(file.c.body).where(file.c.contact == contact)
    return list(await office.rt.store.read(lambda connection: connection.execute(query).scalars().all()))


def _pieces(body: bytes) -> list[bytes]:
    return [body[at : at + 32] for at in range(0, len(body) - 32, 512)]


@pytest.mark.parametrize(("channel", "type"), [("web", "audio/mpeg"), ("telegram", "audio/ogg")])
async def test_a_spoken_answer(office: Office, channel: str, type: str) -> None:
    """In the form that her channel plays; the same recording twice is sent once; the guide hears it again."""
    async with office.logs_in("anna") as anna:
        case, who = await _held(office, anna, channel)
        assert [await _speaks(anna, case, recording("webm")) for _ in range(2)] == [201, 201]
        [turn] = await _sounds(office, who)
        kept = await _kept(office, case, turn)
        assert kept
        assert kept.type == type
        assert seconds_of(kept.body) == pytest.approx(1, abs=0.15)
        assert await _speaks(anna, case, recording("mp4"), **{ONCE: "another-recording"}) == 201
        assert len(await _sounds(office, who)) == 2
        page = await anna.get(f"/case/{case}")
        assert "Anna · talat svar" in page.words
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}"))[:2] == (200, kept.body)


async def test_a_spoken_answer_that_cannot_be_sent(office: Office) -> None:
    """Too large, too long, no sound, without the page's token or one-time id, by somebody else: nothing is sent."""
    async with office.logs_in("anna") as anna, office.logs_in("bilal") as bilal:
        case, who = await _held(office, anna)
        assert await _speaks(anna, case, bytes(SOUND + 1)) == 413
        assert await _speaks(anna, case, recording("webm", 190, "-b:a", "6k")) == 413
        assert await _speaks(anna, case, b"no sound") == 400
        assert await _speaks(anna, case, b"") == 400
        assert await _speaks(anna, case, recording(), **{TOKEN: "other"}) == 403
        assert await _speaks(anna, case, recording(), **{ONCE: ""}) == 400
        assert await _speaks(anna, case, recording(), **{"Sec-Fetch-Site": "cross-site"}) == 403
        token = (await bilal.get("/shift")).form("/logout")["token"]
        headers = {TOKEN: token, ONCE: "once-in-a-test", "X-Script": "1", "Content-Type": "audio/webm"}
        async with bilal.http.post(f"/case/{case}/voice", data=recording(), headers=headers) as answer:
            assert answer.status == 409
        assert await _sounds(office, who) == []


async def test_without_ffmpeg_the_page_says_so(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no recorder, everything else works, and her own recordings are played as they are."""
    monkeypatch.setattr(office.rt, "sounds", Sounds("no-such-ffmpeg"))
    async with office.logs_in("anna") as anna:
        case, who = await _held(office, anna)
        turn = await _gives(office, who, "voice", recording("ogg"), "audio/ogg")
        page = await anna.get(f"/case/{case}")
        assert "programmet ffmpeg saknas" in page.words
        assert "Spela in" not in page.words
        assert await _speaks(anna, case, recording()) == 503
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}"))[0] == 200
        assert (await _bytes(anna, f"/case/{case}/sound/{turn}?as=mp3"))[0] == 404


async def test_only_the_console_itself_may_listen(office: Office) -> None:
    """The microphone for these pages alone; nothing else that the web chat forbids is allowed."""
    async with office.logs_in("anna") as anna:
        headers = (await anna.get("/")).headers
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=(self), payment=(), usb=()"
    assert "media-src 'self' blob:" in headers["Content-Security-Policy"]
    assert "default-src 'none'" in headers["Content-Security-Policy"]
