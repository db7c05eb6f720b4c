"""The queue, and taking a case."""

from __future__ import annotations

from aiohttp import web

from halsobot.console.html import page
from halsobot.console.queue import Queue, holds, may_claim, read_queue
from halsobot.console.site import ME, SITE, Me, Site

#: What the queue may say happened just before.
NOTES = ("passed", "closed", "taken", "not-yours")


async def queue_of(site: Site, me: Me) -> Queue:
    return read_queue(await site.desk.queue(), me, site.rt.bundle, site.clock())


async def queue(request: web.Request) -> web.Response:
    """Who waits, and what is hers."""
    seen = await queue_of(request.app[SITE], request[ME])
    note = request.query.get("note")
    return page(request, "queue.html", queue=seen, note=note if note in NOTES else None)


async def claim(request: web.Request) -> web.Response:
    """Take a case; of two who press at once one has it."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    row = await site.desk.row(id)
    if not may_claim(row, me):
        raise web.HTTPSeeOther("/?note=not-yours")
    await site.desk.claim(id, me.guide.id, site.clock())
    held = await site.desk.row(id)
    if (held.state, held.guide) != ("claimed", me.guide.id):
        raise web.HTTPSeeOther("/?note=taken")
    await note_access(site, me, id, "claim")
    raise web.HTTPSeeOther(f"/case/{id}#newest")


async def note_access(site: Site, me: Me, id: str, what: str) -> None:
    """Who did what is kept with the case."""
    cases, now = site.rt.store.cases, site.now()
    await site.rt.store.change(lambda connection: cases.note_access(connection, me.account.name, id, what, now))


async def write_off(request: web.Request) -> web.Response:
    """Close a case that cannot be read any more: whoever holds it, or could take it."""
    site, me, id = request.app[SITE], request[ME], request.match_info["id"]
    row = await site.desk.row(id)
    if not (holds(row, me) or (row.state == "waiting" and may_claim(row, me))):
        raise web.HTTPSeeOther("/?note=not-yours")
    if not await site.desk.write_off(id):
        raise web.HTTPSeeOther("/")
    await note_access(site, me, id, "close")
    raise web.HTTPSeeOther("/?note=closed")


def unreadable(request: web.Request, case: str) -> web.Response:
    """A case whose contact nobody can answer any more."""
    return page(request, "unreadable.html", status=409, case=case)


def gone(request: web.Request) -> web.Response:
    """A case that was erased with its contact, or never was."""
    return page(request, "notice.html", status=404, id="gone", words="", back="/")


def broken(request: web.Request, status: int) -> web.Response:
    """What goes for every other fault."""
    return page(request, "notice.html", status=status, id="lost" if status < 500 else "broken", words="", back="/")
