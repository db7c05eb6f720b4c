"""A guide's recordings, pictures and documents, for her."""

from __future__ import annotations

from base64 import b64encode

from aiohttp import web

from halsobot.channels.web import form
from halsobot.channels.web.answer import from_elsewhere, over, page
from halsobot.channels.web.html import Ticket
from halsobot.channels.web.language import wanted
from halsobot.channels.web.site import SITE, Site, address
from halsobot.media import NAMES, BadMedia
from halsobot.model.inbound import Attachment
from halsobot.model.unit import Known

_SOUND, _EVERYWHERE, _DOCUMENT = "audio/", "audio/mpeg", "application/pdf"


async def file(request: web.Request) -> web.Response:
    """A guide's file: for the script the file itself, else a page that plays or shows it. A document is always itself,
    and is saved instead of shown.

    The page holds the file: browsers that play a form's answer by itself ask for it a second time, without the form.
    """
    site = request.app[SITE]
    fields = await form.small(request)
    posted = form.posted(fields, form.bearer(request) or fields.get("secret", ""))
    known = await site.known(posted.secret) if posted.secret and not from_elsewhere(request) else None
    if known is None or posted.secret is None:
        return over(request, posted)
    found = await _found(site, known, form.number(fields.get("turn", "")))
    if found and found.type.startswith(_SOUND) and found.type not in request.headers.get("Accept", ""):
        async with site.long.of(address(posted.secret)):
            found = await _playable(site, found)
    if found and found.type == _DOCUMENT:
        to_save = {"Content-Disposition": f'attachment; filename="{NAMES["document"]}"'}
        return web.Response(body=found.body, content_type=found.type, headers=to_save)
    if fields.get("raw") == "1":
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found.body, content_type=found.type)
    ticket = Ticket(posted.secret, posted.seen or 0)
    source = in_page(found) if found else None
    sounds = found is not None and found.type.startswith(_SOUND)
    return page(site.html.file(source, sounds, ticket, wanted(request, posted.locale)), 200 if found else 404)


def in_page(file: Attachment) -> str:
    """The file as the address of itself, so that a page needs no other to hold it."""
    return f"data:{file.type};base64,{b64encode(file.body).decode()}"


async def _found(site: Site, known: Known, turn: int | None) -> Attachment | None:
    if turn is None:
        return None
    cases = site.rt.store.cases
    return await site.rt.store.read(lambda connection: cases.file(connection, known.contact, turn))


async def _playable(site: Site, found: Attachment) -> Attachment:
    """As every browser plays it, where that can be made here."""
    try:
        return Attachment(_EVERYWHERE, await site.rt.sounds.to_mp3(found.body))
    except BadMedia:
        return found
