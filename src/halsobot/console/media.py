"""What can be heard, seen and opened in a case, and answers by voice. Only the holder of the case comes to it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from aiohttp import web

from halsobot import media
from halsobot.console import form
from halsobot.console.case import FORM
from halsobot.console.html import page
from halsobot.console.pages import note_access
from halsobot.console.queue import holds
from halsobot.console.site import ME, SITE, Site
from halsobot.console.talk import media_of
from halsobot.conversation.desk import Gone
from halsobot.media import SOUND, Area, BadMedia, Why
from halsobot.model.channel import ChannelError
from halsobot.model.event import FileKind, Replied, SentMedia
from halsobot.model.inbound import Attachment
from halsobot.store.cases import CaseRow

#: How long a recording may take to come (seconds).
PATIENCE = 120.0
#: Kinds of sound that browsers play as they are; another one is converted first.
PLAYED = ("audio/ogg", "audio/webm", "audio/mp4", "audio/mpeg", "audio/wav", "audio/aac")
#: What is fetched from Telegram is of these kinds.
_FETCHED = {"voice": "audio/ogg", "photo": "image/jpeg"}
#: Areas that are painted at once.
AREAS = 100
_AREA = re.compile(r"(\d{1,5}) (\d{1,5}) (\d{1,5}) (\d{1,5})")
_STATUS: dict[Why, int] = {"large": 413, "long": 413, "broken": 400, "unavailable": 503}


@dataclass(frozen=True, slots=True)
class _Found:
    """Something that can be heard, seen or opened, in a case that this guide holds; ``given``: by the contact."""

    row: CaseRow
    turn: int
    given: bool
    file: Attachment = field(repr=False)


async def sound(request: web.Request) -> web.Response:
    """A recording as it is, or in the form that every browser plays."""
    found = await _found(request, "voice")
    type = found.file.type.partition(";")[0].strip().lower()
    if request.query.get("as") != "mp3" and type in PLAYED:
        return _part(request, type, found.file.body)
    try:
        return _part(request, "audio/mpeg", await request.app[SITE].rt.sounds.to_mp3(found.file.body))
    except BadMedia:
        raise web.HTTPNotFound from None


async def picture(request: web.Request) -> web.Response:
    """A picture, without what its file tells besides."""
    found = await _found(request, "photo")
    seen = await _in_the_dark(request.app[SITE], lambda: media.clean_picture(found.file.body))
    return web.Response(body=seen, content_type="image/jpeg")


async def document(request: web.Request) -> web.Response:
    """A document that a guide sent, to be saved."""
    found = await _found(request, "document")
    to_save = {"Content-Disposition": f'attachment; filename="{media.NAMES["document"]}"'}
    return web.Response(body=found.file.body, content_type=found.file.type, headers=to_save)


async def show(request: web.Request) -> web.Response:
    """The page on which she looks closer and draws over what nobody needs to see."""
    await _hers(request)
    return _page(request, note="black-done" if request.query.get("done") == "1" else None)


async def black_out(request: web.Request) -> web.Response:
    """Paint areas black and keep that picture instead of the one that came."""
    site, me, found = request.app[SITE], request[ME], await _hers(request)
    areas = list(_areas(request[FORM].get("areas", "")))[:AREAS]
    if not areas:
        return _page(request, note="black-nothing", status=400)
    painted = Attachment("image/jpeg", await _in_the_dark(site, lambda: media.black_out(found.file.body, areas)))
    cases, now = site.rt.store.cases, site.now()
    kept = await site.rt.store.change(
        lambda connection: cases.put_in_place(connection, found.row, found.turn, painted, now)
    )
    if not kept:
        raise web.HTTPForbidden
    await note_access(site, me, found.row.id, "black-out")
    raise web.HTTPSeeOther(f"{request.path}?done=1")


async def answer(request: web.Request) -> web.Response:
    """A spoken answer from the recorder in the page. A repeat with the same one-time id is sent once."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    row, once = await site.desk.row(id), form.once(request[FORM], "voice")
    if not holds(row, me):
        raise web.HTTPConflict
    if once is None:
        raise web.HTTPBadRequest
    recorded = await form.body(request, SOUND, 2 * SOUND, PATIENCE)
    try:
        spoken = await _for_her(site, row, recorded)
    except BadMedia as problem:
        return web.Response(status=_STATUS[problem.why])
    if not await site.desk.reply(id, Replied(site.clock(), me.guide.id, file="voice"), once, spoken):
        raise web.HTTPConflict
    await note_access(site, me, id, "reply")
    return web.Response(status=201)


async def _for_her(site: Site, row: CaseRow, recorded: bytes) -> Attachment:
    """In the form that her channel plays. Raises BadMedia."""
    sounds = site.rt.sounds
    if row.channel == "telegram":
        return Attachment("audio/ogg", await sounds.to_opus(recorded))
    return Attachment("audio/mpeg", await sounds.to_mp3(recorded))


async def _found(request: web.Request, kind: FileKind) -> _Found:
    """What the address names. Raises HTTPException where it is not there, or not for this guide."""
    site, me, turn = request.app[SITE], request[ME], int(request.match_info["turn"])
    row = await site.desk.row(request.match_info["id"])
    if not holds(row, me):
        raise web.HTTPForbidden
    cases = site.rt.store.cases
    opened = await site.rt.store.read(lambda connection: cases.opened(connection, row.id, me.account.name))
    if opened is None:
        raise Gone
    if media_of(opened).get(turn) != kind:
        raise web.HTTPNotFound
    file = await site.rt.store.read(lambda connection: cases.file(connection, row.contact, turn))
    event = next(line.what for line in opened.lines if line.turn == turn)
    if file is None and isinstance(event, SentMedia) and event.file:
        file = Attachment(_FETCHED[kind], await _fetched(site, row, event.file))
    if file is None:
        raise web.HTTPNotFound
    return _Found(row, turn, isinstance(event, SentMedia), file)


async def _hers(request: web.Request) -> _Found:
    """A picture of the contact's: only in such a one something is painted over."""
    found = await _found(request, "photo")
    if not found.given:
        raise web.HTTPNotFound
    return found


async def _fetched(site: Site, row: CaseRow, name: str) -> bytes:
    """From the channel, which keeps what she has sent there."""
    fetch = site.rt.fetch.get(row.channel)
    if fetch is None:
        raise web.HTTPNotFound
    try:
        return await fetch(name)
    except ChannelError:
        raise web.HTTPBadGateway from None


async def _in_the_dark(site: Site, work: Callable[[], bytes]) -> bytes:
    """Work on a picture beside everything else, one at a time: unpacked it is large."""
    try:
        async with site.lamp:
            return await asyncio.to_thread(work)
    except BadMedia:
        raise web.HTTPNotFound from None


def _areas(told: str) -> Iterator[Area]:
    for each in told.split(";"):
        numbers = _AREA.fullmatch(each.strip())
        if numbers:
            left, top, width, height = map(int, numbers.groups())
            yield left, top, width, height


def _part(request: web.Request, type: str, body: bytes) -> web.Response:
    """The whole, or the part that a player asks for: some play nothing from a server that gives no parts."""
    try:
        asked = request.http_range
    except ValueError:
        asked = slice(None)
    response = web.Response(content_type=type, headers={"Accept-Ranges": "bytes"})
    if asked.start is None:
        response.body = body
        return response
    start, end, _ = asked.indices(len(body))
    if start >= end:
        raise web.HTTPRequestRangeNotSatisfiable
    response.set_status(206)
    response.headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(body)}"
    response.body = body[start:end]
    return response


def _page(request: web.Request, *, note: str | None, status: int = 200) -> web.Response:
    return page(
        request, "photo.html", status=status, note=note,
        case=request.match_info["id"], turn=int(request.match_info["turn"]),
    )  # fmt: skip
