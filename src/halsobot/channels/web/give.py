"""Her voice and pictures, for a person; and a guide's recordings, for her."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from dataclasses import replace
from typing import Literal

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.answer import Done, answer, done, from_elsewhere, over, page
from halsobot.channels.web.form import Posted
from halsobot.channels.web.html import Note, Ticket
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.channels.web.upload import Upload
from halsobot.conversation.receive import receive
from halsobot.media import BadMedia, clean_picture
from halsobot.model.event import SentMedia
from halsobot.model.inbound import Attachment, Inbound
from halsobot.model.unit import Known

Kind = Literal["voice", "photo"]
#: The largest file of each kind, in bytes.
LIMITS: dict[Kind, int] = {"voice": 3 * 1024 * 1024, "photo": 8 * 1024 * 1024}
#: So many files of one contact are kept at most.
MANY = 20
#: What recorders of browsers make, by the first bytes (and where they stand).
_SOUNDS = {b"\x1aE\xdf\xa3": (0, "audio/webm"), b"OggS": (0, "audio/ogg"), b"ftyp": (4, "audio/mp4")}
_EVERYWHERE = "audio/mpeg"


async def give(request: web.Request) -> web.Response:
    """A recording or a picture that she sends; sent again with the same id it changes nothing."""
    site, upload = request.app[SITE], Upload(request)
    posted = await upload.posted()
    known = await site.known(posted.secret) if posted.secret and posted.form and not from_elsewhere(request) else None
    if known is None or posted.secret is None:
        await upload.file(0)
        return over(request, posted)
    with site.carrying(address(posted.secret)):
        what = await _taken(site, posted, posted.secret, upload)
    return await answer(request, posted, posted.secret, what)


async def _taken(site: Site, posted: Posted, secret: str, upload: Upload) -> Done:
    """What became of her file. Whether somebody answers her may have changed while it came."""
    kind: Kind = "photo" if upload.kind == "photo" else "voice"
    body = await upload.file(LIMITS[kind])
    async with site.long.of(address(secret)):
        sent = Inbound(address(secret), SentMedia(site.clock(), kind=kind), f"{secret} {posted.form} give", opens=False)
        known = await site.rt.store.recall(sent)
        if known.seen or known.new:
            return done(sent.event, None)
        attachment = await _attachment(site, known, kind, body)
        if isinstance(attachment, Note):
            return Done(note=attachment)
        given = attachment if site.answered(known) else None  # where nobody could hear or see it, it is not kept
        return done(sent.event, await receive(replace(sent, attachment=given), site.rt))


async def _attachment(site: Site, known: Known, kind: Kind, body: bytes | None) -> Attachment | Note:
    """What is kept of a file, or why it is not."""
    if body is None:
        return Note("web-file-large", refused=True)
    if await site.rt.store.read(lambda connection: site.rt.store.cases.files(connection, known.contact)) >= MANY:
        return Note("web-file-many", refused=True)
    if kind == "voice":
        type = _sound_type(body)
        return Attachment(type, body) if type else Note("web-file-broken", refused=True)
    try:
        async with site.bench:
            return Attachment("image/jpeg", await asyncio.to_thread(clean_picture, body))
    except BadMedia as bad:
        return Note("web-file-large" if bad.why == "large" else "web-file-broken", refused=True)


def _sound_type(body: bytes) -> str | None:
    return next((type for sign, (at, type) in _SOUNDS.items() if body[at : at + len(sign)] == sign), None)


async def sound(request: web.Request) -> web.Response:
    """A guide's recording: for the script the sound itself, else a page that plays it.

    The page holds the sound: browsers that play a form's answer by itself ask for it a second time, without the form.
    """
    site = request.app[SITE]
    fields = await form.small(request)
    posted = form.posted(fields, form.bearer(request) or fields.get("secret", ""))
    known = await site.known(posted.secret) if posted.secret and not from_elsewhere(request) else None
    if known is None or posted.secret is None:
        return over(request, posted)
    found = await _sound(site, known, form.number(fields.get("turn", "")))
    plays = found is not None and found.type in request.headers.get("Accept", "")
    async with site.long.of(address(posted.secret)):
        playable = found if found is None or plays else await _playable(site, found)
    if fields.get("raw") == "1":
        if playable is None:
            raise web.HTTPNotFound
        return web.Response(body=playable.body, content_type=playable.type)
    source = f"data:{playable.type};base64,{b64encode(playable.body).decode()}" if playable else None
    ticket = Ticket(posted.secret, posted.seen or 0)
    return page(site.html.sound(source, ticket, wanted(request, posted.locale)), 200 if playable else 404)


async def _sound(site: Site, known: Known, turn: int | None) -> Attachment | None:
    if turn is None:
        return None
    cases = site.rt.store.cases
    found = await site.rt.store.read(lambda connection: cases.file(connection, known.contact, turn))
    return found if found and found.type.startswith("audio/") else None


async def _playable(site: Site, found: Attachment) -> Attachment:
    """As every browser plays it, where that can be made here."""
    try:
        return Attachment(_EVERYWHERE, await site.rt.sounds.to_mp3(found.body))
    except BadMedia:
        return found
