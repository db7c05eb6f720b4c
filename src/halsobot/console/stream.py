"""Says that a page is out of date, as lines of JSON. What has changed the script then fetches itself."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

from aiohttp import web

from halsobot.channels.web.failure import report
from halsobot.console.case import state_of
from halsobot.console.pages import queue_of
from halsobot.console.queue import holds
from halsobot.console.site import ME, SITE, Me, Site
from halsobot.conversation.runtime import QUEUE

TYPE = "application/x-ndjson"
#: A look at least this often (seconds): what other programs and newcomers do rings no bell here. A sign of life, too.
LOOK = 15.0


async def stream(request: web.Request) -> web.StreamResponse:
    """A line whenever the queue, or the case that the page shows, is not as it was; ``state`` is what the page has."""
    site, me = request.app[SITE], request[ME]
    response = web.StreamResponse()
    response.content_type = TYPE
    response.headers["X-Accel-Buffering"] = "no"  # for nginx in front: pass each line on at once
    await response.prepare(request)
    task = asyncio.current_task()
    assert task is not None
    site.streams.add(task)
    try:
        await _follow(site, me, response, request.query.get("case"), request.query.get("state"))
    except ConnectionError:
        pass  # she is gone
    except Exception as problem:  # the line has begun, so no page can be sent; the script comes again
        report(problem)
    finally:
        site.streams.discard(task)
    return response


async def _follow(site: Site, me: Me, response: web.StreamResponse, case: str | None, known: str | None) -> None:
    async with site.rt.bells.listen(QUEUE) as bell:
        while await _still_logged_in(site, me):
            bell.clear()
            state = await (_case(site, me, case) if case else _queue(site, me))
            await response.write(_line(beat=True) if state == known else _line(state=state))
            known = state
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await bell.wait()
    await response.write(_line(ended=True))


async def _queue(site: Site, me: Me) -> str:
    return (await queue_of(site, me)).digest


async def _case(site: Site, me: Me, id: str) -> str:
    """Of a case that is hers; of others only that they are not."""
    cases = site.rt.store.cases
    row = await site.rt.store.read(lambda connection: cases.row(connection, id))
    if row is None or not holds(row, me):
        return "gone"
    opened = await site.rt.store.read(lambda connection: cases.opened(connection, id, me.account.name))
    return state_of(opened) if opened else "gone"


async def _still_logged_in(site: Site, me: Me) -> bool:
    staff, now = site.rt.store.staff, site.now()
    return await site.rt.store.read(lambda connection: staff.logged_in(connection, me.secret, now)) is not None


def _line(**values: object) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode() + b"\n"
