"""A picture or a document as an answer."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from typing import Literal

from aiohttp import web

from halsobot.console import form
from halsobot.console.case import FORM, case_page, not_hers
from halsobot.console.form import UPLOAD
from halsobot.console.pages import note_access
from halsobot.console.queue import holds
from halsobot.console.site import ME, SITE, Site
from halsobot.media import DOCUMENT, PICTURE, BadMedia, clean_picture
from halsobot.model.event import FileKind, Replied
from halsobot.model.inbound import Attachment

_PDF = b"%PDF-"
#: Why a file is not sent.
Problem = Literal["file-none", "file-large", "file-kind", "old-form"]
_STATUS: Mapping[Problem, int] = {"file-none": 400, "file-large": 413, "file-kind": 415, "old-form": 400}


async def answer(request: web.Request) -> web.Response:
    """Send a picture or a document. The same file from the same form is sent once."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    row = await site.desk.row(id)
    if not holds(row, me):
        await form.let_go(request)
        return await not_hers(request, row, "")
    body = await request[UPLOAD].file(PICTURE) if UPLOAD in request else b""
    once = form.once(request[FORM], f"file {hashlib.sha256(body or b'').hexdigest()}")
    if once is None:
        return await _refused(request, "old-form")
    taken = await _taken(site, body)
    if not isinstance(taken, tuple):
        return await _refused(request, taken)
    kind, file = taken
    if not await site.desk.reply(id, Replied(site.clock(), me.guide.id, file=kind), once, file):
        return await not_hers(request, await site.desk.row(id), "")
    await note_access(site, me, id, "reply")
    if form.is_scripted(request):
        return web.Response(status=201)
    raise web.HTTPSeeOther(f"/case/{id}?sent=1#newest")


async def _taken(site: Site, body: bytes | None) -> tuple[FileKind, Attachment] | Problem:
    """What is sent of a file, or why it is not. Its own name is not even looked at."""
    if body is None:
        return "file-large"
    if not body:
        return "file-none"
    if body.startswith(_PDF):
        return "file-large" if len(body) > DOCUMENT else ("document", Attachment("application/pdf", body))
    try:
        async with site.lamp:
            return "photo", Attachment("image/jpeg", await asyncio.to_thread(clean_picture, body))
    except BadMedia as bad:
        return "file-large" if bad.why == "large" else "file-kind"


async def _refused(request: web.Request, why: Problem) -> web.Response:
    if form.is_scripted(request):
        return web.Response(status=_STATUS[why])
    return await case_page(request, note=why, status=_STATUS[why])
