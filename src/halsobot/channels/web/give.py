"""Her voice and pictures, for a person."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Literal

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.answer import Done, answer, done, from_elsewhere, over
from halsobot.channels.web.form import Posted
from halsobot.channels.web.html import Note
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


async def give(request: web.Request) -> web.Response:
    """A recording or a picture that she sends; sent again with the same id it changes nothing."""
    site, upload = request.app[SITE], Upload(request)
    fields = await upload.fields()
    posted = form.posted(fields, form.bearer(request) or fields.get("secret", ""))
    kind: Kind = "photo" if fields.get("kind") == "photo" else "voice"
    known = await site.known(posted.secret) if posted.secret and posted.form and not from_elsewhere(request) else None
    if known is None or posted.secret is None:
        await upload.file(0)
        return over(request, posted)
    with site.carrying(address(posted.secret)):
        what = await _taken(site, posted, posted.secret, kind, upload)
    return await answer(request, posted, posted.secret, what)


async def _taken(site: Site, posted: Posted, secret: str, kind: Kind, upload: Upload) -> Done:
    """What became of her file. Whether somebody answers her may have changed while it came."""
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
